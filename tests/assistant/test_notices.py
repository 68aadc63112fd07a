"""A reader is told when a cited plan is over, from the year after its last one, and only then."""

from datetime import date

import pytest

from assistant.draft import Draft, DraftNotice, Source, Statement
from assistant.notices import with_notices
from corpus.model.span import Span
from tests.assistant.corpus_fixture import CARE, PORT, TREES, Reader


def drafted(reader: Reader, *titles: str, **changes: object) -> Draft:
    sources = tuple(Source(reader.document_id(title), Span(start, start + 4)) for title in titles for start in (0, 10))
    return Draft((Statement("甲。", sources),), 1.0, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("as_of", "expired"),
    [(date(2021, 1, 1), False), (date(2024, 12, 31), False), (date(2025, 1, 1), True), (date(2030, 1, 1), True)],
)
def test_plan_is_over_from_the_first_day_after_its_last_year(reader: Reader, as_of: date, expired: bool) -> None:
    draft = with_notices(drafted(reader, CARE), reader.knowledge, as_of, "zh")
    assert [notice.kind for notice in draft.notices] == (["expired"] if expired else [])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_notice_names_the_plan_and_its_years(reader: Reader, language: str) -> None:
    (notice,) = with_notices(drafted(reader, CARE), reader.knowledge, date(2025, 6, 1), language).notices
    assert all(part in notice.message for part in (CARE, "2022", "2024"))


def test_each_plan_that_is_over_has_one_notice_with_its_own_sources(reader: Reader) -> None:
    draft = drafted(reader, CARE, PORT, TREES)
    notices = with_notices(draft, reader.knowledge, date(2028, 1, 1), "zh").notices
    assert [{source.document_id for source in notice.sources} for notice in notices] == [
        {reader.document_id(CARE)},
        {reader.document_id(PORT)},
    ]
    assert [len(notice.sources) for notice in notices] == [2, 2]


def test_document_without_a_period_is_never_over(reader: Reader) -> None:
    assert not with_notices(drafted(reader, TREES), reader.knowledge, date(2090, 1, 1), "zh").notices


def test_refusal_gets_no_notice_and_former_notices_stay(reader: Reader) -> None:
    conflict = DraftNotice("conflict", "两处不同")
    refused = drafted(reader, CARE, status="not_found", reason="not_in_corpus", notices=(conflict,))
    assert with_notices(refused, reader.knowledge, date(2030, 1, 1), "zh") == refused
    answered = with_notices(drafted(reader, CARE, notices=(conflict,)), reader.knowledge, date(2030, 1, 1), "zh")
    assert [notice.kind for notice in answered.notices] == ["conflict", "expired"]
