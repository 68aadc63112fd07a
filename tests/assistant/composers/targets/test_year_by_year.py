"""Two years of a task without figures are told side by side, and of one thing each year that is asked for; figures stay with their indicator."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.targets.year_by_year import compose_year_by_year
from tests.assistant.corpus_fixture import PORT, Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市智慧渔业行动计划（2024-2026年）

## 一、主要任务

### （一）赋能渔港监管

工作目标：2024年，初步构建渔港监管大数据底座。2025年，渔船采集体系建立健全。2026年，渔获物电子地图全面应用。

### （二）赋能无人渔船

工作目标：到2024年底，岸电覆盖率达到60%，开展无人渔船测试，拖网改造达到22艘，渔网回收率达到30%，围网改造达到18艘，渔港联网率达到50%。到2025年底，岸电覆盖率达到75%，拖网改造达到30艘，渔网回收率达到40%，围网改造达到28艘，渔港联网率达到60%，实现小批量无人渔船常规运营。到2026年底，岸电覆盖率达到77%，拖网改造达到42艘，实现无人渔船载客运营。

### （三）渔获物登记

2024年，渔业大脑上线运行，建设渔获物登记节点。2025年，渔业大脑、渔获物登记节点为渔民提供服务。2026年，渔业大脑向全行业推广，依托渔获物登记节点试点渔获物交易。
"""


@pytest.fixture(scope="module")
def fishery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔业")), 渔业=PLAN, 港口=PORT) as reader:
        yield reader


def told(reader: Reader, question: str) -> str:
    draft = compose_year_by_year(reader.evidence(question))
    return "".join(statement.text for statement in draft.statements) if draft else ""


@pytest.mark.parametrize(
    "question",
    ["渔港监管2024年和2025年的目标差别在哪？", "渔港监管2024年跟2025年的要求有什么不同", "赋能渔港监管，2024年、2025年分别要做到什么？"],
)
def test_what_is_set_for_both_years_is_told_though_only_one_names_the_subject(fishery: Reader, question: str) -> None:
    said = told(fishery, question)
    assert "2024年，初步构建渔港监管大数据底座。" in said
    assert "2025年，渔船采集体系建立健全。" in said
    assert "2026" not in said


def test_of_a_long_list_the_clause_that_names_the_subject_is_told_with_its_year(fishery: Reader) -> None:
    assert told(fishery, "无人渔船2025年底和2026年底的目标，差别在哪？") == (
        "到2025年底，实现小批量无人渔船常规运营。到2026年底，实现无人渔船载客运营。"
    )


def test_the_year_and_the_clause_stand_in_the_sources(fishery: Reader) -> None:
    draft = compose_year_by_year(fishery.evidence("无人渔船2025年底和2026年底的目标，差别在哪？"))
    assert draft is not None
    for statement in draft.statements:
        text = fishery.knowledge.document(statement.sources[0].document_id).text
        proof = "".join(source.span.of(text) for source in statement.sources)
        assert all(part in proof for part in statement.text.rstrip("。").split("，"))


@pytest.mark.parametrize(
    "question",
    ["渔获物登记节点哪年建、哪年提供服务、哪年试点交易？", "渔获物登记节点什么时候建设，什么时候给渔民提供服务，什么时候试点交易"],
)
def test_each_year_of_one_thing_is_told_where_its_years_are_asked_one_by_one(fishery: Reader, question: str) -> None:
    said = told(fishery, question)
    assert "2024年，建设渔获物登记节点。" in said
    assert "2025年，渔业大脑、渔获物登记节点为渔民提供服务。" in said
    assert "试点渔获物交易" in said


@pytest.mark.parametrize(
    "question",
    [
        "岸电覆盖率2025年底和2026年底的目标差别在哪？",
        "渔港监管2024年和2025年差多少？",
        "渔获物登记节点哪年建？",
        "渔港监管2024年和2025年分别由哪个部门负责？",
        "渔港监管2024年和2025年依据的政策有什么不同？",
        "渔获物登记节点哪年开始、哪年结束？",
        "渔港监管2024年的目标是什么？",
        "渔港监管2024-2026年的目标有什么变化？",
        "渔港监管2024年和2027年的目标差别在哪？",
    ],
)
def test_figures_one_year_and_years_that_nothing_is_set_for_are_left_to_others(fishery: Reader, question: str) -> None:
    assert told(fishery, question) == ""
