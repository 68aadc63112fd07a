"""A report cites as official documents do, and says what an answer's notices add."""

from dataclasses import replace
from datetime import UTC, datetime

from assistant.answer import Citation, Notice
from assistant.exports.report import place_of, report_of
from assistant.store.conversations import Conversation, StoredTurn
from tests.assistant.examples import an_answer

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def a_conversation(**changes: object) -> Conversation:
    """A conversation of one turn; `changes` are to its answer."""
    return Conversation("c", NOW, NOW, (StoredTurn("目标是多少？", an_answer(**changes), NOW),))


def test_a_source_is_cited_with_title_number_headings_and_page() -> None:
    (citation,) = an_answer().citations
    assert place_of(citation, "zh") == "《行动计划》（政办发〔2024〕7号），一、总体要求 › （二）目标"
    assert place_of(replace(citation, page=3), "en") == "《行动计划》（政办发〔2024〕7号），一、总体要求 › （二）目标，page 3"
    assert place_of(Citation(1, "d", "v", "《总体规划》", (), None, 0, 1, "甲"), "zh") == "《总体规划》"


def test_an_entry_holds_question_answer_notices_and_sources() -> None:
    report = report_of(a_conversation(), "zh")
    (entry,) = report.entries
    assert (entry.question, entry.answer.text) == ("目标是多少？", "到2025年建成10个[1]。")
    assert entry.notices == ("该规划期为2016-2020年。",)
    assert [(source.marker, source.quote) for source in entry.sources] == [(1, "到2025年")]
    assert "2026-11-21 08:30" in entry.about
    assert "以2026-11-21为准" in entry.about
    assert "语言模型" not in entry.about


def test_an_entry_names_the_model_that_worded_it() -> None:
    conversation = a_conversation(answered_by="test-model")
    assert report_of(conversation, "zh").entries[0].about.endswith(" · 由语言模型 test-model 起草，每句都已与原文核对")
    assert "language model test-model" in report_of(conversation, "en").entries[0].about


def test_a_notice_that_the_answer_says_already_is_not_said_again() -> None:
    report = report_of(a_conversation(text="最接近的内容是：甲[1]乙。", notices=(Notice("nearest", "甲乙", (1,)),)), "zh")
    assert report.entries[0].notices == ()


def test_the_words_of_the_report_come_in_both_languages() -> None:
    assert report_of(a_conversation(), "en").title == "Questions and answers"
    assert report_of(a_conversation(), "zh").title == "问答记录"
