"""A progress answer says as of when its document speaks; a figure says of which year; nothing is dated twice."""

import pytest

from tests.assistant.corpus_fixture import Reader


@pytest.mark.parametrize("question", ["跌倒预警守护目前进展如何？", "床位余缺一张图做到哪一步了？"])
def test_progress_is_told_with_what_dates_its_document(reader: Reader, question: str) -> None:
    answer = reader.ask(question)
    last = answer.citations[-1]
    assert "成文的文件" in answer.text or "文号为" in answer.text
    assert last.quote in answer.text
    assert reader.knowledge.document(last.document_id).text[last.start : last.end] == last.quote


def test_what_is_no_progress_is_not_dated(reader: Reader) -> None:
    assert "文件。）" not in reader.ask("跌倒预警守护由谁建设？").text


def test_refusal_is_not_dated(reader: Reader) -> None:
    answer = reader.ask("磁悬浮列车目前进展如何？")
    assert answer.status == "not_found"
    assert "文件。）" not in answer.text
