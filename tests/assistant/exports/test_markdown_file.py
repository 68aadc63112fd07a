"""A Markdown file says what the report says, and nothing in it is taken for markup."""

import pytest

from assistant.answer import EXTRACTIVE
from assistant.exports.markdown_file import markdown_file
from assistant.exports.report import Report, ReportEntry, ReportSource
from tests.assistant.examples import an_answer


def written(question: str = "甲？", answer: str = "乙[1]。", quote: str = "乙", answered_by: str = EXTRACTIVE) -> str:
    """The file of a report of one entry."""
    entry = ReportEntry(
        question, "今天", an_answer(text=answer, answered_by=answered_by), ("注意",), (ReportSource(1, "《计划》，一、目标", quote),)
    )
    return markdown_file(Report("问答记录", (entry,), "出处", "请核对")).decode("utf-8")


def test_it_has_a_heading_a_question_and_its_sources() -> None:
    assert written() == "# 问答记录\n\n## 甲？\n\n今天\n\n乙[1]。\n\n> 注意\n\n**出处**\n\n[1] 《计划》，一、目标\n\n> 乙\n\n_请核对_\n"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("![x](http://x)", r"!\[x\](http://x)"),
        ("*粗* _斜_ `码` # 号", r"\*粗\* \_斜\_ \`码\` \# 号"),
        ("1. 甲", r"1\. 甲"),
        ("- 甲", r"\- 甲"),
        ("| 甲 |", r"\| 甲 \|"),
    ],
)
def test_signs_of_markup_become_plain(text: str, plain: str) -> None:
    assert f"\n{plain}\n" in written(answer=text)
    assert f"> {plain}\n" in written(quote=text)


def test_a_question_of_several_lines_is_one_heading() -> None:
    assert "## 甲 乙？\n" in written(question="甲\n# 乙？".replace("# ", ""))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("由**市数据局**负责[1][2]。\n\n- 甲\n- 乙", "由**市数据局**负责[1][2]。\n\n- 甲\n- 乙"),
        ("| 年 | 数 |\n|---|---|\n| 2025 | 4[1] |", "| 年 | 数 |\n|---|---|\n| 2025 | 4[1] |"),
        ("# 一\n\n#### 二\n\n三\n---", "### 一\n\n#### 二\n\n三\n\\---"),
        ("<img src=x onerror=alert(1)> \\<b>", "&lt;img src=x onerror=alert(1)> \\&lt;b>"),
        ("[甲](javascript:alert(1)) ![乙](http://x)", "[甲]\\(javascript:alert(1)) ![乙]\\(http://x)"),
        ("[1]: http://x", "[1]\\: http://x"),
        ("```\n码", "```\n码\n```"),
    ],
)
def test_markdown_of_a_model_stays_but_for_what_runs_leads_away_or_takes_over_the_report(text: str, kept: str) -> None:
    assert f"今天\n\n{kept}\n\n> 注意" in written(answer=text, answered_by="model")
