"""Which article of a regulation says what the question describes."""

import re
from collections.abc import Iterable, Sequence

from assistant.composers.regulations.provisions import article_above
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.understanding.parts import names_subject
from corpus.model.document import Document, section_at
from corpus.model.span import Span

WHICH_ARTICLE = re.compile(
    r"第(?:几|多少)条|(?:规定|依据|条例|办法|条款|写|讲)[^，。？]{0,6}哪(?:一)?条|哪(?:一)?条(?:规定|写|讲|说|依据)|哪(?:一)?条[^，。？]{0,2}(?:规定|写|讲|说)的"
)
_OF_ARTICLES = re.compile(r"第(?:几|多少)条|哪(?:一)?条|依据|根据|规定|条例|办法|条款|法律|写|讲|说|对应|出自|见|在")
_HEARSAY = re.compile(r"听说|据说|有人说")
"""Opens a claim that may be false: an article named for it would confirm it."""
_Place = tuple[Document, int | None, Span]
MARGIN = 0.5
"""Added to the share of the question that the text says: nothing else than an article answers which article it is."""
SURE, SURE_OF_ITEM = 0.3, 0.45
"""Share below which a sentence, or an item that is a heading and says less, is not what the question describes."""
MAX_QUOTE = 180


def article_of(evidence: Evidence, ranked: Sequence[SentenceEvidence]) -> Draft | None:
    """The number of the article that the best of the sentences, or of the items that are headings, stands in, with its text."""
    if _HEARSAY.search(evidence.question.text):
        return None
    if evidence.near and not names_subject(_OF_ARTICLES.sub("", evidence.question.text)):
        return _article_of_answer(evidence.knowledge.document(evidence.near[0].document_id), evidence.near[0].span)
    items: Iterable[_Place] = ((one.document, one.item.ordinal, one.item.heading) for one in evidence.sections if one.item.title)
    sentences: Iterable[_Place] = ((one.document, one.passage.section, one.span) for one in ranked)
    sure = [(SURE_OF_ITEM, one) for one in items] + [(SURE, one) for one in sentences]
    shares = [(_share(evidence, document, span), least, document, ordinal, span) for least, (document, ordinal, span) in sure]
    found = [(share, document, ordinal, span) for share, least, document, ordinal, span in shares if share >= least]
    for share, document, ordinal, span in sorted(found, key=lambda one: -one[0]):
        article = article_above(document, ordinal)
        if article is None or len(span) > MAX_QUOTE:
            continue
        number = Span(article.heading.start, article.heading.start + len(article.number))
        text = f"{article.number}：{span.of(document.text).rstrip('；。')}。"
        return Draft((Statement(text, (Source(document.id, number), Source(document.id, span))),), share + MARGIN, subject=article.number)
    return None


def _article_of_answer(document: Document, span: Span) -> Draft | None:
    """The number of the article that the answer to the part of the question before stands in."""
    section = section_at(document.sections, span.start)
    article = article_above(document, section.ordinal if section else None)
    if article is None:
        return None
    number = Span(article.heading.start, article.heading.start + len(article.number))
    return Draft((Statement(f"（{article.number}）。", (Source(document.id, number),)),), 1.0 + MARGIN, subject=article.number)


def _share(evidence: Evidence, document: Document, span: Span) -> float:
    """How much of what the question says besides the document's title the text itself says, 0 to 1.2."""
    title = evidence.matcher.terms_in(document.title)
    rest = 1.0 - evidence.matcher.weight_of(title)
    own = evidence.matcher.match(span.of(document.text), apart_from=title)
    return own.coverage / rest + own.score - own.coverage if rest > 0.05 else 0.0
