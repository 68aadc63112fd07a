"""Passage search finds by words, by everyday words, in English, and within one document."""

import pytest

from assistant.passages import MEANING_WEIGHT, search_passages
from assistant.session import Session
from corpus.errors import NotFoundError
from corpus.knowledge.knowledge_base import KnowledgeBase


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("水务大数据平台", "统一的水务大数据平台"),
        ("管网漏损率", "降低漏损率"),
        ("河道垃圾多久清理", "发现垃圾当日清理"),
        ("智慧泵站监测", "已完成招标"),
        ("big data platform", "大数据平台"),
    ],
)
def test_best_passage_comes_first(city_session: Session, query: str, found: str) -> None:
    with city_session.knowledge() as knowledge:
        assert found in search_passages(query, knowledge)[0].text


def test_text_is_that_of_the_span(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        for hit in search_passages("𠮷林路管网", knowledge):
            text = knowledge.text(hit.document.id)
            assert text[hit.passage.span.start : hit.passage.span.end] == hit.text


def test_scores_fall_and_no_more_come_than_asked_for(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        hits = search_passages("建设平台 管网 垃圾", knowledge, limit=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_search_in_one_document_finds_nothing_of_others(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        plan = next(summary.id for summary in knowledge.documents() if "水务" in summary.title)
        hits = search_passages("河道垃圾", knowledge, document_id=plan)
        assert {hit.document.id for hit in hits} == {plan}
        with pytest.raises(NotFoundError):
            search_passages("河道垃圾", knowledge, document_id="made-up")


def test_query_of_signs_alone_finds_nothing(city_session: Session) -> None:
    with city_session.knowledge() as knowledge:
        assert search_passages("？！…", knowledge) == []


@pytest.mark.parametrize("other", ["search_lexical", "search_vectors"])
def test_words_and_meaning_each_find_by_themselves(city_session: Session, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    monkeypatch.setattr(KnowledgeBase, other, lambda *_, **__: [])
    with city_session.knowledge() as knowledge:
        hits = search_passages("建设水务大数据平台", knowledge)
    assert "统一的水务大数据平台" in hits[0].text
    assert 0 < hits[0].score <= {"search_lexical": MEANING_WEIGHT, "search_vectors": 1.0}[other]
