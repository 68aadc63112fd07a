import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from assistant import evidence, matching
from assistant.command_line.main import run_command_line
from eval import ablation, command_line
from eval.ablation import Trial, ablate, ablation_json, ablation_table, choose_trials, parts_set
from eval.case import Suite
from eval.ranking_part import PARTS, Part, PartError
from eval.reply import Reply
from tests.eval.examples import ScriptedAssistant, case, reply, unanswerable

DAY = date(2026, 11, 21)
GONE = Part("gone", "assistant.evidence", "NO_SUCH_WEIGHT", 0.0, "a constant that was removed")
SAME_AS_GONE = Part("same as gone", "assistant.evidence", "HEADING_WEIGHT", "NO_SUCH_WEIGHT", "one set to a constant that was removed")


class WeighingAssistant(ScriptedAssistant):
    """Answers the second question right only with the vectors' weight, and the third only without it."""

    settings = {"contact": None}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__({})

    def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
        weighed = evidence.VECTOR_WEIGHT > 0
        self.replies = {"一": reply(), "二": reply() if weighed else reply("60家"), "三": reply("60家") if weighed else reply()}
        self.replies["今天天气如何？"] = Reply(status="not_found") if weighed else Reply(status="answered", answer="晴")
        return super().ask(question, conversation_id, as_of)


@pytest.fixture
def suite() -> Suite:
    cases = (*(case(id=id_, turns=[turn]) for id_, turn in zip("ABC", "一二三", strict=True)), unanswerable(id="D"))
    return Suite(cases, ("own.jsonl",))


@pytest.mark.parametrize("part", [GONE, SAME_AS_GONE], ids=lambda part: part.name)
def test_a_part_that_is_gone_is_reported_before_anything_is_asked(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ablation, "PARTS", (*PARTS, part))
    with pytest.raises(PartError, match=rf"'{part.name}' is .* gone"):
        choose_trials(["run"])


def test_all_parts_of_a_trial_are_set_and_put_back_even_when_it_breaks() -> None:
    before = matching.RUN_WEIGHT, evidence.VECTOR_WEIGHT

    def break_off() -> None:
        with parts_set(*choose_trials(["run", "vector weight"], together=True)):
            assert (matching.RUN_WEIGHT, evidence.VECTOR_WEIGHT) == (0, 0)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert before == (matching.RUN_WEIGHT, evidence.VECTOR_WEIGHT)


def test_a_part_that_cannot_be_set_leaves_those_before_it_as_they_were() -> None:
    before = matching.RUN_WEIGHT
    (run,) = choose_trials(["run"])
    with pytest.raises(PartError), parts_set(Trial((*run.settings, (GONE, 0.0)))):
        pytest.fail("the block may not run")
    assert before == matching.RUN_WEIGHT


def test_without_names_every_part_is_tried_by_itself() -> None:
    assert [one.name for one in choose_trials()] == [part.name for part in PARTS]


def test_values_are_tried_one_after_the_other() -> None:
    found = choose_trials(["outdated", "run"], [0.1, 0.2])
    assert [(one.name, one.values) for one in found] == [("run", (0.1,)), ("run", (0.2,)), ("outdated", (0.1,)), ("outdated", (0.2,))]


def test_parts_can_be_left_out_together() -> None:
    (left_out,) = choose_trials(["outdated", "run"], together=True)
    assert (left_out.name, left_out.values) == ("run + outdated", (0.0, 0.0))
    assert [one.values for one in choose_trials(["outdated", "run"], [0.1, 0.2], together=True)] == [(0.1, 0.1), (0.2, 0.2)]


def test_one_constant_is_not_given_two_values_together() -> None:
    with pytest.raises(PartError, match="one constant"):
        choose_trials(["background", "background discount"], together=True)


def test_an_unknown_part_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(PartError, match=r"called runs; there are run, synonyms"):
        choose_trials(["runs"])


def test_a_search_cannot_be_set_to_a_number() -> None:
    with pytest.raises(PartError, match="vectors can only be left out"):
        choose_trials(["vectors"], [0.5])


def test_questions_are_paired_with_those_of_the_full_system(suite: Suite) -> None:
    found = ablate(suite, WeighingAssistant(), DAY, choose_trials(["vector weight", "run"]))
    assert [row.id for row in found.rows if row.value("correct") == 1] == ["A", "B", "D"]
    run, vectors = found.effects
    assert (run.better, run.worse, run.changed, run.p_value) == ((), (), 0, 1.0)
    assert (vectors.better, vectors.worse, vectors.changed, vectors.p_value) == (("C",), ("B", "D"), 3, 1.0)
    assert [row.id for row in found.rows if row.wrong] == ["C"]
    assert [row.id for row in vectors.rows if row.wrong] == ["B", "D"]
    assert (vectors.wrong_gone, vectors.wrong_new) == (("C",), ("B", "D"))
    assert (found.generations, found.as_of) == (("g1",), DAY)


def test_better_and_worse_citing_is_named_too(suite: Suite) -> None:
    class Citing(WeighingAssistant):
        def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
            given = super().ask(question, conversation_id, as_of)
            return given if evidence.VECTOR_WEIGHT > 0 else given.model_copy(update={"citations": ()})

    (effect,) = ablate(suite, Citing(), DAY, choose_trials(["vector weight"])).effects
    assert (effect.cited_better, effect.cited_worse) == ((), ("A", "B", "C"))


def test_the_table_has_a_row_for_the_full_system_and_each_trial(suite: Suite) -> None:
    console = Console(width=180, record=True)
    console.print(ablation_table(ablate(suite, WeighingAssistant(), DAY, choose_trials(["vector weight", "vectors"]))))
    lines = console.export_text().splitlines()
    rows = {line[:22].strip(): line[22:].split() for line in lines}
    assert rows["full system"] == ["75.0", "(3)", "100.0", "(3)", "25.0", "(1)", "100.0", "(1)"]
    assert rows["vector weight"][:13] == ["0", "50.0", "(2)", "100.0", "(3)", "50.0", "(2)", "0.0", "(0)", "1", "2", "1", "3"]
    assert rows["vectors"][0] == "none"
    assert any("4 questions of own.jsonl" in line and "generation g1" in line for line in lines)


def test_the_json_names_the_questions_and_the_conditions(suite: Suite) -> None:
    found = json.loads(json.dumps(ablation_json(ablate(suite, WeighingAssistant(), DAY, choose_trials(["vector weight", "vectors"])))))
    assert (found["suite"]["hash"], found["as_of"], found["full"]["correct"]) == (suite.hash, "2026-11-21", 0.75)
    weight, vectors = found["trials"]
    assert (weight["parts"], weight["values"], weight["better"], weight["worse"]) == (
        ["assistant.evidence.VECTOR_WEIGHT"],
        [0.0],
        ["C"],
        ["B", "D"],
    )
    assert (weight["figures"]["correct"], weight["mcnemar_p"], vectors["values"]) == (0.5, 1.0, ["none"])


@pytest.fixture
def own(suite: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    @contextmanager
    def open_in_process() -> Iterator[WeighingAssistant]:
        yield WeighingAssistant()

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line, "open_in_process", open_in_process)
    file = tmp_path / "own.jsonl"
    file.write_text("".join(one.model_dump_json() + "\n" for one in suite.cases), encoding="utf-8")
    return file


def test_the_command_prints_a_table_or_json_and_saves_nothing(own: Path) -> None:
    shown = CliRunner().invoke(command_line.app, ["ablate", "own.jsonl", "--part", "run"])
    assert (shown.exit_code, "full system" in shown.stdout) == (0, True)
    arguments = ["ablate", "own.jsonl", "--part", "run", "--value", "0.1", "--value", "0.3", "--limit", "2", "--json"]
    found = json.loads(CliRunner().invoke(command_line.app, arguments).stdout)
    assert ([one["values"] for one in found["trials"]], found["suite"]["cases"]) == ([[0.1], [0.3]], 2)
    assert list(own.parent.iterdir()) == [own]


def test_the_command_says_what_is_wrong_on_the_error_stream(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command_line(["eval", "ablate", "own.jsonl", "--part", "rum"], {"eval": lambda: command_line.app})
    shown = capsys.readouterr()
    assert "no part of the ranking called rum" in shown.err
    assert shown.out == ""
