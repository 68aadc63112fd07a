"""Who answers for a task."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.composers.prose.sentences import excerpt
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence, Scored, SentenceEvidence, rescored
from assistant.phrases import phrase
from corpus.language.terms import normalize
from corpus.model.facts import Responsibility
from corpus.model.span import Span

_BODY = r"(?:局|委|办|厅|部门|机关|政府|机构|中心|单位|集团|公司|组|院|会)"
_BUILDS = re.compile(
    r"(?:支持|鼓励|委托|授权|指导)[^，。；]{2,24}(?:集团|公司|中心|局|院|企业)(?:负责|牵头|开展|实施)?(?:建设|搭建|打造|开发|承建|运营|[^，。；]{2,12}运营)"
)
"""A body that is told off to build or run something."""
_COMPANY_ASKED = re.compile(r"(?:哪|什么)(?:一|几)?(?:家|个)?[^，。？]{0,4}(?:公司|集团)|公司叫(?:什么|啥)")
_COMPANY = re.compile(r"[\u4e00-\u9fff]{2}(?:公司|集团)")
_PERSON = re.compile(r"(?:责任|分管|包联|牵头|挂点|联系)领导")
"""Who of the government's leaders answers for something: a list of units beside it is no answer."""
_HEAD_ASKED = re.compile(
    r"(?P<head>组长|召集人|指挥长|总指挥|会长|主任委员)[^，。？]{0,4}(?:由|让|是由)(?:谁|哪)|(?:由|让|是)?(?:谁|哪位领导)(?:来|出任|去)*(?:当|任|担任|兼任)的?(?P<post>组长|召集人|指挥长|总指挥|会长|主任委员)"
)
"""Who heads a group of leaders: not where its office is."""
_UNITS_TOO = re.compile(r"单位|部门|牵头(?!领导)|局")
_BY = re.compile(rf"(?<![自理缘])由[^，。；、]{{0,16}}{_BODY}(?!的|主要|分管)(?=[^，。；]{{2}})")
"""Anything that a body does: 由市某局于2023年建成."""
_BUILT_BY = re.compile(rf"由[^，。；、]{{0,16}}{_BODY}[^，。；]{{0,8}}(?:建成|承建|搭建|建设|开发|打造)")
_IN_PROSE = re.compile(
    rf"领导[：:]|{_BODY}[^，。；]{{0,12}}(?:负责(?!人)|牵头|统筹|会同|主管|抓好|承担|组织|加强对|委托)|由[^，。；]{{2,24}}(?:负责|牵头|承担|组织|建设|承建|实施|运营|开发|制定|编制|批准|审批|审定|认定|确定|备案|监督|责令|处)|"
    rf"(?:发挥|强化)[^，。；]{{2,16}}(?:{_BODY}|专班|会议)的?(?:核心|牵头|统筹|主导|领导|协调)[^，。；]{{0,6}}作用|"
    rf"是[^，。；]{{2,30}}主管(?:部门|机关)|"
    rf"(?:设在|挂靠|隶属)[^，。；]{{0,16}}{_BODY}|办公室[（(][^（）()]{{2,16}}{_BODY}[）)]|{_BUILDS.pattern}"
)
_OBLIGED = re.compile(rf"{_BODY}(?:在[^，。；]{{2,24}}[时中]，)?(?:应当|可以(?:依法)?|有权)|{_BY.pattern}")
"""How regulations give a body a duty, and how anything is said to be done by one; it says less than a word for answering for something, as what
is done may be anything."""
OBLIGED_HANDICAP = 0.15
"""How much better than a sentence on who answers for something one that only obliges a body must fit."""
_IN_CHARGE_ASKED = re.compile(
    r"(?:谁|哪(?:一)?(?:个|家)?(?:部门|单位|局|机关)?)(?:来|负责)*(?:主管|监管|管)(?=[的呀啊呢？?，]|$)|主管(?:部门|单位|机关)(?:是|归)"
)
_IN_CHARGE = re.compile(r"是[^，。；]{2,30}主管部门|负责[^，。；]{2,40}(?:监督管理|管理|监管)|主管[^，。；]{2,30}工作")
IN_CHARGE = 0.15
"""What a sentence gains that names the body in charge, where that is asked for: another one only speaks of governments that lead."""
MAX_QUOTE = 180
"""Characters of a sentence that are given at the most."""
NAMED_WHOLE = 0.1
"""What a task gains that the question calls by its name; others hold those words in longer names."""
WORDS_OF_TASK = 3
"""Words of two characters from which a task is told apart by them whatever their order."""
LOCATED = 3
"""Sentences, from the best on, that show which task the question describes."""
LOOKED_AT = 12
"""Sentences, from the best on, that may say who answers for something."""
_DEEDS = {
    "承建": r"(?:负责)?承建|(?:承担|负责)[^，。；]{0,4}建设",
    "运营": r"(?:负责|承担)?[^，。；]{0,8}运营",
    "运维": r"(?:负责|承担)?[^，。；]{0,8}运维",
    "主管": r"(?:负责)?主管",
    "主办": r"主办",
    "承办": r"承办",
    "组织": r"(?:负责)?组织",
    "代建": r"代建",
}
"""What a body does for something, by the word that asks for it, as sentences say it right behind the name of the body."""
_DOER_ASKED = re.compile(rf"(?:谁|哪(?:一)?(?:个|家)?(?:公司|集团|企业|单位|部门)?)(?:来|在|负责|承担)?(?P<deed>{'|'.join(_DEEDS)})")
DOER_BEHIND, DOER_TOLD = 0.35, 0.2
"""How much less than the best sentence one may fit that says so, and what it scores above that."""
COMPANY_BEHIND = 0.3
"""How much less than the best sentence the one may fit that names a company where one is asked for: it stands beside that."""
PROSE_HANDICAP = 0.08
"""A sentence that only speaks of somebody's duty must fit this much better than a list of responsible units."""


def names_duty(text: str) -> bool:
    """Whether `text` says in prose that a body answers for something or is obliged to it."""
    return _IN_PROSE.search(text) is not None or _OBLIGED.search(text) is not None


def told_in_prose(text: str) -> bool:
    """Whether `text` says that somebody does something: 由综合行政执法部门处理."""
    return _BY.search(text) is not None


def compose_owner(evidence: Evidence) -> Draft | None:
    """The units named for the task that the question names, or describes in the words of a sentence of it."""
    if person := _PERSON.search(evidence.question.text):
        return _leader(evidence, person[0])
    if told := _head(evidence) or _told_doer(evidence):
        return told
    best = _best_list(evidence)
    prose = _best_prose(evidence)
    if _COMPANY_ASKED.search(evidence.question.text):
        close = [one for one in evidence.sentences[:LOOKED_AT] if one.score > evidence.sentences[0].score - COMPANY_BEHIND]
        named = next((one for one in close if _COMPANY.search(one.text)), None)
        return _from_prose(evidence, named) if named else None
    if (
        prose
        and best
        and "builder" in evidence.question.asks
        and (_BUILDS.search(prose.text) or _BUILT_BY.search(prose.text))
        and prose.score >= best.score - PROSE_HANDICAP
    ):
        return _from_prose(evidence, prose)
    if best and (prose is None or best.score >= prose.score - PROSE_HANDICAP):
        return told_of_list(evidence, best)
    return _from_prose(evidence, prose) if prose else None


def _leader(evidence: Evidence, label: str) -> Draft | None:
    """The person whom the best sentence with that label names behind it; the whole sentence where units are asked for as well."""
    for sentence in evidence.sentences[:LOOKED_AT]:
        if found := re.search(rf"{label}[：:]\s*[\u4e00-\u9fff·、]+", sentence.text):
            if _UNITS_TOO.search(evidence.question.text):
                return _from_prose(evidence, sentence)
            span = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
            return Draft((Statement(f"{found[0]}。", (Source(sentence.document.id, span),)),), sentence.score)
    return None


def tells_head(question: str, text: str) -> bool:
    """Whether `question` asks who heads a group and `text` says it: 由政府领导任组长."""
    asked = _HEAD_ASKED.search(question)
    return asked is not None and re.search(rf"由[^，。；]{{2,24}}任(?:总)?{asked['head'] or asked['post']}", text) is not None


def _head(evidence: Evidence) -> Draft | None:
    """The best sentence that says who is the head of a group, where that is asked."""
    found = next((one for one in evidence.sentences[:LOOKED_AT] if tells_head(evidence.question.text, one.text)), None)
    return _from_prose(evidence, found) if found else None


def doers_asked(text: str) -> Sequence[str]:
    """The deeds of which `text` asks whose they are: 谁主管、谁承建."""
    return tuple(dict.fromkeys(match["deed"] for match in _DOER_ASKED.finditer(text)))


def tells_doers(deeds: Sequence[str], text: str) -> bool:
    """Whether `text` names a body for each of `deeds`."""
    return all(re.search(rf"{_BODY}(?:{_DEEDS[deed]})", text) for deed in deeds)


def _told_doer(evidence: Evidence) -> Draft | None:
    """The sentence, nearly as good as the best, that names a body for each deed of which the question asks whose it is."""
    deeds = doers_asked(evidence.question.text)
    for sentence in evidence.sentences[:LOOKED_AT] if deeds else ():
        if sentence.score > evidence.sentences[0].score - DOER_BEHIND and tells_doers(deeds, sentence.text):
            draft = _from_prose(evidence, sentence)
            return replace(draft, score=evidence.sentences[0].score + DOER_TOLD)
    return None


def _best_list(evidence: Evidence) -> Scored[Responsibility] | None:
    """The list of units that fits best: its task fits, or a sentence of that task does; units that the question names count as well."""
    described = filter(None, (_of_task_around(evidence, sentence) for sentence in evidence.sentences[:LOCATED]))
    return next(iter(rescored((*evidence.responsibilities, *described), partial(_words_in_list, evidence))), None)


def _best_prose(evidence: Evidence) -> SentenceEvidence | None:
    """The sentence that speaks of somebody's duty and fits best."""
    said = [sentence for sentence in evidence.sentences[:LOOKED_AT] if _IN_PROSE.search(sentence.text)]
    if _IN_CHARGE_ASKED.search(evidence.question.text):
        said.sort(key=lambda one: -(one.score + IN_CHARGE * (_IN_CHARGE.search(one.text) is not None)))
    obliged = [sentence for sentence in evidence.sentences[:LOOKED_AT] if _OBLIGED.search(sentence.text)]
    if said and obliged:
        return obliged[0] if obliged[0].score - OBLIGED_HANDICAP > said[0].score else said[0]
    return next(iter((*said, *obliged)), None)


def _words_in_list(evidence: Evidence, scored: Scored[Responsibility]) -> float:
    """The share of the question's words that the list of units itself holds, and what a task gains by standing in the question by its whole name."""
    named = NAMED_WHOLE * names_task(normalize(evidence.question.text), normalize(scored.item.task))
    return evidence.matcher.match(scored.item.span.of(scored.document.text)).coverage + named


def names_task(question: str, task: str) -> bool:
    """Whether the question calls a task by its name, or says all words of what stands behind its last × in another order: 治理生态环境."""
    words = task.rpartition("×")[2]
    pairs = [words[at : at + 2] for at in range(0, len(words), 2)]
    return task in question or (
        "×" in task and len(words) % 2 == 0 and len(pairs) >= WORDS_OF_TASK and all(pair in question for pair in pairs)
    )


def _of_task_around(evidence: Evidence, sentence: SentenceEvidence) -> Scored[Responsibility] | None:
    """The responsibility whose task the sentence stands in, the innermost where tasks hold tasks."""
    facts = evidence.knowledge.facts("responsibility", sentence.document.id)
    around = [fact for fact in facts if isinstance(fact, Responsibility) and fact.task_span.contains(sentence.span)]
    fact = min(around, key=lambda fact: len(fact.task_span), default=None)
    return Scored(fact, sentence.document, sentence.score, sentence.coverage) if fact else None


def told_of_list(evidence: Evidence, best: Scored[Responsibility]) -> Draft:
    """The units of a task, those that another place adds to it in a statement of their own."""
    fact, language = best.item, evidence.question.language
    source = Source(fact.document_id, fact.span)
    text = _wording(fact, language)
    if fact.scope == "section":
        text += phrase("owner_section", language, section=next((name for name in reversed(fact.path) if fact.task in name), fact.task))
    statements = [Statement(text + "。", (source, *_describing(evidence, fact)))]
    if fact.inherited and fact.inherited_span:
        inherited = phrase("owner_inherited", language, units=_joined(fact.inherited))
        statements.append(Statement(inherited + "。", (Source(fact.document_id, fact.inherited_span),)))
    values = {"kind": "responsibility", "task": fact.task, "units": list(fact.units), "lead": list(fact.lead), "shared": fact.shared}
    return Draft(tuple(statements), best.score, facts=(DraftFact(values, (source,)),), subject=fact.task)


def _describing(evidence: Evidence, fact: Responsibility) -> tuple[Source, ...]:
    """The sentence of the task that says what the question asks about, where the task's name does not."""
    if evidence.question.background:
        return ()  # The other parts of a compound question may be answered by that very sentence.
    named = evidence.matcher.terms_in(fact.task)
    for sentence in evidence.sentences[:LOCATED]:
        if sentence.document.id == fact.document_id and fact.task_span.contains(sentence.span):
            adds = evidence.matcher.terms_in(sentence.text) - named
            span = excerpt(evidence, sentence.document.text, sentence.span, MAX_QUOTE)
            return (Source(fact.document_id, span),) if adds and not span.overlaps(fact.span) else _figures_in_name(evidence, fact)
    return _figures_in_name(evidence, fact)


def _figures_in_name(evidence: Evidence, fact: Responsibility) -> tuple[Source, ...]:
    """The name of the task as printed, where it holds a figure: every figure of an answer is proved."""
    start = evidence.knowledge.document(fact.document_id).text.find(fact.task, fact.task_span.start) if re.search(r"\d", fact.task) else -1
    return (Source(fact.document_id, Span(start, start + len(fact.task))),) if start >= 0 else ()


def _wording(fact: Responsibility, language: str) -> str:
    if fact.lead and len(fact.lead) < len(fact.units):
        others = tuple(unit for unit in fact.units if unit not in fact.lead)
        return phrase("owner_lead_with", language, task=fact.task, lead=_joined(fact.lead), others=_joined(others))
    if fact.lead:
        return phrase("owner_lead", language, task=fact.task, lead=_joined(fact.lead))
    return phrase("owner_shared" if fact.shared else "owner_list", language, task=fact.task, units=_joined(fact.units))


def _from_prose(evidence: Evidence, sentence: SentenceEvidence) -> Draft:
    span = excerpt(evidence, sentence.document.text, sentence.span, MAX_QUOTE)
    text = span.of(sentence.document.text)
    return Draft(
        (Statement(text if text[-1] in "。！？" else text + "。", (Source(sentence.document.id, span),)),), sentence.score - PROSE_HANDICAP
    )


def _joined(units: Sequence[str]) -> str:
    return "、".join(units)
