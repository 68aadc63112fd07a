"""Sentences with the passages they cite, each labelled: supported, or changed in one way so that it is not."""

from datetime import date
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.grounding.cited_passage import CitedPassage
from corpus.language.titles import period_of
from eval.errors import SentenceSetError

FOLDER = Path(__file__).parent
SHIPPED = "sentences"


class WrittenPassage(BaseModel):
    """A passage as it is cited, written out so that no corpus has to be ingested; `date` is the day of the document."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    number: str | None
    date: date | None
    section: tuple[str, ...]
    quote: str = Field(min_length=1)

    def cited(self) -> CitedPassage:
        """The passage as the check takes it; the period it plans for is read from its title."""
        return CitedPassage(self.quote, self.title, self.section, self.number, self.date, period_of(self.title))


class LabelledSentence(BaseModel):
    """One sentence of an answer; `change` names what was changed in one that is not supported, `corpus` the city it is about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    corpus: str = Field(min_length=1)
    question: str
    sentence: str = Field(min_length=1)
    supported: bool
    change: str | None
    passages: tuple[WrittenPassage, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _change_is_told(self) -> Self:
        if self.supported == (self.change is not None):
            raise ValueError("a supported sentence has no change, any other has one")
        return self


def read_sentences(name: str) -> tuple[LabelledSentence, ...]:
    """The sentences of a shipped set or of a JSONL file. Raises SentenceSetError, naming file and line."""
    shipped = FOLDER / f"{name}.jsonl"
    path = shipped if shipped.is_file() else Path(name)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise SentenceSetError(f"There is no set of sentences {name}; name a .jsonl file or one of: {', '.join(shipped_sets())}.") from None
    sentences = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                sentences.append(LabelledSentence.model_validate_json(line))
            except ValidationError as error:
                raise SentenceSetError(f"{path}, line {number}, is no labelled sentence: {error.errors()[0]['msg']}.") from None
    if not sentences:
        raise SentenceSetError(f"{path} holds no sentences; write one JSON object a line.")
    return tuple(sentences)


def shipped_sets() -> tuple[str, ...]:
    """The names of the sets that come with the program."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.jsonl")))
