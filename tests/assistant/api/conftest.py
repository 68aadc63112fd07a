"""Clients of the application: over stand-ins for knowledge and answering, and over the small city."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.stand_ins import Answerer, Generations


@pytest.fixture
def session(generations: Generations, answerer: Answerer) -> Iterator[Session]:
    session = Session(AssistantSettings.load(_env_file=None), generations, Database("sqlite://"), answerer)
    yield session
    session.database.close()


@pytest.fixture
def client(session: Session) -> TestClient:
    return TestClient(create_app(session), raise_server_exceptions=False)


@pytest.fixture
def city_client(city_session: Session) -> TestClient:
    return TestClient(create_app(city_session), raise_server_exceptions=False)


@pytest.fixture
def plan(city_client: TestClient) -> dict[str, Any]:
    """The small city's plan as it is listed."""
    return next(body for body in city_client.get("/api/documents").json()["documents"] if "水务" in body["title"])
