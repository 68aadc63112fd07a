"""A column of every row that a question asks for: 有几个场景，分别由谁建设; 每个项目什么时候完成."""

import re
from collections.abc import Sequence

from assistant.composers.rows.columns import DESCRIBES, asked_columns, named_columns
from assistant.composers.rows.rows import MAX_SOURCES, rows_asked
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from assistant.understanding.parts import names_subject
from corpus.language.numbering import numeral_value
from corpus.model.facts import Column, Scenario

_NOUN = r"(?:应用|创新|重点|建设)?(?:场景|项目|实事)"
_EACH = r"(?:都|分别|挨个|逐[个一]|一一|各自?(?:的)?(?![级类区县市地])|每(?:一)?[个项])"
_PATTERNS = (
    re.compile(
        rf"^(?P<rows>.{{2,}}?{_NOUN}[^，,；？?]{{0,12}}?)[，,；？?\s]\s*(?P<asked>(?:又|它们|这些|那|具体)*{_EACH}[^，,；？?]+|[^，,；？?]{{2,8}}{_EACH}[^，,；？?]+)$"
    ),
    re.compile(rf"^(?P<before>.{{2,}}?)(?:的)?(?:每(?:一)?[个项]|各个?|逐个)(?P<noun>{_NOUN})(?P<asked>[^，,；？?]+)$"),
    re.compile(rf"^(?P<before>.{{2,}}?)(?P<noun>{_NOUN})(?P<asked>(?:的[\u4e00-\u9fff]{{2,6}})?[，,]?{_EACH}[^，,；？?]+)$"),
    re.compile(
        rf"^(?:请|帮我)*列(?:出|举|一下)(?P<before>.{{2,}}?)(?:的)?(?:所有|全部|各个?)?(?P<noun>{_NOUN})(?:名称)?(?:和|及|与|以及|、)(?:它们的?|各自的?|其)?"
        r"(?P<asked>[\u4e00-\u9fff]{2,12})$"
    ),
)
_LEADING = re.compile(rf"^(?:{_EACH}|说一?[下说])+")
"""Says that each row is meant, before what is asked of it."""
_NUMBER_ASKED = re.compile(r"几|多少")
_NUMBER_SAID = re.compile(r"(\d{1,2}|[两二三四五六七八九十]{1,3})个?$")
"""How many rows the question asks about: of others it does not ask."""
MAX_COLUMNS = 2
"""Columns that are told of each row."""


def compose_columns_of_rows(evidence: Evidence) -> Draft | None:
    """The cells that the question asks of all rows together, each once with the rows that have it; None where it asks of fewer than two rows."""
    text = evidence.question.text.rstrip("？?。. ")
    for match in filter(None, (pattern.match(text) for pattern in _PATTERNS)):
        said = match.groupdict()
        asked_for = said.get("rows") or f"{said['before']}有哪些{said['noun']}"
        rows = rows_asked(evidence.part(asked_for, ()))
        number = _NUMBER_SAID.search(said.get("before") or "")
        if rows is None or isinstance(rows, Draft) or len(rows) < 2 or (number and _value(number[1]) != len(rows)):
            continue
        if columns := _columns(evidence.part(_LEADING.sub("", match["asked"]), ()), rows[0]):
            return _draft(evidence, rows, columns, counted=_NUMBER_ASKED.search(asked_for) is not None)
    return None


def _columns(part: Evidence, row: Scenario) -> Sequence[str]:
    """The headings of the columns that `part` asks for; none where it asks what the rows are, or speaks of something else."""
    named = named_columns(part, row)
    asked = [column for column in asked_columns(part, row) if column in named or not re.search(DESCRIBES, column.heading)]
    if not asked or len(asked) > MAX_COLUMNS or (not named and names_subject(part.question.text)):
        return ()
    return [column.heading for column in asked]


def _draft(evidence: Evidence, rows: Sequence[Scenario], headings: Sequence[str], *, counted: bool) -> Draft:
    found: dict[tuple[str, ...], list[Scenario]] = {}
    for row in rows:
        found.setdefault(tuple(_cell(row, heading) for heading in headings), []).append(row)
    names = [Source(row.document_id, next(column.span for column in row.columns if column.text == row.name)) for row in rows]
    statements = (
        [Statement(phrase("rows_counted", evidence.question.language, count=len(rows)) + "。", tuple(names[:MAX_SOURCES]))]
        if counted
        else []
    )
    for values, holders in found.items():
        said = [
            phrase(
                "column_more" if place else "column",
                evidence.question.language,
                scenario="、".join(row.name.strip().rstrip("。") for row in holders),
                heading=heading,
                value=value or "/",
            ).rstrip("。")
            for place, (heading, value) in enumerate(zip(headings, values, strict=True))
        ]
        sources = [Source(row.document_id, column.span) for row in holders for column in _columns_of(row, headings)]
        statements.append(Statement("；".join(said) + "。", tuple(sources[: max(len(headings), MAX_SOURCES // len(found))])))
    facts = (
        (DraftFact({"kind": "derived", "value": f"{len(rows)}个", "expression": f"count({len(rows)})"}, tuple(names[:MAX_SOURCES])),)
        if counted
        else ()
    )
    return Draft(tuple(statements), 1.0, facts=facts, subject=rows[0].table)


def _value(numeral: str) -> int | None:
    return 2 if numeral == "两" else numeral_value(numeral)


def _columns_of(row: Scenario, headings: Sequence[str]) -> Sequence[Column]:
    return [column for column in row.columns if column.heading in headings]


def _cell(row: Scenario, heading: str) -> str:
    return next((" ".join(column.text.split()) for column in row.columns if column.heading == heading), "")
