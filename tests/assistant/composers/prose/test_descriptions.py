"""What a thing is and does is told from under the heading that names it, before what is to become of it in a year."""

from pathlib import Path

import pytest

from assistant.composers.prose.descriptions import asks_to_describe, is_headed
from assistant.composers.prose.sentences import compose_sentences
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市渔港行动计划（2024-2026年）

一、主要目标

到2026年，渔港调度平台推广应用，提升渔港管理能力。

二、重要举措

1.打造渔港调度平台。收集泊位数据、潮汐数据，分析判断靠港高峰和泊位余缺，提供靠港预约。

2.开展安全巡查。渔港调度平台上线运行。

三、2025年重点工作

渡轮航线加密至每周5班。
"""
REPORT = "# 2025年岚江市政府工作报告\n\n一、2024年工作回顾\n\n渡轮航线加密至每周3班。\n\n二、2025年重点工作\n\n渡轮航线加密至每周5班。\n"
RULE = "# 岚江市渡口条例\n\n第一条 为了规范渡口管理，制定本条例。\n\n第二条 禁止在下列区域停船：\n\n（一）渡口；\n\n（二）航道。\n"


@pytest.mark.parametrize("question", ["渔港调度平台能帮着分析啥？", "渔港调度平台靠什么数据？", "渔港调度平台能提供哪些服务？"])
def test_the_text_under_the_heading_that_names_the_thing_describes_it(tmp_path: Path, question: str) -> None:
    with reading(tmp_path, 计划=PLAN) as reader:
        assert "潮汐数据" in reader.ask(question).text


def test_the_aim_of_a_year_is_still_told_where_the_year_is_asked_for(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=PLAN) as reader:
        assert "推广应用" in reader.ask("2026年渔港调度平台要怎么样？").text


def test_only_an_open_question_wants_a_description(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=PLAN) as reader:
        assert asks_to_describe(reader.evidence("渔港调度平台能分析什么？"))
        assert not asks_to_describe(reader.evidence("有没有渔港调度平台"))
        assert not asks_to_describe(reader.evidence("渔港调度平台由谁负责？"))


def test_an_item_of_an_article_is_no_text_under_a_heading(tmp_path: Path) -> None:
    with reading(tmp_path, 条例=RULE) as reader:
        evidence = reader.evidence("渡口有哪些区域不能停船？")
        assert not any(is_headed(evidence, sentence) for sentence in evidence.sentences)


def test_what_a_report_looks_back_on_is_reached_before_what_it_sets_for_the_year(tmp_path: Path) -> None:
    with reading(tmp_path, 报告=REPORT) as reader:
        draft = compose_sentences(reader.evidence("渡轮航线目前做到什么程度了？"))
        assert draft is not None
        assert "3班" in draft.statements[0].text


BUILT = """# 岚江市绿色渔业行动计划（2024-2026年）

一、重要举措

1.发展绿色渔业。依托岚江市绿色渔业服务平台，为绿色渔业项目提供在线审核服务。

2.办好渔业交易。依托岚江水产交易所，搭建绿色渔业服务平台，已入驻项目300余个，正在完善服务。
"""


@pytest.mark.parametrize(
    "question", ["岚江市绿色渔业服务平台是依托什么建的？", "绿色渔业服务平台是靠什么搭起来的？", "绿色渔业服务平台背后是哪家交易所？"]
)
def test_what_a_thing_rests_on_is_not_told_from_what_rests_on_the_thing(tmp_path: Path, question: str) -> None:
    with reading(tmp_path, 计划=BUILT) as reader:
        assert "岚江水产交易所" in reader.ask(question).text


def test_what_the_thing_is_for_is_told_from_where_it_is_used(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=BUILT) as reader:
        assert "在线审核" in reader.ask("岚江市绿色渔业服务平台提供什么服务？").text
