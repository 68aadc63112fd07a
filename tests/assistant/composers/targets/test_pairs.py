"""A question that sets two figures against each other gets both, and the parts of a question lean on one another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市智慧渔业行动计划（2025-2027年）

## 一、主要目标

到2025年底，建成智慧渔场20家，海洋牧场覆盖全市80%的养殖海域，面积达到13.5万亩。到2027年底，建成智慧渔场32家。

2025年3月31日前，渔获追溯平台建成投入运营。到2026年底，渔获追溯平台接入渔港8个。

## 二、扶持政策

对省级智慧渔场，按不超过投资额的30%予以资助，最高资助300万元。对市级智慧渔场，按不超过投资额的20%予以资助，最高资助120万元。

对首次销售收入突破10亿元、5亿元、1亿元的渔业企业，分别给予200万元、100万元、30万元的一次性奖励。
"""
REPLY = """# 关于加快渔业数字化的建议（第18号）的答复

岚渔建议〔2025〕3号

截至2025年5月底，全市已建成智慧渔场16家，其中5家实现无人投喂。

岚江市海洋与渔业局

2025年6月3日
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔业")), 渔业计划=PLAN, 渔业答复=REPLY) as reader:
        yield reader


def values(answer: Answer) -> list[str]:
    return [str(fact["value"]) for fact in answer.facts if fact["kind"] == "target"]


def derived(answer: Answer) -> list[tuple[str, str]]:
    return [(str(fact["value"]), str(fact["expression"])) for fact in answer.facts if fact["kind"] == "derived"]


def test_the_aim_of_another_document_is_set_against_what_was_just_told(harbour: Reader) -> None:
    answer = harbour.ask("第18号建议的答复说全市已建成多少家智慧渔场？离智慧渔业行动计划2025年底的目标还差几家？")
    assert values(answer) == ["16", "20"]
    assert derived(answer) == [("4家", "20 - 16")]


def test_the_aim_is_found_though_the_second_part_names_neither_thing_nor_plan_in_its_words(harbour: Reader) -> None:
    answer = harbour.ask("第18号建议的答复说全市已建成多少家智慧渔场？离2027年底的目标还差几家？")
    assert values(answer) == ["16", "32"]
    assert derived(answer) == [("16家", "32 - 16")]


def test_two_kinds_named_in_one_question_are_both_given_with_the_difference(harbour: Reader) -> None:
    answer = harbour.ask("资助智慧渔场，省级的和市级的，最高资助额差多少？")
    assert "300万元" in answer.text
    assert "120万元" in answer.text
    assert derived(answer) == [("180万元", "300万 - 120万")]


def test_one_member_of_a_series_is_given_and_no_other(harbour: Reader) -> None:
    answer = harbour.ask("渔业企业首次销售收入突破5亿元，一次性奖励多少？")
    assert values(answer) == ["100万"]
    assert "200万" not in answer.text
    assert "30万" not in answer.text


def test_each_part_is_answered_in_the_unit_it_asks_for(harbour: Reader) -> None:
    answer = harbour.ask("海洋牧场到2025年要覆盖几成养殖海域，合多少亩？")
    assert values(answer) == ["80%", "13.5万"] or values(answer) == ["80", "13.5万"]


def test_a_question_for_the_day_is_answered_with_the_deadline_of_a_day(harbour: Reader) -> None:
    assert "2025年3月31日" in harbour.ask("渔获追溯平台最迟哪天前建成投入运营？").text


def test_a_question_for_one_figure_gets_no_other_side(harbour: Reader) -> None:
    answer = harbour.ask("省级智慧渔场最高资助多少？")
    assert "300万元" in answer.text
    assert "120万元" not in answer.text


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    report = """# 岚江市政府工作报告

（2025年1月8日在岚江市第十六届人民代表大会第五次会议上）

一、过去一年工作

渔船北斗终端安装率达到83.5%。新建海洋牧场16处。

二、2025年工作安排

渔船北斗终端安装率达到90%。建成智慧渔场22家。海洋牧场总数达到40处。
"""
    plan = """# 岚江市智慧渔业行动计划（2024-2026年）

## 一、主要目标

到2024年底，渔船北斗终端安装率达到80%。到2025年底，建成智慧渔场20家。到2026年底，建成智慧渔场32家。
"""
    with reading(Path(tmp_path_factory.mktemp("渔业")), 工作报告=report, 渔业计划=plan) as reader:
        yield reader


def test_what_was_reached_stands_beside_the_aim_of_the_plan_for_that_year(reported: Reader) -> None:
    answer = reported.ask("2024年渔船北斗终端装了多少比例，跟行动计划当年的目标比高还是低？")
    assert set(values(answer)) == {"80", "83.5"}
    assert derived(answer) == [("3.5个百分点", "83.5 - 80")]
    assert "前者" in answer.text


def test_two_documents_named_by_their_kinds_are_both_told_with_their_titles(reported: Reader) -> None:
    answer = reported.ask("2025年智慧渔场要建多少家，行动计划和政府工作报告写的一样吗？")
    assert set(values(answer)) == {"20", "22"}
    assert "《岚江市智慧渔业行动计划》写的是" in answer.text


def test_two_years_are_told_from_the_document_that_has_both(reported: Reader) -> None:
    assert set(values(reported.ask("渔船北斗终端安装率2024年和2025年各是多少？"))) == {"83.5", "90"}


@pytest.mark.parametrize(
    ("question", "value"), [("今年渔船北斗终端安装率要达到多少？", "90"), ("去年渔船北斗终端安装率达到多少？", "83.5")]
)
def test_this_year_is_the_year_a_report_was_written_in_where_no_later_one_is_held(reported: Reader, question: str, value: str) -> None:
    assert values(reported.ask(question))[0] == value


@pytest.fixture(scope="module")
def spent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    plan = """# 岚江市渔港规划（2021-2025年）

## 一、投入

规划期内市级财政安排渔港建设资金12.6亿元，其中2022年安排2.4亿元。

## 二、平台

渔港平台移动端于2019年8月上线，注册用户达到165万人。2022年底前各渔港的应用全部归并到渔港平台。

公安机关掌握的视频探头完好率95%以上，社会自建的视频探头完好率90%以上。
"""
    with reading(Path(tmp_path_factory.mktemp("渔港")), 渔港规划=plan) as reader:
        yield reader


def test_a_total_asked_for_is_not_answered_by_a_part_of_it(spent: Reader) -> None:
    assert "12.6亿元" in spent.ask("市级财政给渔港建设一共安排多少资金？").text


def test_the_day_of_an_event_is_that_of_the_clause_which_says_it(spent: Reader) -> None:
    answer = spent.ask("渔港平台手机端是哪年哪月上线的？")
    assert "2019年8月" in answer.text


def test_two_things_beside_each_other_have_a_figure_each(spent: Reader) -> None:
    answer = spent.ask("公安的视频探头和社会自建的视频探头，完好率各是多少？")
    assert "95%" in answer.text
    assert "90%" in answer.text


def test_a_figure_of_a_table_beside_that_of_a_text_is_told_with_its_unit_as_derived(tmp_path: Path) -> None:
    plan = "# 岚江市智慧渔业行动计划（2024-2026年）\n\n## 一、目标\n\n指标名称\t单位\t2024年\t2025年\n渔港覆盖率\t%\t60\t90\n渔港基站数\t个\t600\t1500\n"
    report = "# 岚江市政府工作报告\n\n（2025年1月8日在会上）\n\n二、2025年工作安排\n\n渔港基站数达到1800个。\n"
    with reading(tmp_path, 计划=plan, 报告=report) as reader:
        answer = reader.ask("2025年渔港基站数要到多少个？行动计划和政府工作报告写的不一样吧。")
        assert {"1500个"} <= {str(fact["value"]) for fact in answer.facts if fact["kind"] == "derived"}


def test_what_is_reached_now_is_told_without_what_is_aimed_at(tmp_path: Path) -> None:
    report = """# 岚江市政府工作报告

（2025年1月8日在岚江市第十六届人民代表大会第五次会议上）

一、过去一年工作

渔业大脑归集数据31亿条。

二、2025年工作安排

渔业大脑归集数据突破45亿条。
"""
    with reading(tmp_path, 报告=report) as reader:
        assert values(reader.ask("渔业大脑现在归集了多少数据？")) == ["31亿"]
        assert set(values(reader.ask("渔业大脑2024年和2025年各归集多少数据？"))) == {"31亿", "45亿"}


def test_a_figure_that_two_names_are_given_is_told_with_both(tmp_path: Path) -> None:
    plan = """# 岚江市智慧渔业行动计划（2024-2026年）

## 一、总体目标

到2025年，限额以上渔获零售额达到500亿元，休闲渔业收入达到80亿元。

## 二、主要任务

2025年，限额以上鲜活渔获网上零售额达到500亿元。
"""
    with reading(tmp_path, 计划=plan) as reader:
        said = reader.ask("2025年那500亿，说的是限额以上渔获零售额，还是限额以上鲜活渔获网上零售额？前后写法一样吗？").text
        assert "渔获零售额达到500亿元" in said
        assert "鲜活渔获网上零售额达到500亿元" in said
        assert "80亿元" not in said


def test_what_was_granted_counted_or_is_in_all_is_not_what_was_applied_for_aimed_at_or_falls_to_so_many(tmp_path: Path) -> None:
    reply = """# 对市人大第0126号建议的答复

您提出的建议收悉，现答复如下。

## 一、工作情况

组织远帆集团等12个项目申报省级渔业首创项目，8个项目获批省级渔业首创项目称号。截至2024年6月底，“渔泊通”接入船位8.1万个。

## 二、下一步打算

2024年底前，“渔泊通”接入船位达到9万个。2024年底，累计建成渔港基站2.9万个，每万人拥有渔港基站数超过58个。

岚江市海洋渔业局

2024年7月3日
"""
    with reading(tmp_path, 答复=reply) as reader:
        assert "8个项目获批" in reader.ask("申报省级渔业首创项目的，最后批下来几个？").text
        assert "12个项目" in reader.ask("多少个项目申报省级渔业首创项目？").text
        assert values(reader.ask("截至2024年6月“渔泊通”实际接入了多少船位？")) == ["8.1万"]
        assert values(reader.ask("2024年底“渔泊通”接入船位的目标是多少？")) == ["9万"]
        assert "2.9万个" in reader.ask("渔港基站2024年底多少个？").text
        assert "58个" in reader.ask("2024年底每万人有多少个渔港基站？").text


QUANTITIES = """# 岚江市政府工作报告（2025年）

2025年1月6日

二、2025年工作安排

2025年，智慧渔场累计达到60家。
"""


@pytest.mark.parametrize(
    "question",
    [
        "智慧渔场多少家？智慧渔业行动计划给2025年底定了一个数，政府工作报告又定了一个，两个都告诉我。",
        "智慧渔业行动计划和政府工作报告都写了2025年智慧渔场的家数，各是几家？",
        "智慧渔业行动计划和政府工作报告里，2025年智慧渔场多少家，两个数都要。",
    ],
)
def test_both_figures_are_told_where_both_are_wanted_of_two_documents(tmp_path: Path, question: str) -> None:
    with reading(tmp_path, 渔业计划=PLAN, 政府工作报告=QUANTITIES) as reader:
        assert sorted(values(reader.ask(question))) == ["20", "60"]


def test_one_of_two_documents_named_answers_where_only_one_figure_is_wanted(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业计划=PLAN, 政府工作报告=QUANTITIES) as reader:
        assert values(reader.ask("智慧渔业行动计划里2025年底的智慧渔场是几家？")) == ["20"]
