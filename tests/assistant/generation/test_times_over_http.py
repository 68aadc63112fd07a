"""How long readers wait: a model that does not end costs its seconds and no more, a checked sentence goes out at once. `pytest -s` shows the times.

The limits are far above what is meant, since tests share their machine; what is meant stands beside each.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import pytest

from assistant.generation.chat_model import FAILURES_BEFORE_REST
from assistant.settings import AssistantSettings
from corpus.settings import CorpusSettings
from eval.grounding.labelled_sentence import read_sentences
from eval.wording import normalize
from tests.assistant.generation.served_city import OPEN, TARGET, ServedCity, served_city
from tests.assistant.generation.written_replies import sources_of
from tests.scripted_model import ChatRequest, Drips, Fails, Hangs, HangsMidway, Pings, Reply, Says
from tests.scripted_model.exchange import Exchange

SECONDS = 1.0
RUNS = 4
EXCESS, SENTENCE, SLOWER = 3.0, 3.0, 1.0
"""Seconds at most beyond the time-out (meant: 0.2), behind a sentence's last character (meant: 0.1), and beyond an extract (meant: none)."""
WANTED = 50
"""Sentences whose way is timed."""
GOOD = "到2026年计划建成自动化泊位7个[S1]。"
_WORDS_OF_SOURCE = re.compile(r"^《[^》]*(?:《[^》]*》[^》]*)*》[^：]*：(.{10,150}?)[。；]?$")


def seconds_of(action: Callable[[], object]) -> float:
    began = time.monotonic()
    action()
    return time.monotonic() - began


def told(name: str, seconds: Sequence[float]) -> None:
    print(f"\n{name}: {len(seconds)} times, median {median(seconds) * 1000:.0f} ms, longest {max(seconds) * 1000:.0f} ms", end="")


@pytest.mark.parametrize(
    "silent",
    [Hangs(), Drips("滴"), Drips(GOOD, pause=0.005), Pings(), HangsMidway(GOOD + "另外，", 25)],
    ids=lambda reply: type(reply).__name__,
)
def test_the_extract_comes_when_the_model_s_seconds_are_over(settings: AssistantSettings, silent: Reply) -> None:
    # A good reply between two bad ones keeps the model in use.
    with served_city(settings, *[Says(GOOD), silent] * RUNS, seconds=SECONDS) as city:
        excess = []
        for _ in range(RUNS):
            city.ask(TARGET)
            excess.append(seconds_of(lambda: city.ask(TARGET)) - SECONDS)
    told(f"beyond the time-out, {type(silent).__name__}", excess)
    assert max(excess) < EXCESS


@dataclass
class Quotes(Reply):
    """Says the sources of its prompt, sentence by sentence with `pause` seconds behind each, and notes when each has gone out."""

    pause: float = 0.1
    sent: dict[str, float] = field(default_factory=dict)

    def __call__(self, request: ChatRequest) -> Reply:
        lines = {token: _WORDS_OF_SOURCE.match(line) for token, line in sources_of(request.prompt).items()}
        self._sentences = [(found[1], f"{found[1]}[{token}]。") for token, found in lines.items() if found]
        return self

    def send(self, exchange: Exchange) -> None:
        exchange.start_text()
        for words, sentence in self._sentences:
            exchange.write_text(sentence, 2, 0)
            self.sent[normalize(words)] = time.monotonic()
            exchange.wait(self.pause)
        exchange.finish_text("", "stop")

    def delays(self, city: ServedCity, question: str) -> Iterator[float]:
        """Seconds between the last character of each sentence and its event."""
        for name, data in city.events(question):
            arrived = time.monotonic()
            if name == "sentence":
                words = normalize(re.sub(r"\[\d+\]", "", data["text"])).rstrip("。")
                if words in self.sent:
                    yield arrived - self.sent.pop(words)


def test_a_checked_sentence_goes_out_at_once(ingested: tuple[CorpusSettings, Path]) -> None:
    settings = AssistantSettings.load(data_dir=ingested[1], embedding_model=None, _env_file=None)
    questions = [one.question for one in read_sentences("sentences") if one.corpus == "shenyang" and one.supported]
    quotes = Quotes()
    with served_city(settings, quotes, seconds=60) as city:
        city.session.warm_up()
        delays: list[float] = []
        for question in questions:
            delays.extend(quotes.delays(city, question))
            if len(delays) >= WANTED:
                break
    told("from the last character of a sentence to its event", delays)
    assert len(delays) >= WANTED
    assert median(delays) < SENTENCE


def test_a_model_that_rests_costs_no_time(settings: AssistantSettings) -> None:
    with served_city(settings, Fails(500)) as city:
        for _ in range(FAILURES_BEFORE_REST):
            city.ask(OPEN)
        both = [[seconds_of(lambda mode=mode: city.ask(OPEN, mode)) for mode in ("extractive", "generative")] for _ in range(10)]
        assert len(city.model.requests) == FAILURES_BEFORE_REST
    extracts, resting = zip(*both, strict=True)
    told("without the model", extracts)
    told("while the model rests", resting)
    assert median(resting) - median(extracts) < SLOWER
