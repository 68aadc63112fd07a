"""How far a thing is, is told by the sentence of its paragraph that says so, though that does not name it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

FERRIES = """# 岚江市“数智航运”建设实施方案（2026—2028年）

## 一、工作目标

2027年，“航运一图”覆盖全部渡口，船舶终端累计达到62万只。

## 二、主要任务

### 1.建设“航运一图”平台

建设集监测、调度于一体的“航运一图”平台，由市港航集团承建。平台一期2026年8月上线。截至2026年2月，平台已完成初步设计批复。

### 2.便民服务

一是配备渡口自助终端，老人可以刷脸购票。截至2026年3月底，累计配备85台。二是推广“一码乘船”，与公交互认。

## 三、保障措施

“航运一图”平台按第三级保护，每年开展1次攻防演练。
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("ferries")), 航运=FERRIES) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("“航运一图”现在做到哪一步了？", "已完成初步设计批复"),
        ("“航运一图”平台目前进展如何", "已完成初步设计批复"),
        ("渡口自助终端推进得怎么样了？", "85台"),
    ],
)
def test_state_is_that_of_the_paragraph_of_the_thing(ferries: Reader, question: str, said: str) -> None:
    assert said in ferries.ask(question).text


@pytest.mark.parametrize(
    ("question", "other"),
    [("“一码乘船”目前进展如何？", "85台"), ("“航运一图”平台一期哪个月上线？", "初步设计"), ("“航运一图”由谁承建？", "初步设计")],
)
def test_state_of_another_item_or_one_not_asked_for_is_not_told(ferries: Reader, question: str, other: str) -> None:
    assert other not in ferries.ask(question).text
