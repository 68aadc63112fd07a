"""Stand-ins, and a small city of two documents, ingested once for all tests that need real knowledge."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus
from tests.assistant import conflict_fixture, corpus_fixture
from tests.assistant.stand_ins import Answerer, Generations

reader = corpus_fixture.reader
disputed = conflict_fixture.disputed

PLAN = """# 云川市智慧水务行动计划（2025-2027年）

## 一、总体目标

到2025年，建成智能水表20万只；到2026年，建成智能水表35万只；到2027年，建成智能水表50万只。到2027年，供水水质合格率达到99%。

## 二、主要任务

### （一）建设水务大数据平台

汇聚取水、供水、排水数据，建设统一的水务大数据平台，为调度和应急提供支撑。

（责任单位：市水务局、市数据局）

### （二）推进管网改造

改造老旧供水管网，降低漏损率。𠮷林路管网率先改造。

（责任单位：市住建局）

云川市水务局

2025年3月1日

## 附表

场景名称\t应用领域\t建设单位\t场景描述\t建设期限\t目前进展
智慧泵站监测\t供水\t市水务集团\t实时监测全市泵站运行状态\t2025年1月-2026年12月\t已完成招标
"""
REPLY = """# 关于加强河道垃圾治理的建议（第12号）的答复

云环建议〔2025〕3号

张代表：

您提出的建议收悉，现答复如下：

一是建立河道保洁制度。每周巡河两次，发现垃圾当日清理。

二是加强执法。对向河道倾倒垃圾的行为依法处罚。

云川市生态环境局

2025年5月6日
"""


@pytest.fixture
def generations() -> Generations:
    return Generations()


@pytest.fixture
def answerer(generations: Generations) -> Answerer:
    return Answerer(generations)


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> AssistantSettings:
    """Settings of the city, whose documents are ingested."""
    folder = tmp_path_factory.mktemp("city")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "水务计划.md").write_text(PLAN, encoding="utf-8")
    (folder / "corpus" / "河道答复.md").write_text(REPLY, encoding="utf-8")
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", contact="云川市数据局", _env_file=None)
    ingest_corpus(settings)
    return settings


@pytest.fixture
def city_session(city: AssistantSettings, tmp_path: Path) -> Iterator[Session]:
    """A session on the city with an app database of its own."""
    with open_session(city.model_copy(update={"app_database_url": f"sqlite:///{tmp_path}/app.db"})) as session:
        yield session
