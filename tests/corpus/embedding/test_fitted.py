import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize as to_unit_length

from corpus.embedding.fitted import MOST_GRAMS, FittedEmbedder
from corpus.errors import CorpusError, MismatchError
from corpus.language.terms import normalize

SENTENCES = ("推进数据中心建设，到2025年建成３个。", "完善公共交通网络  and 5G   coverage。", "鼓励医疗机构共享检查结果。")
QUESTIONS = ("数据中心建成几个？", "5G 覆盖\n\n到哪里", "谁来共享检查 结果 ", "建设建设建设")


def test_vectors_equal_those_of_scikit_learn() -> None:
    texts = [f"{SENTENCES[n % 3]}{SENTENCES[n % 2]}第{n}项任务" for n in range(40)]
    weighting = TfidfVectorizer(
        analyzer="char", preprocessor=normalize, ngram_range=(1, 3), max_features=MOST_GRAMS, sublinear_tf=True, dtype=np.float32
    )
    weights = weighting.fit_transform(texts)
    reduction = TruncatedSVD(n_components=40, n_iter=2, random_state=0).fit(weights)
    expected = to_unit_length(reduction.transform(weighting.transform([*texts, *QUESTIONS])))
    assert np.abs(FittedEmbedder.fit(texts).embed([*texts, *QUESTIONS]) - expected).max() < 1e-5


def test_three_sentences_suffice_and_each_is_nearest_to_a_question_about_it() -> None:
    embedder = FittedEmbedder.fit(SENTENCES)
    cosines = embedder.embed(SENTENCES) @ embedder.embed(QUESTIONS[:3]).T
    assert embedder.dimension <= 3
    assert cosines.argmax(axis=0).tolist() == [0, 1, 2]


def test_a_single_text_can_be_fitted() -> None:
    assert FittedEmbedder.fit([SENTENCES[0]]).embed([SENTENCES[0]]).shape == (1, 1)


def test_rows_have_length_one_and_type_float32() -> None:
    rows = FittedEmbedder.fit(SENTENCES).embed(SENTENCES)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_a_text_of_unknown_characters_has_length_nought() -> None:
    embedder = FittedEmbedder.fit(SENTENCES)
    assert not embedder.embed(["Ωж", ""]).any()


def test_no_texts_give_no_rows() -> None:
    embedder = FittedEmbedder.fit(SENTENCES)
    assert embedder.embed([]).shape == (0, embedder.dimension)


@pytest.mark.parametrize("texts", [[], [""], ["  ", "\n"]])
def test_a_corpus_without_text_is_refused_with_a_remedy(texts: list[str]) -> None:
    with pytest.raises(CorpusError, match="CORPUS_DIR"):
        FittedEmbedder.fit(texts)


def test_fitting_twice_gives_the_same_vectors() -> None:
    first, second = (FittedEmbedder.fit(SENTENCES).embed(QUESTIONS) for _ in range(2))
    assert np.array_equal(first, second)


def test_the_saved_embedder_gives_the_same_vectors(tmp_path: Path) -> None:
    embedder = FittedEmbedder.fit(SENTENCES)
    embedder.save(tmp_path)
    loaded = FittedEmbedder.load(tmp_path)
    assert np.array_equal(loaded.embed(QUESTIONS), embedder.embed(QUESTIONS))
    assert loaded.dimension == embedder.dimension


def test_loading_and_embedding_need_neither_scikit_learn_nor_pickle(tmp_path: Path) -> None:
    FittedEmbedder.fit(SENTENCES).save(tmp_path)
    script = f"""
import sys
from pathlib import Path
from corpus.embedding.embedder import open_embedder
open_embedder(Path({str(tmp_path)!r})).embed(["数据中心"])
assert not {{"sklearn", "scipy", "torch", "sentence_transformers", "pickle"}} & (set(sys.modules) - before)
"""
    # numpy itself imports pickle, so only what we add to it counts.
    subprocess.run([sys.executable, "-c", f"import sys, numpy; before = set(sys.modules)\n{script}"], check=True, timeout=60)


def test_the_largest_embedder_loads_in_a_tenth_of_a_second(tmp_path: Path) -> None:
    grams = [chr(0x4E00 + n % 20_000) + chr(0x4E00 + n // 20_000) for n in range(MOST_GRAMS)]
    numbers = np.random.default_rng(1).random((MOST_GRAMS, 256), dtype=np.float32)
    FittedEmbedder(grams, numbers[:, 0], numbers).save(tmp_path)
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        FittedEmbedder.load(tmp_path)
        taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.1


def test_files_that_do_not_belong_together_are_a_mismatch(tmp_path: Path) -> None:
    FittedEmbedder.fit(SENTENCES).save(tmp_path)
    (tmp_path / "grams.json").write_text(json.dumps(["数"]), encoding="utf-8")
    with pytest.raises(MismatchError, match="ingest --rebuild"):
        FittedEmbedder.load(tmp_path)


@pytest.mark.parametrize("name", ["grams.json", "projection.npz"])
@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 broken"])
def test_a_missing_or_broken_file_is_a_mismatch(tmp_path: Path, name: str, content: bytes | None) -> None:
    FittedEmbedder.fit(SENTENCES).save(tmp_path)
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(MismatchError, match="ingest --rebuild"):
        FittedEmbedder.load(tmp_path)
