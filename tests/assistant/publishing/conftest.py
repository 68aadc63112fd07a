"""An editor on a city of two documents, with folders and an app database of its own."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.publishing.editor import Editor
from assistant.settings import AssistantSettings
from assistant.store.database import Database


@pytest.fixture
def editor(city: AssistantSettings, tmp_path: Path) -> Iterator[Editor]:
    """The city copied: a test may change everything."""
    shutil.copytree(city.corpus_dir, tmp_path / "corpus")
    shutil.copytree(city.data_dir, tmp_path / "data")
    settings = AssistantSettings.load(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", _env_file=None)
    with closing(Database(settings.database_url)) as database:
        yield Editor(settings, database, "甲")
