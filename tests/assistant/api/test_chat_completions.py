"""POST /v1/chat/completions gives the answer of /api/ask in the form of the OpenAI protocol."""

import json
import signal
import socket
import struct
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.exports.chat_message import answer_in
from assistant.generation.token_count import count_tokens
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.command_line.test_serve import server
from tests.assistant.examples import an_answer
from tests.assistant.stand_ins import Answerer, Generations

PATH = "/v1/chat/completions"
QUESTION = "建设水务大数据平台由哪些部门负责？"
OWN = {"answer_id", "conversation_id", "timings_ms"}


def asking(*questions: str, **fields: object) -> dict[str, Any]:
    messages = [{"role": "user", "content": question} for question in questions]
    return {"model": "city-assistant", "messages": messages, "as_of": "2026-01-01", **fields}


def chunks_of(text: str) -> list[dict[str, Any]]:
    """The chunks of a stream, which ends as the protocol says."""
    blocks = text.split("\n\n")
    assert blocks[-2:] == ["data: [DONE]", ""]
    return [json.loads(block.removeprefix("data: ")) for block in blocks[:-2]]


def shared(answer: dict[str, Any]) -> dict[str, Any]:
    """What two answers to the same question have in common."""
    return {name: value for name, value in answer.items() if name not in OWN}


def test_the_answer_is_that_of_asking_with_its_sources_below(city_client: TestClient) -> None:
    body = city_client.post(PATH, json=asking(QUESTION)).json()
    asked = city_client.post("/api/ask", json={"question": QUESTION, "as_of": "2026-01-01"}).json()
    assert shared(body["city_assistant"]) == shared(asked)
    assert (body["object"], body["model"], body["system_fingerprint"]) == ("chat.completion", "city-assistant", asked["generation"])
    assert body["id"] == f"chatcmpl-{body['city_assistant']['answer_id']}"
    (choice,) = body["choices"]
    assert (choice["index"], choice["finish_reason"], choice["message"]["role"]) == (0, "stop", "assistant")
    content = choice["message"]["content"]
    assert answer_in(content) == asked["answer"]
    citation = asked["citations"][0]
    source = f"\n\n[1] 《{citation['document_title']}》，{' › '.join(citation['section'])}：“{citation['quote']}”"
    assert content.startswith(asked["answer"] + source)


def test_every_marker_is_annotated_with_the_page_that_shows_its_words(city_client: TestClient) -> None:
    body = city_client.post(PATH, json=asking(QUESTION)).json()
    message, citations = body["choices"][0]["message"], body["city_assistant"]["citations"]
    cited = [annotation["url_citation"] for annotation in message["annotations"]]
    assert [message["content"][one["start_index"] : one["end_index"]] for one in cited] == [
        f"[{citation['marker']}]" for citation in citations
    ]
    assert {annotation["type"] for annotation in message["annotations"]} == {"url_citation"}
    first = citations[0]
    assert cited[0]["title"] == first["document_title"]
    assert cited[0]["url"].startswith("http://testserver/document?id=")
    assert f"&start={first['start']}&end={first['end']}&version={first['document_version']}" in cited[0]["url"]
    assert city_client.get(cited[0]["url"]).status_code == 200


def test_a_marker_without_citation_and_the_sources_below_are_not_annotated(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_answering", lambda *_, **__: an_answer(text="甲[1]，乙[1]，丙[7]。"))
    message = client.post(PATH, json=asking("甲？")).json()["choices"][0]["message"]
    assert [one["url_citation"]["start_index"] for one in message["annotations"]] == [1, 6]


def test_links_of_sources_lead_below_the_path_that_a_proxy_publishes(generations: Generations, answerer: Answerer) -> None:
    session = Session(AssistantSettings.load(root_path="/assistant", _env_file=None), generations, Database("sqlite://"), answerer)
    with TestClient(create_app(session)) as proxied:
        message = proxied.post(PATH, json=asking("甲？")).json()["choices"][0]["message"]
    session.database.close()
    assert message["annotations"][0]["url_citation"]["url"].startswith("http://testserver/assistant/document?id=plan&start=4&end=9")


def test_a_message_is_described_as_it_is_taken(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()["components"]["schemas"]["ChatMessage"]["properties"]["content"]
    assert {form["type"] for form in described["anyOf"]} == {"string", "array", "null"}


def test_usage_counts_tokens(client: TestClient) -> None:
    body = client.post(PATH, json=asking("一二三？", "四五？")).json()
    written = count_tokens(body["choices"][0]["message"]["content"])
    assert body["usage"] == {"prompt_tokens": 7, "completion_tokens": written, "total_tokens": written + 7}
    again = client.post(PATH, json=asking("一二三？", "四五？", conversation_id=body["city_assistant"]["conversation_id"])).json()
    assert again["usage"]["prompt_tokens"] == 3


def test_chunks_make_up_the_message_piece_by_piece(city_client: TestClient) -> None:
    whole = city_client.post(PATH, json=asking(QUESTION)).json()
    response = city_client.post(PATH, json=asking(QUESTION, stream=True))
    assert response.headers["content-type"].startswith("text/event-stream")
    assert (response.headers["cache-control"], response.headers["x-accel-buffering"]) == ("no-cache", "no")
    first, *pieces, last = chunks_of(response.text)
    assert first["choices"][0]["delta"] == {"role": "assistant", "content": ""}
    message = whole["choices"][0]["message"]
    said = [chunk["choices"][0]["delta"]["content"] for chunk in pieces]
    assert "".join(said) == message["content"]
    assert len(said) >= 1 + len(whole["city_assistant"]["citations"])
    assert last["choices"][0]["delta"] == {"annotations": message["annotations"]}
    assert [chunk["choices"][0]["finish_reason"] for chunk in (first, *pieces, last)] == [None] * (len(pieces) + 1) + ["stop"]
    assert shared(last["city_assistant"]) == shared(whole["city_assistant"])
    assert len({(chunk["id"], chunk["created"], chunk["model"], chunk["object"]) for chunk in (first, *pieces, last)}) == 1
    assert first["object"] == "chat.completion.chunk"
    assert all("usage" not in chunk and "city_assistant" not in chunk for chunk in (first, *pieces))


def test_usage_ends_a_stream_where_it_is_asked_for(client: TestClient) -> None:
    *chunks, last = chunks_of(client.post(PATH, json=asking("甲？", stream=True, stream_options={"include_usage": True})).text)
    assert {chunk["usage"] for chunk in chunks} == {None}
    assert last["choices"] == []
    assert last["usage"] == client.post(PATH, json=asking("甲？")).json()["usage"]
    assert "city_assistant" in chunks[-1]


def test_a_follow_up_is_answered_as_in_a_stored_conversation(city_client: TestClient) -> None:
    questions = ["2025年智能水表的目标是多少？", "那2026年呢？", "2027年呢？"]
    conversation, stored = None, {}
    for question in questions:
        body = {"question": question, "as_of": "2026-01-01", "conversation_id": conversation}
        stored = city_client.post("/api/ask", json=body).json()
        conversation = stored["conversation_id"]
    answer = city_client.post(PATH, json=asking(*questions)).json()["city_assistant"]
    assert "50万" in answer["answer"]
    assert shared(answer) == shared(stored)
    kept = city_client.get(f"/api/conversations/{answer['conversation_id']}").json()
    assert [turn["question"] for turn in kept["turns"]] == questions[-1:]


def test_a_stored_conversation_goes_on_by_its_id_and_nothing_is_answered_again(client: TestClient, answerer: Answerer) -> None:
    first = client.post(PATH, json=asking("一？")).json()["city_assistant"]
    second = client.post(PATH, json=asking("别的？", "二？", conversation_id=first["conversation_id"])).json()["city_assistant"]
    assert second["conversation_id"] == first["conversation_id"]
    assert [asked["question"] for asked in answerer.asked] == ["一？", "二？"]
    assert [turn.question for turn in answerer.asked[1]["history"]] == ["一？"]


def test_messages_of_others_do_not_reach_the_answering(client: TestClient, answerer: Answerer) -> None:
    messages = [
        {"role": "system", "content": "系统"},
        {"role": "user", "content": "一？"},
        {"role": "assistant", "content": "答"},
        {"role": "user", "content": [{"type": "text", "text": "二？"}]},
    ]
    assert client.post(PATH, json={"model": "city-assistant-extractive", "messages": messages}).status_code == 200
    assert [asked["question"] for asked in answerer.asked] == ["一？", "二？"]
    assert answerer.asked[0]["as_of"] == answerer.asked[1]["as_of"] == date.today()


@pytest.mark.parametrize("model", ["city-assistant", "city-assistant-extractive", "city-assistant-generative"])
def test_each_model_is_asked_in_its_mode(client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    modes: list[str] = []

    def ask(*_: object, mode: str, **__: object) -> object:
        modes.append(mode)
        return an_answer(answer_id="a", conversation_id="c")

    monkeypatch.setattr(Session, "model_name", "a-model")
    monkeypatch.setattr(session, "ask", ask)
    assert client.post(PATH, json={**asking("甲？"), "model": model}).json()["model"] == model
    assert modes == [{"city-assistant": "auto"}.get(model, model.removeprefix("city-assistant-"))]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer sk-anything"}, {"Authorization": "nonsense"}])
def test_any_key_is_taken(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post(PATH, json=asking("甲？"), headers=headers).status_code == 200


def test_a_refusal_is_a_message_like_any_other(city_client: TestClient) -> None:
    body = city_client.post(PATH, json=asking("上海迪士尼门票多少钱？")).json()
    assert body["city_assistant"]["status"] in {"not_found", "out_of_scope"}
    message = body["choices"][0]["message"]
    assert answer_in(message["content"]) == body["city_assistant"]["answer"]
    assert ("\n\n[1]" in message["content"]) == bool(body["city_assistant"]["citations"])


def test_a_program_that_goes_away_amid_a_stream_leaves_the_server_well(city: AssistantSettings, tmp_path: Path) -> None:
    body = json.dumps(asking(QUESTION, stream=True)).encode()
    head = f"POST {PATH} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    environment = {"DATA_DIR": str(city.data_dir), "APP_DATABASE_URL": f"sqlite:///{tmp_path}/app.db"}
    with server(**environment) as (base, process):
        for read in (0, 1, 100, 400) * 5:
            with socket.create_connection(("127.0.0.1", int(base.rsplit(":", 1)[1]))) as connection:
                # Closing breaks the connection off instead of ending it.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.sendall(head + body)
                if read:
                    connection.recv(read)
        with urlopen(Request(base + PATH, body, {"Content-Type": "application/json"})) as response:
            assert chunks_of(response.read().decode())[-1]["city_assistant"]["status"] == "answered"
        process.send_signal(signal.SIGINT)
        messages = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert "Traceback" not in messages
