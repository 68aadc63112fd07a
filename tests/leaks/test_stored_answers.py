"""Answers and conversations that rest on internal documents are unknown to whoever has their ids and shows no key."""

import json
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from assistant.api.application import create_app
from ingest.pipeline import ingest_corpus
from tests.leaks.city import MANIFEST, PUBLIC_FILES, SECRET_FILES
from tests.leaks.conftest import asked, session_over
from tests.leaks.twins import Twins, leaked, leaked_in

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
    answer = asked(twins.knowing, "银蛟终端2026年的目标是多少？", staff)
    assert leaked_in(answer["citations"])
    assert_unknown(twins.knowing, answer)
    assert twins.knowing.get(f"/api/answers/{answer['answer_id']}", headers=staff).status_code == 200


def test_a_public_conversation_that_staff_goes_on_with_is_no_longer_public(twins: Twins, staff: dict[str, str]) -> None:
    public = asked(twins.knowing, "2025年智能水表的目标是多少？")
    address = f"/api/conversations/{public['conversation_id']}"
    assert twins.knowing.get(address).status_code == 200
    internal = asked(twins.knowing, "银蛟终端呢？", staff, public["conversation_id"])
    assert internal["conversation_id"] == public["conversation_id"]
    assert_unknown(twins.knowing, internal)
    link = twins.knowing.get(f"/api/answers/{public['answer_id']}")
    assert (link.status_code, leaked(link)) == (200, [])


def test_a_conversation_of_the_public_is_the_same_in_every_form(twins: Twins) -> None:
    ids = [asked(client, "2025年智能水表的目标是多少？") for client in (twins.knowing, twins.ignorant)]
    for answer, client in zip(ids, (twins.knowing, twins.ignorant), strict=True):
        asked(client, "那2026年呢？", None, answer["conversation_id"])
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


def test_a_document_that_becomes_internal_takes_its_answers_with_it(tmp_path: Path) -> None:
    with session_over(tmp_path, {**PUBLIC_FILES, **SECRET_FILES}) as session:
        client = TestClient(create_app(session), raise_server_exceptions=False)
        given = []
        for question in FIRST:
            first = asked(client, question)
            given += [first, *(asked(client, follow_up, None, first["conversation_id"]) for follow_up in THEN)]
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
                assert leaked_in(asked(client, question, None, conversation)) == []
