"""Nothing of an internal document reaches whoever shows no key: no address, no tool, no command tells a server that holds one from one that never did."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from assistant.access.keys import Keys
from assistant.api.application import create_app
from assistant.retriever import PassageRetriever
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from assistant.tool_server.server import ToolServer
from corpus.errors import NotFoundError
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.command_line.conftest import Ended, run
from tests.assistant.conftest import city
from tests.assistant.corpus_fixture import write_documents
from tests.assistant.tool_server.conftest import call
from tests.leak_city import CANARIES, MANIFEST, PLAN_FILE, PUBLIC_FILES, SECRET_FILES
from tests.leaks import Twins, canaries_in, in_json, leaked, texts_of

__all__ = ["city", "run"]

QUESTIONS = (
    *("2025年智能水表的目标是多少？", "建设水务大数据平台由哪些部门负责？", "智慧泵站监测进展如何？", "供水水质合格率要达到多少？"),
    *(
        "有哪些行动计划？",
        "市水务局负责哪些任务？",
        "河道垃圾怎么治理？",
        "2027年的目标有哪些？",
        "一共有多少个场景？",
        "哪些文件是2025年印发的？",
    ),
    *(
        "智能水表的目标两处说法一致吗？",
        "资料每月清点几次？",
        "违反规定罚款多少？",
        "2032年的目标是多少？",
        "What is the smart meter target for 2025?",
        "你好",
    ),
)
NAMING = (
    *(
        "赤鲸行动计划由谁负责？",
        "银蛟终端2026年的目标是多少？",
        "墨狐工程由哪些部门负责？",
        "青虬泵站监测进展如何？",
        "市玄圭局负责什么？",
        "《云川市黄鼬保密规定》第二条说什么？",
    ),
    *("云圭发〔2025〕77号是什么文件？", "赭犀资料多久清点一次？", "谁签发了赤鲸行动计划？", "白獭平台是什么？"),
)
"""Questions that name what only internal documents say: they are answered as where nobody ever said it."""
ASKED_ON = "2026-01-01"
UNKNOWN = "00000000-1"
LISTS = ("responsibilities", "targets", "targets/series", "scenarios", "policies", "conflicts", "units", "documents")


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Session]]:
    """Sessions over the city with its internal documents, and over the same city without."""
    with_secrets = {**PUBLIC_FILES, **SECRET_FILES, "manifest.toml": MANIFEST}
    with (
        _session(tmp_path_factory.mktemp("knowing"), with_secrets) as knowing,
        _session(tmp_path_factory.mktemp("ignorant"), PUBLIC_FILES) as other,
    ):
        yield knowing, other


def _session(folder: Path, files: dict[str, str]) -> Any:
    write_documents(folder / "corpus", files)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", questions_per_minute=0, _env_file=None)
    ingest_corpus(settings)
    return open_session(settings)


@pytest.fixture(scope="module")
def twins(sessions: tuple[Session, Session]) -> Twins:
    return Twins(*(TestClient(create_app(session), raise_server_exceptions=False) for session in sessions))


@pytest.fixture(scope="module")
def staff(sessions: tuple[Session, Session]) -> dict[str, str]:
    """The header of somebody who may read internal documents."""
    return {"Authorization": f"Bearer {Keys(sessions[0].database).make('王', 'reader').text}"}


@pytest.fixture(scope="module")
def secret_ids(twins: Twins, staff: dict[str, str]) -> list[str]:
    listed = twins.knowing.get("/api/documents", headers=staff).json()["documents"]
    return [body["id"] for body in listed if leaked_in(body)]


def leaked_in(body: object) -> list[str]:
    return canaries_in(json.dumps(body, ensure_ascii=False))


def addresses(app: FastAPI) -> set[tuple[str, str]]:
    """Method and path of everything that the application answers."""
    return {(method, str(route.path)) for route in iter_route_contexts(app.routes) for method in (route.methods or {"GET"}) - {"HEAD"}}


PAGES = ("/", "/units", "/unit", "/targets", "/scenarios", "/conflicts", "/documents", "/document")
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


def _asked(client: TestClient, question: str, headers: dict[str, str] | None = None, conversation: str | None = None) -> dict[str, Any]:
    body = {"question": question, "as_of": ASKED_ON} | ({"conversation_id": conversation} if conversation else {})
    return dict(client.post("/api/ask", json=body, headers=headers).json())


def assert_unknown(client: TestClient, answer: dict[str, Any]) -> None:
    """Whoever has the ids of an answer and shows no key is told what they are told of ids that never were."""
    conversation, answered = answer["conversation_id"], answer["answer_id"]
    asked = {"question": "那2026年呢？"}
    messages = {"model": "city-assistant", "messages": [{"role": "user", "content": "那2026年呢？"}]}
    tries: list[tuple[str, str, dict[str, Any] | None]] = [
        ("GET", "/api/answers/{answer}", None),
        ("GET", "/api/conversations/{conversation}", None),
        *(("GET", f"/api/conversations/{{conversation}}/export?format={form}", None) for form in ("markdown", "docx")),
        ("DELETE", "/api/conversations/{conversation}", None),
        ("POST", "/api/feedback", {"answer_id": "{answer}", "rating": "up"}),
        *(("POST", path, {**asked, "conversation_id": "{conversation}"}) for path in ("/api/ask", "/api/ask/stream")),
        ("POST", "/v1/chat/completions", {**messages, "conversation_id": "{conversation}"}),
    ]
    for method, path, body in tries:
        said = []
        for ids in (
            {"answer": answered, "conversation": conversation},
            {"answer": "a" * len(answered), "conversation": "c" * len(conversation)},
        ):
            address, sent = path, json.dumps(body)
            for name, value in ids.items():
                address, sent = address.replace(f"{{{name}}}", value), sent.replace(f"{{{name}}}", value)
            response = client.request(method, address, json=json.loads(sent))
            said.append((response.status_code, response.text.replace(ids["answer"], "").replace(ids["conversation"], "")))
            assert leaked(response) == []
        assert said[0] == said[1], (method, path)
        assert said[0][0] == 404


def test_an_answer_from_internal_documents_is_unknown_to_whoever_has_its_ids(twins: Twins, staff: dict[str, str]) -> None:
    answer = _asked(twins.knowing, "银蛟终端2026年的目标是多少？", staff)
    assert leaked_in(answer["citations"])
    assert_unknown(twins.knowing, answer)
    assert twins.knowing.get(f"/api/answers/{answer['answer_id']}", headers=staff).status_code == 200


def test_a_public_conversation_that_staff_goes_on_with_is_no_longer_public(twins: Twins, staff: dict[str, str]) -> None:
    public = _asked(twins.knowing, "2025年智能水表的目标是多少？")
    address = f"/api/conversations/{public['conversation_id']}"
    assert twins.knowing.get(address).status_code == 200
    internal = _asked(twins.knowing, "银蛟终端呢？", staff, public["conversation_id"])
    assert internal["conversation_id"] == public["conversation_id"]
    assert_unknown(twins.knowing, internal)
    link = twins.knowing.get(f"/api/answers/{public['answer_id']}")
    assert (link.status_code, leaked(link)) == (200, [])


def test_a_conversation_of_the_public_is_the_same_in_every_form(twins: Twins) -> None:
    ids = [_asked(client, "2025年智能水表的目标是多少？") for client in (twins.knowing, twins.ignorant)]
    for answer, client in zip(ids, (twins.knowing, twins.ignorant), strict=True):
        _asked(client, "那2026年呢？", None, answer["conversation_id"])
        conversation = f"/api/conversations/{answer['conversation_id']}"
        for path in (
            conversation,
            f"{conversation}/export?format=markdown",
            f"{conversation}/export?format=docx",
            f"/api/answers/{answer['answer_id']}",
        ):
            response = client.get(path)
            assert (response.status_code, leaked(response)) == (200, [])
        assert client.post("/api/feedback", json={"answer_id": answer["answer_id"], "rating": "up"}).status_code == 201
        assert client.delete(conversation).status_code == 204


def test_tools_give_what_is_public(sessions: tuple[Session, Session], secret_ids: list[str]) -> None:
    servers = [ToolServer(session) for session in sessions]
    asked: list[tuple[str, dict[str, Any]]] = [
        *(("search", {"query": word, "limit": 50}) for word in ("泵站", "赤鲸行动计划", "水表目标")),
        *((tool, {"limit": 100}) for tool in ("targets", "responsibilities", "scenarios", "documents")),
        *(("document_text", {"document_id": document}) for document in (*secret_ids, UNKNOWN)),
        *(("responsibilities", {"unit": unit}) for unit in ("市水务局", "市玄圭局")),
    ]
    for tool, arguments in asked:
        given = [call(server, tool, **arguments).model_dump() for server in servers]
        assert given[0] == given[1], tool
        assert "赤鲸" in str(arguments) or "玄圭" in str(arguments) or in_json(given[0]) == []
    for question in (*QUESTIONS[:4], *NAMING[:3]):
        answers = [call(server, "ask", question=question, as_of=ASKED_ON).structured_content or {} for server in servers]
        assert answers[0]["answer"] == answers[1]["answer"]
        assert in_json([answers[0]["citations"], answers[0]["facts"], answers[0]["suggestions"]]) == []


def test_the_retriever_finds_what_is_public(sessions: tuple[Session, Session], secret_ids: list[str]) -> None:
    found = []
    for session in sessions:
        with Generations(session.settings.data_dir) as generations:
            retriever = PassageRetriever(generations=generations, limit=50)
            found.append([[document.model_dump() for document in retriever.invoke(word)] for word in ("泵站", "赤鲸行动计划", "水表目标")])
            with pytest.raises(NotFoundError):
                PassageRetriever(generations=generations, document_id=secret_ids[0]).invoke("泵站")
    assert found[0] == found[1]
    assert in_json(found[0]) == []


@pytest.mark.parametrize("option", ["--explain", "--json"])
def test_asking_on_the_command_line_prints_what_is_public(
    sessions: tuple[Session, Session], run: Any, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setenv("DATA_DIR", str(sessions[0].settings.data_dir))
    monkeypatch.setenv("CORPUS_DIR", str(sessions[0].settings.corpus_dir))
    for question in QUESTIONS[:3]:
        ended: Ended = run("ask", question, option)
        assert ended.code == 0
        assert canaries_in(ended.output + ended.messages) == []


FIRST = (
    *("有哪些行动计划？", "2026年的终端目标是多少？", "汇聚取水、供水、排水数据由哪些部门负责？", "有哪些场景已通过验收？"),
    *("有哪些规定？", "资料多久清点一次？", "2025年智能水表的目标是多少？"),
)
THEN = (
    "第二个由谁负责？",
    "那2027年呢？",
    "它的负责人电话是多少？",
    "该条例罚款多少？",
    "那个计划什么时候结束？",
    "What about it?",
    "为什么？",
)
"""Questions that name nothing which only internal documents say: whatever of it stands in an answer is the documents' word."""


def test_a_document_that_becomes_internal_takes_its_answers_with_it(tmp_path: Path) -> None:
    with _session(tmp_path, {**PUBLIC_FILES, **SECRET_FILES}) as session:
        client = TestClient(create_app(session), raise_server_exceptions=False)
        given = []
        for question in FIRST:
            first = _asked(client, question)
            given += [first, *(_asked(client, follow_up, None, first["conversation_id"]) for follow_up in THEN)]
        assert sum(bool(leaked_in(answer)) for answer in given) > len(FIRST)
        assert any(leaked_in(answer) and not answer["citations"] for answer in given)
        (session.settings.corpus_dir / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
        ingest_corpus(session.settings)
        conversations = dict.fromkeys(answer["conversation_id"] for answer in given)
        links = [f"/api/answers/{answer['answer_id']}" for answer in given]
        histories = [f"/api/conversations/{each}{tail}" for each in conversations for tail in ("", "/export", "/export?format=docx")]
        for path in (*links, *histories):
            response = client.get(path)
            assert (response.status_code, leaked(response)) == (200, []), path
        for conversation in conversations:
            for question in ("那2028年呢？", "第二个由谁负责？", "它的负责人电话是多少？"):
                assert leaked_in(_asked(client, question, None, conversation)) == []


def test_the_plan_alone_is_public(twins: Twins) -> None:
    listed = twins.alike("GET", "/api/documents").json()["documents"]
    assert {body["source_file"] for body in listed} == set(PUBLIC_FILES)
    assert PLAN_FILE in PUBLIC_FILES
