"""Whoever runs the server can see whether it lives and whether it can answer."""

from fastapi.testclient import TestClient

from corpus.errors import MismatchError
from tests.assistant.stand_ins import Generations


def test_process_lives_even_without_knowledge(client: TestClient, generations: Generations) -> None:
    generations.generation = None
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").status_code == 503


def test_ready_names_the_generation(client: TestClient) -> None:
    assert client.get("/readyz").json() == {"status": "ready", "generation": "g1"}


def test_not_ready_when_a_lazily_opened_part_does_not_fit(client: TestClient, generations: Generations) -> None:
    generations.fault = MismatchError("The vector index is broken; run `city-assistant ingest --rebuild`.")
    assert client.get("/readyz").status_code == 503
