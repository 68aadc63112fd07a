"""Documents that a question sets apart are not among those it asks for."""

import pytest

from assistant.composers.documents.set_apart import without_set_apart
from assistant.evidence import Scored
from corpus.model.document import Document, Metadata, OffsetMap
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

PIERS, DREDGING, LAW = "岚江市码头管理办法", "岚江省航道疏浚实施方案", "港口法"


def kept(question: str, *titles: str) -> list[str]:
    document = Document("d", "", "", Metadata("岚江市港口规划"), "", OffsetMap(()))
    references = [Scored(PolicyReference("d", Span(0, 1), None, (), title), document, 1.0, 1.0) for title in titles]
    return [one.item.title for one in without_set_apart(question, references)]


@pytest.mark.parametrize(
    "question",
    [
        "除了码头泊位办法，还依据哪些？",
        "除了码头泊位办法,依据哪些？",
        "除码头泊位办法以外依据哪些？",
        "除码头泊位办法之外依据哪些？",
        "除码头泊位办法外依据哪些？",
        "除了码头泊位办法还依据哪些？",
        "除了码头泊位办法又依据哪些？",
        "除了码头泊位办法也依据哪些？",
        "除了《码头泊位办法》，还依据哪些？",
        "除了“码头泊位办法”，还依据哪些？",
        "除了那份码头泊位办法，还依据哪些？",
        "除了那个码头泊位办法，还依据哪些？",
        "除了那部码头泊位办法，还依据哪些？",
        "除了这份码头泊位办法，还依据哪些？",
        "除了里面码头泊位办法，还依据哪些？",
        "除了码头的泊位的办法，还依据哪些？",
    ],
)
def test_what_is_set_apart_is_left_out_in_whatever_words(question: str) -> None:
    assert kept(question, PIERS, DREDGING, LAW) == [DREDGING, LAW]


@pytest.mark.parametrize(
    "question",
    [
        "码头管理办法和港口法，还依据哪些？",
        "除码头办法外商投资部分，依据哪些？",  # 外 opens a word
        "除了码头的收费，依据哪些？",  # less than the share of its characters
        "除了法办理管头码，还依据哪些？",  # the same characters in another order
    ],
)
def test_nothing_is_left_out_where_no_document_is_set_apart(question: str) -> None:
    assert kept(question, PIERS, DREDGING, LAW) == [PIERS, DREDGING, LAW]


@pytest.mark.parametrize("together", ["和", "与", "及", "以及", "、"])
def test_several_are_set_apart_together(together: str) -> None:
    assert kept(f"除了码头管理办法{together}省里的疏浚方案，还依据哪部法律？", PIERS, DREDGING, LAW) == [LAW]


def test_a_name_that_holds_a_joining_word_is_not_cut() -> None:
    pilots, fees = "引航与拖带规则", "拖带收费规则"
    assert kept("除了引航与拖带规则，还依据什么？", pilots, fees) == [fees]


def test_only_the_title_that_answers_best_is_left_out() -> None:
    assert kept("除了航道疏浚方案，还依据什么？", "岚江市航道疏浚办法", DREDGING) == ["岚江市航道疏浚办法"]


def test_all_are_kept_where_none_would_be_left() -> None:
    assert kept("除了码头管理办法，还依据什么？", PIERS) == [PIERS]
    assert kept("除了码头管理办法，还依据什么？") == []
