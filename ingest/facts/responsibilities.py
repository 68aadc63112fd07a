"""Responsibilities: who answers for which task, from owner lists in brackets, and on lines of their own; those of table rows are columns of the rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.language.sentences import trim
from corpus.language.unit_lists import split_units
from corpus.model.document import Document, Section, section_at
from corpus.model.facts import Responsibility, Scope
from corpus.model.span import Span

_BODY = r"(?:单位|部门|处室)\s*(?:[（(](?:单位|部门)[）)])?"
_LABELLED = re.compile(
    rf"(?:[（(【〔\[]\s*)?(?:责任|牵头|主责|实施|落实|主办){_BODY}\s*[：:∶]|[（(【〔\[]\s*(?:责任|牵头|主办|负责)\s*[：:∶]"
)
_BRACKETS = {"（": "）", "(": ")", "【": "】", "〔": "〕", "[": "]"}
_CLOSING_LIST = re.compile(r"(?<=。)[（(]([^（）()。：:]{3,160})[）)](?=\n|$)")
_OFFICE = re.compile(r"(?:[省市区县州各]|国家|中国).*(?:局|委|办|办公室|厅|政府|中心|集团|公司|联合会|管委会|总队|支队)")
"""A unit by its level and kind: what stands in brackets behind a task and names nothing else says who does it."""
_BRACKETED = re.compile(
    r"[（(]((?:[^（）()。]|[（(][^（）()]{0,6}[）)]){2,160}?(?:牵头|按职责分工负责|分工负责|负责|配合|参与|具体实施|组织实施))\s*[）)]"
)
_SENTENCE = re.compile(
    r"(?:由)?[^，。；：（）]{2,80}?(?:牵头负责|负责牵头|牵头|按职责分工负责|负责)(?:[，,；][^。；：]{2,120}?(?:配合|参与|协同|协助|按职责分工负责|负责))?。?"
)
_OF_SECTION = re.compile(
    r"(?:(?:本[节章]|本部分|本领域|本方面)(?:的|各项|所列|重点|主要|以上)*(?:任务|工作|内容|事项|措施|项目)?|(?:本[节章]|本部分)?(?:以上|上述|以下)(?:各项|\d+项|[一二三四五六七八九十]+项)?(?:重点|主要)?(?:任务|工作|事项|措施|项目))"
    r"[，,]?(?:均|都|统一|全部)?(?:由|[为的]?责任单位[为：:])"
)
"""Opens a sentence that names once who does all that its section holds: 本节任务由甲牵头，乙、丙按职责分工负责。"""
_LABEL = re.compile(
    rf"(?:^|[；;，,。\s]+)(?P<role>责任|牵头|主责|实施|落实|主办|承办|负责|配合|参与|协办|协同|参加)(?:{_BODY}\s*[：:∶]|\s*[：:∶])"
)
_LEADING = ("牵头", "主办")
_COOPERATING = ("配合", "参与", "协办", "协同", "参加")
_DUE = re.compile(r"[；;，,。\s]*(?:完成|办结|办理|实施)?(?:时限|时间|期限)[：:].*$", re.DOTALL)
_LEAD_END = re.compile(r"(?:负责)?牵头(?:负责)?")
_SHARED = re.compile(r"分工负责|按职责")
_FIRST_LEADS = re.compile(
    r"[，,；;。]?\s*(?:[排列]|其中)?(?:名|在)?(?:第一|首位|首)(?:位|个)?的?(?:单位|部门)?[为是]牵头(?:单位|部门)(?:[，,、]?下同)?$"
)
_PREPOSITION = re.compile(r"(?:^|(?<=[，,、；;]))\s*(?:由|会同)(?=[省市区县国各\u4e00-\u9fff]{2})")
_INHERITED = re.compile(r"[，,；;]?\s*(以下(?:各项|任务|工作)?均需\s*(?P<units>[^，。；）)]+)[，,]?[^）)。]*)")
_UNIT_LIKE = re.compile(
    r"(?:局|委|办|厅|部|院|政府|中心|集团|公司|部门|单位|银行|协会|机构|室|会|市|区|县|处|总队|联|大学|企业|社|署|队|所|学校|馆|海关)(?:等)?$"
)


@dataclass(frozen=True, slots=True)
class _OwnerList:
    span: Span
    content: Span


def responsibilities(document: Document) -> tuple[Responsibility, ...]:
    """Every responsibility of `document` in reading order. Tables state theirs in their rows."""
    found: list[Responsibility] = []
    inherited: tuple[tuple[str, ...], Span] | None = None
    previous_end = 0
    for owners in _owner_lists(document):
        section = section_at(document.sections, owners.span.start)
        task = _task_of(document, section, owners.span, previous_end)
        previous_end = owners.span.end
        clause = _INHERITED.search(owners.content.of(document.text))
        if clause:
            start = owners.content.start + clause.start(1)
            inherited = (split_units(clause["units"]), Span(start, start + len(clause[1])))
        responsibility = _responsibility(document, owners, task, section, clause.start() if clause else None)
        if responsibility.units:
            found.append(_with_inherited(responsibility, inherited))
    return tuple(found)


def owner_spans(document: Document) -> tuple[Span, ...]:
    """Where the text of `document` names owners and says nothing else, brackets and labels included, in reading order."""
    return tuple(owners.span for owners in _owner_lists(document))


def _owner_lists(document: Document) -> Iterator[_OwnerList]:
    text = document.text
    tables = [block.span for block in document.blocks if block.kind == "table"]
    position = 0
    candidates: list[_OwnerList] = []
    for match in _LABELLED.finditer(text):
        if match.start() < position or any(table.start <= match.start() < table.end for table in tables):
            continue
        end = _list_end(text, match.start(), match.end())
        closing = int(match[0][0] in _BRACKETS and text[end : end + 1] == _BRACKETS[match[0][0]])
        candidates.append(_OwnerList(Span(match.start(), end + closing), Span(match.end(), end)))
        position = end
    for match in _BRACKETED.finditer(text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other.span) for other in candidates) and _all_units(match[1]):
            candidates.append(_OwnerList(span, Span(match.start(1), match.end(1))))
    for match in _CLOSING_LIST.finditer(text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other.span) for other in candidates) and _all_offices(match[1]):
            candidates.append(_OwnerList(span, Span(match.start(1), match.end(1))))
    for sentence in _prose_sentences(document):
        span = Span(sentence.start, sentence.end)
        opening = _OF_SECTION.match(text, sentence.start, sentence.end)
        if opening and names_only_units(text[opening.end() : sentence.end]):
            candidates.append(_OwnerList(span, trim(text, Span(opening.end(), sentence.end))))
        elif not any(span.overlaps(other.span) for other in candidates) and names_only_units(sentence.of(text)):
            candidates.append(_OwnerList(span, trim(text, Span(sentence.start + text.startswith("由", sentence.start), sentence.end))))
    return iter(sorted(candidates, key=lambda owners: owners.span.start))


def _prose_sentences(document: Document) -> Iterator[Span]:
    for passage in document.passages:
        if passage.kind == "prose":
            yield from passage.sentences


def names_only_units(sentence: str) -> bool:
    """Whether a sentence says nothing but who leads and who helps: 市河湖局牵头，市桥梁局配合。"""
    return _SENTENCE.fullmatch(sentence.strip()) is not None and _all_units(sentence.strip("。 由"))


def _list_end(text: str, start: int, position: int) -> int:
    """The end of an owner list: its closing bracket, or the end of the line for a list without brackets; a line with the next label goes on."""
    opening, closing = text[start], _BRACKETS.get(text[start], "")
    depth = 1
    while position < len(text):
        character = text[position]
        if closing and character == "\n":
            return position
        if closing and character in (opening, closing):
            depth += 1 if character == opening else -1
            if depth == 0:
                return position
        elif not closing and (character == "。" or (character == "\n" and not _LABEL.match(text, position))):
            return position
        position += 1
    return position


def _all_offices(content: str) -> bool:
    return all(_OFFICE.fullmatch(unit) for unit in split_units(re.sub(r"^由|会同|(?:负责)?牵头(?:负责)?", "、", content)))


def _all_units(content: str) -> bool:
    return all(
        _UNIT_LIKE.search(unit)
        for unit in split_units(re.sub(r"(?:负责)?牵头(?:负责)?[，,、；;]?|按职责分工负责|分工负责|负责|配合|参与|具体实施", "、", content))
    )


def _task_of(document: Document, section: Section | None, owners: Span, previous_end: int) -> tuple[str, Span, Scope]:
    """The task that an owner list closes: the item it stands in, the text since the last list, or the section above."""
    text = document.text
    if section is None:
        start = max(previous_end, text.rfind("\n", 0, owners.start) + 1)
        return text[start : owners.start].strip()[:40], Span(start, max(start, owners.start)), "document"
    if _OF_SECTION.match(text, owners.start, owners.end):
        return section.title or section.number, section.span, "section"
    if section.number == "" and section.title.startswith(("责任", "牵头", "主责")):
        parent = document.sections[section.parent] if section.parent is not None else section
        return parent.title, Span(parent.span.start, max(parent.span.start, section.span.start - 1)), "section"
    if section.parent is not None and section.number == "" and section.heading.of(text).endswith(("：", ":")):
        section = document.sections[section.parent]
    if previous_end > section.span.start:
        start = previous_end + (text[previous_end : previous_end + 1] in "。；\n")
        piece = text[start : owners.start].strip()
        if len(piece) >= 6:
            clause = re.match(r"[^，。；]{4,40}", piece)
            return clause[0] if clause else piece[:40], Span(start, owners.start), "task"
    if section.heading.contains(owners):
        printed = text[section.heading.start : owners.start].removeprefix(section.number).strip()
        return printed or section.number, Span(section.heading.start, owners.start), "task"
    return section.title or section.number, Span(section.span.start, max(section.span.start, owners.start)), "task"


def _responsibility(
    document: Document, owners: _OwnerList, task: tuple[str, Span, Scope], section: Section | None, cut: int | None
) -> Responsibility:
    """The responsibility that the owner list states for `task`: who leads and who cooperates read apart, its text up to `cut`."""
    content = _DUE.sub("", owners.content.of(document.text)[:cut])
    content, first_leads = _FIRST_LEADS.subn("", content)
    content = _PREPOSITION.sub("", content)
    units, lead, cooperating = tuple[str, ...](), tuple[str, ...](), tuple[str, ...]()
    for role, part in _parts(document.text[owners.span.start : owners.content.start], content):
        split = _LEAD_END.search(part)
        if role in _COOPERATING:
            cooperating += split_units(part)
        elif split:
            named, others = split_units(part[: split.start()]), split_units(part[split.end() :].strip("，,、；; "))
            lead, units = lead + named, (*units, *named, *others)
            cooperating += others
        else:
            units += split_units(part)
            lead += split_units(part) if role in _LEADING else ()
    lead = lead or (units[:1] if first_leads else ())
    units, cooperating = tuple(dict.fromkeys(units)), tuple(dict.fromkeys(cooperating))
    units = (*units, *(unit for unit in cooperating if unit not in units))
    return Responsibility(
        document.id,
        owners.span,
        section.ordinal if section else None,
        section.path if section else (),
        task[0],
        task[1],
        units,
        lead,
        cooperating,
        bool(_SHARED.search(content)),
        task[2],
    )


def _parts(label: str, content: str) -> Iterator[tuple[str, str]]:
    """The parts of an owner list, each with the role that its label gives: 牵头单位：甲；责任单位：乙、丙."""
    opened = _LABEL.search(label.strip("（(【〔[ "))
    role, start = opened["role"] if opened else "", 0
    for match in _LABEL.finditer(content):
        yield role, content[start : match.start()]
        role, start = match["role"], match.end()
    yield role, content[start:]


def _with_inherited(responsibility: Responsibility, inherited: tuple[tuple[str, ...], Span] | None) -> Responsibility:
    if inherited is None:
        return responsibility
    return replace(responsibility, inherited=inherited[0], inherited_span=inherited[1])
