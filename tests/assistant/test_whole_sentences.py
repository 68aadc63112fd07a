"""An answer that tells fewer figures than are wanted is widened to the rest of its sentence, and no further than that tells more."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.understanding.asks import asks_of
from assistant.whole_sentences import tells_number, tells_wants, with_rest
from corpus.language.terms import terms_of
from corpus.model.span import Span

TEXT = "概况。海堤工程修建22公里，防潮标准由50年一遇提高到100年一遇；种树300棵。两年后验收，验收费用6万元。"


def source(quote: str, text: str = TEXT) -> Source:
    return Source("plan", Span(text.index(quote), text.index(quote) + len(quote)))


def draft(quote: str, said: str = "", **values: Any) -> Draft:
    return Draft((Statement(said or quote + "。", (source(quote, values.pop("text", TEXT)),)),), 1.0, **values)


def asked(question: str, *years: int, text: str = TEXT, sentences: tuple[str, ...] = ()) -> Evidence:
    words = terms_of(question)
    matcher = SimpleNamespace(
        terms_in=lambda said: frozenset(word for word in words if word in said),
        match=lambda said: SimpleNamespace(coverage=sum(word in said for word in words) / len(words)),
    )
    document = SimpleNamespace(id="plan", text=text)
    found = [SimpleNamespace(document=document, span=source(one, text).span, text=one, score=1.0) for one in sentences]
    return cast(
        Evidence,
        SimpleNamespace(
            question=SimpleNamespace(
                text=question, years=years, asks=asks_of(question), language="zh", documents=SimpleNamespace(strongest=None)
            ),
            matcher=matcher,
            knowledge=SimpleNamespace(document=lambda _: document),
            sentences=found,
            scenarios=(),
        ),
    )


def said(made: Draft) -> str:
    return "".join(statement.text for statement in made.statements)


def test_the_clause_beside_tells_the_other_figure() -> None:
    made = with_rest(draft("海堤工程修建22公里", "2026年，海堤工程修建22公里。"), asked("海堤今年修多长？防潮标准提到多少年一遇？"))
    assert said(made) == "2026年，海堤工程修建22公里，防潮标准由50年一遇提高到100年一遇。"
    assert made.statements[0].sources[0].span.of(TEXT) == "海堤工程修建22公里，防潮标准由50年一遇提高到100年一遇"


def test_an_answer_that_tells_all_stays_as_it_is() -> None:
    whole = draft("海堤工程修建22公里，防潮标准由50年一遇提高到100年一遇")
    assert with_rest(whole, asked("海堤修多长？防潮标准提到多少年一遇？")) is whole


def test_one_thing_wanted_is_not_told_with_more() -> None:
    one = draft("海堤工程修建22公里")
    assert with_rest(one, asked("海堤工程修建多少公里？")) is one


def test_a_figure_of_another_kind_is_not_the_rest() -> None:
    one = draft("海堤工程修建22公里")
    assert with_rest(one, asked("海堤工程修建多少公里？安置多少户？")) is one


def test_a_part_said_to_have_no_answer_has_one_when_all_is_told() -> None:
    told = draft("海堤工程修建22公里", status="partial")
    open_part = Statement("关于“防潮标准”，已收录的文件没有写明。")
    made = with_rest(Draft((*told.statements, open_part), 1.0, status="partial"), asked("海堤修建多少公里？防潮标准提到多少年一遇？"))
    assert (made.status, "没有写明" in said(made)) == ("answered", False)


def test_a_part_that_asks_for_no_figure_stays_without_an_answer() -> None:
    open_part = Statement("关于“由哪个部门负责”，已收录的文件没有写明。")
    told = Draft((*draft("海堤工程修建22公里").statements, open_part), 1.0, status="partial")
    made = with_rest(told, asked("海堤修建多少公里？防潮标准提到多少年一遇？由哪个部门负责？"))
    assert (made.status, "没有写明" in said(made), "100年一遇" in said(made)) == ("partial", True, True)


def test_the_sentence_beside_is_told_as_well() -> None:
    made = with_rest(draft("种树300棵"), asked("种树多少棵？验收费用多少元？"))
    assert said(made) == "种树300棵。两年后验收，验收费用6万元。"


def test_what_stands_before_a_year_is_of_another_year() -> None:
    text = "2024年，单量700万单，出口7亿元；2025年，单量800万单。"
    kept = draft("2025年，单量800万单", text=text)
    assert with_rest(kept, asked("2025年单量多少单？出口多少元？", 2025, text=text)) is kept


def test_the_sentence_that_tells_all_stands_in_for_one_that_tells_less() -> None:
    text = "三期2024年10月开工。\n标准厂房的企业前2年租金全免、后3年租金减半。"
    question = asked("标准厂房前几年租金全免，后几年租金减半？", text=text, sentences=("标准厂房的企业前2年租金全免、后3年租金减半。",))
    made = with_rest(draft("三期2024年10月开工", text=text), question)
    assert said(made) == "标准厂房的企业前2年租金全免、后3年租金减半。"


def test_what_else_is_answered_does_not_give_way_to_a_sentence() -> None:
    text = "三期2024年10月开工。\n标准厂房的企业前2年租金全免、后3年租金减半。"
    asked_more = asked(
        "厂房前几年租金全免，后几年租金减半，由哪个部门负责？", text=text, sentences=("标准厂房的企业前2年租金全免、后3年租金减半。",)
    )
    kept = draft("三期2024年10月开工", text=text)
    assert with_rest(kept, asked_more) is kept


def test_a_year_that_is_not_held_is_found_in_the_sentence_that_names_it() -> None:
    text = "2025年，物流费用占比为14%，比2022年下降1.3个百分点。"
    question = asked("物流费用占比多少，比2022年降了几个百分点？", 2022, text=text, sentences=(text,))
    made = with_rest(draft("物流费用占比为14%", text=text, status="not_found", reason="outside_period"), question)
    assert (made.status, made.reason) == ("answered", None)
    assert "1.3个百分点" in said(made)


def test_a_year_that_no_sentence_names_stays_refused() -> None:
    text = "2025年，物流费用占比为14%，比2024年下降1.3个百分点。"
    kept = draft("物流费用占比为14%", text=text, status="not_found", reason="outside_period")
    assert with_rest(kept, asked("物流费用占比多少，比2022年降了几个百分点？", 2022, text=text, sentences=(text,))) is kept


def test_one_figure_for_several_years_is_one_thing_told() -> None:
    text = "建成农田18万亩，粮食产量196万吨。\n建设农田15万亩，公路300公里。"
    facts = [DraftFact({"kind": "target", "year": year, "value": value, "unit": "亩"}) for year, value in ((2024, "18万"), (2025, "15万"))]
    statements = tuple(Statement(one + "。", (source(one, text),)) for one in ("建成农田18万亩", "建设农田15万亩"))
    made = with_rest(Draft(statements, 1.0, facts=(*facts, facts[0])), asked("农田建成多少，产量是多少？", text=text))
    assert said(made) == "建成农田18万亩，粮食产量196万吨。建设农田15万亩。"


def test_a_derived_figure_is_left_as_it_is() -> None:
    made = draft("海堤工程修建22公里", facts=(DraftFact({"kind": "derived"}),))
    assert with_rest(made, asked("海堤修多长？防潮标准提到多少年一遇？")) is made


def test_a_part_is_told_by_the_whole_only_in_the_unit_it_counts_in() -> None:
    whole = draft("海堤工程修建22公里")
    assert tells_wants(whole, "修几公里？")
    assert not tells_wants(whole, "修几年？")
    assert not tells_wants(whole, "修多少？")
    assert not tells_wants(None, "修几公里？")


def test_a_sentence_beside_that_counts_what_is_wanted_is_told_though_it_says_little_of_it() -> None:
    made = with_rest(draft("海堤工程修建22公里"), asked("海堤修几公里？验收要花多少元？"))
    assert "22公里" in said(made)


def test_the_number_of_a_document_is_told_with_its_name() -> None:
    named = draft("概况", facts=(DraftFact({"kind": "policy", "number": "岚政发〔2025〕3号"}, ()),))
    assert tells_number(("document_number",), named)
    assert not tells_number(("owner",), named)
    assert not tells_number(("document_number",), draft("概况"))


def test_where_the_month_is_asked_the_sentence_beside_that_tells_it_is_given() -> None:
    text = "新建驿站40个。（责任部门：市总工会；完成时限：9月）"
    made = with_rest(draft("新建驿站40个", "2026年，新建驿站40个。", text=text), asked("驿站几月完成？", text=text))
    assert said(made) == "2026年，新建驿站40个。（责任部门：市总工会；完成时限：9月）。"


def test_what_fits_the_question_too_little_tells_no_part() -> None:
    period = Draft((Statement("“场景”的建设期限：2025年1月-2025年12月。"),), 0.2)
    assert not tells_wants(period, "哪年底建成？")
    assert tells_wants(replace(period, score=1.0), "哪年底建成？")
