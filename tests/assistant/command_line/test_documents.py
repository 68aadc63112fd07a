"""`documents` lists what is known."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from tests.assistant.command_line.conftest import Run


def test_documents_are_listed_with_their_parts(run: Run) -> None:
    output = run("documents").output
    assert "云川市智慧水务行动计划（2025-2027年）" in output
    assert "2025-2027" in output
    assert "2 documents" in output


def test_json_has_every_document(run: Run) -> None:
    bodies = json.loads(run("documents", "--json").output)
    assert {body["source_file"] for body in bodies} == {"水务计划.md", "河道答复.md"}


@pytest.fixture
def own(city: AssistantSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """The city copied, so that a test may decide things of it; its corpus folder."""
    shutil.copytree(city.corpus_dir, tmp_path / "corpus")
    shutil.copytree(city.data_dir, tmp_path / "own")
    monkeypatch.setenv("CORPUS_DIR", str(tmp_path / "corpus"))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "own"))
    return tmp_path / "corpus"


def test_a_document_is_withdrawn_and_restored(run: Run, own: Path) -> None:
    ended = run("documents", "withdraw", "水务计划.md")
    assert ended.code == 0
    assert "- 水务计划.md: 云川市智慧水务行动计划" in ended.output
    listed = run("documents").output
    assert "1 documents" in listed
    assert "withdrawn 2" in listed
    assert "+ 水务计划.md" in run("documents", "restore", "水务计划.md").output
    assert "2 documents" in run("documents").output


def test_a_document_is_made_internal_and_still_listed(run: Run, own: Path) -> None:
    ended = run("documents", "visibility", "水务计划.md", "internal")
    assert "visibility: public → internal" in ended.output
    assert "internal" in run("documents").output
    assert "水务计划.md" not in run("ask", "水务大数据平台由谁负责？").output
    wrong = run("documents", "visibility", "水务计划.md", "secret")
    assert wrong.code == 1
    assert "visibility" in wrong.messages


def test_metadata_are_corrected_and_the_correction_taken_back(run: Run, own: Path) -> None:
    run("documents", "set", "水务计划.md", "issuer=云川市人民政府", "period=2025-2028")
    (plan,) = [body for body in json.loads(run("documents", "--json").output) if body["source_file"] == "水务计划.md"]
    assert (plan["metadata"]["issuer"], plan["metadata"]["period"]) == ("云川市人民政府", [2025, 2028])
    assert "period: (2025, 2028) → (2025, 2027)" in run("documents", "set", "水务计划.md", "period=").output
    for wrong in ("issuer", "issuers=甲", "issued_on=gestern"):
        ended = run("documents", "set", "水务计划.md", wrong)
        assert ended.code == 1
        assert "Traceback" not in ended.messages


def test_what_is_only_decided_waits_for_the_next_ingest(run: Run, own: Path) -> None:
    assert "next `city-assistant ingest`" in run("documents", "withdraw", "水务计划.md", "--later").messages
    assert "answered from until the next ingest" in run("documents").output
    assert "- 水务计划.md" in run("ingest").output


def test_an_unknown_file_is_said_to_be_unknown(run: Run, own: Path) -> None:
    ended = run("documents", "withdraw", "../别的.md")
    assert (ended.code, "There is no document file" in ended.messages) == (1, True)
