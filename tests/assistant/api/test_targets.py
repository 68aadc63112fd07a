"""Targets are found by what they count, by year and by how they are stated."""

import time

import pytest
from fastapi.testclient import TestClient

from tests.assistant.api.test_lists import listed, rows
from tests.assistant.exports.workbook import read_workbook


def quotes(client: TestClient, **asked: object) -> list[str]:
    return [item["quote"] for item in listed(client, "targets", **asked)["items"]]


def test_year_finds_its_targets_and_periods_that_hold_it(fact_client: TestClient) -> None:
    assert quotes(fact_client, year=2024) == ["建成社区食堂36家", "培训数据管理员500人"]
    assert "累计开展演练12次" in quotes(fact_client, year=2026)
    assert quotes(fact_client, year=1999) == []


def test_subject_and_unit_narrow(fact_client: TestClient) -> None:
    assert quotes(fact_client, subject="自动化泊位", year=2026) == ["建成自动化泊位7个"]
    assert {item["unit"] for item in listed(fact_client, "targets", unit="％")["items"]} == {"%"}


@pytest.mark.parametrize(
    ("asked", "quote"), [({"comparator": "at_least"}, "𠮷林路监测覆盖率不低于98.5%"), ({"cumulative": "true"}, "累计开展演练12次")]
)
def test_way_of_stating_narrows(fact_client: TestClient, asked: dict[str, str], quote: str) -> None:
    assert quotes(fact_client, **asked) == [quote]


def test_deadlines_and_figures_are_told_from_the_rest(fact_client: TestClient) -> None:
    total = listed(fact_client, "targets")["total"]
    assert len(quotes(fact_client, deadline=True)) + len(quotes(fact_client, deadline=False)) == total
    assert len(quotes(fact_client, figure=True)) + len(quotes(fact_client, figure=False)) == total


def test_words_of_the_year_stand_where_it_says(fact_client: TestClient) -> None:
    (item,) = listed(fact_client, "targets", cumulative=True)["items"]
    text = fact_client.get(f"/api/documents/{item['document_id']}/text").json()["text"]
    assert text[item["year_start"] : item["year_end"]] == "2025-2027年"
    assert (item["year"], item["years"]) == (None, [2025, 2027])


def test_numbers_in_files_are_numbers(fact_client: TestClient) -> None:
    asked = {"format": "xlsx", "language": "en", "comparator": "at_least"}
    headings, values = read_workbook(fact_client.get("/api/targets", params=asked).content).rows
    row = dict(zip(map(str, headings), values, strict=True))
    assert (row["amount"], row["value"], row["year"]) == (98.5, "98.5", 2026.0)
    assert rows(fact_client, "targets", cumulative=True)[0]["years"] == "2025-2027"


def test_default_page_comes_at_once(fact_client: TestClient) -> None:
    listed(fact_client, "targets")
    times = []
    for _ in range(5):
        started = time.perf_counter()
        listed(fact_client, "targets")
        times.append(time.perf_counter() - started)
    assert min(times) < 0.05
