"""A printed answer holds all that a reader needs, as it is."""

import io
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console

from assistant.answer import Notice
from assistant.command_line.answer_print import print_answer
from tests.assistant.examples import an_answer


def printed(width: int = 200, soft_wrap: bool = False, **changes: object) -> str:
    """An example answer as printed."""
    console = Console(file=io.StringIO(), width=width, soft_wrap=soft_wrap, markup=False, highlight=False)
    print_answer(an_answer(**changes), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_text_notices_sources_and_suggestions_are_printed_in_this_order() -> None:
    text = printed()
    parts = [
        "到2025年建成10个[1]。",
        "⚠ 该规划期为2016-2020年。",
        "来源",
        "[1] 《行动计划》（政办发〔2024〕7号），一、总体要求 › （二）目标",
        "“到2025年”",
        "· 那2026年呢？",
    ]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_brackets_are_not_taken_for_markup() -> None:
    assert "[bold]甲[/bold][1]" in printed(text="[bold]甲[/bold][1]", notices=(Notice("conflict", "[red]乙"),))


def test_what_a_model_wrote_is_printed_plain_with_its_name() -> None:
    text = printed(text="共两项[1]：\n\n- **甲**[1]。\n- [bold]乙[1]。", answered_by="test-model")
    assert text.startswith("共两项[1]：\n- 甲[1]。\n- [bold]乙[1]。\n由语言模型 test-model 起草，每句都已与原文核对\n⚠ ")
    assert "Worded by the language model test-model" in printed(language="en", answered_by="test-model")
    assert "语言模型" not in printed()


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


def test_long_quote_is_printed_whole_on_a_terminal_and_in_a_pipe() -> None:
    quote = "确保数据安全。" * 60
    citations = (replace(an_answer().citations[0], quote=quote),)
    assert f"    “{quote}”\n" in printed(width=160, soft_wrap=True, citations=citations)
    wrapped = printed(width=80, citations=citations)
    assert f"“{quote}”" in "".join(line.strip() for line in wrapped.splitlines())


def test_nearest_passage_is_printed_once() -> None:
    notices = (Notice("nearest", "每周巡河两次。"), Notice("expired", "该规划期为2016-2020年。"))
    text = printed(text="文件没有回答。最接近的是：每周巡河两次[1]。", notices=notices)
    assert text.count("每周巡河两次") == 1
    assert "⚠ 该规划期" in text
