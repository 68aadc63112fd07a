"""Keys and browsers for tests of what callers may do."""

from fastapi.testclient import TestClient

from assistant.access.caller import KeyRole
from assistant.access.keys import Keys
from assistant.session import Session

OWN = {"Sec-Fetch-Site": "same-origin"}
"""What browsers send with requests of our own pages."""


def key_of(session: Session, role: KeyRole, name: str = "王") -> str:
    """A new key."""
    return Keys(session.database).make(name, role).text


def with_key(session: Session, role: KeyRole) -> dict[str, str]:
    """The header that shows a new key."""
    return {"Authorization": f"Bearer {key_of(session, role)}"}


def sign_in(client: TestClient, session: Session, role: KeyRole = "admin") -> str:
    """Sign `client` in, and return the key it was done with."""
    key = key_of(session, role)
    assert client.post("/api/admin/sign-in", json={"key": key}, headers=OWN).status_code == 200
    return key
