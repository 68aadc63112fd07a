"""The shipped corpus, ingested once for all tests that need it."""

from pathlib import Path

import pytest

from corpus.settings import SHIPPED_CORPUS, CorpusSettings
from ingest.pipeline import ingest_corpus


@pytest.fixture(scope="session")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[CorpusSettings, Path]:
    """Settings and data folder of the shipped corpus; tests may read both, and change neither."""
    data_dir = tmp_path_factory.mktemp("shipped")
    settings = CorpusSettings(corpus_dir=SHIPPED_CORPUS, data_dir=data_dir, embedding_model=None, _env_file=None)
    ingest_corpus(settings)
    return settings, data_dir
