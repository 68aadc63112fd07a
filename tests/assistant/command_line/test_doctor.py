"""`doctor` finds what is wrong and says what to do."""

from pathlib import Path

import pytest

from assistant.command_line.doctor import CHECKS, examine
from assistant.command_line.listening import listening_socket
from assistant.settings import AssistantSettings
from tests.assistant.command_line.conftest import Run
from tests.scripted_model import Fails, Says, ScriptedModel


def free_port() -> int:
    """A port that nobody has at the moment."""
    with listening_socket("127.0.0.1", 0) as listener:
        return int(listener.getsockname()[1])


def findings(settings: AssistantSettings, **changes: object) -> dict[str, tuple[bool, str]]:
    """What each check but that of the installed package finds."""
    given = {"corpus_dir": settings.corpus_dir, "data_dir": settings.data_dir, "port": free_port(), "app_database_url": "sqlite://"}
    changed = AssistantSettings.load(_env_file=None, **{**given, **changes})
    return {name: (well, message) for name, well, message in examine(changed) if name != "versions"}


def test_all_is_well_after_an_ingest(city: AssistantSettings) -> None:
    found = findings(city)
    assert set(found) == set(CHECKS) - {"versions"}
    assert [name for name, (well, _) in found.items() if not well] == []
    assert "2 documents" in found["generation"][1]


@pytest.mark.parametrize(
    ("check", "setting", "path", "remedy"),
    [
        ("corpus folder", "corpus_dir", "nowhere", "CORPUS_DIR"),
        ("corpus folder", "corpus_dir", "", "holds no document"),
        ("data folder", "data_dir", "file", "DATA_DIR"),
        ("generation", "data_dir", "new", "city-assistant ingest"),
    ],
)
def test_what_is_missing_is_named_with_its_remedy(
    city: AssistantSettings, tmp_path: Path, check: str, setting: str, path: str, remedy: str
) -> None:
    if path == "file":
        (tmp_path / "file").write_text("")
    well, message = findings(city, **{setting: tmp_path / path})[check]
    assert not well
    assert remedy in message


def test_only_what_ingest_would_read_is_counted(city: AssistantSettings, tmp_path: Path) -> None:
    for name in ("计划.md", "README.md", "manifest.toml", "图.png"):
        (tmp_path / name).write_text("")
    well, message = findings(city, corpus_dir=tmp_path)["corpus folder"]
    assert well
    assert message == f"{tmp_path}, 1 files to read, 1 of other kinds"


def test_damaged_generation_is_named_with_its_remedy(city: AssistantSettings, tmp_path: Path) -> None:
    (tmp_path / "generations").mkdir()
    (tmp_path / "generations" / "current").write_text("gone")
    well, message = findings(city, data_dir=tmp_path)["generation"]
    assert not well
    assert "city-assistant ingest" in message


def test_port_in_use_is_named(city: AssistantSettings) -> None:
    with listening_socket("127.0.0.1", 0) as listener:
        well, message = findings(city, port=listener.getsockname()[1])["port"]
    assert not well
    assert "PORT" in message


def test_command_ends_with_1_when_something_is_wrong(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "new"))
    ended = run("doctor")
    assert ended.code == 1
    assert "MEND generation" in ended.output
    assert "ok   corpus folder" in ended.output


def test_the_language_model_is_asked_and_its_failure_told_with_the_remedy(city: AssistantSettings) -> None:
    assert findings(city)["language model"] == (True, "none: answers are extracts")
    with ScriptedModel(Says("责任单位是哪些部门？"), Fails(401)) as server:
        model = {"llm_model": "scripted", "llm_base_url": server.base_url}
        assert findings(city, **model)["language model"] == (True, "scripted answers (10 characters)")
        well, message = findings(city, **model)["language model"]
    assert not well
    assert "status 401" in message
    assert "LLM_API_KEY" in message
