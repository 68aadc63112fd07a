"""One command, its sub-commands loaded when called for, and no stack trace for anybody."""

import os
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import typer

from assistant.command_line.main import COMMAND_GROUP, main, run_command_line
from corpus.errors import NoGenerationError

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"


def app_that(raises: BaseException | None = None) -> typer.Typer:
    """A sub-command that prints, or raises."""
    app = typer.Typer(add_completion=False)

    @app.command()
    def command() -> None:
        if raises is not None:
            raise raises
        typer.echo("done")

    return app


def never() -> typer.Typer:
    raise AssertionError("loaded without being called for")


def ended(*arguments: str, **commands: object) -> int:
    with pytest.raises(SystemExit) as end:
        run_command_line(arguments, commands)  # type: ignore[arg-type]
    return int(end.value.code or 0)


def test_only_the_owner_reads_what_a_command_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    former = os.umask(0o022)
    try:
        monkeypatch.setattr(sys, "argv", ["city-assistant", "keys", "--help"])
        with pytest.raises(SystemExit):
            main()
        (tmp_path / "app.db").touch()
        (tmp_path / "generations").mkdir()
    finally:
        os.umask(former)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("app.db", "generations")] == [0o600, 0o700]


def test_only_the_command_called_for_is_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("one", one=app_that, two=never) == 0
    assert capsys.readouterr().out == "done\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--help", one=app_that, two=app_that) == 0
    printed = capsys.readouterr().out
    assert "one" in printed
    assert "two" in printed


def test_misspelt_command_is_told_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("servre", serve=app_that, ask=app_that) == 2
    assert "Did you mean 'serve'?" in capsys.readouterr().err


def test_wrong_option_is_wrong_usage() -> None:
    assert ended("one", "--nonsense", one=app_that) == 2


def test_failure_is_a_message_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("one", one=lambda: app_that(NoGenerationError("Run `city-assistant ingest`."))) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "Run `city-assistant ingest`.\n")


def test_fault_of_the_program_is_one_line_without_stack_trace(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("one", one=lambda: app_that(ValueError("odd"))) == 1
    message = capsys.readouterr().err
    assert "ValueError: odd" in message
    assert "Traceback" not in message
    assert message.count("\n") == 1


def test_interruption_ends_quietly(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("one", one=lambda: app_that(KeyboardInterrupt())) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_command_installed_without_its_parts_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("ask") == 1
    assert "pip install" in capsys.readouterr().err


def test_every_declared_command_can_be_loaded() -> None:
    declared = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["entry-points"][COMMAND_GROUP]
    assert {"ask", "chat", "serve", "documents", "ingest", "eval", "doctor", "mcp"} <= set(declared)
    for place in declared.values():
        module, _, name = place.partition(":")
        assert isinstance(getattr(import_module(module), name), typer.Typer), place
