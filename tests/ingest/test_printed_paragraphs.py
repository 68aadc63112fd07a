import time

import pytest

from ingest.assembly import extract_facts
from ingest.layout import repair_layout
from ingest.printed_paragraphs import MAX_PARAGRAPH, source_lines
from ingest.readers.source import Source
from tests.ingest.examples import document_of


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
    return list(source_lines(text, start, len(text) if end is None else end))


@pytest.mark.parametrize("text", ["", "甲", "甲\n乙", "\n", "甲\n\n乙\n", "甲" * MAX_PARAGRAPH + "\n乙"])
def test_lines_are_those_of_the_text_with_where_they_start(text: str) -> None:
    assert [line for _, line in lines_of(text)] == text.split("\n")
    assert all(text.startswith(line, start) for start, line in lines_of(text))


def test_only_the_part_that_is_asked_for_is_told() -> None:
    assert lines_of("甲乙\n丙丁\n戊己", 1, 7) == [(1, "乙"), (3, "丙丁"), (6, "戊")]
    assert lines_of("甲\n乙", 2, 2) == [(2, "")]


def test_a_line_without_end_is_parted_behind_its_sentences_and_loses_nothing() -> None:
    text = "推动水务数据汇聚共享。" * 2_000 + "完\n乙"
    *parts, last = lines_of(text)
    assert "".join(part for _, part in parts) + "\n" == text[: last[0]]
    assert all(MAX_PARAGRAPH / 2 <= len(part) <= MAX_PARAGRAPH and part.endswith("。") for _, part in parts[:-1])
    assert last[1] == "乙"


def test_where_no_sentence_ends_a_line_is_parted_all_the_same() -> None:
    assert [len(part) for _, part in lines_of("汇" * (3 * MAX_PARAGRAPH + 1))] == [MAX_PARAGRAPH] * 3 + [1]


def test_a_sentence_that_begins_a_line_and_an_endless_one_behind_it_are_parted_by_length() -> None:
    assert [len(part) for _, part in lines_of("甲。" + "汇" * MAX_PARAGRAPH)] == [MAX_PARAGRAPH, 2]


@pytest.mark.parametrize(
    "line", ["汇" * 50_000, "汇聚，" * 20_000, "汇聚共享和开发利用数据资源，\n" * 3_000], ids=["one", "commas", "lines"]
)
def test_no_paragraph_is_longer_than_that_and_every_character_is_kept(line: str) -> None:
    lines = repair_layout(Source("a.txt", line))
    assert max(len(found.text) for found in lines) <= MAX_PARAGRAPH
    assert "".join(found.text for found in lines) == line.replace("\n", "")


@pytest.mark.parametrize(
    "unit",
    [
        *("推动水务", "推动水务，", "1234567890", "20万只、", "99.5%", "到2025年", "2024-2026年", "分别达到1、2、", "1,250", "1 "),
        *("（", "《", "“", "〔", "“水”", "《云川市条例》", "（责任单位：市水务局、市数据局）", "责任单位：市水务局、", "市水务局、"),
        *("<", "<!--", "<td>", "<table>", "<table><tr><td>", "![", "![[](", "&nbsp;", "**", "#", "> ", "|", "|水", "\t水", "- ", "="),
        *(" ", "　", "水 ", "a", "ab ", "….", "·", "第一条", "一、", "（一）", "1.", "：", "；", "和", "到2025年，建成水表20万只；"),
    ],
)
def test_a_line_without_end_takes_time_in_proportion_to_its_length(unit: str) -> None:
    begun = time.perf_counter()
    extract_facts(document_of("# 云川市计划\n\n一、总体\n\n" + unit * (40_000 // len(unit))))
    assert time.perf_counter() - begun < 8


@pytest.mark.parametrize(
    "unit", ["推动水务，", "20万只、", "99.5%", "“", "<!--", "<td>", "<td></td>", '<a b="', "市水务局<br>", "1 ", "<br>"]
)
def test_a_cell_without_end_is_read_as_text(unit: str) -> None:
    row = (
        "<table><tr><td>场景名称</td><td>建设单位</td></tr><tr><td>泵站"
        + unit * (40_000 // len(unit))
        + "</td><td>市水务局</td></tr></table>"
    )
    begun = time.perf_counter()
    document = document_of("# 云川市计划\n\n一、总体\n\n" + row)
    extract_facts(document)
    assert "泵站" in document.text
    assert time.perf_counter() - begun < 8
