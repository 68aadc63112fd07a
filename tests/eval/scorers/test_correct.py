import pytest

from eval.scorers.correct import graded_text, score_correct
from tests.eval.examples import case, citation, recording, reply, unanswerable


def test_every_group_must_be_hit_by_one_of_its_alternatives() -> None:
    asked = case(answer_groups=[["80家", "八十家"], ["农业农村局"]])
    assert score_correct(asked, recording(reply("八十家，由市农业农村局牵头"))).value == 1
    missed = score_correct(asked, recording(reply("60家，由市农业农村局牵头")))
    assert (missed.value, missed.explanation) == (0, "missing 80家 / 八十家")


def test_a_forbidden_string_makes_the_answer_wrong() -> None:
    score = score_correct(case(forbidden=["60家"]), recording(reply("80家，不是60家")))
    assert (score.value, score.explanation) == (0, "forbidden 60家")


def test_a_forbidden_number_inside_a_longer_one_does_not_count() -> None:
    assert score_correct(case(forbidden=["60家"]), recording(reply("80家，不是160家"))).value == 1


def test_a_marker_is_no_part_of_the_answer() -> None:
    assert score_correct(case(answer_groups=[["80"]]), recording(reply("80[1]家"))).value == 1
    assert score_correct(case(answer_groups=[["1"]]), recording(reply("80家[1]"))).value == 0
    assert graded_text(reply("共[1]80家[1]")) == "共80家"


def test_a_marker_between_digits_does_not_make_them_one_answer_apart() -> None:
    assert score_correct(case(answer_groups=[["80家"]]), recording(reply("1[1]80家"))).value == 0


@pytest.mark.parametrize("status", ["answered", "partial"])
def test_an_answer_is_right_with_a_status_of_answering(status: str) -> None:
    assert score_correct(case(), recording(reply(status=status))).value == 1


@pytest.mark.parametrize("status", ["not_found", "out_of_scope", "clarify", "error: x", ""])
def test_a_refusal_or_failure_is_no_right_answer_even_with_the_gold_in_it(status: str) -> None:
    assert score_correct(case(), recording(reply(status=status))).value == 0


@pytest.mark.parametrize(("kind", "longest"), [("target", 450), ("list", 900)])
def test_an_answer_may_be_so_long_and_no_longer(kind: str, longest: int) -> None:
    answer = "80家" + "。" * (longest - 3)
    assert score_correct(case(type=kind), recording(reply(answer + " **[1]**"))).value == 1
    score = score_correct(case(type=kind), recording(reply(answer + "。")))
    assert (score.value, score.explanation) == (0, f"{longest + 1} characters, at most {longest} allowed")


@pytest.mark.parametrize("status", ["not_found", "out_of_scope", "clarify"])
def test_a_refusal_is_right_where_there_is_no_answer(status: str) -> None:
    assert score_correct(unanswerable(), recording(reply("文件没有规定。", status=status, citations=[]))).value == 1


def test_a_refusal_that_says_what_is_forbidden_is_wrong() -> None:
    asked = unanswerable(forbidden=["HACKED"])
    assert score_correct(asked, recording(reply("hacked", status="out_of_scope"))).value == 0
    assert score_correct(unanswerable(), recording(reply("", status="error: x"))).value == 0


def test_a_bracketed_number_without_citation_counts_as_text() -> None:
    assert graded_text(reply("80家[2]", citations=[citation()])) == "80家[2]"
