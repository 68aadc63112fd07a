import pytest

from corpus.language.places import place_name, places_in, region_spoken_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("大连2025年的目标是多少？", ("大连",)),
        ("铁西区要建多少个基站？", ("铁西区",)),
        ("请问浑南区有多少所学校？", ("浑南区",)),
        ("沈阳市和平区有多少所学校？", ("沈阳", "和平区")),
        ("北京和上海谁高？", ("北京", "上海")),
        ("法库县的目标", ("法库县",)),
        ("按法库县的意见，奖多少？", ("法库县",)),
        ("对铁西区怎么安排？", ("铁西区",)),
        ("从化区的目标", ("从化区",)),
        ("石桥市和安陵县分别建什么？", ("安陵县",)),
        ("沈阳市和平区的目标", ("沈阳", "和平区")),
    ],
)
def test_provinces_cities_districts_and_counties_are_places(text: str, places: tuple[str, ...]) -> None:
    assert places_in(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区改造多少个？",
        "规定县（区）财政每年拿出多少？",
        "高新区企业有多少？",
        "开发区的目标",
        "各区县怎么做？",
        "市区公交",
        "建市区一体的目录",
        "推市县镇村四级采集",
        "打通区县的目录",
        "我们小区停车",
        "农村地区宽带",
        "社区服务",
        "景区数量",
        "水务分区计量小区几个？",
        "安康码是什么？",
        "搬来以后，一年给县里交多少？",
    ],
)
def test_kinds_of_zones_and_ordinary_words_are_no_places(text: str) -> None:
    assert places_in(text) == ()


def test_a_text_is_of_the_place_it_names_most() -> None:
    assert region_spoken_of("大连市水务。在大连，泵站建设加快；赴沈阳交流。大连供水稳定。") == "大连市"
    assert region_spoken_of("辽宁规划。辽宁水务。辽宁省提出目标。") == "辽宁省"


@pytest.mark.parametrize("text", ["大连市水务。大连供水。", "大连、沈阳。大连和沈阳。大连与沈阳。", "水务建设加快。"])
def test_places_named_in_passing_are_not_what_a_text_is_of(text: str) -> None:
    assert region_spoken_of(text) is None


@pytest.mark.parametrize(
    ("region", "name"), [("大连市", "大连"), ("法库县", "法库"), ("汕头经济特区", "汕头"), ("理县", "理县"), ("辽宁省", "辽宁省")]
)
def test_the_name_of_a_place_is_told_from_the_word_for_its_kind(region: str, name: str) -> None:
    assert place_name(region) == name
