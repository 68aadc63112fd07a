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
from tests.ingest.readers.test_formats import PLAN
from tests.ingest.renderings import markdown
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
    blocks = difflib.SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.97 * len(expected)
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
    assert _in_chinese("PUE(1.25), 10:30") == "PUE(1.25), 10:30"


def test_a_scan_of_nothing_has_no_text(tmp_path: Path) -> None:
    import numpy as np

    from ingest.readers.scans import ScanReader

    assert ScanReader().recognize(np.full((400, 300, 3), 255, np.uint8), 200).glyphs == ()
