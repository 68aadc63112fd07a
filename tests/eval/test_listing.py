import json
from pathlib import Path

from rich.text import Text

from eval.comparison import compare_runs
from eval.listing import comparison_json, comparison_lines, list_cases
from eval.saved_run import SavedRun
from tests.eval.examples import QUOTE, case, reply, saved_run


def run(tmp_path: Path, name: str = "r", second: str = "60家[1]") -> SavedRun:
    cases = [case(id="A", turns=["一"]), case(id="B", turns=["[b]二"], type="owner", forbidden=["60家"])]
    return saved_run(tmp_path, name, [reply(), reply(second)], cases)


def plain(lines: object) -> str:
    return "\n".join(Text.from_markup(line).plain for line in lines)  # type: ignore[attr-defined]


def test_a_failed_question_is_shown_with_answer_faults_quotes_and_gold(tmp_path: Path) -> None:
    text = plain(list_cases(run(tmp_path), failed=True))
    assert "A (" not in text
    assert "B (owner, easy) [b]二" in text
    assert "answer (answered): 60家[1]" in text
    assert "correct: missing 80家; forbidden 60家" in text
    assert "supported_figures: without support: 60" in text
    assert f"[1] {QUOTE} — 农业计划 > 第一章" in text
    assert f"gold: {QUOTE} — plan.md" in text


def test_questions_are_chosen_by_type_and_id(tmp_path: Path) -> None:
    made = run(tmp_path)
    assert len(list(list_cases(made))) == 2
    assert plain(list_cases(made, types=["target"])).startswith("A (target")
    assert plain(list_cases(made, ids=["B"])).startswith("B (owner")
    assert list(list_cases(made, failed=True, ids=["A"])) == []


def test_a_comparison_shows_both_answers_and_why_one_is_wrong(tmp_path: Path) -> None:
    compared = compare_runs(run(tmp_path, "old"), run(tmp_path, "new", "80家[1]"))
    text = plain(comparison_lines(compared))
    assert "old -> new, 2 questions" in text
    assert "right in both 1, wrong in both 0, better 1, worse 0; exact McNemar p = 1" in text
    assert "old (answered): 60家[1]\n  new (answered): 80家[1]\n  wrong because: missing 80家; forbidden 60家" in text
    figures = json.loads(json.dumps(comparison_json(compared)))
    assert [change["id"] for change in figures["better"]] == ["B"]
    assert figures["better"][0]["after"] == {"status": "answered", "answer": "80家[1]"}
