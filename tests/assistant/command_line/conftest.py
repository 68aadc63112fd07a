"""Runs commands in this process on the small city."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
import typer

from assistant.command_line.main import run_command_line
from assistant.settings import AssistantSettings

NAMES = ("ask", "backup", "chat", "documents", "doctor", "generations", "ingest", "keys", "mcp", "restore", "serve")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it printed."""

    code: int
    output: str
    messages: str


Run = Callable[..., Ended]


def _app(name: str) -> typer.Typer:
    app = import_module(f"assistant.command_line.{name}").app
    assert isinstance(app, typer.Typer)
    return app


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], city: AssistantSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command line on the small city, with an app database of its own."""
    monkeypatch.chdir(tmp_path)
    # The tests' own process would be slow ever after.
    monkeypatch.setattr("assistant.command_line.ingest.give_way", lambda: None)
    monkeypatch.setenv("CORPUS_DIR", str(city.corpus_dir))
    monkeypatch.setenv("DATA_DIR", str(city.data_dir))
    monkeypatch.setenv("APP_DATABASE_URL", f"sqlite:///{tmp_path}/app.db")

    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            run_command_line(arguments, {name: partial(_app, name) for name in NAMES})
        printed = capfd.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return run
