"""Who issued a document that is only named here: as printed with its title, never the issuer of the one that names it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.cited_documents import cited_document
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

HARBOURS = """# 岚江市智慧港口建设行动方案（2025—2027年）

岚政办发〔2025〕7号

本方案根据《岚江省交通运输厅关于印发内河航运数字转型工作方案的通知》（岚交发〔2024〕6号）、水利部《航道水文监测指导意见》、
《岚江市港口岸电管理暂行办法》制定。

## 一、主要任务

推进港口作业数字化，建设智慧码头3个。

岚江市人民政府办公室

2025年3月18日
"""


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("harbours")), 港口=HARBOURS) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("内河航运数字转型工作方案是谁印发的？", "岚江省交通运输厅关于印发"),
        ("哪个部门印发了内河航运数字转型的工作方案？", "岚江省交通运输厅关于印发"),
        ("内河航运数字转型工作方案是哪个厅的办公室印发的，文号多少？", "岚交发〔2024〕6号"),
        ("航道水文监测指导意见是哪个部门发布的", "水利部"),
    ],
)
def test_issuer_of_a_cited_document_is_the_one_printed_with_its_title(harbours: Reader, question: str, said: str) -> None:
    text = harbours.ask(question).text
    assert said in text
    assert "岚江市人民政府办公室" not in text


def test_cited_document_without_a_printed_issuer_has_none(harbours: Reader) -> None:
    answer = harbours.ask("港口岸电管理暂行办法是谁印发的？")
    assert answer.status == "not_found"
    assert "岚江市人民政府办公室" not in answer.text


@pytest.mark.parametrize(
    "question", ["智慧港口建设行动方案是谁印发的？", "智慧港口方案由哪个单位下发？", "印发智慧港口方案的通知，署的是哪个机关？"]
)
def test_issuer_of_the_document_held_here_stays_its_own(harbours: Reader, question: str) -> None:
    assert cited_document(harbours.evidence(question)) is None
    assert "岚江市人民政府办公室" in harbours.ask(question).text
