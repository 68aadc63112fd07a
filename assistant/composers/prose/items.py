"""The headings of a document that the question lists or counts: its actions, tasks, measures, chapters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.composers.documents.meant_documents import meant_document
from assistant.composers.prose.enumerations import compose_enumeration
from assistant.composers.prose.named_headings import compose_named_heading
from assistant.composers.prose.numbered_lists import compose_numbered_list
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.numbering import numeral_value
from corpus.language.terms import normalize
from corpus.model.document import Document, Section

_NUMBER = r"(?:[两二三四五六七八九]|十[一二三四五六七八九]?|[二三]十[一二三四五六七八九]?|\d{1,2})"
_MEASURE = r"(?:大类?|个|条|项|类|点|份)"
_ENDS = r"(?=[？?，。、；]|$|都|分别|各|是|有|包|叫|回应|答复|入手|展开|推进|着手|讲|介绍|提出|安排|部署|组成|构成|作了?)"
_PIECE = re.compile(r"(?<=[几哪两二三四五六七八九十])大?(?:板块|块(?![钱地]))")
"""An everyday word for the parts of a text."""
_OF_WORK = re.compile(r"(?<=方面)的?(?:工作|内容|情况)(?!任务|举措|措施|重点)")
_HEADED = r"(?:重要|主要|重点|工作|具体|保障|建设|推进)*(?:举措|措施|任务|工程|行动|原则|政策)"
_IN_PARTS = (
    re.compile(
        rf"(?P<noun>{_HEADED})(?:里面|里|中|下面|下|一共|总共|合计|共|分别|具体|都|大致|大体|又|还|的)*"
        rf"(?:有|是|包括|包含|提了?|分成|分为|划分为|分|安排了?|列了?|部署了?|设了?|由|从)?(?:哪|几|多少)(?P<number>{_NUMBER})?(?:些|几)?"
        rf"(?P<measure>个|大)*(?:大?部分|方面|(?:小|子)?标题)"
    ),
    re.compile(
        rf"列(?:出|举|一下|明)[^，。？]{{0,40}}?(?P<noun>{_HEADED})(?P<number>(?!))?(?:下面|下|里|中|的|各个|各|所有|全部)*(?P<measure>(?!))?(?:(?:小|子)?标题|名称|条目)$"
    ),
    re.compile(
        rf"(?:哪|几)(?P<number>{_NUMBER})?(?:些|几)?(?P<measure>个|大)*方面(?:来|去)?(?:作|做|提供|给予|加强|强化|进行)?了?(?P<noun>保障)"
    ),
)
"""Asks for the parts of what stands under a heading: the heading's noun says which."""
_PATTERNS = (
    re.compile(rf"哪(?P<number>{_NUMBER})?(?:些|几)?(?P<measure>个|大|种)?[“\"][×XxＸ]*(?P<noun>[\u4e00-\u9fff]{{1,4}})[”\"]"),
    re.compile(
        rf"(?:哪|几|多少)(?P<number>{_NUMBER})?(?:些|几)?(?P<measure>{_MEASURE})?(?:方面的(?=[\u4e00-\u9fff]{{2}}))?(?P<noun>(?![些几个条项类点份])[\u4e00-\u9fff]{{2,6}}?){_ENDS}"
    ),
    re.compile(
        rf"(?P<number>{_NUMBER})(?P<measure>{_MEASURE})(?P<noun>[\u4e00-\u9fff]{{2,6}}?)(?:分别|都|各|具体|到底|究竟)*(?:是|指|有|包括|叫|为)(?:什么|啥|哪)"
    ),
    re.compile(
        r"(?P<noun>(?:重要|主要|重点|工作|具体|保障|建设|推进)*(?:(?![两二三四五六七八九十\d]+[大个项条类])[\u4e00-\u9fff]{2})?(?:举措|措施|任务|工程|行动|原则|章节|阶段|方面|政策))[^，。？]{0,8}"
        rf"[，,]?(?:[^，。？]{{0,6}})(?:一共|总共|合计|总计|共|分别|都)?(?:有|是|包括|包含|提了?|分|分为|安排了?|列了?|部署了?|设了?)?(?:哪|几|多少|什么|啥)(?P<number>{_NUMBER})?(?P<measure>{_MEASURE})?"
    ),
)
_KINDS_COUNTED = re.compile(
    rf"(?:(?<!第)几|多少)(?P<measure>{_MEASURE})?(?P<noun>(?:重要|主要|重点|工作|具体|保障)*(?:举措|措施|任务|工程|行动|原则|阶段|部分|政策))"
)
_ARTICLES = re.compile(r"(?:多少|(?<!第)几)(?:个)?([章节条])(?![\u4e00-\u9fff])")
_BARE_COUNT = re.compile(
    r"(?:[，,、；;]|一共|总共|合计|总计|共)(?:一共|总共|合计|总计|共|又|还)*(?:有|是|列|分|提)?了?(?:多少|几)个?([条项])(?![\u4e00-\u9fff])"
)
"""A count that names no more than its measure."""
_MEASURES = ("条", "项")
_NUMBERED = {"章": r"第.+章", "节": r"第.+节", "条": r"第.+条"}
_GENERAL = frozenset({"方面", "部分", "板块", "大部分", "大方面", "章", "内容", "方向", "领域"})
"""Nouns that any group of headings answers."""
_NOT_OF_A_WHOLE = frozenset({"领域", "方向"})
"""Those of them that the parts of a whole document are not called by."""
_ALL_TOGETHER = re.compile(r"连续|合计|总共|一共|共|加起来|编号|排到")
_KIND = re.compile(r"^(?:重要|主要|重点|工作|具体|建设|推进|所有|全部|大类?|个|条|项|类|的)+(?=[\u4e00-\u9fff]{2})")
NAMED, NUMBER_FITS, PARENT_FITS, GENERAL_FITS, WORDS = 0.8, 0.6, 0.7, 0.3, 0.5
"""What a group of headings gets for items that are called what is asked for, for being as many as the question says, for standing under a
heading of that name, for a noun that fits any, and for the question's words above them."""
SHORT_TITLE = 4
"""Characters from which words of a question are taken for a heading."""
TITLE_NAMED = 0.4
"""Share of the question's words that title and headings must hold for its parts to be the document's own."""
NAMED_APART = 0.15
"""Share of the question's words that another heading must hold above that of a group to be the one that is meant."""
OF_THESE = 0.2
"""Share of the question's words that headings called by no noun of their own (方面, 领域) and those above them must hold."""
ENOUGH = 0.6
"""What a group of headings must get to be what is asked for."""
COUNTED = 1.2
"""Score of a count of chapters or articles: nothing else answers how many there are."""
UNNAMED = 0.4
"""Taken off a list from a document that the question does not name."""


@dataclass(frozen=True, slots=True)
class _Request:
    noun: str
    number: int | None
    together: bool
    end: int = 0
    pieces: bool = False


def compose_items(evidence: Evidence) -> Draft | None:
    """The group of headings that fits the question's noun and number, with their count."""
    question = evidence.question
    document_id = meant_document(evidence) or (evidence.sections[0].document.id if evidence.sections else None)
    if document_id is None:
        return None
    document = evidence.knowledge.document(document_id)
    counted = [draft for noun in _ARTICLES.findall(question.text) if (draft := _counted(evidence, document, noun))]
    if counted:
        return _together(counted)
    drafts = [draft for request in _requests(question.text) if (draft := _headings(evidence, document, request))]
    enumeration = compose_enumeration(evidence)
    headings = _together(drafts) if drafts else compose_named_heading(evidence, document)
    return max(filter(None, (headings, enumeration, compose_numbered_list(evidence))), key=lambda draft: draft.score, default=None)


def _together(drafts: Sequence[Draft]) -> Draft:
    """One draft for several things counted in one question: 几章、多少条."""
    statements = tuple(statement for draft in drafts for statement in draft.statements)
    return replace(drafts[0], statements=statements, facts=tuple(fact for draft in drafts for fact in draft.facts))


def _headings(evidence: Evidence, document: Document, request: _Request) -> Draft | None:
    """The group of the document's headings that fits a request best."""
    if request.pieces and document.title.endswith(request.noun):
        request = replace(request, noun="部分")
    scored = [(_fit(evidence, document, group, request), -len(group), group) for group in _groups(document)]
    fit, _, group = max(scored, key=lambda item: item[:2], default=(0.0, 0, ()))
    if fit < ENOUGH:
        return None
    if request.noun in _MEASURES:
        return _numbered(evidence, document, group, request.noun)
    sources = tuple(Source(document.id, item.heading) for item in group[:20])
    names = "、".join(item.title for item in group)
    text = phrase("items", evidence.question.language, count=len(group), noun=request.noun, names=names) + "。"
    facts = (DraftFact({"kind": "derived", "value": f"{len(group)}个", "expression": f"count({len(group)})"}, sources),)
    score = min(fit, 1.4) - (0.0 if evidence.question.documents.strongest else UNNAMED)
    return Draft((Statement(text, sources),), score, facts=facts, subject=document.title)


def _requests(text: str) -> Sequence[_Request]:
    """What headings the text asks for; more than one where it counts several kinds of them (分几大行动、多少项任务; 分几大部分、总共多少条)."""
    kinds = {match["noun"]: match["measure"] for match in _KINDS_COUNTED.finditer(text)}
    if len(kinds) > 1:
        together = bool(_ALL_TOGETHER.search(text)) or any((measure or "").startswith("大") for measure in kinds.values())
        return [_Request(noun, None, together and measure in ("条", "项", None)) for noun, measure in kinds.items()]
    first = _request(text)
    bare = _BARE_COUNT.search(text)
    if first is None or (bare and bare.start() >= first.end):
        return [*filter(None, (first,)), *([_Request(bare[1], None, True)] if bare else [])]
    return [first]


def _request(text: str) -> _Request | None:
    """What headings the text asks for: the noun they go by, and their number where it gives one."""
    plain = _OF_WORK.sub("", _PIECE.sub("部分", text.rstrip("？?。！! ")))
    for pattern in (*_IN_PARTS, *_PATTERNS):
        match = _last_match(pattern, plain)
        if match:
            number = match["number"]
            value = 2 if number == "两" else numeral_value(number) if number else None
            noun = "保障措施" if match["noun"] == "保障" else match["noun"]
            return _Request(
                noun, value, bool(_ALL_TOGETHER.search(text)) and match["measure"] in ("条", "项", None), match.end(), pattern in _IN_PARTS
            )
    return None


def _last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match whose noun stands last: in 行动计划的重点任务有几条 it is the tasks that are asked for."""
    matches = (match for start in range(len(text)) if (match := pattern.match(text, start)))
    return max(matches, key=lambda match: (match.end("noun"), -match.start("noun")), default=None)


def _groups(document: Document) -> Iterator[Sequence[Section]]:
    """The headings under each heading; and where their numbers run on from one heading to the next, or to the next of the same name,
    those under all of them together."""
    children: dict[int | None, list[Section]] = {}
    for section in document.sections:
        if section.number and section.title:
            children.setdefault(section.parent, []).append(section)
    namesakes: dict[str, list[Section]] = {}
    for section in document.sections:
        namesakes.setdefault(section.title, []).append(section)
    yield from _of_one_form(document)
    for parts in children.values():
        if len(parts) > 1:
            yield parts
    for parts in (*children.values(), *namesakes.values()):
        below = [item for part in parts for item in children.get(part.ordinal, ())]
        if len(parts) > 1 and len(below) > len(parts) and _runs_on(below):
            yield below


def _of_one_form(document: Document) -> Iterator[Sequence[Section]]:
    """Headings without numbers under one heading that name things of one kind in marks: 打造“创新示范市”, 打造“信息惠民市”."""
    named: dict[tuple[int | None, str], list[Section]] = {}
    for section in document.sections:
        ending = re.search(r"([\u4e00-\u9fff])”$", section.title)
        if not section.number and ending:
            named.setdefault((section.parent, ending[1]), []).append(section)
    yield from (parts for parts in named.values() if len(parts) > 1)


def _runs_on(sections: Sequence[Section]) -> bool:
    """Whether the numbers of the headings are 1, 2, 3 … without starting again."""
    numerals = (re.sub(r"[^\d一二三四五六七八九十百]", "", normalize(section.number)) for section in sections)
    return [numeral_value(numeral) for numeral in numerals] == list(range(1, len(sections) + 1))


def _fit(evidence: Evidence, document: Document, group: Sequence[Section], request: _Request) -> float:
    """How well a group of headings fits what is asked for; 0 where they are not as many as the question says."""
    parents = {section.parent for section in group}
    whole = len(parents) > 1
    if request.number is not None and len(group) != request.number:
        return 0.0
    above = document.sections[group[0].parent] if group[0].parent is not None else None
    if whole and above is not None and above.parent is not None and request.noun not in above.title:
        above = document.sections[above.parent]
    noun = _KIND.sub("", request.noun)
    if noun in _MEASURES:
        return NAMED * whole
    if noun in _GENERAL and request.number is None and _asks_of_another(evidence, document, group):
        return 0.0
    if above is None and noun in _NOT_OF_A_WHOLE:
        return 0.0
    title = above.title if above else ""
    named = sum(_called(section.title, noun) for section in group) / len(group)
    under = bool(title) and (_heads(title, noun) or title in request.noun or _is_quoted(evidence, title))
    fit = NAMED * (named > 0.5) + PARENT_FITS * under + GENERAL_FITS * (noun in _GENERAL)
    if not fit:
        return 0.0
    path = " ".join((*above.path, *(section.title for section in group))) if above else " ".join(section.title for section in group)
    if noun in _GENERAL and above is not None and not under and evidence.matcher.match(path).coverage < OF_THESE:
        return 0.0
    named_whole = evidence.matcher.match(f"{document.title} {path}").coverage >= TITLE_NAMED
    top = noun in _GENERAL and above is None and named_whole
    fit += NUMBER_FITS * (request.number is not None) + WORDS * evidence.matcher.match(path).coverage + NUMBER_FITS * top
    return fit + (NUMBER_FITS if whole == request.together else 0.0) * (request.number is None)


def _heads(title: str, noun: str) -> bool:
    """Whether things called `noun` stand under a heading: 重点任务, 主要任务和分工; not 数据 under 数据分析行动."""
    return re.search(rf"{re.escape(noun)}(?:$|[和与及、，：（(])", title) is not None


def _is_quoted(evidence: Evidence, title: str) -> bool:
    """Whether the question puts the heading, or most of it, in quotation marks."""
    return any(len(name) >= SHORT_TITLE and name in title for name in evidence.question.quoted)


def _asks_of_another(evidence: Evidence, document: Document, group: Sequence[Section]) -> bool:
    """Whether the question names another heading than that above the group: 方面 then asks for what stands under that one."""
    of_document = evidence.matcher.terms_in(document.title)
    shares = {section.ordinal: evidence.matcher.match(section.title, apart_from=of_document).coverage for section in document.sections}
    best = max(shares, key=lambda ordinal: shares[ordinal])
    above = group[0].parent
    return shares[best] >= NAMED_APART + (shares[above] if above is not None else 0.0) and not _is_under(
        document, group[0], document.sections[best]
    )


def _called(title: str, noun: str) -> bool:
    """Whether the first clause of a heading ends in the noun: 开展…提升行动，促进… is an 行动."""
    first = re.sub(r"[“”‘’\"]", "", re.split(r"[，,：:（(]", title)[0])
    return first.endswith(noun) and _KIND.sub("", first) != noun


def _counted(evidence: Evidence, document: Document, noun: str) -> Draft | None:
    """How many chapters or articles a regulation has: shown by the first and the last."""
    group = _under_named(evidence, document, [section for section in document.sections if re.fullmatch(_NUMBERED[noun], section.number)])
    return _numbered(evidence, document, group, noun) if group else None


def _numbered(evidence: Evidence, document: Document, group: Sequence[Section], noun: str) -> Draft:
    """The number of headings in a group, shown by the first and the last."""
    sources = (Source(document.id, group[0].heading), Source(document.id, group[-1].heading))
    first, last = (section.number.rstrip(".．、") for section in (group[0], group[-1]))
    text = phrase("numbered", evidence.question.language, count=len(group), noun=noun, first=first, last=last) + "。"
    facts = (DraftFact({"kind": "derived", "value": f"{len(group)}{noun}", "expression": f"count({len(group)})"}, sources),)
    return Draft((Statement(text, sources),), COUNTED, facts=facts, subject=document.title)


def _under_named(evidence: Evidence, document: Document, group: Sequence[Section]) -> Sequence[Section]:
    """Of `group` those under the chapter or section that the question names by number or title; all where it names none."""
    text = evidence.question.text
    for above in document.sections:
        named = above.number and (f"{above.number}" in text or (len(above.title) >= SHORT_TITLE and above.title in text))
        below = [section for section in group if section.ordinal != above.ordinal and _is_under(document, section, above)]
        if named and below and len(below) < len(group):
            return below
    return group


def _is_under(document: Document, section: Section, above: Section) -> bool:
    parent = section.parent
    while parent is not None and parent != above.ordinal:
        parent = document.sections[parent].parent
    return parent is not None
