"""Conflicts are listed with every side and its proof, and found by what they are about and where they stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from tests.assistant.api.test_lists import listed, message, rows
from tests.assistant.corpus_fixture import Reader


@pytest.fixture
def client(disputed: Reader, tmp_path: Path) -> Iterator[TestClient]:
    folder = disputed.data_dir
    settings = AssistantSettings.load(
        corpus_dir=folder.parent / "corpus", data_dir=folder, app_database_url=f"sqlite:///{tmp_path}/app.db", _env_file=None
    )
    with open_session(settings) as session:
        yield TestClient(create_app(session), raise_server_exceptions=False)


def subjects(client: TestClient, **asked: object) -> list[str]:
    return [item["subject"] for item in listed(client, "conflicts", **asked)["items"]]


def test_every_side_is_proved_by_the_characters_it_points_at(client: TestClient) -> None:
    items = listed(client, "conflicts")["items"]
    assert len({item["id"] for item in items}) == len(items) == 6
    for party in (party for item in items for party in item["parties"]):
        text = client.get(f"/api/documents/{party['document_id']}/text").json()["text"]
        assert party["quote"] == text[party["start"] : party["end"]] != ""
        assert party["section"]


def test_a_side_leads_to_its_fact(client: TestClient) -> None:
    (item,) = listed(client, "conflicts", kind="responsibility")["items"]
    tasks = {task["id"]: task for task in listed(client, "responsibilities")["items"]}
    assert [tasks[party["fact_id"]]["units"] for party in item["parties"]] == [["市水务局"], ["市住建局"]]


def test_kind_difference_subject_and_year_narrow(client: TestClient) -> None:
    assert subjects(client, kind="scenario") == ["城市供水管网漏损预警"]
    assert subjects(client, differs="year") == ["建成供排水一体化调度平台"]
    (subject,) = subjects(client, subject="管网漏损率")
    assert subject.startswith("供水管网漏损率")
    assert len(subjects(client, year=2027)) == 3
    assert subjects(client, year=2026) == []


def test_a_place_in_the_document_under_the_heading_or_with_the_words_is_enough(client: TestClient) -> None:
    assert len(subjects(client, document_title="新型智慧城市")) == 2
    assert subjects(client, text="360个") == ["5G水务基站"]
    (subject,) = subjects(client, section="升级泵站")
    assert "泵站" in subject
    city = listed(client, "conflicts", text="360个")["items"][0]["parties"][0]["document_id"]
    assert len(subjects(client, document_id=city)) == 2
    assert message(client, "/api/conflicts?document_id=none", 404)
    assert message(client, "/api/conflicts?kind=policy")


def test_a_file_has_every_side_in_columns_of_its_own(client: TestClient) -> None:
    (row,) = rows(client, "conflicts", kind="scenario")
    assert (row["differs"], row["column"]) == ("column", "建设单位")
    assert {row["说法1"], row["说法2"]} == {"市水务局", "市水务局、市供电公司"}
    assert "行动计划" in row["文件1"]
    assert "指标" in client.get("/api/conflicts?format=csv").content.decode("utf-8-sig")
