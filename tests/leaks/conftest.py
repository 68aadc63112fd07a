"""Two servers, one with internal documents and one that never heard of them, and somebody who may read all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.access.keys import Keys
from assistant.api.application import create_app
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus
from tests.assistant.command_line import conftest
from tests.assistant.conftest import city
from tests.assistant.corpus_fixture import write_documents
from tests.leaks.city import ASKED_ON, MANIFEST, PUBLIC_FILES, SECRET_FILES
from tests.leaks.twins import Twins, leaked_in

__all__ = ["city"]
run = conftest.run


@pytest.fixture(scope="package")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Session]]:
    """Sessions over the city with its internal documents, and over the same city without."""
    with_secrets = {**PUBLIC_FILES, **SECRET_FILES, "manifest.toml": MANIFEST}
    with (
        session_over(tmp_path_factory.mktemp("knowing"), with_secrets) as knowing,
        session_over(tmp_path_factory.mktemp("ignorant"), PUBLIC_FILES) as other,
    ):
        yield knowing, other


def session_over(folder: Path, files: dict[str, str]) -> Any:
    write_documents(folder / "corpus", files)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", questions_per_minute=0, _env_file=None)
    ingest_corpus(settings)
    return open_session(settings)


@pytest.fixture(scope="package")
def twins(sessions: tuple[Session, Session]) -> Twins:
    return Twins(*(TestClient(create_app(session), raise_server_exceptions=False) for session in sessions))


@pytest.fixture(scope="package")
def staff(sessions: tuple[Session, Session]) -> dict[str, str]:
    """The header of somebody who may read internal documents."""
    return {"Authorization": f"Bearer {Keys(sessions[0].database).make('王', 'reader').text}"}


@pytest.fixture(scope="package")
def secret_ids(twins: Twins, staff: dict[str, str]) -> list[str]:
    listed = twins.knowing.get("/api/documents", headers=staff).json()["documents"]
    return [body["id"] for body in listed if leaked_in(body)]


def asked(client: TestClient, question: str, headers: dict[str, str] | None = None, conversation: str | None = None) -> dict[str, Any]:
    body = {"question": question, "as_of": ASKED_ON} | ({"conversation_id": conversation} if conversation else {})
    return dict(client.post("/api/ask", json=body, headers=headers).json())
