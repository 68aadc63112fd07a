"""What a question says of rows is read as printed in the table: units, begin and end, values of columns; its title's period chooses nothing."""

import pytest

from assistant.composers.rows.conditions import builders_named, row_conditions, without_inclusions
from corpus.model.facts import Column, Scenario
from corpus.model.span import Span

HEADINGS = ("类别", "项目名称", "牵头单位", "参与单位", "使用数据", "数据来源", "建设期限")
CELLS = (
    ("民生类", "甲", "市水务局", "市气象局", "雨量数据", "水文站", "2024年1月-2024年12月", "2024-01", "2024-12"),
    ("民生类", "乙", "市水务局、岚江市文化旅游和体育局", "", "客流数据", "景区闸机", "2024年3月-2025年12月", "2024-03", "2025-12"),
    ("产业类", "丙", "市大数据局", "市水务局", "雨量数据、企业数据", "市气象局", "2025年1月-2025年12月", "2025-01", "2025-12"),
    ("产业类", "丁", "市数据局", "", "企业数据", "税务系统", "2025年6月-2026年6月", "2025-06", "2026-06"),
)


def row(number: int, cells: tuple[str, ...]) -> Scenario:
    columns = tuple(Column(heading, Span(0, 1), text) for heading, text in zip(HEADINGS, cells, strict=False) if text)
    units = tuple(cells[2].split("、"))
    return Scenario("文", Span(0, 1), None, (), "岚江项目表（2024-2026年）", number, cells[1], columns, units, cells[7], cells[8])


TABLE = tuple(row(number, cells) for number, cells in enumerate(CELLS, 1))


def chosen(question: str) -> str:
    conditions = row_conditions(question, TABLE)
    assert conditions, question
    return "".join(row.name for row in TABLE if all(condition.holds(row) for condition in conditions))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("建设期限是2025年1月到12月的有几个", "丙"),
        ("建设期为2024年3月至2025年12月的项目", "乙"),
        ("2024-2026年项目表里期限为2024年1月-2024年12月的有几个", "甲"),
        ("2025年开始建设的项目有哪些", "丙丁"),
        ("建设期限在2025年12月及以前结束的有几个", "甲乙丙"),
        ("从2025年6月才启动的有几个", "丁"),
        ("从2024年3月一直做到2025年12月的有几个", "乙"),
        ("建设期到2025年12月结束的有哪些", "乙丙"),
        ("建设期最后一个月是2025年12月的有哪些", "乙丙"),
        ("2025年底前就到期的有几个", "甲乙丙"),
        ("建设期跨到2026年的有哪些", "丁"),
        ("2025年全年建设的有几个", "丙"),
        ("2025年内就建完的有哪些", "乙丙"),
        ("2024年开工、2025年完工的是哪个", "乙"),
        ("2025年12月办完的有几件", "乙丙"),
        ("2025年12月完成的项目有哪些", "乙丙"),
        ("建设期限始于2025年6月的是哪个", "丁"),
        ("项目表里只有一年、不跨年的有几个", "甲丙"),
    ],
)
def test_begin_and_end_are_those_the_question_gives(question: str, names: str) -> None:
    assert chosen(question) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("市水务局牵头的项目有几个", "甲乙"),
        ("只由市水务局牵头的项目有几个", "甲"),
        ("市水务局参与的项目有哪些", "丙"),
        ("市文化旅游和体育局建设的项目有哪些", "乙"),
        ("市大数据局牵头的有几个", "丙"),
        ("市数据局牵头的有几个", "丁"),
        ("两家单位共同建设的项目有哪些", "乙"),
        ("只有一家单位建设的有几个", "甲丙丁"),
        ("多家单位共同建设的有哪些", "乙"),
    ],
)
def test_units_are_told_apart_by_name_role_and_number(question: str, names: str) -> None:
    assert chosen(question) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("产业类有几个项目", "丙丁"),
        ("数据来源是市气象局的项目有哪些", "丙"),
        ("使用雨量数据的项目有哪些", "甲丙"),
        ("数据来源写着税务系统的项目有哪些", "丁"),
        ("产业类里2025年6月开始的有几个", "丁"),
    ],
)
def test_a_column_holds_what_the_question_says_of_it(question: str, names: str) -> None:
    assert chosen(question) == names


@pytest.mark.parametrize("question", ["2024-2026年项目表一共有多少个项目", "项目表的数据来源有哪些", "项目表的建设单位是谁"])
def test_naming_the_table_or_asking_for_a_column_sets_no_condition(question: str) -> None:
    assert row_conditions(question, TABLE) == ()


def test_a_longer_name_does_not_name_the_shorter_unit_in_it() -> None:
    assert builders_named("市大数据局和市水务局的项目", TABLE) == ("市大数据局", "市水务局")


def test_every_condition_says_the_words_it_was_read_from() -> None:
    question = "产业类里由市大数据局牵头、2025年1月到12月建设的有几个"
    for condition in row_conditions(question, TABLE):
        assert any(said and said in question for said in condition.said)


def test_a_unit_that_builds_is_not_looked_for_in_the_sources_as_well() -> None:
    own = Scenario(
        "文",
        Span(0, 1),
        None,
        (),
        "表",
        1,
        "戊",
        (Column("项目名称", Span(0, 1), "戊"), Column("牵头单位", Span(0, 1), "市教育局")),
        ("市教育局",),
    )
    columns = (Column("项目名称", Span(0, 1), "己"), Column("牵头单位", Span(0, 1), "市商务局"), Column("数据来源", Span(0, 1), "市教育局"))
    table = (own, Scenario("文", Span(0, 1), None, (), "表", 2, "己", columns, ("市商务局",)))
    conditions = row_conditions("由市教育局牵头的是哪个", table)
    assert [row.name for row in table if all(condition.holds(row) for condition in conditions)] == ["戊"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("周期只写了单独一个年份的项目有几个", "甲丙"),
        ("哪些项目只有一年", "甲丙"),
        ("建设期限不跨年的有哪些", "甲丙"),
        ("建设期限是2025年的有几个", "丙"),
    ],
)
def test_rows_that_run_in_one_year_are_those_that_begin_and_end_in_it(question: str, names: str) -> None:
    assert chosen(question) == names


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("市水务局参与的项目（自己单独建的和跟市数据局一起建的都算）有几个", "市水务局参与的项目有几个"),
        ("市水务局建设的项目有几个（包括与其他单位共建的）", "市水务局建设的项目有几个"),
        ("市水务局单独或者联合建设的项目", "市水务局联合建设的项目"),
        ("市水务局参与的项目（不论单独还是共同）有几个", "市水务局参与的项目有几个"),
        ("市水务局建设或者共建的项目有几个", "市水务局共建的项目有几个"),
        ("项目表里，算上合建的，市水务局建几个", "项目表里，市水务局建几个"),
        ("项目表里，不管是单独还是联合，市水务局建的有几个", "项目表里，市水务局建的有几个"),
        ("市水务局单独建设的项目（不算联合建设的）", "市水务局单独建设的项目（不算联合建设的）"),
        ("展馆（含室外展场）项目由谁建", "展馆（含室外展场）项目由谁建"),
    ],
)
def test_what_counts_as_well_sets_no_condition(question: str, left: str) -> None:
    assert without_inclusions(question) == left


def test_unit_that_leads_or_takes_part_is_found_where_any_part_counts() -> None:
    (condition,) = row_conditions("市水务局参与的项目有几个", TABLE, any_part=True)
    assert [row.name for row in TABLE if condition.holds(row)] == ["甲", "乙", "丙"]


def test_a_unit_is_named_by_its_field_where_only_one_is_of_it() -> None:
    assert builders_named("由水务部门牵头的有几个", TABLE) == ("市水务局",)
    assert chosen("水务主管部门牵头的有几个") == "甲乙"
    assert builders_named("由相关部门牵头的有几个", TABLE) == ()
    assert builders_named("由哪些部门牵头", TABLE) == ()
