import pytest

from corpus.language.places import places_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("大连2025年的目标是多少？", ("大连",)),
        ("铁西区要建多少个基站？", ("铁西区",)),
        ("请问浑南区有多少所学校？", ("浑南区",)),
        ("沈阳市和平区有多少所学校？", ("沈阳", "和平区")),
        ("北京和上海谁高？", ("北京", "上海")),
        ("法库县的目标", ("法库县",)),
    ],
)
def test_provinces_cities_districts_and_counties_are_places(text: str, places: tuple[str, ...]) -> None:
    assert places_in(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区改造多少个？",
        "高新区企业有多少？",
        "开发区的目标",
        "各区县怎么做？",
        "市区公交",
        "我们小区停车",
        "农村地区宽带",
        "社区服务",
        "景区数量",
        "安康码是什么？",
    ],
)
def test_kinds_of_zones_and_ordinary_words_are_no_places(text: str) -> None:
    assert places_in(text) == ()
