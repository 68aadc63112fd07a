from corpus.model.document import Run
from ingest.canonical import write_canonical
from ingest.layout import repair_layout
from ingest.readers.source import Source
from tests.ingest.examples import canonical_of

TEXT = """# 云川市智慧水务行动计划

到 **2027** 年底，

全市智能水表超过 20 万只，𠮷林路率先更换。

序号\t名称\t 单位
1\t<p>智 慧泵站</p>\t市水务局 市数据局

<table><tr><td rowspan="2">东 山泵站</td><td>市水务局<br>市数据局</td></tr><tr><td>1 300 个</td></tr></table>

- 2 -

> 目标｜1 200 座｜甲

序号\t名称\t单位
2\t\t市住建局
"""


def test_lines_end_in_newlines_and_cells_are_parted_by_tabs() -> None:
    assert canonical_of(TEXT).text == (
        "云川市智慧水务行动计划\n到2027年底，全市智能水表超过20万只，𠮷林路率先更换。\n"
        "序号\t名称\t单位\n1\t智慧泵站\t市水务局 市数据局\n"
        "东山泵站\t市水务局\n市数据局\n\t1300个\n目标\t1200座\t甲\n序号\t名称\t单位\n2\t\t市住建局\n"
    )


def test_every_character_is_the_sources_own_but_for_separators() -> None:
    canonical = canonical_of(TEXT)
    for position, character in enumerate(canonical.text):
        offset = canonical.offsets.source_offset(position)
        assert character == (TEXT[offset] if offset is not None else character)
        assert offset is not None or character in "\t\n"


def test_characters_that_stand_in_a_row_are_one_run() -> None:
    assert canonical_of("建设平台。\n到 2027 年。\n").offsets.runs == (Run(0, 0, 5), Run(6, 6, 1), Run(7, 8, 4), Run(11, 13, 2))


def test_every_line_and_cell_lies_where_its_characters_stand() -> None:
    canonical = canonical_of(TEXT)
    for line in canonical.lines:
        assert line.span.of(canonical.text) == line.text
        assert [span.of(canonical.text) for span in line.cells] == [cell.text for cell in line.line.cells]


def test_an_empty_cell_has_an_empty_span_of_its_own() -> None:
    last = canonical_of(TEXT).lines[-1]
    assert [len(span) for span in last.cells] == [1, 0, 4]
    assert last.cells[1].start == last.cells[0].end + 1


def test_pages_are_kept_as_they_were_read() -> None:
    assert write_canonical(repair_layout(Source("a.pdf", "一\n二\n", (0, 2))), (0, 2)).offsets.pages == (0, 2)


def test_no_lines_make_an_empty_text() -> None:
    canonical = write_canonical((), ())
    assert (canonical.text, canonical.lines, canonical.offsets.runs) == ("", (), ())
