"""The plans of a series as questions speak of them."""

from pathlib import Path

import pytest

from assistant.understanding.plan_series import part_of_series, with_title_of_series
from corpus.knowledge.knowledge_base import DocumentSummary
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

HARBOURS = """岚江市港航局
关于印发智慧港航“1+2”行动计划的通知

各县区人民政府：

《岚江市完善港航数据机制行动计划（2025-2026年）》等智慧港航“1+2”行动计划印发给你们。

岚江市港航局

2025年3月1日

# 岚江市完善港航数据机制行动计划（2025-2026年）

为完善港航数据机制，制定本计划。

## 一、主要任务

汇聚船舶数据200万条。

（责任单位：市港航局、市海事局）

# 岚江市“数据×渔业”行动计划（2025-2027年）

岚江市数据局

为推动数据要素赋能，制定本计划。

## 一、主要任务

建设智慧渔场3个。

（责任单位：市农业农村局）

# 岚江市“数据×航运”行动计划（2025-2027年）

岚江市数据局

为推动数据要素赋能，制定本计划。

## 一、主要任务

建设智慧航道5条。

（责任单位：市航道局）
"""


def _titles(reader: Reader, text: str) -> list[str]:
    part = part_of_series(text, reader.knowledge.documents())
    return [summary.metadata.title for summary in part.plans] if part else []


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with reading(Path(tmp_path_factory.mktemp("harbours")), 港航=HARBOURS) as reader:
        yield reader


def test_a_plan_is_meant_by_its_place_in_the_series(harbours: Reader) -> None:
    documents: tuple[DocumentSummary, ...] = tuple(harbours.knowledge.documents())
    assert [one.metadata.kind for one in documents] == ["notice", "action_plan", "action_plan", "action_plan"]
    for text in ("“1+2”里那个“1”的计划，谁负责？", "1+2里的1谁负责", "1+2中打头的那份计划谁负责"):
        assert _titles(harbours, text) == ["岚江市完善港航数据机制行动计划（2025-2026年）"]
    assert with_title_of_series("“1+2”里那个“1”的计划，谁负责？", documents) == "完善港航数据机制行动计划，谁负责？"


def test_what_is_no_place_of_the_series_is_left_as_it_is(harbours: Reader) -> None:
    documents = harbours.knowledge.documents()
    for text in ("“1+2”里的12项任务", "“1+3”里的“1”", "1+2的2个领域", "数据“1+2”行动计划什么时候印发的？"):
        assert with_title_of_series(text, documents) == text


def test_a_question_is_answered_from_the_plan_it_means(harbours: Reader) -> None:
    answer = harbours.ask("“1+2”里的那个“1”，要汇聚多少条船舶数据？").text
    assert "200万条" in answer
