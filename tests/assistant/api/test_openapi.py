"""Every address keeps to the OpenAPI description, whatever it is sent, and none fails."""

from collections.abc import Mapping

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

from assistant.api.application import create_app
from assistant.session import Session

EXAMPLES = {GenerationMode.POSITIVE: 20, GenerationMode.NEGATIVE: 10}


@pytest.fixture
def app(city_session: Session) -> FastAPI:
    return create_app(city_session)


def known(app: FastAPI) -> Mapping[str, str]:
    """What exists, by the name under which addresses and bodies take it: random names find nothing."""
    client = TestClient(app)
    answer = client.post("/api/ask", json={"question": "建设水务大数据平台由哪些部门负责？"}).json()
    return {
        "document_id": answer["citations"][0]["document_id"],
        "conversation_id": answer["conversation_id"],
        "answer_id": answer["answer_id"],
        "name": "市水务局",
        "model": "city-assistant",
    }


def named(values: object, known: Mapping[str, str]) -> object:
    """`values` of a request, with what exists in place of made-up names."""
    if not isinstance(values, dict):
        return values
    return {name: known[name] if name in known and isinstance(value, str) else value for name, value in values.items()}


def try_out(operation: APIOperation, mode: GenerationMode, exists: Mapping[str, str]) -> None:
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
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    keeps_to_its_description()


def test_whatever_an_address_is_sent_it_answers_as_it_is_described(app: FastAPI, subtests: pytest.Subtests) -> None:
    load_all_checks()
    described = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:
        for mode in EXAMPLES:
            with subtests.test(operation.label, mode=mode.value):
                try:
                    try_out(operation, mode, known(app))
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
