"""A conversation as it goes into a report: questions, answers, and their sources in the form that official documents cite in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.phrases import phrase
from assistant.store.conversations import Conversation

_MARKERS = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class ReportSource:
    """One numbered source: where it stands, and its words."""

    marker: int
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One question with its answer; `about` says when it was asked, as of which day, and by which model it was worded."""

    question: str
    about: str
    answer: Answer
    notices: tuple[str, ...]
    sources: tuple[ReportSource, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a file of a conversation says, in the order it says it."""

    title: str
    entries: Sequence[ReportEntry]
    sources_heading: str
    note: str


def report_of(conversation: Conversation, language: str) -> Report:
    """The report of `conversation`, its own words in `language` ("zh" or "en"); answers stay in the language they were given in."""
    entries = [_entry(turn.question, turn.asked_at.strftime("%Y-%m-%d %H:%M UTC"), turn.answer, language) for turn in conversation.turns]
    return Report(phrase("export_title", language), entries, phrase("export_sources", language), phrase("export_note", language))


def place_of(citation: Citation, language: str) -> str:
    """Where a quote stands, as official documents cite: 《title》（number），heading path，page."""
    title = citation.document_title if citation.document_title.startswith("《") else f"《{citation.document_title}》"
    number = f"（{citation.document_number}）" if citation.document_number else ""
    page = phrase("export_page", language, page=citation.page) if citation.page else ""
    return "，".join(filter(None, (title + number, " › ".join(citation.section), page)))


def sources_of(answer: Answer, language: str) -> tuple[ReportSource, ...]:
    """The sources of `answer` in the order of their numbers, each quote on one line."""
    return tuple(ReportSource(one.marker, place_of(one, language), " ".join(one.quote.split())) for one in answer.citations)


def unsaid_notices(answer: Answer) -> tuple[str, ...]:
    """What the notices of `answer` say that its text does not say already."""
    spoken = _MARKERS.sub("", answer.text)
    return tuple(notice.message for notice in answer.notices if notice.message not in spoken)


def _entry(question: str, asked: str, answer: Answer, language: str) -> ReportEntry:
    about = [phrase("export_asked", language, time=asked)]
    if answer.as_of:
        about.append(phrase("export_as_of", language, day=answer.as_of.isoformat()))
    if answer.by_model:
        about.append(phrase("worded_by_model", language, model=answer.answered_by))
    return ReportEntry(question, " · ".join(about), answer, unsaid_notices(answer), sources_of(answer, language))
