"""An answer given before is shown as long as the public may read what it rests on."""

from types import SimpleNamespace
from typing import Any

from assistant.withholding import without_withheld
from tests.assistant.examples import an_answer


def knowing(*documents: str, generation: str = "g1") -> Any:
    return SimpleNamespace(generation=generation, documents=lambda: [SimpleNamespace(id=document) for document in documents])


def test_an_answer_stays_while_its_documents_are_there() -> None:
    answer = an_answer(answer_id="a", conversation_id="c")
    assert without_withheld(answer, knowing("other", "plan")) == answer


def test_nothing_is_left_of_an_answer_whose_document_is_gone_but_that_it_was_given() -> None:
    answer = an_answer(answer_id="a", conversation_id="c")
    left = without_withheld(answer, knowing("other"))
    assert (left.answer_id, left.conversation_id, left.status, left.reason) == ("a", "c", "not_found", "not_in_corpus")
    assert (left.citations, left.facts, left.notices, left.suggestions, left.resolved_question) == ((), (), (), (), "")
    assert "10" not in left.text


def test_questions_suggested_from_another_generation_are_left_out() -> None:
    answer = an_answer()
    later = without_withheld(answer, knowing("plan", generation="g2"))
    assert (later.text, later.suggestions) == (answer.text, ())
