import pytest

from ingest.spaced_tables import spaced_tables
from tests.ingest.examples import lines_of

TABLE = (
    "事项　　　　材料　　　　　　　　　　办理时限\n"
    "开户　　　　身份证明、房屋证明　　　当场\n"
    "过户　　　　身份证明　　　　　　　　３个工作日\n"
    "报停　　　　　　　　　　　　　　　　当场\n"
)


def cells_of(text: str) -> list[list[list[str]]]:
    """The cells of every table of `text`."""
    return [
        [["" if cell is None else text[cell.start : cell.end] for cell in row.cells] for row in table.rows] for table in spaced_tables(text)
    ]


def test_what_stands_below_a_heading_is_a_cell_of_its_column() -> None:
    assert cells_of(TABLE) == [
        [
            ["事项", "材料", "办理时限"],
            ["开户", "身份证明、房屋证明", "当场"],
            ["过户", "身份证明", "３个工作日"],
            ["报停", "", "当场"],
        ]
    ]


def test_a_table_drawn_with_spaces_is_rows_and_the_text_around_it_stays_text() -> None:
    assert lines_of(f"附件\n\n{TABLE}（说明：报停满一年的，应当重新开户。）\n") == [
        "附件",
        "事项\t材料\t办理时限",
        "开户\t身份证明、房屋证明\t当场",
        "过户\t身份证明\t３个工作日",
        "报停\t\t当场",
        "（说明：报停满一年的，应当重新开户。）",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "市长　　林远　　2025年1月9日\n",
        "张三　　李四　　王五\n赵六　　钱七　　孙八\n周九　　吴十　　郑一\n",
        "　　一、总体要求\n　　二、主要任务\n　　三、保障措施\n",
        "联系人：林远　　电话：024-1　　邮编：110000\n签发人：林远　　校对：李四　　印发：王五\n审核：　林远　　核对：　李四　　登记：　王五\n",
        "事项　　材料　　时限\n　　任何单位和个人　　不得擅自停水　　违者处罚\n　　供水单位应当公布　　停水信息　　每月一次\n",
        "事项 材料 时限\n开户 身份证明、房屋证明 当场\n过户 身份证明 3个工作日\n",
    ],
)
def test_signatures_names_and_paragraphs_set_in_are_no_table(text: str) -> None:
    assert cells_of(text) == []
