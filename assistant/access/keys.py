"""API keys: made and revoked on the command line, shown once, and stored so that nobody can read them back."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from secrets import token_hex, token_urlsafe
from typing import Any

from sqlalchemy import Row, insert, select, update

from assistant.access.caller import Caller, KeyRole
from assistant.access.denials import UnknownCallerError
from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import KEYS
from corpus.errors import NotFoundError

PREFIX = "cak_"
"""What every key begins with, so that it is known for one in a log, a chat program's settings or a scan for secrets."""
LONGEST_NAME = 100
_FORM = re.compile(rf"{PREFIX}(?P<id>[0-9a-f]{{12}})_(?P<secret>[A-Za-z0-9_-]{{43}})")
_UNKNOWN = "The key is not known here, or no longer: check that it was copied whole, or ask your operator for another."


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is kept, without its secret; times are UTC, `last_used_on` is the day and no more."""

    id: str
    name: str
    role: KeyRole
    made_at: datetime
    last_used_on: date | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def counts(self, now: datetime) -> bool:
        """Whether it opens anything at `now`."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)

    @property
    def caller(self) -> Caller:
        """Whoever shows it."""
        return Caller(self.name, self.role, self.id)


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new key; `text` is what its holder sends, kept nowhere else."""

    key: ApiKey
    text: str


class Keys:
    """The keys in `database`.

    A secret is 256 random bits, so one round of SHA-256 keeps it: slow hashes protect what people choose and others can guess, and would
    cost each request what they cost a guesser (NIST SP 800-63B asks for a plain approved hash from 112 random bits on, a slow one below).
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, name: str, role: KeyRole, days: int | None = None) -> MadeKey:
        """A new key called `name`, which ends after `days` where they are given."""
        now = utc_now()
        key = ApiKey(token_hex(6), name, role, now, expires_at=now + timedelta(days=days) if days is not None else None)
        text = f"{PREFIX}{key.id}_{token_urlsafe(32)}"
        with self._database.writing() as connection:
            row = {"id": key.id, "name": name, "role": role, "secret_hash": secret_hash(text), "made_at": now, "expires_at": key.expires_at}
            connection.execute(insert(KEYS).values(row))
        return MadeKey(key, text)

    def all(self) -> tuple[ApiKey, ...]:
        """Every key ever made, the oldest first."""
        with self._database.reading() as connection:
            return tuple(key_of(row) for row in connection.execute(select(KEYS).order_by(KEYS.c.made_at, KEYS.c.id)))

    def revoke(self, key_id: str) -> ApiKey:
        """End a key, and with it what was signed in by it, at once; one revoked before stays as it is. Raises NotFoundError."""
        with self._database.writing() as connection:
            connection.execute(update(KEYS).where(KEYS.c.id == key_id, KEYS.c.revoked_at.is_(None)).values(revoked_at=utc_now()))
            row = connection.execute(select(KEYS).where(KEYS.c.id == key_id)).one_or_none()
        if row is None:
            raise NotFoundError(f"There is no key {key_id!r}: `city-assistant keys list` has them all with their ids.")
        return key_of(row)

    def shown(self, text: str) -> ApiKey:
        """The key that `text` is, marked as used today. Raises UnknownCallerError when it is none, or one that no longer counts."""
        form, now = _FORM.fullmatch(text), utc_now()
        if form is None:
            raise UnknownCallerError(_UNKNOWN)
        with self._database.reading() as connection:
            row = connection.execute(select(KEYS).where(KEYS.c.id == form["id"])).one_or_none()
        if row is None or not compare_digest(row.secret_hash, secret_hash(text)) or not key_of(row).counts(now):
            raise UnknownCallerError(_UNKNOWN)
        if row.last_used_on != now.date():
            with self._database.writing() as connection:
                connection.execute(update(KEYS).where(KEYS.c.id == row.id).values(last_used_on=now.date()))
        return key_of(row)


def id_in(text: str) -> str | None:
    """The id of the key that `text` has the form of."""
    form = _FORM.fullmatch(text)
    return form["id"] if form else None


def secret_hash(text: str) -> str:
    """What is kept of a random secret."""
    return sha256(text.encode()).hexdigest()


def key_of(row: Row[Any]) -> ApiKey:
    """The key in a row of its table."""
    return ApiKey(row.id, row.name, row.role, row.made_at, row.last_used_on, row.expires_at, row.revoked_at)
