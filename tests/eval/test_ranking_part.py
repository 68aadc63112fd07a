import ast
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from assistant.composers.prose import sentences
from assistant.composers.targets import fit as target_fit
from corpus.knowledge.knowledge_base import KnowledgeBase
from eval.ranking_part import PARTS, Part, PartError, neutral_value, part_set

BY_NAME = {part.name: part for part in PARTS}
GONE = [
    Part("gone", "assistant.evidence", "NO_SUCH_WEIGHT", 0.0, "a constant that was removed"),
    Part("moved", "assistant.no_such_module", "WEIGHT", 0.0, "a module that was renamed"),
    Part("method gone", "corpus.knowledge.knowledge_base", "KnowledgeBase.no_such_search", 0.0, "a method that was removed"),
    Part("neutral gone", "assistant.evidence", "HEADING_WEIGHT", "NO_SUCH_WEIGHT", "the constant that it is set to was removed"),
]


def current(part: Part) -> object:
    owner = import_module(part.module)
    for step in part.attribute.split("."):
        owner = getattr(owner, step)
    return owner


def at(path: str) -> Any:
    """What a module holds, wherever it got it from."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_declared_part_exists_and_has_a_value_to_leave_it_out_with(part: Part) -> None:
    neutral = neutral_value(part)
    assert callable(neutral) if callable(current(part)) else isinstance(neutral, float)
    assert part.meaning.strip()


@pytest.mark.parametrize("part", [part for part in PARTS if not callable(part.neutral)], ids=lambda part: part.name)
def test_every_constant_is_a_float_of_its_own_so_that_its_copies_can_be_told_from_others(part: Part) -> None:
    assert type(current(part)) is float


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_part_is_read_when_a_question_is_asked_not_when_a_module_loads(part: Part) -> None:
    name = part.attribute.rpartition(".")[2]
    answering_modules = [module for key, module in sys.modules.items() if key.startswith("assistant.") and module.__file__]
    holders = [module for module in answering_modules if vars(module).get(name) is current(part) or callable(part.neutral)]
    functions = [
        node.body
        for module in holders
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    read = {getattr(node, "id", None) or getattr(node, "attr", None) for body in functions for line in body for node in ast.walk(line)}
    assert name in read


def test_each_part_has_a_name_of_its_own_and_no_value_is_tried_twice() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)
    assert len({(part.module, part.attribute, str(part.neutral)) for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize("part", GONE, ids=lambda part: part.name)
def test_a_part_that_is_gone_is_named_with_the_file_to_mend(part: Part) -> None:
    with pytest.raises(PartError, match=rf"'{part.name}' is .*gone; mend its line in eval/ranking_part\.py"):
        neutral_value(part)


def test_a_part_is_set_in_every_module_that_imported_it_and_put_back() -> None:
    copies = ("assistant.checks.refusals.THRESHOLD", "assistant.answering.THRESHOLD")
    before = [at(path) for path in copies]
    with part_set(BY_NAME["threshold"], 0.7):
        assert [at(path) for path in copies] == [0.7, 0.7]
    assert [at(path) for path in copies] == before


def test_a_constant_of_the_same_name_elsewhere_is_let_alone() -> None:
    before = sentences.YEAR_FITS
    with part_set(BY_NAME["target: year fits"], 0.0):
        assert target_fit.YEAR_FITS == 0
        assert before == sentences.YEAR_FITS


def test_a_part_can_be_as_neutral_as_another_constant() -> None:
    assert neutral_value(BY_NAME["heading"]) == at("assistant.evidence.CONTEXT_WEIGHT")


def test_without_the_vectors_nothing_is_found_by_meaning() -> None:
    vectors, search = BY_NAME["vectors"], KnowledgeBase.search_vectors
    with part_set(vectors, neutral_value(vectors)):
        assert KnowledgeBase.search_vectors(object(), "公园", limit=5) == []  # type: ignore[arg-type]
    assert KnowledgeBase.search_vectors is search


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_constant_is_put_back_even_when_a_run_breaks(part: Part) -> None:
    before = current(part)

    def break_off() -> None:
        with part_set(part, neutral_value(part)):
            assert current(part) is neutral_value(part)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert current(part) is before
