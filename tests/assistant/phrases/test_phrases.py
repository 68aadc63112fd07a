"""Phrases are whole in both languages and strict about their variables."""

import re
from pathlib import Path

import pytest

import assistant
from assistant import phrases
from assistant.phrases import LANGUAGES, PhraseError, phrase, quoted, read_phrases


def test_shipped_phrases_read_in_both_languages() -> None:
    assert {phrase("question_empty", language) for language in LANGUAGES} == {
        "问题是空的：请输入想了解的内容。",
        "The question is empty: type what you want to know.",
    }


def test_variables_are_filled_in() -> None:
    assert phrase("ask_for_units", "zh", task="建设平台") == "建设平台由哪些部门负责？"


@pytest.mark.parametrize("variables", [{}, {"task": "甲", "year": 2025}, {"subject": "甲"}])
def test_missing_or_unused_variable_is_a_fault(variables: dict[str, object]) -> None:
    with pytest.raises(PhraseError, match="task"):
        phrase("ask_for_units", "zh", **variables)


def test_unknown_phrase_or_language_is_a_fault() -> None:
    with pytest.raises(PhraseError, match="nonsense"):
        phrase("nonsense", "zh")
    with pytest.raises(PhraseError, match="fr"):
        phrase("question_empty", "fr")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[a]\nzh = "甲"', "needs zh and en"),
        ('[a]\nzh = "甲"\nen = "a"\nfr = "a"', "needs zh and en"),
        ('a = "甲"', "needs zh and en"),
        ('[a]\nzh = "{n}个"\nen = "some"', "other variables"),
    ],
)
def test_uneven_phrase_is_refused_with_its_file(text: str, fault: str) -> None:
    with pytest.raises(PhraseError, match=f"broken.toml.*{fault}"):
        read_phrases({"broken.toml": text})


def test_phrase_in_two_files_is_refused() -> None:
    text = '[a]\nzh = "甲"\nen = "a"'
    with pytest.raises(PhraseError, match=r"two\.toml.*twice"):
        read_phrases({"one.toml": text, "two.toml": text})


def test_name_in_quotation_marks_is_not_put_into_more_of_them() -> None:
    assert quoted("跌倒预警") == "“跌倒预警”"
    assert quoted("“一机游”数字应用") == "“一机游”数字应用"


def test_every_shipped_phrase_is_said_somewhere() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(assistant.__file__).parent.rglob("*.py"))
    shipped = read_phrases({path.name: path.read_text("utf-8") for path in Path(phrases.__file__).parent.glob("*.toml")})
    assert "unit_tasks" in shipped
    assert [name for name in shipped if not re.search(rf"[\"']{name}[\"']", code)] == []
