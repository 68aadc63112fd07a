"""Two plans of an invented city that contradict themselves and each other, each contradiction beside something that only looks like one."""

from collections.abc import Iterator

import pytest

from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents

HEAD = "场景名称\t应用领域\t建设单位\t场景描述\t建设期限\t目前进展"
WATER_PLAN = f"""# 岚江市智慧水务行动计划（2025-2027年）

## 一、总体目标

到2027年，供水管网漏损率降至8%，建成供排水一体化调度平台，完成60座重点泵站数字化，建成5G水务基站300个。

## 二、重点任务

### （一）完善供水管网

到2027年底，供水管网漏损率降至9%。（责任单位：市水务局）

### （二）升级泵站

2025年，完成10座重点泵站数字化。2026年，完成20座重点泵站数字化。2027年，完成30座重点泵站数字化。（责任单位：市水务局、市财政局）

### （三）建设调度平台

到2026年底，建成供排水一体化调度平台。（责任单位：市水务局）

## 三、任务分工

### 1.完善供水管网

推进管网更新。（责任单位：市住建局）

岚江市水务局

2025年3月18日

## 附表 智慧水务场景清单

{HEAD}
城市供水管网漏损预警\t供水\t市水务局\t利用声波报警器数据分析供水管线暗漏风险\t2025年1月-2026年12月\t已完成数据梳理
水库水情智能巡查\t水库\t市水务局\t用无人机巡查水库堤坝和水位\t2025年1月-2027年12月\t正在招标
"""
CITY_PLAN = f"""# 岚江市新型智慧城市行动计划（2025-2027年）

## 一、总体目标

到2027年，建成5G水务基站360个。

岚江市数据局

2025年4月2日

## 附表 智慧城市场景清单

{HEAD}
城市供水管网漏损预警\t城市治理\t市水务局、市供电公司\t利用声波报警器数据分析供水管线暗漏风险\t2025年1月-2026年12月\t已完成数据梳理
"""


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the two plans, ingested once for all tests."""
    folder = tmp_path_factory.mktemp("two_plans")
    write_documents(folder / "corpus", {"智慧水务.md": WATER_PLAN, "智慧城市.md": CITY_PLAN})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)
