import pytest

from eval.scorers.validity import score_validity
from tests.eval.examples import case, citation, recording, reply


@pytest.mark.parametrize("status", ["answered", "partial", "not_found", "out_of_scope", "clarify"])
def test_every_status_of_the_contract_is_valid(status: str) -> None:
    assert score_validity(case(), recording(reply(status=status))).value == 1


@pytest.mark.parametrize("status", ["error: x", "ok", ""])
def test_any_other_status_is_not(status: str) -> None:
    assert score_validity(case(), recording(reply(status=status))).value == 0


def test_markers_are_unique_and_resolve() -> None:
    two = [citation(marker=1), citation(marker=1)]
    assert score_validity(case(), recording(reply(citations=two))).explanation == "two citations share a marker"
    assert score_validity(case(), recording(reply("80家[1][3]"))).explanation == "markers without a citation: 3"


def test_a_citation_the_answer_does_not_mention_is_let_pass() -> None:
    assert score_validity(case(), recording(reply("80家"))).value == 1
