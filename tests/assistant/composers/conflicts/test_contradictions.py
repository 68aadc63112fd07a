"""Whether places agree is answered from what ingest found, and only where the question names what it is about."""

import pytest

from assistant.composers.conflicts.contradictions import compose_conflict, named_share
from tests.assistant.corpus_fixture import Reader


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("供水管网漏损率前后写得不一样，到底是多少？", {"8%", "9%"}),
        ("供水管网漏损率两处写的一样吗？", {"8%", "9%"}),
        ("供排水一体化调度平台究竟2026年还是2027年建成？", {"2026年", "2027年"}),
        ("城市供水管网漏损预警的建设单位，两个计划的说法以哪个为准？", {"市水务局", "市水务局、市供电公司"}),
        ("完善供水管网的责任单位有没有矛盾？", {"市水务局", "市住建局"}),
    ],
)
def test_every_side_of_the_contradiction_asked_about_is_given(disputed: Reader, question: str, sides: set[str]) -> None:
    draft = compose_conflict(disputed.evidence(question))
    assert draft is not None
    text = " ".join(statement.text for statement in draft.statements)
    assert all(side in text for side in sides), text
    assert all(statement.sources for statement in draft.statements)
    assert [notice.kind for notice in draft.notices] == ["conflict"]


@pytest.mark.parametrize(
    "question",
    ["供水管网漏损率降到多少？", "水库水情智能巡查两处写的一样吗？", "邻居之间的矛盾纠纷怎么化解？", "两个计划写的一样吗？"],
)
def test_nothing_is_made_of_other_questions_and_of_what_agrees(disputed: Reader, question: str) -> None:
    assert compose_conflict(disputed.evidence(question)) is None


def test_a_subject_is_named_by_the_share_of_its_words_in_the_question(disputed: Reader) -> None:
    evidence = disputed.evidence("供水管网漏损率是多少？")
    assert named_share(evidence, "供水管网漏损率") == 1.0
    assert named_share(evidence, "古树名木") == 0.0
