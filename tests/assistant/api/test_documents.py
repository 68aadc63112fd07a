"""Documents are read whole: what is known of them, their sections, text and blocks, each with its span."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.assistant.api.test_lists import rows


def spans(value: object) -> Iterator[dict[str, Any]]:
    """Everything in `value` that has a span."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_documents_are_listed_with_what_is_known_of_them(city_client: TestClient, plan: dict[str, Any]) -> None:
    assert len(city_client.get("/api/documents").json()["documents"]) == 2
    assert plan["title"] == "云川市智慧水务行动计划（2025-2027年）"
    assert plan["source_file"] == "水务计划.md"
    assert plan["period"] == [2025, 2027]
    assert plan["attachments"] == []
    assert plan["counts"]["responsibility"] == 2


def test_document_has_its_sections_as_a_tree(city_client: TestClient, plan: dict[str, Any]) -> None:
    body = city_client.get(f"/api/documents/{plan['id']}").json()
    assert {name: body[name] for name in plan} == plan
    text = city_client.get(f"/api/documents/{plan['id']}/text").json()["text"]
    tasks = next(section for section in spans(body["sections"]) if section["title"] == "主要任务")
    assert [section["title"] for section in tasks["sections"]] == ["建设水务大数据平台", "推进管网改造"]
    for section in spans(body["sections"]):
        assert section["title"] in text[section["start"] : section["heading_end"]]
        assert section["heading_end"] <= section["end"] <= len(text)


def test_every_block_row_and_cell_is_the_text_of_its_span(city_client: TestClient, plan: dict[str, Any]) -> None:
    text = city_client.get(f"/api/documents/{plan['id']}/text").json()["text"]
    blocks = city_client.get(f"/api/documents/{plan['id']}/blocks").json()["blocks"]
    assert {block["kind"] for block in blocks} >= {"heading", "paragraph", "table"}
    parts = list(spans(blocks))
    assert all(text[part["start"] : part["end"]] == part["text"] for part in parts)
    assert "\U00020bb7林路" in text
    table = next(block for block in blocks if block["kind"] == "table")
    assert [row["header"] for row in table["rows"]] == [True, False]
    assert [cell["text"] for cell in table["rows"][1]["cells"]][::5] == ["智慧泵站监测", "已完成招标"]


@pytest.mark.parametrize("path", ["", "/text", "/blocks"])
def test_unknown_document_is_not_found(city_client: TestClient, path: str) -> None:
    response = city_client.get(f"/api/documents/made-up{path}")
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")


def test_documents_are_found_by_words_kind_and_year(fact_client: TestClient) -> None:
    def titles(**asked: object) -> list[str]:
        response = fact_client.get("/api/documents", params={name: str(value) for name, value in asked.items()})
        return [body["title"] for body in response.json()["documents"]]

    assert titles(words="智慧港口 岚政办发") == ["岚江市智慧港口行动计划（2025-2027年）"]
    assert titles(words="智慧", year=2023) == ["岚江市智慧养老行动计划（2022-2024年）"]
    assert titles(kind="reply") == []
    assert fact_client.get("/api/documents?words=a&words=b").status_code == 422


def test_documents_are_a_file_with_the_rows_that_fit(fact_client: TestClient) -> None:
    found = rows(fact_client, "documents", words="智慧")
    numbers = {row["title"]: (row["document_number"], row["period"]) for row in found}
    assert set(numbers) == {"岚江市智慧港口行动计划（2025-2027年）", "岚江市智慧养老行动计划（2022-2024年）"}
    assert numbers["岚江市智慧港口行动计划（2025-2027年）"] == ("岚政办发〔2025〕7号", "2025-2027")
    assert fact_client.get("/api/documents?format=xlsx").content[:2] == b"PK"
    assert "内部" not in fact_client.get("/api/documents?format=csv").text
