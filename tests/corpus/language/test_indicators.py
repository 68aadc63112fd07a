import pytest

from corpus.language.indicators import core_subject, indicator_name, names_one_thing


def test_the_core_of_a_subject_is_without_words_that_count_or_raise() -> None:
    assert core_subject("全市建成5G基站数量") == "5G基站"
    assert core_subject("累计") == "累计"
    assert core_subject("安排市级重点项目") == core_subject("实施市级重点项目") == "市级重点项目"
    assert core_subject("实施率") == "实施率"


@pytest.mark.parametrize(
    "subject", ["全市已建成“云泊通”泊位数量", "云泊通泊位累计数", "各类云泊通泊位", "主要目标是：云泊通泊位达到", "二是云泊通的泊位"]
)
def test_one_indicator_has_one_name_in_whatever_words_it_is_set(subject: str) -> None:
    assert indicator_name(subject) == "云泊通泊位"


@pytest.mark.parametrize("subject", ["农村供水管网漏损率", "新增云泊通泊位", "云泊通泊位使用率", "云泊通泊位人数"])
def test_words_that_tell_indicators_apart_stay(subject: str) -> None:
    assert indicator_name(subject) not in ("供水管网漏损率", "云泊通泊位")


@pytest.mark.parametrize(
    ("name", "clear"), [("5G基站", True), ("高新技术企业", True), ("应用场景", False), ("覆盖率", False), ("注册用户", False)]
)
def test_a_name_that_only_its_heading_explains_names_nothing_by_itself(name: str, clear: bool) -> None:
    assert names_one_thing(name) is clear
