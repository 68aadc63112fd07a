from pathlib import Path

import pytest

from eval.errors import RunError
from eval.saved_run import create_run_folder, open_run, write_replies
from tests.eval.examples import recording, reply, saved_run


def test_what_was_saved_is_what_is_read(tmp_path: Path) -> None:
    made = saved_run(tmp_path, "first", [reply(), reply("60家")])
    assert open_run("first", tmp_path) == made
    assert open_run(str(tmp_path / "first"), Path("elsewhere")) == made


@pytest.mark.parametrize("name", ["", "..", "a/b", "../x", "run one", "."])
def test_a_name_that_is_no_folder_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot name a run"):
        create_run_folder(name, tmp_path)


def test_a_finished_run_is_never_written_over(tmp_path: Path) -> None:
    made = saved_run(tmp_path, "first", [reply()])
    with pytest.raises(RunError, match="A run named first exists"):
        saved_run(tmp_path, "first", [reply("60家")])
    assert open_run("first", tmp_path) == made


def test_replies_that_came_before_a_break_are_kept(tmp_path: Path) -> None:
    def broken() -> object:
        yield recording(reply())
        raise KeyboardInterrupt

    folder = create_run_folder("broken", tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_replies(folder, broken())  # type: ignore[arg-type]
    assert (folder / "replies.jsonl").read_text(encoding="utf-8").count("\n") == 1
    with pytest.raises(RunError, match="was not finished"):
        open_run("broken", tmp_path)


def test_a_missing_run_is_refused_with_those_there_are(tmp_path: Path) -> None:
    saved_run(tmp_path, "first", [reply()])
    with pytest.raises(RunError, match=r"no run second .*saved: first"):
        open_run("second", tmp_path)


def test_a_damaged_run_is_refused_without_a_stack_trace(tmp_path: Path) -> None:
    saved_run(tmp_path, "first", [reply()])
    (tmp_path / "first" / "scores.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(RunError, match="cannot be read"):
        open_run("first", tmp_path)
