import pytest

from corpus.language.numbering import numbering_of, numeral_value


@pytest.mark.parametrize(
    ("line", "level", "number"),
    [
        ("第一章 总则", 1, "第一章 "),
        ("第3章 附则", 1, "第3章 "),
        ("第二部分：主要任务", 1, "第二部分："),
        ("一、总体要求", 1, "一、"),
        ("十二、保障措施", 1, "十二、"),
        ("第二节 数据共享", 2, "第二节 "),
        ("（一）夯实底座", 2, "（一）"),
        ("( 十三 ) 强化安全", 2, "( 十三 ) ".rstrip()),
        ("(二)总体架构", 2, "(二)"),
        ("第十条 市人民政府应当", 3, "第十条 "),
        ("第二十条之一 负责人", 3, "第二十条之一 "),
        ("第 1 2 条 设立资金", 3, "第 1 2 条 "),
        ("第2 0条 设立资金", 3, "第2 0条 "),
        ("1.建设平台", 3, "1."),
        ("3、推进共享", 3, "3、"),
        ("１２．完善机制", 3, "１２．"),
        ("（1）完善制度", 4, "（1）"),
        ("2）开展培训", 4, "2）"),
        ("①摸清底数", 5, "①"),
    ],
)
def test_the_style_of_a_number_tells_its_level(line: str, level: int, number: str) -> None:
    numbering = numbering_of(line)
    assert numbering is not None
    assert numbering.level == level
    assert line[: numbering.length].strip() == number.strip()


def test_levels_fall_from_chinese_numerals_to_circled_ones() -> None:
    lines = ["一、甲", "（一）甲", "1.甲", "（1）甲", "①甲"]
    levels = [numbering.level for line in lines if (numbering := numbering_of(line))]
    assert levels == sorted(set(levels))
    assert len(levels) == 5


@pytest.mark.parametrize(
    "line",
    [
        "2.5亿元用于管网改造",
        "１．５万户居民",
        "2025年建成泊位4个",
        "2025.3.18印发",
        "一是建立制度",
        "一网统管",
        "五大工程",
        "（市数据局负责）",
        "（2025-2027年）",
        "第三届运动会",
        "第一批试点",
        "100.建设",
        "3D打印",
        "",
    ],
)
def test_what_only_looks_numbered_is_no_heading(line: str) -> None:
    assert numbering_of(line) is None


def test_a_number_inside_the_line_does_not_number_it() -> None:
    assert numbering_of("按照一、二级响应") is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("3", 3), ("12", 12), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("一百", 100), ("一百零五", 105), ("一百二十", 120)],
)
def test_numerals_have_their_value(numeral: str, value: int) -> None:
    assert numeral_value(numeral) == value


@pytest.mark.parametrize("numeral", ["", "若干", "3a", "第三"])
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    assert numeral_value(numeral) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("任务1扩容政务云", "任务1"),
        ("任务 12　建设平台", "任务 12　"),
        ("任务11　12345热线提质", "任务11　"),
        ("行动一：强基", "行动一："),
        ("工程3：泵站改造", "工程3："),
        ("专项二 管网更新", "专项二 "),
        ("举措4.培训人员", "举措4."),
    ],
)
def test_a_task_may_be_numbered_with_a_word(line: str, number: str) -> None:
    numbering = numbering_of(line)
    assert numbering is not None
    assert (line[: numbering.length], numbering.worded) == (number, True)


@pytest.mark.parametrize(
    "line",
    [
        "任务12项全部完成",
        "工程一期已建成",
        "行动一致",
        "任务1、任务2由市水务局负责",
        "工程3.5公里",
        "任务3和任务4",
        "项目20个",
        "行动2025年启动",
        "任务书",
        "措施到位",
    ],
)
def test_a_word_with_a_figure_is_no_number(line: str) -> None:
    assert numbering_of(line) is None


def test_a_bracket_lost_in_scanning_leaves_the_level() -> None:
    found = numbering_of("五）数智筑基行动")
    assert found is not None
    assert found.level == 2
    assert numbering_of("五个行动）") is None
