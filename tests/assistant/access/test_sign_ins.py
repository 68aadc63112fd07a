"""A sign-in stands for its key until it ends, and not a moment longer than the key."""

import pytest
from sqlalchemy import func, select

from assistant.access.denials import EndedSignInError
from assistant.access.keys import ApiKey, Keys
from assistant.access.sign_ins import LASTS, SignIns
from assistant.store.database import Database
from assistant.store.tables import SIGN_INS
from tests.assistant.access.conftest import Clock


@pytest.fixture
def key(database: Database, clock: Clock) -> ApiKey:
    return Keys(database).make("王", "admin", days=1).key


def test_a_token_stands_for_its_key(database: Database, key: ApiKey) -> None:
    other = Keys(database).make("李", "staff").key
    tokens = {SignIns(database).begin(one): one.id for one in (key, other, key)}
    assert {token: SignIns(database).key_of(token).id for token in tokens} == tokens


def test_a_token_ends_after_its_time(database: Database, key: ApiKey, clock: Clock) -> None:
    token = SignIns(database).begin(key)
    clock.now += LASTS
    with pytest.raises(EndedSignInError):
        SignIns(database).key_of(token)


def test_only_the_sign_in_that_is_ended_ends(database: Database, key: ApiKey) -> None:
    one, other = SignIns(database).begin(key), SignIns(database).begin(key)
    SignIns(database).end(one)
    SignIns(database).end(one)
    with pytest.raises(EndedSignInError):
        SignIns(database).key_of(one)
    assert SignIns(database).key_of(other).id == key.id


def test_revoking_a_key_ends_its_sign_ins_at_once(database: Database, key: ApiKey) -> None:
    token = SignIns(database).begin(key)
    Keys(database).revoke(key.id)
    with pytest.raises(EndedSignInError):
        SignIns(database).key_of(token)


def test_a_key_that_ends_ends_its_sign_ins(database: Database, key: ApiKey, clock: Clock) -> None:
    clock.goes_on(hours=20)
    token = SignIns(database).begin(key)
    clock.goes_on(hours=4)
    with pytest.raises(EndedSignInError):
        SignIns(database).key_of(token)


def test_a_stored_hash_is_no_token(database: Database, key: ApiKey) -> None:
    token = SignIns(database).begin(key)
    with database.reading() as connection:
        kept = connection.execute(select(SIGN_INS.c.token_hash)).scalar_one()
    assert token not in kept
    for tried in (kept, "", "不是令牌", "a" * 10_000):
        with pytest.raises(EndedSignInError):
            SignIns(database).key_of(tried)


def test_what_has_ended_is_forgotten_when_somebody_signs_in(database: Database, key: ApiKey, clock: Clock) -> None:
    for _ in range(3):
        SignIns(database).begin(key)
    clock.now += LASTS
    SignIns(database).begin(key)
    with database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(SIGN_INS)).scalar_one() == 1
