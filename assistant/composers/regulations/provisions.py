"""The provisions of a regulation: the sentences of its articles, and the items of a list with the sentence that announces them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.draft import Draft
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.numbering import numbering_of, numeral_value
from corpus.language.sentences import segments_of, sentences_of, trim
from corpus.model.document import Document, Section, section_at
from corpus.model.span import Span

_NUMERAL = "[一二三四五六七八九十百零〇\\d]+"
_ARTICLE = re.compile(rf"第({_NUMERAL})条")
_CITED = re.compile(rf"第({_NUMERAL})条((?:(?:[、至和或及,，]|或者|以及)?第[（(]?{_NUMERAL}[）)]?[款项])*)")
_PART = re.compile(rf"(至)?第[（(]?({_NUMERAL})[）)]?([款项])")
_PARTS_TOGETHER = re.compile(rf"第([（(]?{_NUMERAL}[）)]?)((?:[、和或及,，][（(]?{_NUMERAL}[）)]?)+)([款项])")
_PART_ALONE = re.compile(rf"(?<![条款项、和至或及])第(?=[（(]?{_NUMERAL}[）)]?(?:[、和或及,，][（(]?{_NUMERAL}[）)]?)*[款项])")
_OWN_ARTICLE = re.compile(r"本条(?!例)")
_PARAGRAPH_BEFORE = re.compile(r"(?<![条款])前款")
_CONDITION = re.compile(r"^.*?(?=[，,](?:由|处|并处|责令|没收|给予|依法|依照|按照|可以))")
_OWN_CONDUCT = re.compile(
    r"违反[^，]{2,40}规定|(?!逾期|拒不|情节|造成|构成|警告|不听|对|仍|屡|经|有违法|没有|无违法|尚|因|致使|单位|个人|两次)[^，；]{6,60}的，(?:由[^，]{2,40}(?:责令|处|给予|没收)|可以处|处)"
)
"""How a segment begins that lays down what follows from another conduct than the segment before."""
_ITEM_LEVEL = 2
"""Level of numbering from which a line of an article is an item of a list: （一）, 1., (1)."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A sentence of a paragraph of an article (`item` None), or an item with the sentence that announces it (`lead`).

    `paragraph` and `item` count from 1.
    """

    article: Section
    span: Span
    paragraph: int
    item: int | None = None
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """An article, or a paragraph (款) or item (项) of it, that another article names."""

    article: int
    paragraph: int | None = None
    item: int | None = None


def article_number(section: Section) -> int | None:
    """The number of an article; None for any other section."""
    match = _ARTICLE.match("".join(section.number.split()))
    return numeral_value(match[1]) if match else None


def article_above(document: Document, ordinal: int | None) -> Section | None:
    """The article that a section is, or is an item or paragraph of."""
    while ordinal is not None:
        if article_number(document.sections[ordinal]) is not None:
            return document.sections[ordinal]
        ordinal = document.sections[ordinal].parent
    return None


def provisions_of(document: Document) -> Iterator[Provision]:
    """Every sentence and item of every article, in the order of the text."""
    for section in document.sections:
        if article_number(section) is not None:
            yield from _within(document, section)


def _within(document: Document, article: Section) -> Iterator[Provision]:
    paragraph, lead = 0, None
    for line in _lines(document.text, Span(article.heading.start + len(article.number), article.span.end)):
        text = line.of(document.text)
        numbering = numbering_of(text)
        if numbering is None or numbering.level < _ITEM_LEVEL:
            paragraph += 1
            sentences = sentences_of(document.text, line)
            lead = sentences[-1] if text.endswith(("：", ":")) else None
            rules = (rule for sentence in sentences for rule in _rules_of(document.text, sentence))
            yield from (Provision(article, rule, paragraph) for rule in rules)
        else:
            digits = re.search(_NUMERAL, text[: numbering.length])
            yield Provision(article, line, paragraph, numeral_value(digits[0]) if digits else None, lead)


def _rules_of(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or where it lays down a penalty for more than one conduct (违反第八条…；违反第十条…), each with what follows on it (拒不改正的，…)."""
    start, end = sentence.start, sentence.start
    for segment in segments_of(text, sentence):
        if end > start and _OWN_CONDUCT.match(segment.of(text)):
            yield trim(text, Span(start, segment.start))
            start = segment.start
        end = segment.end
    yield Span(start, sentence.end)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of text[span] that are not empty, without white space at their ends."""
    for match in re.finditer(r"[^\n]+", text[span.start : span.end]):
        line = match[0]
        if line.strip():
            start = span.start + match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(line.strip()))


def references_in(text: str) -> Sequence[Reference]:
    """What `text` names of the regulation it stands in: 第二十一条第一项至第三项, 第九条第二款、第十条."""
    found: list[Reference] = []
    text = _PARTS_TOGETHER.sub(
        lambda parts: "、".join(f"第{one}{parts[3]}" for one in re.findall(rf"[（(]?{_NUMERAL}[）)]?", parts[1] + parts[2])), text
    )
    for match in _CITED.finditer(text):
        article = numeral_value(match[1])
        if article is None:
            continue
        parts: list[Reference] = []
        paragraph: int | None = None
        for through, numeral, kind in _PART.findall(match[2]):
            value = numeral_value(numeral) or 0
            if kind == "款":
                paragraph = value
                parts.append(Reference(article, value))
                continue
            first = parts[-1].item + 1 if through and parts and parts[-1].item else value
            if parts and parts[-1].item is None:
                parts.pop()
            parts.extend(Reference(article, paragraph, item) for item in range(first, value + 1))
        found.extend(parts or [Reference(article)])
    return found


def referred_to(document: Document, penal: Provision, provisions: Sequence[Provision]) -> Sequence[Provision]:
    """The provisions that a penalty refers to, and its own items."""
    named = _references_of(document, penal) or _named_before(document, penal, provisions)
    return [
        one for one in provisions if (one.lead == penal.span and one.item is not None) or any(holds(reference, one) for reference in named)
    ]


def _references_of(document: Document, penal: Provision) -> Sequence[Reference]:
    """What a penalty names in its condition: also by its own article (本条第三款, 前款), or as an item of the article that announces it (违反第三项的)."""
    text, number = penal.span.of(document.text), article_number(penal.article)
    condition = _CONDITION.match(text)
    named = _OWN_ARTICLE.sub(f"第{number}条", condition[0] if condition else text)
    if penal.paragraph > 1 and penal.item is None:
        named = _PARAGRAPH_BEFORE.sub(f"第{number}条第{penal.paragraph - 1}款", named)
    announced = references_in(penal.lead.of(document.text)) if penal.lead else ()
    if len(announced) == 1:
        named = _PART_ALONE.sub(f"第{announced[0].article}条第", named)
    return references_in(named)


def _named_before(document: Document, penal: Provision, provisions: Sequence[Provision]) -> Sequence[Reference]:
    """The provisions that the beginning of its sentence refers to: 违反第五条规定，甲的，处…；乙的，处…."""
    start = max(document.text.rfind(mark, 0, penal.span.start) for mark in "。\n")
    before = [one for one in provisions if start < one.span.start < penal.span.start and one.item is None]
    return references_in(before[0].span.of(document.text)) if before and penal.item is None else ()


def holds(reference: Reference, provision: Provision) -> bool:
    """Whether `reference` names the provision, or the article or paragraph it belongs to."""
    if article_number(provision.article) != reference.article:
        return False
    if reference.paragraph is not None and provision.paragraph != reference.paragraph:
        return False
    return reference.item is None or provision.item == reference.item


def is_in_article(draft: Draft, knowledge: KnowledgeBase) -> bool:
    """Whether the first thing that a draft says stands in an article of a regulation."""
    source = next((source for statement in draft.statements for source in statement.sources), None)
    if source is None:
        return False
    document = knowledge.document(source.document_id)
    section = section_at(document.sections, source.span.start)
    return section is not None and document.metadata.kind == "regulation" and article_above(document, section.ordinal) is not None
