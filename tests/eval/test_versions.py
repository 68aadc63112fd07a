import platform
import subprocess
from pathlib import Path

import pytest

from eval import versions
from eval.versions import versions_in_use


def test_python_and_libraries_are_named() -> None:
    found = versions_in_use()
    assert found["python"] == platform.python_version()
    assert "numpy" in found


def test_no_repository_is_no_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(versions, "__file__", str(tmp_path / "versions.py"))
    assert "commit" not in versions_in_use()


def test_a_commit_with_changed_files_is_marked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t", *arguments], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "file").write_text("1")
    git("init")
    git("add", "file")
    git("commit", "-m", "one")
    monkeypatch.setattr(versions, "__file__", str(tmp_path / "versions.py"))
    clean = versions_in_use()["commit"]
    (tmp_path / "file").write_text("2")
    assert versions_in_use()["commit"] == clean + "+changes"
