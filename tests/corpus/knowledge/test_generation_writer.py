from dataclasses import replace
from pathlib import Path

import pytest

from corpus.embedding.fitted import FittedEmbedder
from corpus.knowledge.build_record import BuildRecord, read_build_record
from corpus.knowledge.generation_writer import write_generation
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.knowledge.knowledge_schema import schema_version
from corpus.settings import CorpusSettings
from tests.corpus.knowledge.samples import build_generation, make_document, make_entries, make_facts


def test_the_folder_holds_database_indexes_embedder_and_record(tmp_path: Path) -> None:
    build_generation(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"knowledge.db", "lexical", "chroma", "embedder", "build.json"}


def test_the_record_says_what_was_built_with_what(tmp_path: Path) -> None:
    record = build_generation(tmp_path)
    assert read_build_record(tmp_path) == record
    assert (record.schema_version, record.embedder, record.dimension) == (schema_version(), FittedEmbedder.name, 4)
    assert record.counts == {
        "documents": 2,
        "sections": 2,
        "passages": 4,
        "entries": 4,
        "vectors": 4,
        "conflicts": 1,
        "responsibility": 2,
        "target": 4,
        "scenario": 2,
        "policy": 2,
    }


def hash_of(folder: Path, *, version: str = "1", file_hash: str = "1", official: str = "数据中心") -> str:
    folder.mkdir()
    document = replace(make_document(), version=version)
    entries = make_entries((document,))
    embedder = FittedEmbedder.fit([entry.text for entry in entries])
    return write_generation(
        folder, [document], {}, entries, embedder=embedder, files={"a.md": file_hash}, synonyms={"机房": (official,)}
    ).corpus_hash


def test_the_corpus_hash_changes_with_document_file_and_words_and_with_nothing_else(tmp_path: Path) -> None:
    hashes = [
        hash_of(tmp_path / "1"),
        hash_of(tmp_path / "2"),
        hash_of(tmp_path / "3", version="2"),
        hash_of(tmp_path / "4", file_hash="2"),
        hash_of(tmp_path / "5", official="机房楼"),
    ]
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 4


def test_settings_are_recorded_without_the_folder_they_write_to(tmp_path: Path) -> None:
    settings = CorpusSettings(data_dir=tmp_path, embedding_model=None)
    document = make_document()
    entries = make_entries((document,))
    folder = tmp_path / "g"
    folder.mkdir()
    record = write_generation(folder, [document], {}, entries, embedder=FittedEmbedder.fit([entries[0].text]), settings=settings)
    assert record.settings == {"corpus_dir": str(settings.corpus_dir), "embedding_model": None}


def test_settings_of_others_are_not_recorded_since_they_may_hold_passwords(tmp_path: Path) -> None:
    class MoreSettings(CorpusSettings):
        app_database_url: str

    settings = MoreSettings(data_dir=tmp_path, app_database_url="postgresql://u:geheim@db/app")
    document = make_document()
    entries = make_entries((document,))
    folder = tmp_path / "g"
    folder.mkdir()
    write_generation(folder, [document], {}, entries, embedder=FittedEmbedder.fit([entries[0].text]), settings=settings)
    assert "geheim" not in (folder / "build.json").read_text(encoding="utf-8")
    assert read_build_record(folder).settings.keys() == {"corpus_dir", "embedding_model"}


def test_progress_is_told_for_every_stage_up_to_its_total(tmp_path: Path) -> None:
    told: dict[str, tuple[int, int]] = {}

    def note(stage: str, done: int, total: int) -> None:
        told[stage] = (done, total)

    document = make_document()
    entries = make_entries((document,))
    embedder = FittedEmbedder.fit([entries[0].text])
    write_generation(tmp_path, [document], {document.id: make_facts()}, entries, embedder=embedder, progress=note)
    assert told == {"database": (1, 1), "lexical index": (2, 2), "vectors": (2, 2), "vector index": (2, 2)}


@pytest.mark.parametrize("count", [1, 300])
def test_every_entry_has_its_own_vector(tmp_path: Path, count: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(count * 3))
    document = make_document()
    entries = tuple(replace(make_entries((document,))[0], id=n, text=text[n * 3 : n * 3 + 3], context="") for n in range(count))
    embedder = FittedEmbedder.fit([entry.text for entry in entries[:200]])
    record: BuildRecord = write_generation(tmp_path, [document], {}, entries, embedder=embedder)
    knowledge = KnowledgeBase(tmp_path)
    found = [knowledge.search_vectors(entries[n].text, limit=1)[0].id for n in range(min(count, 50))]
    knowledge.close()
    assert found == list(range(min(count, 50)))
    assert record.counts["entries"] == count
