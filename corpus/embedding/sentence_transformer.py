"""An embedder that runs a sentence-transformers model from a folder on disk; nothing is ever downloaded."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from corpus.embedding.embedder import Vectors, write_record
from corpus.errors import ConfigurationError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_SAMPLE_BYTES = 65_536


class SentenceTransformerEmbedder:
    """The model in `folder`, loaded when first used (that takes seconds).

    `dimension` may be given when it is known, so that asking for it need not load the model. The name holds a digest of the model's
    files: another model in the same folder has another name. Raises ConfigurationError when the folder holds no model that can be loaded.
    """

    def __init__(self, folder: Path, *, dimension: int | None = None) -> None:
        if not any((folder / name).is_file() for name in ("modules.json", "config.json")):
            raise ConfigurationError(
                f"{folder} holds no sentence-transformers model. Set EMBEDDING_MODEL to the folder of a model on this machine "
                "(it has a file modules.json or config.json), or leave it empty; then run `city-assistant ingest --rebuild`."
            )
        self._folder = folder.resolve()
        self._dimension = dimension
        self._model: SentenceTransformer | None = None
        self._lock = Lock()
        self.name = f"{self._folder.name}@{_digest(self._folder)}"

    @property
    def dimension(self) -> int:
        if self._dimension is None:
            self._dimension = len(self.embed_query("尺"))
        return self._dimension

    def embed(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        model = self._loaded()
        vectors = model.encode_document(list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        model = self._loaded()
        vectors = model.encode_query([text], normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
        vector: Vectors = np.asarray(vectors[0], dtype=np.float32)
        return vector

    def save(self, folder: Path) -> None:
        record: dict[str, object] = {
            "kind": "sentence-transformers",
            "name": self.name,
            "dimension": self.dimension,
            "folder": str(self._folder),
        }
        write_record(folder, record)

    def _loaded(self) -> "SentenceTransformer":
        with self._lock:
            if self._model is None:
                from sentence_transformers import SentenceTransformer

                try:
                    self._model = SentenceTransformer(str(self._folder), local_files_only=True)
                except Exception as error:  # the library raises many kinds
                    raise ConfigurationError(
                        f"The sentence-transformers model in {self._folder} cannot be loaded ({error}). Set EMBEDDING_MODEL to a "
                        "complete model folder, or leave it empty; then run `city-assistant ingest --rebuild`."
                    ) from error
            return self._model


def _digest(folder: Path) -> str:
    """Eight hexadecimal digits of the names, sizes, beginnings and ends of the model's files: cheap even for gigabytes of weights."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts):
            continue
        size = path.stat().st_size
        digest.update(f"{relative.as_posix()}:{size}:".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SAMPLE_BYTES))
            file.seek(max(0, size - _SAMPLE_BYTES))
            digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()[:8]
