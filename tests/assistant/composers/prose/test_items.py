"""Headings are counted and listed by their noun, their number and the heading above them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.prose.items import compose_items
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents
from tests.assistant.written_corpus import reading


def test_headings_are_counted_and_listed_with_their_sources(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧港口计划有哪些重点任务？"))
    assert draft is not None
    (statement,) = draft.statements
    wanted = ["搭建数据共享平台", "建设冷链货物追溯系统", "推进老旧拖轮更新"]
    assert sorted(wanted, key=statement.text.index) == wanted
    assert draft.facts[0].values["value"] == f"{len(statement.sources)}个" == "3个"


def test_headings_of_the_named_plan_are_listed_and_not_those_of_the_other(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧养老计划有哪些重点任务？"))
    assert draft is not None
    assert "居家适老化改造" in draft.statements[0].text
    assert "拖轮" not in draft.statements[0].text


def test_nothing_is_counted_under_a_heading_that_is_not_there(reader: Reader) -> None:
    assert compose_items(reader.evidence("智慧港口计划有哪些保障机制？")) is None


@pytest.mark.parametrize(
    "question",
    [
        "智慧港口计划的重点任务一共多少项？",
        "智慧港口计划的重点任务，一条条数下来总共有几项？",
        "智慧港口计划安排了哪三项重点任务？",
        "智慧港口计划安排了哪三方面的工作任务？",
        "数一数，智慧港口计划列出的重点任务总量是多少项",
        "智慧港口计划部署了三项重点任务，请逐一列出",
        "重点任务在智慧港口行动计划里总共布置了多少个？",
    ],
)
def test_headings_are_counted_however_the_question_is_put(reader: Reader, question: str) -> None:
    draft = compose_items(reader.evidence(question))
    assert draft is not None
    assert "共3" in draft.statements[0].text


def test_headings_that_are_not_as_many_as_the_question_says_are_not_what_it_asks_for(reader: Reader) -> None:
    assert compose_items(reader.evidence("智慧港口计划安排了哪七项重点任务？")) is None


MEASURES = """# 岚江市促进港航业发展若干政策措施

## 一、培育航运主体

1．支持船队扩容。对新增运力给予补助。

2．支持总部落户。对落户企业给予奖励。

## 二、发展智慧港口

3．支持码头改造。对改造码头给予资助。

4．支持数据互通。建立港航数据库。

5．支持绿色用能。推广岸电。
"""
REGULATION = """# 岚江市港口条例

## 第一章 总则

第一条 为了规范港口经营，制定本条例。

第二条 本条例适用于本市港口。

## 第二章 岸线保护

第三条 岸线实行分级保护。

第四条 禁止擅自占用岸线。

第五条 岸线每年普查一次。
"""


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("counted")
    write_documents(folder / "corpus", {"措施.md": MEASURES, "条例.md": REGULATION})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚江市港口条例一共几章、多少条？", ["共2章（第一章至第二章）", "共5条（第一条至第五条）"]),
        ("岚江市港口条例“岸线保护”这一章有几条？", ["共3条（第三条至第五条）"]),
        ("岚江市港口条例第一章有多少条？", ["共2条（第一条至第二条）"]),
        ("岚江市促进港航业发展若干政策措施分了几大部分、总共多少条？", ["2个：培育航运主体、发展智慧港口", "共5条（1至5）"]),
        ("岚江市促进港航业发展若干政策措施“发展智慧港口”部分列了几项措施？", ["3个：支持码头改造、支持数据互通、支持绿色用能"]),
    ],
)
def test_chapters_and_articles_are_counted_in_the_part_that_is_named(counted: Reader, question: str, said: list[str]) -> None:
    draft = compose_items(counted.evidence(question))
    assert draft is not None
    assert len(draft.statements) == len(draft.facts) == len(said)
    assert all(words in statement.text for words, statement in zip(said, draft.statements, strict=True))


def test_the_noun_next_to_the_question_word_is_the_one_asked_for(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧港口行动计划的重点任务一共几项？"))
    assert draft is not None
    assert draft.statements[0].text.startswith("重点任务共3个")


def test_a_question_that_names_one_heading_asks_for_no_list_of_its_neighbours(counted: Reader) -> None:
    assert compose_items(counted.evidence("船队扩容的支持有哪些方面？")) is None


def test_a_word_inside_a_heading_is_not_what_stands_under_it(reader: Reader) -> None:
    assert compose_items(reader.evidence("智慧港口计划用到哪几方面的数据？")) is None


@pytest.mark.parametrize(
    "question",
    [
        "智慧渔业计划分几大行动、共多少项任务？",
        "智慧渔业计划一共列了多少项任务，分成几个行动？",
        "智慧渔业计划多少个大行动，下面分解成多少条任务？",
    ],
)
def test_two_kinds_of_headings_counted_in_one_question_are_both_counted(tmp_path: Path, question: str) -> None:
    parts = "\n\n".join(
        f"## （{numeral}）{name}行动\n\n{first}. 建设{name}平台\n\n汇聚数据。\n\n{first + 1}. 推广{name}应用\n\n开展培训。"
        for numeral, name, first in (("一", "养殖提升", 1), ("二", "捕捞管理", 3), ("三", "加工改造", 5))
    )
    with reading(tmp_path, 渔业=f"# 岚江市智慧渔业行动计划\n\n# 一、总体要求\n\n全面推进。\n\n# 二、重点任务\n\n{parts}\n") as reader:
        text = reader.ask(question).text
        assert "行动共3个" in text
        assert "任务共6个" in text


PARTS = """# 岚江市智慧城市总体规划（2025-2030年）

## 一、总体要求

### （一）主要目标

#### 打造“数据应用领先市”

到2030年建成。

#### 打造“创新创业模范市”

到2030年建成。

## 二、工作任务

### （一）夯实数字底座

### （二）做强数字产业

### （三）优化数字服务

## 三、保障措施

### （一）加强组织领导

### （二）强化资金支持
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("智慧城市总体规划的工作任务分成哪三块？", ["夯实数字底座", "做强数字产业", "优化数字服务"]),
        ("智慧城市总体规划的工作任务有哪几个部分", ["夯实数字底座", "做强数字产业", "优化数字服务"]),
        ("智慧城市总体规划那份规划，工作任务具体分哪几大块？", ["夯实数字底座", "做强数字产业", "优化数字服务"]),
        ("请列出智慧城市总体规划工作任务下面的各个小标题", ["夯实数字底座", "做强数字产业", "优化数字服务"]),
        ("智慧城市总体规划从哪几个方面作保障？", ["加强组织领导", "强化资金支持"]),
        ("智慧城市总体规划那份规划的保障措施包括哪几项", ["加强组织领导", "强化资金支持"]),
        ("智慧城市总体规划要打造两个“××市”，请把名称全部列出。", ["数据应用领先市", "创新创业模范市"]),
        ("智慧城市总体规划部署了三方面工作任务，请逐一列出", ["夯实数字底座", "做强数字产业", "优化数字服务"]),
        ("智慧城市总体规划的保障部分都写了些什么", ["加强组织领导", "强化资金支持"]),
        ("智慧城市总体规划要打造哪几个“市”？", ["数据应用领先市", "创新创业模范市"]),
        ("智慧城市总体规划分成几大块？", ["总体要求", "工作任务", "保障措施"]),
        ("智慧城市总体规划讲了哪三个方面的内容？", ["总体要求", "工作任务", "保障措施"]),
    ],
)
def test_parts_are_those_under_the_heading_that_is_named(tmp_path: Path, question: str, said: list[str]) -> None:
    with reading(tmp_path, 规划=PARTS) as reader:
        draft = compose_items(reader.evidence(question))
        assert draft is not None
        assert all(name in draft.statements[0].text for name in said)
        assert draft.facts[0].values["value"] == f"{len(said)}个"


def test_parts_of_a_whole_document_are_no_fields(tmp_path: Path) -> None:
    with reading(tmp_path, 规划=PARTS) as reader:
        assert compose_items(reader.evidence("智慧城市总体规划优先开放数据的是哪三个领域？")) is None
