"""How a document came into being, as its head says."""

import pytest

from assistant.composers.documents.adoption import acts_asked, asks_for_meeting, delivery_of, speaker_of
from tests.assistant.corpus_fixture import TREES, Reader


def test_nothing_is_dated_where_no_act_is_asked_for(reader: Reader) -> None:
    trees = next(document for document in reader.knowledge.documents() if document.title == TREES)
    document = reader.knowledge.document(trees.id)
    assert not acts_asked("古树名木保护条例什么时候施行？", document)
    assert [act.field for act in acts_asked("古树名木保护条例是哪天通过的？", document)] == ["通过日期"]


def test_only_a_report_is_given_by_somebody(reader: Reader) -> None:
    for listed in reader.knowledge.documents():
        document = reader.knowledge.document(listed.id)
        if document.metadata.kind != "report":
            assert (speaker_of(document), delivery_of(document)) == (None, None)


@pytest.mark.parametrize(("question", "asked"), [("条例是第几次会议通过的？", True), ("条例是哪天通过的？", False)])
def test_a_meeting_is_asked_for_by_its_number(question: str, asked: bool) -> None:
    assert asks_for_meeting(question) is asked
