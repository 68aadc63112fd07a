"""The number of a document that the question names inside another one, or that it has none there."""

import re
from collections.abc import Sequence

from assistant.composers.documents.grounds import BASIS_ASKED
from assistant.composers.documents.policies import SEVERAL, is_title_of
from assistant.composers.documents.policy_statements import fact_of, references_of, statement_of
from assistant.composers.documents.set_apart import without_set_apart
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, Scored
from assistant.phrases import phrase
from corpus.language.places import places_in
from corpus.language.terms import normalize
from corpus.model.facts import PolicyReference

MAX_NAMED = 3
LEAST_REST = 0.15
"""Share of its words that a question must leave over, besides the title of a document, to name another one inside it."""
NAMED_BESIDES, NAMED_EACH = 0.4, 0.2
"""Share of those words that the titles of the references meant must hold together, and each by itself."""
_ASKED_OF = re.compile(
    r"(?P<title>[^，。？；]{5,}?)(?:的|是|为|有|印发|哪个|什么|它)*(?:发文字号|发文文号|文件号|文号|(?<!年)(?<!月)第?(?:几|多少)号文)"
)
"""The words right before the number that is asked for."""
_MARKS = re.compile(r"[《》〈〉“”\"]|[（(][^（）()]*[）)]$")
LEAST_TITLE = 5
"""Characters of a title from which words of a question are taken for it."""


_REPLY_ITSELF = re.compile(
    r"(?:答复|复函|回复)(?!(?:件|函|文)?[里中内](?!容)|提[到及]|引|依|说|讲)(?![^。？]*(?:方案|计划|规划|办法|规定|意见|措施|通知|条例|政策))"
)
"""A reply that is the last document the question speaks of: what is asked is its own number, not that of one it names."""


def compose_numbered(evidence: Evidence) -> Draft | None:
    """The numbered documents that the question names inside another one, when their titles fit better than any document held here."""
    if _asks_of_reply(evidence):
        return None
    unnumbered = _without_number(evidence)
    if unnumbered:
        return unnumbered
    inside = _described_inside(evidence)
    if inside:
        return Draft(
            tuple(statement_of(evidence, one) for one in inside), 1.0, facts=tuple(map(fact_of, inside)), subject=inside[0].item.title
        )
    numbered = [reference for reference in evidence.policies if reference.item.number and _of_asked_place(evidence, reference.item.title)]
    numbered = without_set_apart(evidence.question.text, numbered)
    if not numbered or SEVERAL.search(evidence.question.text):
        return None
    best = numbered[0]
    asked = BASIS_ASKED.search(evidence.question.text) is not None
    own = max((evidence.matcher.match(document.metadata.title).coverage for document in evidence.knowledge.documents()), default=0.0)
    return (
        Draft((statement_of(evidence, best),), best.score, facts=(fact_of(best),), subject=best.item.title)
        if best.coverage > own or asked
        else None
    )


def _asks_of_reply(evidence: Evidence) -> bool:
    document_id = evidence.question.documents.strongest
    reply = document_id is not None and evidence.knowledge.document(document_id).metadata.kind == "reply"
    return reply and _REPLY_ITSELF.search(evidence.question.text) is not None


def _described_inside(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """The numbered references of the named document that the question describes besides its title, each by words of its own."""
    document_id = evidence.question.documents.strongest
    if document_id is None:
        return []
    document, matcher = evidence.knowledge.document(document_id), evidence.matcher
    inside = [
        Scored(fact, document, 1.0, 1.0)
        for fact in references_of(evidence, document_id)
        if fact.number and not is_title_of(document, fact.title) and _of_asked_place(evidence, fact.title)
    ]
    numbered = [one.item for one in without_set_apart(evidence.question.text, inside)]
    spoken_of = matcher.terms_in(document.title)
    rest = 1.0 - matcher.weight_of(spoken_of)
    found: list[Scored[PolicyReference]] = []
    while len(found) < MAX_NAMED and numbered:
        gains = {fact: matcher.weight_of(matcher.terms_in(fact.title) - spoken_of) for fact in numbered}
        best = max(numbered, key=lambda fact: (gains[fact], -len(fact.title)))
        if gains[best] < NAMED_EACH * rest:
            break
        found.append(Scored(best, document, 1.0, gains[best]))
        spoken_of |= matcher.terms_in(best.title)
        numbered = [fact for fact in numbered if fact.title != best.title]
    return found if rest >= LEAST_REST and sum(one.coverage for one in found) >= NAMED_BESIDES * rest else []


def _without_number(evidence: Evidence) -> Draft | None:
    """That no number is told of the document whose title stands right before the words that ask for one, where none is."""
    asked = _ASKED_OF.search(evidence.question.text)
    if asked is None:
        return None
    words = _name(asked["title"])
    held = (_name(document.metadata.title) for document in evidence.knowledge.documents())
    references = [fact for fact in references_of(evidence, None) if words.endswith(_name(fact.title))]
    longest = max((_name(fact.title) for fact in references), key=len, default="")
    alike = [fact for fact in references if _name(fact.title) == longest]
    if len(longest) < LEAST_TITLE or any(fact.number for fact in alike) or any(longest in title for title in held):
        return None
    return _no_number(evidence, alike)


def _no_number(evidence: Evidence, references: Sequence[PolicyReference]) -> Draft:
    first = references[0]
    text = phrase("no_such_part", evidence.question.language, title=first.title, field="文号")
    statement = Statement(text, (Source(first.document_id, first.span),))
    return Draft((statement,), 1.0, status="not_found", reason="not_in_corpus", subject=first.title)


def _name(title: str) -> str:
    """A title as compared: without marks, and without a version in brackets at its end."""
    return normalize(_MARKS.sub("", title.strip()))


def _of_asked_place(evidence: Evidence, title: str) -> bool:
    """Whether a title names no place, or one that the question names, where it names any."""
    asked, named = set(places_in(evidence.question.text)), set(places_in(title))
    return not asked or not named or bool(asked & named)
