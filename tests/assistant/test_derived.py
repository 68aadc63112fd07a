"""A difference is told of two figures of one thing, or of the ends of a series, and shows what it is from."""

from types import SimpleNamespace
from typing import cast

import pytest

from assistant.derived import with_difference
from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.understanding.asks import asks_of
from corpus.model.span import Span


def fact(subject: str, amount: float, unit: str = "个", year: int | None = None, at: int = 0) -> DraftFact:
    values = {"kind": "target", "subject": subject, "value": f"{amount:g}", "amount": amount, "unit": unit, "year": year}
    return DraftFact(values, (Source("plan", Span(at, at + 5)),))


def asked(text: str = "相差多少？", *years: int, sentences: tuple[str, ...] = ()) -> Evidence:
    found = [
        SimpleNamespace(document=SimpleNamespace(id="plan", text=sentence), span=Span(0, len(sentence)), text=sentence)
        for sentence in sentences
    ]
    question = SimpleNamespace(text=text, years=years, asks=asks_of(text), language="zh")
    matcher = SimpleNamespace(share_in_question=lambda subject: float(subject in text))
    return cast(Evidence, SimpleNamespace(question=question, sentences=found, matcher=matcher))


def said(text: str, *statements: str, sentences: tuple[str, ...] = ()) -> str:
    told = tuple(Statement(words, (Source("plan", Span(place * 30, place * 30 + 9)),)) for place, words in enumerate(statements))
    return "".join(statement.text for statement in with_difference(Draft(told, 1.0), asked(text, sentences=sentences)).statements)


def derived(*facts: DraftFact) -> list[tuple[str, str]]:
    draft = with_difference(Draft((Statement("泵站。"),), 1.0, facts=facts), asked())
    return [(made.values["value"], made.values["expression"]) for made in draft.facts if made.values["kind"] == "derived"]


def test_the_difference_of_one_indicator_shows_the_subtraction_and_cites_both() -> None:
    draft = with_difference(Draft((Statement("泵站。"),), 1.0, facts=(fact("泵站", 14), fact("全市泵站数量", 15, at=9))), asked())
    assert (draft.facts[-1].values["value"], draft.facts[-1].values["expression"]) == ("1个", "15 - 14")
    assert len(draft.facts[-1].sources) == 2
    assert draft.statements[-1].sources == draft.facts[-1].sources


def test_two_places_may_name_one_thing_in_different_words() -> None:
    assert derived(fact("使用信息化监测设备", 3375, "台"), fact("数字化监测设备安装", 4000, "台", at=9)) == [("625台", "4000 - 3375")]


def test_a_series_gives_the_difference_of_its_ends() -> None:
    assert derived(fact("泵站", 4, year=2025), fact("泵站", 7, year=2026, at=9), fact("泵站", 11, year=2027, at=18)) == [("7个", "11 - 4")]


@pytest.mark.parametrize(
    "facts",
    [
        (fact("泵站", 4),),
        (fact("泵站", 4), fact("泵站", 7, "座")),
        (fact("泵站", 4), fact("学校", 7)),
        (fact("泵站", 4, year=2025), fact("泵站", 7, year=2025), fact("泵站", 11, year=2027)),
    ],
)
def test_figures_that_are_not_of_one_thing_have_no_difference(facts: tuple[DraftFact, ...]) -> None:
    assert derived(*facts) == []


@pytest.mark.parametrize(
    ("first", "second", "said"), [(9.0, 7.0, "相差2个，前者高于后者。"), (7.0, 9.0, "相差2个，后者高于前者。"), (7.0, 7.0, "两者相同。")]
)
def test_of_two_statements_it_is_told_which_is_higher(first: float, second: float, said: str) -> None:
    draft = Draft((Statement("甲。"), Statement("乙。")), 1.0, facts=(fact("泵站", first), fact("泵站", second, at=9)))
    assert with_difference(draft, asked()).statements[-1].text == said


def test_the_one_subject_with_a_series_has_its_difference_beside_a_figure_of_another() -> None:
    assert derived(fact("泵站", 4, year=2025), fact("学校", 1650, "家", year=2025), fact("泵站", 9, year=2027, at=9)) == [("5个", "9 - 4")]


def test_two_series_have_no_one_difference() -> None:
    facts = [fact(subject, amount, year=year) for subject in ("泵站", "学校") for amount, year in ((4, 2025), (9, 2027))]
    assert derived(*facts) == []


def of_years(question: str, *facts: DraftFact) -> str:
    told = tuple(Statement(f"{one.values['year']}年，{one.values['subject']}{one.values['value']}。", one.sources) for one in facts)
    years = tuple(sorted({int(str(one.values["year"])) for one in facts}))
    return with_difference(Draft(told, 1.0, facts=facts), asked(question, *years)).statements[-1].text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((fact("泵站", 4, year=2025), fact("泵站", 9, year=2027, at=9)), "2027年比2025年多5个。"),
        ((fact("漏损率", 9, "%", year=2025), fact("漏损率", 8, "%", year=2027, at=9)), "2027年比2025年少1个百分点。"),
        ((fact("泵站", 4, year=2025), fact("泵站", 4, year=2027, at=9)), "两者相同。"),
    ],
)
def test_of_two_years_the_later_is_told_against_the_earlier(facts: tuple[DraftFact, ...], words: str) -> None:
    assert of_years("2025年和2027年相差多少？", *facts) == words


def test_a_companion_figure_does_not_stand_for_that_of_the_year() -> None:
    facts = (
        fact("授权企业", 90, "户", year=2025),
        fact("授权企业", 99, "户", year=2027, at=9),
        fact("合作机构", 30, "家", year=2027, at=18),
    )
    assert of_years("2025年和2027年相差多少？", *facts) == "2027年比2025年多9户。"


def test_a_difference_below_the_magnitude_of_both_figures_is_told_in_it_and_in_full() -> None:
    facts = tuple(
        DraftFact(
            {"kind": "target", "subject": "基站", "value": value, "amount": amount, "unit": "个", "year": year},
            (Source("plan", Span(at, at + 5)),),
        )
        for value, amount, year, at in (("4.5万", 45000.0, 2025, 0), ("5万", 50000.0, 2027, 9))
    )
    assert of_years("2025年和2027年相差多少？", *facts) == "2027年比2025年多0.5万个（5000个）。"


@pytest.mark.parametrize(
    ("question", "words"),
    [("2027年是2025年的几倍？", "2027年比2025年多6个，较大的是较小的3倍。"), ("2025年和2027年加起来多少？", "合计12个。")],
)
def test_times_and_sums_are_told_where_they_are_asked(question: str, words: str) -> None:
    assert of_years(question, fact("泵站", 3, year=2025), fact("泵站", 9, year=2027, at=9)) == words


BOTH = "为21座智慧泵站、67间调度室配备终端设备。"


def test_of_two_things_the_figures_beside_their_names_are_set_against_each_other() -> None:
    assert said("智慧泵站和调度室差多少？", BOTH) == BOTH + "智慧泵站比调度室少46。"


def test_a_sentence_that_holds_both_stands_in_for_a_statement_of_one() -> None:
    words = said("配备终端设备的智慧泵站和调度室差多少？", "配备智慧泵站21座。", sentences=(BOTH,))
    assert "67间" in words
    assert "46" in words


def test_when_two_things_are_done_is_no_matter_of_figures() -> None:
    words = "2024年底，建成智慧泵站。2026年底，建成调度室。"
    assert said("智慧泵站和调度室分别是哪年建成？", words, sentences=(BOTH,)) == words


@pytest.mark.parametrize("question", ["智慧泵站和水厂差多少？", "智慧泵站和调度室由谁负责？"])
def test_nothing_is_reckoned_where_one_of_two_things_has_no_figure_or_none_is_asked(question: str) -> None:
    assert said(question, BOTH) == BOTH


def test_two_cells_of_a_table_have_a_difference_by_the_names_of_their_rows() -> None:
    text = said("潮汐能产业园和浮标生产基地总投资差多少？", "“潮汐能产业园”的总投资：32亿元。", "“浮标生产基地”的总投资：45亿元。")
    assert "13亿元" in text


def test_a_figure_told_of_a_place_is_that_of_the_place() -> None:
    told = said("青屿县县内航线比蓝礁县多开几条？", "青屿县：2028年县内开通航线24条。", "蓝礁县：2028年县内开通航线16条。")
    assert "8条" in told


@pytest.mark.parametrize(
    ("question", "statement", "told"),
    [
        ("智慧泵站净增多少座？", "智慧泵站由21座增加到67座；调度室由3间增加到5间。", "前后相比增加46座。"),
        ("审批时限压缩了多少个工作日？", "审批时限由20个工作日压减至5个工作日。", "前后相比减少15个工作日。"),
        ("引航时间减少多少小时？", "引航时间由9.5小时压缩到6小时以内。", "前后相比至少减少3.5小时。"),
        ("岸电覆盖率提高了几个百分点？", "岸电覆盖率由54.3%提高到60.8%。", "前后相比增加6.5个百分点。"),
        ("智慧泵站翻了几倍？", "智慧泵站由20座增加到60座。", "前后相比增加40座，较大的是较小的3倍。"),
    ],
)
def test_of_a_figure_that_became_another_the_difference_is_told(question: str, statement: str, told: str) -> None:
    assert said(question, statement) == statement + told


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("审批时限压缩到多少个工作日？", "审批时限由20个工作日压减至5个工作日。"),
        ("调度室增加了几间？", "智慧泵站由21座增加到67座。"),
        ("智慧泵站增加了多少人？", "智慧泵站由21座增加到67座。"),
    ],
)
def test_a_change_of_another_thing_or_one_whose_end_alone_is_asked_for_has_no_difference(question: str, statement: str) -> None:
    assert said(question, statement) == statement


def test_what_is_added_and_what_there_is_in_all_have_no_difference() -> None:
    assert derived(fact("新增规上企业", 71, "家"), fact("规上企业", 731, "家", at=9)) == []
    whole = DraftFact({**fact("泵站", 63, at=9).values, "cumulative": True}, fact("泵站", 63, at=9).sources)
    assert derived(fact("泵站", 17), whole) == []


def test_of_three_years_the_one_with_the_most_or_the_least_is_told() -> None:
    facts = tuple(fact("泵站", amount, "座", year, at) for amount, year, at in ((96, 2025, 0), (120, 2026, 9), (84, 2027, 18)))
    assert of_years("哪年改造的泵站最多？", *facts) == "其中最大的是2026年，为120座。"
    assert of_years("哪年改造的泵站最少？", *facts) == "其中最小的是2027年，为84座。"


def test_a_rate_of_growth_that_is_told_has_no_difference_from_the_next_years() -> None:
    facts = (fact("生产总值", 5.9, "%"), fact("生产总值", 5.8, "%", at=9))
    draft = Draft((Statement("生产总值增长5.9%。"), Statement("生产总值增长5.8%左右。")), 1.0, facts=facts)
    assert with_difference(draft, asked("生产总值增长多少？")) == draft
    assert with_difference(draft, asked("两个数差多少？")) != draft


def test_a_change_between_the_two_years_asked_about_is_told_where_no_two_figures_are() -> None:
    statement = "智慧泵站由21座增加到67座。"
    draft = with_difference(
        Draft((Statement(statement, (Source("plan", Span(0, 9)),)),), 1.0), asked("智慧泵站2027年比2025年多几座？", 2025, 2027)
    )
    assert draft.statements[-1].text == "前后相比增加46座。"


@pytest.mark.parametrize("question", ["2025年比2024年少几个小时？", "2024年和2025年相差多少个小时？"])
def test_hours_that_are_counted_by_the_piece_are_hours(question: str) -> None:
    facts = (fact("泊位在港停时", 38, "小时", 2024), fact("泊位在港停时", 35, "小时", 2025, at=9))
    draft = with_difference(Draft((Statement("在港停时。"),), 1.0, facts=facts), asked(question, 2024, 2025))
    assert draft.facts[-1].values["value"] == "3小时"
