"""Every address keeps to the OpenAPI description, whatever it is sent, and none fails."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import positive_data_acceptance

from assistant.access.keys import KeyRole
from assistant.api.application import create_app
from assistant.publishing import ingest_runs
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from tests.assistant.api.admin.conftest import upload
from tests.assistant.api.signed_in import with_key

EXAMPLES = {GenerationMode.POSITIVE: 8, GenerationMode.NEGATIVE: 4}
CALLERS: tuple[KeyRole | None, ...] = (None, "admin")


@pytest.fixture
def own_session(city: AssistantSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session on a copy of the city, of which whatever is asked may change something; ingests are begun, but nothing is done."""
    monkeypatch.setattr(ingest_runs, "_start_process", lambda *_, **__: None)
    shutil.copytree(city.corpus_dir, tmp_path / "corpus")
    shutil.copytree(city.data_dir, tmp_path / "data")
    settings = AssistantSettings.load(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", questions_per_minute=0, _env_file=None)
    with open_session(settings) as session:
        yield session


@pytest.fixture
def app(own_session: Session) -> FastAPI:
    return create_app(own_session)


def known(app: FastAPI, path: str, headers: Mapping[str, str]) -> Mapping[str, str]:
    """What exists, by the name under which the address `path` and its bodies take it: random names find nothing."""
    client = TestClient(app, headers=dict(headers))
    answer = client.post("/api/ask", json={"question": "建设水务大数据平台由哪些部门负责？"}).json()
    exists = {
        "document_id": answer["citations"][0]["document_id"],
        "conversation_id": answer["conversation_id"],
        "answer_id": answer["answer_id"],
        "name": "水务计划.md" if path.startswith("/api/admin/") else "市水务局",
        "model": "city-assistant",
    }
    if "{draft_id}" in path and headers:
        exists["draft_id"] = upload(client, "路灯通知.md", "# 路灯通知\n\n2026年更换路灯300盏。")["id"]
    if "{ingest_id}" in path and headers:
        exists["ingest_id"] = client.post("/api/admin/ingests", json={}).json()["id"]
    return exists


def named(values: object, known: Mapping[str, str]) -> object:
    """`values` of a request, with what exists in place of made-up names."""
    if not isinstance(values, dict):
        return values
    return {name: known[name] if name in known and isinstance(value, str) else value for name, value in values.items()}


def try_out(operation: APIOperation, mode: GenerationMode, exists: Mapping[str, str], headers: Mapping[str, str]) -> None:
    """Send requests that fit the description of `operation`, or do not, and compare what comes back with it."""

    @given(case=operation.as_strategy(generation_mode=mode), known=st.sampled_from(({}, exists)))
    @settings(
        max_examples=EXAMPLES[mode],
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def keeps_to_its_description(case: Case, known: Mapping[str, str]) -> None:
        if mode is GenerationMode.POSITIVE:
            case.path_parameters, case.body = named(case.path_parameters, known), named(case.body, known)
        # Whether a text asks anything is not for a schema to say: a request of the right form may be refused.
        case.call_and_validate(headers=dict(headers), excluded_checks=[positive_data_acceptance])

    keeps_to_its_description()


@pytest.mark.parametrize("role", CALLERS)
def test_whatever_an_address_is_sent_it_answers_as_it_is_described(
    app: FastAPI, own_session: Session, role: KeyRole | None, subtests: pytest.Subtests
) -> None:
    load_all_checks()
    headers = with_key(own_session, role) if role else {}
    described = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        exists = known(app, operation.path, headers)
        for mode in EXAMPLES:
            with subtests.test(operation.label, mode=mode.value):
                try:
                    try_out(operation, mode, exists, headers)
                except Unsatisfiable:
                    assert mode is GenerationMode.NEGATIVE, "nothing can be asked of this address"


def test_every_failure_is_described_in_the_form_it_is_sent_in(app: FastAPI) -> None:
    described = app.openapi()
    forms = {
        (path.startswith("/v1/"), response["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2])
        for path, operations in described["paths"].items()
        for operation in operations.values()
        for status, response in operation["responses"].items()
        if status in ("4XX", "5XX", "422")
    }
    assert forms == {(False, "FailureBody"), (True, "OpenaiFailureBody")}
    assert "HTTPValidationError" not in described["components"]["schemas"]
