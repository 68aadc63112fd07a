"""What is asked of a document alone is asked of the one just quoted; another document is asked what the former was."""

import pytest

from assistant.answer import Answer, Citation, Turn
from assistant.conversation.other_documents import of_same_document, with_other_document

BEFORE = "渔业计划是谁印发的？"
CITED = Citation(1, "d", "v", "远帆市渔业行动计划", (), None, 0, 2, "印发")
HISTORY = [Turn(BEFORE, Answer("answered", "", citations=(CITED,), resolved_question=BEFORE))]


@pytest.mark.parametrize("text", ["文号呢？", "联系人是谁？", "什么时候印发的？"])
def test_what_is_asked_of_documents_is_asked_of_the_one_quoted(text: str) -> None:
    told = of_same_document(text, BEFORE, HISTORY)
    assert told is not None
    assert told.startswith("《远帆市渔业行动计划》")


@pytest.mark.parametrize("text", ["港口条例文号呢？", "由谁牵头？"])
def test_another_document_or_a_task_is_not_asked_of_it(text: str) -> None:
    assert of_same_document(text, BEFORE, HISTORY) is None


def test_nothing_is_asked_of_it_where_its_content_was_spoken_of() -> None:
    assert of_same_document("文号呢？", "渔港补贴多少？", HISTORY) is None


@pytest.mark.parametrize(("text", "named"), [("那份答复呢？", "答复"), ("港口那份呢？", "港口计划")])
def test_another_document_is_asked_the_same(text: str, named: str) -> None:
    told = with_other_document(BEFORE, text)
    assert told is not None
    assert told.startswith(named)
    assert "印发" in told
