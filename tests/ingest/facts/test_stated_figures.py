"""Figures that say how much are told from figures that only limit or describe; an enumeration has a part for each."""

import pytest

from corpus.model.span import Span
from ingest.facts.stated_figures import parts_with_figures, stated_figures


def values(statement: str) -> list[str]:
    return [figure.value for figure in stated_figures(statement)]


def parts(statement: str) -> list[str]:
    return [part.of(statement) for part in parts_with_figures(statement, Span(0, len(statement)))]


@pytest.mark.parametrize(
    "statement",
    [
        "为用水量前500名的大户安装水表",
        "每认定1家节水企业",
        "推进小微水厂（日供水10吨以下）集中改造",
        "利用二维、三维、720度等方式采集",
        "管护5000平方米以上的水面",
        "为80周岁以上老人上门抄表",
        "对首次营业收入突破10亿元、5亿元、1亿元的水务企业",
        "对营业收入超过1亿元的水务企业",
    ],
)
def test_a_figure_that_limits_or_describes_is_not_stated(statement: str) -> None:
    assert values(statement) == []


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        ("每年新增节水企业10家", ["10"]),
        ("每万人拥有水表27只", ["27"]),
        ("由128张精简到24张以内", ["128", "24"]),
        ("更换水表30只（含远传水表10只）", ["30"]),
        ("为80周岁以上老人配备水表1.58万只", ["1.58万"]),
        ("建设5个以上的泵站", ["5"]),
        ("对46座水库布设渗压设备", ["46"]),
        ("对外供水达到9万吨", ["9万"]),
        ("对节水企业给予超过20万元的奖励", ["20万"]),
    ],
)
def test_a_figure_beside_such_words_is_stated_all_the_same(statement: str, stated: list[str]) -> None:
    assert values(statement) == stated


@pytest.mark.parametrize(
    ("statement", "value", "amount", "comparator"),
    [
        ("供水水质在26个省会城市中排名第9", "第9", 9, "equal"),
        ("节水指数位居全国第三", "第三", 3, "equal"),
        ("节水实效进入国家评价排名前10名", "前10", 10, "at_most"),
    ],
)
def test_a_rank_is_the_figure_and_not_the_field_it_is_taken_in(statement: str, value: str, amount: float, comparator: str) -> None:
    (figure,) = stated_figures(statement)
    assert (figure.value, figure.amount, figure.unit, figure.comparator) == (value, amount, "位", comparator)


def test_a_first_echelon_or_batch_is_no_rank() -> None:
    assert values("水务能力进入全国第一梯队") == values("列入第二批试点") == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("累计建成泵站30座、水厂15座", ["累计建成泵站30座", "水厂15座"]),
        ("建成人口、法人库5个和平台3个", ["建成人口、法人库5个", "平台3个"]),
        ("评选10名“节水工匠”、12名“节水能手”", ["评选10名“节水工匠”", "12名“节水能手”"]),
        ("发展10家左右水务企业、20家左右节水企业", ["发展10家左右水务企业", "20家左右节水企业"]),
    ],
)
def test_an_enumeration_with_a_figure_in_each_part_is_taken_apart(statement: str, found: list[str]) -> None:
    assert parts(statement) == found


@pytest.mark.parametrize(
    "statement",
    [
        "汇聚6座水库、8座泵站和9个水质站的监测数据",
        "通过对11座泵站、46个路口、41个站台改造升级",
        "将11座泵站、46个路口升级",
        "分别建成泵站30座、水厂15座",
        "建成水库、泵站和水厂30座",
        "由128张精简到24张以内",
        "泵站30座（其中大型5座、小型25座）",
    ],
)
def test_what_belongs_together_stays_together(statement: str) -> None:
    assert parts(statement) == [statement]


@pytest.mark.parametrize(
    "statement",
    [
        "市水务局等7部门联合印发办法",
        "市水务局等7个部门联合印发办法",
        "技术路线如图4所示",
        "中电科47所挂牌",
        "升级大数据1期项目",
        "实现“20秒入园”便民功能",
        "包括3个层级的平台",
        "24小时远程巡查河道",
        "使用720度展示技术",
    ],
)
def test_a_number_that_only_names_or_orders_something_is_not_stated(statement: str) -> None:
    assert stated_figures(statement) == ()


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("更换水表30只", "30"),
        ("新建学校5所", "5"),
        ("改造泵站4个部位", "4"),
        ("举办培训3期", "3"),
        ("24小时内办结", "24"),
        ("建设书屋67间", "67"),
    ],
)
def test_a_count_beside_such_words_is_stated(statement: str, value: str) -> None:
    assert [figure.value for figure in stated_figures(statement)] == [value]
