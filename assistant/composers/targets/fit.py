"""How well a target fits a question, apart from its words: its year, what it counts, whether it is an aim or a result."""

import re
from collections.abc import Sequence

from assistant.composers.targets.clauses_before import goes_on_from_another
from assistant.composers.targets.numbers_in_names import named_by_number
from assistant.draft import Source
from assistant.evidence import Evidence, Scored
from assistant.understanding.measures import ratio_fit, unit_fit
from assistant.understanding.ranked_years import years_of_run, years_of_span
from corpus.language.figures import figures_in
from corpus.language.indicators import core_subject
from corpus.language.terms import normalize, terms_of
from corpus.model.document import Document
from corpus.model.facts import Target

SAME_SUBJECT = 0.6
"""Jaccard similarity of the terms of two subjects from which they are taken for one indicator."""
RESULT_ASKED = re.compile(
    r"实际|(?<![定设提列写排求划要])了(?:多少|几)|有没有(?:完成|达到|实现|超过)|达没达到|(?:完成|达到|实现|做到|达标)(?:了(?:吗|没有?|多少)|没有|吗)|(?:完成|实现|达标)(?:情况|得怎么样)|是否(?:已经?)?(?:完成|达到|实现)|已经|现在|(?:多少|几)[^，。？]{1,12}(?<![除为极])了(?![解结却])|目前|如今|去年|上年|前年"
)
_REPORTED = re.compile(r"已|目前|现有|截[至止]")
_COUNTED_UP_TO = re.compile(r"截[至止]")
_STATE = re.compile(r"现状|基础|成效|成绩|回顾|背景|形势")
"""Headings under which a plan tells what there is already."""
_INCREASE = re.compile(r"^(?:新建|新增|增补|净增|再建|增加|扩建)")
_INCREASE_SAID = re.compile(r"[新增再加添]添|[加增]装|添[置建]|[新再增]设|多建")
_SET_AGAINST = re.compile(r"(?:^|[，,])(?:那)?(?:[离距比跟与和]|相比)|还差|相差|差多少|差几")
_DAY_ASKED = re.compile(r"(?:哪|几)(?:一)?(?:天|日|号)|何日|几月几[日号]")
_DAY = re.compile(r"月\s*\d{1,2}\s*日")
DAY = 0.2
"""Added to a deadline of a day where a day is asked for."""
CONTAINED = 0.7
"""Similarity of an indicator to one that names it with more words: 服务信贷投放总额, …平台服务信贷投放总额."""
YEAR_FITS, YEAR_OF_REPORT, YEAR_OF_PERIOD, YEAR_DIFFERS = 0.2, 0.15, 0.1, -0.6
"""Added for the year asked about, for that which a report calls 今年, for a figure without a year where it is the last of the plan, and taken off a figure of another year."""
REACHED = 0.15
"""Added to what a text reports as reached where the question asks for that, and taken off an aim; twice where both count up to a day."""
_AIM_ASKED = re.compile(r"目标|(?:各|分别)?要(?:达到|到)|定(?:了|的是)?多少|计划(?:数|达到|建|做|完成)")
AIMED = 0.15
"""Added to an aim where the question asks for one, and taken off what was reached."""
CUMULATIVE = 0.1
"""Added to what is reached in sum where the question says 累计."""
_IN_ALL, _TOTAL = (
    re.compile(r"一共|总共|总计|合计|累计|全部|(?<!公)共(?=多少|[有几安计])|总(?:[量数额]|规模|投资|面积|产值|算力|长度|里程|收入|资产)"),
    re.compile(r"总|合计|累计|共"),
)
IN_ALL = 0.1
"""Added to a total where one is asked for, and twice taken off a part of it (其中…)."""
_EVENT = re.compile(r"试运行|正式运行|推广|上线|建成|完成|投用|投运|启用|成立|开工|竣工|通过|批准|施行|印发|开通|运行|启动|投产|验收|挂牌")
_SERVICE = re.compile(r"上线|投用|投运|启用|开通|投入(?:使用|运营|运行)")
OTHER_EVENT = 0.25
"""Taken off a deadline whose clause does not say the event asked for."""
SHORT_NAME = 4
"""Characters from which the name of an indicator is told apart from a word."""
SHORTEST = 2
_LOOSE = re.compile(r"[的“”\"（）()\s]")
PRECISION = 0.15
"""Added in full when every word of the indicator stands in the question: 5G基站 rather than 每万人拥有5G基站."""
COUNTERPART = 0.4
"""Added to the figure of another place for the indicator that the part of the question before was about, where the two are set against each other."""
NAMED_WHOLE, FULL_NAME = 0.2, 8
"""Added where the question holds the name of the indicator as a whole, in full from so many characters on: 即办事项占比, not 全程网办事项占比."""
_STOCK_ASKED = re.compile(r"(?:[要会应能该]|应该|一共|总共|共)有|达到|总数|总量|总共|一共|共计")
_CHANGE = re.compile(r"(?:增长|下降|降低|减少|提高|提升)$")
_CHANGE_SAID = re.compile(r"[增涨升降减压缩跌快慢]|[提变]高|[变]低|几个(?:百分)?点|幅")
_OUTCOME_ASKED = re.compile(
    r"(?:[批评选验](?:下来|上|中)|获批|批准|通过|合格|入选|拿到|称号)[^，。？]{0,6}(?:多少|(?<!哪)几)|(?:多少|(?<!哪)几)[^，。？]{0,8}(?:[批评选](?:下来|上|中)|获批|批准|通过|合格|入选)"
)
_OUTCOME = re.compile(r"批|评[为定上选]|通过|认定|合格|入选|获|称号")
UNGRANTED = 0.4
"""Taken off what was applied for or carried out where it is asked how many of them were granted or passed."""
_ONE = re.compile(r"一个?(?=[万亿])")
_IN_TOTAL = re.compile(r"总(?=[产销运][量值]|产出|收入|支出|人口)")
"""粮食总产量 and 粮食产量 are one indicator."""
FIGURE_TOLD = 0.3
"""Added where a question that asks when tells the figure of the target, and taken off where it tells another."""
CLAIMED = 0.2
"""Added for a figure in the unit of one that the question tells to have it confirmed, and taken off one in another unit."""
_AGE = re.compile(r"(?<!\d)(\d{1,3})\s*周?岁")
AGE_FITS = 0.3
"""Added for a figure that holds for the age that the question tells: of others it holds as well, but theirs is another."""
ADDED, STOCK = 0.15, 0.15
"""Taken off what is added (新建…) where the question does not speak of adding, and once more where it asks how much there is to be in all."""
OF_ANOTHER, TOLD = 0.3, 0.3
"""Taken off a clause that goes on from a subject not asked for; and off the clause that has answered the part of the question before."""


def asked_years(evidence: Evidence, best: Scored[Target]) -> tuple[int, ...]:
    """The years asked about; 最后一年 and 第一年 are read off the period of the document, 今年 and 去年 off the year a report was written in."""
    question = evidence.question
    written = best.document.metadata.written_in if best.document.metadata.kind == "report" else None
    if question.relative_years and written:
        stated = set(question.years) - {evidence.as_of_year + step for step in question.relative_years}
        return tuple(sorted(stated | {written + step for step in question.relative_years}))
    period = best.document.metadata.period
    if period and not question.years:
        if question.ordinal_year is not None:
            return (period[1] if question.ordinal_year < 0 else period[0] + question.ordinal_year,)
        return years_of_run(question.text, period)
    return years_of_span(question.text, question.years)


def is_aim(target: Scored[Target]) -> bool:
    """Whether the text sets the figure as something to be reached."""
    period, written = target.document.metadata.period, target.document.metadata.written_in
    year = target.item.year
    if period is None:
        ahead = year is not None and written is not None and year >= written
        return ahead and (target.document.metadata.kind == "report" or _is_set_for(target))
    if year is not None:
        return period[0] <= year <= period[1]
    return not any(_STATE.search(heading) for heading in target.item.path) and not _REPORTED.search(target.item.statement)


def _is_set_for(target: Scored[Target]) -> bool:
    """Whether the text names a point by which the figure is to be reached, not one up to which it was counted: 2024年底前, not 截至2024年6月."""
    time = target.item.year_span.of(target.document.text) if target.item.year_span else ""
    return re.search(r"前|[到至]", time) is not None and not _REPORTED.search(f"{time}{target.item.statement}")


def holds_in(target: Target, years: Sequence[int]) -> bool:
    """Whether the target's year is one of `years`, or its period holds one of them."""
    return target.year in years or bool(target.years and any(target.years[0] <= year <= target.years[1] for year in years))


def fit(evidence: Evidence, item: Scored[Target]) -> float:
    """What the year and the kind of figure asked for add to the target's score, or take off it."""
    question, target = evidence.question, item.item
    change = -STOCK * (_STOCK_ASKED.search(question.text) is not None and _only_adds(question.text, target))
    years = asked_years(evidence, item)
    if years:
        if target.year in years:
            change += YEAR_FITS if target.year in question.years else YEAR_OF_REPORT
        elif _is_broken_down(item, years):
            change += YEAR_DIFFERS
        elif not holds_in(target, years):
            undated = target.year is None and target.years is None
            if not (undated and speaks_of(item.document, years)) or _reported_before(item, years):
                change += YEAR_DIFFERS
            elif (period := item.document.metadata.period) and period[1] in years:
                change += YEAR_OF_PERIOD
    if "figure" in question.asks or "difference" in question.asks:
        change += -0.3 if target.value is None else unit_fit(question.text, target.unit)
        change += PRECISION * evidence.matcher.share_in_question(target.subject) + _named_whole(question.text, target)
        change -= ADDED * (_only_adds(question.text, target) + _only_grows(question.text, target) - _adds_as_asked(question.text, target))
        change += ratio_fit(question.text, target.subject) + AGE_FITS * _is_of_age(question.text, target.statement)
        change -= UNGRANTED * (_OUTCOME_ASKED.search(question.text) is not None and not _OUTCOME.search(target.statement))
        change += _of_aim_or_result(question.text, item)
        change += named_by_number(question.text, target)
        change += CUMULATIVE * (target.cumulative and "累计" in question.text)
        if _IN_ALL.search(question.text):
            change += IN_ALL * bool(_TOTAL.search(target.statement)) - 2 * IN_ALL * _is_share_of(item)
        change -= OF_ANOTHER * goes_on_from_another(evidence, item)
        change -= TOLD * any(source == source_of(item) for source in evidence.near)
        change += COUNTERPART * _is_counterpart(evidence, target)
    elif "when" in question.asks:
        change += (0.1 if target.year is not None else -0.2) + _of_figure_told(question.text, target)
        event = _EVENT.search(question.text)
        change -= OTHER_EVENT * bool(event and not _says_event(event[0], target.span.of(item.document.text)))
        if _DAY_ASKED.search(question.text) and target.year_span:
            change += DAY if _DAY.search(target.year_span.of(item.document.text)) else -DAY
    elif told := {figure.unit for figure in figures_in(question.text)}:
        change += CLAIMED if target.unit in told else -CLAIMED
    return change


def _of_aim_or_result(text: str, item: Scored[Target]) -> float:
    """What it adds that the text tells what was reached, or what is to be, where that is asked; and takes off where it tells the other."""
    if _COUNTED_UP_TO.search(text) and item.item.year_span and _COUNTED_UP_TO.search(item.item.year_span.of(item.document.text)):
        return 2 * REACHED
    if RESULT_ASKED.search(text):
        return -REACHED if is_aim(item) else REACHED
    if _AIM_ASKED.search(text):
        return AIMED if is_aim(item) else -AIMED
    return 0.0


def tells_total(text: str, others: Sequence[str]) -> bool:
    """Whether the question `text` asks for a total and one of `others` tells one."""
    return _IN_ALL.search(text) is not None and any(_TOTAL.search(other) and figures_in(other) for other in others)


def _says_event(event: str, text: str) -> bool:
    """Whether `text` says the event; what is built may be said to be completed (完成平台建设), what goes into service so in any word for it."""
    return (
        event in text
        or (_SERVICE.fullmatch(event) and _SERVICE.search(text)) is not None
        or (event == "建成" and re.search(r"完成[^，。]*建设", text) is not None)
    )


def _only_adds(text: str, target: Target) -> bool:
    """Whether the target tells what is added to what there is, of which the question says nothing."""
    increase = _INCREASE.match(target.statement)
    return increase is not None and increase[0] not in text and not _INCREASE_SAID.search(text)


def _adds_as_asked(text: str, target: Target) -> bool:
    """Whether the question speaks of adding in other words than the target: 新添几座, 新建8个."""
    increase = _INCREASE.match(target.statement)
    return increase is not None and increase[0] not in text and _INCREASE_SAID.search(text) is not None


def _of_figure_told(text: str, target: Target) -> float:
    """What it adds that the question, which asks when, tells the figure: 交易额哪年突破1亿元; and takes off where it tells another one in that unit."""
    told = [figure for figure in figures_in(_ONE.sub("1", text)) if figure.unit == target.unit or figure.unit is None]
    if not told or target.amount is None:
        return 0.0
    return FIGURE_TOLD if any(figure.amount == target.amount for figure in told) else -FIGURE_TOLD


def _is_of_age(text: str, statement: str) -> bool:
    """Whether the statement is of people of the age that the question tells: 80周岁以上, not 60周岁以上."""
    return bool(set(_AGE.findall(text)) & set(_AGE.findall(statement)))


def _only_grows(text: str, target: Target) -> bool:
    """Whether the target tells by how much something changes, of which the question says nothing."""
    return _CHANGE.search(target.subject) is not None and not _CHANGE_SAID.search(text)


def _named_whole(text: str, target: Target) -> float:
    """What it adds that the question calls the indicator by its whole name: the more, the longer that is."""
    name = _LOOSE.sub("", normalize(core_subject(target.subject)))
    held = len(name) >= SHORTEST and name in _LOOSE.sub("", normalize(text))
    return NAMED_WHOLE * min(1.0, len(name) / FULL_NAME) if held else 0.0


def _reported_before(item: Scored[Target], years: Sequence[int]) -> bool:
    """Whether the text reports what was reached by the day it was signed, and another year is asked about; a period may only name the document."""
    signed = item.document.metadata.signed_on
    return signed is not None and len(years) == 1 and signed.year not in years and _REPORTED.search(item.item.statement) is not None


def _is_share_of(item: Scored[Target]) -> bool:
    """Whether the clause names a part of what the clause before it sums up: 其中2025年安排2亿元."""
    text, start = item.document.text, item.item.span.start
    return re.search(r"其中[^，。；]{0,10}$", text[max(0, start - 14) : start]) is not None or item.item.statement.startswith("其中")


def _is_broken_down(item: Scored[Target], years: Sequence[int]) -> bool:
    """Whether the rest of the sentence tells how much of the figure falls to each of `years`: 三年改造120公里，其中2025年40公里."""
    rest = item.document.text[item.item.span.end :].partition("。")[0].partition("\n")[0]
    _, broken, shares = rest.partition("其中")
    return bool(broken) and all(re.search(rf"{year}\s*年[^，、；]*?\d\s*{re.escape(item.item.unit or '')}", shares) for year in years)


def told_before(evidence: Evidence) -> list[Target]:
    """The figures that the part of the question before was answered with, where this part sets another against them: 离…的目标还差多少."""
    if not evidence.near or not _SET_AGAINST.search(evidence.question.text):
        return []
    facts = ((source, fact) for source in evidence.near for fact in evidence.knowledge.facts("target", source.document_id))
    return [fact for source, fact in facts if isinstance(fact, Target) and fact.value and source.span.contains(fact.span)]


def _is_counterpart(evidence: Evidence, target: Target) -> bool:
    """Whether the target gives the indicator that was told before another figure."""
    return any(fact.span != target.span and same_subject(fact, target) for fact in told_before(evidence))


def speaks_of(document: Document, years: Sequence[int]) -> bool:
    """Whether what the document says without a year can hold for one of `years`: it was written then, or plans for then."""
    metadata = document.metadata
    dated = [day.year for day in (metadata.signed_on, metadata.issued_on) if day]
    dated.extend(int(year) for year in re.findall(r"[〔\[]((?:19|20)\d{2})", metadata.document_number or ""))
    dated.extend(int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", document.title))
    period = metadata.period
    return any(year in dated or bool(period and period[0] <= year <= period[1]) for year in years) or not (dated or period)


def same_subject(one: Target, other: Target) -> bool:
    """Whether two targets speak of one indicator, by the terms of their subjects."""
    first, second = (set(terms_of(_IN_TOTAL.sub("", core_subject(target.subject)))) for target in (one, other))
    if not first or not second:
        return False
    shared = len(first & second)
    similarity = shared / len(first | second)
    if min(len(first), len(second)) >= 4:
        similarity = max(similarity, CONTAINED * shared / min(len(first), len(second)))
    return (similarity >= SAME_SUBJECT or _is_short_for(one, other)) and one.unit == other.unit


def _is_short_for(one: Target, other: Target) -> bool:
    """Whether two figures of different years under one heading are of one indicator that one of them calls by the end of its name."""
    names = sorted((_LOOSE.sub("", normalize(core_subject(target.subject))) for target in (one, other)), key=len)
    return one.path == other.path and one.year != other.year and len(names[0]) > SHORTEST and names[1].endswith(names[0])


def source_of(scored: Scored[Target]) -> Source:
    """The characters that prove the target."""
    return Source(scored.document.id, scored.item.span)
