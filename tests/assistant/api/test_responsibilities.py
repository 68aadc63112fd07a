"""Tasks are found by their units, under any name, and by the part these have."""

import pytest
from fastapi.testclient import TestClient

from tests.assistant.api.test_lists import listed, rows


def tasks(client: TestClient, **asked: object) -> list[str]:
    return [item["task"] for item in listed(client, "responsibilities", **asked)["items"]]


@pytest.mark.parametrize("name", ["岚江市数据局", "市数据局", "数据局", "岚江市数据管理局", "市大数据办"])
def test_unit_is_found_by_every_name_it_has(fact_client: TestClient, name: str) -> None:
    assert tasks(fact_client, unit=name) == ["建设𠮷林路监测中心", "搭建数据共享平台"]


@pytest.mark.parametrize("name", ["省数据局", "火星局", "数据", "岚江市地震局"])
def test_name_that_no_task_has_finds_none(fact_client: TestClient, name: str) -> None:
    assert tasks(fact_client, unit=name) == []


def test_role_narrows_a_unit_to_its_part(fact_client: TestClient) -> None:
    assert tasks(fact_client, unit="市港航局") == ["搭建数据共享平台", "建设冷链货物追溯系统"]
    assert tasks(fact_client, unit="市港航局", role="cooperating") == ["建设冷链货物追溯系统"]
    assert tasks(fact_client, unit="市港航局", role="lead") == []
    assert tasks(fact_client, unit="市港航局", role="responsible") == ["搭建数据共享平台"]


def test_inherited_unit_is_found_and_proved_where_it_is_added(fact_client: TestClient) -> None:
    items = listed(fact_client, "responsibilities", unit="岚江海事局")["items"]
    assert [item["task"] for item in items] == ["建设冷链货物追溯系统", "推进老旧拖轮更新"]
    text = fact_client.get(f"/api/documents/{items[0]['document_id']}/text").json()["text"]
    assert all("岚江海事局" in text[item["inherited_start"] : item["inherited_end"]] for item in items)


def test_role_by_itself_finds_tasks_where_any_unit_has_it(fact_client: TestClient) -> None:
    assert tasks(fact_client, role="lead") == ["建设冷链货物追溯系统"]
    assert tasks(fact_client, role="shared") == tasks(fact_client, shared=True) == ["推进老旧拖轮更新"]


def test_task_and_scope_narrow(fact_client: TestClient) -> None:
    assert tasks(fact_client, task="共享平台") == ["搭建数据共享平台"] * 2
    assert tasks(fact_client, scope="row") == []


def test_words_of_the_task_stand_where_it_says(fact_client: TestClient) -> None:
    for item in listed(fact_client, "responsibilities")["items"]:
        text = fact_client.get(f"/api/documents/{item['document_id']}/text").json()["text"]
        assert item["task"] in text[item["task_start"] : item["task_end"]]


def test_unknown_role_is_refused(fact_client: TestClient) -> None:
    response = fact_client.get("/api/responsibilities?role=boss")
    assert response.status_code == 422
    assert "lead" in response.json()["error"]["message"]


def test_file_has_units_side_by_side(fact_client: TestClient) -> None:
    (row,) = rows(fact_client, "responsibilities", role="lead")
    assert (row["units"], row["lead"], row["cooperating"]) == ("市商务局、市市场监管局、市港航局", "市商务局", "市市场监管局、市港航局")
