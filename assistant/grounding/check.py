"""The check itself: everything a sentence claims, looked up in the passages it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.grounding.bodies import bodies_in, missing_bodies
from assistant.grounding.cited_passage import CitedPassage
from assistant.grounding.english_sentence import EnglishTerms, in_chinese_words, is_english
from assistant.grounding.evidence import Evidence, evidence_of
from assistant.grounding.figures import missing_figures
from assistant.grounding.names import missing_names, missing_names_behind, missing_numbers, missing_titles
from assistant.grounding.overlap import overlap_of, overlap_of_words
from assistant.grounding.plain_text import plain_text
from assistant.grounding.statements import turned_clauses
from assistant.grounding.times import missing_times
from assistant.units.directory import UnitDirectory

MissingKind = Literal["figure", "time", "number", "title", "name", "body", "role", "turned", "content"]


@dataclass(frozen=True, slots=True)
class Missing:
    """Words of the sentence that the passages do not bear out, and what they are."""

    kind: MissingKind
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the passages support the sentence, what they lack, and the share (0 to 1) of its content that they hold."""

    supported: bool
    missing: tuple[Missing, ...]
    overlap: float


def check_sentence(
    sentence: str, passages: Sequence[CitedPassage], directory: UnitDirectory, english: EnglishTerms | None = None
) -> Verdict:
    """Whether `passages`, which `sentence` cites, say what it says.

    `english` holds the Chinese for English terms; without it no English sentence is supported.
    """
    evidence = evidence_of(passages)
    if is_english(sentence):
        bodies = [name for item in evidence for body in bodies_in(item.text) for name in body.names[:1]]
        said = in_chinese_words(sentence, english or EnglishTerms({}), "\n".join(item.text for item in evidence), bodies)
        text = plain_text(said.text)
        share, poor = overlap_of_words(said, evidence)
        named = tuple(missing_names_behind(plain_text(sentence), "\n".join(item.text for item in evidence)))
    else:
        text = plain_text(sentence)
        share, poor = overlap_of(text, evidence)
        named = ()
    missing = (
        *dict.fromkeys(_missing(text, evidence, directory)),
        *(Missing("name", name) for name in named),
        *(Missing("content", clause) for clause in poor),
    )
    return Verdict(bool(passages) and not missing, missing, share)


def _missing(text: str, evidence: Sequence[Evidence], directory: UnitDirectory) -> Iterator[Missing]:
    whole = "\n".join(item.text for item in evidence)
    yield from (Missing("figure", words) for words in missing_figures(text, evidence))
    yield from (Missing("time", words) for words in missing_times(text, evidence))
    yield from (Missing("number", words) for words in missing_numbers(text, whole))
    yield from (Missing("title", words) for words in missing_titles(text, whole))
    yield from (Missing("name", words) for words in missing_names(text, whole))
    yield from (Missing(kind, words) for kind, words in missing_bodies(text, [item.text for item in evidence], directory))
    yield from (Missing("turned", words) for words in turned_clauses(text, evidence))
