import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding.embedder import open_embedder
from corpus.embedding.sentence_transformer import SentenceTransformerEmbedder
from corpus.errors import ConfigurationError
from tests.corpus.embedding.tiny_model import build_tiny_model

TEXTS = ("数据中心建设", "公共交通", "医疗机构共享检查结果")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def test_rows_have_length_one_and_the_models_dimension(model: Path) -> None:
    embedder = SentenceTransformerEmbedder(model)
    rows = embedder.embed(TEXTS)
    assert embedder.dimension == 32
    assert rows.shape == (3, 32)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_a_question_in_the_words_of_a_text_is_nearest_to_it(model: Path) -> None:
    embedder = SentenceTransformerEmbedder(model)
    assert int(np.argmax(embedder.embed(TEXTS) @ embedder.embed_query(TEXTS[1]))) == 1


def test_no_texts_give_no_rows(model: Path) -> None:
    assert SentenceTransformerEmbedder(model).embed([]).shape == (0, 32)


def test_the_saved_embedder_is_opened_from_the_recorded_folder(model: Path, tmp_path: Path) -> None:
    embedder = SentenceTransformerEmbedder(model)
    embedder.save(tmp_path)
    opened = open_embedder(tmp_path)
    assert (opened.name, opened.dimension) == (embedder.name, 32)
    assert opened.embed_query(TEXTS[0]) == pytest.approx(embedder.embed_query(TEXTS[0]), abs=1e-6)


def test_another_model_of_the_same_folder_name_has_another_name(model: Path, tmp_path: Path) -> None:
    other = build_tiny_model(tmp_path / "tiny", seed=1)
    assert SentenceTransformerEmbedder(other).name != SentenceTransformerEmbedder(model).name


def test_opening_does_not_load_the_library_before_the_first_text(model: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from corpus.embedding.sentence_transformer import SentenceTransformerEmbedder
assert SentenceTransformerEmbedder(Path({str(model)!r}), dimension=32).dimension == 32
assert not {{"sentence_transformers", "torch", "transformers"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_a_model_says_what_to_set(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigurationError, match="EMBEDDING_MODEL") as failure:
        SentenceTransformerEmbedder(tmp_path / name)
    assert "city-assistant ingest --rebuild" in str(failure.value)


def test_a_model_that_cannot_be_loaded_says_what_to_set(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="EMBEDDING_MODEL"):
        SentenceTransformerEmbedder(tmp_path).embed(TEXTS)
