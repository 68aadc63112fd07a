"""A printed answer holds all that a reader needs, as it is."""

import io
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console

from assistant.answer import Notice
from assistant.command_line.answer_print import print_answer
from tests.assistant.examples import an_answer


def printed(width: int = 200, **changes: object) -> str:
    """An example answer as printed."""
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False)
    print_answer(an_answer(**changes), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_text_notices_sources_and_suggestions_are_printed_in_this_order() -> None:
    text = printed()
    parts = [
        "到2025年建成10个[1]。",
        "⚠ 该规划期为2016-2020年。",
        "来源",
        "[1] 《行动计划》 › 一、总体要求 › （二）目标",
        "“到2025年”",
        "· 那2026年呢？",
    ]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_brackets_are_not_taken_for_markup() -> None:
    assert "[bold]甲[/bold][1]" in printed(text="[bold]甲[/bold][1]", notices=(Notice("conflict", "[red]乙"),))


def test_page_is_named_where_there_is_one() -> None:
    citation = replace(an_answer().citations[0], page=12)
    assert "第12页" in printed(citations=(citation,))
    assert "page 12" in printed(citations=(citation,), language="en")


def test_cells_of_a_row_are_set_apart_by_spaces() -> None:
    citation = replace(an_answer().citations[0], quote="场景\t单位\n进展")
    assert "“场景 单位 进展”" in printed(citations=(citation,))


def test_chinese_lines_keep_within_the_width_of_the_terminal() -> None:
    lines = printed(width=40, text="甲乙丙丁" * 30).splitlines()
    assert max(cell_len(line) for line in lines) <= 40
