"""Parts of the ranking: the named constants of the answering side, declared as data so that each can be left out of a run."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from corpus.errors import AssistantError

Value = float | Callable[..., Any]
NEVER = 9.0
"""A share or score that nothing reaches."""


class PartError(AssistantError):
    """A part of the ranking is unknown, or no longer where it is declared."""

    code = "part"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the ranking: the constant `attribute` of `module`, and what it stands for.

    `neutral` is the value at which the part does nothing, or the name of another constant of the module whose value that is.
    """

    name: str
    module: str
    attribute: str
    neutral: Value | str
    meaning: str


def _finds_nothing(*_arguments: object, **_options: object) -> list[Any]:
    return []


MATCHING, EVIDENCE = "assistant.matching", "assistant.evidence"
ANSWERING, ABOUTNESS, REFUSALS = "assistant.answering", "assistant.checks.aboutness", "assistant.checks.refusals"
TARGETS, SENTENCES, OWNERS = (
    "assistant.composers.targets.targets",
    "assistant.composers.prose.sentences",
    "assistant.composers.units.owners",
)
TARGET_FIT, TARGET_PAIRS, NEARNESS = "assistant.composers.targets.fit", "assistant.composers.targets.pairs", "assistant.nearness"
NAMING, RULE_SENTENCES = "assistant.understanding.document_naming", "assistant.composers.regulations.rule_sentences"
POLICIES, DESCRIPTIONS = "assistant.composers.documents.policies", "assistant.composers.prose.descriptions"
SCENARIOS, KNOWLEDGE = "assistant.composers.rows.scenarios", "corpus.knowledge.knowledge_base"

PARTS: tuple[Part, ...] = (
    Part("run", MATCHING, "RUN_WEIGHT", 0.0, "question words found side by side count more"),
    Part("synonyms", MATCHING, "CONCEPT_WEIGHT", 0.0, "everyday words found as official ones count"),
    Part("background", MATCHING, "BACKGROUND_WEIGHT", 0.0, "words of the conversation and of the other parts of a question count"),
    Part("background discount", MATCHING, "BACKGROUND_WEIGHT", 1.0, "words of the conversation count less than the question's own"),
    Part("unheard words", MATCHING, "UNKNOWN_WEIGHT", 1.0, "two characters that no entry holds side by side count little"),
    Part("function words", MATCHING, "LOOSE_WEIGHT", "UNKNOWN_WEIGHT", "they count even less where one of them is a function word"),
    Part("conversation", MATCHING, "EARLIER_WEIGHT", 0.0, "words of the conversation before a question choose between places"),
    Part("same line", NEARNESS, "SAME_LINE", 0.0, "a part of a question is looked for in the row or paragraph of the part before"),
    Part("same section", NEARNESS, "SAME_SECTION", 0.0, "… in its section"),
    Part("same document", NEARNESS, "SAME_DOCUMENT", 0.0, "… in its document"),
    Part("context", EVIDENCE, "CONTEXT_WEIGHT", 0.0, "question words in heading path, title and paragraph count"),
    Part(
        "heading", EVIDENCE, "HEADING_WEIGHT", "CONTEXT_WEIGHT", "words in the heading right above a sentence count more than in the rest"
    ),
    Part("quoted", EVIDENCE, "QUOTED_BONUS", 0.0, "a bonus for holding what the question puts in marks"),
    Part("quoted missing", EVIDENCE, "QUOTED_MISSING", 0.0, "a penalty for not holding what the question puts in marks"),
    Part("named document", EVIDENCE, "DOCUMENT_WEIGHT", 0.0, "a bonus for the document that the question names"),
    Part("other documents", EVIDENCE, "OTHER_DOCUMENT_PENALTY", 0.0, "a penalty for all documents but the one named"),
    Part("outdated", EVIDENCE, "OUTDATED_PENALTY", 0.0, "a penalty for plans whose period is over"),
    Part(
        "other regions",
        EVIDENCE,
        "OTHER_REGION_PENALTY",
        0.0,
        "a penalty for documents of other cities than the one that the question names",
    ),
    Part("title run", NAMING, "BY_RUN", 0.0, "six characters of one title alone name its document"),
    Part("only of region", NAMING, "ONLY_OF_REGION", 0.0, "the name of a city names its only document"),
    Part("numbered", NAMING, "BESIDE_NUMBERED", 1.0, "a document named by its number is meant before others"),
    Part("vector weight", EVIDENCE, "VECTOR_WEIGHT", 0.0, "passages near in meaning score higher"),
    Part("vectors", KNOWLEDGE, "KnowledgeBase.search_vectors", _finds_nothing, "passages are found by meaning as well as by words"),
    Part("precision", TARGET_FIT, "PRECISION", 0.0, "an indicator all of whose words are asked for goes first"),
    Part("target: year fits", TARGET_FIT, "YEAR_FITS", 0.0, "a bonus for a figure of the year asked about"),
    Part("target: year differs", TARGET_FIT, "YEAR_DIFFERS", 0.0, "a penalty for a figure of another year"),
    Part("target: year of report", TARGET_FIT, "YEAR_OF_REPORT", 0.0, "a bonus for the year that a report calls 今年"),
    Part("target: in all", TARGET_FIT, "IN_ALL", 0.0, "a total asked for goes before its parts"),
    Part("target: event", TARGET_FIT, "OTHER_EVENT", 0.0, "a penalty for a deadline of another event than the one asked for"),
    Part("target: named whole", TARGET_FIT, "NAMED_WHOLE", 0.0, "an indicator called by its whole name goes first"),
    Part("target: aimed", TARGET_FIT, "AIMED", 0.0, "aims go before results where aims are asked for"),
    Part("target: claimed", TARGET_FIT, "CLAIMED", 0.0, "a figure in the unit of the one to be confirmed goes first"),
    Part("target: added", TARGET_FIT, "ADDED", 0.0, "a penalty for a total where what is added is asked for"),
    Part("target: stock", TARGET_FIT, "STOCK", 0.0, "a penalty for what is added where a total is asked for"),
    Part("same subject", TARGET_FIT, "SAME_SUBJECT", 1.0, "indicators in slightly other words are the same"),
    Part("contained subject", TARGET_FIT, "CONTAINED", 0.0, "indicators of which one has more words are the same"),
    Part("further figures", TARGETS, "COMPANION", NEVER, "a question for two figures gets the second of the paragraph too"),
    Part("further figures: asked", TARGETS, "COMPANION", 0.0, "a second figure only where the question holds the words of its indicator"),
    Part("further figures: gain", TARGETS, "GAIN", 0.0, "a second figure only where it adds words of the question"),
    Part("compared documents", TARGET_PAIRS, "NAMED", NEVER, "a question that compares two named documents gets a figure of each"),
    Part("announces", SENTENCES, "ANNOUNCES", 0.0, "a bonus for a sentence that announces a list asked for"),
    Part("defined", SENTENCES, "DEFINED", 0.0, "a bonus for a sentence that defines the name asked about"),
    Part("headed", DESCRIPTIONS, "HEADED", 0.0, "a bonus under the heading that names what is asked"),
    Part("opening", DESCRIPTIONS, "OPENING", 0.0, "a bonus for the first sentence under the heading that names what is asked"),
    Part("sentence: year", SENTENCES, "YEAR_FITS", 0.0, "sentences of the year asked about go before those of others"),
    Part("holds", SENTENCES, "HOLDS", 0.0, "a bonus for a sentence with a time or figure where one is asked for"),
    Part("done", SENTENCES, "DONE", 0.0, "what was done goes before what is to be done where progress is asked"),
    Part("length", SENTENCES, "LENGTH_PENALTY", 0.0, "a penalty for long sentences"),
    Part("same paragraph", SENTENCES, "NEARBY_GAIN", NEVER, "a second sentence of the paragraph that goes on with the subject"),
    Part("grants", RULE_SENTENCES, "GRANTS", 0.0, "a bonus for a sentence that grants where a grant is asked for"),
    Part("second sentence", SENTENCES, "SECOND_GAIN", NEVER, "a second sentence for what the first leaves open"),
    Part("second sentence: gain", SENTENCES, "SECOND_GAIN", 0.0, "a second sentence only where it adds words of the question"),
    Part("second sentence: score", SENTENCES, "SECOND_SCORE", 0.0, "a second sentence only where it scores nearly as well"),
    Part("policy: described", POLICIES, "DESCRIBED", 0.0, "a reference must hold words of the question to be the one described"),
    Part("second row", SCENARIOS, "SECOND_ROW", NEVER, "a question for two table rows gets the second too"),
    Part("prose handicap", OWNERS, "PROSE_HANDICAP", 0.0, "lists of responsible units go before sentences about duties"),
    Part("threshold", REFUSALS, "THRESHOLD", -NEVER, "evidence of low score is refused"),
    Part("told", ANSWERING, "TOLD", 0.0, "an answer to the whole question must hold the words of a part to have answered it"),
    Part("named in the answer", ABOUTNESS, "NAME_RUN", NEVER, "an answer with a name of the question is of what it asks about"),
    Part("something else", ABOUTNESS, "SURE", -NEVER, "an unsure answer that holds none of the everyday words asked about is refused"),
)
"""The parts that can be left out, in the order in which a question meets them."""


def neutral_value(part: Part) -> Value:
    """The value at which `part` does nothing. Raises PartError when its constant, or the one it is set to, is not there."""
    _owner_of(part, part.attribute)
    if isinstance(part.neutral, str):
        owner, name = _owner_of(part, part.neutral)
        value: float = getattr(owner, name)
        return value
    return part.neutral


@contextmanager
def part_set(part: Part, value: Value) -> Iterator[None]:
    """Set `part` for the length of the block, in every module that imported its constant, and put it back whatever happens.

    Raises PartError when the constant is not there.
    """
    owner, name = _owner_of(part, part.attribute)
    before = getattr(owner, name)
    with ExitStack() as restoring:
        for holder in _holders(owner, name, before):
            restoring.callback(setattr, holder, name, before)
            setattr(holder, name, value)
        yield


def _owner_of(part: Part, path: str) -> tuple[Any, str]:
    """The module or class that holds the constant at `path`, and the constant's name in it."""
    *classes, name = path.split(".")
    try:
        owner: Any = import_module(part.module)
        for step in classes:
            owner = getattr(owner, step)
        getattr(owner, name)
    except (ImportError, AttributeError):
        raise PartError(f"The part '{part.name}' is {part.module}.{path}, which is gone; mend its line in eval/ranking_part.py.") from None
    return owner, name


def _holders(owner: Any, name: str, value: object) -> list[Any]:
    """The owner, and every module that imported the constant from it: that one holds the same object under the same name."""
    import_module("assistant.answering")
    modules = [module for key, module in list(sys.modules.items()) if key.startswith("assistant.") and vars(module).get(name) is value]
    return [owner, *(module for module in modules if module is not owner)]
