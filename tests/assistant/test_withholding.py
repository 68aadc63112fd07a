"""An answer given before is shown as long as the public may read what it rests on, and so is what was understood from it."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answer import Answer, Notice, Turn
from assistant.withholding import without_withheld
from tests.assistant.examples import an_answer


def knowing(*documents: str, generation: str = "g2") -> Any:
    held = [SimpleNamespace(id=document, title=f"《{document}》的题目") for document in documents]
    return SimpleNamespace(generation=generation, documents=lambda: held)


def shown(*answers: Answer, knowledge: Any, question: str = "目标是多少？") -> list[Answer]:
    return [turn.answer for turn in without_withheld([Turn(question, answer) for answer in answers], knowledge)]


def refusal(text: str = "《另一计划》没有写明电话。", **changes: object) -> Answer:
    return an_answer(status="not_found", reason="not_in_corpus", text=text, citations=(), facts=(), notices=(), **changes)


def test_an_answer_stays_while_its_documents_are_there() -> None:
    answer = an_answer(answer_id="a", conversation_id="c", suggestions=())
    assert shown(answer, knowledge=knowing("other", "plan")) == [answer]


def test_nothing_is_left_of_an_answer_whose_document_is_gone_but_that_it_was_given() -> None:
    (left,) = shown(an_answer(answer_id="a", conversation_id="c"), knowledge=knowing("other"))
    assert (left.answer_id, left.conversation_id, left.status, left.reason) == ("a", "c", "not_found", "not_in_corpus")
    assert (left.citations, left.facts, left.notices, left.suggestions, left.resolved_question) == ((), (), (), (), "")
    assert "10" not in left.text


def test_what_was_asked_after_an_answer_that_is_gone_is_gone_and_what_was_asked_before_stays() -> None:
    gone = an_answer(citations=(replace(an_answer().citations[0], document_id="secret"),))
    first = an_answer(suggestions=(), text="丙[1]")
    before, *after = shown(first, gone, first, refusal(), knowledge=knowing("plan"))
    assert before == first
    assert len({answer.text for answer in after}) == 1
    assert all(answer.citations == () for answer in after)


def test_what_was_asked_of_this_generation_after_an_answer_that_is_gone_is_gone_too() -> None:
    later = an_answer(generation="g2")
    gone, followed = shown(an_answer(), later, knowledge=knowing("other"))
    assert followed.text == gone.text


def test_of_a_refusal_of_another_generation_only_the_reason_stays() -> None:
    (left,) = shown(refusal(resolved_question="青虬的电话？", suggestions=("青虬？",)), knowledge=knowing("plan"))
    assert "另一计划" not in left.text
    assert (left.status, left.reason, left.resolved_question, left.suggestions) == ("not_found", "not_in_corpus", "", ())
    same = refusal(generation="g2")
    assert shown(same, knowledge=knowing("plan")) == [same]


@pytest.mark.parametrize("reason", ["outside_period", "no_such_indicator", "not_policy", "unsafe", "needs_clarification"])
def test_every_reason_has_words_for_it(reason: str) -> None:
    for language in ("zh", "en"):
        (left,) = shown(an_answer(status="out_of_scope", reason=reason, citations=(), language=language), knowledge=knowing("plan"))
        assert left.text != an_answer().text
        assert left.reason == reason


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "到2025年建成10个[1]；《另一计划》没有写明。"},
        {"resolved_question": "《另一计划》的目标是多少？"},
        {"notices": (Notice("superseded", "已由《另一计划》代替", (1,)),)},
    ],
)
def test_an_answer_that_names_a_document_that_is_gone_is_gone(changes: dict[str, Any]) -> None:
    (left,) = shown(an_answer(**changes), knowledge=knowing("plan"))
    assert (left.citations, left.resolved_question) == ((), "")


def test_titles_that_are_there_or_quoted_or_asked_for_hold_nothing_back() -> None:
    answer = an_answer(text="《other》和《行动计划》、《问到的》[1]。", suggestions=())
    assert shown(answer, knowledge=knowing("plan", "other"), question="《问到的》和《行动计划》？") == [answer]


def test_questions_suggested_from_another_generation_are_left_out() -> None:
    answer = an_answer()
    (later,) = shown(answer, knowledge=knowing("plan"))
    assert (later.text, later.suggestions) == (answer.text, ())
