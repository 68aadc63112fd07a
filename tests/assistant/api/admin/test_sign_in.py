"""The sign-in of the admin page: a cookie that only this server gets, and a log of who tried."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.access.allowance import SIGN_INS
from assistant.access.audit import read
from assistant.access.keys import PREFIX, id_in
from assistant.api.application import create_app
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.api.signed_in import OWN, key_of, sign_in
from tests.assistant.api.test_failures import failure
from tests.assistant.stand_ins import Answerer, Generations

WRONG = f"{PREFIX}{'0' * 12}_{'A' * 43}"


@pytest.fixture
def below(generations: Generations, answerer: Answerer) -> Iterator[Session]:
    """A session whose server is published below a path."""
    session = Session(AssistantSettings.load(_env_file=None, root_path="/assistant"), generations, Database("sqlite://"), answerer)
    yield session
    session.database.close()


def test_who_signs_in_is_told_who_they_are(client: TestClient, session: Session) -> None:
    body = client.post("/api/admin/sign-in", json={"key": f" {key_of(session, 'staff')}\n"}, headers=OWN).json()
    assert (body["name"], body["role"]) == ("王", "staff")
    assert client.get("/api/admin/me", headers=OWN).json() == body


def test_the_cookie_goes_to_this_server_alone_and_to_no_script(client: TestClient, session: Session) -> None:
    cookie = client.post("/api/admin/sign-in", json={"key": key_of(session, "staff")}).headers["set-cookie"]
    assert {part.strip() for part in cookie.split(";")[1:]} == {"HttpOnly", "Max-Age=43200", "Path=/", "SameSite=strict"}
    assert PREFIX not in cookie


def test_over_tls_the_cookie_is_sent_over_tls_only(session: Session) -> None:
    client = TestClient(create_app(session), base_url="https://testserver")
    assert "Secure" in client.post("/api/admin/sign-in", json={"key": key_of(session, "staff")}).headers["set-cookie"]


def test_below_a_path_the_cookie_is_sent_below_it_only(below: Session) -> None:
    client = TestClient(create_app(below))
    response = client.post("/assistant/api/admin/sign-in", json={"key": key_of(below, "staff")})
    assert "Path=/assistant;" in response.headers["set-cookie"]
    assert client.get("/assistant/api/admin/me", headers=OWN).status_code == 200
    gone = client.post("/assistant/api/admin/sign-out", headers=OWN).headers["set-cookie"]
    assert "Path=/assistant;" in gone
    assert client.get("/assistant/api/admin/me", headers=OWN).status_code == 401


def test_who_signs_out_is_nobody_and_the_token_opens_nothing_any_more(client: TestClient, session: Session) -> None:
    sign_in(client, session)
    token = client.cookies["city_assistant"]
    assert client.post("/api/admin/sign-out", headers=OWN).status_code == 204
    assert "city_assistant" not in client.cookies
    client.cookies.set("city_assistant", token)
    assert client.get("/api/admin/me", headers=OWN).status_code == 401


def test_who_is_not_signed_in_may_sign_out(client: TestClient) -> None:
    assert client.post("/api/admin/sign-out", headers=OWN).status_code == 204


def test_readers_have_no_admin_page(client: TestClient, session: Session) -> None:
    refused = client.post("/api/admin/sign-in", json={"key": key_of(session, "reader")}, headers=OWN)
    assert (refused.status_code, failure(refused)["code"]) == (403, "forbidden")
    assert "set-cookie" not in refused.headers


@pytest.mark.parametrize("body", [{}, {"key": None}, {"key": 7}, {"key": "a" * 201}, {"key": WRONG, "role": "admin"}, []])
def test_what_is_no_key_is_refused_and_not_repeated(client: TestClient, body: object) -> None:
    refused = client.post("/api/admin/sign-in", json=body, headers=OWN)
    assert refused.status_code == 422
    assert WRONG not in refused.text


def test_another_site_cannot_sign_a_reader_in(client: TestClient, session: Session) -> None:
    key = key_of(session, "admin")
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example.org"}):
        refused = client.post("/api/admin/sign-in", json={"key": key}, headers=headers)
        assert (refused.status_code, failure(refused)["code"]) == (403, "other_origin")
    assert client.post("/api/admin/sign-in", content=f'{{"key": "{key}"}}', headers={"Content-Type": "text/plain"}).status_code == 415
    assert client.get("/api/admin/me", headers=OWN).status_code == 401


def test_tries_are_limited_whatever_they_try_and_the_right_key_waits_too(client: TestClient, session: Session) -> None:
    key = key_of(session, "admin")
    for _ in range(SIGN_INS):
        assert client.post("/api/admin/sign-in", json={"key": WRONG}, headers=OWN).status_code == 401
    refused = client.post("/api/admin/sign-in", json={"key": key}, headers=OWN)
    assert (refused.status_code, failure(refused)["code"]) == (429, "too_many_requests")
    assert int(refused.headers["retry-after"]) > 0


def test_who_tried_is_in_the_log_and_their_key_is_not(client: TestClient, session: Session) -> None:
    reader = key_of(session, "reader")
    for key in (WRONG, "kein Schlüssel", reader):
        client.post("/api/admin/sign-in", json={"key": key}, headers=OWN)
    admin = sign_in(client, session)
    client.post("/api/admin/sign-out", headers=OWN)
    entries = read(session.database).entries
    assert [(entry.action, entry.actor, entry.subject) for entry in entries] == [
        ("sign_out", f"王 ({id_in(admin)})", id_in(admin)),
        ("sign_in", f"王 ({id_in(admin)})", id_in(admin)),
        ("refuse_sign_in", "anonymous", id_in(reader)),
        ("refuse_sign_in", "anonymous", ""),
        ("refuse_sign_in", "anonymous", "0" * 12),
    ]
    assert not any(key in str(entries) for key in (WRONG, "kein Schlüssel", reader, admin))
