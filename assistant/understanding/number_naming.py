"""The numbers by which a question calls documents: 国发〔2015〕28号, or 28号 of a series named before."""

import re
from collections.abc import Iterator

SERIES = re.compile(r"[\u4e00-\u9fff]{1,16}\s*[〔﹝\[［（(【]\s*(?:19|20)\d{2}\s*[〕﹞\]］）)】]")
"""The part of a number that those of one issuer and year share."""
_NAMED = re.compile(rf"(?P<series>{SERIES.pattern})|(?<![\d.])第?\s*0*(?P<ordinal>\d{{1,5}})\s*号(?![线楼院令路])")
_BRACKETS = str.maketrans({**dict.fromkeys("﹝[［（(【", "〔"), **dict.fromkeys("﹞]］）)】", "〕")})


def numbers_named(text: str) -> Iterator[str]:
    """The numbers in `text` from the first series on, as `plain_number` gives them, with the words that run up to the series before them."""
    series = ""
    for match in _NAMED.finditer(text):
        if match["series"]:
            series = plain_number(match["series"])
        elif series:
            yield f"{series}{match['ordinal']}号"


def is_called(text: str, number: str) -> bool:
    """Whether `text` names a document by `number`, in whatever brackets."""
    return any(named.endswith(plain_number(number)) for named in numbers_named(text))


def plain_number(number: str) -> str:
    """A number as compared: without white space, in brackets of one form."""
    return re.sub(r"(?<=〕)第?0*", "", re.sub(r"\s+", "", number.translate(_BRACKETS)))
