from datetime import date
from pathlib import Path

from eval.case import Suite
from eval.runner import Conditions, run_suite
from tests.eval.examples import ScriptedAssistant, case, reply, saved_run


def test_a_run_records_all_that_is_needed_to_take_it_again(tmp_path: Path) -> None:
    suite = Suite((case(turns=["一"]),), ("small.jsonl",))
    given = reply(generation="g7", answered_by="extractive")
    conditions = Conditions("r", "http://city.test", {"contact": None}, date(2025, 1, 2), ["target"], 1, tmp_path)
    record = run_suite(suite, ScriptedAssistant({"一": given}), conditions).record
    assert record.suite.hash == suite.hash
    assert (record.suite.files, record.suite.types, record.suite.limit, record.suite.cases) == (("small.jsonl",), ("target",), 1, 1)
    assert (record.asked, record.as_of, record.settings) == ("http://city.test", date(2025, 1, 2), {"contact": None})
    assert (record.generations, record.answered_by, record.warm_up) == (("g7",), ("extractive",), 3)
    assert record.started_at.utcoffset() is not None
    assert record.latency_ms_p50 is not None
    assert record.latency_ms_p50 >= 0
    assert "python" in record.versions


def test_the_day_of_asking_is_fixed_unless_another_is_given(tmp_path: Path) -> None:
    assert saved_run(tmp_path, "default", [reply()]).record.as_of == date(2026, 11, 21)


def test_every_part_of_a_run_is_saved(tmp_path: Path) -> None:
    saved_run(tmp_path, "r", [reply(), reply()])
    assert sorted(path.name for path in (tmp_path / "r").iterdir()) == ["cases.jsonl", "record.json", "replies.jsonl", "scores.jsonl"]


def test_a_generation_that_changes_on_the_way_is_recorded(tmp_path: Path) -> None:
    assert saved_run(tmp_path, "r", [reply(), reply(generation="g2"), reply()]).record.generations == ("g1", "g2")


def test_a_watcher_sees_every_recording(tmp_path: Path) -> None:
    seen = []

    def watch(recordings):  # type: ignore[no-untyped-def]
        for recorded in recordings:
            seen.append(recorded.id)
            yield recorded

    suite = Suite((case(turns=["一"]),), ("small.jsonl",))
    run_suite(suite, ScriptedAssistant({"一": reply()}), Conditions("r", "this process", runs=tmp_path), watch)
    assert seen == ["Q1"]
