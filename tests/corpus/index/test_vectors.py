import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding.embedder import Vectors
from corpus.errors import MismatchError
from corpus.index import vectors
from corpus.index.entry import Entry
from corpus.index.vectors import VectorIndex, write_vector_index


def entries_of(count: int) -> list[Entry]:
    return [Entry(n, "passage", f"d{n % 2}", f"d:{n}", "字", "") for n in range(count)]


def random_vectors(count: int, dimension: int = 16) -> Vectors:
    drawn = np.random.default_rng(5).normal(size=(count, dimension)).astype(np.float32)
    unit: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


def test_the_nearest_come_first_with_their_cosine(tmp_path: Path) -> None:
    rows = random_vectors(200)
    write_vector_index(tmp_path / "chroma", entries_of(200), rows)
    index = VectorIndex(tmp_path / "chroma", 16)
    cosines = rows @ rows[17]
    hits = index.search(rows[17] * 3, limit=5)
    index.close()
    assert [hit.id for hit in hits] == np.argsort(-cosines)[:5].tolist()
    assert [hit.score for hit in hits] == pytest.approx(sorted(cosines, reverse=True)[:5], abs=1e-5)


def test_documents_filter(tmp_path: Path) -> None:
    rows = random_vectors(60)
    write_vector_index(tmp_path / "chroma", entries_of(60), rows)
    index = VectorIndex(tmp_path / "chroma", 16)
    of_one = {hit.id for hit in index.search(rows[0], document_ids=("d1",), limit=60)}
    of_both = {hit.id for hit in index.search(rows[0], document_ids=("d0", "d1"), limit=60)}
    index.close()
    assert of_one == set(range(1, 60, 2))
    assert of_both == set(range(60))


def test_equal_vectors_go_by_id(tmp_path: Path) -> None:
    rows = np.ones((5, 4), dtype=np.float32)
    write_vector_index(tmp_path / "chroma", list(reversed(entries_of(5))), rows)
    index = VectorIndex(tmp_path / "chroma", 4)
    hits = index.search(rows[0])
    index.close()
    assert [hit.id for hit in hits] == [0, 1, 2, 3, 4]


def test_a_vector_of_length_nought_finds_nothing(tmp_path: Path) -> None:
    write_vector_index(tmp_path / "chroma", entries_of(3), random_vectors(3))
    index = VectorIndex(tmp_path / "chroma", 16)
    assert index.search(np.zeros(16, dtype=np.float32)) == []
    index.close()


def test_large_adds_go_in_batches_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "BATCH", 64)
    told: list[int] = []
    write_vector_index(tmp_path / "chroma", entries_of(150), random_vectors(150), progress=told.append)
    index = VectorIndex(tmp_path / "chroma", 16)
    assert index.count == 150
    index.close()
    assert told == [64, 128, 150]


def test_all_vectors_above_a_thousand_are_found_after_a_restart(tmp_path: Path) -> None:
    rows = random_vectors(2_300)
    write_vector_index(tmp_path / "chroma", entries_of(2_300), rows)
    np.save(tmp_path / "rows.npy", rows)
    script = f"""
import numpy as np
from pathlib import Path
from corpus.index.vectors import VectorIndex
folder = Path({str(tmp_path)!r})
rows = np.load(folder / "rows.npy")
index = VectorIndex(folder / "chroma", 16)
assert index.count == 2300
assert [index.search(rows[n], limit=1)[0].id for n in range(0, 2300, 23)] == list(range(0, 2300, 23))
index.close()
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_another_dimension_is_a_mismatch_that_names_the_remedy(tmp_path: Path) -> None:
    write_vector_index(tmp_path / "chroma", entries_of(3), random_vectors(3))
    with pytest.raises(MismatchError, match=r"16 numbers a vector, the embedder 32.*ingest --rebuild"):
        VectorIndex(tmp_path / "chroma", 32)


def test_a_missing_index_is_a_mismatch_and_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(MismatchError, match="ingest --rebuild"):
        VectorIndex(tmp_path / "chroma", 16)
    assert not (tmp_path / "chroma").exists()


def test_a_store_without_our_vectors_is_a_mismatch(tmp_path: Path) -> None:
    vectors._close(vectors._open(tmp_path))
    with pytest.raises(MismatchError, match="ingest --rebuild"):
        VectorIndex(tmp_path, 16)


def test_chroma_neither_embeds_nor_reports_by_itself(tmp_path: Path) -> None:
    write_vector_index(tmp_path / "chroma", entries_of(3), random_vectors(3))
    index = VectorIndex(tmp_path / "chroma", 16)
    assert index._client.get_settings().anonymized_telemetry is False
    with pytest.raises(ValueError, match="embedding function"):
        index._collection.query(query_texts=["数据"])
    index.close()
