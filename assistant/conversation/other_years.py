"""A follow-up that asks the former question of another year: 那2026年呢？ 再往前一年呢？ 收官那年呢？"""

import re
from collections.abc import Sequence

from assistant.conversation.spoken_of import own_content, year_spans
from assistant.understanding.asks import asks_of
from corpus.language.years import year_mentions

_MANY = r"[一两二三]"
_STEP = re.compile(
    rf"(?:(?:再|又)?(?:过|晚|(?:往|向|朝)[后下](?:再)?[推数倒移延看走]?)(?P<many_after>{_MANY})年|(?P<later>{_MANY})年(?:以|之)?后|(?P<after>下一年|[次翌]年|再?(?<!最)后一年|来年|(?<!的)第二年))|"
    rf"(?:(?:再|又)?(?:早|倒[回退推数]|(?:往|向|朝)[前上回](?:再)?[推数倒移看走]?)(?P<many_before>{_MANY})年|(?P<earlier>{_MANY})年(?:以|之)?前|(?P<before>上一年|再?前一年))"
)
"""A year told by the one spoken of before."""
_COUNT = {"一": 1, "两": 2, "二": 2, "三": 3}
_BARE = re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?![\d.%年〕\]])(?P<end>(?:年?[底末])?)")
_SHORT = re.compile(r"(?<!\d)(?P<year>2\d)年(?!级)(?P<end>[底末]?)")
_RELATIVE = re.compile(r"今年|本年度?|明年|去年|后年|(?<!目)前年")
_ORDINALS = (
    (
        re.compile(
            r"(?:(?:规划|计划|方案)期?)?(?:的)?(?:最[后末](?:那|的)?一?年|期?末尾?(?:的|那|一)*年|(?:收官|收尾|到期|结束|压轴|终了)(?:的)?(?:那|之|这)?一?年)|[末终]年"
        ),
        "最后一年",
    ),
    (re.compile(r"(?:第|头|最[早初开]始?的?(?:那)?)一?年|首年|(?:起步|开局|起始|开头)(?:的)?(?:那|之)?一?年"), "第一年"),
    (re.compile(r"(?:中间|当中)(?:那|的)?一?年"), "第二年"),
    (re.compile(r"第三年"), "第三年"),
    (re.compile(r"第四年"), "第四年"),
    (re.compile(r"第五年"), "第五年"),
)
"""The years of a plan as people count them, and as questions are read."""
_SAID_BEFORE = re.compile(r"最后一年|第[一二三四五]年|头一年|末年|首年|今年|去年|明年|本年")
_SAME_YEAR = re.compile(r"同(?:一)?年|(?:这|(?<![早步官局间末始期])那|该)(?:一)?年(?!级)|当年|同期|(?:到)?那(?:个)?时候?")
_SEVERAL = re.compile(
    r"^到?(?:(?:(?:19|20)\d\d年?|2\d年)底?[、,，和与及跟])+(?:(?:19|20)\d\d年?|2\d年)底?(?:各|分别|又|的话)*(?:是?多少)?呢?[？?]?$"
)
_NEXT = re.compile(r"^(?:最?后|后面|其余|另外|接下来|之后)的?(?P<many>[两二三])年(?:各|分别|又|的话)*(?:是?多少)?呢?[？?]?$")
"""More than one other year: 后两年呢？"""
_INTERROGATIVE = re.compile(r"什么|啥|哪|谁|怎|如何|吗|是不是|能不能")
_QUANTITY = re.compile(r"(?:多少|几)(?:[个家项台套部条件类种次场户名位处座所间辆张支]|公里|[万亿]?[元亩吨])?")
_CLAUSES = re.compile(r"[，,；;]\s*")
_LIKEWISE = re.compile(r"(?:是不是|是否)?(?:也|还)(?:是)?(?:这样|一样|这么多|这个数|如此|同样)的?(?:吗|么)?")
ASIDE = 10
"""Characters up to which what stands before the year asked for is said by the way: 先不管明年，2027年呢？"""
_CHANGED = re.compile(r"增长|下降|提高|降低|减少|增加|新增|实际|最终|完成|累计|占比")
"""What makes another indicator of the same thing, unless the former question said it too."""
_AMOUNT_NAMED = re.compile(
    r"(?:目标|计划|任务|规划)?(?:[件个家台套条座处项次户人场]数|数(?:量|目|值|字)|总量|水平|值|数)(?=[是定要为呢达多的\s，？?]|$)|定(?:的|下的?|为|在)+(?=是|为|多|几|\s|$)"
)
"""A quantity by no more than its being one: 件数定的是多少."""
_QUANTITIES = frozenset({"figure", "count", "each", "difference", "investment", "list"})


def with_other_year(before: str, text: str) -> str | None:
    """The question `before` with its year replaced by the one that `text` names; None where `text` names none, or asks more than that."""
    *told, asked = _CLAUSES.split(text.rstrip("？?。"))
    if told and not any(_INTERROGATIVE.search(clause) or _QUANTITY.search(clause) for clause in told) and len("".join(told)) <= ASIDE:
        text = asked if _year_in(asked, before) else text
    found = _year_in(text, before)
    if found is None:
        return None
    start, end, year = found
    return _replaced(before, year) if _asks_the_same(_LIKEWISE.sub("", f"{text[:start]} {text[end:]}"), before) else None


def with_other_years(before: str, text: str) -> str | None:
    """The question `before` with its year replaced by several: 2025、2026年呢？"""
    old = year_spans(before)
    if not old:
        return None
    years = [f"20{year[-2:]}" if len(year) == 2 else year for year in re.findall(r"(?:19|20)?\d\d", text)] if _SEVERAL.match(text) else []
    if following := _NEXT.match(text):
        last = max(mention.last for mention in year_mentions(before))
        years = [str(last + step) for step in range(1, 1 + _COUNT[following["many"]])]
    said = "和".join(f"{year}年" for year in years)
    return before[: old[0][0]] + said + before[old[0][1] :] if said else None


def in_same_year(text: str, before: str) -> str:
    """`text` with 同一年 and the like as the year that `before` names."""
    years = year_mentions(before)
    if not years or year_mentions(text):
        return text
    return _SAME_YEAR.sub(lambda _: f"{years[-1].last}年", text, count=1)


def step_year(text: str, years: Sequence[int]) -> int | None:
    """The year that 下一年 or 前一年 in `text` means after `years`; None where it names none."""
    match = _STEP.search(text)
    if match is None or not years:
        return None
    later = match["many_after"] or match["later"]
    if many := later or match["many_before"] or match["earlier"]:
        return years[-1] + _COUNT[many] * (1 if later else -1)
    return years[-1] + (1 if match["after"] else -1)


def without_steps(text: str) -> str:
    """`text` without 下一年, 再往前一年 and the like: they name no thing."""
    return _STEP.sub("", text)


def without_relative_years(text: str) -> str:
    """`text` without 今年, 去年 and the like."""
    return _RELATIVE.sub("", text)


def _year_in(text: str, before: str) -> tuple[int, int, str] | None:
    """Where `text` names a year, and how it is said in a question that stands alone."""
    step = _STEP.search(text)
    stepped = step_year(text, [mention.last for mention in year_mentions(before)])
    if step and stepped is not None:
        return (*step.span(), f"{stepped}年")
    if mentions := year_mentions(text):
        first = mentions[0]
        return first.start, first.end, text[first.start : first.end]
    if bare := _BARE.search(text):
        return (*bare.span(), f"{bare['year']}年{bare['end'].removeprefix('年')}")
    if short := _SHORT.search(text):
        return (*short.span(), f"20{short['year']}年{short['end']}")
    if relative := _RELATIVE.search(text):
        return (*relative.span(), relative[0])
    return next(((*match.span(), said) for pattern, said in _ORDINALS if (match := pattern.search(text))), None)


def _asks_the_same(rest: str, before: str) -> bool:
    """Whether `rest`, which stood beside a year, asks nothing that the question `before` does not."""
    own = own_content(_QUANTITY.sub(" ", _AMOUNT_NAMED.sub(" ", rest)))
    asks = set(asks_of(rest))
    if own not in before or _INTERROGATIVE.search(rest) or asks - _QUANTITIES:
        return False
    if asks and not set(asks_of(before)) & _QUANTITIES:
        return False
    return all(word in before for word in _CHANGED.findall(rest))


def _replaced(before: str, year: str) -> str:
    """`before` with `year` for its first year, and without others; before all of it where it has none."""
    old = [span for span in year_spans(before) if not _is_period_of_a_name(before, span)]
    if not old:
        said = _SAID_BEFORE.search(before)
        return before[: said.start()] + year + before[said.end() :] if said else f"{year}，{before}"
    plain = before
    for start, end in reversed(old[1:]):
        plain = plain[:start] + plain[end:]
    return plain[: old[0][0]] + year + plain[old[0][1] :]


def _is_period_of_a_name(text: str, span: tuple[int, int]) -> bool:
    """Whether a year stands in brackets, as the period of a plan does: 行动计划（2024-2026年）."""
    start, end = span
    return text[:start].rstrip()[-1:] in ("（", "(") and text[end:].lstrip()[:1] in ("）", ")")
