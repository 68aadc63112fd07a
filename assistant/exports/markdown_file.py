"""A report as a Markdown file."""

import re

from assistant.exports.report import Report, ReportEntry

MEDIA_TYPE = "text/markdown; charset=utf-8"
_SPECIAL = re.compile(r"([\\`*_{}<>|~#$]|\[(?!\d+\])|(?<!\d)\])")
"""What Markdown or HTML would read as a sign; the markers of sources stay as they are."""
_AT_START = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([-+=.)])", re.MULTILINE)


def markdown_file(report: Report) -> bytes:
    """`report` with a heading for each question; no text of a question or a document is taken for markup."""
    parts = [f"# {_plain(report.title)}", *(_entry(entry, report.sources_heading) for entry in report.entries), f"_{_plain(report.note)}_"]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _entry(entry: ReportEntry, sources_heading: str) -> str:
    parts = [f"## {_plain(' '.join(entry.question.split()))}", _plain(entry.times), _lines(entry.answer)]
    parts.extend(f"> {_plain(notice)}" for notice in entry.notices)
    if entry.sources:
        parts.append(f"**{_plain(sources_heading)}**")
        parts.extend(f"[{source.marker}] {_plain(source.place)}\n\n> {_plain(source.quote)}" for source in entry.sources)
    return "\n\n".join(parts)


def _lines(text: str) -> str:
    return "\n\n".join(_plain(line) for line in text.splitlines() if line.strip())


def _plain(text: str) -> str:
    """`text` with every sign that Markdown would read made plain."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
