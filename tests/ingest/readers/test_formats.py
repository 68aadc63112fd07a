"""The same document says the same, whatever format it comes in."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from corpus.manifest import Manifest
from corpus.model.document import Document, OffsetMap, Row
from corpus.model.facts import PolicyReference, Responsibility, Scenario, Target
from ingest.assembly import Reading, read_documents
from ingest.readers.reading import read_source
from tests.ingest.format_documents import DOCUMENTS
from tests.ingest.renderings import Cell, Grid, Parts, Text, markdown, page, write_word
from tests.ingest.typeset_pdf import write_pdf_of

PLAN: Parts = (
    Text("云川市智慧水务行动计划（2024-2026年）", heading=1),
    Text("云水发〔2024〕7号"),
    Text("为贯彻落实《云川市数字化转型总体方案》（云政发〔2023〕12号），加快智慧水务建设，结合我市实际，制定本行动计划。"),
    Text("一、主要目标", heading=2),
    Text("到2024年底，建成智慧泵站5座，智能水表超过10万只。到2025年底，建成智慧泵站8座，智能水表达到15万只以上。"),
    Text("到2026年底，累计投资1.2亿元，供水管网漏损率降低到9%以内，氨氮浓度小于0.5毫克/升。"),
    Text("二、重点任务", heading=2),
    Text("（一）完善供水设施", heading=3),
    Text("1.建设智慧泵站。推进东山、西山泵站改造，2025年底前完成20座。（牵头单位：市水务局，配合单位：市财政局、市数据局）", bold=9),
    Text("2.更换智能水表。优先更换老旧小区水表。（责任单位：市水务局、市住建局按职责分工负责）", bold=9),
    Text("（1）居民用户水表更换，2025年完成12万只。"),
    Text("（2）企业用户水表更换，2026年完成1.5万只。"),
    Text("（二）加强数据共享", heading=3),
    Text("1.汇聚水务数据。依据《云川市数据条例》，汇聚取水、供水、排水数据，接入率<b级标准的单位限期整改。（责任单位：市数据局）", bold=9),
    Text("三、保障措施", heading=2),
    Text("市水务局负责统筹协调，每年12月底前报送进展。"),
    Text("附表1 重点场景清单", heading=2),
    Grid(
        (
            tuple(map(Cell, ("序号", "场景名称", "应用领域", "建设单位", "建设期限"))),
            (Cell("1"), Cell("泵站智能调度"), Cell("供水", rows=2), Cell("市水务局\n市数据局"), Cell("2024-2025年")),
            (Cell("2"), Cell("管网漏损监测"), Cell("市水务局"), Cell("2025-2026年")),
            (Cell("3"), Cell("内涝预警"), Cell("排水"), Cell("市住建局"), Cell("2024年")),
        )
    ),
    Text("附表2 主要指标", heading=2),
    Grid(
        (
            (Cell("序号", rows=2), Cell("指标", rows=2), Cell("单位", rows=2), Cell("目标值", columns=3)),
            (Cell("2024年"), Cell("2025年"), Cell("2026年")),
            tuple(map(Cell, ("1", "智慧泵站", "座", "5", "8", "12"))),
            tuple(map(Cell, ("2", "智能水表", "万只", "10", "15", "20"))),
            tuple(map(Cell, ("3", "漏损率", "%", "≤11", "≤10", "≤9"))),
        )
    ),
    Text("云川市水务局"),
    Text("2024年3月1日"),
)


def _as_markdown(path: Path, parts: Parts) -> Path:
    path.write_text(markdown(parts), encoding="utf-8")
    return path


def _as_text(encoding: str) -> Callable[[Path, Parts], Path]:
    def write(path: Path, parts: Parts) -> Path:
        path = path.with_suffix(".txt")
        path.write_bytes(markdown(parts).encode(encoding))
        return path

    return write


def _as_page(path: Path, parts: Parts) -> Path:
    path = path.with_suffix(".html")
    path.write_bytes(page(parts).encode("gb18030"))
    return path


FORMATS: dict[str, Callable[[Path, Parts], Path]] = {
    "gb18030": _as_text("gb18030"),
    "utf-16": _as_text("utf-16"),
    "word": lambda path, parts: write_word(path.with_suffix(".docx"), parts, automatic=False),
    "word with lists": lambda path, parts: write_word(path.with_suffix(".docx"), parts, automatic=True),
    "page": _as_page,
    "pdf": lambda path, parts: write_pdf_of(path.with_suffix(".pdf"), parts),
}

RESTARTED = ("regulation", "word with lists")
"""Items below an article whose own number is typed: in a list of Word they would go on with those of the article before."""


def read(path: Path) -> tuple[Reading, ...]:
    return read_documents(path, "计划", Manifest())


def told(reading: Reading) -> dict[str, Any]:
    """All that a document says but where it came from: offsets lead to characters of another file, and not every format has pages."""
    blocks = tuple(replace(block, page=None) for block in reading.document.blocks)
    document = asdict(replace(reading.document, offsets=OffsetMap(()), blocks=blocks))
    return {"document": document, "facts": [asdict(fact) for fact in reading.facts]}


@pytest.fixture
def expected(tmp_path: Path) -> Reading:
    (reading,) = read(_as_markdown(tmp_path / "计划.md", PLAN))
    return reading


def test_the_plan_states_facts_of_every_kind(expected: Reading) -> None:
    facts = expected.facts
    figures = {(fact.subject, fact.year, fact.value, fact.unit) for fact in facts if isinstance(fact, Target)}
    assert {("智慧泵站", 2024, "5", "座"), ("智慧泵站", 2026, "12", "座"), ("智能水表", 2025, "15万", "只")} <= figures
    assert next((fact.lead, fact.cooperating) for fact in facts if isinstance(fact, Responsibility)) == (
        ("市水务局",),
        ("市财政局", "市数据局"),
    )
    assert [(fact.name, fact.builders) for fact in facts if isinstance(fact, Scenario)][:2] == [
        ("泵站智能调度", ("市水务局", "市数据局")),
        ("管网漏损监测", ("市水务局",)),
    ]
    assert {fact.title for fact in facts if isinstance(fact, PolicyReference)} == {"云川市数字化转型总体方案", "云川市数据条例"}
    assert expected.document.metadata.signed_on is not None


@pytest.mark.parametrize("form", FORMATS)
def test_a_plan_says_the_same_in_every_format(tmp_path: Path, expected: Reading, form: str) -> None:
    (reading,) = read(FORMATS[form](tmp_path / "计划", PLAN))
    assert reading.document.text == expected.document.text
    assert told(reading) == told(expected)


@pytest.mark.parametrize(("name", "form"), [(name, form) for name in DOCUMENTS for form in FORMATS if (name, form) != RESTARTED])
def test_a_document_of_any_kind_says_the_same_in_every_format(tmp_path: Path, name: str, form: str) -> None:
    expected = read(_as_markdown(tmp_path / "文件.md", DOCUMENTS[name]))
    again = read(FORMATS[form](tmp_path / "文件", DOCUMENTS[name]))
    assert [reading.document.text for reading in again] == [reading.document.text for reading in expected]
    assert [told(reading) for reading in again] == [told(reading) for reading in expected]


def test_a_long_plan_takes_more_than_twenty_pages(tmp_path: Path) -> None:
    (reading,) = read(FORMATS["pdf"](tmp_path / "文件", DOCUMENTS["long plan"]))
    assert len(reading.document.offsets.pages) > 20
    assert len([fact for fact in reading.facts if isinstance(fact, Scenario)]) == 48


@pytest.mark.parametrize("form", FORMATS)
def test_every_character_leads_back_to_the_text_of_its_reader(tmp_path: Path, form: str) -> None:
    path = FORMATS[form](tmp_path / "计划", PLAN)
    (reading,) = read(path)
    source = read_source(path, "计划").text
    for position, character in enumerate(reading.document.text):
        offset = reading.document.offsets.source_offset(position)
        assert character == source[offset] if offset is not None else character in "\t\n"


SHIPPED = Path(__file__).parents[3] / "corpus" / "documents"
SHOWN = ("word", "page")
LONGEST = max(SHIPPED.iterdir(), key=lambda path: path.stat().st_size).name


def _parts(document: Document) -> Parts:
    """The document as an author would have it: whole paragraphs, headings, and tables with merged cells."""
    parts: list[Text | Grid] = []
    heads = {section.heading.start: section.heading for section in document.sections}
    for block in document.blocks:
        if block.kind == "table":
            parts.append(Grid(tuple(_cells(document, block.rows, index) for index in range(len(block.rows)))))
        else:
            words = block.span.of(document.text)
            head = heads.get(block.span.start)
            heading = 1 if block.kind == "title" else 1 + (block.level or 0) if block.kind == "heading" else 0
            parts.append(Text(words, heading, len(head) if head and not heading else 0))
    return parts


def _cells(document: Document, rows: Sequence[Row], index: int) -> tuple[Cell, ...]:
    """The cells that begin in a row; one whose span the row above has too goes on there."""
    cells = []
    for column, span in enumerate(rows[index].cells):
        if len(span) and index and column < len(rows[index - 1].cells) and rows[index - 1].cells[column] == span:
            continue
        below = index + 1
        while len(span) and below < len(rows) and column < len(rows[below].cells) and rows[below].cells[column] == span:
            below += 1
        cells.append(Cell(span.of(document.text), rows=below - index))
    return tuple(cells)


@pytest.mark.parametrize("form", SHOWN)
@pytest.mark.parametrize("name", sorted(path.name for path in SHIPPED.iterdir()))
def test_a_shipped_file_states_the_same_facts_as_a_word_file_and_as_a_page(tmp_path: Path, name: str, form: str) -> None:
    originals = read(SHIPPED / name)
    parts = [part for reading in originals for part in _parts(reading.document)]
    again = read(FORMATS[form](tmp_path / name.removesuffix(".md"), parts))
    assert [_without_separators(reading.document.text, "") for reading in again] == [
        _without_separators(reading.document.text, "") for reading in originals
    ]
    assert [_quoted_facts(reading) for reading in again] == [_quoted_facts(reading) for reading in originals]


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("name", sorted(path.name for path in SHIPPED.iterdir() if "建议" in path.name))
def test_a_shipped_reply_states_the_same_facts_as_a_pdf(tmp_path: Path, name: str, columns: int) -> None:
    originals = read(SHIPPED / name)
    parts = [part for reading in originals for part in _parts(reading.document)]
    again = read(write_pdf_of(tmp_path / "答复.pdf", parts, head="", columns=columns))
    assert [_quoted_facts(reading) for reading in again] == [_quoted_facts(reading) for reading in originals]


def test_scenario_tables_over_many_pages_are_the_same_as_a_pdf(tmp_path: Path) -> None:
    originals = read(SHIPPED / LONGEST)
    parts = [part for reading in originals for part in _parts(reading.document)]
    again = read(write_pdf_of(tmp_path / "计划.pdf", parts))
    assert sum(map(len, _rows(originals))) > 100
    assert _rows(again) == _rows(originals)


def _rows(readings: Sequence[Reading]) -> list[list[tuple[str, ...]]]:
    """The cells of every scenario, document by document, without white space."""
    scenarios = ([fact for fact in reading.facts if isinstance(fact, Scenario)] for reading in readings)
    return [[("".join(fact.name.split()), *("".join(cell.text.split()) for cell in fact.columns)) for fact in facts] for facts in scenarios]


def _quoted_facts(reading: Reading) -> list[Any]:
    """The facts with their quotes; that of a row is its cells, for a cell that goes on below may stand outside the characters of its rows."""
    facts = (asdict(fact) | ({"span": None} if isinstance(fact, Scenario) else {}) for fact in reading.facts)
    return [_without_separators(fact, reading.document.text) for fact in facts]


def _without_separators(value: Any, text: str) -> Any:
    """`value` with quotes in place of spans and without white space: one file prints a table cell by cell, another row by row."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return _without_separators(text[value["start"] : value["end"]], text)
        return {name: _without_separators(item, text) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_separators(item, text) for item in value]
    return "".join(value.split()) if isinstance(value, str) else value
