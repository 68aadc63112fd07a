"""A key opens what it is for until it ends, and what is kept of it opens nothing."""

from datetime import date

import pytest
from sqlalchemy import event, select

from assistant.access.denials import UnknownCallerError
from assistant.access.keys import PREFIX, Keys, id_in
from assistant.store.database import Database
from assistant.store.tables import KEYS
from corpus.errors import NotFoundError
from tests.assistant.access.conftest import Clock


def test_a_key_is_known_by_what_was_shown_once(database: Database) -> None:
    made = Keys(database).make("数据局王工", "staff")
    assert made.text.startswith(PREFIX)
    caller = Keys(database).shown(made.text).caller
    assert (caller.name, caller.role, caller.key_id) == ("数据局王工", "staff", made.key.id)


def test_nothing_that_is_kept_opens_anything(database: Database) -> None:
    made = Keys(database).make("王", "admin")
    secret = made.text.rpartition("_")[2]
    with database.reading() as connection:
        row = connection.execute(select(KEYS)).one()
    kept = [str(value) for value in row]
    assert not any(secret in value for value in kept)
    for value in kept:
        for tried in (value, f"{PREFIX}{made.key.id}_{value}", f"{PREFIX}{made.key.id}_{value[:43]}"):
            with pytest.raises(UnknownCallerError):
                Keys(database).shown(tried)


def test_keys_of_one_name_differ(database: Database) -> None:
    texts = {Keys(database).make("王", "reader").text for _ in range(20)}
    assert len(texts) == len({id_in(text) for text in texts}) == 20


@pytest.mark.parametrize(
    "change", [lambda text: text[:-1], lambda text: text + "A", lambda text: text.upper(), lambda text: f" {text}", lambda _: ""]
)
def test_a_key_that_was_not_copied_whole_is_none(database: Database, change: object) -> None:
    made = Keys(database).make("王", "reader")
    with pytest.raises(UnknownCallerError, match="copied whole"):
        Keys(database).shown(change(made.text))  # type: ignore[operator]


def test_the_secret_of_one_key_does_not_open_another(database: Database) -> None:
    reader, admin = Keys(database).make("读", "reader"), Keys(database).make("管", "admin")
    mixed = f"{PREFIX}{admin.key.id}_{reader.text[len(PREFIX) + 13 :]}"
    assert id_in(mixed) == admin.key.id
    with pytest.raises(UnknownCallerError):
        Keys(database).shown(mixed)


def test_wrong_and_ended_keys_are_told_the_same(database: Database, clock: Clock) -> None:
    made = [Keys(database).make("王", "reader", days=1).text, Keys(database).make("李", "reader").text]
    Keys(database).revoke(id_in(made[1]) or "")
    clock.goes_on(days=2)
    said = set()
    for text in (*made, f"{PREFIX}{'0' * 12}_{'A' * 43}", "全是汉字"):
        with pytest.raises(UnknownCallerError) as refused:
            Keys(database).shown(text)
        said.add(str(refused.value))
    assert len(said) == 1


def test_a_key_ends_at_its_moment(database: Database, clock: Clock) -> None:
    made = Keys(database).make("王", "reader", days=2)
    clock.goes_on(hours=47, minutes=59)
    assert Keys(database).shown(made.text).id == made.key.id
    clock.goes_on(minutes=1)
    with pytest.raises(UnknownCallerError):
        Keys(database).shown(made.text)


def test_a_revoked_key_opens_nothing_and_keeps_its_first_moment(database: Database, clock: Clock) -> None:
    made = Keys(database).make("王", "reader")
    first = Keys(database).revoke(made.key.id)
    clock.goes_on(days=1)
    assert Keys(database).revoke(made.key.id) == first
    with pytest.raises(UnknownCallerError):
        Keys(database).shown(made.text)


def test_an_unknown_key_cannot_be_revoked(database: Database) -> None:
    with pytest.raises(NotFoundError, match="keys list"):
        Keys(database).revoke("0" * 12)


def test_the_day_of_last_use_is_written_once_a_day(database: Database, clock: Clock) -> None:
    made, written = Keys(database).make("王", "reader"), []
    event.listen(database._engine, "before_cursor_execute", lambda *args: written.append(args[2]))
    for _ in range(3):
        Keys(database).shown(made.text)
        clock.goes_on(hours=1)
    assert sum("UPDATE" in statement for statement in written) == 1
    assert Keys(database).all()[0].last_used_on == date(2026, 11, 22)
    clock.goes_on(days=1)
    Keys(database).shown(made.text)
    assert Keys(database).all()[0].last_used_on == date(2026, 11, 23)
