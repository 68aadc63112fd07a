"""Clients of the application: over stand-ins for knowledge and answering, and over the small city."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from ingest.pipeline import ingest_corpus
from tests.assistant.api.fact_city import FILES
from tests.assistant.corpus_fixture import write_documents
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


@pytest.fixture(scope="session")
def fact_settings(tmp_path_factory: pytest.TempPathFactory) -> AssistantSettings:
    """Settings of the city with facts of every kind, whose documents are ingested."""
    folder = tmp_path_factory.mktemp("facts")
    write_documents(folder / "corpus", FILES)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    return settings


@pytest.fixture
def fact_client(fact_settings: AssistantSettings, tmp_path: Path) -> Iterator[TestClient]:
    """A client of the city with facts of every kind."""
    with open_session(fact_settings.model_copy(update={"app_database_url": f"sqlite:///{tmp_path}/app.db"})) as session:
        yield TestClient(create_app(session), raise_server_exceptions=False)
