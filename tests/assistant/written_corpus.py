"""A reader of documents that a test writes itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents


@contextmanager
def reading(folder: Path, **documents: str) -> Iterator[Reader]:
    """A reader of `documents`, Markdown texts by file name without its ending, kept in `folder`."""
    write_documents(folder / "corpus", {f"{name}.md": text for name, text in documents.items()})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)
