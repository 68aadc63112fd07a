"""The number of a document named inside another one: of the one the question describes, of each where it describes several."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.numbered_policies import compose_numbered
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RIVERS = """# 岚江市智慧水利总体规划（2025-2030年）

岚政发〔2025〕3号

本规划依据《国务院关于推进水网建设的指导意见》（国发〔2023〕8号）、《岚江省河湖长制实施办法》（岚政办发〔2024〕19号）、《水法》制定。

## 一、工作任务

#### 政策保障

《山东省智慧水利实施方案》（鲁政办发〔2023〕50号）、《大连市智慧水利实施方案》（大政办发〔2024〕15号）。
"""


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("rivers")), 水利=RIVERS) as reader:
        yield reader


def test_numbers_of_several_references_are_given_each(rivers: Reader) -> None:
    draft = compose_numbered(rivers.evidence("智慧水利总体规划依据的水网建设指导意见和河湖长制实施办法，文号各是什么？"))
    assert draft is not None
    text = "".join(statement.text for statement in draft.statements)
    assert "国发〔2023〕8号" in text
    assert "岚政办发〔2024〕19号" in text


def test_number_of_the_document_itself_is_not_that_of_a_reference(rivers: Reader) -> None:
    assert compose_numbered(rivers.evidence("智慧水利总体规划的文号是多少？")) is None


@pytest.mark.parametrize(("place", "number"), [("大连", "大政办发〔2024〕15号"), ("山东", "鲁政办发〔2023〕50号")])
def test_of_two_that_differ_in_their_place_the_one_of_the_place_asked_about_is_given(rivers: Reader, place: str, number: str) -> None:
    answer = rivers.ask(f"智慧水利总体规划里，{place}出的智慧水利实施方案是哪个文号？")
    assert number in answer.text
    assert len([other for other in ("大政办发", "鲁政办发") if other in answer.text]) == 1


def test_one_title_named_among_those_a_document_rests_on_is_given_alone(rivers: Reader) -> None:
    answer = rivers.ask("智慧水利总体规划依据的推进水网建设的指导意见，是国发多少号？")
    assert "国发〔2023〕8号" in answer.text
    assert "19号" not in answer.text


REPLY = """# 关于第0123号提案的答复

岚商提复〔2025〕18号

签发人：向南

您提出的《关于加快渔市改造的提案》收悉。我局印发《岚江市渔市提升改造行动方案》（岚商发〔2024〕37号），改造渔市9个。

岚江市商务局

2025年5月22日
"""


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("渔市改造提案0123号的答复文号、日期、签发人分别是什么", "岚商提复〔2025〕18号"),
        ("0123号提案的答复里提到的渔市提升改造行动方案，文号是多少？", "岚商发〔2024〕37号"),
    ],
)
def test_number_of_a_reply_is_its_own_unless_another_document_is_spoken_of(tmp_path: Path, question: str, number: str) -> None:
    with reading(tmp_path, 答复=REPLY) as reader:
        text = reader.ask(question).text
        assert number in text
        assert len([other for other in ("岚商提复", "岚商发") if other in text]) == 1
