"""What falls under a heading is told with it; a sentence that has its subject, or does not stand right behind, is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 远帆市渔港总体规划（2025-2027年）

## 一、运营方式

### 1.渔会自营类项目

包括灯塔维护、潮位播报等领域。此类项目不收费，另有拖网修补等。

### 2.企业经营类项目

此类项目可以收费。包括渔家民宿、海钓等。

### 3.合作经营类项目

鱼市分拣包括整箱、散装两种。

## 二、监管手段

到2027年底，建成渔船进出港管理系统。

### 1.建设渔船进出港管理系统

利用岸基雷达，对近海、外海作业渔船等实现位置、航迹、油耗、人员、证照全要素的数字化掌握，以及休渔申报、出海审批、回港核验、应急召回、保险理赔、违规处置等环节的全流程管理，支撑渔政业务协同水平提升，实现对全市3400余艘渔船基础数据的统一管理。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔港")), 渔港=PLAN) as reader:
        yield reader


def test_class_is_named_by_its_heading(harbour: Reader) -> None:
    answer = harbour.ask("潮位播报属于哪类项目？")
    assert "渔会自营类项目：包括灯塔维护" in answer.text
    assert any("渔会自营类" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["海钓属于哪类项目？", "鱼市分拣分哪两种？"])
def test_heading_is_not_put_before_what_it_does_not_head(harbour: Reader, question: str) -> None:
    assert "类项目：" not in harbour.ask(question).text


def test_system_asked_for_is_named_by_the_heading_and_what_else_is_asked_is_asked_of_it(harbour: Reader) -> None:
    answer = harbour.ask("3400余艘渔船的基础数据靠哪个系统统一管理？这系统哪年底建成？")
    assert answer.text.startswith("建设渔船进出港管理系统：利用岸基雷达")
    assert "2027年" in answer.text
    assert answer.status == "answered"


def test_excerpt_begins_where_its_sentence_does_and_not_with_a_word_that_goes_on(harbour: Reader) -> None:
    answer = harbour.ask("休渔申报、出海审批、回港核验怎么管理，渔政业务协同怎么提升？")
    assert "利用岸基雷达" in answer.text
    assert not answer.text.startswith("以及")
