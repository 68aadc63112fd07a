"""Who reads an answer given before is told what changed in its sources."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.changed_since import with_changes
from corpus.errors import NotFoundError
from tests.assistant.examples import an_answer


def knowing(version: str, text: str) -> Any:
    def document(document_id: str) -> Any:
        if document_id != "plan":
            raise NotFoundError(document_id)
        return SimpleNamespace(version=version, text=text)

    return SimpleNamespace(document=document)


def messages(knowledge: Any, language: str = "zh") -> list[tuple[str, tuple[int, ...]]]:
    return [
        (notice.message, notice.markers)
        for notice in with_changes(an_answer(language=language), knowledge).notices
        if notice.kind == "changed_since"
    ]


def test_nothing_is_said_while_the_document_is_the_same() -> None:
    version, quote = an_answer().citations[0].document_version, an_answer().citations[0].quote
    assert with_changes(an_answer(), knowing(version, quote)) == an_answer()
    assert messages(knowing(version, "")) == []


@pytest.mark.parametrize("broken", [False, True])
def test_words_that_still_stand_are_told_from_words_that_are_gone(broken: bool) -> None:
    quote = an_answer().citations[0].quote
    text = f"前文。{quote[:3]}\n{quote[3:]}后文。" if broken else f"前文。{quote}后文。"
    assert [message.endswith("所引的文字没有变") for message, _ in messages(knowing("other", text))] == [True]
    ((message, markers),) = messages(knowing("other", "别的话。"))
    assert "已经改变或删去" in message
    assert markers == (1,)


def test_a_withdrawn_document_is_said_to_be_withdrawn() -> None:
    nothing: Any = SimpleNamespace(document=knowing("", "").document)
    answer = an_answer()
    elsewhere = replace(answer, citations=tuple(replace(citation, document_id="gone") for citation in answer.citations))
    assert "已经撤回" in with_changes(elsewhere, nothing).notices[-1].message


def test_it_is_said_in_the_language_of_the_answer() -> None:
    assert "please ask again" in messages(knowing("other", ""), "en")[0][0]
