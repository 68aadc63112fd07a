"""Files are handed in, kept whole or not at all, described and discarded."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session
from tests.assistant.api.admin.conftest import upload
from tests.assistant.api.signed_in import with_key

NOTICE = "# 云川市节水方案\n\n到2026年，推广节水器具100个。\n"
DRAFTS = "/api/admin/drafts"


def kept(session: Session) -> list[Path]:
    """Whatever lies among the drafts."""
    folder = session.settings.data_dir / "drafts"
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def test_a_file_is_kept_as_it_is_under_a_safe_name(staff: TestClient, own_session: Session) -> None:
    draft = upload(staff, "../../etc/节水方案.md", NOTICE)
    assert (draft["name"], draft["size"], draft["replaces"], draft["fields"]) == ("节水方案.md", len(NOTICE.encode()), None, {})
    assert draft["kept_by"].startswith("王 (")
    (file,) = [path for path in kept(own_session) if path.suffix == ".md"]
    assert file.read_bytes() == NOTICE.encode()
    listed = staff.get(DRAFTS).json()
    assert listed == {"drafts": [draft], "max_upload_mb": 1}
    assert staff.get(f"{DRAFTS}/{draft['id']}").json() == draft


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "not announced"])
def test_a_file_over_the_limit_leaves_nothing(staff: TestClient, own_session: Session, announced: bool) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(1100):
            yield b"x" * 1024

    content = b"x" * 1100 * 1024 if announced else chunks()
    response = staff.post(DRAFTS, params={"name": "a.md"}, content=content)
    assert response.status_code == 413
    assert "MAX_UPLOAD_MB" in response.json()["error"]["message"]
    assert kept(own_session) == []


def test_a_file_of_nearly_the_limit_is_kept(staff: TestClient) -> None:
    assert upload(staff, "a.md", "字" * 349_000)["size"] == 1_047_000


def test_only_the_upload_may_be_large(staff: TestClient) -> None:
    for method, path in (
        ("PUT", DRAFTS),
        ("POST", f"{DRAFTS}/x"),
        ("POST", "/api/ask"),
        ("PATCH", f"{DRAFTS}/x"),
        ("POST", "/api/admin/ingests"),
    ):
        assert staff.request(method, path, content=b"x" * 70_000).status_code == 413, (method, path)


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.exe", b"MZ", 422),
        ("a.md", b"", 422),
        ("..", b"x", 422),
        ("CON.md", b"x", 201),
        (".md", b"x", 422),
        ("x" * 900 + ".md", b"x", 201),
        ("a\x00\n.md", b"x", 201),
        ("manifest.toml", b"x", 422),
        ("", b"x", 422),
        ("x" * 1001, b"x", 422),
    ],
)
def test_what_cannot_be_a_document_is_refused_with_a_reason(
    staff: TestClient, own_session: Session, name: str, content: bytes, status: int
) -> None:
    response = staff.post(DRAFTS, params={"name": name}, content=content)
    assert response.status_code == status, response.text
    if status != 201:
        assert response.json()["error"]["message"]
        assert kept(own_session) == []


def test_nobody_without_the_role_hands_in_anything(anonymous: TestClient, own_session: Session) -> None:
    assert anonymous.post(DRAFTS, params={"name": "a.md"}, content=b"x").status_code == 401
    reader = with_key(own_session, "reader")
    assert anonymous.post(DRAFTS, params={"name": "a.md"}, content=b"x", headers=reader).status_code == 403
    assert anonymous.get(DRAFTS, headers=reader).status_code == 403
    assert kept(own_session) == []


def answered(session: Session, receive: Callable[[], Awaitable[dict[str, object]]]) -> object:
    """The status of the answer to an upload whose body comes as `receive` says."""
    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    headers = [(name.lower().encode(), value.encode()) for name, value in with_key(session, "staff").items()]
    where = {"method": "POST", "path": DRAFTS, "query_string": b"name=a.md", "scheme": "http", "server": ("t", 80), "client": ("c", 1)}
    scope = {"type": "http", "http_version": "1.1", "asgi": {"version": "3.0"}, "headers": headers, **where}
    asyncio.run(create_app(session)(scope, receive, send))
    return sent[0]["status"]


def test_an_upload_that_breaks_off_leaves_nothing(own_session: Session) -> None:
    events = iter([{"type": "http.request", "body": b"half", "more_body": True}, {"type": "http.disconnect"}])

    async def receive() -> dict[str, object]:
        return next(events)

    assert answered(own_session, receive) == 400
    assert kept(own_session) == []


def test_a_stalled_upload_is_given_up(own_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.api.admin.upload.STALLS_AFTER_S", 0.05)

    async def receive() -> dict[str, object]:
        await asyncio.sleep(5)
        return {"type": "http.disconnect"}

    assert answered(own_session, receive) == 408
    assert kept(own_session) == []


def test_a_draft_is_described_and_discarded(staff: TestClient, own_session: Session) -> None:
    draft = upload(staff, "节水方案.md", NOTICE)
    path = f"{DRAFTS}/{draft['id']}"
    changed = staff.patch(path, json={"fields": {"visibility": "internal", "issuer": "云川市水务局"}, "replaces": "水务计划.md"}).json()
    assert changed["fields"] == {"visibility": "internal", "issuer": "云川市水务局"}
    assert changed["replaces"] == "水务计划.md"
    changed = staff.patch(path, json={"fields": {"issuer": None}, "replaces": ""}).json()
    assert (changed["fields"], changed["replaces"]) == ({"visibility": "internal"}, None)
    wrong = staff.patch(path, json={"fields": {"signed_on": "gestern"}})
    assert wrong.status_code == 422
    assert "signed_on" in wrong.json()["error"]["message"]
    assert staff.delete(path).status_code == 204
    assert kept(own_session) == []
    assert staff.get(path).status_code == staff.delete(path).status_code == 404
    assert staff.get(f"{DRAFTS}/..%2f..%2fapp.db").status_code == 404
