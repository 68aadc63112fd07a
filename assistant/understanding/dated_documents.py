"""Documents called by the year they are of: 2016年那版智慧城市规划, 2023年的答复. Such a year is part of a name and asks for no year's figure."""

import re
from collections.abc import Sequence

from assistant.understanding.document_naming import years_of
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.language.terms import terms_of

_YEAR = r"(?<![\d.—–~至到-])(?P<years>(?P<year>(?:19|20)\d{2})(?:\s*[-—–~至到]\s*(?P<last>(?:19|20)\d{2}))?\s*年?)"
_ISSUED = r"(?:(?:里|初|底)?(?:政府)?(?:印发|发布|出台|制定|编制|公布|颁布|作出|做出|给出|通过))?"
_THIS = r"(?P<this>(?:的?[那这](?:一)?[版份个部次封]|版)?)的?"
_NAME = r"(?P<name>[\u4e00-\u9fff“”\"]{0,12}?)"
_DEED = re.compile(
    r"建|新|期|了|要|到|设|化|编|局|院|目标|投|完|布|打造|实现|开|培|落|启|推|在|把|将|中心|馆|展|员|里程|面积|路|线|道|地|人|\d"
)
"""Behind a word for a document that is no name there but a deed: 2018年规划建设."""
_KINDS: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = tuple(
    (frozenset(kinds), re.compile(rf"{_YEAR}{_ISSUED}{_THIS}{_NAME}(?:{nouns})"))
    for kinds, nouns in (
        (("master_plan",), r"总体规划|总规|规划"),
        (("reply",), r"提案答复|建议答复|答复|回复"),
        (("regulation",), r"条例|办法"),
        (("action_plan",), r"行动计划|行动方案|实施方案|工作方案"),
    )
)
_MEANT_BY_YEAR = frozenset({"action_plan"})
"""Kinds whose year alone may be one of the years they set figures for: they need a word that points (2024年那份行动计划)."""


def without_dated_names(text: str, documents: Sequence[DocumentSummary]) -> str:
    """`text` without the years that call one of `documents`: what is left asks for years."""
    for kinds, spoken in _KINDS:
        for match in reversed(list(spoken.finditer(text))):
            points = match["this"] or match["last"]
            if not points and (kinds & _MEANT_BY_YEAR or _DEED.match(text, match.end())):
                continue
            if any(one.metadata.kind in kinds and _is_of(one, match) and _is_called(one, match["name"]) for one in documents):
                text = text[: match.start()] + text[match.end("years") :]
    return text


def _is_of(document: DocumentSummary, match: re.Match[str]) -> bool:
    """Whether the year is that of the document, or the first of its period, or both are its period."""
    period, year = document.metadata.period, int(match["year"])
    if match["last"]:
        return period == (year, int(match["last"]))
    return str(year) in years_of(document) or (period is not None and period[0] == year)


def _is_called(document: DocumentSummary, name: str) -> bool:
    """Whether what stands between the year and the kind is of the title."""
    words = terms_of(name)
    title = document.metadata.title
    return not words or any(word in title for word in words if len(word) > 1)
