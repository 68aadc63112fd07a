"""A report as a Markdown file."""

import re

from assistant.answer import Answer
from assistant.exports.report import Report, ReportEntry

MEDIA_TYPE = "text/markdown; charset=utf-8"
_SPECIAL = re.compile(r"([\\`*_{}<>|~#$]|\[(?!\d+\])|(?<!\d)\])")
"""What Markdown or HTML would read as a sign; the markers of sources stay as they are."""
_AT_START = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([-+=.)])", re.MULTILINE)
_LEADS = re.compile(r"(?<=\])[(:]")
"""Makes a link, an image or the definition of one of what stands in brackets before it."""
_HEADING = re.compile(r"^ {0,3}#{1,6}(?=\s)", re.MULTILINE)
_RULE = re.compile(r"^( {0,3})((?:-+|=+)[ \t]*)$", re.MULTILINE)
"""Makes a heading of the line above it."""
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


def markdown_file(report: Report) -> bytes:
    """`report` with a heading for each question; no text of a question or a document is taken for markup."""
    parts = [f"# {_plain(report.title)}", *(_entry(entry, report.sources_heading) for entry in report.entries), f"_{_plain(report.note)}_"]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _entry(entry: ReportEntry, sources_heading: str) -> str:
    parts = [f"## {_plain(' '.join(entry.question.split()))}", _plain(entry.about), _answer(entry.answer)]
    parts.extend(f"> {_plain(notice)}" for notice in entry.notices)
    if entry.sources:
        parts.append(f"**{_plain(sources_heading)}**")
        parts.extend(f"[{source.marker}] {_plain(source.place)}\n\n> {_plain(source.quote)}" for source in entry.sources)
    return "\n\n".join(parts)


def _answer(answer: Answer) -> str:
    return _of_model(answer.text) if answer.by_model else _lines(answer.text)


def _of_model(text: str) -> str:
    """Markdown of a model as it is, but for what would run or lead somewhere, be a heading of the report, or make code of its rest."""
    below = _HEADING.sub(lambda signs: "#" * max(len(signs[0].strip()), 3), _RULE.sub(r"\1\\\2", text))
    harmless = _LEADS.sub(r"\\\g<0>", below.replace("<", "&lt;")).strip()
    fences: list[str] = _FENCE.findall(harmless)
    return f"{harmless}\n{fences[-1]}" if len(fences) % 2 else harmless


def _lines(text: str) -> str:
    return "\n\n".join(_plain(line) for line in text.splitlines() if line.strip())


def _plain(text: str) -> str:
    """`text` with every sign that Markdown would read made plain."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
