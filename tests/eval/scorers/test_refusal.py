from eval.scorers.refusal import score_refusal
from tests.eval.examples import case, recording, reply, unanswerable


def test_answering_is_the_right_choice_only_where_there_is_an_answer() -> None:
    assert score_refusal(case(), recording(reply("不对"))).value == 1
    assert score_refusal(unanswerable(), recording(reply("不对"))).value == 0


def test_refusing_is_the_right_choice_only_where_there_is_none() -> None:
    refused = recording(reply("没有", status="not_found", reason="not_in_corpus"))
    assert score_refusal(unanswerable(), refused).value == 1
    assert (score_refusal(case(), refused).value, score_refusal(case(), refused).explanation) == (0, "refused: not_found, not_in_corpus")


def test_a_failure_is_no_choice_and_stays_unscored() -> None:
    assert score_refusal(case(), recording(reply("", status="error: x"))).value is None
