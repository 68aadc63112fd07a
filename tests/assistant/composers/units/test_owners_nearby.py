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

序号\t场景名称\t建设单位\t场景描述\t建设期限
1\t风浪早知道\t市气象局\t向渔民实时推送海上风浪预报，提前提醒渔船回港\t2025年3月-2026年8月
2\t鱼价随手查\t市商务局\t汇总各码头鱼价供渔民查询\t2025年5月-2027年4月
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


def test_the_time_is_that_of_the_row_that_was_told(fishing: Reader) -> None:
    answer = fishing.ask("出海老怕遇上风浪，海上风浪预报能提前提醒渔船不？大概啥时候能整完？")
    assert "2026年8月" in answer.text
    assert "2027" not in answer.text


def test_no_time_of_another_place_is_told(fishing: Reader) -> None:
    answer = fishing.ask("渔港摄像头能不能识别违规停泊？啥时候能建完？")
    assert not [month for month in ("2026年8月", "2027年4月") if month in answer.text]


def test_no_body_of_another_place_is_named(fishing: Reader) -> None:
    answer = fishing.ask("渔港摄像头能不能识别违规停泊？这事归谁弄")
    assert not [body for body in ("卫生健康委", "气象局", "商务局") if body in answer.text]


RULES = """# 远帆市渔港管理条例

## 第一章 责任

第一条 擅自改动渔港灯塔的，由渔港监督机构责令恢复，可以处一千元以下罚款。

第二条 渔船停泊超过三日的，应当报告。渔船报告事项由港务服务中心受理。
"""


def test_who_acts_is_read_in_the_sentence_that_was_quoted(tmp_path: Path) -> None:
    with reading(tmp_path, 渔港=RULES) as reader:
        answer = reader.ask("由哪个部门处理？", after=("擅自改动渔港灯塔罚多少？",))
    assert "渔港监督机构" in answer.text
    assert "港务服务中心" not in answer.text


def test_lead_is_not_read_from_a_sentence_that_names_another_part(tmp_path: Path) -> None:
    plan = PLAN.replace("渔民可以在手机上预约体检和签约医生。", "由渔业集团建设体检预约平台，接入医院12家。")
    with reading(tmp_path, 渔业=plan.replace("责任单位：市卫生健康委", "市卫生健康委牵头")) as reader:
        answer = reader.ask("谁牵头？", after=("体检预约平台接入医院多少家？",))
    assert "市卫生健康委" in answer.text
    assert "渔业集团建设" not in answer.text
