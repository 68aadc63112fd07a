"""What a question tells and wants confirmed: it is no word on what is asked for."""

import re

from assistant.understanding.asks import Ask

_CONFIRMED = (
    r"(?:对吧|对吗|对不对|是吧|是吗|是不是|没错吧|没错吗|属实吗|真的吗|对么|这个?(?:说法|时间)[^，。？]{0,4}(?:对|准|属实)[^，。？]{0,2})"
)
_EVENT = (
    r"(?:投运|投用|投产|建成|完工|竣工|开工|动工|通车|上线|开通|启用|启动|运营|运行|试运行|完成|挂牌|揭牌|验收|交付|开建|结束|成立|"
    r"投入(?:使用|运行|运营))"
)
_TIME = r"(?:19|20)\d{2}年(?:(?:上|下)半年|第?[一二三四]季度|\d{1,2}月(?:\d{1,2}[日号])?)?[底初末]?(?:之?前|以前)?"
_TOLD = re.compile(
    rf"{_TIME}(?:就|才|会|将|要|能|已经?|正式|全面|全部|如期|是|应该)*{_EVENT}的?[^，。？\d]{{0,6}}?(?:[，,]?{_CONFIRMED}|[吧吗])[？?]?$|"
    rf"(?:从|自)?{_TIME}(?:起|开始|以后)(?:就|便|才|将|要)*[^，。？\d]{{2,16}}[，,]?(?:{_CONFIRMED}|[吧吗])[？?]?$|"
    rf"^(?:是不是|是否|听说|难道|请问)[^。？]*{_TIME}(?:就|才|会|将|要|能|已经?|正式|全面|全部|如期)*{_EVENT}的?[^，。？\d]{{0,6}}[？?]$"
)
"""A time of an event, or from which something holds, at the end of what is told:
…2025年9月投运，对吧？ …从2025年起不再受理，对吧？ A figure behind it would be what is told instead, and the year its year."""
_OF_TIME: frozenset[Ask] = frozenset({"period", "date", "effective", "when", "validity", "figure"})


def tells_time(text: str, asks: tuple[Ask, ...]) -> bool:
    """Whether `text` tells when something happens and wants it confirmed: the year is then what is asked, not the year asked about."""
    return not _OF_TIME & set(asks) and _TOLD.search(text) is not None
