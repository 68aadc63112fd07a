"""The number of a document that the question names inside another one."""

from assistant.composers.policies import BASIS_ASKED, SEVERAL, is_title_of, references_of
from assistant.composers.policy_statements import fact_of, statement_of
from assistant.draft import Draft
from assistant.evidence import Evidence, Scored
from corpus.language.places import places_in
from corpus.model.facts import PolicyReference

MAX_NAMED = 3
LEAST_REST = 0.15
"""Share of its words that a question must leave over, besides the title of a document, to name another one inside it."""
NAMED_BESIDES, NAMED_EACH = 0.4, 0.2
"""Share of those words that the titles of the references meant must hold together, and each by itself."""


def compose_numbered(evidence: Evidence) -> Draft | None:
    """The numbered documents that the question names inside another one, when their titles fit better than any document held here."""
    inside = _described_inside(evidence)
    if inside:
        return Draft(
            tuple(statement_of(evidence, one) for one in inside), 1.0, facts=tuple(map(fact_of, inside)), subject=inside[0].item.title
        )
    numbered = [reference for reference in evidence.policies if reference.item.number and _of_asked_place(evidence, reference.item.title)]
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


def _described_inside(evidence: Evidence) -> list[Scored[PolicyReference]]:
    """The numbered references of the named document that the question describes besides its title, each by words of its own."""
    document_id = evidence.question.documents.strongest
    if document_id is None:
        return []
    document, matcher = evidence.knowledge.document(document_id), evidence.matcher
    numbered = [
        fact
        for fact in references_of(evidence, document_id)
        if fact.number and not is_title_of(document, fact.title) and _of_asked_place(evidence, fact.title)
    ]
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


def _of_asked_place(evidence: Evidence, title: str) -> bool:
    """Whether a title names no place, or one that the question names, where it names any."""
    asked, named = set(places_in(evidence.question.text)), set(places_in(title))
    return not asked or not named or bool(asked & named)
