"""Whatever a file holds: characters keep their place, and every span lies in the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.assembly import extract_facts
from tests.ingest.examples import document_of

PIECES = (
    *(
        "# ",
        "## ",
        "**",
        "一、",
        "（一）",
        "1.",
        "2.5亿元",
        "第一条",
        "附表",
        "目录",
        "\t",
        "\t\t",
        "|",
        "\n",
        "\n\n",
        "---",
        "- 3 -",
        " ",
        "<p>",
        "</p>",
    ),
    *(
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "。",
        "；",
        "，",
        "、",
        "：",
        "到2025年",
        "2024-2026年",
        "〔2022〕",
        "20万只",
        "5G",
        "99.5%",
        "1,250户",
        "3-5家",
    ),
    *(
        "责任单位：",
        "市水务局",
        "市数据局牵头",
        "配合",
        "以下均需",
        "各区、县（市）",
        "等12部门",
        "行动计划",
        "通知",
        "建设平台",
        "𠮷林路",
        "政策保障：",
    ),
    *("序号", "类别", "指标", "项目名称", "牵头单位", "2025年目标", "\n1\n", "\n2\n", "Open Data", "\x0b", "\u3000", "\r"),
    *("<table>", "</table>", "<tr>", "<td>", "</td>", '<td rowspan="2">', '<th colspan="3">', "<br>", "<caption>", "> ", "｜", "1 300 个"),
    *("任务 3　", "专栏1　", "第一部分", "第二章", "[20]", "1OO%", "附件", "抄送："),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_every_character_leads_back_to_its_source_and_every_span_lies_in_the_text(text: str, paged: bool) -> None:
    document = document_of(text, (0, len(text) // 2) if paged else ())
    for position, character in enumerate(document.text):
        offset = document.offsets.source_offset(position)
        assert character in "\t\n" if offset is None else character == text[offset]
    whole = len(document.text)
    assert all(block.span.end <= whole for block in document.blocks)
    assert all(before.span.end <= after.span.start for before, after in pairwise(document.blocks))
    assert all(before.span.end <= after.span.start for before, after in pairwise(document.passages))
    assert all(section.span.contains(section.heading) and section.span.end <= whole for section in document.sections)
    assert all(len(fact.span) and fact.span.end <= whole for fact in extract_facts(document))
