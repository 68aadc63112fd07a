"""`generations` lists what is kept and goes back."""

from pathlib import Path

import pytest

from tests.assistant.command_line.conftest import Run


@pytest.fixture(autouse=True)
def _own_data(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))


def test_a_former_generation_is_listed_and_served_again(run: Run) -> None:
    run("ingest")
    run("ingest", "--rebuild")
    listed = run("generations")
    assert [line.split("│")[1].strip() for line in listed.output.splitlines() if "00000" in line] == ["", "*"]
    assert listed.output == run("generations", "list").output
    first = next(word for word in listed.output.split() if word.startswith("000001-"))
    assert f"Generation {first} is served now" in run("generations", "use", first).output
    assert run("generations", "use", "000009").code == 1


def test_before_the_first_ingest_the_list_is_empty(run: Run) -> None:
    assert run("generations").code == 0
