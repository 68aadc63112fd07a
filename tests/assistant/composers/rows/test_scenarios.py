"""One row of a table answers with the columns asked for, cell by cell as printed; no other row's cells."""

from collections.abc import Iterator

import pytest

from assistant.composers.rows.columns import names_builder
from assistant.composers.rows.scenarios import POINTED, compose_scenario
from assistant.draft import Draft
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents

ROWS = {
    "银龄呼叫一键达": {
        "建设单位": "市民政局",
        "使用数据": "位置数据、健康档案",
        "建设期限": "2022年3月-2023年6月",
        "目前进展": "已接入1200户",
    },
    "床位余缺一张图": {
        "建设单位": "市民政局、市数据局",
        "使用数据": "床位数据",
        "建设期限": "2022年5月-2024年11月",
        "目前进展": "正在试点",
    },
    "跌倒预警守护": {"建设单位": "市卫生健康委", "使用数据": "雷达数据", "建设期限": "2023年2月-2024年6月", "目前进展": "已上线运行"},
}
ASKED = {"建设单位": "由谁来建？", "使用数据": "使用哪些数据？", "建设期限": "的建设期限是什么？", "目前进展": "目前进展如何？"}


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_scenario(reader.evidence(question))
    assert draft is not None
    return draft


def quotes(reader: Reader, draft: Draft) -> list[str]:
    return [
        source.span.of(reader.knowledge.document(source.document_id).text) for statement in draft.statements for source in statement.sources
    ]


@pytest.mark.parametrize("column", ASKED)
@pytest.mark.parametrize("name", ROWS)
def test_asked_column_of_the_named_row_is_given_and_no_other(reader: Reader, name: str, column: str) -> None:
    draft = composed(reader, f"{name}{ASKED[column]}")
    assert quotes(reader, draft) == [ROWS[name][column]]
    (statement,) = draft.statements
    assert name in statement.text
    assert ROWS[name][column] in statement.text


def test_two_columns_asked_for_are_both_given(reader: Reader) -> None:
    draft = composed(reader, "跌倒预警守护的建设单位和建设期限是什么？")
    assert set(quotes(reader, draft)) == {"市卫生健康委", "2023年2月-2024年6月"}


def test_two_rows_named_are_both_given(reader: Reader) -> None:
    draft = composed(reader, "跌倒预警守护和床位余缺一张图目前进展如何？")
    assert sorted(quotes(reader, draft)) == ["已上线运行", "正在试点"]
    assert {fact.values["name"] for fact in draft.facts} == {"跌倒预警守护", "床位余缺一张图"}


def test_row_is_found_by_what_it_does(reader: Reader) -> None:
    assert quotes(reader, composed(reader, "用毫米波雷达发现老人跌倒的场景由谁来建？")) == ["市卫生健康委"]


def test_question_for_no_column_gets_the_one_that_fits_its_words(reader: Reader) -> None:
    assert quotes(reader, composed(reader, "助餐刷脸结算，老人怎么付款？")) == ["老人在社区食堂取餐后刷脸付款"]


def test_fact_holds_the_whole_row(reader: Reader) -> None:
    (fact,) = composed(reader, "跌倒预警守护目前进展如何？").facts
    assert fact.values["kind"] == "scenario"
    assert ROWS["跌倒预警守护"].items() <= fact.values.items()


def test_english_question_gets_the_cell_as_printed(reader: Reader) -> None:
    draft = composed(reader, "Who builds 跌倒预警守护?")
    assert "市卫生健康委" in draft.statements[0].text


def test_nothing_is_made_of_a_question_no_row_fits(reader: Reader) -> None:
    assert compose_scenario(reader.evidence("量子卫星发射窗口")) is None


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("跌倒预警守护由谁建设、期限多长？", ["市卫生健康委", "2023年2月-2024年6月"]),
        ("跌倒预警守护的场景描述怎么写的？", ["毫米波雷达发现老人跌倒后报警"]),
        ("床位余缺一张图的使用数据和进展", ["床位数据", "正在试点"]),
    ],
)
def test_a_column_is_named_by_its_heading_or_the_end_of_it(reader: Reader, question: str, cells: list[str]) -> None:
    assert quotes(reader, composed(reader, question)) == cells


def test_a_row_called_by_its_name_is_asked_for_its_period_not_for_a_target(reader: Reader) -> None:
    assert "2023年2月-2024年6月" in reader.ask("跌倒预警守护场景什么时候建成？").text


def test_as_many_rows_are_told_as_the_question_says(reader: Reader) -> None:
    draft = composed(reader, "市民政局那两个场景目前进展如何？")
    assert len(draft.statements) == 2
    assert quotes(reader, draft)[0] != quotes(reader, draft)[1]


def score(reader: Reader, question: str) -> float:
    return composed(reader, question).score


@pytest.mark.parametrize(
    ("meant", "other"),
    [
        ("岚江有个场景，用毫米波雷达发现老人跌倒，它由谁建设？", "岚江，用毫米波雷达发现老人跌倒，它由谁建设？"),
        ("岚江有一个项目，用毫米波雷达发现老人跌倒，请问它的建设单位？", "岚江，用毫米波雷达发现老人跌倒，请问它的建设单位？"),
        ("用毫米波雷达发现老人跌倒，该场景由谁建设？", "用毫米波雷达发现老人跌倒，由谁建设？"),
        ("哪一类场景用毫米波雷达发现老人跌倒后报警？", "用毫米波雷达发现老人跌倒后报警？"),
        ("毫米波雷达发现老人跌倒后报警的项目名称", "毫米波雷达发现老人跌倒后报警的名称"),
    ],
)
def test_a_row_that_the_question_means_or_asks_for_goes_before_a_sentence(reader: Reader, meant: str, other: str) -> None:
    assert composed(reader, meant).subject == "跌倒预警守护"
    assert score(reader, meant) >= score(reader, other) + 0.2


def test_to_ask_who_builds_names_the_column_of_builders(reader: Reader) -> None:
    def named(question: str) -> bool:
        evidence = reader.evidence(question)
        return names_builder(evidence, evidence.scenarios[0].item)

    assert named("跌倒预警守护由哪家承建？")
    assert not named("跌倒预警守护由谁牵头？")
    assert score(reader, "跌倒预警守护由哪家承建？") >= score(reader, "跌倒预警守护由哪家牵头？") + 0.1


def test_a_row_is_called_by_its_name_in_another_order(reader: Reader) -> None:
    assert score(reader, "一键达的银龄呼叫，目前接入多少户？") >= score(reader, "一键的银龄，目前接入多少户？") + POINTED


INVESTMENTS = """# 岚江市渔港建设规划（2026-2028年）

## 附件 岚江市渔港重点项目表

（总投资单位：亿元）

序号\t项目名称\t建设内容\t总投资\t泊位数
1\t东湾避风锚地\t新建防波堤八百米\t21.5\t40
2\t西湾冷库群\t新建冷库六座\t3\t12
"""
LONG_CELL = "整合渔船、码头、气象等方面的数据资源，形成渔港一张图，为全市渔业生产调度提供统一的底图支撑，并向沿海各区县开放共享使用。" * 3


@pytest.fixture(scope="module")
def investments(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("investments")
    row = f"3\t渔港一张图\t{LONG_CELL}在二十六座码头安装水位计。配备无人艇巡查偷捕。\t2\t6\n"
    write_documents(folder / "corpus", {"渔港.md": INVESTMENTS + row})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def test_a_figure_has_the_unit_that_the_line_above_the_table_gives_its_column(investments: Reader) -> None:
    draft = composed(investments, "东湾避风锚地项目总投资多少？")
    assert "21.5亿元" in draft.statements[0].text
    assert quotes(investments, draft) == ["21.5", "亿元", "东湾避风锚地"]


def test_that_unit_is_not_given_to_another_column(investments: Reader) -> None:
    assert quotes(investments, composed(investments, "东湾避风锚地项目的泊位数是多少？")) == ["40", "东湾避风锚地"]


def test_of_a_long_cell_both_sentences_that_answer_are_given(investments: Reader) -> None:
    draft = composed(investments, "渔港一张图的建设内容里，在多少座码头安装水位计，用什么无人艇巡查偷捕？")
    assert quotes(investments, draft) == ["在二十六座码头安装水位计。", "配备无人艇巡查偷捕。"]


def test_a_figure_that_stands_alone_in_its_cell_is_shown_with_the_name_of_its_row(investments: Reader) -> None:
    draft = composed(investments, "东湾避风锚地项目的泊位数是多少？")
    assert quotes(investments, draft) == ["40", "东湾避风锚地"]
    assert "东湾避风锚地" in draft.statements[0].text


def test_one_row_is_told_where_the_question_says_that_one_is_meant(reader: Reader) -> None:
    draft = composed(reader, "能看床位余缺、跌倒报警的那个场景，由哪个单位建设？")
    assert len(draft.facts) == 1
    assert len(composed(reader, "跌倒预警守护和床位余缺一张图由哪个单位建设？").facts) == 2
