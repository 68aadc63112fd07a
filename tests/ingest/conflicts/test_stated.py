from dataclasses import replace
from datetime import date

import pytest

from ingest.conflicts.stated import similarity, written_year
from tests.ingest.examples import document_of


@pytest.mark.parametrize(
    ("known", "year"),
    [
        ({"signed_on": date(2024, 8, 19), "period": (2023, 2025)}, 2024),
        ({"document_number": "云政发〔2023〕7号", "period": (2024, 2026)}, 2023),
        ({"period": (2024, 2026)}, 2024),
        ({"title": "2022年云川市政府工作报告"}, 2022),
        ({"title": "云川市停车条例"}, None),
    ],
)
def test_a_document_is_from_the_year_of_its_date_its_number_its_period_or_its_title(known: dict[str, object], year: int | None) -> None:
    document = document_of("正文。\n")
    bare = replace(document.metadata, title="", signed_on=None, issued_on=None, document_number=None, period=None)
    assert written_year(replace(document, metadata=replace(bare, **known))) == year  # type: ignore[arg-type]


def test_similarity_is_the_share_of_character_pairs_that_both_have() -> None:
    assert similarity("数据资源", "数据资源") == 1.0
    assert similarity("数据资源", "供水管网") == 0.0
    assert similarity("数据资源", "数据来源") == pytest.approx(1 / 3)
    assert similarity("a", "b") == 0.0
