"""POST /api/search keeps the contract."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def test_search_gives_passages_of_the_contract(city_client: TestClient, plan: dict[str, Any]) -> None:
    passages = city_client.post("/api/search", json={"query": "水务大数据平台", "limit": 2}).json()["passages"]
    assert len(passages) == 2
    assert set(passages[0]) == {"document_id", "document_title", "section", "start", "end", "text", "score"}
    assert passages[0]["document_id"] == plan["id"]
    text = city_client.get(f"/api/documents/{plan['id']}/text").json()["text"]
    assert text[passages[0]["start"] : passages[0]["end"]] == passages[0]["text"]


def test_search_keeps_to_one_document(city_client: TestClient, plan: dict[str, Any]) -> None:
    passages = city_client.post("/api/search", json={"query": "河道垃圾", "document_id": plan["id"]}).json()["passages"]
    assert {passage["document_id"] for passage in passages} == {plan["id"]}


@pytest.mark.parametrize(
    ("body", "status"),
    [({"query": " "}, 422), ({"query": "水", "limit": 0}, 422), ({"query": "水", "document_id": "x"}, 404), ({"q": "水"}, 422)],
)
def test_search_that_cannot_be_made_says_why(city_client: TestClient, body: dict[str, object], status: int) -> None:
    response = city_client.post("/api/search", json=body)
    assert response.status_code == status
    assert response.json()["error"]["message"]
