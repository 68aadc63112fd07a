import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.command_line.main import run_command_line
from eval import command_line
from eval.case import shipped_suites
from eval.command_line import app
from tests.eval.examples import ScriptedAssistant, case, reply, saved_run


class LocalAssistant(ScriptedAssistant):
    settings = {"contact": None}  # noqa: RUF012


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite of two questions in the current folder, and an assistant in this process that knows one of them."""

    @contextmanager
    def open_in_process(mode: str) -> Iterator[LocalAssistant]:
        yield LocalAssistant({"一": reply(), "二": reply("60家")})

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line, "open_in_process", open_in_process)
    file = tmp_path / "own.jsonl"
    cases = [case(id="A", turns=["一"]), case(id="B", turns=["二"], type="owner")]
    file.write_text("".join(one.model_dump_json() + "\n" for one in cases), encoding="utf-8")
    return file


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def record(name: str) -> dict[str, object]:
    return json.loads(Path("eval/runs", name, "record.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_run_asks_grades_saves_and_prints(suite: Path) -> None:
    done = call("run", "own.jsonl", "--name", "first")
    assert done.exit_code == 0, done.output
    assert "50.0 (9–91)" in done.output
    assert "Saved in eval/runs/first." in done.output
    assert (record("first")["as_of"], record("first")["settings"]) == ("2026-11-21", {"contact": None})


def test_a_suite_alone_is_run(suite: Path) -> None:
    assert call("own.jsonl", "--name", "short").exit_code == 0
    assert call(str(suite.parent), "--name", "folder").exit_code == 0
    assert record("short")["suite"] == record("folder")["suite"]


def test_a_run_of_a_model_says_so_in_its_record(suite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, str]] = []

    @contextmanager
    def open_remote_model(url: str, model: str) -> Iterator[ScriptedAssistant]:
        opened.append((url, model))
        yield ScriptedAssistant({"一": reply(), "二": reply("60家")})

    monkeypatch.setattr(command_line, "open_remote_model", open_remote_model)
    assert call("own.jsonl", "--url", "http://city.test", "--model", "m", "--name", "model").exit_code == 0
    assert opened == [("http://city.test", "m")]
    assert (record("model")["asked"], record("model")["settings"]) == ("http://city.test as m", None)


def test_several_files_are_one_run(suite: Path) -> None:
    suite.with_name("more.jsonl").write_text(case(id="C", turns=["一"]).model_dump_json(), encoding="utf-8")
    done = call("run", "own.jsonl", "more.jsonl", "--name", "both")
    assert done.exit_code == 0
    assert record("both")["suite"]["files"] == ["own.jsonl", "more.jsonl"]  # type: ignore[index]


def test_type_limit_and_day_are_recorded(suite: Path) -> None:
    assert (
        call("run", "own.jsonl", "--type", "owner", "--type", "target", "--limit", "1", "--as-of", "2025-01-02", "--name", "some").exit_code
        == 0
    )
    saved = record("some")
    assert saved["as_of"] == "2025-01-02"
    assert (saved["suite"]["types"], saved["suite"]["limit"], saved["suite"]["cases"]) == (["owner", "target"], 1, 1)  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "none.jsonl"], "There is no suite none.jsonl"),
        (["run", "own.jsonl", "--type", "poem"], "No case has the type poem"),
        (["run", "own.jsonl", "--url", "http://127.0.0.1:9"], "No assistant answers at http://127.0.0.1:9"),
        (["run", "own.jsonl", "--url", "http://127.0.0.1:9", "--model", "m"], "No assistant answers at http://127.0.0.1:9"),
        (["report", "none"], "There is no run none"),
        (["compare", "none", "none"], "There is no run none"),
        (["show", "none"], "There is no run none"),
    ],
)
def test_failures_are_messages_on_the_error_stream(
    suite: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_command_line(["eval", *arguments], {"eval": lambda: app})
    shown = capsys.readouterr()
    assert ended.value.code == 1
    assert message in shown.err
    assert "Traceback" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "own.jsonl", "--as-of", "yesterday"],
        ["reprot", "r"],
        ["run"],
        ["run", "own.jsonl", "--limit", "0"],
        ["run", "own.jsonl", "--model", "m"],
    ],
)
def test_misuse_is_explained(suite: Path, arguments: list[str]) -> None:
    done = call(*arguments)
    assert done.exit_code == 2
    assert "Error" in done.output


def test_report_prints_tables_or_json(tmp_path: Path) -> None:
    saved_run(tmp_path, "r", [reply()])
    assert "by difficulty" in call("report", "r", "--runs", str(tmp_path)).stdout
    figures = json.loads(call("report", "r", "--runs", str(tmp_path), "--json").stdout)
    assert figures["total"]["correct"] == 1


def test_compare_prints_changes_or_json(tmp_path: Path) -> None:
    saved_run(tmp_path, "a", [reply("60家")])
    saved_run(tmp_path, "b", [reply()])
    assert "BETTER Q0" in call("compare", "a", "b", "--runs", str(tmp_path)).stdout
    assert len(json.loads(call("compare", "a", "b", "--runs", str(tmp_path), "--json").stdout)["better"]) == 1


def test_show_prints_failed_questions(tmp_path: Path) -> None:
    saved_run(tmp_path, "r", [reply(), reply("60家")])
    shown = call("show", "r", "--failed", "--runs", str(tmp_path)).stdout
    assert "missing 80家" in shown
    assert "1 of 2 questions" in shown
    assert "Q0 (" not in shown
    assert "Q0 (" in call("show", "r", "--id", "Q0", "--runs", str(tmp_path)).stdout


def test_a_shipped_suite_is_run_by_its_name(suite: Path) -> None:
    assert call("dev", "--limit", "1", "--name", "shipped").exit_code == 0
    assert record("shipped")["suite"]["files"] == ["dev.jsonl"]  # type: ignore[index]


def test_no_arguments_print_help_with_the_suites_and_nothing_about_shells() -> None:
    printed = call().output
    assert "compare" in printed
    assert [name for name in shipped_suites() if name not in printed] == []
    assert "completion" not in printed
