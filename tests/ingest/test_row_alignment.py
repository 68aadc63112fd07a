import pytest

from ingest.row_alignment import align, is_empty, is_measure, is_number, is_unit, is_value, may_stand_below, places

YEARS = ("指标", "单位", "2025年", "2026年", "属性")


@pytest.mark.parametrize(
    ("cells", "starts"),
    [
        ("漏损率 % 9 8 约束性 水厂 座 1 2 预期性", (0, 5)),
        ("漏损率 % 9 约束性 水厂 座 1 2 预期性", (4,)),
        ("漏损率 % 9 8 约束性 水厂 座 1 2 3 预期性", (0,)),
        ("漏损率 % 9 8 水厂 座 1 2 预期性", ()),
    ],
)
def test_only_lines_that_can_be_read_in_one_way_are_a_row(cells: str, starts: tuple[int, ...]) -> None:
    assert align(YEARS, cells.split()).starts == starts


def test_a_figure_too_many_behind_a_row_of_figures_makes_the_row_uncertain() -> None:
    assert align(("指标", "2025年", "2026年"), ["漏损率", "7", "9", "8", "水厂", "1", "2"]).starts == (4,)


def test_a_value_is_a_figure_with_its_unit_and_nothing_else() -> None:
    assert all(map(is_value, ("9", "≥85%", "1.35亿元", "[320]", "三十", "10-12")))
    assert not any(map(is_value, ("约束性", "2025年底前建成平台并投入使用", "全覆盖")))
    assert is_number("95%")
    assert is_number("六")
    assert not is_number("5G基站数")
    assert is_empty("—")
    assert is_empty("全覆盖")
    assert not is_empty("约束性")


def test_a_unit_is_no_name_and_no_figure() -> None:
    assert all(map(is_unit, ("%", "万箱次", "微克/立方米", "EFLOPS", "座")))
    assert not any(map(is_unit, ("91", "公共数据归集量", "数据产业规模")))
    assert is_measure("万箱次")
    assert not is_measure("千兆光网覆盖率")
    assert not is_measure("低空监视覆盖率（300米以下）")


def test_a_bare_number_is_no_time_but_a_year_is() -> None:
    assert may_stand_below("完成时限", "2026")
    assert may_stand_below("完成时限", "10月底")
    assert not may_stand_below("完成时限", "4")


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("平台", "市数据局"), (0, 1, None)),
        (("平台", "2026年6月"), (0, None, 1)),
        (("市数据局", "2026年6月"), (None, None, 1)),
        (("平台",), (0, None, None)),
    ],
)
def test_a_cell_of_a_short_record_has_a_column_where_nothing_else_fits(cells: tuple[str, ...], found: tuple[int | None, ...]) -> None:
    assert places(("任务", "牵头单位", "完成时限"), cells) == found


def test_a_missing_remark_leaves_no_doubt() -> None:
    assert places(("任务", "内容", "备注"), ("平台", "建设")) == (0, 1, None)
    assert places(("任务", "内容", "成效"), ("平台", "建设")) == (None, None, None)
