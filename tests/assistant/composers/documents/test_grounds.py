"""What a document, or the paragraph that the question speaks of, rests on; nothing where that is not asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.grounds import grounds_asked
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

SHIPYARDS = """# 岚江市船厂发展规划（2025-2030年）

根据《船舶工业法》《岚江省船厂条例》（岚发〔2024〕2号），修订《船厂章程》，结合《沿海产业纲要》，制定本规划。

## 一、任务

### （一）完善船坞收费

依据《价格管理法》《渔港收费办法》，制定《岚江市船坞收费细则》。

### （二）培训焊工

培训焊工，修订《焊工守则》。

### （三）更新龙门吊

按照《起重机械规程》更新龙门吊。

### （四）治理焊烟

贯彻《大气防治纲领》治理焊烟。

### （五）清理滩涂

落实《滩涂保护决议》清理滩涂。

### （六）规范拆船

结合《拆船规范一》《拆船规范二》《拆船规范三》《拆船规范四》《拆船规范五》《拆船规范六》《拆船规范七》规范拆船。
"""
TUGS = """# 岚江市拖轮管理办法

依据《拖轮法》制定本办法。停靠区见《拖轮图册》。

拖轮按照《关于印发岚江省拖轮检验规程的通知》《拖轮登记规程》《拖轮吨位规程》检验。

拖轮缆绳每季更换，按照《缆绳旧规》执行。

拖轮缆绳每季更换，按照《缆绳新规》执行。
"""
LIGHTS = """# 岚江市灯塔看护手册

灯塔夜间看护。

灯塔夜间看护两班。

灯塔夜间看护有人。

浮标逐日巡检。

浮标巡检，依据《浮标法》。
"""
OPENING = ["船舶工业法", "岚江省船厂条例"]
INSPECTION = ["关于印发岚江省拖轮检验规程的通知", "拖轮登记规程", "拖轮吨位规程"]
FEES = ["价格管理法", "渔港收费办法"]


@pytest.fixture(scope="module")
def shipyards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("shipyards"), 船厂=SHIPYARDS, 拖轮=TUGS, 灯塔=LIGHTS) as reader:
        yield reader


def grounds(reader: Reader, question: str) -> list[str]:
    return [one.item.title for one in grounds_asked(reader.evidence(question))]


@pytest.mark.parametrize(
    "asked",
    [
        "依据了哪些文件",
        "是根据什么制定的",
        "根据哪些文件制定",
        "根据的文件有几份",
        "根据了几份文件",
        "按照什么制定",
        "按照哪些文件制定",
        "的上位法有几部",
        "凭什么制定",
        "贯彻落实的是哪些文件",
        "贯彻了哪些文件",
        "落实什么文件",
    ],
)
def test_a_document_rests_on_what_its_opening_names(shipyards: Reader, asked: str) -> None:
    assert grounds(shipyards, f"岚江市船厂发展规划{asked}？") == OPENING


@pytest.mark.parametrize(
    "asked", ["有哪些任务", "按照进度完成了吗", "根据进度什么时候完成", "落实得怎么样", "落实之后，有什么效果", "要制定哪些细则"]
)
def test_nothing_is_told_where_the_ground_is_not_asked_for(shipyards: Reader, asked: str) -> None:
    assert grounds(shipyards, f"岚江市船厂发展规划{asked}？") == []


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("岚江市船厂发展规划里，完善船坞收费是依据哪两部法律？", FEES),
        ("岚江市船厂发展规划里，更新龙门吊依据什么？", ["起重机械规程"]),
        ("岚江市船厂发展规划里，治理焊烟依据什么？", ["大气防治纲领"]),
        ("岚江市船厂发展规划里，清理滩涂依据什么？", ["滩涂保护决议"]),
        ("岚江市拖轮管理办法里，拖轮缆绳每季更换依据什么？", ["缆绳旧规"]),  # the first of two alike
        ("岚江市船厂发展规划里，培训焊工依据什么？", OPENING),  # only revises a document there
        ("岚江市船厂发展规划面向沿海产业和船坞收费，依据哪些文件？", OPENING),  # little more leaves the opening meant
    ],
)
def test_another_paragraph_is_meant_that_holds_far_more_of_the_question(shipyards: Reader, question: str, titles: list[str]) -> None:
    assert grounds(shipyards, question) == titles


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("完善船坞收费是依据哪两部法律？", FEES),
        ("给龙门吊更新，依据的是什么？", ["起重机械规程"]),
        ("浮标逐日巡检依据什么？", ["浮标法"]),  # the second of them
        ("灯塔夜间看护，依据什么？", []),
    ],
)
def test_without_a_document_the_paragraph_of_the_best_sentences_is_meant(shipyards: Reader, question: str, titles: list[str]) -> None:
    assert grounds(shipyards, question) == titles


def test_a_document_that_rests_on_none_has_no_grounds(tmp_path: Path) -> None:
    with reading(tmp_path, 值守="# 岚江市灯塔值守办法\n\n看护灯塔，修订《灯塔守则》。\n") as reader:
        assert grounds(reader, "岚江市灯塔值守办法依据哪些文件？") == []


def test_no_more_than_six_are_told(shipyards: Reader) -> None:
    assert grounds(shipyards, "岚江市船厂发展规划里，规范拆船依据什么？") == [f"拆船规范{number}" for number in "一二三四五六"]


def test_what_the_question_sets_apart_is_not_told(shipyards: Reader) -> None:
    assert grounds(shipyards, "岚江市船厂发展规划除了船舶工业法，还依据哪份条例？") == ["岚江省船厂条例"]


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("拖轮检验是不是依据省拖轮检验规程？", ["关于印发岚江省拖轮检验规程的通知"]),
        ("拖轮检验依据什么？", INSPECTION),
        ("岚江省拖轮检验规程和拖轮登记规程，是拖轮检验的依据吗？", INSPECTION),
    ],
)
def test_the_one_that_the_question_calls_by_its_title_is_told_alone(shipyards: Reader, question: str, titles: list[str]) -> None:
    assert grounds(shipyards, question) == titles


def test_each_is_proved_by_its_own_document(shipyards: Reader) -> None:
    one = grounds_asked(shipyards.evidence("岚江市船厂发展规划依据了哪些文件？"))[1]
    assert one.document.id == one.item.document_id == shipyards.document_id("岚江市船厂发展规划（2025-2030年）")
    assert one.item.span.of(one.document.text) == "《岚江省船厂条例》（岚发〔2024〕2号）"


@pytest.mark.parametrize("question", ["量子卫星依据什么？", "养犬防疫依据哪部法律？"])
def test_what_the_documents_do_not_speak_of_rests_on_nothing(shipyards: Reader, question: str) -> None:
    assert grounds(shipyards, question) == []
