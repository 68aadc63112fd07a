"""The city that is served with a scripted model, ingested once."""

import pytest

from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import write_documents
from tests.assistant.generation.served_city import FILES


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> AssistantSettings:
    """Settings of the city, whose documents are ingested."""
    folder = tmp_path_factory.mktemp("modelled")
    write_documents(folder / "corpus", FILES)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", embedding_model=None, _env_file=None)
    ingest_corpus(settings)
    return settings
