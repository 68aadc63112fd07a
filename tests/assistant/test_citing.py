"""Every marker has its citation and every citation its marker; quotes are the documents' characters, at most 200."""

from datetime import date

import pytest

from assistant.answer_sentences import answer_sentences
from assistant.citing import cite
from assistant.draft import Draft, DraftFact, DraftNotice, Source, Statement
from corpus.model.span import Span
from tests.assistant.corpus_fixture import CARE, PORT, Reader


@pytest.fixture(scope="module")
def port(reader: Reader) -> str:
    return reader.document_id(PORT)


def where(reader: Reader, title: str, quote: str) -> Source:
    document = reader.knowledge.document(reader.document_id(title))
    start = document.text.index(quote)
    return Source(document.id, Span(start, start + len(quote)))


def test_quote_is_the_cited_characters_with_title_section_and_version(reader: Reader) -> None:
    source = where(reader, PORT, "建成自动化泊位7个")
    text, (citation,), _, _ = cite(Draft((Statement("七个。", (source,)),), 1.0), reader.knowledge)
    document = reader.knowledge.document(source.document_id)
    assert text == "七个[1]。"
    assert document.text[citation.start : citation.end] == citation.quote == "建成自动化泊位7个"
    assert (citation.document_title, citation.document_version, citation.page) == (PORT, document.version, None)
    assert citation.section == ("一、总体目标",)
    assert (citation.document_number, citation.document_date, citation.document_period) == (
        "岚政办发〔2025〕7号",
        date(2025, 3, 18),
        (2025, 2027),
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [("Seven berths.", "Seven berths[1]."), ("Growth of 3.5%.", "Growth of 3.5%[1]."), ("3.", "3[1].")],
)
def test_markers_stand_before_the_end_of_an_english_sentence_too(reader: Reader, words: str, text: str) -> None:
    source = where(reader, PORT, "建成自动化泊位7个")
    assert cite(Draft((Statement(words, (source,)),), 1.0), reader.knowledge)[0] == text


def test_section_is_the_innermost_with_the_headings_above_it(reader: Reader) -> None:
    source = where(reader, PORT, "赋予电子标签")
    _, (citation,), _, _ = cite(Draft((Statement("标签", (source,)),), 1.0), reader.knowledge)
    assert citation.section == ("二、重点任务", "（二）建设冷链货物追溯系统")


def test_sources_are_numbered_in_order_of_first_use_and_once(reader: Reader) -> None:
    first, second = where(reader, PORT, "泊位4个"), where(reader, CARE, "社区食堂36家")
    draft = Draft((Statement("甲。", (first,)), Statement("乙。", (second, first)), Statement("丙")), 1.0)
    text, citations, _, _ = cite(draft, reader.knowledge)
    assert text == "甲[1]。乙[2][1]。丙"
    assert [(citation.marker, citation.document_title) for citation in citations] == [(1, PORT), (2, CARE)]


def test_a_marker_stands_before_the_stop_of_an_english_sentence_too(reader: Reader) -> None:
    source = where(reader, PORT, "泊位4个")
    draft = Draft((Statement("By 2025, 3.5 berths.", (source,)), Statement(" And so on...", (source,))), 1.0)
    text = cite(draft, reader.knowledge)[0]
    assert text == "By 2025, 3.5 berths[1]. And so on...[1]"
    assert [sentence.text for sentence in answer_sentences(text)] == ["By 2025, 3.5 berths[1]. ", "And so on...[1]"]


def test_source_given_twice_in_a_statement_is_marked_once(reader: Reader) -> None:
    source = where(reader, PORT, "泊位4个")
    assert cite(Draft((Statement("甲。", (source, source)),), 1.0), reader.knowledge)[0] == "甲[1]。"


@pytest.mark.parametrize(("length", "kept"), [(199, 199), (200, 200), (201, 200), (400, 200)])
def test_quote_has_at_most_200_characters(reader: Reader, port: str, length: int, kept: int) -> None:
    draft = Draft((Statement("长。", (Source(port, Span(5, 5 + length)),)),), 1.0)
    _, (citation,), _, _ = cite(draft, reader.knowledge)
    assert (citation.start, len(citation.quote)) == (5, kept)
    assert reader.knowledge.document(port).text[citation.start : citation.end] == citation.quote


def test_facts_and_notices_point_to_the_citations_that_hold_them(reader: Reader, port: str) -> None:
    first, second = where(reader, PORT, "泊位4个"), where(reader, PORT, "泊位7个")
    long = Source(port, Span(5, 400))
    draft = Draft(
        (Statement("甲。", (first,)), Statement("乙。", (second,)), Statement("丙。", (long,))),
        1.0,
        facts=(DraftFact({"kind": "target", "value": "7"}, (second,)), DraftFact({"kind": "derived", "value": 3}, (first, second))),
        notices=(DraftNotice("conflict", "两处不同", (first, second)), DraftNotice("expired", "已结束", (long,))),
    )
    _, citations, facts, notices = cite(draft, reader.knowledge)
    assert facts[0]["value"] == "7"
    assert 2 in facts[0]["markers"]  # type: ignore[operator]
    assert "markers" not in facts[1]
    assert {1, 2} <= set(facts[1]["derived_from"])  # type: ignore[call-overload]
    assert [notice.kind for notice in notices] == ["conflict", "expired"]
    assert 3 in notices[1].markers
    known = {citation.marker for citation in citations}
    assert all(set(notice.markers) <= known for notice in notices)


def test_fact_of_another_document_at_the_same_place_is_not_proved(reader: Reader, port: str) -> None:
    other = reader.document_id(CARE)
    draft = Draft(
        (Statement("甲。", (Source(port, Span(5, 15)),)),), 1.0, facts=(DraftFact({"kind": "target"}, (Source(other, Span(5, 15)),)),)
    )
    assert cite(draft, reader.knowledge)[2][0]["markers"] == []


def test_more_sources_than_may_be_cited_leave_no_marker_without_citation(reader: Reader, port: str) -> None:
    sources = tuple(Source(port, Span(start, start + 3)) for start in range(0, 75, 3))
    text, citations, _, _ = cite(Draft((Statement("都。", sources), Statement("再。", sources[-1:])), 1.0), reader.knowledge)
    assert len(citations) == 20
    assert text.count("[") == 20


def test_statement_without_source_gets_no_marker(reader: Reader) -> None:
    assert cite(Draft((Statement("没有。"),), 0.0), reader.knowledge) == ("没有。", (), (), ())


def test_quotes_that_would_run_two_figures_into_one_are_kept_apart(reader: Reader) -> None:
    first, second = where(reader, PORT, "泊位4"), where(reader, PORT, "7个")
    _, citations, _, _ = cite(Draft((Statement("甲。", (first, second)),), 1.0), reader.knowledge)
    assert citations[0].quote.startswith("泊位4")
    assert not citations[0].quote[-1].isdigit()
    document = reader.knowledge.document(first.document_id)
    assert document.text[citations[0].start : citations[0].end] == citations[0].quote
    assert citations[1].quote == "7个"
    _, alone, _, _ = cite(Draft((Statement("甲。", (first,)),), 1.0), reader.knowledge)
    assert alone[0].quote == "泊位4"


def test_full_width_figures_are_told_in_half_width_and_quoted_as_printed(reader: Reader) -> None:
    source = where(reader, PORT, "建成自动化泊位7个")
    text, (citation,), _, _ = cite(Draft((Statement("２０２６年，自动化泊位７个。", (source,)),), 1.0), reader.knowledge)
    assert text == "2026年，自动化泊位7个[1]。"
    assert citation.quote == "建成自动化泊位7个"
