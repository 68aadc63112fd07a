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
