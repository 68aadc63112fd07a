"""One project, two years of its start: a list of what is launched in a year, and the project's own row in a table."""

import re
from collections.abc import Iterable, Iterator

from corpus.language.years import YearMention, year_mentions
from corpus.model.conflicts import Conflict, Party
from corpus.model.document import Document
from corpus.model.facts import Scenario
from corpus.model.span import Span
from ingest.conflicts.stated import Stated

_LAUNCHED = re.compile(r"(?:启动|开工|开建|实施)(?:建设)?的(?:重点|主要|重大)?(?:项目|工程|任务)(?:如下|包括|有|为|是)?[：:]?\s*$")
_WHAT = re.compile(r"的(?:重点|主要|重大)?(?:项目|工程|任务).*$")
_LIST = re.compile(r"(?:包括|包含|涵盖|[:：])")
_ITEM = re.compile(r"[^、；;。\n]+")
_TIMES = re.compile(r"期限|周期|时限|起止|时间")
_MARKS = re.compile(r"[\W_]")
_KIND = re.compile(r"(?:项目|工程|任务)$")


def launch_conflicts(rows: Iterable[Stated[Scenario]]) -> Iterator[Conflict]:
    """The projects that a document lists under another year of launch than its table lets them begin in. A part of a project, named in brackets, may."""
    by_document: dict[str, list[Stated[Scenario]]] = {}
    for row in rows:
        if row.fact.starts and any(_TIMES.search(column.heading) for column in row.fact.columns):
            by_document.setdefault(row.document.id, []).append(row)
    for found in by_document.values():
        document = found[0].document
        named = {_plain(row.fact.name): row for row in found}
        for year, time, item in _launches(document):
            listed = named.get(_plain(item.of(document.text)))
            if listed is not None and not listed.fact.span.contains(item) and not _fits(year, listed.fact):
                yield _conflict(listed, item, time)


def _launches(document: Document) -> Iterator[tuple[YearMention, Span, Span]]:
    """Every item of a list of what is launched in a year: the year, where it is printed, and the item."""
    year: YearMention | None = None
    time, start = Span(0, 0), 0
    for line in document.text.split("\n"):
        sentence = re.split(r"[。；]", line)[-1]
        opening = _LAUNCHED.search(sentence)
        mentions = year_mentions(sentence)
        if opening and mentions:
            year, begin = mentions[-1], start + len(line) - len(sentence)
            time = Span(begin + year.start, start + len(line.rstrip("：: ")))
        elif year and (lead := _LIST.search(line)):
            for match in _ITEM.finditer(line, lead.end()):
                yield year, time, Span(start + match.start(), start + match.end())
        elif line.strip():
            year = None
        start += len(line) + 1


def _fits(year: YearMention, row: Scenario) -> bool:
    begins = int((row.starts or "0")[:4])
    return begins <= year.first if year.deadline else begins == year.first


def _conflict(row: Stated[Scenario], item: Span, time: Span) -> Conflict:
    column = next(column for column in row.fact.columns if _TIMES.search(column.heading))
    told = _WHAT.sub("", time.of(row.document.text))
    parties = (Party(None, row.document.id, item, told, time), row.party(column.text, column.span))
    return Conflict("scenario", row.fact.name, "column", parties, column=column.heading)


def _plain(name: str) -> str:
    """A project's name without marks and without 项目; one with a part of it in brackets is like no other."""
    return _KIND.sub("", _MARKS.sub("", name))
