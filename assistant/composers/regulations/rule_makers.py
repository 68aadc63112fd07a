"""Who is to make the detailed rules that a regulation speaks of: 具体办法由市财政部门会同市数据主管部门制定."""

import re
from collections.abc import Iterator, Sequence

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
_HOW_IT_IS_DONE = re.compile(
    r"(?:怎么|如何|怎样)[^，。？哪谁]{1,6}[，,、]?(?:又|都|具体)?(?:由|归|是|让)(?:谁|哪(?:个|些|几个|家)?(?:部门|单位|机关|局))(?:来|负责)*(?:制定|制订|定|规定|说了算)"
)
"""Asks who lays down how something is done: 怎么收、怎么管由谁来定."""
_DETAILED = ("办法", "细则", "规则")
"""Rules on how something is done, by whichever of these names they are called."""
_MADE = re.compile(r"由[^，。；]{2,40}?(?:另行)?(?:会同[^，。；]{2,30}?)?(?:制定|制订|确定|划定|规定|编制)")
LEAST = 0.3
"""Share of the question that the article around such a sentence must say."""
MARGIN, MAX_SENTENCE = 0.5, 180


def compose_rule_maker(evidence: Evidence) -> Draft | None:
    """The sentence that says who makes the rules that the question asks about, from the article that speaks of the matter."""
    asked = _ASKED.search(evidence.question.text)
    asked = asked or _HOW_IT_IS_DONE.search(evidence.question.text)
    if asked is None:
        return None
    rules = asked.groupdict().get("rules") or _DETAILED[0]
    made = list(_makers(evidence, (rules,))) or list(_makers(evidence, _DETAILED if rules in _DETAILED else ()))
    best: tuple[float, Document, Span] | None = None
    matcher = evidence.matcher
    for document, provision in made:
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


def _makers(evidence: Evidence, rules: Sequence[str]) -> Iterator[tuple[Document, Provision]]:
    """The sentences that say who makes one of `rules`, in the documents that the best passages stand in, or in the one that is named."""
    named = evidence.question.documents.strongest
    documents = {passage.document.id: passage.document for passage in evidence.passages}
    for document in [documents[named]] if named in documents else documents.values():
        for provision in provisions_of(document):
            text = provision.span.of(document.text)
            if any(name in text for name in rules) and _MADE.search(text) and len(text) <= MAX_SENTENCE:
                yield document, provision
