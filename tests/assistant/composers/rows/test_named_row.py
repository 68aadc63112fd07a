"""A compound question about one table row gets a cell for each of its parts, and none where a part is not of that row."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.rows.named_row import compose_named_row
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市渔港建设行动计划（2025-2027年）

## 一、总体要求

全市渔港泊位达到80个，截至2024年底，渔港吞吐量达到318万吨。

表1 主要指标

指标名称	单位	2024年	2027年	属性
渔船定位终端安装率	%	64	95	约束性
渔港泊位数	个	60	80	预期性

## 二、重点项目

序号\t项目名称\t建设内容及规模\t建设年限\t总投资（亿元）\t责任单位
1\t东湾渔港改扩建\t新建码头平台6座，防波堤延长至3200米\t2025-2026\t4.5\t市海洋与渔业局
2\t西屿渔港二期\t建设泊位12个，设卸货区5处\t2026-2027\t2.8\t岚江渔港集团

岚江市2025年民生实事项目

项目内容\t数量\t责任单位
建设渔民食堂\t85个\t市民政局
更换救生设备\t2000套\t市海洋与渔业局
"""
INDICATORS = """指标名称	单位	2024年	2027年	属性	牵头单位
渔船定位终端安装率	%	64	95	约束性	岚江海事局
渔港泊位数	个	60	80	预期性	市港航局
渔家食堂	家	6	18	预期性	市商务局
"""
WITH_UNITS = f"""# 岚江市渔业服务行动计划（2025-2027年）

## 一、总体要求

完善渔业服务。

表1 主要指标

{INDICATORS}"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔港")), 渔港计划=PLAN) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("东湾渔港改扩建排在哪几年干？防波堤要延长到多少米？", ("2025-2026", "3200米")),
        ("西屿渔港二期，哪个部门负责，要投多少钱？", ("岚江渔港集团", "2.8亿元")),
        ("东湾渔港改扩建总投资有多少？码头平台建几座？", ("4.5亿元", "6座")),
        ("民生实事里建设渔民食堂多少个，哪个局负责？", ("85个", "市民政局")),
        ("民生实事里要建多少个渔民食堂，哪个局负责？", ("85个", "市民政局")),
        ("渔船定位终端安装率2024年的底数是多少，属于哪类指标？", ("64%", "约束性")),
    ],
)
def test_every_part_is_answered_by_its_cell_of_the_row(harbour: Reader, question: str, held: tuple[str, ...]) -> None:
    answer = harbour.ask(question)
    assert answer.status == "answered"
    assert all(value in answer.text for value in held)


def test_what_the_row_does_not_say_is_not_made_up_from_it(harbour: Reader) -> None:
    answer = harbour.ask("东湾渔港改扩建总投资有多少？渔港吞吐量2024年底达到多少？")
    assert "4.5亿元" in answer.text
    assert "318万吨" in answer.text


def test_a_year_in_a_heading_and_a_unit_of_another_column_are_cited(harbour: Reader) -> None:
    answer = harbour.ask("渔船定位终端安装率2024年的底数是多少，属于哪类指标？")
    assert {"64", "%", "2024年"} <= {citation.quote for citation in answer.citations} | {"%" for c in answer.citations if "%" in c.quote}


def test_livelihood_items_are_counted_by_the_unit_that_leads_them(harbour: Reader) -> None:
    answer = harbour.ask("渔港建设行动计划的民生实事里，市民政局负责的有哪几件？")
    assert "建设渔民食堂" in answer.text
    assert "更换救生设备" not in answer.text


INDUSTRY = """# 岚江市海洋产业规划（2025-2027年）

## 一、目标

到2027年，海水养殖产值达到300亿元，带动休闲渔业产值达到70亿元。

主要指标

指标名称\t单位\t2027年\t制定依据
海水养殖产值\t亿元\t300\t与休闲渔业规划相衔接
"""


def test_another_thing_asked_after_is_no_column_of_the_row(tmp_path: Path) -> None:
    with reading(tmp_path, 规划=INDUSTRY) as reader:
        answer = reader.ask("2027年海水养殖产值要做到多大？休闲渔业产值呢？")
        assert {"300亿", "70亿"} <= {str(fact["value"]) for fact in answer.facts if fact["kind"] == "target"}
        assert "相衔接" not in answer.text


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔业")), 渔业计划=WITH_UNITS) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("渔船定位终端安装率由谁牵头？", "岚江海事局"),
        ("渔港泊位数这个指标归哪个部门负责？", "市港航局"),
        ("渔家食堂这个指标由谁牵头？", "市商务局"),
    ],
)
def test_who_stands_beside_an_indicator_answers_for_it(service: Reader, question: str, unit: str) -> None:
    draft = compose_named_row(service.evidence(question))
    assert draft is not None
    assert [statement.text.rpartition("：")[2] for statement in draft.statements] == [f"{unit}。"]


@pytest.mark.parametrize("question", ["渔家食堂由谁负责？", "渔港泊位数的数据来源是哪里？", "渔港泊位数2027年是多少？"])
def test_indicator_named_like_a_thing_or_asked_for_what_its_row_does_not_say_is_left_to_others(service: Reader, question: str) -> None:
    assert compose_named_row(service.evidence(question)) is None


TOWNS = """# 岚江市乡村供水行动计划（2025-2027年）

## 一、重点任务

建设供水管网。（责任单位：市水务局、市财政局）

护林员占比提升行动。（责任单位：市财政局）

表1 主要指标

指标名称\t单位\t2026年\t2027年\t牵头单位
乡村供水普及率\t%\t64\t95\t市水务局
护林员持证占比\t%\t41\t70\t市林业局
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("供水")), 供水计划=TOWNS) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("护林员持证占比由哪个部门牵头？", ("市林业局",)),
        ("乡村供水普及率谁牵头，护林员持证占比又是谁牵头？", ("市水务局", "市林业局")),
        ("乡村供水普及率那个指标牵头单位是谁？护林员持证占比的呢？", ("市水务局", "市林业局")),
        ("乡村供水普及率2027年到多少？护林员持证占比2026年到多少？", ("95%", "41%")),
    ],
)
def test_each_of_two_indicators_is_answered_from_its_own_row(towns: Reader, question: str, held: tuple[str, ...]) -> None:
    answer = towns.ask(question)
    assert answer.status == "answered"
    assert all(value in answer.text for value in held)
    assert "市财政局" not in answer.text
