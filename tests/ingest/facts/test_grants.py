"""A sum is granted to whom the condition before it names."""

import pytest

from ingest.facts.grants import grant_subject, recipient_of


@pytest.mark.parametrize(
    ("before", "behind", "said", "subject"),
    [
        ("给予一次性奖励", "", ["对新认定的节水企业"], "新认定的节水企业奖励"),
        ("最高给予", "的一次性奖励", ["对新认定的节水企业"], "新认定的节水企业奖励"),
        ("对新认定的节水企业给予一次性", "奖励", [], "新认定的节水企业奖励"),
        ("最高资助", "", ["对节水项目", "按不超过实际总投入的30%予以资助"], "节水项目资助"),
        ("按不超过实际总投入的", "予以资助", ["对节水项目"], "节水项目资助"),
        ("第一年给予", "", ["对新办水厂", "分三年共给予60万元奖励"], "新办水厂奖励"),
        ("给予每座", "补贴", ["对新建的泵站"], "新建的泵站补贴"),
    ],
)
def test_the_receiver_is_named_by_the_nearest_condition(before: str, behind: str, said: list[str], subject: str) -> None:
    assert grant_subject(before, behind, said) == subject


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("泵站达到", "", ["对新认定的节水企业"]),
        ("发放水费补贴", "", ["加强管理"]),
        ("给予一次性奖励", "", []),
        ("覆盖", "居民", ["对居民给予补贴"]),
    ],
)
def test_a_figure_that_is_not_granted_or_has_no_condition_names_no_receiver(before: str, behind: str, said: list[str]) -> None:
    assert grant_subject(before, behind, said) is None


def test_only_the_preposition_is_taken_off_a_receiver() -> None:
    assert (recipient_of("对水厂"), recipient_of("对外供水企业"), recipient_of("水厂")) == ("水厂", "对外供水企业", "水厂")
