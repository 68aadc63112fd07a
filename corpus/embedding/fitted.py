"""An embedder fitted on the corpus itself: weighted character n-grams, reduced by a truncated singular value decomposition.

Fitting needs scikit-learn; loading and embedding need numpy only.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from corpus.embedding.embedder import Vectors, write_record
from corpus.errors import CorpusError, MismatchError
from corpus.language.terms import normalize

LONGEST_GRAM = 3
MOST_GRAMS = 30_000
MOST_DIMENSIONS = 256
_SPACES = re.compile(r"\s\s+")


class FittedEmbedder:
    """Character 1- to 3-grams of the corpus, weighted by rarity and projected on the directions in which its texts differ most."""

    name = f"fitted-1-{LONGEST_GRAM}-grams"

    def __init__(self, grams: Sequence[str], rarity: Vectors, projection: Vectors) -> None:
        self._grams = tuple(grams)
        self._index = {gram: number for number, gram in enumerate(self._grams)}
        self._rarity = rarity
        self._projection = projection

    @property
    def dimension(self) -> int:
        return int(self._projection.shape[1])

    @classmethod
    def fit(cls, texts: Sequence[str]) -> "FittedEmbedder":
        """Fit on `texts`. Raises CorpusError when they hold nothing but white space."""
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

        if not any(normalize(text).strip() for text in texts):
            raise CorpusError(
                "The corpus holds no text to search; put documents with text into CORPUS_DIR and run `city-assistant ingest`."
            )
        weighting = TfidfVectorizer(
            analyzer="char",
            preprocessor=normalize,
            ngram_range=(1, LONGEST_GRAM),
            max_features=MOST_GRAMS,
            sublinear_tf=True,
            dtype=np.float32,
        )
        weights = weighting.fit_transform(texts)
        reduction = TruncatedSVD(n_components=min(MOST_DIMENSIONS, *weights.shape), n_iter=2, random_state=0)
        # Several threads of so small a computation wait for each other: on busy cores that took ten times as long.
        with threadpool_limits(limits=1), np.errstate(invalid="ignore"):
            reduction.fit(weights)
        projection = np.ascontiguousarray(reduction.components_.T, dtype=np.float32)
        return cls(weighting.get_feature_names_out().tolist(), weighting.idf_.astype(np.float32), projection)

    @classmethod
    def unfitted(cls) -> "FittedEmbedder":
        """The embedder of no text at all: no vector of its points anywhere."""
        return cls((), np.zeros(0, dtype=np.float32), np.zeros((0, 1), dtype=np.float32))

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:] = self.embed_query(text)
        return rows

    def embed_query(self, text: str) -> Vectors:
        index = self._index
        counts = Counter(number for gram in _grams(text) if (number := index.get(gram)) is not None)
        numbers = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        times = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        vector: Vectors = ((1 + np.log(times)) * self._rarity[numbers]) @ self._projection[numbers]
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length > 0 else vector

    def save(self, folder: Path) -> None:
        record = {"kind": "fitted", "name": self.name, "dimension": self.dimension, "longest_gram": LONGEST_GRAM, "grams": len(self._grams)}
        write_record(folder, record)
        np.savez(folder / "projection.npz", rarity=self._rarity, projection=self._projection)
        (folder / "grams.json").write_text(json.dumps(self._grams, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "FittedEmbedder":
        """The embedder that `save` wrote. Raises MismatchError when the files do not belong together."""
        try:
            grams = json.loads((folder / "grams.json").read_text(encoding="utf-8"))
            with np.load(folder / "projection.npz", allow_pickle=False) as arrays:
                rarity, projection = arrays["rarity"], arrays["projection"]
        except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
            raise MismatchError(f"The embedder in {folder} cannot be read; run `city-assistant ingest --rebuild`.") from error
        if not len(grams) == len(rarity) == len(projection):
            raise MismatchError(f"The files of the embedder in {folder} do not belong together; run `city-assistant ingest --rebuild`.")
        return cls(grams, rarity, projection)


def _grams(text: str) -> list[str]:
    text = _SPACES.sub(" ", normalize(text))
    return [text[start : start + length] for length in range(1, LONGEST_GRAM + 1) for start in range(len(text) - length + 1)]
