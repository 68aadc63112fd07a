"""Who is to make the detailed rules that a regulation speaks of: 具体办法由市财政部门会同市数据主管部门制定."""

import re
from collections.abc import Iterator

from assistant.composers.regulations.provisions import Provision, provisions_of
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from corpus.model.document import Document
from corpus.model.span import Span

_ASKED = re.compile(
    r"(?P<rules>办法|细则|标准|目录|名录|规则|规范|范围)[^，。？]{0,4}[，,]?[^，。？]{0,4}(?:由|归|是|让|得)?"
    r"(?:谁|哪(?:个|些|几个|家|一级)?(?:部门|单位|机关|政府)?)(?:负责)?(?:来)?(?:制定|制订|定|确定|划定|公布|规定|出|编)"
)
"""Asks who makes rules."""
_MADE = re.compile(r"由[^，。；]{2,40}?(?:另行)?(?:会同[^，。；]{2,30}?)?(?:制定|制订|确定|划定|规定|编制)")
LEAST = 0.3
"""Share of the question that the article around such a sentence must say."""
MARGIN, MAX_SENTENCE = 0.5, 180


def compose_rule_maker(evidence: Evidence) -> Draft | None:
    """The sentence that says who makes the rules that the question asks about, from the article that speaks of the matter."""
    asked = _ASKED.search(evidence.question.text)
    if asked is None:
        return None
    best: tuple[float, Document, Span] | None = None
    matcher = evidence.matcher
    for document, provision in _makers(evidence, asked["rules"]):
        apart = matcher.terms_in(f"{document.title} {asked[0]}")
        rest = max(1.0 - matcher.weight_of(apart), 0.1)
        said = matcher.weight_of(matcher.terms_in(provision.article.span.of(document.text)) - apart) / rest
        own = matcher.weight_of(matcher.terms_in(provision.span.of(document.text)) - apart) / rest
        if best is None or said + own / 10 > best[0]:
            best = (said + own / 10, document, provision.span)
    if best is None or best[0] < LEAST:
        return None
    share, document, span = best
    return Draft((Statement(span.of(document.text).rstrip("；;"), (Source(document.id, span),)),), share + MARGIN, subject=document.title)


def _makers(evidence: Evidence, rules: str) -> Iterator[tuple[Document, Provision]]:
    """The sentences that say who makes `rules`, in the documents that the best passages stand in, or in the one that is named."""
    named = evidence.question.documents.strongest
    documents = {passage.document.id: passage.document for passage in evidence.passages}
    for document in [documents[named]] if named in documents else documents.values():
        for provision in provisions_of(document):
            text = provision.span.of(document.text)
            if rules in text and _MADE.search(text) and len(text) <= MAX_SENTENCE:
                yield document, provision
