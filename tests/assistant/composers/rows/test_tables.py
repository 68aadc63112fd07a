"""Which table a question names: by its plan, its own title or its field, and none where it names another thing or several."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.composers.rows.tables import (
    deeds_table,
    document_of_table,
    indicator_rows,
    indicator_table,
    named_table,
    tables,
    whole_table,
)
from corpus.model.facts import Scenario
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

HEADING = "场景名称\t建设单位\t场景描述"
FISHING = f"""# 岚江市现代渔业行动计划（2025-2027年）

## 一、任务

2026年建成渔业场景2个。

## 附表 现代渔业场景清单

{HEADING}
网箱看护\t市渔业局\t看护网箱
鱼苗溯源\t市数据局\t记录鱼苗来源
"""
TOURISM = f"""# 岚江市“乡村旅游”行动计划（2025-2027年）

## 附表 乡村旅游场景清单

{HEADING}
民宿导览\t市数据局\t导览民宿
花海直播\t市文旅局\t直播花海
"""
BRIDGES = """# 岚江市交通畅行行动计划（2025-2027年）

## 附表 桥梁建设清单

项目名称\t建设单位\t建设内容
望江桥\t市桥梁局\t重建桥面
"""
HARBOURS = f"""# 岚江市港区安防行动计划（2025-2027年）

## 附表1 港区安防场景清单

{HEADING}
夜巡无人机\t市港航局\t夜间巡逻

## 附表2 气象服务场景清单

{HEADING}
台风预警\t市港航局\t预警台风
"""
LAMPS = "# 岚江市路灯照明行动计划（2025-2027年）\n\n## 一、任务\n\n更换路灯，建设照明场景。\n\n（责任单位：市路灯所）\n"
FISH, RURAL, BRIDGE = ["网箱看护", "鱼苗溯源"], ["民宿导览", "花海直播"], ["望江桥"]
PATROLS, WEATHER = ["夜巡无人机"], ["台风预警"]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("city"), 渔业=FISHING, 旅游=TOURISM, 桥梁=BRIDGES, 港区=HARBOURS, 路灯=LAMPS) as reader:
        yield reader


def names(rows: Sequence[Scenario]) -> list[str]:
    return [row.name for row in rows]


def whole(reader: Reader, question: str) -> list[str]:
    evidence = reader.evidence(question)
    return names(whole_table(evidence, evidence.question.text.rstrip("？?.")))


def test_tables_are_told_apart_by_document_and_title(city: Reader) -> None:
    assert sorted(names(table) for table in tables(city.evidence("有哪些场景？"))) == sorted([FISH, RURAL, BRIDGE, PATROLS, WEATHER])


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("现代渔业有哪些场景？", FISH),
        ("现代渔业计划都有什么场景？", FISH),
        ("现代渔业领域的场景有哪些？", FISH),
        ("请列出现代渔业的全部场景？", FISH),
        ("把现代渔业计划的所有场景列一下？", FISH),
        ("现代渔业规划了哪几个重点场景？", FISH),
        ("乡村旅游里面一共有哪些典型应用场景？", RURAL),
        ("乡旅有哪些场景？", RURAL),  # a short form
        ("渔业行业方面有哪些场景？", FISH),
        ("岚江市渔业有哪些场景？", FISH),
        ("桥梁建设推出了哪些项目？", BRIDGE),  # by its own title
    ],
)
def test_a_table_is_named_by_its_plan_or_field(city: Reader, question: str, rows: list[str]) -> None:
    assert whole(city, question) == rows


@pytest.mark.parametrize(
    "question",
    [
        "路灯照明有哪些场景？",  # a plan without a table
        "岚江市有哪些场景？",  # the city names every plan
        "行动计划有哪些场景？",
        "桥梁建设有哪些场景？",  # that table lists projects
        "港区安防有哪些场景？",  # a plan with two tables
        "现代渔业有哪些项目？",
        "古树保护有哪些场景？",
        "甲乙丙丁渔业有哪些场景？",  # less than the share of its characters
        "市渔业局有哪些场景？",  # a unit
        "现代渔业，放在海上的有哪些场景？",
        "现代渔业使用雷达的有哪些场景？",
        "现代渔业已经建成的有哪些场景？",
        "现代渔业2026年有哪些场景？",
        "由现代渔业有哪些场景？",
        "现代渔业有多少场景？",
        "现代渔业有哪些任务？",
    ],
)
def test_no_table_is_named_by_another_name_noun_or_condition(city: Reader, question: str) -> None:
    assert whole(city, question) == []


def test_several_tables_that_fit_alike_are_told_apart_by_the_document_named(tmp_path: Path) -> None:
    first = f"# 岚江市海港航运计划\n\n## 附表 船舶停靠场景清单\n\n{HEADING}\n靠泊提醒\t市港航局\t提醒靠泊\n"
    second = f"# 岚江市河港航运计划\n\n## 附表 船舶停靠场景清单\n\n{HEADING}\n过闸提醒\t市港航局\t提醒过闸\n"
    with reading(tmp_path, 海港=first, 河港=second, 路灯=LAMPS, 桥梁=BRIDGES, 旅游=TOURISM, 渔业=FISHING) as reader:
        assert whole(reader, "船舶停靠有哪些场景？") == []
        assert whole(reader, "海港航运计划船舶停靠有哪些场景？") == ["靠泊提醒"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("现代渔业行动计划的第一个场景是什么？", "岚江市现代渔业行动计划（2025-2027年）"),
        ("路灯照明行动计划在乡旅清单里的第一个场景是什么？", "岚江市“乡村旅游”行动计划（2025-2027年）"),
        ("路灯照明行动计划里，照明场景清单的第一个场景是什么？", "岚江市路灯照明行动计划（2025-2027年）"),
        ("现代渔业行动计划在乡旅清单里的第一个场景是什么？", "岚江市现代渔业行动计划（2025-2027年）"),
        ("路灯照明行动计划在古树清单里的第一个场景是什么？", "岚江市路灯照明行动计划（2025-2027年）"),
        ("路灯照明行动计划的第一个场景是什么？", "岚江市路灯照明行动计划（2025-2027年）"),
    ],
)
def test_the_document_is_the_one_named_or_where_it_has_no_list_the_one_whose_list_is_named(city: Reader, question: str, title: str) -> None:
    assert document_of_table(city.evidence(question)) == city.document_id(title)


def test_no_document_is_that_of_the_table_where_none_is_named(city: Reader) -> None:
    assert document_of_table(city.evidence("第一个场景是什么？")) is None


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("港区安防行动计划里夜巡无人机场景归谁？", PATROLS),
        ("港区安防行动计划里台风预警场景归谁？", WEATHER),
        ("港区安防行动计划的附表有哪些？", PATROLS),
        ("路灯照明行动计划的场景归谁？", []),
        ("港区安防行动计划里网箱看护场景归谁？", PATROLS),  # a row of another document
        ("气象场景里网箱看护归谁？", WEATHER),  # a word of one title alone
        ("气象和旅游的场景，鱼苗溯源归谁？", FISH),  # words of two titles tell none; the best row does
        ("花海直播归谁？", RURAL),
        ("花海直播由谁建设？", RURAL),
        ("量子卫星由谁发射？", []),
    ],
)
def test_the_table_is_that_of_the_document_of_a_word_or_of_the_best_row(city: Reader, question: str, rows: list[str]) -> None:
    assert names(named_table(city.evidence(question))) == rows


WATER = """# 岚江市智慧水利规划（2026-2030年）

## 表1 智慧水利指标体系

指标类别\t指标名称\t2030年目标\t责任部门
监测类\t雨量站密度\t80%\t市水务局、市气象局
服务类\t线上办件率\t99%\t

## 表2 智慧水利项目清单

项目名称\t建设单位\t建设内容
泵站改造\t市水务局\t改造泵站
"""
FORESTS = """# 岚江市林业发展规划（2026-2030年）

## 表1 林业发展主要指标

指标\t2030年目标\t属性
林木覆盖面积\t60万亩\t预期性
"""


def indicators(reader: Reader, question: str) -> list[str]:
    evidence = reader.evidence(question)
    return names(indicator_table(evidence, evidence.question.text))


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("plans"), 水利=WATER, 林业=FORESTS, 路灯=LAMPS) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("岚江市智慧水利规划有哪些指标？", ["雨量站密度", "线上办件率"]),
        ("林业主要的指标有几个？", ["林木覆盖面积"]),
        ("水利体系的指标有几个？", ["雨量站密度", "线上办件率"]),
        ("水利体系和林业主要的指标有几个？", []),
        ("办件率和覆盖面积的指标有几个？", []),  # no table is named
    ],
)
def test_the_table_of_indicators_is_of_the_document_or_the_title_named(plans: Reader, question: str, rows: list[str]) -> None:
    assert indicators(plans, question) == rows


def test_the_only_table_of_indicators_need_not_be_named(tmp_path: Path) -> None:
    with reading(tmp_path, 林业=FORESTS, 路灯=LAMPS) as reader:
        assert indicators(reader, "覆盖面积的指标有几个？") == ["林木覆盖面积"]
        assert indicators(reader, "岚江市路灯照明行动计划里，覆盖面积的指标有几个？") == ["林木覆盖面积"]


def test_a_row_of_indicators_has_its_name_its_filled_columns_and_its_units(plans: Reader) -> None:
    document = plans.knowledge.document(plans.document_id("岚江市智慧水利规划（2026-2030年）"))
    first, second = indicator_rows(document)
    assert [(column.heading, column.text) for column in first.columns] == [
        ("指标类别", "监测类"),
        ("指标名称", "雨量站密度"),
        ("2030年目标", "80%"),
        ("责任部门", "市水务局、市气象局"),
    ]
    assert [column.heading for column in second.columns] == ["指标类别", "指标名称", "2030年目标"]
    assert (first.builders, second.builders) == (("市水务局", "市气象局"), ())
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert first.table.endswith("智慧水利指标体系")
    assert all(column.span.of(document.text) == column.text for column in first.columns)


def test_a_document_without_a_column_of_indicators_has_no_such_rows(plans: Reader, city: Reader) -> None:
    assert indicator_rows(plans.knowledge.document(plans.document_id("岚江市路灯照明行动计划（2025-2027年）"))) == ()
    assert indicator_rows(city.knowledge.document(city.document_id("岚江市交通畅行行动计划（2025-2027年）"))) == ()


TITLED = """# 岚江市2026年政府工作报告

## 三、2026年民生实事

下列各项由有关部门按照职责分工抓好落实，年底以前全部完成，并且向社会公布进展情况，接受群众监督：

序号\t事项\t牵头单位
1\t助餐点40家\t市民政局
2\t步道48公里\t市体育局
"""
ANNOUNCED = """# 云川市2026年政府工作报告

## 三、重点工作

**6.提高民生福祉。** 全力办好两件民生实事：

序号\t事项\t牵头单位
1\t改造教室680间\t市教育局
2\t新建管网95公里\t市水利局
"""
NUMBERED = """# 甲川市2026年政府工作报告

## 三、重点工作

### （七）办好民生实事

1.新建公厕50座，方便游客；（市城管局牵头，市文旅局配合）

2.加装电梯150部。（责任单位：市住建局）

### （八）建好机关

1.修缮会议室3间。（市机关事务局牵头）
"""
SPOKEN = f"""# 乙川市2026年政府工作报告

## 三、重点工作

民生实事已经办完，群众的满意度达到百分之九十九点五，下面是各个部门正在推进的另外一些场景，请予审议：

{HEADING}
渡口看护\t市港航局\t看护渡口
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (TITLED, ["助餐点40家", "步道48公里"]),
        (ANNOUNCED, ["改造教室680间", "新建管网95公里"]),
        (NUMBERED, ["新建公厕50座，方便游客", "加装电梯150部"]),
        (SPOKEN, []),  # spoken of too far above
    ],
)
def test_the_only_deeds_are_those_of_a_table_or_of_numbered_items(tmp_path: Path, text: str, rows: list[str]) -> None:
    with reading(tmp_path, 报告=text, 路灯=LAMPS, 桥梁=BRIDGES) as reader:
        assert names(deeds_table(reader.evidence("民生实事有哪些？"))) == rows


def test_of_several_the_deeds_of_the_document_named_are_meant(tmp_path: Path) -> None:
    with reading(tmp_path, 岚江=TITLED, 甲川=NUMBERED) as reader:
        assert names(deeds_table(reader.evidence("民生实事有哪些？"))) == []
        assert names(deeds_table(reader.evidence("甲川市2026年政府工作报告的民生实事有哪些？"))) == [
            "新建公厕50座，方便游客",
            "加装电梯150部",
        ]
        assert names(deeds_table(reader.evidence("岚江市2026年政府工作报告的民生实事有哪些？"))) == ["助餐点40家", "步道48公里"]


def test_numbered_deeds_are_rows_with_the_units_that_lead_and_cooperate(tmp_path: Path) -> None:
    with reading(tmp_path, 甲川=NUMBERED) as reader:
        first, second = deeds_table(reader.evidence("民生实事有哪些？"))
        text = reader.knowledge.document(first.document_id).text
    assert [(column.heading, column.text) for column in first.columns] == [
        ("实事名称", "新建公厕50座，方便游客"),
        ("牵头单位", "市城管局"),
        ("配合单位", "市文旅局"),
    ]
    assert [column.heading for column in second.columns] == ["实事名称", "牵头单位"]
    assert (first.ordinal, second.ordinal, first.builders) == (1, 2, ("市城管局",))
    assert first.table == "（七）办好民生实事"
    assert first.columns[0].span.of(text) == first.name
