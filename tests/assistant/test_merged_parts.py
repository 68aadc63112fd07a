"""What the parts of a compound question are answered with is said together, each once."""

from assistant.draft import Draft, DraftFact, DraftNotice, Source, Statement
from assistant.merged_parts import Part, merge_parts
from corpus.model.span import Span


def source(start: int, document_id: str = "d") -> Source:
    return Source(document_id, Span(start, start + 5))


def answered(start: int, *, score: float = 0.8, kind: str = "responsibility") -> Draft:
    fact = DraftFact({"kind": kind, "value": "3"}, (source(start),))
    return Draft((Statement(f"第{start}条。", (source(start),)),), score, facts=(fact,), notices=(DraftNotice("conflict", str(start)),))


def merged(whole: Draft | None, drafts: list[Draft | None], *, adds: bool = False) -> Draft:
    return merge_parts(whole, [Part("丙由谁负责", draft, adds) for draft in drafts], "zh")


REFUSED = Draft((Statement("没有数据。"),), 0.9, status="not_found", reason="outside_period")


def test_all_parts_speak_in_order_with_their_facts_and_notices() -> None:
    draft = merged(None, [answered(0), answered(10)])
    assert [statement.sources for statement in draft.statements] == [(source(0),), (source(10),)]
    assert len(draft.facts) == len(draft.notices) == 2


def test_what_two_parts_both_say_is_said_once() -> None:
    draft = merged(None, [answered(0), answered(0), answered(10)])
    assert [statement.text for statement in draft.statements] == ["第0条。", "第10条。"]


def test_what_a_later_part_says_more_of_is_said_once() -> None:
    short = Draft((Statement("跑道延长至1200米。", (source(0),)),), 0.8)
    longer = Draft((Statement("跑道延长至1200米，具备夜航能力。", (source(3),)),), 0.8)
    said = merge_parts(None, (Part("多长", short, True), Part("什么时候", longer, True)), "zh")
    assert [statement.text for statement in said.statements] == ["跑道延长至1200米，具备夜航能力。"]


def test_same_proof_in_other_words_is_given_once() -> None:
    reworded = Draft((Statement("换个说法。", (source(0),)),), 0.8)
    assert [statement.text for statement in merged(None, [answered(0), reworded, answered(10)]).statements] == ["第0条。", "第10条。"]


def test_answer_of_the_whole_stays_when_it_holds_a_figure_for_each_part() -> None:
    whole = Draft(
        (Statement("甲3个，乙4个。", (source(0),)),),
        0.9,
        facts=(DraftFact({"kind": "target", "value": "3"}), DraftFact({"kind": "target", "value": "4"})),
    )
    assert merged(whole, [answered(0), answered(10)]) is whole


def test_part_that_says_more_of_its_words_is_not_left_out_for_the_whole() -> None:
    whole = Draft((Statement("甲3个，乙4个。", (source(0),)),), 0.9, facts=(DraftFact({"kind": "target", "value": "3"}),) * 2)
    assert [statement.text for statement in merged(whole, [answered(0), answered(10)], adds=True).statements] == ["第0条。", "第10条。"]


def test_part_without_an_answer_makes_the_answer_partial_and_says_so() -> None:
    draft = merged(None, [answered(0), None])
    assert draft.status == "partial"
    assert "丙由谁负责" in draft.statements[-1].text
    assert draft.statements[-1].sources == ()


def test_figures_of_a_part_without_an_answer_are_not_repeated() -> None:
    draft = merge_parts(None, [Part("甲由谁负责", answered(0), False), Part("2030年建几个", None, False)], "zh")
    assert draft.status == "partial"
    assert not any("2030" in statement.text for statement in draft.statements)


def test_whole_answer_that_no_part_repeats_is_kept_when_it_fits_better() -> None:
    whole = Draft((Statement("总的说。", (source(50),)),), 1.2)
    texts = [statement.text for statement in merged(whole, [answered(0), answered(10)]).statements]
    assert texts == ["总的说。", "第0条。", "第10条。"]


def test_whole_answer_that_fits_worse_than_the_parts_is_left_out() -> None:
    whole = Draft((Statement("别的事。", (source(50),)),), 0.4)
    texts = [statement.text for statement in merged(whole, [answered(0), answered(10)]).statements]
    assert texts == ["第0条。", "第10条。"]


def test_parts_that_are_all_refused_stay_refused() -> None:
    draft = merged(REFUSED, [REFUSED, REFUSED])
    assert (draft.status, draft.reason) == ("not_found", "outside_period")
    assert len(draft.statements) == 1


def test_a_clause_of_what_is_said_already_is_not_said_again() -> None:
    said = [Draft((Statement(text, (source(start),)),), 0.8) for start, text in enumerate(("由甲局建设，接入34个市场。", "接入34个市场。"))]
    assert [statement.text for statement in merged(None, said).statements] == ["由甲局建设，接入34个市场。"]
