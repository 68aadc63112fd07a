"""Whether a question asks if the documents agree with themselves: on a figure, on a time, on how something is called."""

import re

from corpus.language.figures import figures_in

_DIFFERS = re.compile(
    r"不一样|不一致|不同|不统一|不对应|对不上|对得上|对不对得上|出入|矛盾|打架|冲突|为准|差[一两几]个?字|"
    r"(?:一样|一致|相同|统一)(?:吗|么|不|吧|没)|(?:是不是|是否|有没有|算不算)[^，。？]{0,6}(?:一致|一样|相同|统一|一回事)|"
    r"(?:不是|是不是|是|同|不)(?:同)?一?个?(?:数字?|数目|名字?|名称|叫法|说法|写法|口径|时间|日期|年份|月份|日子|(?<=一)[年月天])|一回事|一码事|"
    r"[两二](?:个|种|处|套)(?:不同的?)?(?:数字?(?!各|分别|差|相|之|加|哪|都)|说法|叫法|名字?|名称|写法|时间|日期|口径|版本)|"
    r"(?:写|说)[得的]?(?:都|还)是[^，。？]{1,12}(?:吗|么)|"
    r"一个(?:数|说法|名字|时间)[^，。]{1,10}(?:又是)?(?:另)?一个(?:数|说法|名字|时间)"
)
"""Says or asks that two statements are not the same."""
_PLACE = re.compile(
    r"计划|规划|方案|报告|条例|办法|意见|措施|答复|清单|附表|附件|正文|(?:兑付|指标|项目|主要)表|表\s*\d|表[里中格]|总述|总体要求|总体目标|工作目标|标题|开头|结尾|"
    r"前[面文头]|后[面文头]|专栏|概述|目录|引言"
)
"""A document, or a part of one."""
_SAID_TWICE = re.compile(
    r"前后|两处|各处|两个地方|[几两](?:份|个)(?:文件|清单|计划|规划|表|附表)|说法|写法|叫法|表述|口径|写的|写得|说的(?!是一)|[两二](?:个|种)(?:数(?!字?(?:各|分别|差|相|之|加|哪|都))|名字|时间|日期|版本)|"
    r"对得上|对不上|矛盾|打架|为准|出入"
)
"""Speaks of how, or where, a thing is written: places of a text are asked about, not two things."""
_CALLED = re.compile(
    r"叫法|写法|名字|名称|(?:叫|称)(?:什么|啥|的|作|做)|表述|说法|措辞|写的|写得|前后|两处|两个地方|对得上|对不上|一回事|矛盾|打架|出入|各处|为准"
)
_EITHER = re.compile(r"(?P<one>[\d.]+[^，。？\d]{0,12}?)(?:还是|或者?是?)(?P<other>[^，。？\d]{0,6}[\d.]+[^，。？]{0,6})")

LEAST_SAID = 4
"""Characters from which the rest of a question names something."""


def asks_agreement(text: str) -> bool:
    """Whether the question says or asks that two places, of one document or of two, do not say the same."""
    places = {match[0] for match in _PLACE.finditer(text)}
    return _DIFFERS.search(text) is not None and (len(places) > 1 or _SAID_TWICE.search(text) is not None)


def asks_wording(text: str) -> bool:
    """Whether it is how a thing is called or written that may differ."""
    return _CALLED.search(text) is not None


def either_amounts(text: str) -> frozenset[float]:
    """The two amounts of which a question asks which one holds: 到底260个还是250个; none of one."""
    match = _EITHER.search(text)
    amounts = frozenset(figure.amount for figure in figures_in(match[0])) if match else frozenset()
    return amounts if len(amounts) > 1 else frozenset()


def what_is_said(text: str) -> str:
    """The question without the clauses that only say that places differ: what it is that they say. The whole where nothing else is left."""
    said = [piece for piece in re.split(r"[，,。；;？?]", text) if piece and not _speaks_of_places(piece)]
    return "，".join(said) if len("".join(said)) >= LEAST_SAID else text


def _speaks_of_places(piece: str) -> bool:
    return (
        _DIFFERS.search(piece) is not None
        or _SAID_TWICE.search(piece) is not None
        or len({match[0] for match in _PLACE.finditer(piece)}) > 1
    )
