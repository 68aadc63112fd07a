"""Who does what was just told is the builder of that row or the units of that task, and nobody from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市数字渔业行动计划（2025-2027年）

## 一、重点任务

### （一）完善渔民服务

建立渔民健康档案，渔民可以在手机上预约体检和签约医生。（责任单位：市卫生健康委）

### （二）加强渔港管理

渔港安装高清摄像头，自动识别违规停泊。

## 二、场景清单

序号\t场景名称\t建设单位\t场景描述
1\t风浪早知道\t市气象局\t向渔民推送海上风浪预报，提前提醒渔船回港
2\t鱼价随手查\t市商务局\t汇总各码头鱼价供渔民查询
"""


@pytest.fixture(scope="module")
def fishing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔业")), 渔业=PLAN) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("渔民能不能在手机上预约体检？这事归谁弄", "市卫生健康委"),
        ("海上风浪预报能提前提醒渔船不，谁家在做", "市气象局"),
    ],
)
def test_the_body_is_that_of_the_place_that_was_told(fishing: Reader, question: str, body: str) -> None:
    assert body in fishing.ask(question).text


def test_no_body_of_another_place_is_named(fishing: Reader) -> None:
    answer = fishing.ask("渔港摄像头能不能识别违规停泊？这事归谁弄")
    assert not [body for body in ("卫生健康委", "气象局", "商务局") if body in answer.text]
