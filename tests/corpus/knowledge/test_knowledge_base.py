import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus.embedding.fitted import FittedEmbedder
from corpus.embedding.sentence_transformer import SentenceTransformerEmbedder
from corpus.errors import ConfigurationError, MismatchError, NotFoundError
from corpus.index.lexical import write_lexical_index
from corpus.index.vectors import write_vector_index
from corpus.knowledge.generation_writer import write_generation
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.terms import terms_of
from tests.corpus.embedding.tiny_model import build_tiny_model
from tests.corpus.knowledge.samples import (
    GLOSSARY,
    SYNONYMS,
    UNITS,
    build_generation,
    make_conflicts,
    make_document,
    make_entries,
    make_facts,
)

REMEDY = "city-assistant ingest --rebuild"


def change_record(generation: Path, **fields: Any) -> None:
    path = generation / "build.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **fields}), encoding="utf-8")


def test_a_generation_gives_back_what_it_was_built_of(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    assert knowledge.generation == "000001-x"
    assert [summary.id for summary in knowledge.documents()] == ["a-1", "b-1"]
    assert knowledge.document("a-1") == make_document()
    assert knowledge.text("a-1") == make_document().text
    assert (knowledge.units(), knowledge.synonyms(), knowledge.glossary()) == (UNITS, SYNONYMS, GLOSSARY)
    assert knowledge.files() == {"a.md": "hash of a.md", "b.md": "hash of b.md"}
    assert knowledge.build["counts"]["entries"] == knowledge.entry_count == 4


def test_facts_are_given_for_all_documents_or_for_one(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    assert [fact.document_id for fact in knowledge.facts("target")] == ["a-1", "a-1", "b-1", "b-1"]
    assert knowledge.facts("target", "b-1") == make_facts("b-1")[1:3]
    assert knowledge.facts("target", "none") == ()
    assert knowledge.fact("b-1:policy:0") == make_facts("b-1")[4]


def test_conflicts_are_given_for_all_documents_or_for_those_with_a_place_in_one(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    assert knowledge.conflicts() == knowledge.conflicts("a-1") == make_conflicts()
    assert knowledge.conflicts("b-1") == ()


def test_passages_are_given_by_id_and_their_span_is_their_text(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    passage = knowledge.passage("a-1:1")
    assert passage == make_document().passages[1]
    assert passage.span.of(knowledge.text("a-1")) == "一网统管\t市数据局"


def test_a_hit_leads_to_its_entry_and_on_to_the_passage(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    hit = knowledge.search_lexical(dict.fromkeys(terms_of("一网统管"), 1.0), document_ids=("b-1",))[0]
    assert knowledge.entry(hit.id).ref == "b-1:1"
    assert knowledge.passage(knowledge.entry(hit.id).ref).document_id == "b-1"
    assert knowledge.document_frequency("网统") == 2


def test_vectors_are_searched_with_the_generations_own_embedder(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    hits = knowledge.search_vectors("一网统管 市数据局", document_ids=("a-1",), limit=1)
    assert [knowledge.entry(hit.id).ref for hit in hits] == ["a-1:1"]
    knowledge.close()


def test_a_sentence_transformers_generation_is_searched_with_its_model(tmp_path: Path) -> None:
    model = build_tiny_model(tmp_path / "tiny")
    documents = (make_document(),)
    folder = tmp_path / "g"
    folder.mkdir()
    write_generation(folder, documents, {}, make_entries(documents), embedder=SentenceTransformerEmbedder(model))
    knowledge = KnowledgeBase(folder)
    entry = knowledge.entry(1)
    assert knowledge.search_vectors(entry.embedded_text, limit=1)[0].id == 1
    knowledge.close()
    build_tiny_model(tmp_path / "other" / "tiny", seed=1).rename(tmp_path / "swapped")
    model.rename(tmp_path / "away")
    reopened = KnowledgeBase(folder)
    with pytest.raises(ConfigurationError, match="EMBEDDING_MODEL"):
        reopened.search_vectors("数据")
    (tmp_path / "swapped").rename(model)
    with pytest.raises(MismatchError, match=REMEDY):
        reopened.search_vectors("数据")


def test_unknown_identifiers_are_not_found(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    for look_up in (knowledge.document, knowledge.text, knowledge.passage, knowledge.fact):
        with pytest.raises(NotFoundError, match="'x'"):
            look_up("x")
    with pytest.raises(NotFoundError):
        knowledge.entry(99)
    with pytest.raises(NotFoundError, match="responsibility"):
        knowledge.facts("nonsense")  # type: ignore[arg-type]


def test_a_document_is_read_once(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)
    assert knowledge.document("a-1") is knowledge.document("a-1")


def test_many_threads_ask_at_once(generation: Path) -> None:
    knowledge = KnowledgeBase(generation)

    def ask(number: int) -> tuple[str, int]:
        document_id = ("a-1", "b-1")[number % 2]
        hit = knowledge.search_vectors("一网统管", document_ids=(document_id,), limit=1)[0]
        return knowledge.document(document_id).id, len(knowledge.facts("target", knowledge.entry(hit.id).document_id))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(80))) == [("a-1", 2), ("b-1", 2)] * 40
    knowledge.close()


def test_heavy_libraries_are_not_loaded_before_they_are_used(generation: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from corpus.knowledge.knowledge_base import KnowledgeBase
knowledge = KnowledgeBase(Path({str(generation)!r}))
knowledge.search_lexical({{"数据": 1.0}})
knowledge.document("a-1")
assert not {{"chromadb", "sklearn", "scipy", "torch", "sentence_transformers"}} & set(sys.modules)
knowledge.search_vectors("数据")
assert not {{"sklearn", "scipy", "torch", "sentence_transformers"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


@pytest.mark.parametrize(
    "fields",
    [{"schema_version": "0-old"}, {"embedder": "another"}, {"dimension": 7}, {"counts": {"entries": 5}}, {"counts": {}}],
    ids=["schema", "embedder", "dimension", "count", "no count"],
)
def test_a_record_that_does_not_fit_is_a_mismatch_that_names_the_remedy(generation: Path, fields: dict[str, Any]) -> None:
    change_record(generation, **fields)
    with pytest.raises(MismatchError, match=REMEDY):
        KnowledgeBase(generation)


def test_a_database_with_fewer_entries_is_a_mismatch(generation: Path) -> None:
    with closing(sqlite3.connect(generation / "knowledge.db")) as connection, connection:
        connection.execute("DELETE FROM entries WHERE id = 0")
    with pytest.raises(MismatchError, match=r"knowledge\.db holds 3"):
        KnowledgeBase(generation)


def test_a_lexical_index_with_fewer_entries_is_a_mismatch(generation: Path) -> None:
    (generation / "lexical").rename(generation / "away")
    write_lexical_index(generation / "lexical", make_entries((make_document(),)))
    with pytest.raises(MismatchError, match="the lexical index holds 2"):
        KnowledgeBase(generation)


def test_a_vector_index_with_fewer_entries_is_a_mismatch_at_the_check_and_at_the_first_search(generation: Path) -> None:
    entries = make_entries((make_document(),))
    (generation / "chroma").rename(generation / "away")
    write_vector_index(
        generation / "chroma", entries, FittedEmbedder.load(generation / "embedder").embed([entry.text for entry in entries])
    )
    knowledge = KnowledgeBase(generation)
    with pytest.raises(MismatchError, match="the vector index holds 2"):
        knowledge.check()
    with pytest.raises(MismatchError, match=REMEDY):
        knowledge.search_vectors("数据")


@pytest.mark.parametrize("part", ["knowledge.db", "lexical", "embedder", "build.json", "chroma"])
def test_a_missing_part_is_a_mismatch_that_names_the_remedy(generation: Path, part: str) -> None:
    (generation / part).rename(generation / "away")
    with pytest.raises(MismatchError, match=REMEDY):
        KnowledgeBase(generation).check()


def test_a_generation_can_be_opened_again_after_closing(tmp_path: Path) -> None:
    build_generation(tmp_path / "g")
    for _ in range(2):
        knowledge = KnowledgeBase(tmp_path / "g")
        assert knowledge.search_vectors("一网统管", limit=1)
        knowledge.close()
