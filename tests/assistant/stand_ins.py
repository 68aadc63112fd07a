"""Stand-ins for knowledge and answering, for tests of what goes on around them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace
from typing import Any

from assistant.answer import Answer, Turn
from corpus.errors import AssistantError, NoGenerationError
from corpus.model.document import Visibility
from tests.assistant.examples import an_answer


class Generations:
    """Lends a stand-in for knowledge and counts what is out."""

    def __init__(self, generation: str | None = "g1") -> None:
        self.generation = generation
        self.lent = 0
        self.audiences: list[Visibility] = []
        self.fault: AssistantError | None = None

    def check(self) -> None:
        if self.fault is not None:
            raise self.fault

    @contextmanager
    def lease(self, audience: Visibility = "public") -> Iterator[Any]:
        if self.generation is None:
            raise NoGenerationError("Nothing has been ingested yet: run `city-assistant ingest`.")
        self.lent += 1
        self.audiences.append(audience)
        try:
            yield SimpleNamespace(
                generation=self.generation,
                check=self.check,
                documents=lambda: (SimpleNamespace(id="plan", title="行动计划"),),
                document=lambda _: SimpleNamespace(version="v1", text="到2025年建成10个。"),
            )
        finally:
            self.lent -= 1


class Answerer:
    """Answers every question alike and keeps how it was asked."""

    def __init__(self, generations: Generations) -> None:
        self.generations = generations
        self.asked: list[dict[str, Any]] = []

    def __call__(self, question: str, knowledge: Any, *, history: Sequence[Turn], as_of: date, contact: str | None) -> Answer:
        assert self.generations.lent == 1
        self.asked.append({"question": question, "history": history, "as_of": as_of, "contact": contact})
        return an_answer(as_of=None, generation="", timings_ms={"evidence": 1.0}, resolved_question=question)
