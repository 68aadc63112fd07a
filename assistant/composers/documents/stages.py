"""The stages that a plan goes through: their names, their years and what each is for."""

import re
from collections.abc import Iterator, Sequence

from assistant.composers.prose.sentences import excerpt
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from assistant.understanding.parts import names_subject, split_question
from corpus.language.numbering import numeral_value
from corpus.language.sentences import sentences_of
from corpus.language.terms import normalize
from corpus.language.years import year_mentions
from corpus.model.document import Document, Section
from corpus.model.span import Span

_ASKED = re.compile(
    r"(?:[几两二三四五]|哪些|多少)(?:大|个)*阶段|(?:[几两二三四五])步走|第[一二三四五\d]个?(?:阶段|步(?!骤))|(?:最后|头)一?(?:个阶段|阶段|步(?!骤))|首个阶段|阶段(?:都|分别|各)?(?:有|是|叫)(?:哪|什么)"
)
_NTH = re.compile(r"第([一二三四五]|\d)个?(?:阶段|步(?!骤))")
_LAST, _FIRST = re.compile(r"最后一?(?:个阶段|阶段|步(?!骤))"), re.compile(r"(?:首个|头一?个?)(?:阶段|步(?!骤))")
_PHASE = re.compile(r"([一二三四五])期")
"""How the first phase and the like are rendered from English."""
_STAGE = re.compile(r"[\u4e00-\u9fff]{2}阶段$")
_NAMES_COMPARED = re.compile(r"前后|一样|一致|写法|说法|叫法|统一|出入|为准|一回事|名称|矛盾|对不上|打架|两个名字|叫[^，。？]{1,12}还是")
_MIDDLE = re.compile(r"(?:中间|当中)(?:的|那)?一?(?:个阶段|阶段|步(?!骤))")
_ABOUT_STAGES = re.compile(r"阶段|步走|第[一二三四五\d]步")
MAX_QUOTE = 120
"""Characters of the sentence below the heading of a stage that are given."""
HELD, SCORE = 0.3, 1.2
"""Share of the question's words that title, headings and sentences of the stages must hold where it does not name their plan, and the
score of an answer."""


def compose_stages(evidence: Evidence) -> Draft | None:
    """The stage that the question counts, else all of them, each with the sentence that says when it is."""
    text = evidence.question.text
    if evidence.question.language == "en":
        text = _PHASE.sub(r"第\1阶段", text.replace(" ", ""))
    compared = _NAMES_COMPARED.search(text) is not None
    beside = not compared and any(names_subject(part) and not _ABOUT_STAGES.search(part) for part in split_question(text))
    if not _ASKED.search(text) or beside:
        return None
    found = [(document, stages) for document in _documents(evidence) for stages in _stages(document)]
    if len(found) != 1:
        return None
    document, stages = found[0]
    told = [(stage, _telling(evidence, document, stage)) for stage in stages]
    said = " ".join((document.title, *stages[0].path, *(span.of(document.text) for _, span in told)))
    if evidence.question.documents.strongest != document.id and evidence.matcher.match(said).coverage < HELD:
        return None
    chosen = _chosen(text, told)
    statements = [Statement(_sentence(span.of(document.text)), (Source(document.id, span),)) for _, span in chosen]
    if compared and (other := _named_otherwise(document, stages)):
        said_there = phrase("elsewhere", evidence.question.language, statement=_sentence(other.of(document.text)))
        statements.append(Statement(said_there, (Source(document.id, other),)))
    return Draft(tuple(statements), SCORE, subject=document.title) if statements else None


def _documents(evidence: Evidence) -> Iterator[Document]:
    strongest = evidence.question.documents.strongest
    for summary in evidence.knowledge.documents():
        if strongest in (None, summary.id):
            yield evidence.knowledge.document(summary.id)


def _stages(document: Document) -> Iterator[Sequence[Section]]:
    """Groups of numbered headings under one heading that are called stages."""
    groups: dict[int | None, list[Section]] = {}
    for section in document.sections:
        if section.number and _STAGE.search(re.sub(r"[（(][^（）()]*[）)]$", "", section.title)):
            groups.setdefault(section.parent, []).append(section)
    yield from (stages for stages in groups.values() if len(stages) > 1)


def _telling(evidence: Evidence, document: Document, stage: Section) -> Span:
    """The heading of a stage where it says when that is, else the first sentence below that does, else the heading."""
    if year_mentions(stage.title):
        return stage.heading
    below = sentences_of(document.text, Span(stage.heading.end, stage.span.end))
    dated = next((span for span in below if year_mentions(span.of(document.text))), stage.heading)
    start = dated.start + len(dated.of(document.text)) - len(dated.of(document.text).lstrip("。 "))
    return excerpt(evidence, document.text, Span(start, dated.end), MAX_QUOTE)


def _chosen(text: str, told: Sequence[tuple[Section, Span]]) -> Sequence[tuple[Section, Span]]:
    if nth := _NTH.search(text):
        place = numeral_value(nth[1]) or 0
        return told[place - 1 : place] if place else ()
    if _MIDDLE.search(text) and len(told) % 2:
        return told[len(told) // 2 : len(told) // 2 + 1]
    if _LAST.search(text):
        return told[-1:]
    return told[:1] if _FIRST.search(text) else told


def _named_otherwise(document: Document, stages: Sequence[Section]) -> Span | None:
    """A sentence that lists as many stages and calls one of them by another name."""
    names = [normalize(stage.title) for stage in stages]
    for span in sentences_of(document.text, Span(0, len(document.text))):
        listed = re.findall(r"阶段(?=[、，和与及。]|$)", span.of(document.text))
        plain = normalize(span.of(document.text))
        held = sum(name in plain for name in names)
        if len(listed) >= len(names) > held > 0:
            return span
    return None


def _sentence(text: str) -> str:
    return text.strip().rstrip("。；，") + "。"
