"""What holds of every document of the shipped corpus, checked against the files themselves."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.knowledge.generations import Generations
from corpus.manifest import load_manifest
from corpus.model.document import Block, Document, Passage, Section, section_at
from corpus.model.facts import PolicyReference, Responsibility, Scenario, Target
from corpus.model.span import Span
from corpus.settings import CorpusSettings
from ingest.assembly import Reading, read_documents
from ingest.readers.reading import read_source

PLANS_FILE = "数据要素1+12行动计划.md"
MASTER_PLAN_FILE = "沈阳市智慧城市总体规划2016-2020.md"
PLANS = {
    "完善数据要素机制": ("数字沈阳建设工作领导小组办公室", (2024, 2025), None),
    "工业制造": ("沈阳市工业和信息化局", (2024, 2026), 5),
    "现代农业": ("沈阳市农业农村局", (2024, 2026), 6),
    "商贸流通": ("沈阳市商务局", (2024, 2026), None),
    "交通运输": ("沈阳市交通运输局", (2024, 2026), 5),
    "金融服务": ("中共沈阳市委金融委员会办公室", (2024, 2026), 10),
    "科技创新": ("沈阳市科学技术局", (2024, 2026), 6),
    "文化旅游": ("沈阳市文化旅游和广播电视局", (2024, 2026), 16),
    "医疗健康": ("沈阳市卫生健康委员会", (2024, 2026), 5),
    "应急管理": ("沈阳市应急管理局", (2024, 2026), 15),
    "气象服务": ("沈阳市气象局", (2024, 2026), 15),
    "城市治理": ("沈阳市数据局", (2024, 2026), 26),
    "绿色低碳": ("沈阳市数据局", (2024, 2026), 2),
}
MARKUP = re.compile(r"\*\*|</?p>|^\s*#+|^[-\s]+$|\s+", re.MULTILINE)
SENTENCE_END = re.compile(r"[。！？!?][”’」』）)】》]*\s*$")

Readings = dict[str, tuple[Reading, ...]]


@pytest.fixture(scope="module")
def readings(ingested: tuple[CorpusSettings, Path]) -> Readings:
    settings, _ = ingested
    manifest = load_manifest(settings)
    return {path.name: read_documents(path, path.name, manifest) for path in sorted(settings.documents_dir.iterdir())}


@pytest.fixture(scope="module")
def sources(ingested: tuple[CorpusSettings, Path]) -> dict[str, str]:
    return {path.name: read_source(path, path.name).text for path in ingested[0].documents_dir.iterdir()}


def documents(readings: Readings) -> Iterator[Document]:
    return (reading.document for group in readings.values() for reading in group)


def tables(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "table"]


def rows_of(document: Document) -> list[list[str]]:
    (table,) = tables(document)
    return [[cell.of(document.text) for cell in row.cells] for row in table.rows if not row.header]


def test_every_kept_character_is_its_source_character_and_only_separators_are_inserted(readings: Readings, sources: dict[str, str]) -> None:
    for document in documents(readings):
        source = sources[document.source_file]
        for position, character in enumerate(document.text):
            offset = document.offsets.source_offset(position)
            assert character in "\t\n" if offset is None else character == source[offset], (document.title, position)


def test_kept_characters_stand_in_the_order_of_the_source_and_in_one_document_only(readings: Readings) -> None:
    for group in readings.values():
        runs = [run for reading in group for run in reading.document.offsets.runs]
        assert all(run.source + run.length <= following.source for run, following in pairwise(runs))


def test_nothing_is_left_out_but_markup_white_space_and_repeated_headers(readings: Readings, sources: dict[str, str]) -> None:
    for name, group in readings.items():
        kept = {run.source + i for reading in group for run in reading.document.offsets.runs for i in range(run.length)}
        left = "".join("\n" if character == "\n" else "" if i in kept else character for i, character in enumerate(sources[name]))
        lines = {line for line in (MARKUP.sub("", line) for line in left.split("\n")) if line}
        assert lines <= {"序号场景名称应用领域建设单位场景描述建设期限目前进展使用数据数据来源"}, name


def test_what_is_stored_is_what_was_read(ingested: tuple[CorpusSettings, Path], readings: Readings) -> None:
    with Generations(ingested[1]) as generations, generations.lease() as knowledge:
        stored = [knowledge.document(summary.id) for summary in knowledge.documents()]
    assert stored == list(documents(readings))


def test_blocks_follow_one_another_and_leave_nothing_between_them_but_line_ends(readings: Readings) -> None:
    for document in documents(readings):
        spans = [Span(0, 0), *(block.span for block in document.blocks), Span(len(document.text), len(document.text))]
        for before, after in pairwise(spans):
            assert document.text[before.end : after.start].strip("\n") == "", document.title


def test_rows_lie_in_their_table_and_cells_in_their_row_or_above_it(readings: Readings) -> None:
    for document in documents(readings):
        for table in tables(document):
            assert all(table.span.contains(row.span) for row in table.rows)
            assert all(before.span.end <= after.span.start for before, after in pairwise(table.rows))
            assert all(row.span.contains(cell) or cell.end <= row.span.start for row in table.rows for cell in row.cells)


def test_sections_nest_and_follow_one_another(readings: Readings) -> None:
    for document in documents(readings):
        for number, section in enumerate(document.sections):
            assert section.ordinal == number
            assert 0 <= section.heading.start == section.span.start <= section.heading.end <= section.span.end <= len(document.text)
            parent = document.sections[section.parent] if section.parent is not None else None
            assert section.level == (parent.level + 1 if parent else 1)
            assert parent is None or (parent.span.contains(section.span) and section.path[:-1] == parent.path)
        for before, after in pairwise(document.sections):
            assert before.span.start < after.span.start
            assert before.span.contains(after.span) or before.span.end <= after.span.start


def test_passages_follow_one_another_inside_their_section(readings: Readings) -> None:
    for document in documents(readings):
        for number, passage in enumerate(document.passages):
            assert (passage.ordinal, passage.document_id) == (number, document.id)
            section = section_at(document.sections, passage.span.start)
            assert (passage.section, passage.path) == ((section.ordinal, section.path) if section else (None, ()))
            assert section is None or section.span.contains(passage.span)
            assert 0 < len(passage.span) <= len(document.text) - passage.span.start
            assert all(passage.span.contains(sentence) for sentence in passage.sentences)
        assert all(before.span.end <= after.span.start for before, after in pairwise(document.passages))


def test_a_passage_is_a_whole_row_or_whole_sentences(readings: Readings) -> None:
    for document in documents(readings):
        rows = {row.span for table in tables(document) for row in table.rows if not row.header}
        headings = {section.heading.start: section for section in document.sections}
        assert {passage.span for passage in document.passages if passage.kind == "row"} == rows
        for passage in document.passages:
            if passage.kind == "prose":
                assert starts_with_a_sentence(document, passage, headings), passage.span.of(document.text)
                assert ends_with_a_sentence(document, passage), passage.span.of(document.text)


def starts_with_a_sentence(document: Document, passage: Passage, headings: dict[int, Section]) -> bool:
    line = document.text.rfind("\n", 0, passage.span.start) + 1
    before = document.text[line : passage.span.start]
    heading = headings.get(line)
    return (
        not before.strip() or bool(SENTENCE_END.search(before)) or (heading is not None and passage.span.start <= heading.heading.end + 1)
    )


def ends_with_a_sentence(document: Document, passage: Passage) -> bool:
    return document.text[passage.span.end] == "\n" or bool(SENTENCE_END.search(passage.span.of(document.text)))


def test_every_character_is_in_a_passage_a_heading_a_title_or_a_tables_head(readings: Readings) -> None:
    for document in documents(readings):
        covered = [passage.span for passage in document.passages] + [section.heading for section in document.sections]
        covered += [block.span for block in document.blocks if block.kind == "title"]
        covered += [cell for table in tables(document) for row in table.rows for cell in row.cells]
        inside = {position for span in covered for position in range(span.start, span.end)}
        left = {character for position, character in enumerate(document.text) if position not in inside and not character.isspace()}
        assert left <= set("。：；"), document.title


def test_every_fact_is_proved_by_characters_of_its_document(readings: Readings) -> None:
    for reading in (reading for group in readings.values() for reading in group):
        document = reading.document
        for fact in reading.facts:
            quote = fact.span.of(document.text)
            section = section_at(document.sections, fact.span.start)
            assert (fact.section, fact.path) == ((section.ordinal, section.path) if section else (None, ()))
            match fact:
                case Responsibility():
                    assert all(unit in quote for unit in fact.units)
                    assert {*fact.lead, *fact.cooperating} <= set(fact.units)
                    assert fact.task in fact.task_span.of(document.text)
                    assert fact.inherited_span is None or all(unit in fact.inherited_span.of(document.text) for unit in fact.inherited)
                case Target():
                    assert fact.value is None or fact.value in quote
                    assert stands_in(fact.subject, line_of(document, fact.span))
                    time = fact.year_span.of(document.text) if fact.year_span else ""
                    assert fact.year is None or str(fact.year) in time or re.search(r"[今去上明]|过去|本年|年[底内]|十", time)
                case Scenario():
                    assert all(column.span.of(document.text) == column.text for column in fact.columns)
                    assert fact.name in quote
                    assert all(builder in "".join(quote.split()) for builder in fact.builders)
                case PolicyReference():
                    assert fact.title in quote
                    assert fact.number is None or fact.number in "".join(quote.split())


def line_of(document: Document, span: Span) -> str:
    return document.text[document.text.rfind("\n", 0, span.start) + 1 : document.text.index("\n", span.end)]


def stands_in(subject: str, line: str) -> bool:
    """Whether all characters of `subject` stand in `line` in this order; the clause a figure goes on from may lie between them."""
    rest = iter(line)
    return all(character in rest for character in subject)


def test_the_notice_and_its_thirteen_plans_are_documents_with_issuers_and_periods_as_printed(
    readings: Readings, sources: dict[str, str]
) -> None:
    notice, *plans = [reading.document for reading in readings[PLANS_FILE]]
    assert (notice.metadata.kind, notice.metadata.issuer) == ("notice", "数字沈阳建设工作领导小组办公室")
    assert len(plans) == len(PLANS)
    for document, (name, (issuer, period, _)) in zip(plans, PLANS.items(), strict=True):
        assert name in document.title
        assert (document.metadata.kind, document.metadata.issuer, document.metadata.period) == ("action_plan", issuer, period)
        first = sources[PLANS_FILE][document.offsets.source_offset(0) or 0 :].split("\n", 1)[0]
        assert "".join(first.split()) == document.title
        assert issuer in (document.text if name != "完善数据要素机制" else notice.text)
        assert f"{period[0]}-{period[1]}年" in first


def test_every_scenario_table_has_all_its_rows(readings: Readings, sources: dict[str, str]) -> None:
    printed = re.findall(r"^\d+\t", sources[PLANS_FILE], re.MULTILINE)
    expected = [rows for _, _, rows in PLANS.values() if rows]
    assert sum(expected) == len(printed)
    found = []
    for reading in readings[PLANS_FILE]:
        if tables(reading.document):
            rows = rows_of(reading.document)
            assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
            scenarios = [fact for fact in reading.facts if isinstance(fact, Scenario)]
            assert [scenario.name for scenario in scenarios] == [row[1] for row in rows]
            found.append(len(rows))
    assert found == expected == [5, 6, 5, 10, 6, 16, 5, 15, 15, 26, 2]


def test_the_annex_printed_one_cell_a_line_has_all_its_projects_with_eight_columns(readings: Readings, sources: dict[str, str]) -> None:
    (reading,) = readings[MASTER_PLAN_FILE]
    projects = [fact for fact in reading.facts if isinstance(fact, Scenario)]
    lines = sources[MASTER_PLAN_FILE].split("参与单位\n项目周期\n建设运营模式建议\n")[1].strip().split("\n")
    assert [project.name for project in projects] == [
        lines[i + 1].strip() for number in range(1, 38) for i, line in enumerate(lines) if line.strip() == str(number)
    ]
    assert len(projects) == 37
    headings = ["类别", "序号", "项目名称", "项目目标和建设内容", "牵头单位", "参与单位", "项目周期", "建设运营模式建议"]
    assert all([column.heading for column in project.columns] == headings for project in projects)
    assert [project.columns[1].text for project in projects] == [str(number) for number in range(1, 38)]
    assert all(re.fullmatch(r"20\d\d(-20\d\d)?", project.columns[6].text) for project in projects)
    assert all(re.search(r"自建自营|自营自建|共同建设运营|购买服务", project.columns[7].text) for project in projects)
    assert all(project.builders for project in projects)


def test_a_numbered_list_in_a_cell_of_the_annex_stays_in_its_cell(readings: Readings, sources: dict[str, str]) -> None:
    (reading,) = readings[MASTER_PLAN_FILE]
    lists = [fact.columns[3].text for fact in reading.facts if isinstance(fact, Scenario) and "\n" in fact.columns[3].text]
    assert len(lists) == len(re.findall(r"^1、", sources[MASTER_PLAN_FILE], re.MULTILINE))
    assert all(re.fullmatch(r"(?:\d、[^\n]+(?:\n|$))+", text) for text in lists)


def test_the_indicator_table_is_complete(readings: Readings, sources: dict[str, str]) -> None:
    (reading,) = readings[MASTER_PLAN_FILE]
    document = reading.document
    table = tables(document)[0]
    rows = [[cell.of(document.text) for cell in row.cells] for row in table.rows if not row.header]
    lines = sources[MASTER_PLAN_FILE].split("制定依据\n")[1].split("四、总体框架")[0].strip().split("\n")
    categories = [line.strip() for line in lines if line.strip().endswith("类")]
    assert [cell for row in rows for cell in row[1:]] == [line.strip() for line in lines if line.strip() not in categories]
    assert [category for number, (category, *_) in enumerate(rows) if number == 0 or rows[number - 1][0] != category] == categories
    goals = [fact for fact in reading.facts if isinstance(fact, Target) and table.span.contains(fact.span)]
    assert [(goal.subject, f"{goal.value}{goal.unit}", goal.year) for goal in goals] == [(row[1], row[2], 2020) for row in rows]
    assert len(rows) == 26


def test_a_plan_that_announces_a_table_that_does_not_follow_has_none(readings: Readings) -> None:
    (plan,) = [document for document in documents(readings) if "商贸流通" in document.title]
    assert "附表" in plan.text
    assert tables(plan) == []
