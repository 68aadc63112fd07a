"""Sign-ins of the admin page: a key is shown once, and a random token in a cookie stands for it until it ends."""

from datetime import timedelta
from secrets import token_urlsafe

from sqlalchemy import delete, insert, select

from assistant.access.denials import EndedSignInError
from assistant.access.keys import ApiKey, key_of, secret_hash
from assistant.store.database import Database
from assistant.store.moment import utc_now
from assistant.store.tables import KEYS, SIGN_INS

LASTS = timedelta(hours=12)
"""A working day: who comes back the next morning signs in anew."""


class SignIns:
    """The sign-ins in `database`; only a hash of each token is kept, as of keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, key: ApiKey) -> str:
        """The token of a new sign-in with `key`; those that have ended are forgotten."""
        now, token = utc_now(), token_urlsafe(32)
        with self._database.writing() as connection:
            connection.execute(delete(SIGN_INS).where(SIGN_INS.c.expires_at <= now))
            connection.execute(insert(SIGN_INS).values(token_hash=secret_hash(token), key_id=key.id, expires_at=now + LASTS))
        return token

    def key_of(self, token: str) -> ApiKey:
        """The key that `token` stands for. Raises EndedSignInError when its time is over, it was ended, or its key no longer counts."""
        now = utc_now()
        with self._database.reading() as connection:
            signed_in = (SIGN_INS.c.token_hash == secret_hash(token)) & (SIGN_INS.c.expires_at > now)
            row = connection.execute(select(KEYS).join(SIGN_INS, SIGN_INS.c.key_id == KEYS.c.id).where(signed_in)).one_or_none()
        if row is None or not key_of(row).counts(now):
            raise EndedSignInError("You are no longer signed in: sign in again, or go on without.")
        return key_of(row)

    def end(self, token: str) -> None:
        """End a sign-in; one that is over stays so."""
        with self._database.writing() as connection:
            connection.execute(delete(SIGN_INS).where(SIGN_INS.c.token_hash == secret_hash(token)))
