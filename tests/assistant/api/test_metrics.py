"""Operators see how much is asked, how long it takes and what fails, and nothing of what was asked."""

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.exc import OperationalError

from assistant.answer import Notice
from assistant.api.application import create_app
from assistant.api.measures import Measures
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from assistant.store.ingest_jobs import begin_job, fail_job, finish_job
from ingest.pipeline import ingest_corpus
from tests.assistant.api.signed_in import with_key
from tests.assistant.examples import an_answer
from tests.assistant.stand_ins import Generations

QUESTION = "搭建数据共享平台由哪些部门负责？"


def samples(client: TestClient) -> dict[tuple[str, tuple[str, ...]], float]:
    """Value by name and labels, in the order of their names."""
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(response.text)
    return {
        (sample.name, tuple(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/ask", {"question": QUESTION}),
        ("/api/ask/stream", {"question": QUESTION}),
        ("/v1/chat/completions", {"model": "city-assistant", "messages": [{"role": "user", "content": QUESTION}]}),
        ("/v1/chat/completions", {"model": "city-assistant", "stream": True, "messages": [{"role": "user", "content": QUESTION}]}),
    ],
)
def test_every_way_to_ask_is_counted_once_by_what_came_of_it(city_client: TestClient, path: str, body: dict[str, object]) -> None:
    assert city_client.post(path, json=body).status_code == 200
    counted = samples(city_client)
    assert {key: value for key, value in counted.items() if key[0] == "city_assistant_questions_total"} == {
        ("city_assistant_questions_total", ("extractive", "zh", "answered")): 1
    }
    assert counted["city_assistant_question_seconds_count", ()] == 1
    assert counted["city_assistant_http_responses_total", ("POST", path, "200")] == 1
    assert counted["city_assistant_model_failures_total", ()] == 0


def test_what_is_answered_from_is_told(city_client: TestClient) -> None:
    counted = samples(city_client)
    assert counted["city_assistant_knowledge_ready", ()] == 1
    assert counted["city_assistant_documents", ()] == len(city_client.get("/api/documents").json()["documents"])
    assert 1.7e9 < counted["city_assistant_knowledge_created_timestamp_seconds", ()] < 1e10


def test_without_knowledge_the_rest_is_told_all_the_same(client: TestClient, generations: Generations) -> None:
    generations.generation = None
    assert client.get("/readyz").status_code == 503
    counted = samples(client)
    assert counted["city_assistant_knowledge_ready", ()] == 0
    assert counted["city_assistant_http_responses_total", ("GET", "/readyz", "503")] == 1


def test_routes_are_templates_and_nothing_typed_becomes_a_label(city_client: TestClient) -> None:
    for number in range(5):
        city_client.get(f"/api/documents/secret-{number}")
        city_client.get(f"/api/units/secret-{number}")
        city_client.get(f"/secret-{number}")
        city_client.get(f"/static/secret-{number}.js")
        city_client.request(f"SECRET{number}", "/api/ask")
        city_client.post("/api/ask", json={"question": f"secret-{number}", "conversation_id": "secret"})
    text = city_client.get("/metrics").text
    assert "secret" not in text.lower()
    counted = samples(city_client)
    assert counted["city_assistant_http_responses_total", ("GET", "/api/documents/{document_id}", "404")] == 5
    assert counted["city_assistant_http_responses_total", ("GET", "none", "404")] == 5
    assert counted["city_assistant_http_responses_total", ("GET", "/static", "404")] == 5
    assert counted["city_assistant_http_responses_total", ("other", "/api/ask", "405")] == 5


def test_nothing_of_a_question_or_its_answer_is_told(city_client: TestClient) -> None:
    answer = city_client.post("/api/ask", json={"question": QUESTION}).json()
    text = city_client.get("/metrics").text
    for told in (QUESTION, answer["answer_id"], answer["conversation_id"], answer["citations"][0]["document_id"], "数据共享"):
        assert told not in text


def test_a_database_that_fails_is_counted(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(session)

    def fail() -> None:
        raise OperationalError("select", {}, Exception("gone"))

    monkeypatch.setattr(session.database, "check", fail)
    assert TestClient(app).get("/readyz").status_code == 503
    assert b"city_assistant_database_failures_total 1.0" in app.state.measures.page()


def test_an_answer_that_a_model_failed_to_word_is_counted() -> None:
    measures = Measures()
    measures.answered(an_answer(notices=(Notice("model", "…"),)))
    measures.answered(an_answer(answered_by="qwen"))
    text = measures.page().decode()
    assert "city_assistant_model_failures_total 1.0" in text
    assert 'answered_by="qwen"' in text


def test_an_unexpected_failure_is_counted_as_broken(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(session)
    client = TestClient(app, raise_server_exceptions=False)

    def break_down() -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(session.database, "check", break_down)
    assert client.get("/readyz").status_code == 500
    assert b'route="/readyz",status="broken"' in app.state.measures.page()


def test_two_applications_count_apart(session: Session) -> None:
    one, other = create_app(session), create_app(session)
    TestClient(one).get("/healthz")
    assert b'"/healthz"' in one.state.measures.page()
    assert b'"/healthz"' not in other.state.measures.page()


def test_how_the_last_ingest_of_the_admin_page_ended_is_told(city_session: Session) -> None:
    client = TestClient(create_app(city_session))
    assert samples(client)["city_assistant_last_ingest_timestamp_seconds", ()] == 0
    first = begin_job(city_session.database, "key 1", ())
    finish_job(city_session.database, first.id, {})
    told = samples(client)
    assert told["city_assistant_last_ingest_succeeded", ()] == 1
    assert abs(told["city_assistant_last_ingest_timestamp_seconds", ()] - time.time()) < 60
    second = begin_job(city_session.database, "key 1", ())
    assert samples(client)["city_assistant_last_ingest_succeeded", ()] == 1
    fail_job(city_session.database, second.id, "corpus", "…")
    assert samples(client)["city_assistant_last_ingest_succeeded", ()] == 0


def test_a_key_that_reads_internal_documents_is_told_no_more(tmp_path: Path) -> None:
    for name in ("公开.md", "内部.md"):
        (tmp_path / f"{name}").write_text(f"# 桥梁{name}行动计划（2025-2027年）\n\n到2026年，建成桥梁3座。\n", encoding="utf-8")
    (tmp_path / "manifest.toml").write_text('[[documents]]\nfile = "内部.md"\nvisibility = "internal"\n', encoding="utf-8")
    settings = AssistantSettings.load(corpus_dir=tmp_path, data_dir=tmp_path / "data", _env_file=None)
    ingest_corpus(settings)
    with open_session(settings) as session:
        client = TestClient(create_app(session), headers=with_key(session, "staff"))
        assert len(client.get("/api/documents").json()["documents"]) == 2
        assert samples(client)["city_assistant_documents", ()] == 1
