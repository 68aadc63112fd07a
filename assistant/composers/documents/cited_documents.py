"""Documents that are not held here but named in one that is: which of them a question speaks of, and who issued it."""

import re

from assistant.composers.documents.policies import is_title_of
from assistant.composers.documents.policy_statements import fact_of, statement_of
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.language.terms import normalize, terms_of
from corpus.model.facts import PolicyReference

_ISSUER_IN_TITLE = re.compile(
    r"^(?P<who>[^《》〈〉<>]{2,40}?(?:国务院|中央|[局委部厅]|办公厅|办公室|政府|委员会|人大常委会|法院|检察院))[、，\s]*(?:关于|印发)"
)
_AROUND_NAME = re.compile(r"^[^《》〈〉<>]{0,40}?关于(?:印发|发布|公布)?|的通知$|[《》〈〉<>“”\"]|[（(][^（）()]*[）)]")
LEAST_NAME, SAID = 5, 0.8
"""Terms that a name must have, and the share of them that a question must say to speak of it."""


def cited_document(evidence: Evidence) -> Scored[PolicyReference] | None:
    """The document named in another one of whose name the question says nearly all, and more than of the title of any held here."""
    words = _terms(evidence.question.text, "")
    held = evidence.knowledge.documents()
    most = max((len(words & _terms(one.metadata.title, one.metadata.region)) for one in held), default=0)
    best: Scored[PolicyReference] | None = None
    for cited in evidence.policies:
        terms = _terms(_AROUND_NAME.sub(" ", cited.item.title), cited.document.metadata.region)
        said = len(words & terms)
        if len(terms) < LEAST_NAME or said < SAID * len(terms) or said <= most:
            continue
        if not any(is_title_of(evidence.knowledge.document(one.id), cited.item.title) for one in held):
            best, most = cited, said
    return best


def compose_cited_issuer(evidence: Evidence) -> Draft | None:
    """Who issued the document that is only named here, as its title or the words before it say; or that it is not said."""
    cited = cited_document(evidence)
    if cited is None:
        return None
    item = cited.item
    if item.issued_by or item.number or _ISSUER_IN_TITLE.search(item.title):
        return Draft((statement_of(evidence, cited),), 1.0, facts=(fact_of(cited),), subject=item.title)
    text = phrase("no_such_part", evidence.question.language, title=item.title, field="发文机关")
    statement = Statement(text, (Source(item.document_id, item.span),))
    return Draft((statement,), 1.0, status="not_found", reason="not_in_corpus", subject=item.title)


def _terms(text: str, region: str | None) -> frozenset[str]:
    """The terms of a title without the name of the place, which people leave out."""
    return frozenset(terms_of(normalize(text.replace(region, " ") if region else text)))
