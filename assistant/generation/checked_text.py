"""A model's sentences taken up one by one: each that its own sources support, and in place of one that they do not the extract it stood for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.answer import Answer
from assistant.answer_sentences import answer_sentences
from assistant.citing import MAX_CITATIONS
from assistant.draft import Source, Statement
from assistant.english.translation import is_english
from assistant.generation.numbered_sources import NumberedSource, sources_of, without_markers
from assistant.generation.written_sentences import WrittenSentence
from corpus.language.figures import chinese_counts_in, figures_in
from corpus.language.years import year_mentions

LONGEST = 900
"""Characters after which an answer ends: what a list may have when answers are graded (eval/README.md)."""
_EMPHASIS = re.compile(r"\*+|`+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_HEAD = re.compile(r"^(?:#+\s*|>\s*)+")
_ITEM = re.compile(r"^(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[)）])\s*")
_CLOSED = re.compile(r"[。！？；.!?][”’」』）)】》]*$")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|^\s*\|", re.MULTILINE)
"""A tag, or a row of a table: neither is a sentence."""
_LINK = re.compile(r"https?://|www\.|[\w-]+\.(?:com|cn|org|net)\b|\]\(", re.IGNORECASE)

Supports = Callable[[str, Sequence[Source]], bool]
"""Whether a sentence is supported by the characters it cites."""


@dataclass(slots=True)
class CheckedText:
    """The statements taken up so far. `extract` is the answer without a model, whose statements stand in for sentences that fail."""

    sources: Sequence[NumberedSource]
    extract: Answer
    supports: Supports
    statements: list[Statement] = field(default_factory=list)
    written: int = 0

    @property
    def is_full(self) -> bool:
        """Whether the answer is as long as one may be, or cites as much."""
        return sum(len(statement.text) for statement in self.statements) >= LONGEST or len(self._cited) >= MAX_CITATIONS

    @property
    def _cited(self) -> set[Source]:
        return {source for statement in self.statements for source in statement.sources}

    def take(self, sentence: WrittenSentence) -> bool:
        """Take up `sentence`, or what stands in for it; whether anything was added."""
        before = len(self.statements)
        known = [one for one in self.sources if one.token in sentence.tokens]
        text = _EMPHASIS.sub("", _HEAD.sub("", sentence.text)).strip()
        bare = _ITEM.sub("", text)
        if any(_ITEM.sub("", statement.text.strip()) == bare for statement in self.statements):
            return False
        needed = self._needed(bare, known) if self._may_stand(bare, known) else ()
        if needed and len(self._cited.union(needed)) <= MAX_CITATIONS:
            self.statements.append(Statement(f"{self._gap(sentence)}{text}", needed))
            self.written += 1
        else:
            self.statements.extend(self._stand_ins(_spans(known), sentence))
        return len(self.statements) > before

    def complete(self) -> bool:
        """Add the extract's statements of facts that nothing taken up cites; whether there were any."""
        before = len(self.statements)
        proving = {marker for fact in self.extract.facts for marker in (*fact.get("markers", ()), *fact.get("derived_from", ()))}
        for statement, markers in _statements_of(self.extract):
            if proving & set(markers) and not self._is_told(statement):
                self.statements.append(Statement(self._joint + statement.text, statement.sources))
        return len(self.statements) > before

    def _may_stand(self, text: str, named: Sequence[NumberedSource]) -> bool:
        if not named or is_english(text) is not (self.extract.language == "en") or _LINK.search(text) or _MARKUP.search(text):
            return False
        return self.supports(text, _spans(named))

    def _stand_ins(self, spans: Sequence[Source], sentence: WrittenSentence) -> Iterator[Statement]:
        for statement, _ in _statements_of(self.extract):
            if _shares(statement.sources, spans) and not self._is_told(statement):
                yield Statement(self._gap(sentence) + statement.text, statement.sources)

    def _is_told(self, statement: Statement) -> bool:
        """Whether what was taken up cites what `statement` cites, and holds its figures."""
        told = [other for other in self.statements if _shares(other.sources, statement.sources)]
        words = " ".join(other.text for other in told)
        return bool(told) and any(figures(words) >= figures(statement.text) for figures in (_amounts, _digits))

    def _needed(self, text: str, named: Sequence[NumberedSource]) -> tuple[Source, ...]:
        """The spans of as few of the sources `named` as support `text`: a model names more than a sentence takes."""
        kept = list(named)
        for one in reversed(named):
            fewer = [other for other in kept if other is not one]
            if fewer and self.supports(text, _spans(fewer)):
                kept = fewer
        return _spans(kept)

    @property
    def _joint(self) -> str:
        """What stands between the last statement and one that the model did not write: a new line behind an item or words without an end."""
        last = self.statements[-1].text.strip() if self.statements else "。"
        if _ITEM.match(last) or not _CLOSED.search(last):
            return "\n"
        return " " if last.endswith((".", "!", "?")) else ""

    def _gap(self, sentence: WrittenSentence) -> str:
        return sentence.gap if self.statements else ""


def _statements_of(answer: Answer) -> Iterator[tuple[Statement, Sequence[int]]]:
    for sentence in answer_sentences(answer.text):
        yield Statement(without_markers(sentence.text), sources_of(sentence.markers, answer)), sentence.markers


def _spans(sources: Sequence[NumberedSource]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(span for one in sources for span in one.sources))


def _shares(sources: Sequence[Source], others: Sequence[Source]) -> bool:
    return any(one.document_id == other.document_id and one.span.overlaps(other.span) for one in sources for other in others)


def _amounts(text: str) -> frozenset[tuple[float, str]]:
    """The amounts and years of `text`, however they are written."""
    years = ((float(year), "年") for mention in year_mentions(text) for year in (mention.first, mention.last))
    return frozenset((*((figure.amount, figure.unit or "") for figure in (*figures_in(text), *chinese_counts_in(text))), *years))


def _digits(text: str) -> frozenset[str]:
    """The figures of `text` as they are written, which are read in English too."""
    return frozenset(re.findall(r"\d+(?:\.\d+)?", text))
