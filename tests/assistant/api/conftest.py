"""A client of the application over stand-ins for knowledge and answering."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.stand_ins import Answerer, Generations


@pytest.fixture
def generations() -> Generations:
    return Generations()


@pytest.fixture
def answerer(generations: Generations) -> Answerer:
    return Answerer(generations)


@pytest.fixture
def session(generations: Generations, answerer: Answerer) -> Iterator[Session]:
    session = Session(AssistantSettings.load(_env_file=None), generations, Database("sqlite://"), answerer)
    yield session
    session.database.close()


@pytest.fixture
def client(session: Session) -> TestClient:
    return TestClient(create_app(session), raise_server_exceptions=False)
