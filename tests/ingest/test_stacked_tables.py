import pytest

from ingest.stacked_tables import is_caption
from ingest.tables import read_table
from tests.ingest.examples import canonical_of

HEAD = "指标名称\n单位\n2024年基数\n2025年\n属性\n"
ROWS = "北斗在线率\n%\n91\n95\n约束性\n单证电子化率\n%\n72\n80\n预期性\n登记证书\n张\n—\n20\n预期性\n"


def rows(text: str) -> list[list[str]]:
    canonical = canonical_of(text)
    table = read_table(canonical.lines, 0)
    return [[cell.of(canonical.text) for cell in row.cells] for row in table.rows] if table else []


def test_a_row_has_a_cell_for_every_heading() -> None:
    assert rows(HEAD + ROWS)[1:] == [
        ["北斗在线率", "%", "91", "95", "约束性"],
        ["单证电子化率", "%", "72", "80", "预期性"],
        ["登记证书", "张", "—", "20", "预期性"],
    ]


@pytest.mark.parametrize("lost", ["北斗在线率\n", "91\n", "72\n"])
def test_a_row_that_lacks_a_cell_is_one_cell_and_shifts_no_other(lost: str) -> None:
    found = rows(HEAD + ROWS.replace(lost, "", 1))
    assert found[-1] == ["登记证书", "张", "—", "20", "预期性"]
    assert all(len(row) in (1, 5) for row in found)
    assert not any(row[0] == lost.strip() for row in found)
    assert {tuple(row) for row in found if len(row) == 5} <= {tuple(row) for row in rows(HEAD + ROWS)}


def test_a_page_number_between_the_cells_shifts_none() -> None:
    found = rows(HEAD + ROWS.replace("91\n", "12\n91\n"))
    assert [row[0] for row in found[1:] if len(row) == 5] == ["单证电子化率", "登记证书"]


def test_headings_repeated_on_the_next_page_are_no_cells() -> None:
    assert rows(HEAD + ROWS.replace("登记", HEAD + "登记")) == rows(HEAD + ROWS)
    assert rows(HEAD + ROWS.replace("72\n", "72\n续表1\n" + HEAD)) == rows(HEAD + ROWS)


def test_a_kind_without_a_name_is_not_taken_for_the_name() -> None:
    text = "类别\n指标\n单位\n2025年\n产业\n企业\n家\n3\n产业\n家\n4\n民生\n学校\n所\n5\n民生\n医院\n所\n6\n"
    assert not any(row[1:2] == ["产业"] for row in rows(text))


@pytest.mark.parametrize(
    ("text", "following"),
    [("表1主要指标", "指标名称"), ("附表2", "序号"), ("主要指标", "指标"), ("主要发展指标", "类别"), ("续表", "指标")],
)
def test_the_title_of_a_table_is_no_heading(text: str, following: str) -> None:
    assert is_caption(text, following)


@pytest.mark.parametrize(("text", "following"), [("指标", "2025年"), ("一级指标", "二级指标"), ("指标名称", "单位")])
def test_a_heading_is_no_title(text: str, following: str) -> None:
    assert not is_caption(text, following)


def test_the_title_stands_apart_and_the_note_below() -> None:
    assert rows("表1  主要指标\n" + HEAD + ROWS) == []
    assert len(rows(HEAD + ROWS + "注：“—”表示未统计。\n")) == 4
