"""Three documents of an invented city, written so that each rule of answering has something to go wrong on.

The two plans say the same of different things: the same task with other units, the same indicator with other figures. The annual targets differ
from year to year. One task names lead and cooperating units, one inherits units, one has none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Turn
from assistant.answering import answer_question
from assistant.evidence import Evidence
from assistant.settings import AssistantSettings
from assistant.understanding.question import understand_question
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from ingest.pipeline import ingest_corpus

PORT_PLAN = """# 岚江市智慧港口行动计划（2025-2027年）

岚政办发〔2025〕7号

## 一、总体目标

到2025年，建成自动化泊位4个，港口岸电覆盖率达到60%，培训数据管理员80人；到2026年，建成自动化泊位7个，港口岸电覆盖率达到75%，培训数据管理员150人；到2027年，建成自动化泊位11个，港口岸电覆盖率达到90%，培训数据管理员260人。

到2026年，引航无人艇保有量达到18艘。

## 二、重点任务

### （一）搭建数据共享平台

汇聚船舶、货物、闸口数据，搭建统一的数据共享平台，为港区调度提供支撑。

（责任单位：市港航局、市数据局、市海关协调办）

### （二）建设冷链货物追溯系统

为进口冷链货物赋予电子标签，实现从卸船到出库的全程追溯。

（责任单位：市商务局牵头，市市场监管局、市港航局配合，以下均需岚江海事局参与）

### （三）推进老旧拖轮更新

淘汰国二以下标准拖轮，2026年引航无人艇保有量达到25艘。

（责任单位：市交通运输局、市生态环境局按职责分工负责）

## 三、政策保障

《国家智慧港口建设指南》（交水发〔2024〕31号）、《岚江市港口条例》。

岚江市人民政府办公室

2025年3月18日
"""
CARE_PLAN = """# 岚江市智慧养老行动计划（2022-2024年）

## 一、总体目标

到2024年，建成社区食堂36家，培训数据管理员500人。

## 二、重点任务

### （一）搭建数据共享平台

归集老年人健康、补贴、床位数据，搭建统一的数据共享平台。

（责任单位：市民政局、市卫生健康委）

### （二）开展居家适老化改造

为失能老人家庭加装扶手、防滑垫和呼叫器。

### （三）提供就医陪诊服务

为独居老人安排陪诊员，代办挂号、取药和缴费。

（责任单位：市卫生健康委、市医疗保障局）

岚江市民政局

2022年4月6日

## 附表 智慧养老场景清单

场景名称\t应用领域\t建设单位\t场景描述\t使用数据\t建设期限\t目前进展
银龄呼叫一键达\t应急救助\t市民政局\t老人按键后值班员上门\t位置数据、健康档案\t2022年3月-2023年6月\t已接入1200户
床位余缺一张图\t机构养老\t市民政局、市数据局\t公示各养老院空余床位\t床位数据\t2022年5月-2024年11月\t正在试点
助餐刷脸结算\t社区助餐\t岚江银发服务公司\t老人在社区食堂取餐后刷脸付款\t补贴数据\t2023年1月-2024年11月\t已完成招标
跌倒预警守护\t居家养老\t市卫生健康委\t毫米波雷达发现老人跌倒后报警\t雷达数据\t2023年2月-2024年6月\t已上线运行
"""
REGULATION = """# 岚江市古树名木保护条例

2023年10月27日岚江市第五届人民代表大会常务委员会第九次会议通过

## 第一章 总则

第一条 为了保护古树名木，根据《中华人民共和国森林法》，制定本条例。

第二条 本条例所称古树，是指树龄一百年以上的树木。

第三条 市园林绿化局负责城市建成区内古树名木的保护工作。

## 第二章 保护

第四条 树龄三百年以上的古树实行一级保护，每年至少巡查四次。

第五条 禁止在古树树冠垂直投影外五米范围内堆放物料。

## 第三章 附则

第六条 本条例自2024年1月1日起施行。
"""
DOCUMENTS = {"智慧港口.md": PORT_PLAN, "智慧养老.md": CARE_PLAN, "古树名木条例.md": REGULATION}
PORT, CARE, TREES = "岚江市智慧港口行动计划（2025-2027年）", "岚江市智慧养老行动计划（2022-2024年）", "岚江市古树名木保护条例"


AS_OF = date(2025, 6, 1)
"""A day on which the port plan is in force and the care plan is over."""
CONTACT = "岚江市数据局，0571-3300"


def write_documents(folder: Path, documents: Mapping[str, str] = DOCUMENTS) -> None:
    """Put `documents`, texts by file name, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who asks the documents of the city, and checks of every answer that its markers and quotes hold."""

    knowledge: KnowledgeBase
    data_dir: Path

    def ask(self, question: str, *, after: Sequence[str] = (), as_of: date = AS_OF, contact: str | None = None) -> Answer:
        """The answer to `question` at the end of a conversation that asked `after`."""
        history: list[Turn] = []
        for asked in (*after, question):
            answer = answer_question(asked, self.knowledge, history=history, as_of=as_of, contact=contact)
            self._check(answer)
            history.append(Turn(asked, answer))
        return history[-1].answer

    def evidence(self, question: str, as_of: date = AS_OF) -> Evidence:
        """The evidence for `question`, which stands alone."""
        return Evidence(understand_question(question, self.knowledge, as_of), self.knowledge, as_of.year)

    def document_id(self, title: str) -> str:
        """The id of the document called `title`."""
        return next(document.id for document in self.knowledge.documents() if document.title == title)

    def _check(self, answer: Answer) -> None:
        marked = {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)}
        assert marked == {citation.marker for citation in answer.citations}, answer.text
        for citation in answer.citations:
            text = self.knowledge.document(citation.document_id).text
            assert text[citation.start : citation.end] == citation.quote
            assert 0 < len(citation.quote) <= 200
        pointed = {marker for fact in answer.facts for marker in (*fact.get("markers", ()), *fact.get("derived_from", ()))}
        assert pointed | {marker for notice in answer.notices for marker in notice.markers} <= marked


def titles(answer: Answer) -> set[str]:
    """The titles of the documents that `answer` cites."""
    return {citation.document_title for citation in answer.citations}


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the three documents, ingested once for all tests."""
    folder = tmp_path_factory.mktemp("three_documents")
    write_documents(folder / "corpus")
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)
