"""Whoever runs the server can see whether it lives and whether it can answer."""

from fastapi.testclient import TestClient

from tests.assistant.stand_ins import Generations


def test_process_lives_even_without_knowledge(client: TestClient, generations: Generations) -> None:
    generations.generation = None
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 503


def test_ready_names_the_generation(client: TestClient) -> None:
    assert client.get("/readyz").json() == {"status": "ready", "generation": "g1"}
