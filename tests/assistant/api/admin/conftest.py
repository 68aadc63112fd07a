"""Clients of staff and of others on a city that tests may change."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.publishing import publication
from assistant.publishing.drafts import drafts as all_drafts
from assistant.publishing.editor import Editor
from assistant.publishing.publication_record import publication_record
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from tests.assistant.api.signed_in import with_key


@pytest.fixture
def own_session(city: AssistantSettings, tmp_path: Path) -> Iterator[Session]:
    """A session on a copy of the city of two documents."""
    shutil.copytree(city.corpus_dir, tmp_path / "corpus")
    shutil.copytree(city.data_dir, tmp_path / "data")
    settings = AssistantSettings.load(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", max_upload_mb=1, _env_file=None)
    with open_session(settings) as session:
        yield session


@pytest.fixture
def anonymous(own_session: Session) -> TestClient:
    """Somebody without a key."""
    return TestClient(create_app(own_session), raise_server_exceptions=False)


@pytest.fixture
def staff(own_session: Session) -> TestClient:
    """Somebody with a key of the role staff."""
    return TestClient(create_app(own_session), raise_server_exceptions=False, headers=with_key(own_session, "staff"))


@pytest.fixture
def publish(own_session: Session) -> Callable[..., dict[str, Any]]:
    """Publishes drafts by their ids, all of them without any, and gives the report; as an ingest does, but without a process of its own."""

    def run(*drafts: str) -> dict[str, Any]:
        editor = Editor(own_session.settings, own_session.database, "甲")
        chosen = drafts or [draft.id for draft in all_drafts(editor)]
        return dict(publication_record(publication.publish(editor, draft_ids=chosen)))

    return run


def upload(client: TestClient, name: str, text: str | bytes, **query: str) -> dict[str, Any]:
    """Hand a file in; returns the draft."""
    content = text.encode() if isinstance(text, str) else text
    response = client.post("/api/admin/drafts", params={"name": name, **query}, content=content)
    assert response.status_code == 201, response.text
    draft: dict[str, Any] = response.json()
    return draft
