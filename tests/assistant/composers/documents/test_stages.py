"""The stages of a plan are told by their place in it and with their years; a stage of something else is not taken for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.stages import compose_stages
from tests.assistant.corpus_fixture import PORT, Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市海岸带总体规划（2016-2020年）

## 一、总体目标

岚江市海岸带建设分为三个阶段，即打基础阶段、提水平阶段和见成效阶段。

## 二、实施步骤

### （一）打基础阶段

2016年底之前是打基础阶段，重点工作是海岸线普查。

### （二）全面提升阶段

重点工作是修复岸线。2017-2018年是全面提升阶段，各县同步推进。

### （三）见成效阶段

2019-2020年是见成效阶段，重点工作是开放公共岸线。
"""


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("海岸带")), 海岸带=PLAN, 港口=PORT) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("海岸带规划的最后一个阶段叫什么，是哪两年？", ["见成效阶段", "2019-2020年"], ["打基础", "全面提升"]),
        ("海岸带总体规划的第一阶段什么时候完成？", ["2016年底", "打基础阶段"], ["见成效", "全面提升"]),
        ("海岸带总体规划第一步重点干什么？", ["打基础阶段", "海岸线普查"], ["见成效"]),
        ("海岸带规划的三个阶段分别是哪几年？", ["2016年底", "2017-2018年", "2019-2020年"], []),
        ("海岸带建设分几步走？", ["打基础阶段", "全面提升阶段", "见成效阶段"], []),
        ("海岸带规划第二阶段的名称前后一致吗？", ["全面提升阶段", "提水平阶段"], []),
    ],
)
def test_stages_are_told_by_their_place_with_their_years(coast: Reader, question: str, told: list[str], left_out: list[str]) -> None:
    answer = coast.ask(question)
    assert answer.status == "answered"
    assert [words for words in told if words not in answer.text] == []
    assert [words for words in left_out if words in answer.text] == []


@pytest.mark.parametrize("question", ["智慧港口计划的第二阶段什么时候完成？", "海岸带规划的第四阶段是哪年？", "海岸带规划现阶段由谁负责？"])
def test_a_stage_that_there_is_not_is_not_made_up(coast: Reader, question: str) -> None:
    assert compose_stages(coast.evidence(question)) is None


def test_what_is_asked_besides_stages_is_left_to_its_part(coast: Reader) -> None:
    assert compose_stages(coast.evidence("海岸带规划的第二阶段叫什么？智慧港口的数据平台由谁负责？")) is None


@pytest.mark.parametrize(
    "question",
    [
        "海岸带总体规划第二阶段，开头总述和后面小标题叫法好像不一样，分别叫什么？",
        "海岸带总体规划的第二阶段，到底叫“提水平”还是“全面提升”？",
        "海岸带三个阶段里中间那个阶段，规划里有两种叫法，分别是什么？",
    ],
)
def test_both_names_of_a_stage_are_told(coast: Reader, question: str) -> None:
    draft = compose_stages(coast.evidence(question))
    assert draft is not None
    said = "".join(statement.text for statement in draft.statements)
    assert "提水平阶段" in said
    assert "全面提升阶段" in said
    assert "见成效阶段，重点工作" not in said
