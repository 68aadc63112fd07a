"""The evidence that a model is given: facts and sentences, each with a token by which the model cites it.

The model sees tokens (S1, S2) only: what they stand for is looked up here, so that a source it invents leads nowhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.answer_sentences import answer_sentences
from assistant.citing import MAX_QUOTE
from assistant.draft import Source
from assistant.evidence import Evidence, Scored
from assistant.generation.instructions_in_text import instructs_a_model
from assistant.generation.token_count import count_tokens
from corpus.language.sentences import clauses_of, sentences_of
from corpus.model.document import Document, Section, section_at
from corpus.model.facts import Responsibility, Scenario, Target
from corpus.model.span import Span

SENTENCES, FACTS, ROWS = 12, 5, 3
"""Sentences and facts of each kind that are given besides what the extractive answer rests on, and rows of those that it rests on: the passage
that answers is among the first ten in .92 of cases by words alone."""
GROUPED = 3
"""Sources of one sentence that share a token; more are things of a list, each with a token of its own."""
OPENING = 2
"""Sentences of each section that a summary is made from."""


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """What a model may cite as `token`: the characters it stands for, and the words in which the model is told of them."""

    token: str
    sources: tuple[Source, ...]
    words: str

    @property
    def line(self) -> str:
        """The source as it stands in a prompt."""
        return f"[{self.token}] {self.words}"


@dataclass(frozen=True, slots=True)
class _Candidate:
    sources: tuple[Source, ...]
    words: str


def answer_sources(answer: Answer, evidence: Evidence, budget: int) -> tuple[NumberedSource, ...]:
    """What the extractive `answer` rests on and then the best of `evidence`, in at most `budget` tokens, nothing twice."""
    rows = _rows_of(answer, evidence)
    candidates = (*_of_answer(answer, evidence, rows), *_of_rows(rows, evidence), *_of_sentences(evidence), *_of_facts(evidence))
    return _numbered(candidates, budget, evidence.knowledge.text)


def summary_sources(document: Document, budget: int) -> tuple[NumberedSource, ...]:
    """The first sentences of each section of `document`, those of higher levels first, in at most `budget` tokens; given in reading order."""
    by_level = sorted(document.sections, key=lambda section: section.level)
    kept = _numbered((candidate for section in by_level for candidate in _of_section(section, document)), budget, lambda _: document.text)
    in_order = sorted(kept, key=lambda numbered: numbered.sources[0].span.start)
    return tuple(NumberedSource(f"S{number}", one.sources, one.words) for number, one in enumerate(in_order, 1))


def points_of(answer: Answer, sources: Sequence[NumberedSource]) -> str:
    """The sentences of the extractive `answer` with the tokens of `sources` in place of their markers: what is known to be right."""
    lines = []
    for sentence in answer_sentences(answer.text):
        spans = sources_of(sentence.markers, answer)
        tokens = [one.token for one in sources if spans and set(one.sources) <= set(spans)]
        lines.append(without_markers(sentence.text).strip() + "".join(f"[{token}]" for token in tokens))
    return "\n".join(line for line in lines if line and not instructs_a_model(line))


def without_markers(text: str) -> str:
    """`text` of an answer without the markers of its sources."""
    for sentence in answer_sentences(text):
        for marker in sentence.markers:
            text = text.replace(f"[{marker}]", "")
    return text


def sources_of(markers: Iterable[int], answer: Answer) -> tuple[Source, ...]:
    """What the `markers` of an answer stand for."""
    cited = {citation.marker: Source(citation.document_id, Span(citation.start, citation.end)) for citation in answer.citations}
    return tuple(cited[marker] for marker in markers if marker in cited)


def _numbered(candidates: Iterable[_Candidate], budget: int, text_of: Callable[[str], str]) -> tuple[NumberedSource, ...]:
    kept: list[NumberedSource] = []
    for candidate in candidates:
        one = NumberedSource(f"S{len(kept) + 1}", candidate.sources, candidate.words)
        cost = count_tokens(one.line) + 1
        if not candidate.sources or _is_held(candidate, kept) or _instructs(candidate, text_of):
            continue
        if cost <= budget:
            kept.append(one)
            budget -= cost
    return tuple(kept)


def _instructs(candidate: _Candidate, text_of: Callable[[str], str]) -> bool:
    """Whether its words, or the paragraph of one of its sources, speak to a model: what an instruction orders stands beside it."""
    paragraphs = (_paragraph(text_of(source.document_id), source.span) for source in candidate.sources)
    return instructs_a_model(candidate.words) or any(instructs_a_model(paragraph) for paragraph in paragraphs)


def _paragraph(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def _is_held(candidate: _Candidate, kept: Sequence[NumberedSource]) -> bool:
    """Whether one source holds all characters of `candidate` already."""
    return any(
        all(
            any(has.document_id == source.document_id and has.span.contains(source.span) for has in one.sources)
            for source in candidate.sources
        )
        for one in kept
    )


def _of_answer(answer: Answer, evidence: Evidence, rows: Sequence[Scenario]) -> Iterator[_Candidate]:
    for sentence in answer_sentences(answer.text):
        sources = sources_of(sentence.markers, answer)
        groups = (sources,) if len(sources) <= GROUPED else tuple((source,) for source in sources)
        for group in groups:
            words = without_markers(sentence.text).strip() if len(groups) == 1 and _are_words_alone(group) else None
            yield _told(tuple(dict.fromkeys((*group, *_names_of_rows(group, rows)))), evidence, words)


def _are_words_alone(sources: Sequence[Source]) -> bool:
    """Whether the quotes are so short that they say nothing without the sentence they prove: a cell of a table, a year."""
    return sum(len(source.span) for source in sources) < MAX_QUOTE // 4


def _rows_of(answer: Answer, evidence: Evidence) -> Sequence[Scenario]:
    """The rows of tables that the answer cites."""
    cited = sources_of([citation.marker for citation in answer.citations], answer)
    rows = (fact for fact in evidence.knowledge.facts("scenario") if isinstance(fact, Scenario))
    return [row for row in rows if any(_is_in(source, row) for source in cited)]


def _is_in(source: Source, row: Scenario) -> bool:
    return source.document_id == row.document_id and row.span.contains(source.span)


def _names_of_rows(sources: Sequence[Source], rows: Sequence[Scenario]) -> Iterator[Source]:
    """The cells that name the rows in which `sources` stand: a cell alone does not say of what it is."""
    for row in rows:
        name = _name_cell(row)
        if name and any(_is_in(source, row) for source in sources):
            yield Source(row.document_id, name)


def _name_cell(row: Scenario) -> Span | None:
    return next((column.span for column in row.columns if row.name and row.name in column.text and len(column.span) <= MAX_QUOTE), None)


def _of_rows(rows: Sequence[Scenario], evidence: Evidence) -> Iterator[_Candidate]:
    """The cells of some `rows`, each with the cell that names its row."""
    for row in rows[:ROWS]:
        document, name = evidence.knowledge.document(row.document_id), _name_cell(row)
        for column in (column for column in row.columns if column.span != name and not column.text.isdecimal()):
            for piece in _pieces(document.text, column.span):
                sources = tuple(Source(row.document_id, span) for span in (name, piece) if span)
                yield _Candidate(sources, f"《{document.title}》附表，{row.name}，{column.heading}：{piece.of(document.text)}")


def _of_facts(evidence: Evidence) -> Iterator[_Candidate]:
    for duty in evidence.responsibilities[:FACTS]:
        spans = (*_pieces(duty.document.text, duty.item.task_span)[:1], *_pieces(duty.document.text, duty.item.span)[:1])
        yield _told(tuple(Source(duty.document.id, span) for span in spans), evidence, _duty(duty))
    for target in evidence.targets[:FACTS]:
        spans = tuple(span for span in (target.item.span, target.item.year_span) if span)
        yield _told(tuple(Source(target.document.id, span) for span in spans), evidence, f"指标：{_aim(target)}")


def _duty(duty: Scored[Responsibility]) -> str:
    roles: Mapping[str, Sequence[str]] = {
        "牵头单位": duty.item.lead,
        "配合单位": duty.item.cooperating,
        "责任单位（按职责分工负责）" if duty.item.shared else "责任单位": [
            unit for unit in duty.item.units if unit not in (*duty.item.lead, *duty.item.cooperating)
        ],
    }
    return f"任务：{duty.item.task}；" + "；".join(f"{role}：{'、'.join(units)}" for role, units in roles.items() if units)


def _aim(target: Scored[Target]) -> str:
    year = f"{target.item.year}年{'底' if target.item.deadline else ''}" if target.item.year else ""
    return f"{year}，{target.item.statement}" if year and str(target.item.year) not in target.item.statement else target.item.statement


def _of_sentences(evidence: Evidence) -> Iterator[_Candidate]:
    for sentence in evidence.sentences[:SENTENCES]:
        for piece in _pieces(sentence.document.text, sentence.span):
            yield _told((Source(sentence.document.id, piece),), evidence)


def _of_section(section: Section, document: Document) -> Iterator[_Candidate]:
    own = [passage for passage in document.passages if passage.section == section.ordinal]
    sentences = [span for passage in own for cell in passage.sentences for span in sentences_of(document.text, cell)]
    pieces = [piece for span in sentences[:OPENING] for piece in _pieces(document.text, span)[:1]]
    for piece in pieces:
        yield _Candidate((Source(document.id, piece),), f"{section.title}：{piece.of(document.text)}")
    if not pieces and len(section.heading) <= MAX_QUOTE:
        yield _Candidate((Source(document.id, section.heading),), section.title)


def _told(sources: tuple[Source, ...], evidence: Evidence, words: str | None = None) -> _Candidate:
    """A candidate told with its document and heading; in `words` where the characters alone say too little."""
    if not sources:
        return _Candidate((), "")
    document = evidence.knowledge.document(sources[0].document_id)
    section = section_at(document.sections, sources[0].span.start)
    place = f"《{document.title}》" + (f" › {section.path[-1]}" if section and section.path else "")
    return _Candidate(
        sources, f"{place}：{words or '……'.join(source.span.of(evidence.knowledge.text(source.document_id)) for source in sources)}"
    )


def _pieces(text: str, span: Span) -> Sequence[Span]:
    """`span` in parts that a citation can quote whole, cut at sentences and, where these are too long, at clauses."""
    if len(span) <= MAX_QUOTE:
        return (span,)
    pieces: list[Span] = []
    for sentence in sentences_of(text, span):
        parts = (sentence,) if len(sentence) <= MAX_QUOTE else clauses_of(text, sentence)
        for part in (part for part in parts if len(part) <= MAX_QUOTE):
            if pieces and part.end - pieces[-1].start <= MAX_QUOTE:
                pieces[-1] = Span(pieces[-1].start, part.end)
            else:
                pieces.append(part)
    return pieces
