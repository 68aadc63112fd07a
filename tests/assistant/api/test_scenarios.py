"""Table rows are found by builder, table, name and time; a file has the columns as printed."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from tests.assistant.api.test_lists import listed, rows
from tests.assistant.exports.workbook import read_workbook

FORMULA = '=HYPERLINK("http://x","点我")'


def names(client: TestClient, **asked: object) -> list[str]:
    return [item["name"] for item in listed(client, "scenarios", **asked)["items"]]


@pytest.mark.parametrize("builder", ["市大数据办", "数据局", "岚江市数据局"])
def test_builder_is_found_by_every_name_it_has(fact_client: TestClient, builder: str) -> None:
    assert names(fact_client, builder=builder) == [FORMULA, "床位余缺一张图"]


def test_name_table_and_year_narrow(fact_client: TestClient) -> None:
    assert names(fact_client, name="床位") == ["床位余缺一张图"]
    assert names(fact_client, table="数据安全") == [FORMULA, "@SUM(A1:A9)"]
    assert names(fact_client, year=2027) == ["@SUM(A1:A9)"]
    assert names(fact_client, year=2026) == [FORMULA]
    assert names(fact_client, builder="火星局") == []


def test_cells_are_the_text_of_their_spans(fact_client: TestClient) -> None:
    for item in listed(fact_client, "scenarios")["items"]:
        text = fact_client.get(f"/api/documents/{item['document_id']}/text").json()["text"]
        assert item["columns"]
        assert all(text[column["start"] : column["end"]] == column["text"] for column in item["columns"])


def test_formulas_of_a_document_do_not_run_in_a_csv_file(fact_client: TestClient) -> None:
    content = fact_client.get("/api/scenarios?format=csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert f"'{FORMULA}" in cells
    assert {"'@SUM(A1:A9)", "'-1", "'-2+3", '\'+86开头的号码、"引号"'} <= set(cells)
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}] == []


def test_workbook_has_them_as_printed_and_as_texts(fact_client: TestClient) -> None:
    book = read_workbook(fact_client.get("/api/scenarios?format=xlsx").content)
    assert book.formulas == 0
    assert {FORMULA, "@SUM(A1:A9)", "-1", "-2+3"} <= {cell for row in book.rows for cell in row}


def test_rows_of_different_tables_share_a_file(fact_client: TestClient) -> None:
    by_name = {row["name"]: row for row in rows(fact_client, "scenarios")}
    assert (by_name["'@SUM(A1:A9)"]["场景描述"], by_name["助餐刷脸结算"]["应用领域"]) == ("𠮷林路全线监测", "社区助餐")
    assert by_name["'@SUM(A1:A9)"]["应用领域"] == ""


def test_order_is_that_of_the_field_asked_for(fact_client: TestClient) -> None:
    starts = [item["starts"] for item in listed(fact_client, "scenarios", sort="starts", order="desc")["items"]]
    known = [start for start in starts if start]
    assert known == sorted(known, reverse=True)
    assert starts[: len(known)] == known
    assert set(names(fact_client, sort="builders")) == set(names(fact_client))


def test_progress_is_what_its_column_says(fact_client: TestClient) -> None:
    by_name = {item["name"]: item for item in listed(fact_client, "scenarios")["items"]}
    assert (by_name["@SUM(A1:A9)"]["progress"], by_name["@SUM(A1:A9)"]["progress_as_of"]) == ("-2+3", None)
    dated = [item for item in by_name.values() if item["progress_as_of"]]
    days = {document["id"]: document["signed_on"] for document in fact_client.get("/api/documents").json()["documents"]}
    assert dated
    assert all(item["progress_as_of"] == days[item["document_id"]] for item in dated)
