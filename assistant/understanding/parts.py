"""Compound questions: several asked in one sentence."""

import re
from itertools import zip_longest

from assistant.conversation.spoken_of import in_words_of, own_content
from assistant.understanding.asks import asks_of
from corpus.language.years import year_mentions

_BREAK = re.compile(r"(?<=[，,；;？?。、])")
_WEAK = frozenset({"list", "definition", "purpose", "policy", "each", "count", "article", "meaning"})
_ONE_SUBJECT = frozenset({"owner", "lead", "participant", "builder"})
"""Asks that one list of units answers together: 由哪家牵头，哪些单位配合."""
_INTERROGATIVE = re.compile(
    r"什么|啥|哪|谁|(?<![这那好])几|多少|吗|呢|怎|何|多[大高长远久快]|([收要掏交罚])不\1|给我|告诉我|(?:说|讲|报|查|列|发)一?下|能不能|可不可以|会不会|算不算|是不是|有没有|要不要|行不行|如何"
)
_NAMES_ONLY = re.compile(r"(?:都|分别|各|具体|它们|又)*(?:叫|是|有|指)?(?:什么|啥|哪些|哪几个|哪几项|谁)(?:名字|名称)?[？?。]*")
"""Asks for the names of what the piece before counts: …有几个，分别是什么？"""
_NUMBER_ONLY = re.compile(r"(?:一共|总共|共|合计|总数|又|各)*(?:有|是)?(?:几|多少)(?:个|项|件|类|条|家)?[？?。]*")
"""Asks how many there are of what the piece before asks for: …有哪些，共几个？"""
_SETS_AGAINST = re.compile(
    r"^[又那还]?(?:相?差|还差|多|少|高|低|增加|减少|提高|下降|增长)(?:了|出)?(?:多少|几)[\u4e00-\u9fff]{0,4}[？?。]*$|"
    r"(?:一样|一致|相同|同一个|一回事|对得上)(?:吗|么|不)|(?:一不一样|是否一致|是不是[^，。？]{0,4}(?:一样|一致|相同))|[高多大长快]还是[低少小短慢]|[低少小短慢]还是[高多大长快]|(?:哪个|谁)更?[高多大低少小长短]|"
    r"(?:说法|写法|写的|数字)[^，。？]{0,4}(?:不一样|不同|不一致)|"
    r"^[^，。？]{0,8}(?:怎么|如何|咋)(?:写|说|定|规定|讲|提|要求)的?[？?]?$"
)
"""Asks how what the piece before asks for stands to another statement of it (…是多少，和规划写的一样吗), or how it is put (…，计划怎么写的)."""
_BEGINS = re.compile(r"(?:开始|启动|开工|动工|起步|开建)[^，,、。；？?]{0,3}[，,、]?$")
_ENDS_TOO = re.compile(
    r"^[又再]?(?:到|至)?(?:哪|什么时候|啥时候|何时|几)[^，,。；？]{0,8}(?:结束|完工|建成|建完|完成|到期|截止|为止|收官|竣工)[？?。]*$"
)
"""Asks for the end of what the piece before asks the begin of: 哪年哪月开始、哪年哪月结束？"""
_SAYS_NO_THING = re.compile(
    r"今年|本年|明年|去年|上年|前年|实绩|预期|大概|大约|等到|能?[整弄搞办干修]?[完好成上]|全覆盖|以[内上下]|之内|分钟|小时|[又还也都再定想干得等能弄整搞]"
)
"""Times and auxiliaries that a piece may have without naming a subject: 今年又定到多少, 大概啥时候能整完."""
OWN_SUBJECT = 2
"""Characters besides those that ask from which a part names a subject of its own."""
_EACH = r"(?:各(?![级类区县地个项种方部单])|分别)"
_IN_UNIT = r"[^市省区县，,。？哪什谁分各归由是]{1,8}(?:局|厅|委)"
_AND = rf"(?:(?<=[局委办厅队院司团府心])和|和(?!{_IN_UNIT})|(?<!参)与|跟(?![踪进随])|以及)"
"""Sets two things side by side; inside the name of a unit (工业和信息化局) it does not."""
_ATTRIBUTE = (
    r"的?(?:(?:建设|责任|牵头|配合|参与|实施|主管)(?:单位|部门|主体)|目标|数量|(?:建设|项目)?(?:期限|周期)|(?:目前)?(?:进展|进度)|数据来源|使用数据|文号|"
    r"(?:施行|印发|成文|发布)?日期|规模|投资|联系人|签发人)"
)
_OF_TWO = (
    re.compile(
        rf"(?P<first>.{{2,}}){_AND}(?P<second>[^，,。；？]{{2,40}})[，,](?P<attribute>(?!))?(?P<asked>[^，,。；？]{{0,12}}{_EACH}[^，,。；？]*[？?]?)$"
    ),
    re.compile(
        rf"(?P<first>.{{2,}}){_AND}(?P<second>[^，,。；？]{{2,40}}?)(?P<attribute>{_ATTRIBUTE})?(?P<asked>{_EACH}[^，,。；？]*[？?]?)$"
    ),
    re.compile(
        rf"(?P<first>[^、]{{4,}})、(?P<second>[^、，,。；？]{{4,40}}?)(?P<attribute>{_ATTRIBUTE})?(?P<asked>{_EACH}[^，,。；？]*[？?]?)$"
    ),
)
"""甲和乙，牵头单位分别是谁; 甲和乙的牵头单位分别是谁."""
_MORE = r"(?:多|少|高|低|大|小|长|短|贵|便宜)"
_LATER = r"(?:早|晚|先|后|靠前|靠后)"
_WHICH_OF = r"(?:哪(?:一)?(?:个|种|类|边|项|家|头|样|方)?|谁|何者)"
_OF_TIME = r"(?:结束|完工|建完|建成|完成|收官|竣工|开工|开始|启动|动工|到期)"
_DIFFERS = r"(?:是不是|是否|都|有没有)?(?:一样|相同|一致)(?:吗|么|不)?|(?:有)?(?:什么|啥|何|哪些)?(?:不同|区别|差别|差异|不一样)"
_SIDES = rf"^(?P<first>[^？?。；]{{2,}}?)(?:{_AND}|、)(?P<second>[^，,。；？]{{2,40}}?)"
_END = r"(?:[，,？?](?:又|还|那)?(?:各|分别|相?差|多|少|高|低)[^，,。；？]{0,12})?[？?。]?$"
_COMPARED = (
    (
        re.compile(rf"{_SIDES}(?:之间)?的?(?:数量)?[，,]?(?:相?差|差距|差额)(?:了|别|有|是)*(?:多少|几)[^，,。；？]{{0,6}}{_END}"),
        "是多少？",
    ),
    (
        re.compile(
            rf"{_SIDES}[，,]?(?:两者|二者|两个)?(?:加起来|加在一起|相加|之和)[^，,。；？]{{0,6}}(?:多少|几)[^，,。；？]{{0,6}}[？?。]?$"
        ),
        "是多少？",
    ),
    (
        re.compile(rf"{_SIDES}[，,]?{_WHICH_OF}(?:的?[^，,。；？]{{0,6}})?更?{_OF_TIME}?(?:得)?更?{_LATER}[^，,。；？]{{0,6}}{_END}"),
        "的期限是什么时候？",
    ),
    (re.compile(rf"{_SIDES}[，,]?{_WHICH_OF}(?:的?[^，,。；？]{{0,4}})?更?{_MORE}(?:一些|一点|些)?{_END}"), "是多少？"),
    (
        re.compile(
            rf"^(?P<first>[^？?。；]{{2,}})比(?![例重较])(?P<second>[^，,。；？]{{2,40}}?)(?:要|还|更)?{_LATER}{_OF_TIME}[^，,。；？]{{0,8}}{_END}"
        ),
        "的期限是什么时候？",
    ),
    (
        re.compile(
            rf"^(?P<first>[^？?。；]{{2,}})比(?![例重较])(?P<second>[^，,。；？]{{2,40}}?)(?:要|还|更)?{_MORE}"
            rf"(?:还是|(?:[开建设做装办配增]了?)?(?:多少|几)[个家条座项台套处所间名户人]?|出|了)(?P<what>[^，,。；？]{{0,12}}){_END}"
        ),
        "是多少？",
    ),
    (re.compile(rf"{_SIDES}(?P<attribute>{_ATTRIBUTE})[，,]?(?:上)?(?:{_DIFFERS})[？?。]?$"), "是什么？"),
)
"""Two things with what compares them, and what is then asked of each: 甲和乙差多少, 甲和乙哪个结束得晚, 甲比乙多几个, 甲和乙的建设单位一样吗."""
_NO_THING = re.compile(
    r"^(?:联合|共同|合作|合建|共建|\d{2}年|(?:19|20)\d{2}(?!\d)|今年|去年|上年|前年|明年|前者|后者|目前|现在|眼下|当前|实际|目标|计划|规划|以前|原来|过去|之前)"
)
_A_POINT = re.compile(r"(?:开始|起始|启动|开工|结束|完成|完工|竣工|截止|收官)的?(?:时间|年月|日期)?(?:都|又)?")
"""The begin or end of what stands before it."""
_A_DOCUMENT = re.compile(r"(?:计划|规划|方案|报告|条例|意见|办法|答复|清单|附表|正文|附件|表格?)(?:里|中|上)?(?:的|定|写|说)*$")
"""A time or a document behind the name of a thing: its figure is told twice."""
_SAYS_DIFFERENT = re.compile(r"(?:不一样|不一致|不同|不统一|对不上|有出入)$")
"""Says of two places that they do not agree: what is asked behind it is asked of what they both speak of."""
_ASKS_OPENLY = re.compile(
    r"(?:什么(?!时)|啥(?!时)|哪(?![怕年天月日])|谁|怎么|如何)[^，,。；？]{0,24}[，,；]|([收要掏交罚])不\1[^，,。；？]{0,12}[，,；]"
)
"""An interrogative in a part that goes on with a comma."""
_TO_LEARN = re.compile(r"知道|清楚|晓得|明白|了解|提醒|提前说|查|看看|看得?[到见]")
"""Behind an interrogative: that is what the asker wants to learn by something, 哪条路会淹水，能提前知道吗."""
_BOTH = re.compile(r"[这那]?[两二][个项](?=[\u4e00-\u9fff]{0,4}$)")
"""Counts the two things behind the second of them: 甲和乙两个项目."""
MAX_PARTS = 3


def split_question(text: str) -> tuple[str, ...]:
    """The parts of `text` that each ask something, or ask the same of two things (甲和乙各有多少); empty when it asks one thing.

    What asks nothing goes with the part after it.
    """
    return _compared(text) or _asked_apart(text) or _asked_of_each(text)


def asked_of_two(text: str) -> tuple[str, ...]:
    """The question once for each of the two things it sets side by side; none for two years, which are one series."""
    return _compared(text) or _asked_of_each(text)


def things_compared(text: str) -> tuple[str, str] | None:
    """The two things that a question sets against each other, without what it asks of them."""
    for match in (pattern.match(text) for pattern in (*(pattern for pattern, _ in _COMPARED), *_OF_TWO)):
        if match and _are_things(match["first"], match["second"]):
            return _in_full(match["first"], match["second"])
    return None


def _compared(text: str) -> tuple[str, ...]:
    for pattern, asked in _COMPARED:
        match = pattern.match(text)
        if match and _are_things(match["first"], match["second"]):
            groups = match.groupdict()
            first, second = _in_full(match["first"], match["second"], groups.get("what") or "")
            attribute = groups.get("attribute") or ""
            return (first + attribute + asked, second + attribute + asked)
    return ()


_A_PLACE = r"[\u4e00-\u9fff]{2,3}?(?:高新区|新区|[县区市镇乡])"
_PLACE_LAST = re.compile(rf"(?:^|[，,年底在里中是])({_A_PLACE})$")
_PLACE_FIRST = re.compile(rf"({_A_PLACE})(?P<rest>(?:\d{{4}}年底?)?[^，,。；？]{{{OWN_SUBJECT},}})$")
_PLACE_OF_PART = re.compile(rf"(?:^|[，,年底在里中是])({_A_PLACE})")
"""Two places, of which only the second has what is compared behind it: 甲县和乙县的货运航线."""


def _in_full(first: str, second: str, what: str = "") -> tuple[str, str]:
    """Both sides with the words that one of them shares with the other: 涉气企业和水污染企业的点位 -> 涉气企业的点位, 水污染企业的点位.

    Of two places the second has what is said behind the first, or else behind how many more: 甲县的航线比乙县多几条, 甲县比乙县多开几条航线.
    """
    if re.fullmatch(_A_PLACE, second) and (place := re.search(rf"({_A_PLACE})(?P<rest>[^，,。；？]*)$", first)) and place[1] != second:
        rest = place["rest"] + what
        return (first + what, second + rest) if len(rest) >= OWN_SUBJECT else (first, second)
    if (place := _PLACE_LAST.search(first)) and (shared := _PLACE_FIRST.match(second)) and place[1] != shared[1]:
        return first + shared["rest"], second
    owner, of, what = second.rpartition("的")
    if of and len(what) >= OWN_SUBJECT and owner[-OWN_SUBJECT:] == first[-OWN_SUBJECT:]:
        return f"{first}的{what}", second
    owner, of, what = first.rpartition("的")
    if of and "的" not in second and len(what) >= OWN_SUBJECT and what[-OWN_SUBJECT:] == second[-OWN_SUBJECT:]:
        return first, f"{owner}的{second}"
    return first, second


def place_compared(part: str) -> str | None:
    """The place that a part of a comparison of two places begins with."""
    match = _PLACE_OF_PART.search(part)
    return match[1] if match else None


def _asked_of_each(text: str) -> tuple[str, ...]:
    match = next(filter(None, (pattern.match(text) for pattern in _OF_TWO)), None)
    if match is None or not _are_things(match["first"], match["second"], documents=True):
        return ()
    asked = (match["attribute"] or "") + match["asked"]
    shared = _PLACE_FIRST.match(match["second"]) if _PLACE_LAST.search(match["first"]) else None
    return (match["first"] + (shared["rest"] if shared else "") + asked, _BOTH.sub("", match["second"]) + asked)


def _are_things(first: str, second: str, *, documents: bool = False) -> bool:
    """Whether the two sides each name something; not a year, nor documents (but where they may be the things) that speak of one thing."""
    of_time = _begins_with_year(second) or _names_two_years(first) or _NO_THING.search(second) or _A_POINT.fullmatch(second)
    if of_time or _SAYS_DIFFERENT.search(second) or any(len(own_content(side)) < OWN_SUBJECT or side.isdigit() for side in (first, second)):
        return False
    return not _A_DOCUMENT.search(second) or (documents and _A_DOCUMENT.search(first) is not None)


def _names_two_years(text: str) -> bool:
    """Whether two years are set side by side (2024年末和2026年末，…): those are compared, and no two things behind them."""
    return re.search(r"20\d\d年[底末初]?(?:[和与跟、]|以及)(?:到)?20\d\d年", text) is not None


def _begins_with_year(text: str) -> bool:
    return any(mention.start == 0 for mention in year_mentions(text)[:1])


def _asked_apart(text: str) -> tuple[str, ...]:
    parts: list[str] = []
    waiting = ""
    pieces = [piece for piece in _BREAK.split(text) if piece.strip()]
    for piece, following in zip_longest(pieces, pieces[1:], fillvalue=""):
        asks = set(asks_of(piece))
        if parts and (
            _NAMES_ONLY.fullmatch(piece)
            or (_NUMBER_ONLY.fullmatch(piece) and "list" in asks_of(parts[-1]))
            or _SETS_AGAINST.search(piece)
            or (_ENDS_TOO.search(piece) and _BEGINS.search(parts[-1]))
        ):
            parts[-1] += waiting + piece
            waiting = ""
            continue
        ends = piece.rstrip()[-1:] in "？?"
        if (
            (asks - _WEAK and (ends or _INTERROGATIVE.search(piece)))
            or (ends and (asks or _INTERROGATIVE.search(piece)))
            or (_ASKS_OPENLY.search(piece) and not _TO_LEARN.search(following))
        ):
            if parts and asks and asks <= _ONE_SUBJECT | {"list"} and set(asks_of(parts[-1])) & _ONE_SUBJECT and not names_subject(piece):
                parts[-1] += waiting + piece
            else:
                parts.append(in_words_of((waiting + piece).strip(), parts[-1] if parts else ""))
            waiting = ""
        else:
            waiting += piece
    if waiting and parts:
        parts[-1] += waiting
    return tuple(parts[:MAX_PARTS]) if len(parts) > 1 else ()


def names_subject(piece: str) -> bool:
    """Whether the piece names what it asks about: 医保结算又归哪个局, not 哪些单位配合."""
    return len(_SAYS_NO_THING.sub("", own_content(piece))) >= OWN_SUBJECT
