from pathlib import Path

import pytest

from corpus.embedding.embedder import open_embedder, read_record, write_record
from corpus.embedding.fitted import FittedEmbedder
from corpus.errors import ConfigurationError, MismatchError


def test_the_fitted_embedder_is_opened_from_where_it_was_saved(tmp_path: Path) -> None:
    embedder = FittedEmbedder.fit(["数据中心", "公共交通"])
    embedder.save(tmp_path)
    assert open_embedder(tmp_path).embed_query("数据").tolist() == embedder.embed_query("数据").tolist()


def test_the_record_holds_name_dimension_and_options(tmp_path: Path) -> None:
    embedder = FittedEmbedder.fit(["数据中心", "公共交通"])
    embedder.save(tmp_path)
    record = read_record(tmp_path)
    assert (record["name"], record["dimension"], record["longest_gram"]) == (embedder.name, embedder.dimension, 3)


@pytest.mark.parametrize("content", [None, "{", "[]"])
def test_a_missing_or_broken_record_is_a_mismatch(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "embedder.json").write_text(content, encoding="utf-8")
    with pytest.raises(MismatchError, match="ingest --rebuild"):
        open_embedder(tmp_path)


def test_a_recorded_model_that_is_gone_is_a_configuration_error(tmp_path: Path) -> None:
    write_record(tmp_path, {"kind": "sentence-transformers", "name": "x", "dimension": 8, "folder": str(tmp_path / "gone")})
    with pytest.raises(ConfigurationError, match="EMBEDDING_MODEL"):
        open_embedder(tmp_path)
