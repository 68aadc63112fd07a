"""Each side of a contradiction in words, and the notice by what they disagree in."""

import pytest

from assistant.composers.conflicts.statements import conflict_notice, distinct, party_statement
from corpus.model.conflicts import Conflict, Party
from corpus.model.span import Span
from tests.assistant.corpus_fixture import Reader


def conflict_of(reader: Reader, kind: str, differs: str, subject: str = "") -> Conflict:
    conflicts = reader.knowledge.conflicts()
    return next(found for found in conflicts if (found.kind, found.differs) == (kind, differs) and subject in found.subject)


@pytest.mark.parametrize(
    ("kind", "differs", "said"),
    [
        ("target", "value", ("供水管网漏损率", "%")),
        ("target", "year", ("供排水一体化调度平台", "到202")),
        ("responsibility", "units", ("完善供水管网", "负责")),
        ("scenario", "column", ("城市供水管网漏损预警", "建设单位")),
    ],
)
def test_every_side_says_what_it_is_about_and_cites_it(disputed: Reader, kind: str, differs: str, said: tuple[str, ...]) -> None:
    conflict = conflict_of(disputed, kind, differs, said[0])
    for party in conflict.parties:
        statement = party_statement(conflict, party, disputed.knowledge, "zh")
        assert all(part in statement.text for part in said), statement.text
        assert statement.text.endswith("。")
        assert {source.document_id for source in statement.sources} == {party.document_id}


def test_another_place_is_named_by_its_title_when_it_is_in_another_document(disputed: Reader) -> None:
    conflict = conflict_of(disputed, "scenario", "column")
    first, second = conflict.parties
    same = party_statement(conflict, second, disputed.knowledge, "zh", beside=second.document_id)
    other = party_statement(conflict, second, disputed.knowledge, "zh", beside=first.document_id)
    assert "《" not in same.text
    assert "《岚江市" in other.text
    assert "（2025" not in other.text, "figures of a title would stand without a citation"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_notice_says_what_differs(disputed: Reader, language: str) -> None:
    conflicts = disputed.knowledge.conflicts()
    messages = {conflict_notice(conflict, conflict.parties, language).message for conflict in conflicts}
    assert len(messages) == len({(conflict.differs, conflict.adds_up) for conflict in conflicts}) == 5


def test_sides_that_say_the_same_count_once() -> None:
    parties = [Party(None, "a", Span(start, start + 2), value) for start, value in ((0, "8%"), (4, "9%"), (8, "8 %"))]
    assert distinct(parties) == (parties[0], parties[1])
