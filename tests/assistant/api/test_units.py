"""Bodies are listed once with all their names; a sheet is found by any of them."""

import pytest
from fastapi.testclient import TestClient

from tests.assistant.api.test_lists import listed, message, rows
from tests.assistant.exports.workbook import read_workbook


def test_body_is_listed_with_names_and_counts(fact_client: TestClient) -> None:
    (item,) = listed(fact_client, "units", name="大数据办")["items"]
    assert item["name"] == "岚江市数据局"
    assert set(item["aliases"]) == {"岚江市数据管理局", "市大数据办", "市数据局", "数据局"}
    assert set(item["printed"]) == {"岚江市数据管理局", "市数据局", "数据局"}
    assert (item["tasks"], item["lead"], item["cooperating"], item["responsible"], item["scenarios"]) == (2, 0, 0, 2, 2)


def test_every_body_is_there_with_tasks_or_without(fact_client: TestClient) -> None:
    by_name = {item["name"]: item for item in listed(fact_client, "units")["items"]}
    assert (by_name["岚江市地震局"]["listed"], by_name["岚江市地震局"]["tasks"]) == (True, 0)
    assert (by_name["市商务局"]["listed"], by_name["市商务局"]["lead"]) == (False, 1)
    assert by_name["岚江海事局"]["inherited"] == by_name["岚江海事局"]["tasks"] == 2
    assert [name for name, item in by_name.items() if item["listed"]] == ["岚江市数据局", "岚江市地震局"]


def test_counts_agree_with_the_lists(fact_client: TestClient) -> None:
    for item in listed(fact_client, "units")["items"]:
        for name in (item["name"], *item["aliases"]):
            assert listed(fact_client, "responsibilities", unit=name)["total"] == item["tasks"]
            assert listed(fact_client, "responsibilities", unit=name, role="lead")["total"] == item["lead"]
            assert listed(fact_client, "scenarios", builder=name)["total"] == item["scenarios"]


def test_document_narrows_to_the_bodies_it_names_and_what_they_have_in_it(fact_client: TestClient) -> None:
    plan = next(d["id"] for d in fact_client.get("/api/documents").json()["documents"] if "养老" in d["title"])
    by_name = {item["name"]: item for item in listed(fact_client, "units", document_id=plan)["items"]}
    assert set(by_name) == {"岚江市数据局", "市民政局", "市卫生健康委", "市医疗保障局", "岚江银发服务公司"}
    assert (by_name["岚江市数据局"]["tasks"], by_name["岚江市数据局"]["scenarios"]) == (0, 1)
    assert listed(fact_client, "units", listed=False)["total"] + 2 == listed(fact_client, "units")["total"]


@pytest.mark.parametrize("name", ["岚江市数据局", "市大数据办", "数据局", "岚江市数据管理局"])
def test_sheet_is_found_by_every_name(fact_client: TestClient, name: str) -> None:
    sheet = fact_client.get(f"/api/units/{name}").json()
    assert (sheet["name"], sheet["tasks"], sheet["scenarios"]) == ("岚江市数据局", 2, 2)
    assert [(d["document_title"][3:7], len(d["tasks"]), len(d["scenarios"])) for d in sheet["documents"]] == [
        ("数据安全", 1, 1),
        ("智慧港口", 1, 0),
        ("智慧养老", 0, 1),
    ]


def test_sheet_has_the_items_of_the_lists_with_the_part_of_the_body(fact_client: TestClient) -> None:
    (document,) = fact_client.get("/api/units/市港航局").json()["documents"]
    assert [task.pop("role") for task in document["tasks"]] == ["responsible", "cooperating"]
    assert document["tasks"] == listed(fact_client, "responsibilities", unit="市港航局")["items"]
    (document,) = fact_client.get("/api/units/市公安局").json()["documents"]
    assert document["scenarios"] == listed(fact_client, "scenarios", builder="市公安局")["items"]


def test_body_without_tasks_has_an_empty_sheet(fact_client: TestClient) -> None:
    sheet = fact_client.get("/api/units/岚江市地震局").json()
    assert (sheet["tasks"], sheet["scenarios"], sheet["documents"]) == (0, 0, [])


def test_unknown_name_is_not_found_and_told_the_near_ones(fact_client: TestClient) -> None:
    told = message(fact_client, "/api/units/市航港局", 404)
    assert "市航港局" in told
    assert "市港航局" in told
    assert "no name is near" in message(fact_client, "/api/units/xyz", 404)
    assert "甲/乙" in message(fact_client, "/api/units/甲%2F乙", 404)
    assert message(fact_client, f"/api/units/{'局' * 201}").startswith("name: ")


def test_sheet_as_a_file_has_a_row_a_task_and_a_scenario(fact_client: TestClient) -> None:
    found = rows(fact_client, "units/数据局")
    assert [(row["kind"], row["role"]) for row in found] == [("responsibility", "responsible")] * 2 + [("scenario", "")] * 2
    response = fact_client.get("/api/units/数据局?format=xlsx")
    assert response.headers["content-disposition"].isascii()
    assert "filename*=UTF-8''unit_%E5%B2%9A" in response.headers["content-disposition"]
    book = read_workbook(response.content)
    assert book.rows[0][:3] == ["类别", "角色", "事项"]
    assert [row[:2] for row in book.rows[1:]] == [["任务", "责任"]] * 2 + [["场景", None]] * 2


def test_sheet_takes_no_page(fact_client: TestClient) -> None:
    assert message(fact_client, "/api/units/数据局?limit=3").startswith("limit: ")


def test_order_by_a_count_has_the_greatest_first(fact_client: TestClient) -> None:
    counts = [item["tasks"] for item in listed(fact_client, "units", sort="tasks", order="desc")["items"]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    names = [item["name"] for item in listed(fact_client, "units", sort="name")["items"]]
    assert set(names) == {item["name"] for item in listed(fact_client, "units")["items"]}


def test_common_names_are_in_the_order_of_their_pinyin(fact_client: TestClient) -> None:
    names = [item["name"] for item in listed(fact_client, "units", sort="name")["items"]]
    assert names.index("市公安局") < names.index("市民政局") < names.index("市商务局")
