"""What the parts of a name that counts stand for (“1+2+N”, “一网两库六应用”): an answer spells them out, and does not only say the name."""

import re

from corpus.language.figures import chinese_number

_MARKED = re.compile(r"[“\"「『](?P<name>[^”\"」』]{2,20})[”\"」』]")
_SIGNS = re.compile(r"(?<![\d.年])(?:\d\+?){2,}(?:\+?[NXn])?(?![\d年.%万亿个家])|\d(?:\+[\dNXn])+")
"""The figures of a name: 325 of 325模式, 1+1+1+2+N."""
_PARTS = re.compile(r"(?P<count>[一二两双三四五六七八九十])(?P<kind>[\u4e00-\u9fff]{1,4}?)(?=[一二两双三四五六七八九十、，和与及]|$)")
"""A part of a name that counts several kinds: 两库 and 六应用."""
_MEANT = r"(?:指|代表|对应|表示|意味|含义|意思|理解|解释|是(?:什么|啥|哪)|(?:包括|包含|包涵|涵盖|有)(?:了|着)?(?:哪|什么|啥)|说的|怎么[解讲来]|如何|何意)"
_NUMBER = r"数(?:字(?![经化政产城乡孪技平资社治贸])|(?![字据量智治商]))"
_SIGN = r"(?<![\d.第+A-Za-z])(?:\d|[NX])(?![\d.+%年月日号个家项条A-Za-z])"
_SIGN_ASKED = re.compile(
    rf"(?:{_SIGN}[”\"」』]?[^。？]{{0,16}}{_MEANT}|{_NUMBER}[^。？]{{0,12}}{_MEANT}|{_MEANT}[^。？]{{0,16}}(?:{_NUMBER}|{_SIGN}))"
)
"""Asks what one or each of the signs stands for: 那个2指啥, 这三个数字的含义."""
_SPELLS = r"[”\"」』]?[^，。；\n]{0,12}(?:[：:（(]|[，,]?(?:即|是指|指|其中|包括|包含|分别))"
"""Behind a name: what it stands for follows."""
_BETWEEN = re.compile(r"[、；]|(?<=[\u4e00-\u9fff”])[和与及](?=[\u4e00-\u9fff“])")
_COUNTS = re.compile(r"(?<![\d.第一二三四五六七八九十])(\d|[一二两三四五六七八九])(?=[大个项类条张种支批套级])")
_WANTED = re.compile(r"哪|什么|啥|分别|列|说明|名称|名字|解释|含义|意思|包括|包含|逐")


def spells_out_parts(question: str, text: str) -> bool:
    """Whether `text` says what those parts of a name in marks are that `question` asks about; True where it asks about none."""
    for marked in _MARKED.finditer(question):
        name, outside = marked["name"], question[: marked.start()] + "；" + question[marked.end() :]
        told = text.replace(name, "")
        spelled = re.search(re.escape(name) + _SPELLS, text) is not None
        if (signs := _SIGNS.search(name)) and _SIGN_ASKED.search(outside):
            return spelled or _counts_them(signs[0], told)
        asked = [part for part in _PARTS.finditer(name) if _is_asked(part, outside)] if _WANTED.search(outside) else []
        if asked and len(list(_PARTS.finditer(name))) > 1:
            return spelled or all(_lists(part, told) for part in asked)
    return True


def _counts_them(signs: str, told: str) -> bool:
    """Whether `told` counts as many things as the figures of the name, one kind for each: 六大计划、三大体系, N个场景."""
    digits = [int(sign) for sign in signs if sign.isdigit() and sign != "1"]
    counted = [chinese_number(match) if not match.isdigit() else int(match) for match in _COUNTS.findall(told)]
    return bool(digits) and all(counted.count(digit) >= digits.count(digit) for digit in digits)


def _is_asked(part: re.Match[str], outside: str) -> bool:
    return part["kind"] in outside and (
        re.search(
            rf"{part['count']}[个大项种类]?(?:{part['kind']})|(?<![之其]){part['kind']}[^，。？]{{0,4}}(?:哪|什么|啥){part['count']}",
            outside,
        )
        is not None
    )


def _lists(part: re.Match[str], told: str) -> bool:
    """Whether `told` lists as many things as the part counts, of the kind that it counts where they are two."""
    count = chinese_number(part["count"]) or 2
    listed = max(len(_BETWEEN.findall(clause)) for clause in re.split(r"[。，：\n]", told)) + 1
    return listed >= count and (count > 2 or part["kind"][-1] in told)
