"""An answer that takes one side of a contradiction gives the other side as well, and only then."""

import pytest

from tests.assistant.conflict_fixture import CITY_PLAN, WATER_PLAN
from tests.assistant.corpus_fixture import Reader, titles

WATER, CITY = (plan.splitlines()[0].removeprefix("# ") for plan in (WATER_PLAN, CITY_PLAN))


def kinds(reader: Reader, question: str) -> list[str]:
    return [notice.kind for notice in reader.ask(question).notices]


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("2027年供水管网漏损率降到多少？", ("8%", "9%")),
        ("供排水一体化调度平台哪年建成？", ("2026年", "2027年")),
        ("完善供水管网由谁负责？", ("市水务局", "市住建局")),
        ("城市供水管网漏损预警场景的建设单位是谁？", ("市水务局", "市供电公司")),
        ("2027年全市建成5G水务基站多少个？", ("300个", "360个")),
    ],
)
def test_both_sides_are_given_and_cited_with_one_notice(disputed: Reader, question: str, sides: tuple[str, str]) -> None:
    answer = disputed.ask(question)
    assert all(side in answer.text for side in sides), answer.text
    (notice,) = answer.notices
    assert notice.kind == "conflict"
    assert len(notice.markers) >= 2
    cited = " ".join(citation.quote for citation in answer.citations)
    assert all(side in cited for side in sides)


def test_a_place_in_another_document_is_named(disputed: Reader) -> None:
    answer = disputed.ask("2027年全市建成5G水务基站多少个？")
    assert titles(answer) == {WATER, CITY}
    assert all(f"《{title}》写的是：" in answer.text for title in (WATER, CITY))


@pytest.mark.parametrize(
    "question",
    [
        "2025年完成多少座重点泵站数字化？",
        "水库水情智能巡查由谁建设？",
        "城市供水管网漏损预警场景的目前进展怎么样？",
        "升级泵站由哪些单位负责？",
    ],
)
def test_what_no_other_place_contradicts_has_no_notice(disputed: Reader, question: str) -> None:
    assert kinds(disputed, question) == []


def test_figures_that_add_up_are_said_to(disputed: Reader) -> None:
    answer = disputed.ask("2027年完成多少座重点泵站数字化？")
    assert "60座" in answer.text
    assert "30座" in answer.text
    (notice,) = answer.notices
    assert "相加" in notice.message


def test_a_named_document_is_answered_from_alone_but_for_the_notice(disputed: Reader) -> None:
    answer = disputed.ask("新型智慧城市行动计划里，2027年建成5G水务基站多少个？")
    assert "360个" in answer.text
    assert "300个" not in answer.text
    assert [notice.kind for notice in answer.notices] == ["conflict"]


def test_a_refusal_has_no_other_side(disputed: Reader) -> None:
    answer = disputed.ask("2031年供水管网漏损率降到多少？")
    assert answer.status == "not_found"
    assert "conflict" not in [notice.kind for notice in answer.notices]
