"""What a scripted model says to the city of these tests, whose sources it cannot know by number."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from prompts import Prompt
from tests.assistant.generation.written_replies import token_of
from tests.scripted_model import ChatRequest, Reply, Says
from tests.scripted_model.exchange import Exchange


def worded(request: ChatRequest, text: str) -> str:
    """`text` with the sources of `request` where words that stand in them name them, as in <<words>>."""
    prompt = Prompt(request.system, request.prompt)
    return re.sub("<<(.+?)>>", lambda words: f"[{token_of(prompt, words[1])}]", text)


def says(text: str) -> Callable[[ChatRequest], Reply]:
    """A model that says `text`."""
    return lambda request: Says(worded(request, text))


@dataclass(frozen=True, slots=True)
class WaitsMidway(Reply):
    """Says `first`, and `rest` when it is told to go on; without a rest it is gone then, in the middle of a sentence."""

    first: str
    rest: str | None
    go_on: Event

    def send(self, exchange: Exchange) -> None:
        exchange.start_text()
        exchange.write_text(self.first, 8, 0)
        while not self.go_on.is_set():
            exchange.wait(0.02)
        if self.rest is None:
            exchange.close()
        else:
            exchange.write_text(self.rest, 8, 0)
            exchange.finish_text(self.first + self.rest, "stop")


@dataclass(frozen=True, slots=True)
class Breaking:
    """A model that breaks off after `text` and the beginning of a sentence, when it is told to."""

    text: str
    go_on: Event = field(default_factory=Event)

    def __call__(self, request: ChatRequest) -> Reply:
        return WaitsMidway(f"{worded(request, self.text)}另外还有", None, self.go_on)
