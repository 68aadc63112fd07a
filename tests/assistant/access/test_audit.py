"""What was done is written down in order and found by who and what."""

from datetime import datetime

from assistant.access.audit import read, record
from assistant.store.database import Database
from tests.assistant.access.conftest import Clock


def test_the_newest_comes_first_with_all_that_was_told(database: Database, clock: Clock) -> None:
    record(database, "王 (1)", "make_key", "李 (2)", {"role": "staff", "days": None})
    clock.goes_on(hours=1)
    record(database, "command line", "revoke_key", "李 (2)")
    newest, oldest = read(database).entries
    assert (newest.at, newest.actor, newest.action, newest.subject, newest.details) == (
        datetime(2026, 11, 22, 9, 0),
        "command line",
        "revoke_key",
        "李 (2)",
        {},
    )
    assert oldest.details == {"role": "staff", "days": None}


def test_entries_are_paged_and_counted_over_all_pages(database: Database) -> None:
    for number in range(5):
        record(database, "王", "act", str(number))
    page = read(database, limit=2, offset=1)
    assert ([entry.subject for entry in page.entries], page.total) == (["3", "2"], 5)
    assert read(database, offset=9).entries == ()


def test_actors_are_found_by_part_and_actions_by_their_whole_name(database: Database) -> None:
    for actor, action in (("王工 (a1)", "make_key"), ("王局 (b2)", "make_key_again"), ("100% (c3)", "make_key")):
        record(database, actor, action, "")
    assert {entry.actor for entry in read(database, actor="王").entries} == {"王工 (a1)", "王局 (b2)"}
    assert [entry.actor for entry in read(database, actor="b2").entries] == ["王局 (b2)"]
    assert [entry.actor for entry in read(database, actor="%").entries] == ["100% (c3)"]
    assert [entry.actor for entry in read(database, actor="王", action="make_key").entries] == ["王工 (a1)"]
