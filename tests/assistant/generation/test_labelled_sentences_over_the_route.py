"""No figure that documents do not hold reaches a reader, whatever a model says: sentences made wrong, said by a model over HTTP, one by one.

What comes through is graded by the rules of evaluation, which share nothing with the check it has passed; a figure that its source has in words
(三十日) is counted apart. `pytest -s` shows the counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.answer_record import answer_record
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from corpus.settings import CorpusSettings
from eval.grounding.labelled_sentence import LabelledSentence, read_sentences, shipped_sets
from eval.reply import Reply as GradedReply
from eval.scorers.supported_figures import unsupported_figures
from eval.wording import figures_in, normalize, without_markers
from ingest.pipeline import ingest_corpus
from tests.assistant.generation.figures_in_words import figures_in_words
from tests.assistant.generation.sentences_of_a_model import is_shown, questions_for, said_of
from tests.assistant.generation.written_replies import sources_of
from tests.scripted_model import MODEL, ChatRequest, Reply, Says, ScriptedModel

CORPORA = Path(__file__).parents[3] / "eval" / "corpora"
DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sentence: which of its questions the model was asked (None: it was never asked), whether it was `shown` the passages the
    sentence was made from, and what reached the reader."""

    sentence: LabelledSentence
    asked: int | None
    shown: bool
    answer: Answer

    @property
    def reply(self) -> GradedReply:
        """The answer as evaluation reads it."""
        return GradedReply.model_validate(answer_record(self.answer))

    @property
    def through(self) -> bool:
        """Whether the sentence is in the answer as it was written."""
        told = without_markers(self.answer.text, {str(citation.marker) for citation in self.answer.citations})
        return self.answer.answered_by == MODEL and normalize(self.sentence.sentence).rstrip("。.") in normalize(told)

    @property
    def unprinted(self) -> Sequence[str]:
        """Figures of the answer that nothing it cites prints in digits."""
        return unsupported_figures(self.reply)

    @property
    def unsupported(self) -> Sequence[str]:
        """Figures of the answer that nothing it cites holds; those of a sentence that is labelled as supported are.

        White space parts figures here (任务11　12345热线; in 2026. 2025年), which is left out where answers are graded.
        """
        meant = figures_in_words(citation.quote for citation in self.answer.citations)
        right = figures_in(normalize(self.sentence.sentence)) if self.sentence.supported else set()
        printed = " ".join(word for citation in self.answer.citations for word in (citation.quote, *citation.section))
        apart = [
            figure
            for figure in self.unprinted
            if figure in self.answer.text and not re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", printed)
        ]
        return [figure for figure in apart if figure not in meant | right]


class Route:
    """Sends sentences through sessions, one a corpus, whose model says the sentence in turn."""

    def __init__(self, stack: ExitStack, shipped: Path, folder: Path) -> None:
        self._stack, self._folder = stack, folder
        self._data = {"shenyang": shipped}
        self._sessions: dict[str, Session] = {}
        self._model = stack.enter_context(ScriptedModel(self._reply))
        self._saying: tuple[LabelledSentence, str] | None = None
        self._sources: Mapping[str, str] = {}

    def outcome(self, sentence: LabelledSentence) -> Outcome:
        """What becomes of `sentence`, asked by the first of its questions at which the model is told sources."""
        self._sources = {}
        for number, question in enumerate(questions_for(sentence)):
            self._saying = (sentence, question)
            answer = self._session(sentence.corpus).ask(question, mode="generative", as_of=DAY)
            if self._sources:
                return Outcome(sentence, number, is_shown(sentence, self._sources), answer)
        return Outcome(sentence, None, False, answer)

    def _reply(self, request: ChatRequest) -> Reply:
        assert self._saying is not None
        sentence, question = self._saying
        self._sources = sources_of(request.prompt)
        return Says(said_of(sentence, self._sources) if self._sources else question)

    def _session(self, corpus: str) -> Session:
        if corpus not in self._sessions:
            settings = AssistantSettings.load(
                data_dir=self._data.get(corpus) or self._ingested(corpus),
                app_database_url="sqlite://",
                llm_model=MODEL,
                llm_base_url=self._model.base_url,
                _env_file=None,
            )
            self._sessions[corpus] = self._stack.enter_context(open_session(settings))
        return self._sessions[corpus]

    def _ingested(self, corpus: str) -> Path:
        data_dir = self._folder / corpus
        documents = CORPORA / corpus / "documents"
        ingest_corpus(CorpusSettings(corpus_dir=documents, data_dir=data_dir, embedding_model=None, _env_file=None))
        return data_dir


@pytest.fixture(scope="module")
def route(ingested: tuple[CorpusSettings, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Route]:
    with ExitStack() as stack:
        yield Route(stack, ingested[1], tmp_path_factory.mktemp("cities"))


def counts(outcomes: Sequence[Outcome]) -> Mapping[str | None, tuple[int, int]]:
    """How many sentences of each kind of change got through as written, of how many."""
    sent = Counter(outcome.sentence.change for outcome in outcomes)
    through = Counter(outcome.sentence.change for outcome in outcomes if outcome.through)
    return {change: (through[change], sent[change]) for change in sorted(sent, key=str)}


@pytest.mark.parametrize("name", shipped_sets())
@pytest.mark.parametrize("supported", [False, True])
def test_no_figure_without_support_reaches_a_reader(route: Route, name: str, supported: bool) -> None:
    outcomes = [route.outcome(sentence) for sentence in read_sentences(name) if sentence.supported is supported]
    through = sum(outcome.through for outcome in outcomes)
    unsupported, unprinted = (
        sum(map(bool, figures)) for figures in zip(*((one.unsupported, one.unprinted) for one in outcomes), strict=True)
    )
    print(f"\n{name}, {'supported' if supported else 'made wrong'}: {len(outcomes)} sent, {through} through as written")
    print(f"answers with figures that no source holds: {unsupported}; that no source prints in digits: {unprinted}")
    shown = [outcome for outcome in outcomes if outcome.shown]
    print(f"passages all shown to the model: {len(shown)}, {sum(outcome.through for outcome in shown)} of them through", end="; ")
    print(f"by the question asked: {dict(Counter(outcome.asked for outcome in outcomes))}")
    print(", ".join(f"{change} {passed}/{sent}" for change, (passed, sent) in counts(outcomes).items()))
    assert all(outcome.asked is not None for outcome in outcomes)
    assert [(one.sentence.sentence, one.unsupported, one.answer.text) for one in outcomes if one.unsupported] == []
    assert through > len(outcomes) / 2 if supported else through < len(outcomes) / 2
