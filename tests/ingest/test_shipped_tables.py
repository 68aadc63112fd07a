"""Every table of scenarios and projects of the shipped corpus, against the names that a reader wrote down row by row."""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from corpus.knowledge.generations import Generations
from corpus.model.facts import Scenario
from corpus.settings import CorpusSettings
from ingest.readers.reading import read_source

READ_BY_EYE = Path(__file__).with_name("shipped_tables.json")
PRINTED_HEADINGS = {
    "序号": ("序号", "场景名称", "应用领域", "建设单位", "场景描述", "建设期限", "目前进展", "使用数据", "数据来源"),
    "类别": ("类别", "序号", "项目名称", "项目目标和建设内容", "牵头单位", "参与单位", "项目周期", "建设运营模式建议"),
}

Tables = dict[str, list[Scenario]]


def plain(text: str) -> str:
    return re.sub(r"[\s*]|</?p>", "", text)


@pytest.fixture(scope="module")
def expected() -> dict[str, list[str]]:
    read: dict[str, list[str]] = json.loads(READ_BY_EYE.read_text(encoding="utf-8"))
    return {plain(title): [plain(name) for name in names] for title, names in read.items()}


@pytest.fixture(scope="module")
def found(ingested: tuple[CorpusSettings, Path]) -> Tables:
    """The stored rows of each table, in the order in which the knowledge base gives them."""
    with Generations(ingested[1]) as generations, generations.lease() as knowledge:
        rows = [fact for fact in knowledge.facts("scenario") if isinstance(fact, Scenario)]
    return {title: list(group) for title, group in groupby(rows, key=lambda row: plain(row.table))}


def printed_rows(settings: CorpusSettings) -> Iterator[list[str]]:
    """The cells of every line of the documents that is a numbered row with tabs between its cells."""
    for path in sorted(settings.documents_dir.iterdir()):
        for line in read_source(path, path.name).text.splitlines():
            if re.match(r"\d+\t", line):
                yield [plain(cell) for cell in line.split("\t")]


def test_every_row_of_every_table_is_found_in_order_and_no_other(found: Tables, expected: dict[str, list[str]]) -> None:
    assert {title: [plain(row.name) for row in rows] for title, rows in found.items()} == expected
    assert sum(map(len, expected.values())) == 148


def test_rows_are_counted_as_they_are_printed(found: Tables) -> None:
    for title, rows in found.items():
        numbers = [plain(column.text) for row in rows for column in row.columns if column.heading == "序号"]
        assert [str(row.ordinal) for row in rows] == numbers == [str(number) for number in range(1, len(rows) + 1)], title


def test_every_row_has_a_filled_cell_under_each_heading_of_its_table(found: Tables) -> None:
    for title, rows in found.items():
        headings = PRINTED_HEADINGS[rows[0].columns[0].heading]
        for row in rows:
            assert tuple(column.heading for column in row.columns) == headings, (title, row.ordinal)
            assert all(plain(column.text) for column in row.columns), (title, row.ordinal)


def test_every_cell_holds_what_the_source_prints_in_it(found: Tables, ingested: tuple[CorpusSettings, Path]) -> None:
    cells = [[plain(column.text) for column in row.columns] for rows in found.values() for row in rows if row.columns[0].heading == "序号"]
    assert sorted(cells) == sorted(printed_rows(ingested[0]))


def test_every_row_has_builders_and_a_period_that_its_cells_print(found: Tables) -> None:
    for title, rows in found.items():
        for row in rows:
            text = plain("".join(column.text for column in row.columns))
            assert row.builders, (title, row.ordinal)
            assert all(builder in text for builder in row.builders), (title, row.ordinal)
            assert row.ends is not None, (title, row.ordinal)
            assert all(point is None or point[:4] in text for point in (row.starts, row.ends)), (title, row.ordinal)
