"""A key or a sign-in that counts says who calls; one that does not is refused, and nobody becomes anonymous unawares."""

import pytest
from fastapi.testclient import TestClient

from assistant.access.caller import KeyRole
from assistant.access.keys import PREFIX, Keys, id_in
from assistant.session import Session
from tests.assistant.api.signed_in import OWN, key_of, sign_in, with_key
from tests.assistant.api.test_failures import failure

WRONG = f"{PREFIX}{'0' * 12}_{'A' * 43}"
ME, AUDIT = "/api/admin/me", "/api/admin/audit"
ASKED = {"question": "目标是多少？"}
MESSAGES = {"model": "city-assistant", "messages": [{"role": "user", "content": "目标是多少？"}]}


@pytest.mark.parametrize("role", ["reader", "staff", "admin"])
def test_a_key_says_who_calls(client: TestClient, session: Session, role: KeyRole) -> None:
    body = client.get(ME, headers=with_key(session, role)).json()
    assert (body["name"], body["role"]) == ("王", role)


def test_without_a_key_one_is_nobody_and_may_ask(client: TestClient) -> None:
    assert client.post("/api/ask", json=ASKED).status_code == 200
    refused = client.get(ME)
    assert (refused.status_code, failure(refused)["code"], refused.headers["www-authenticate"]) == (401, "unauthorized", "Bearer")


@pytest.mark.parametrize(
    "header", [f"Bearer {WRONG}", "Bearer none", "Bearer", "Bearer  ", "", "Token abc", WRONG, "Bearer ÿþ", "Digest x=1"]
)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/api/ask"), ("POST", "/api/ask/stream"), ("GET", "/api/site"), ("GET", ME), ("GET", AUDIT)]
)
def test_what_is_no_key_of_ours_is_refused_everywhere(client: TestClient, header: str, method: str, path: str) -> None:
    refused = client.request(method, path, json=ASKED if method == "POST" else None, headers={"Authorization": header.encode("latin-1")})
    assert (refused.status_code, failure(refused)["code"]) == (401, "unauthorized")


def test_a_revoked_key_is_refused_with_the_next_request(client: TestClient, session: Session) -> None:
    key = key_of(session, "staff")
    headers = {"Authorization": f"bearer {key}"}
    assert client.get(ME, headers=headers).status_code == 200
    Keys(session.database).revoke(id_in(key) or "")
    assert client.get(ME, headers=headers).status_code == 401
    assert client.post("/api/ask", json=ASKED, headers=headers).status_code == 401


def test_the_password_of_a_proxy_is_not_taken_for_a_key(client: TestClient) -> None:
    assert client.post("/api/ask", json=ASKED, headers={"Authorization": "Basic dXNlcjpwYXNz"}).status_code == 200


@pytest.mark.parametrize("key", ["none", "not-needed", "sk-no-key", "any", "EMPTY", "sk-proj-0123456789", ""])
def test_chat_programs_may_send_any_key_that_is_not_ours(client: TestClient, key: str) -> None:
    headers = {"Authorization": f"Bearer {key}"}
    assert client.get("/v1/models", headers=headers).status_code == 200
    assert client.post("/v1/chat/completions", json=MESSAGES, headers=headers).status_code == 200


@pytest.mark.parametrize("key", [WRONG, WRONG[:-5], PREFIX, f"{PREFIX}not a key"])
def test_a_key_of_ours_that_does_not_count_is_refused_to_chat_programs_in_their_form(client: TestClient, key: str) -> None:
    for refused in (
        client.get("/v1/models", headers={"Authorization": f"Bearer {key}"}),
        client.post("/v1/chat/completions", json=MESSAGES, headers={"Authorization": f"Bearer {key}"}),
    ):
        assert refused.status_code == 401
        assert set(refused.json()["error"]) == {"message", "type", "param", "code"}


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("staff", 403), ("admin", 200)])
def test_a_guard_lets_in_its_role(client: TestClient, session: Session, role: KeyRole, status: int) -> None:
    response = client.get(AUDIT, headers=with_key(session, role))
    assert response.status_code == status
    if status == 403:
        assert failure(response)["code"] == "forbidden"


def test_a_sign_in_counts_for_reading_from_our_pages_and_from_a_link(client: TestClient, session: Session) -> None:
    sign_in(client, session)
    for site in ("same-origin", "none"):
        assert client.get(ME, headers={"Sec-Fetch-Site": site}).json()["role"] == "admin"
    assert client.get(ME).json()["role"] == "admin"


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example.org"}]
)
def test_what_another_site_asks_for_is_asked_for_by_nobody(client: TestClient, session: Session, headers: dict[str, str]) -> None:
    sign_in(client, session)
    assert client.get(ME, headers=headers).status_code == 401
    assert client.get(AUDIT, headers=headers).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example.org"}, {"Origin": "null"}, {}],
)
def test_a_change_in_the_name_of_a_sign_in_comes_from_our_own_pages_only(
    client: TestClient, session: Session, headers: dict[str, str]
) -> None:
    sign_in(client, session)
    for path in ("/api/admin/sign-out", "/api/ask"):
        refused = client.post(path, json=ASKED, headers=headers)
        assert (refused.status_code, failure(refused)["code"]) == (403, "other_origin")
    assert client.get(ME, headers=OWN).status_code == 200
    assert client.post("/api/ask", json=ASKED, headers=OWN).status_code == 200
    assert client.post("/api/ask", json=ASKED, headers={"Origin": "http://testserver"}).status_code == 200


def test_a_key_needs_no_origin_since_no_browser_sends_it_by_itself(client: TestClient, session: Session) -> None:
    headers = with_key(session, "admin") | {"Origin": "https://evil.example.org"}
    assert client.get(AUDIT, headers=headers).status_code == 200
    assert client.post("/api/ask", json=ASKED, headers=headers).status_code == 200


def test_the_key_goes_before_the_sign_in(client: TestClient, session: Session) -> None:
    sign_in(client, session)
    assert client.get(ME, headers=with_key(session, "reader") | OWN).json()["role"] == "reader"
    assert client.get(ME, headers={"Authorization": f"Bearer {WRONG}"} | OWN).status_code == 401


def test_an_ended_sign_in_is_told_once_and_forgotten(client: TestClient, session: Session) -> None:
    Keys(session.database).revoke(id_in(sign_in(client, session)) or "")
    refused = client.get("/api/site", headers=OWN)
    assert (refused.status_code, failure(refused)["code"]) == (401, "sign_in_ended")
    assert client.get("/api/site", headers=OWN).status_code == 200
    assert client.get(ME, headers=OWN).status_code == 401


def test_a_made_up_cookie_is_no_sign_in(client: TestClient) -> None:
    for token in ("", "admin", "a" * 3000):
        client.cookies.set("city_assistant", token)
        assert client.get(ME, headers=OWN).status_code == 401


def test_no_cache_keeps_what_is_sent_to_somebody_in_particular(client: TestClient, session: Session) -> None:
    assert "cache-control" not in client.get("/api/site").headers
    assert client.get("/api/site", headers=with_key(session, "reader")).headers["cache-control"] == "no-store"
    sign_in(client, session)
    assert client.get("/api/site", headers=OWN).headers["cache-control"] == "no-store"
    assert client.get("/static/api.js", headers=OWN).headers["cache-control"] == "no-cache"
