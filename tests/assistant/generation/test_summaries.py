"""The gist of a document is told from what is asked of something in it."""

import pytest

from assistant.generation.summaries import asks_for_summary, document_to_summarise
from tests.assistant.corpus_fixture import CARE, PORT, TREES, Reader


@pytest.mark.parametrize(
    ("question", "title"),
    [
        (f"请总结一下《{CARE}》的主要内容", CARE),
        ("智慧港口行动计划讲了些什么？", PORT),
        ("帮我概括一下智慧养老行动计划", CARE),
        ("古树名木保护条例的要点", TREES),
        (f"Please summarise 《{PORT}》", PORT),
    ],
)
def test_a_whole_document_is_to_be_summed_up(reader: Reader, question: str, title: str) -> None:
    document = document_to_summarise(reader.evidence(question).question, reader.knowledge)
    assert document is not None
    assert document.title == title


@pytest.mark.parametrize(
    "question",
    [
        "智慧养老行动计划里银龄呼叫一键达的主要内容是什么？",
        "智慧港口行动计划关于冷链货物追溯说了什么？",
        "概括一下低空经济的发展",
        "智慧港口行动计划由谁负责？",
        "智慧养老行动计划里社区食堂有多少家？",
    ],
)
def test_what_is_asked_of_something_in_it_is_no_summary(reader: Reader, question: str) -> None:
    assert document_to_summarise(reader.evidence(question).question, reader.knowledge) is None


def test_words_that_ask_for_a_gist() -> None:
    assert asks_for_summary("给我个摘要")
    assert asks_for_summary("Give me an overview")
    assert not asks_for_summary("由谁负责？")
