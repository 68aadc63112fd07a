import json
from io import StringIO
from pathlib import Path

from rich.console import Console

from eval.report import report_json, report_tables
from eval.saved_run import SavedRun
from tests.eval.examples import case, reply, saved_run, unanswerable


def run(tmp_path: Path) -> SavedRun:
    cases = [case(id="A", turns=["一"]), case(id="B", turns=["二"], type="owner", difficulty="hard"), unanswerable()]
    return saved_run(tmp_path, "r", [reply(), reply("60家"), reply("没有", status="not_found", citations=[])], cases)


def test_the_json_holds_total_types_difficulties_and_record(tmp_path: Path) -> None:
    figures = json.loads(json.dumps(report_json(run(tmp_path))))
    assert figures["total"]["correct"] == 2 / 3
    assert figures["total"]["intervals"]["correct"] == [0.2077, 0.9385]
    assert figures["by_type"].keys() == {"target", "owner", "unanswerable"}
    assert figures["by_difficulty"]["hard"]["wrong_answered"] == 1
    assert figures["record"]["as_of"] == "2026-11-21"


def test_the_tables_show_every_group_with_intervals_and_a_dash_for_unscored(tmp_path: Path) -> None:
    console = Console(width=180, record=True, file=StringIO())
    console.print(report_tables(run(tmp_path)))
    text = console.export_text()
    total = next(line for line in text.splitlines() if "total" in line)
    assert "66.7 (21–94)" in total
    assert "50.0 (9–91)" in total
    refusals = next(line for line in text.splitlines() if "unanswerable" in line)
    assert refusals.split()[4:6] == ["-", "-"]
    assert "hard" in text
    assert "as of 2026-11-21, generation g1" in " ".join(text.split())
