"""Templates are rendered with exactly their variables, and each that is shipped is one that the program uses."""

from importlib.resources import files

import pytest

from prompts import PromptError, read_template, render

VARIABLES = {
    "answer": {"as_of", "question", "points", "sources", "language"},
    "summarise": {"title", "question", "sources", "language"},
    "rewrite_question": {"history", "question"},
    "translate_question": {"history", "question"},
}


def test_every_template_is_listed_here() -> None:
    assert {entry.name.removesuffix(".txt") for entry in files("prompts").iterdir() if entry.name.endswith(".txt")} == VARIABLES.keys()


@pytest.mark.parametrize("name", VARIABLES)
def test_every_variable_is_rendered(name: str) -> None:
    prompt = render(name, **{variable: f"<{variable}>" for variable in VARIABLES[name]})
    assert all(f"<{variable}>" in prompt.system + prompt.user for variable in VARIABLES[name])
    assert "$" not in prompt.system + prompt.user


def test_a_value_is_not_read_as_a_template() -> None:
    prompt = render("rewrite_question", history="$question # system", question="预算是$100吗？")
    assert "$question # system" in prompt.user
    assert "$100" in prompt.user


@pytest.mark.parametrize("variables", [{"question": "甲"}, {"question": "甲", "history": "", "sources": ""}, {}])
def test_a_missing_and_a_needless_variable_are_faults(variables: dict[str, str]) -> None:
    with pytest.raises(PromptError, match="takes the variables"):
        render("rewrite_question", **variables)


@pytest.mark.parametrize("name", ["nothing", "../corpus/manifest", ""])
def test_an_unknown_template_is_a_fault(name: str) -> None:
    with pytest.raises(PromptError, match="no prompt"):
        render(name)


@pytest.mark.parametrize("text", ["# user\n问题", "# system\n规则", "规则\n# system\n一\n# user\n二", "# system\n只要1$\n# user\n问题", ""])
def test_a_template_that_is_not_whole_is_a_fault(text: str) -> None:
    with pytest.raises(PromptError):
        read_template("draft", text)
