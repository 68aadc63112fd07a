"""Whole sentences: where a question wants more figures and times than its answer tells, the rest of the sentence or row that tells the others."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.checks.refusals import THRESHOLD
from assistant.composers.rows.scenarios import told_columns
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.understanding.asks import Ask
from assistant.understanding.parts import split_question
from assistant.understanding.wants import IN_YEAR, Figure, figures_told, filled, wants_of
from corpus.language.sentences import clauses_of, sentences_of
from corpus.language.terms import normalize
from corpus.language.years import year_mentions
from corpus.model.span import Span

MAX_QUOTE = 200
"""Characters of a run of clauses that are said as one."""
SHARED = 2
"""Characters of the question that a run must say besides what is told, where it says none of its words: 桥隧贯通 for 桥和隧道打通了."""
SEVERAL = 2
"""Years of which a question asks several."""
BEST, NEARLY, ABOUT = 3, 0.95, 0.05
"""Sentences that may stand in for the draft, the share of the best one's score they must have, how much less of the question they may hold."""
OF_ALL = 0.8
"""The same where what is told stands in several documents."""
_EMPTY = frozenset(
    "的了吗呢吧是在有没不要就把给和与及能会可到从去来也都还很最这那哪个些么之其以于为多少几年月日号第一各又再上下里外中后前时候分别"
)
_TABLE = "\t"


@dataclass(frozen=True, slots=True)
class _Option:
    """A statement in the place of the one at `place`, or behind all where that is None; `filled` of the wants, by `length` characters more."""

    filled: int
    length: int
    place: int | None
    statement: Statement


def with_rest(draft: Draft, evidence: Evidence) -> Draft:
    """`draft` with what its sentences, or its row, tell besides of what the question wants; unchanged where they tell no more of it.

    A part that was said to have no answer has one where all is told then; not one that asks for something else than a figure or time.
    """
    wants = wants_of(evidence.question.text)
    derived = any(fact.values.get("kind") == "derived" for fact in draft.facts)
    if (draft.status not in ("answered", "partial") and draft.reason != "outside_period") or derived:
        return draft
    if len(wants) < SEVERAL and IN_YEAR not in wants:
        return draft
    rest = _Rest(draft, evidence, wants)
    parts = split_question(evidence.question.text)
    alone = all(wants_of(part) for part in parts)
    apart = len(set(wants)) == len(wants) and evidence.question.documents.strongest is None
    if parts and alone and all(wants) and apart and rest.is_scattered() and (instead := rest.instead()):
        return replace(draft, statements=(instead,), facts=(), status="answered", reason=None)
    if rest.have >= len(wants):
        return draft
    best = max(rest.options(), key=lambda option: (option.filled, -option.length), default=None)
    if alone and (best is None or best.filled < len(wants)) and (instead := rest.instead()):
        return replace(draft, statements=(instead,), facts=(), status="answered", reason=None)
    if best is None:
        return draft
    statements = list(draft.statements)
    if best.place is None:
        statements.append(best.statement)
    else:
        statements[best.place] = best.statement
        said = best.statement.text
        statements = [one for one in statements if one is best.statement or one.text.rstrip("。") not in said]
    if alone and best.filled >= len(wants):
        return replace(draft, statements=tuple(one for one in statements if one.sources), status="answered")
    return replace(draft, statements=tuple(statements))


def tells_wants(whole: Draft | None, part: str) -> bool:
    """Whether the answer to the whole question tells every figure and time that a part asks for, each in the unit the part counts in."""
    wants = wants_of(part)
    if whole is None or whole.status != "answered" or whole.score < THRESHOLD or not wants or not all(wants):
        return False
    return filled(wants, figures_told("".join(statement.text for statement in whole.statements), part)) == len(wants)


def tells_number(asks: Collection[Ask], whole: Draft | None) -> bool:
    """Whether a part asks for no more than the number of a document that the answer to the whole question names with its number."""
    if whole is None or not {"document_number", "figure", "each", "when", "definition"}.issuperset(asks):
        return False
    return "document_number" in asks and any(fact.values.get("number") for fact in whole.facts)


class _Rest:
    """What the places a draft rests on tell besides."""

    def __init__(self, draft: Draft, evidence: Evidence, wants: Sequence[frozenset[str]]) -> None:
        self._draft, self._evidence, self._wants = draft, evidence, wants
        statements = [statement for statement in draft.statements if statement.sources]
        self._told = "".join(statement.text for statement in (statements[:1] if self._is_series() else statements))
        self._known = self._figures(self._told)
        self.have = filled(wants, self._known)

    def options(self) -> Iterator[_Option]:
        """The statements that would tell more of what is wanted."""
        for place, statement in enumerate(self._draft.statements):
            for source in statement.sources[:1]:
                text = self._evidence.knowledge.document(source.document_id).text
                for span in (span for span in _runs(text, source.span) if self._is_of_time(span.of(text))):
                    said = _widened(statement, source, span, text)
                    yield from self._option(span.of(text), place, said, len(span)) if said else ()
                for span in _neighbours(text, source.span):
                    yield from self._option(span.of(text), None, _sentence(source.document_id, span, text), len(span) + MAX_QUOTE)
        yield from self._of_row()

    def _is_series(self) -> bool:
        """Whether the draft tells one figure for several years, of which the question asks none."""
        targets = [fact.values for fact in self._draft.facts if fact.values.get("kind") == "target"]
        years, units = ({values.get(name) for values in targets} for name in ("year", "unit"))
        told = {(values.get("year"), values.get("value")) for values in targets}
        alone = None not in years | units and len(units) == 1 and len(years) == len(told) == len(self._draft.statements)
        asks = self._evidence.question.asks
        return len(years) > 1 and alone and len(self._evidence.question.years) < SEVERAL and not {"each", "difference"} & set(asks)

    def is_scattered(self) -> bool:
        """Whether what is told stands in several documents: one sentence that tells all of it is what the question means."""
        return len({source.document_id for statement in self._draft.statements for source in statement.sources}) > 1

    def instead(self) -> Statement | None:
        """The part of the best sentence that tells all that is wanted and says no fewer words of the question."""
        if self._draft.status == "not_found":
            self._told = ""
        matcher, years = self._evidence.matcher, set(self._evidence.question.years)
        least = 0.0 if self.is_scattered() else matcher.match(self._told).coverage - ABOUT
        nearly = OF_ALL if self.is_scattered() else NEARLY
        best = next(iter(self._evidence.sentences), None)
        for sentence in self._evidence.sentences[:BEST]:
            text = sentence.document.text
            if sentence.score < max(THRESHOLD, nearly * best.score if best else 0.0) or _TABLE in _line(text, sentence.span).of(text):
                continue
            fitting = [
                (round(matcher.match(said).coverage, 2), -len(span), span)
                for span in _parts(text, sentence.span)
                if filled(self._wants, self._figures(said := span.of(text))) >= len(self._wants)
                and matcher.match(said).coverage >= least
                and _is_of_years(said, sentence.text, years)
            ]
            if fitting:
                return _sentence(sentence.document.id, max(fitting)[2], text)
        return None

    def _of_row(self) -> Iterator[_Option]:
        names = {fact.values.get("name") for fact in self._draft.facts if fact.values.get("kind") == "scenario"}
        row = next((row for row in self._evidence.scenarios if row.item.name in names), None)
        for column in row.item.columns if row else ():
            said = told_columns(self._evidence, row, [column])[0] if row else None
            if said:
                yield from self._option(column.text, None, said, len(column.text))

    def _option(self, text: str, place: int | None, statement: Statement, length: int) -> Iterator[_Option]:
        count = filled(self._wants, list(dict.fromkeys((*self._known, *self._figures(text)))))
        if count > self.have and (self._gains(text) or (self._is_in_unit(text) and (place is not None or self._says_of_it(text)))):
            yield _Option(count, length, place, statement)

    def _is_of_time(self, text: str) -> bool:
        """Whether nothing in `text` is of another year than those asked for: what stands before a year is of the one before."""
        years = self._evidence.question.years
        return not years or all(mention.start == 0 and mention.last in years for mention in year_mentions(text))

    def _is_in_unit(self, text: str) -> bool:
        """Whether what is told besides is counted in what the question counts in."""
        wants = [want for want in self._wants if want]
        return filled(wants, list(dict.fromkeys((*self._known, *self._figures(text))))) > filled(wants, self._known)

    def _says_of_it(self, text: str) -> bool:
        """Whether `text` says a character of the question that tells something."""
        return bool((set(re.sub(r"[^\u4e00-\u9fff]", "", normalize(self._evidence.question.text))) - _EMPTY) & set(text))

    def _figures(self, text: str) -> Sequence[Figure]:
        return figures_told(text, self._evidence.question.text)

    def _gains(self, text: str) -> bool:
        matcher = self._evidence.matcher
        if matcher.terms_in(text) - matcher.terms_in(self._told):
            return True
        asked = set(re.sub(r"[^\u4e00-\u9fff]", "", normalize(self._evidence.question.text))) - _EMPTY
        return len((asked & set(text)) - set(self._told)) >= SHARED


def _line(text: str, cited: Span) -> Span:
    start, end = text.rfind("\n", 0, cited.start) + 1, text.find("\n", cited.end)
    return Span(start, end if end >= 0 else len(text))


def _runs(text: str, cited: Span) -> Iterator[Span]:
    """The runs of clauses around what is cited in its sentence, as far as a quote can hold them; none in the row of a table."""
    line = _line(text, cited)
    if _TABLE in line.of(text):
        return
    clauses = [clause for sentence in sentences_of(text, line) if sentence.overlaps(cited) for clause in clauses_of(text, sentence)]
    for first, one in enumerate(clauses):
        for other in clauses[first:]:
            start = min(one.start, cited.start) if one.overlaps(cited) else one.start
            run = Span(start, max(other.end, cited.end) if other.overlaps(cited) else other.end)
            if run.contains(cited) and run != cited and len(run) <= MAX_QUOTE:
                yield run


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The runs of clauses of a sentence that a quote can hold."""
    clauses = clauses_of(text, sentence)
    for first, one in enumerate(clauses):
        yield from (Span(one.start, other.end) for other in clauses[first:] if other.end - one.start <= MAX_QUOTE)


def _is_of_years(run: str, sentence: str, years: Collection[int]) -> bool:
    """Whether a run of clauses is of a year asked for: its sentence names none, or the run one, with nothing of the year before in front."""
    asked = [mention for mention in year_mentions(run) if mention.last in years]
    return not years or not year_mentions(sentence) or (bool(asked) and "；" not in run[: asked[0].start])


def _neighbours(text: str, cited: Span) -> Iterator[Span]:
    """The sentences beside the one that is cited, in its paragraph."""
    line = _line(text, cited)
    sentences = sentences_of(text, line) if _TABLE not in line.of(text) else ()
    at = [place for place, sentence in enumerate(sentences) if sentence.overlaps(cited)]
    for place in (at[0] - 1, at[-1] + 1) if at else ():
        if 0 <= place < len(sentences) and len(sentences[place]) <= MAX_QUOTE:
            yield sentences[place]


def _widened(statement: Statement, source: Source, span: Span, text: str) -> Statement | None:
    """The statement with the whole run in the place of what it quotes; None where it does not say it as printed."""
    printed = source.span.of(text).strip("，；。、 ")
    if not printed or printed not in statement.text:
        return None
    whole = span.of(text).rstrip("。；，")
    before, _, behind = statement.text.partition(printed)
    before = "" if year_mentions(before) and any(mention.start == 0 for mention in year_mentions(whole)) else before
    rest = [piece for piece in behind.rstrip("。").split("；") if piece and piece not in whole]
    said = "；".join((before + whole, *rest)) + "。"
    return Statement(said, (Source(source.document_id, span), *(one for one in statement.sources[1:] if not span.contains(one.span))))


def _sentence(document_id: str, span: Span, text: str) -> Statement:
    return Statement(span.of(text).rstrip("。；，") + "。", (Source(document_id, span),))
