import pytest

from eval.scorers.supported_figures import score_supported_figures, unsupported_figures
from tests.eval.examples import case, citation, recording, reply


@pytest.mark.parametrize("answer", ["到2025年80家[1]", "80 家[1]", "８０家", "第3项80家"])
def test_figures_that_stand_in_the_quotes_are_supported(answer: str) -> None:
    assert unsupported_figures(reply(answer)) == []


@pytest.mark.parametrize(("answer", "figure"), [("60家[1]", "60"), ("8.0家", "8.0"), ("80%", "80%"), ("1,800家", "1800"), ("5%", "5%")])
def test_any_other_figure_is_not(answer: str, figure: str) -> None:
    score = score_supported_figures(case(), recording(reply(answer)))
    assert (score.value, score.explanation) == (0, f"without support: {figure}")


def test_titles_sections_and_derived_facts_support_figures() -> None:
    titled = citation(document_title="计划（2024-2026年）", section=["第12条"])
    derived = {"kind": "derived", "value": 160, "expression": "80+80", "derived_from": [1]}
    assert unsupported_figures(reply("2024年第12条，共160家[1]", citations=[titled], facts=[derived])) == []


def test_other_facts_do_not() -> None:
    assert unsupported_figures(reply("共160家", facts=[{"kind": "target", "value": "160"}])) == ["160"]


def test_a_marker_is_no_figure_but_a_dangling_one_is() -> None:
    assert unsupported_figures(reply("80家[12]", citations=[citation(marker=12)])) == []
    assert unsupported_figures(reply("80家[12]")) == ["12"]


def test_a_refusal_is_unscored() -> None:
    assert score_supported_figures(case(), recording(reply("只有1999年", status="not_found"))).value is None
