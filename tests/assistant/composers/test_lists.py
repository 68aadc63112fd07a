"""A list holds every row that meets the conditions and no other, and a count is the number of what is listed."""

import pytest

from assistant.composers.lists import compose_items, compose_rows
from assistant.draft import Draft
from tests.assistant.corpus_fixture import Reader

NAMES = ["银龄呼叫一键达", "床位余缺一张图", "助餐刷脸结算", "跌倒预警守护"]


def rows(reader: Reader, question: str) -> Draft:
    draft = compose_rows(reader.evidence(question))
    assert draft is not None
    return draft


def listed(draft: Draft) -> list[str]:
    (statement,) = draft.statements
    return sorted((name for name in NAMES if name in statement.text), key=statement.text.index)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("智慧养老场景清单一共有多少个场景？", NAMES),
        ("智慧养老场景清单里市民政局建设的场景有哪些？", NAMES[:2]),
        ("智慧养老场景清单里市数据局建设的场景有哪些？", NAMES[1:2]),
        ("智慧养老场景清单里岚江银发服务公司建设的场景有哪些？", NAMES[2:3]),
        ("智慧养老场景清单里市民政局和市数据局共同建设的场景有哪些？", NAMES[1:2]),
        ("智慧养老场景清单里只由市民政局建设的场景有哪些？", NAMES[:1]),
        ("智慧养老场景清单里2024年11月完成的场景有哪些？", NAMES[1:3]),
        ("智慧养老场景清单里2023年6月完成的场景有哪些？", NAMES[:1]),
    ],
)
def test_list_is_complete_in_order_and_holds_nothing_else(reader: Reader, question: str, names: list[str]) -> None:
    draft = rows(reader, question)
    assert listed(draft) == names
    assert draft.facts[0].values["value"] == len(names)
    assert str(len(names)) in draft.statements[0].text


def test_every_name_listed_is_proved_by_its_cell(reader: Reader) -> None:
    draft = rows(reader, "智慧养老场景清单一共有多少个场景？")
    quotes = [source.span.of(reader.knowledge.document(source.document_id).text) for source in draft.statements[0].sources]
    assert quotes == NAMES
    assert draft.facts[0].values["kind"] == "derived"
    assert draft.facts[0].sources == draft.statements[0].sources


@pytest.mark.parametrize(
    "question",
    ["智慧养老场景清单里2031年5月完成的场景有哪些？", "智慧港口计划的场景清单一共有多少个场景？", "数据共享平台由哪些部门负责？"],
)
def test_no_list_is_made_where_no_row_meets_the_conditions_or_none_is_asked_for(reader: Reader, question: str) -> None:
    assert compose_rows(reader.evidence(question)) is None


def test_headings_are_counted_and_listed_with_their_sources(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧港口计划有哪些重点任务？"))
    assert draft is not None
    (statement,) = draft.statements
    wanted = ["搭建数据共享平台", "建设冷链货物追溯系统", "推进老旧拖轮更新"]
    assert sorted(wanted, key=statement.text.index) == wanted
    assert draft.facts[0].values["value"] == len(statement.sources) == 3


def test_headings_of_the_named_plan_are_listed_and_not_those_of_the_other(reader: Reader) -> None:
    draft = compose_items(reader.evidence("智慧养老计划有哪些重点任务？"))
    assert draft is not None
    assert "居家适老化改造" in draft.statements[0].text
    assert "拖轮" not in draft.statements[0].text


def test_nothing_is_counted_under_a_heading_that_is_not_there(reader: Reader) -> None:
    assert compose_items(reader.evidence("智慧港口计划有哪些保障机制？")) is None
