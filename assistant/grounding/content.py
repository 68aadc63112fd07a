"""What a text is about: its clauses, and the pairs of characters in them that say something."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.grounding.moments import moments_in
from assistant.grounding.quantities import quantities_in

_CLAUSE_END = re.compile(r"[，。；！？]|：(?!\d)")
_NUMBERS = re.compile(r"[\d.]+%?|[零〇一二两三四五六七八九十百千万亿]{2,}|百分之")
_FUNCTION = re.compile(
    r"(?:其中|以及|时间节点|完成时限|建设期|清单|显示|并且|而且|同时|此外|另外|包括|分别|根据|按照|依据|为了|目前|已经|将会|需要|应当|必须|可以|应该|能够|以上|以下|以内|左右|不少于|不低于|不超过|不高于|至少|最高|最多|"
    r"超过|突破|达到|实现|完成|进行|开展|推进|推动|加快|力争|预计|计划|提出|规定|明确|要求|文件|方案|规划|该项|这项|该市|全市|本市|我市|的话|一个|一项|也就是说|总体|主要|相关|有关|具体|"
    r"对于|关于|由于|因此|所以|但是|不过|如果|只要|无论|期间|之日|之前|之后|年底|年末|底前|月底|月末|年度|每年|负责|获得|给予|享受|领取|提供|提高|提升|增长|增加|降低|下降|减少|缩短|压缩|扩大|新增|不得(?:少于|低于|超过|高于)|每[家个户年月人次]|最[长低多少]|期限|为[了止]|(?<!普)及|[的了和与并且而或将是被把各该其此这那些在于由对从到至向就都也还又则为以所须应要等均约])"
)
_SHORT_FORMS = (("地区生产总值", "GDP"), ("规模以上", "规上"), ("限额以上", "限上"), ("人民政府", "政府"))
"""What official texts write in full and in short without any difference."""
_CONTENT = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z][A-Za-z0-9+-]*")


def clauses_of_sentence(text: str) -> tuple[str, ...]:
    """The clauses of a plain text, brackets and titles kept whole."""
    return tuple(clause for clause in _CLAUSE_END.split(text) if clause)


@lru_cache(maxsize=8_192)
def content_words(text: str) -> tuple[str, ...]:
    """The runs of characters of `text` that say what it is about: without numbers, function words and marks."""
    for full, short in _SHORT_FORMS:
        text = text.replace(full, short)
    return tuple(_CONTENT.findall(_FUNCTION.sub(" ", _NUMBERS.sub(" ", text))))


@lru_cache(maxsize=8_192)
def content_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters in the content of `text`; a run of one character stands by itself."""
    return frozenset(_pairs(without_figures(text)))


@lru_cache(maxsize=8_192)
def without_figures(text: str) -> str:
    """`text` with a space for every quantity and every time, which are looked up by themselves."""
    spans = [*((span.start, span.end) for span in quantities_in(text)), *((span.start, span.end) for span in moments_in(text))]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _pairs(text: str) -> Iterator[str]:
    for run in content_words(text):
        if run[0].isascii():
            yield run.lower()
        elif len(run) == 1:
            yield run
        else:
            yield from (run[place : place + 2] for place in range(len(run) - 1))
