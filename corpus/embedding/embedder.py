"""What every embedder offers, and how a generation gets its own back."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import MismatchError

Vectors = NDArray[np.float32]
RECORD = "embedder.json"


class Embedder(Protocol):
    """Turns texts into vectors of length one (of length nought for a text that says nothing to it)."""

    @property
    def name(self) -> str:
        """Names the embedder and the options it was made with; vectors of different names cannot be compared."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, to be compared with those of texts."""
        ...

    def save(self, folder: Path) -> None:
        """Write into `folder` what `open_embedder` needs to give this embedder back."""
        ...


def open_embedder(folder: Path) -> Embedder:
    """The embedder saved in `folder`.

    Raises MismatchError when nothing usable is saved there, ConfigurationError when the model it names is no longer where it was.
    """
    from corpus.embedding.fitted import FittedEmbedder
    from corpus.embedding.sentence_transformer import SentenceTransformerEmbedder

    record = read_record(folder)
    if record.get("kind") == "sentence-transformers":
        return SentenceTransformerEmbedder(Path(str(record.get("folder"))), dimension=int(str(record.get("dimension"))))
    return FittedEmbedder.load(folder)


def read_record(folder: Path) -> dict[str, object]:
    """What is recorded of the embedder saved in `folder`: kind, name, dimension and its options.

    Raises MismatchError when there is no such record.
    """
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise MismatchError(f"No embedder is saved in {folder}; run `city-assistant ingest --rebuild`.") from error
    if not isinstance(record, dict):
        raise MismatchError(f"The embedder saved in {folder} is not readable; run `city-assistant ingest --rebuild`.")
    return record


def write_record(folder: Path, record: dict[str, object]) -> None:
    """Record in `folder` what `read_record` gives back."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
