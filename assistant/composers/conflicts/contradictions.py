"""Whether two places say the same, and which of them holds: both, as the documents state them."""

import re

from assistant.composers.conflicts.agreement import asks_agreement, asks_wording, either_amounts, what_is_said
from assistant.composers.conflicts.statements import conflict_notice, distinct, party_facts, party_statement
from assistant.composers.conflicts.two_figures import compose_two_figures
from assistant.composers.conflicts.two_places import compose_two_places
from assistant.draft import Draft
from assistant.evidence import Evidence
from corpus.language.indicators import names_one_thing
from corpus.language.terms import terms_of
from corpus.model.conflicts import Conflict, Party

_ASKED = re.compile(
    r"两(?:种|处|份|个(?:地方|计划|规划|文件|清单|表|附表))[^，。？]{0,12}(?:说法|写法|写的|不同|不一|一样|一致|对不上)|[两二]个?种?(?:不同的?)?说法|矛盾|打架|"
    r"(?:说法|写法|写的|口径|表述|数字|各处)[^，。？]{0,8}(?:不同|不一|统一|一致|一样|出入|是一回事)|写得?(?:的)?(?:都|还)?是[^，。？]{1,12}(?:吗|么)|"
    r"不一致|不一样|对不上|对得上|(?:有没有|有|存在)出入|冲突|前后[^，。？]{0,6}(?:不|一致|一样|一回事)|(?:究竟|到底|是)[^，。？]{1,24}还是|"
    r"(?:哪个|哪处|哪种|谁|什么|哪(?:里|儿))(?:的)?(?:说法)?为准|(?:写得?|说得?)?的?(?:一样|一致|相同)(?:吗|么)|哪个(?:是)?(?:对|准)"
)
_WHICH_COUNT = re.compile(r"(?:究竟|到底)[^，。？]{0,16}(?:\d+|[一二两三四五六七八九十]+)[大个类种家项条级处][^，。？]{0,8}还是")
NAMED = 0.4
"""Share of a conflict's subject that the question must hold."""
PART = 4
"""Characters of a part of it that do as well: 核心技术 for a long list of technologies."""


def compose_conflict(evidence: Evidence) -> Draft | None:
    """Every side of the conflict that the question asks about; nothing where it does not ask whether places agree."""
    text = evidence.question.text
    if not _ASKED.search(text) and not asks_agreement(text):
        return None
    scored = [(_score(evidence, conflict), conflict) for conflict in evidence.knowledge.conflicts()]
    score, conflict = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if conflict is None or not _is_named(evidence, conflict):
        return _of_two_places(evidence)
    knowledge, language = evidence.knowledge, evidence.question.language
    first, *others = sides = _sides(evidence, conflict)
    statements = [party_statement(conflict, first, knowledge, language)]
    statements.extend(party_statement(conflict, party, knowledge, language, beside=first.document_id) for party in others)
    facts = tuple(fact for party in sides for fact in party_facts(conflict, party, knowledge))
    return Draft(tuple(statements), score, facts=facts, notices=(conflict_notice(conflict, sides, language),), subject=conflict.subject)


def _of_two_places(evidence: Evidence) -> Draft | None:
    """Two places that no known conflict is made of: of other figures, or written in other words."""
    text = evidence.question.text
    in_words = asks_agreement(text) and asks_wording(text)
    found = _of_two_figures(evidence) if asks_agreement(text) or either_amounts(text) else None
    if found is None and (in_words or _WHICH_COUNT.search(text)):
        return compose_two_places(evidence, in_words=in_words)
    return found


def _of_two_figures(evidence: Evidence) -> Draft | None:
    """Two figures for what the question names, else for what it names apart from the places it speaks of."""
    said = what_is_said(evidence.question.text)
    found = compose_two_figures(evidence)
    return found if found or said == evidence.question.text else compose_two_figures(evidence.beside(said))


def _sides(evidence: Evidence, conflict: Conflict) -> tuple[Party, ...]:
    """What the places say: those of the document the question names, where it says two things itself."""
    named = distinct(party for party in conflict.parties if party.document_id == evidence.question.documents.strongest)
    return named if len(named) > 1 else distinct(conflict.parties)


def _is_named(evidence: Evidence, conflict: Conflict) -> bool:
    """Whether the question names the conflict's subject, in full or by a telling part that is not just the document's own name."""
    if named_share(evidence, conflict.subject) >= NAMED:
        return True
    part = evidence.matcher.longest_phrase(conflict.subject)
    titles = [evidence.knowledge.document(party.document_id).title for party in conflict.parties]
    return len(part) >= PART and names_one_thing(part) and not any(part in title for title in titles)


def _score(evidence: Evidence, conflict: Conflict) -> float:
    """How well the question's words stand in the conflict: its subject, its sides, and the documents they stand in."""
    texts = [evidence.knowledge.document(party.document_id).title + party.value for party in conflict.parties]
    years = evidence.question.years
    other_year = bool(years and conflict.year and conflict.year not in years)
    score = evidence.matcher.match(" ".join((conflict.subject, conflict.column or "", *texts))).score
    return score + named_share(evidence, conflict.subject) / 2 - 0.5 * other_year


def named_share(evidence: Evidence, subject: str) -> float:
    """The share (0 to 1) of a subject's terms that the question holds, in these words or in everyday ones."""
    terms, asked = set(terms_of(subject)), set(terms_of(evidence.question.text))
    return max(len(terms & asked) / max(len(terms), 1), evidence.matcher.share_in_question(subject))
