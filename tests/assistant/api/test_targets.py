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


def test_owner_finds_what_the_words_of_its_tasks_state(fact_client: TestClient) -> None:
    found = quotes(fact_client, owner="市生态环境局")
    assert found == ["引航无人艇保有量达到25艘"]
    (document,) = fact_client.get("/api/units/市生态环境局").json()["documents"]
    assert [target["quote"] for target in document["targets"]] == found
    assert {target["role"] for target in document["targets"]} == {"shared"}
    assert fact_client.get("/api/targets", params={"owner": "火星局"}).status_code == 404


def test_order_is_by_a_field_and_what_has_none_comes_last(fact_client: TestClient) -> None:
    for order in ("asc", "desc"):
        amounts = [item["amount"] for item in listed(fact_client, "targets", sort="amount", order=order)["items"]]
        known = [amount for amount in amounts if amount is not None]
        assert known == sorted(known, reverse=order == "desc")
        assert amounts[len(known) :] == [None] * (len(amounts) - len(known))
    by_order = [row["id"] for row in rows(fact_client, "targets", sort="amount", order="desc")]
    assert by_order == [item["id"] for item in listed(fact_client, "targets", sort="amount", order="desc")["items"]]


def test_words_stand_each_in_quote_heading_or_title(fact_client: TestClient) -> None:
    found = quotes(fact_client, words="泊位 智慧港口 总体目标")
    assert found
    assert all("泊位" in quote for quote in found)
    assert quotes(fact_client, words="泊位 养老") == []
