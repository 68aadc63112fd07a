"""An answer survives being recorded."""

import json
from dataclasses import replace
from datetime import date

from assistant.answer import Answer
from assistant.answer_record import answer_record, recorded_answer
from tests.assistant.examples import an_answer


def test_record_has_the_names_of_the_http_contract() -> None:
    record = answer_record(an_answer())
    assert {"answer_id", "conversation_id", "generation", "as_of", "language", "status", "reason", "answer", "citations", "facts"} <= set(
        record
    )
    assert {"notices", "suggestions", "answered_by", "timings_ms"} <= set(record)
    assert record["as_of"] == "2026-11-21"
    assert set(record["citations"][0]) == {
        *("marker", "document_id", "document_version", "document_title", "section", "page", "start", "end", "quote"),
        *("document_number", "document_date", "document_period", "internal"),
    }


def test_recorded_answer_equals_the_one_recorded() -> None:
    for answer in (an_answer(facts=()), Answer("not_found", "没有找到。", reason="not_in_corpus")):
        assert recorded_answer(json.loads(json.dumps(answer_record(answer)))) == answer


def test_an_answer_stored_before_sources_had_numbers_and_dates_is_read() -> None:
    record = json.loads(json.dumps(answer_record(an_answer())))
    older = {
        name: value
        for name, value in record["citations"][0].items()
        if name not in {"document_number", "document_date", "document_period", "internal"}
    }
    (citation,) = recorded_answer(record | {"citations": [older]}).citations
    assert (citation.quote, citation.document_number, citation.document_date, citation.document_period) == ("到2025年", None, None, None)


def test_facts_become_plain_values() -> None:
    answer = replace(an_answer(), facts=({"kind": "target", "years": (2024, 2026), "day": date(2024, 8, 19), "inner": {"units": ("甲",)}},))
    plain = [{"kind": "target", "years": [2024, 2026], "day": "2024-08-19", "inner": {"units": ["甲"]}}]
    assert json.loads(json.dumps(answer_record(answer)))["facts"] == plain
