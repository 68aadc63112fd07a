"""What holds of every list: places, pages, files, and parameters that are refused."""

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.assistant.exports.workbook import read_workbook

PLACED = ("responsibilities", "targets", "scenarios", "policies")
LISTS = (*PLACED, "conflicts", "units")


def listed(client: TestClient, name: str, /, **asked: object) -> dict[str, Any]:
    response = client.get(f"/api/{name}", params={key: str(value) for key, value in asked.items()})
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    assert set(body) == {"items", "total", "limit", "offset"}
    return body


def rows(client: TestClient, path: str, /, **asked: object) -> list[dict[str, str]]:
    response = client.get(f"/api/{path}", params={"format": "csv", "language": "en", **{key: str(value) for key, value in asked.items()}})
    assert response.status_code == 200, response.text
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def message(client: TestClient, path: str, status: int = 422) -> str:
    response = client.get(path)
    assert response.status_code == status
    assert set(response.json()["error"]) == {"code", "message"}
    return str(response.json()["error"]["message"])


@pytest.mark.parametrize("name", PLACED)
def test_every_item_is_proved_by_the_characters_it_points_at(fact_client: TestClient, name: str) -> None:
    items = listed(fact_client, name)["items"]
    assert items
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        document = fact_client.get(f"/api/documents/{item['document_id']}").json()
        text = fact_client.get(f"/api/documents/{item['document_id']}/text").json()["text"]
        assert item["quote"] == text[item["start"] : item["end"]] != ""
        assert item["document_title"] == document["title"]
        assert isinstance(item["section"], list)


@pytest.mark.parametrize("name", LISTS)
def test_internal_documents_are_in_no_list(fact_client: TestClient, name: str) -> None:
    for kind in ("json", "csv"):
        text = fact_client.get(f"/api/{name}", params={"format": kind}).text
        assert "内部" not in text
        assert "保密局" not in text


@pytest.mark.parametrize("name", LISTS)
def test_pages_put_together_are_the_list(fact_client: TestClient, name: str) -> None:
    whole = listed(fact_client, name)
    assert (whole["total"], whole["limit"], whole["offset"]) == (len(whole["items"]), 100, 0)
    pages = [listed(fact_client, name, limit=2, offset=offset) for offset in range(0, whole["total"], 2)]
    assert {(page["total"], page["limit"]) for page in pages} == {(whole["total"], 2)}
    assert [item for page in pages for item in page["items"]] == whole["items"]


@pytest.mark.parametrize("name", LISTS)
def test_page_behind_the_end_is_empty_and_tells_the_total(fact_client: TestClient, name: str) -> None:
    total = listed(fact_client, name)["total"]
    assert listed(fact_client, name, offset=total, limit=1000) == {"items": [], "total": total, "limit": 1000, "offset": total}
    assert listed(fact_client, name, offset=10**30)["items"] == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("asked", ["limit=0", "limit=1001", "limit=-1", "limit=x", "limit=", "offset=-1", "format=pdf", "language=fr"])
def test_value_out_of_bounds_is_named(fact_client: TestClient, name: str, asked: str) -> None:
    assert message(fact_client, f"/api/{name}?{asked}").startswith(asked.split("=", maxsplit=1)[0])


@pytest.mark.parametrize("name", LISTS)
def test_unknown_parameter_is_named_with_those_there_are(fact_client: TestClient, name: str) -> None:
    told = message(fact_client, f"/api/{name}?document=a&limits=3")
    assert told.startswith("document: ")
    assert "did you mean limit?" in told
    assert "document_id" in told.split("use one of")[1]


def test_parameter_given_twice_or_empty_is_refused(fact_client: TestClient) -> None:
    assert message(fact_client, "/api/targets?year=2025&year=2026") == "year: is given more than once: give it once"
    assert message(fact_client, "/api/targets?subject=").startswith("subject: ")
    assert message(fact_client, "/api/targets?subject=%20").startswith("subject: ")


@pytest.mark.parametrize("name", LISTS)
def test_unknown_document_is_not_found(fact_client: TestClient, name: str) -> None:
    assert "made-up" in message(fact_client, f"/api/{name}?document_id=made-up", 404)


@pytest.mark.parametrize("name", LISTS)
def test_document_narrows_a_list_to_itself(fact_client: TestClient, name: str) -> None:
    documents = [document["id"] for document in fact_client.get("/api/documents").json()["documents"]]
    parts = {document: listed(fact_client, name, document_id=document) for document in documents}
    assert all(item.get("document_id", document) == document for document, part in parts.items() for item in part["items"])
    if name != "units":
        assert sum(part["total"] for part in parts.values()) == listed(fact_client, name)["total"]


@pytest.mark.parametrize("name", PLACED)
def test_title_section_and_text_are_found_without_regard_to_width_and_case(fact_client: TestClient, name: str) -> None:
    for item in listed(fact_client, name)["items"]:
        text = item["quote"].replace("（", "(").upper()[:100]
        asked = {"document_title": item["document_title"].replace("（", "("), "section": item["section"][-1], "text": text}
        assert item in listed(fact_client, name, **asked)["items"]
    for field in ("document_title", "section", "text"):
        assert listed(fact_client, name, **{field: "没有这样的字"}) == {"items": [], "total": 0, "limit": 100, "offset": 0}


def test_text_beyond_the_basic_plane_is_found_and_counted_as_one_character(fact_client: TestClient) -> None:
    (item,) = listed(fact_client, "targets", text="𠮷林路")["items"]
    assert item["end"] - item["start"] == len(item["quote"])
    assert rows(fact_client, "targets", text="𠮷林路")[0]["quote"] == item["quote"]
    sheet = read_workbook(fact_client.get("/api/targets", params={"format": "xlsx", "text": "𠮷林路"}).content)
    assert item["quote"] in sheet.rows[1]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_file_has_every_field_of_all_items_and_a_name(fact_client: TestClient, name: str, kind: str) -> None:
    items = listed(fact_client, name)["items"]
    response = fact_client.get(f"/api/{name}", params={"format": kind, "language": "en"})
    generation = fact_client.get("/readyz").json()["generation"]
    assert response.headers["content-disposition"].startswith(f'attachment; filename="{name}_{generation}.{kind}"')
    if kind == "csv":
        assert response.headers["content-type"] == "text/csv; charset=utf-8"
        headings, count = list(rows(fact_client, name)[0]), len(rows(fact_client, name))
    else:
        assert response.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        sheet = read_workbook(response.content)
        headings, count = [str(cell) for cell in sheet.rows[0]], len(sheet.rows) - 1
    assert set(items[0]) - {"columns", "progress", "parties"} <= set(headings)
    assert count == len(items)


@pytest.mark.parametrize("name", LISTS)
def test_file_has_the_page_when_one_is_asked_for(fact_client: TestClient, name: str) -> None:
    def names(**asked: int) -> list[str]:
        return [row.get("id") or row["name"] for row in rows(fact_client, name, **asked)]

    assert names(limit=1) == names()[:1]
    assert names(offset=1) == names()[1:]
    assert names(limit=1, offset=1) == names()[1:2]


def test_file_is_not_cut_at_the_length_of_a_page(fact_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.api.lists.PAGE", 2)
    body = listed(fact_client, "targets")
    assert len(body["items"]) == 2
    assert len(rows(fact_client, "targets")) == body["total"] > 2


@pytest.mark.parametrize("name", PLACED)
def test_file_of_nothing_has_its_headings(fact_client: TestClient, name: str) -> None:
    asked = {"text": "没有这样的字", "format": "csv", "language": "en"}
    (headings,) = csv.reader(io.StringIO(fact_client.get(f"/api/{name}", params=asked).content.decode("utf-8-sig")))
    assert headings[-1] == "id"
    sheet = read_workbook(fact_client.get(f"/api/{name}", params={**asked, "format": "xlsx"}).content)
    assert sheet.rows == [headings]


def test_names_of_lists_are_in_the_form_of_the_api(fact_client: TestClient) -> None:
    paths = fact_client.get("/api/openapi.json").json()["paths"]
    for name in LISTS:
        described = paths[f"/api/{name}"]["get"]
        assert {"format", "limit", "offset", "document_id"} <= {parameter["name"] for parameter in described["parameters"]}
        assert {"application/json", "text/csv"} <= set(described["responses"]["200"]["content"])
