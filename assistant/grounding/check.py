"""The check itself: everything a sentence claims, looked up in the passages it cites."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from assistant.grounding.bodies import missing_bodies
from assistant.grounding.cited_passage import CitedPassage
from assistant.grounding.evidence import Evidence, evidence_of
from assistant.grounding.figures import missing_figures
from assistant.grounding.names import missing_names, missing_numbers, missing_titles
from assistant.grounding.overlap import clauses_of_sentence, content_pairs
from assistant.grounding.plain_text import plain_text
from assistant.grounding.statements import turned_clauses
from assistant.grounding.times import missing_times
from assistant.units.directory import UnitDirectory

MissingKind = Literal["figure", "time", "number", "title", "name", "body", "role", "turned", "content"]

ENOUGH = 0.5
ENOUGH_IN_CLAUSE = 0.3
CLAUSE = 4


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
    sentence: str,
    passages: Sequence[CitedPassage],
    directory: UnitDirectory,
    glossary: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Verdict:
    """Whether `passages`, which `sentence` cites, say what it says. `glossary` holds English terms with the Chinese for them."""
    evidence = evidence_of(passages)
    text = plain_text(sentence)
    overlap, poor = _overlap(text, evidence)
    missing = tuple(dict.fromkeys(_missing(text, evidence, directory))) + poor
    return Verdict(bool(passages) and not missing, missing, overlap)


def _missing(text: str, evidence: Sequence[Evidence], directory: UnitDirectory) -> Iterator[Missing]:
    whole = "\n".join(item.text for item in evidence)
    yield from (Missing("figure", words) for words in missing_figures(text, evidence))
    yield from (Missing("time", words) for words in missing_times(text, evidence))
    yield from (Missing("number", words) for words in missing_numbers(text, whole))
    yield from (Missing("title", words) for words in missing_titles(text, whole))
    yield from (Missing("name", words) for words in missing_names(text, whole))
    for kind, words in missing_bodies(text, [item.text for item in evidence], directory):
        yield Missing("role" if kind == "role" else "body", words)
    yield from (Missing("turned", words) for words in turned_clauses(text, evidence))


def _overlap(text: str, evidence: Sequence[Evidence]) -> tuple[float, tuple[Missing, ...]]:
    held = frozenset().union(*(content_pairs(item.text) for item in evidence))
    pairs = content_pairs(text)
    share = len(pairs & held) / len(pairs) if pairs else 1.0
    poor = [Missing("content", text)] if share < ENOUGH else []
    for clause in clauses_of_sentence(text):
        own = content_pairs(clause)
        if len(own) >= CLAUSE and len(own & held) / len(own) < ENOUGH_IN_CLAUSE:
            poor.append(Missing("content", clause))
    return share, tuple(dict.fromkeys(poor))
