"""Numbers as lists print them: 三、 ③ III."""

from collections.abc import Callable, Mapping

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def numeral(value: int, form: str) -> str:
    """`value` as a format of Word prints it (numFmt: decimal, chineseCounting, upperRoman, …); formats that are not known print digits."""
    write = _FORMATS.get(form)
    return write(value) if write and value > 0 else str(value)


def _chinese(value: int, *, says_one_ten: bool = False) -> str:
    """三, 十二 (or 一十二), 二十, 一百零五."""
    if value >= 1000:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{_DIGITS[tens] if tens > 1 or hundreds or says_one_ten else ''}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def _formal(value: int) -> str:
    return _chinese(value, says_one_ten=True).translate(str.maketrans(_DIGITS + "十百", _LEGAL + "拾佰"))


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value)).replace("零", "〇")


def _roman(value: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        text += letters * (value // amount)
        value %= amount
    return text


def _letters(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 9)


def _in_series(first: int, count: int) -> Callable[[int], str]:
    """Numbers that have a character of their own up to `count`: ①."""
    return lambda value: chr(first + value - 1) if value <= count else str(value)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"), _chinese
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digit_by_digit),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional"), _formal),
    "ideographTraditional": lambda value: _STEMS[(value - 1) % 10],
    "ideographZodiac": lambda value: _BRANCHES[(value - 1) % 12],
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "upperRoman": lambda value: _roman(value % 5000).upper(),
    "lowerRoman": lambda value: _roman(value % 5000),
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _in_series(ord("①"), 20)),
    "decimalEnclosedParen": _in_series(ord("⑴"), 20),
    "decimalEnclosedFullstop": _in_series(ord("⒈"), 20),
    "ideographEnclosedCircle": _in_series(ord("㊀"), 10),
}
"""The formats of numbers that Chinese documents use."""
