"""No address tells a server that holds internal documents from one that never did, to whoever shows no key."""

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from assistant.api.pages import ADMIN_PAGES
from tests.leaks.city import ASKED_ON, CANARIES, NAMING, PUBLIC_FILES, QUESTIONS, SECRET_FILES
from tests.leaks.twins import Twins, leaked, leaked_in, texts_of

UNKNOWN = "00000000-1"
LISTS = ("responsibilities", "targets", "targets/series", "scenarios", "policies", "conflicts", "units", "documents")


def addresses(app: FastAPI) -> set[tuple[str, str]]:
    """Method and path of everything that the application answers."""
    return {(method, str(route.path)) for route in iter_route_contexts(app.routes) for method in (route.methods or {"GET"}) - {"HEAD"}}


PAGES = ("/", "/units", "/unit", "/targets", "/scenarios", "/conflicts", "/documents", "/document")
PAGES += tuple(f"/{name}" for name in ADMIN_PAGES)
OPEN = {
    *(("GET", page) for page in PAGES),
    *(("GET", f"/api/{name}") for name in LISTS),
    *(("GET", path) for path in ("/static", "/api/openapi.json", "/healthz", "/readyz", "/metrics", "/api/site", "/api/suggestions")),
    *(("GET", path) for path in ("/v1/models", "/v1/models/{model}", "/api/units/{name:path}")),
    *(("GET", f"/api/documents/{{document_id}}{tail}") for tail in ("", "/text", "/blocks")),
    *(("POST", path) for path in ("/api/ask", "/api/ask/stream", "/api/search", "/v1/chat/completions", "/api/feedback")),
    *(("GET", f"/api/conversations/{{conversation_id}}{tail}") for tail in ("", "/export")),
    *(("DELETE", "/api/conversations/{conversation_id}"), ("GET", "/api/answers/{answer_id}")),
}
"""What anybody may ask for; a further address needs a test below, and is then named here."""
SIGNING_IN = {("POST", "/api/admin/sign-in"), ("POST", "/api/admin/sign-out")}


def test_every_address_is_looked_at_below(twins: Twins) -> None:
    found = addresses(twins.knowing.app)  # type: ignore[arg-type]
    for_staff = {address for address in found if address[1].startswith("/api/admin/")}
    assert found - for_staff == OPEN
    assert for_staff >= SIGNING_IN


def test_what_is_for_staff_is_refused_to_anybody_else_before_anything_is_looked_up(twins: Twins, secret_ids: list[str]) -> None:
    for method, path in addresses(twins.knowing.app) - OPEN - SIGNING_IN:  # type: ignore[arg-type]
        parts = [
            "".join(secret_ids[0] if piece.startswith("{") else piece for piece in _pieces(path)),
            path.replace("{", "").replace("}", ""),
        ]
        for tried in parts:
            response = twins.knowing.request(method, tried)
            assert (response.status_code, leaked(response)) == (401, []), (method, tried)


def _pieces(path: str) -> list[str]:
    return [piece for part in path.split("/") for piece in ("/", part)][1:]


def test_the_canaries_are_there_for_whoever_may_read_them(twins: Twins, staff: dict[str, str], secret_ids: list[str]) -> None:
    assert len(secret_ids) == 2
    for name in (
        *LISTS,
        "suggestions",
        f"documents/{secret_ids[0]}",
        f"documents/{secret_ids[0]}/text",
        f"documents/{secret_ids[0]}/blocks",
    ):
        if name not in ("suggestions",):
            assert leaked(twins.knowing.get(f"/api/{name}", headers=staff)), name
    answers = [twins.knowing.post("/api/ask", json={"question": question, "as_of": ASKED_ON}, headers=staff) for question in NAMING]
    assert sum(answer.json()["status"] == "answered" and bool(answer.json()["citations"]) for answer in answers) >= 7
    told = texts_of(b"".join(twins.knowing.get(f"/api/documents/{secret}/text", headers=staff).content for secret in secret_ids))
    names = "".join((*SECRET_FILES, "48.2719"))
    assert [canary for canary in CANARIES if canary not in told + names] == []


def test_only_public_documents_are_listed(twins: Twins) -> None:
    listed = twins.alike("GET", "/api/documents").json()["documents"]
    assert {body["source_file"] for body in listed} == set(PUBLIC_FILES)


@pytest.mark.parametrize("after_staff", [False, True])
@pytest.mark.parametrize(("questions", "naming"), [(QUESTIONS, False), (NAMING, True)])
def test_questions_are_answered_as_if_nobody_had_ever_written_more(
    twins: Twins, staff: dict[str, str], questions: tuple[str, ...], naming: bool, after_staff: bool
) -> None:
    for question in questions:
        body = {"question": question, "as_of": ASKED_ON}
        if after_staff:
            twins.knowing.post("/api/ask", json=body, headers=staff)
        answer = twins.alike("POST", "/api/ask", naming, json=body).json()
        assert leaked_in([answer["citations"], answer["facts"], answer["suggestions"]]) == []
        twins.alike("POST", "/api/ask/stream", naming, json=body)


def test_chat_programs_get_the_same(twins: Twins) -> None:
    for question in QUESTIONS[:6]:
        messages = [{"role": "user", "content": text} for text in ("智能水表的目标是多少？", question)]
        for stream in (False, True):
            body = {"model": "city-assistant", "messages": messages, "as_of": ASKED_ON, "stream": stream}
            twins.alike("POST", "/v1/chat/completions", json=body, headers={"Authorization": "Bearer none"})
    twins.alike("GET", "/v1/models")
    twins.alike("GET", "/v1/models/city-assistant")


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
@pytest.mark.parametrize("name", LISTS)
def test_lists_and_their_files_hold_what_is_public(twins: Twins, name: str, form: str) -> None:
    for parameters in ({}, {"language": "en"}, {"words": "泵站"}) if name != "conflicts" else ({}, {"subject": "水表"}):
        if name != "units" or "words" not in parameters:
            twins.alike("GET", f"/api/{name}", params={**parameters, "format": form})


def test_lists_and_search_know_no_internal_document_unit_or_word(twins: Twins, secret_ids: list[str]) -> None:
    for document in (*secret_ids, UNKNOWN):
        for tail in ("", "/text", "/blocks"):
            assert twins.alike("GET", f"/api/documents/{document}{tail}").status_code == 404
        for name in ("responsibilities", "targets", "targets/series", "scenarios", "policies", "conflicts", "units"):
            twins.alike("GET", f"/api/{name}", params={"document_id": document})
        twins.alike("POST", "/api/search", json={"query": "泵站", "document_id": document})
    for unit in ("市玄圭局", "紫貂办", "市苍麂公司"):
        assert twins.alike("GET", f"/api/units/{unit}", names=True).status_code == 404
        twins.alike("GET", "/api/responsibilities", names=True, params={"unit": unit})
        twins.alike("GET", "/api/targets", names=True, params={"owner": unit})
        twins.alike("GET", "/api/scenarios", names=True, params={"builder": unit})
    for word in ("赤鲸", "银蛟终端", "保密规定", "泵站", "水表目标", "市水务局"):
        found = twins.alike("POST", "/api/search", names=True, json={"query": word, "limit": 100})
        assert leaked_in(found.json()) == []
        twins.alike("GET", "/api/documents", names=True, params={"words": word})
        twins.alike("GET", "/api/targets", names=True, params={"words": word})


def test_units_that_both_know_are_told_by_what_is_public(twins: Twins) -> None:
    for unit in ("市水务局", "云川市住房和城乡建设局", "市数据局"):
        for form in ("json", "csv", "xlsx"):
            twins.alike("GET", f"/api/units/{unit}", params={"format": form})


@pytest.mark.parametrize("after_staff", [False, True])
def test_what_is_suggested_is_answered_by_public_documents(twins: Twins, staff: dict[str, str], after_staff: bool) -> None:
    for limit in (6, 20):
        for language in ("zh", "en"):
            asked = {"limit": limit, "language": language}
            if after_staff:
                twins.knowing.get("/api/suggestions", params=asked, headers=staff)
            twins.alike("GET", "/api/suggestions", params=asked)


def test_pages_descriptions_and_checks_are_the_same(twins: Twins) -> None:
    for path in (*PAGES, "/static/api.js", "/api/openapi.json", "/healthz", "/readyz", "/api/site", "/nothing"):
        twins.alike("GET", path)
    twins.alike("GET", "/document", params={"id": UNKNOWN}, headers={"Accept": "text/html"})


def test_what_operators_watch_counts_public_documents(twins: Twins) -> None:
    pages = [client.get("/metrics") for client in (twins.knowing, twins.ignorant)]
    told = [[line for line in page.text.splitlines() if "_documents" in line] for page in pages]
    assert leaked(pages[0]) == []
    assert told[0] == told[1] != []
