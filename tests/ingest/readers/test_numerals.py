import pytest

from ingest.readers.numerals import numeral


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 19, "十九"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("japaneseCounting", 100, "一百"),
        ("japaneseCounting", 105, "一百零五"),
        ("japaneseCounting", 110, "一百一十"),
        ("japaneseCounting", 215, "二百一十五"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "甲"),
        ("ideographZodiac", 12, "亥"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 3, "C"),
        ("lowerLetter", 28, "bb"),
        ("decimalEnclosedCircle", 7, "⑦"),
        ("decimalEnclosedCircleChinese", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("ideographEnclosedCircle", 1, "㊀"),
        ("hebrew1", 5, "5"),
        ("upperRoman", 0, "0"),
    ],
)
def test_a_number_is_written_as_word_shows_it(form: str, value: int, shown: str) -> None:
    assert numeral(value, form) == shown
