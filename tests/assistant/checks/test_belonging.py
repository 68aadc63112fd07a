"""What an answer says must be said of the thing the question names, not of what stands beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.checks.belonging import says_the_opposite, tells_other_years
from assistant.draft import Draft, DraftFact
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

REPORT = """# 海川市政府工作报告

一、2024年工作回顾

（一）产业。绿色石化基地二期建成投产，总投资128亿元。港口货物吞吐量达到6420万吨。一般公共预算收入118亿元，增长4%。

（三）交通。甲海铁路海川段完成投资38亿元，桥隧贯通73%；环岛公路三期通车，17.6公里；通勤机场获批立项。

（二）民生。“安心通”平台上线运行。滨海算力中心投入使用，当年建成社区食堂46家。

二、2025年重点工作

（一）数字。建设“数事通”平台。平台由海川数字集团承建，总投资1860万元。智能算力规模达到1000P。

（二）创新。启动建设滨海算力中心，打造人工智能场景30个。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("report")), 海川市政府工作报告=REPORT) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "text", "opposite"),
    [
        ("一般公共预算支出是多少？", "一般公共预算收入118亿元", True),
        ("一般公共预算收入是多少？", "一般公共预算收入118亿元", False),
        ("收入和支出各是多少？", "一般公共预算收入118亿元", False),
        ("出口多少？", "进口8亿元，出口12亿元", False),
    ],
)
def test_one_of_two_opposites_does_not_answer_for_the_other(question: str, text: str, opposite: bool) -> None:
    assert says_the_opposite(question, text) is opposite


def test_what_a_thing_costs_is_not_told_of_its_neighbour(report: Reader) -> None:
    assert report.ask("滨海算力中心总投资多少亿元？").status == "not_found"
    assert report.ask("“安心通”平台总投资多少？").status == "not_found"
    assert "128亿元" in report.ask("绿色石化基地二期总投资多少？").text


def test_a_price_is_of_the_thing_asked_about(tmp_path: Path) -> None:
    text = "# 方案\n\n一、再生水\n\n建设再生水管网64公里。\n\n二、灌溉\n\n农户节余水量由县级按每立方米0.15元回购。\n"
    with reading(tmp_path, 方案=text) as reader:
        assert reader.ask("再生水一立方米卖多少元？").status == "not_found"
        assert "0.15元" in reader.ask("农户节余水量每立方米按多少元回购？").text


def test_a_sum_is_of_the_thing_its_own_clause_names(report: Reader) -> None:
    assert report.ask("环岛公路三期总投资多少亿元？").status == "not_found"
    assert report.ask("通勤机场的总投资预计多少亿元？").status == "not_found"
    assert "38亿元" in report.ask("甲海铁路海川段完成投资多少亿元？").text


def test_a_sum_may_stand_in_the_sentence_after_the_name(report: Reader) -> None:
    assert "1860万元" in report.ask("“数事通”平台总投资多少？").text


def test_a_year_no_document_speaks_of_is_not_answered_with_another(report: Reader) -> None:
    assert report.ask("2035年智能算力规模达到多少？").status == "not_found"
    assert "1000P" in report.ask("2025年智能算力规模达到多少？").text


def test_hardly_a_word_of_the_question_is_too_little_for_a_figure(report: Reader) -> None:
    assert report.ask("海川2024年高考录取了多少人？").status == "not_found"


def test_a_figure_of_a_year_that_the_whole_tells_otherwise_is_another() -> None:
    def told(**values: str) -> Draft:
        return Draft(
            (), 1.0, facts=tuple(DraftFact({"kind": "target", "year": int(year[1:]), "value": value}, ()) for year, value in values.items())
        )

    whole = told(y2026="54", y2027="100")
    assert tells_other_years(whole, told(y2027="75"))
    assert not tells_other_years(whole, told(y2026="54"))
    assert not tells_other_years(told(y2026="54"), told(y2027="75"))


def test_the_name_of_the_plan_is_not_that_of_what_the_sum_is_of(tmp_path: Path) -> None:
    text = "# 海川市商贸流通行动计划（2024-2026年）\n\n一、目标\n\n到2025年，全市社会消费品零售总额达到4900亿元，增长8%以上。\n"
    with reading(tmp_path, 商贸流通行动计划=text) as reader:
        assert "4900亿元" in reader.ask("社会消费品零售总额2025年的目标，商贸流通行动计划写的多少亿元？").text


def test_a_reply_written_before_a_year_tells_no_figure_of_it(tmp_path: Path) -> None:
    reply = (
        "# 关于支持跨境渔港贸易的建议的答复\n\n岚政函〔2024〕12号\n\n您提出的建议收悉。\n\n一、渔港贸易\n\n"
        "深化重点项目合作，开展跨境渔港货运包机业务，累计执飞52班次，实现渔港跨境交易额18.5亿元。\n\n"
        "二、服务\n\n推动企业参加展会，服务企业120家。\n\n岚江市商务局\n\n2024年5月8日\n"
    )
    with reading(tmp_path, 答复=reply) as reader:
        assert reader.ask("2026年渔港跨境交易额目标是多少？").status == "not_found"
        assert "18.5亿元" in reader.ask("渔港跨境交易额实现了多少？").text
        assert "18.5亿元" in reader.ask("2024年渔港跨境交易额是多少？").text


def test_a_plan_for_other_years_tells_no_goals_of_the_year_asked_about(tmp_path: Path) -> None:
    plan = (
        "# 岚江市渔港发展规划（2016-2020年）\n\n一、主要目标\n\n（一）打造“管理领先港”。提升船位监控。\n\n（二）打造“服务示范港”。方便船东办事。\n\n"
        "二、保障\n\n市渔业局要完成各项工作。\n"
    )
    with reading(tmp_path, 规划=plan) as reader:
        assert "管理领先港" not in reader.ask("市渔业局2025年要完成哪些目标？").text
        assert "管理领先港" in reader.ask("2020年渔港规划的主要目标有哪些？").text
