"""GET /v1/models lists what can be asked, and nothing else can."""

import pytest
from fastapi.testclient import TestClient

from assistant.session import Session

WITHOUT_MODEL = ["city-assistant", "city-assistant-extractive"]


def test_models_are_listed_in_the_form_of_the_protocol(client: TestClient) -> None:
    body = client.get("/v1/models").json()
    assert (body["object"], [model["id"] for model in body["data"]]) == ("list", WITHOUT_MODEL)
    for model in body["data"]:
        assert set(model) == {"id", "object", "created", "owned_by"}
        assert client.get(f"/v1/models/{model['id']}").json() == model


def test_the_generative_model_is_there_once_a_language_model_is(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/v1/models/city-assistant-generative").status_code == 404
    monkeypatch.setattr(Session, "model_name", "a-model")
    assert [model["id"] for model in client.get("/v1/models").json()["data"]] == [*WITHOUT_MODEL, "city-assistant-generative"]
    assert client.get("/v1/models/city-assistant-generative").status_code == 200


def test_models_can_be_listed_before_anything_is_ingested(client: TestClient, generations: object) -> None:
    generations.generation = None  # type: ignore[attr-defined]
    assert client.get("/v1/models").status_code == 200


@pytest.mark.parametrize("model", ["gpt-5", "CITY-ASSISTANT", "%ED%A0%80", "x" * 3000])
def test_an_unknown_model_is_refused_as_the_protocol_does_it(client: TestClient, model: str) -> None:
    response = client.get(f"/v1/models/{model}")
    error = response.json()["error"]
    assert (response.status_code, error["type"], error["param"], error["code"]) == (
        404,
        "invalid_request_error",
        "model",
        "model_not_found",
    )
    assert "city-assistant-extractive" in error["message"]
