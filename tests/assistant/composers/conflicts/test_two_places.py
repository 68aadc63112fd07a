"""Two places that write or count one thing differently are both given; what is written in one way, or in other figures, is not."""

from collections.abc import Iterator

import pytest

from assistant.composers.conflicts.two_places import compose_two_places
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents

PLAN = """# 岚江市应急水源行动计划（2025-2027年）

## 一、总体目标

完成构建我市“专职队伍+数字平台+专家智库”应急供水新模式。归集4大水源和1类管网数据，形成数据集。到2027年底，供水服务水平显著提升，以及对全市水源污染事件的精准预警。

## 二、重点任务

### （一）建设应急供水体系

构建起我市“专群队伍+数字平台+专家智库”应急供水新模式。

### （二）治理供水数据

对四大水源和两类管网数据进行标准化处理。

到2026年底，建成应急值守体系。深化监测系统应用，实现对我市水源污染事件的精准预警。

### （三）培训供水人员

2025年，培训水质检测人员30人。

### （四）开展供水演练

2026年，培训水质检测人员50人。
"""


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("two_places")
    write_documents(folder / "corpus", {"应急水源.md": PLAN})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("应急供水新模式打头的是什么队伍，前后写法一样吗？", ("专职队伍", "专群队伍")),
        ("归集的管网数据到底是1类还是2类？", ("1类", "两类")),
        ("管网数据是几类，两处写的一致吗？", ("1类", "两类")),
        ("“管网数据”资源到底是一类还是两类？前后文对得上吗？", ("1类", "两类")),
        ("水源污染事件的精准预警到底哪年做到？总体目标和后面任务写的年份对不上。", ("2027年底", "2026年底")),
    ],
)
def test_both_places_are_given_with_a_notice(water: Reader, question: str, sides: tuple[str, ...]) -> None:
    draft = compose_two_places(water.evidence(question))
    assert draft is not None
    assert all(side in " ".join(statement.text for statement in draft.statements) for side in sides)
    assert [notice.kind for notice in draft.notices] == ["conflict"]
    assert len({statement.sources for statement in draft.statements}) == 2


@pytest.mark.parametrize("question", ["归集几大水源，前后写法一样吗？", "培训水质检测人员多少人，两处写的一样吗？", "古树的说法一样吗？"])
def test_one_number_in_two_scripts_other_years_and_other_things_are_no_two_ways(water: Reader, question: str) -> None:
    assert compose_two_places(water.evidence(question)) is None


def test_years_that_are_said_to_differ_are_not_those_of_other_things_in_one_paragraph(water: Reader) -> None:
    said = water.ask("水源污染事件的精准预警，前后写的时间对不上，各是哪年？").text
    assert "2027年底" in said
    assert "2026年底" in said


def test_a_year_is_told_only_where_it_is_asked_for(water: Reader) -> None:
    draft = compose_two_places(water.evidence("水源污染事件的精准预警，前后写法一样吗？"))
    assert draft is not None
    assert "年底" not in "".join(statement.text for statement in draft.statements)
