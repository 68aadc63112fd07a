from ingest.tables import read_table
from tests.ingest.examples import canonical_of

HEAD = "序号\n重点任务\n牵头单位\n完成时限\n"


def rows(text: str) -> list[list[str]]:
    canonical = canonical_of(text)
    table = read_table(canonical.lines, 0)
    return [[cell.of(canonical.text) for cell in row.cells] for row in table.rows[1:]] if table else []


def test_a_record_that_lacks_a_cell_does_not_swallow_the_next_one() -> None:
    text = HEAD + "1\n建设平台\n市数据局\n2025年底\n2\n开展培训\n市人社局\n3\n编制标准\n市市场监管局\n2027年底\n"
    assert rows(text) == [
        ["1", "建设平台", "市数据局", "2025年底"],
        ["2", "开展培训", "市人社局", ""],
        ["3", "编制标准", "市市场监管局", "2027年底"],
    ]


def test_what_may_stand_in_two_columns_stands_in_none() -> None:
    text = "序号\n指标\n2025年\n2027年\n牵头\n1\n增加值\n480\n市发改委\n2\n业务收入\n120\n175\n市工信局\n"
    assert rows(text) == [["1", "增加值", "", "", "市发改委"], ["2", "业务收入", "120", "175", "市工信局"]]


def test_figures_are_never_fused_into_one_cell() -> None:
    text = "序号\n指标\n2025年\n2027年\n1\n增加值\n350\n480\n市发改委\n2\n业务收入\n120\n175\n市工信局\n"
    assert not any("\n" in cell and len(row) > 1 for row in rows(text) for cell in row)
    assert not any(len(row) > 1 for row in rows(text))


def test_headings_repeated_on_the_next_page_are_no_cells() -> None:
    text = HEAD + "1\n建设平台\n市数据局\n2025年底\n" + HEAD + "2\n开展培训\n市人社局\n2026年底\n"
    assert [row[3] for row in rows(text)] == ["2025年底", "2026年底"]
