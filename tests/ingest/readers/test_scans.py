import difflib
import re
import socket
from pathlib import Path

import pytest

from corpus.manifest import Manifest
from corpus.model.facts import Responsibility, Scenario, Target
from ingest.assembly import Reading, read_documents
from ingest.readers.pdf import read_pdf
from tests.ingest.drawn_pages import draw_pdf, text_at, together
from tests.ingest.format_documents import DOCUMENTS
from tests.ingest.official_papers import write_paper_pdf
from tests.ingest.readers.test_formats import PLAN
from tests.ingest.renderings import markdown
from tests.ingest.test_official_parts import SAID
from tests.ingest.typeset_pdf import write_pdf_of

pytestmark = pytest.mark.ocr


def words(text: str) -> str:
    return re.sub(r"<[^>]*>|[\s#*]|[—-]\d[—-]", "", text)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pdf_of(tmp_path_factory.mktemp("printed") / "计划.pdf", PLAN)


@pytest.fixture(scope="module")
def scan(printed: Path) -> Path:
    from tests.ingest.scanned_pdf import write_scan

    return write_scan(printed.with_name("扫描.pdf"), printed, skew=1.2)


def read(path: Path) -> Reading:
    (reading,) = read_documents(path, "计划", Manifest())
    return reading


def test_nearly_all_characters_of_a_scan_with_a_seal_are_right_and_nothing_is_loaded_from_elsewhere(
    printed: Path, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the models are part of the package"))
    expected, found = (words(read_pdf(path, path.name).text) for path in (printed, scan))
    assert share_right(expected, found) >= 0.97
    assert len(found) <= 1.02 * len(expected)


def test_a_scan_states_the_facts_of_its_markdown(scan: Path, tmp_path: Path) -> None:
    (tmp_path / "计划.md").write_text(markdown(PLAN), encoding="utf-8")
    expected, found = read(tmp_path / "计划.md"), read(scan)
    assert found.left_out == ()
    assert told(found) == told(expected)


def told(reading: Reading) -> list[tuple[object, ...]]:
    """What the facts say, field by field, without the words around them."""
    said: list[tuple[object, ...]] = []
    for fact in reading.facts:
        if isinstance(fact, Target):
            said.append((fact.subject, fact.year, fact.comparator, fact.value, fact.unit, fact.cumulative))
        elif isinstance(fact, Responsibility):
            said.append((fact.lead, fact.cooperating, fact.units))
        elif isinstance(fact, Scenario):
            said.append((fact.name, fact.builders, tuple((column.heading, column.text) for column in fact.columns)))
    return said


@pytest.mark.parametrize("name", ["regulation", "reply"])
def test_a_scanned_document_says_what_its_markdown_says(tmp_path: Path, name: str) -> None:
    from tests.ingest.scanned_pdf import write_scan

    (tmp_path / "文件.md").write_text(markdown(DOCUMENTS[name]), encoding="utf-8")
    expected = read(tmp_path / "文件.md")
    found = read(write_scan(tmp_path / "扫描.pdf", write_pdf_of(tmp_path / "文件.pdf", DOCUMENTS[name]), skew=0.7))
    assert told(found) == told(expected)
    assert found.document.metadata == expected.document.metadata
    paths = [[section.path for section in reading.document.sections] for reading in (expected, found)]
    assert share_right(str(paths[0]), str(paths[1])) > 0.99
    assert share_right(expected.document.text, found.document.text) >= 0.97


@pytest.mark.parametrize("name", ["notice", "letter"])
def test_the_parts_of_a_scanned_official_document_are_read(tmp_path: Path, name: str) -> None:
    from tests.ingest.scanned_pdf import write_scan

    paper, said = SAID[name]
    first, *_ = read_documents(write_scan(tmp_path / "扫描.pdf", write_paper_pdf(tmp_path / "文件.pdf", paper)), "文件", Manifest())
    assert first.document.metadata == said


def share_right(expected: str, found: str) -> float:
    """The share of the characters of `expected`, white space aside, that stand in the same order in `found`."""
    plain, other = ("".join(text.split()) for text in (expected, found))
    blocks = difflib.SequenceMatcher(None, plain, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(plain)


def test_two_columns_of_a_scan_are_read_one_after_the_other(tmp_path: Path) -> None:
    from tests.ingest.scanned_pdf import write_scan

    left = [f"左栏第{number}行推动水务数据汇聚" for number in "一二三四五六"]
    right = [f"右栏第{number}行完善供水设施建设" for number in "一二三四五六"]
    columns = zip((60, 320), (left, right), strict=True)
    draws = [text_at(place, 700 - 28 * number, line) for place, lines in columns for number, line in enumerate(lines)]
    path = write_scan(tmp_path / "scan.pdf", draw_pdf(tmp_path / "plan.pdf", together(*draws)), seal=False)
    assert read_pdf(path, "scan.pdf").text.split() == [*left, *right]


def test_marks_next_to_chinese_are_those_of_chinese_print() -> None:
    from ingest.readers.scans import _in_chinese

    assert _in_chinese("市水务局(市级),负责:建设") == "市水务局（市级），负责：建设"
    assert _in_chinese("(2024-2026年)达到99.2%,比上年") == "（2024-2026年）达到99.2%，比上年"
    assert _in_chinese("形成做法.各区落实.") == "形成做法。各区落实。"
    assert _in_chinese("一.总体要求 1.建设www.gov.cn") == "一.总体要求 1.建设www.gov.cn"
    assert _in_chinese("PUE(1.25), 10:30; 1,365 f(2) (2024-2026)") == "PUE(1.25), 10:30; 1,365 f(2) (2024-2026)"


def test_a_scan_of_nothing_has_no_text(tmp_path: Path) -> None:
    import numpy as np

    from ingest.readers.scans import ScanReader

    assert ScanReader().recognize(np.full((400, 300, 3), 255, np.uint8), 200).glyphs == ()
