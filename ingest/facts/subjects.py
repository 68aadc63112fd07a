"""Subjects: what a target's figure counts, by the words before it, behind it, or in the clauses it goes on from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language.figures import BOUND
from ingest.facts.grants import grant_subject

_FILLER = (
    r"(?:[一二三四五六七八九十]是|[一二三四五]年|其中|目前|现|已|将|并|也|还|均|各|共|即|年内|每年|全年|同比|全市|全省|全区|全县|我市|力争|计划|"
    r"预计|累计|总计|合计|成功|最高|最快|最多|至少|基本|稳步|争取|一次性|继续|持续|动态|加快|大力|深入|实时|[一二三四五]年内?|第[一二三四五]年)"
)
_DONE = (
    r"(?:完成|安排|打造|实现|建成|形成|达到|达|推动|推进|实施|开展|组织|新增|新建|新培育|培育|培养|引进|引育|建设|构建|搭建|创建|举办|提供|"
    r"发布|推广|应用|完善|优化|改造|更换|攻克|突破|接入|汇聚|归集|覆盖|打通|支持|扶持|助力|给予|增加|提高|提升|超过|配备|消除|整改|认定|带动|整合|发展|监测|利用|开通|入驻|获批|获评|遴选|获得|取得|入选|列入)了?"
)
_LINK = r"(?:为|对于|对|在|以|向|从|由|把|与|按|至|到|超|不少于|不低于|不超过|约|近|分别)"
_MEASURE = r"(?:增长|总数|总量|面积|数量|规模|金额|占比|比重|下降|降低)"
_BARE = re.compile(rf"(?:{_FILLER}|{_DONE}(?:[和并](?={_DONE}))?|{_LINK}|{_MEASURE}|[，、：\s])*")
_LEADING = re.compile(
    r"(?:[一二三四五六七八九十]是|其中|[一二三四五]年内?|已(?![率度])|确保|每年|满足|目前|并?开通|力争|争取|累计|稳步|推动(?!力)|将(?!来)|已?完成(?![率度量额情时])|打造(?!成)|实现了?(?![率度])|已?建成(?!区)|形成(?![率度]))+(?=.{2})"
)
_TRAILING = re.compile(
    rf"(?:分别|累计|均|[总合共]计|共|保持|(?:(?<![响供反适效对相呼感])应|须|必须)?{BOUND}|(?<=[率比重])实现|(?<![附相接靠邻临])近|(?<![节合公契制签])约|(?:提升|提高|增长|增加|扩展|扩大|下降|降低|减少|精简|压缩|压减|缩短|降|升|增|减)[至到]|力争|稳定在|保持在|达到|(?<![雷发抵])达|至|到|为|[，、：\s])+$"
)
_FROM = re.compile(r"[由从](?:\d{4}年的?)?[\d.]+[^，。]*$")
"""What a figure was before: 由128张."""
_BEFORE_VERB = re.compile(rf"(?:{_FILLER}|{_LINK}|[，、：\s])+")
_ADDED = re.compile(r"(?:新增|新建|新培育|增加|净增|建设|培育|识别|发现|接入|汇聚)+(?=.{2})")
_MEASURED = re.compile(r"(?:(?:提升|提高)|密度|数量|总数|总量|面积|规模|增长|累计)$")
_GOES_ON = re.compile(rf"{_MEASURE}|累计")
_NO_OBJECT = re.compile(r"(?:累计|总数|建成|完成|实现|新建|新增|达到?|力争|[，、：\s])*")
"""Words that say that something is reached and not what: 到2024年，建成泵站4座；到2025年，累计建成6座；2026年，8座."""
_REACHED = re.compile(r"达到|突破|超过")
_LISTED = re.compile(r"(?:[、和及与]|等)\s*$")
_BEHIND = re.compile(
    r"(?:\s*[（(][^（）()]*[）)])?(?:及?以上|以内|以下|左右)?的?"
    r"(?P<noun>(?:[^\d，。；：（(\t\n]*、[^\d，。；：（(\t\n]*的)?[^，。；、：（(\t\n]*(?:[（(][^（）()，。]*[）)][^，。；、：（(\t\n]*)?"
    r"(?:(?:、[^\d，。；：（(、\t\n]{1,4})*、[^\d，。；：（(、\t\n]{2,10}$)?)"
)
_NO_NAME = re.compile(r"[/·×*]|等")
_AVERAGE = re.compile(r"平均(?=.{2})")
_LABEL = re.compile(r"^.*[：:](?=.)")
_AS = re.compile(r"为[^，。为]{1,4}$")
_QUOTED = re.compile(r"(?<=.{2})[“‘].*")
_SIBLING = re.compile(r"^.*\d[\d.]*[万亿]?[\u4e00-\u9fffA-Za-z%](?:[^，、]{0,30}、|.{0,2}(?:以?及|和|与))(?=.{2})")
"""The members before the last of a list in which each has its figure: 雨量站24个、."""
_SIBLING_BEHIND = re.compile(r"\d[^，。；]*(?:、|以?及|和|与)\s*$|[\u4e00-\u9fff](?:以?及|和|与)\s*$")
_STATED_BEFORE = re.compile(r"^[^、]{8,}、(?=[^、]{10,}$)")
_PLACE = re.compile(r"^在.{4,}(?:布设|新建|建成|设立|打造|部署|布局)(?=.{2})")
_DOING = r"(?:监管|监控|监测|管理|治理|改造|建设|覆盖|接入|共享|对接|联通|互通|保护|归集|汇聚|升级|培训|服务)"
_SHARED = re.compile(rf"的(?![^的]*的)(?!(?:[^的]*{_DOING})$).*$")
"""What all members of a list together make up (50家机构和30台仪器的数据集), not what is done to each."""
_WHOLE = re.compile(r"(?<=[\u4e00-\u9fff]{4})的[^的]*(?:体系|资源集|数据集|机制)$")
_PROVIDED = re.compile(r"(?P<to>[^，。；：\d]{2,20}?)(?:提供|配备)")
_FOR = re.compile(r"^[为向给]|[为向对给](?:全[市省区县])?$")
_SCALED = re.compile(r"(?:扩展|扩大|拓展)[到至]$")
_PREDICATE = re.compile(r"^(?:获[评批得]|入选|列入|被)")
_RATE = re.compile(r"覆盖率|普及率|占比|比例|比重")
_SIZE, _OF = re.compile(r"总?(?:规模|投资|面积|容量|长度|金额)$"), re.compile(r"(?:[（(][^（）()]*[）)])?的")
_COVERS = re.compile(r"覆盖(?:全[市省区县])?$")
_COMPARED = re.compile(r"同比|比上年|较上年")
_TRANSITIVE = re.compile(r"提供$")
_STARTED = re.compile(r"(?:同步|继续|持续|加快|全面|组织|开展|推进|实施)+(?=.{2})")

_CLASSIFIERS = frozenset("个家项台套部条件类种支座处辆名户")
"""Measure words that stand before what they count."""
MAX_COUNTED = 20
"""Characters of the words behind a figure up to which they name what it counts."""
MIN_NAME = 4
"""Characters from which a measure with its verb names something by itself: 实施面积."""


@dataclass(frozen=True, slots=True)
class Said:
    """A clause already read: its words, subject and unit of its figure where it has one and what stands behind that, and whether a semicolon closes it."""

    text: str
    subject: str | None = None
    unit: str | None = None
    behind: str = ""
    closed: bool = False


def subject_of(before: str, behind: str, unit: str | None, said: Sequence[Said]) -> str | None:
    """What a figure between `before` and `behind` counts; None when neither its clause nor those `said` before it in the sentence tell.

    The words before the figure name it (建成泵站4座), or those behind it where the former only say that something is done
    (完成4座泵站改造), or the clause it goes on from where there are none either (新建泵站4座，总数达到9座).
    """
    before = _LABEL.sub("", before)
    granted = grant_subject(before, behind, _open(said))
    if granted:
        return granted
    noun = _counted_behind(before, behind)
    siblings = _SIBLING.match(before)
    before = before[siblings.end() :] if siblings and len(_TRAILING.sub("", before[siblings.end() :])) >= 2 else before
    if not _BARE.fullmatch(before):
        return _named_before(before, behind, noun, unit, said)
    if _PREDICATE.match(noun):
        return said[-1].subject + noun if said and said[-1].subject and said[-1].unit == unit else None
    return noun or _continued(before, unit, said)


def _counted_behind(before: str, behind: str) -> str:
    """The words behind a figure that name what it counts, without those that speak of more than that."""
    noun = _noun_behind(before, behind)
    if _SIBLING.match(before) or _SIBLING_BEHIND.search(before):
        noun = _SHARED.sub("", noun) or noun
    provided = _PROVIDED.match(behind) if _FOR.search(before) else None
    return provided["to"] if provided else _WHOLE.sub("", noun)


def _named_before(before: str, behind: str, noun: str, unit: str | None, said: Sequence[Said]) -> str | None:
    """The subject by the words before a figure, with the `noun` behind it where they belong together."""
    named = _FROM.sub("", _TRAILING.sub("", before)).lstrip("，、：为")
    if _RATE.fullmatch(named) and not behind:
        return _rate_of(named, said)
    if named.startswith(("给予", "予以")):
        return None
    if behind.startswith("、") and (stated := _STATED_BEFORE.match(named)):
        named = named[stated.end() :]
    last = said[-1].subject if said and not said[-1].closed else None
    if last and named.startswith("占"):
        return last + named.removesuffix("的")
    if last and named.startswith("在") and unit == "位":
        return last.partition("在")[0] + named
    if last and _AVERAGE.match(named) and said[-1].unit != "%":
        return _counted(said[-1]) + named
    if noun and (_LISTED.search(before) or _SCALED.search(before)):
        return noun
    size = _SIZE.search(named)
    if size and noun and _OF.match(behind):
        return noun + size[0]
    named = _without(_LEADING, _without(_PLACE, named))
    if unit == "%" and noun:
        return named if _COVERS.search(named) else named + _shared_by(behind)
    belongs = unit in _CLASSIFIERS or _OF.match(behind) or _TRANSITIVE.search(named)
    return named + (noun if belongs and len(noun) <= MAX_COUNTED else "")


def _rate_of(named: str, said: Sequence[Said]) -> str | None:
    """Of what a rate that stands alone is one, by the same rate of another year or the clause before: 覆盖率达到92%."""
    same = next((clause.subject for clause in reversed(said) if clause.subject and clause.subject.endswith(named)), None)
    if same or not said or not said[-1].subject or said[-1].closed or said[-1].unit == "%":
        return same
    return _counted(said[-1]) + named


def _open(said: Sequence[Said]) -> Sequence[str]:
    """The words of the clauses of the segment that goes on."""
    closed = max((number for number, clause in enumerate(said, 1) if clause.closed), default=0)
    return [clause.text for clause in said[closed:]]


def only_says_when(words: str) -> bool:
    """Whether words before a year name nothing: 其中, 力争, 到."""
    return _BARE.fullmatch(words) is not None


def _without(start: re.Pattern[str], words: str) -> str:
    match = start.match(words)
    return words[match.end() :] if match else words


def _noun_behind(before: str, behind: str) -> str:
    match = _BEHIND.match(behind)
    noun = match["noun"].strip() if match else ""
    if before.endswith("以"):
        noun = _AS.sub("", noun)
    return noun if len(noun) >= 2 and not _NO_NAME.match(noun) and not noun.startswith("、") else ""


def _shared_by(behind: str) -> str:
    """What a share does, up to the end of its clause: 98%以上实现一口受理、全域通办."""
    return re.sub(r"^(?:及?以上|以内|左右)?的?", "", re.split(r"[，。；：]", behind)[0])


def _continued(before: str, unit: str | None, said: Sequence[Said]) -> str | None:
    """The subject that a clause without one takes over from the clauses before it in its sentence."""
    measure = _GOES_ON.search(before)
    named = _TRAILING.sub("", before)
    if said and said[-1].closed and said[-1].subject and unit is not None and unit == said[-1].unit and _NO_OBJECT.fullmatch(named):
        return said[-1].subject
    verb = _without(_BEFORE_VERB, named)
    if verb and not measure:
        return _object_of(verb, unit, said)
    if not said or said[-1].closed:
        return named if measure and len(_without(_COMPARED, named)) >= MIN_NAME else None
    last = said[-1]
    if last.subject is None:
        reached = _REACHED.search(last.text)
        if measure:
            return named if len(_without(_COMPARED, named)) >= MIN_NAME else None
        return last.text[: reached.start()] or None if reached else None
    if measure is None:
        return last.subject if unit is not None and unit == last.unit else None
    return _counted(last) + measure[0]


def _counted(said: Said) -> str:
    """What the figure of a clause counts, without its measure: 新建泵站5座 -> 泵站, 泵站密度24个 -> 泵站."""
    counted = _noun_behind("", said.behind) or said.subject or ""
    return re.sub(r"平均[^均]*$", "", _MEASURED.sub("", _without(_ADDED, counted)))


def _object_of(verb: str, unit: str | None, said: Sequence[Said]) -> str | None:
    """What `verb` is done to, by the nearest clause that says it: 接入泊位6万个，到2024年底接入9万个."""
    for clause in reversed(said):
        if clause.subject is not None and clause.subject.startswith(verb) and clause.subject != verb:
            return clause.subject
        if clause.text.endswith(verb) and clause.text != verb:
            return _without(_STARTED, clause.text)
        found = clause.text.partition(verb)[2]
        if clause.subject is None and len(found) >= 2:
            return found
        counted = (clause.subject or "").partition(verb)[2]
        if len(counted) >= 2 and unit is not None and clause.unit == unit:
            return verb + counted
    if said and said[-1].subject and unit is not None and said[-1].unit == unit:
        return verb + _QUOTED.sub("", said[-1].subject)
    return None
