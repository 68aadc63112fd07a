"""A series joins the figures of one indicator, in one unit, under one heading; what is not surely one indicator is not joined."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus
from tests.assistant.api.test_lists import rows
from tests.assistant.corpus_fixture import write_documents

PLAN = """# 岚江市演练计划（2025-2027年）

## 一、总体目标

到2025年，建成演练平台4个；到2026年，建成演练平台6个。

## 二、主要任务

### （一）平台建设

到2025年，建成演练平台4个；到2026年，建成演练平台6个；到2027年，建成演练平台8个。

### （二）应用

到2025年，应用场景达到5个；到2026年，累计应用场景达到9个。到2025年，培训学员30人，到2026年，培训学员40人。到2026年，培训学员45人。
"""


def series(client: TestClient, **asked: object) -> list[dict[str, Any]]:
    response = client.get("/api/targets/series", params={name: str(value) for name, value in asked.items()})
    assert response.status_code == 200, response.text
    body = response.json()
    assert body["total"] == len(body["items"])
    return list(body["items"])


def figures(one: dict[str, Any]) -> list[tuple[int, str]]:
    return [(point["year"], point["value"]) for point in one["points"]]


def test_figures_of_one_indicator_stand_together_by_year(fact_client: TestClient) -> None:
    berths = next(one for one in series(fact_client) if "自动化泊位" in one["subject"])
    assert figures(berths) == [(2025, "4"), (2026, "7"), (2027, "11")]
    assert len({(point["document_id"], point["unit"], tuple(point["section"])) for point in berths["points"]}) == 1


def test_no_series_joins_two_units_documents_or_figures_of_one_year(fact_client: TestClient) -> None:
    for one in series(fact_client):
        assert {point["document_id"] for point in one["points"]} == {one["document_id"]}
        assert {point["unit"] for point in one["points"]} == {one["unit"]}
        years = [point["year"] for point in one["points"]]
        assert years == sorted(set(years))
        assert len(years) > 1


def test_a_filter_by_year_leaves_a_series_whole(fact_client: TestClient) -> None:
    assert [(2025, "4"), (2026, "7"), (2027, "11")] in [figures(one) for one in series(fact_client, year=2026)]
    assert series(fact_client, year=1999) == []
    assert series(fact_client, words="没有这样的词") == []


def test_a_file_has_a_row_a_series_and_a_column_a_year(fact_client: TestClient) -> None:
    found = rows(fact_client, "targets/series", sort="subject")
    assert [row["subject"] for row in found] == [one["subject"] for one in series(fact_client, sort="subject")]
    assert ("4", "7", "11") in [(row["2025"], row["2026"], row["2027"]) for row in found]


@pytest.fixture
def plan_client(tmp_path: Path) -> Iterator[TestClient]:
    write_documents(tmp_path / "corpus", {"演练.md": PLAN})
    settings = AssistantSettings.load(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", _env_file=None)
    ingest_corpus(settings)
    with open_session(settings) as session:
        yield TestClient(create_app(session), raise_server_exceptions=False)


def test_what_is_repeated_counted_otherwise_or_stated_twice_is_no_series_of_its_own(plan_client: TestClient) -> None:
    assert [figures(one) for one in series(plan_client)] == [[(2025, "4"), (2026, "6"), (2027, "8")]]


BOUNDED = """# 岚江市绿道建设行动计划（2025-2027年）

一、工作目标

2025年，绿道总长度不少于40公里；2026年，绿道总长度超过55公里；2027年，绿道总长度70公里。
"""


def test_a_file_says_what_a_figure_bounds_and_has_the_years_in_order(tmp_path: Path) -> None:
    write_documents(tmp_path / "corpus", {"绿道.md": BOUNDED})
    settings = AssistantSettings.load(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", _env_file=None)
    ingest_corpus(settings)
    with open_session(settings) as session:
        (found,) = rows(TestClient(create_app(session)), "targets/series")
    assert [found[year] for year in ("2025", "2026", "2027")] == ["≥40", ">55", "70"]
    assert [heading for heading in found if heading.isdigit()] == ["2025", "2026", "2027"]
