"""What all tests share: the process that files are read in, and the shipped corpus, ingested once."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from corpus.settings import SHIPPED_CORPUS, CorpusSettings
from ingest import pipeline
from ingest.pipeline import ingest_corpus
from ingest.reading_worker import ReadingWorker


@pytest.fixture(scope="session", autouse=True)
def reading_worker() -> Iterator[ReadingWorker]:
    """One process reads the files of every ingest: to start one for each would take minutes in all."""
    with ReadingWorker() as worker, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "ReadingWorker", lambda: nullcontext(worker))
        yield worker


@pytest.fixture(scope="session")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[CorpusSettings, Path]:
    """Settings and data folder of the shipped corpus; tests may read both, and change neither."""
    data_dir = tmp_path_factory.mktemp("shipped")
    settings = CorpusSettings(corpus_dir=SHIPPED_CORPUS, data_dir=data_dir, embedding_model=None, _env_file=None)
    ingest_corpus(settings)
    return settings, data_dir
