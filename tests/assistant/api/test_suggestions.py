"""GET /api/suggestions offers questions to begin with."""

import pytest
from fastapi.testclient import TestClient


def test_suggestions_are_questions(city_client: TestClient) -> None:
    suggestions = city_client.get("/api/suggestions", params={"limit": 2}).json()["suggestions"]
    assert len(suggestions) == 2
    assert all(suggestion.endswith("？") for suggestion in suggestions)


@pytest.mark.parametrize("parameters", [{"limit": 0}, {"limit": 100}, {"language": "fr"}])
def test_wrong_parameter_is_named(city_client: TestClient, parameters: dict[str, str | int]) -> None:
    response = city_client.get("/api/suggestions", params=parameters)
    assert response.status_code == 422
    assert next(iter(parameters)) in response.json()["error"]["message"]


def test_questions_of_a_generation_are_looked_for_once(city_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    monkeypatch.setattr("assistant.api.suggestions.starter_questions", lambda *asked: found.append(asked) or [str(len(found))])
    for language in ("zh", "en", "zh"):
        city_client.get("/api/suggestions", params={"language": language})
    assert len(found) == 2
    assert city_client.get("/api/suggestions").json()["suggestions"] == ["1"]
