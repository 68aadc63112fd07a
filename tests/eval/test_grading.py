import json
from pathlib import Path
from typing import Any

import pytest

from eval.case import Case
from eval.grading import SCORERS, grade, grade_all
from eval.reply import Recording
from eval.scorers.supported_figures import unsupported_figures
from tests.eval.examples import case, recording, reply, unanswerable

GRADED = [
    json.loads(line) for line in (Path(__file__).parent / "recorded" / "graded.jsonl").read_text(encoding="utf-8").split("\n") if line
]


@pytest.mark.parametrize("graded", GRADED, ids=[one["case"]["id"] for one in GRADED])
def test_recorded_replies_get_the_grades_that_an_independent_grader_gave(graded: dict[str, Any]) -> None:
    recorded = Recording.model_validate({"id": graded["case"]["id"], "reply": graded["reply"], "places": graded["places"]})
    row = grade(Case.model_validate(graded["case"]), recorded)
    cited = row.value("cited")
    assert {
        "correct": row.value("correct") == 1,
        "cited": None if cited is None else cited == 1,
        "wrong": row.wrong,
        "valid": row.value("validity") == 1,
        "unsupported": unsupported_figures(recorded.reply) if recorded.reply.answered else [],
        "length": row.length,
        "bad_spans": row.broken_spans,
    } == graded["expected"]


def test_every_scorer_gives_a_score() -> None:
    row = grade(case(), recording(reply()))
    assert row.scores.keys() == SCORERS.keys()
    assert all(score.value == 1 and not score.explanation for score in row.scores.values())


def test_a_row_holds_what_the_figures_need() -> None:
    row = grade(case(), recording(reply("建 80家[1]。"), latency_ms=[3, 4]))
    assert (row.id, row.type, row.difficulty, row.status, row.length, row.citations, row.latency_ms) == (
        ("Q1", "target", "easy", "answered", 5, 1, (3, 4))
    )


def test_wrong_is_answered_and_not_right_never_refused() -> None:
    assert not grade(case(), recording(reply())).wrong
    assert grade(case(), recording(reply("60家"))).wrong
    assert not grade(case(), recording(reply("没有", status="not_found"))).wrong
    assert not grade(case(), recording(reply("", status="error: x"))).wrong


def test_anything_but_a_refusal_is_wrong_where_there_is_no_answer() -> None:
    assert grade(unanswerable(), recording(reply())).wrong
    assert grade(unanswerable(), recording(reply("", status="error: x"))).wrong
    assert not grade(unanswerable(), recording(reply("没有", status="not_found"))).wrong


def test_rows_come_in_the_order_of_the_cases() -> None:
    recordings = [recording(reply(), id="B"), recording(reply("60家"), id="A")]
    rows = grade_all([case(id="A"), case(id="B")], recordings)
    assert [(row.id, row.value("correct")) for row in rows] == [("A", 0), ("B", 1)]
