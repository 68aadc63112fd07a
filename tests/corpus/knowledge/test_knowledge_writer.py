import time
from dataclasses import replace
from pathlib import Path

from corpus.index.entry import Entry
from corpus.knowledge.knowledge_reader import KnowledgeReader
from corpus.knowledge.knowledge_writer import write_knowledge
from tests.corpus.knowledge.samples import GLOSSARY, SYNONYMS, UNITS, make_conflicts, make_document, make_entries, make_facts


def test_what_is_written_is_read_back_equal(tmp_path: Path) -> None:
    documents = (make_document("b-1"), make_document("a-1"))
    facts = {document.id: make_facts(document.id) for document in documents}
    entries = make_entries(documents)
    write_knowledge(
        tmp_path / "k.db",
        documents,
        facts,
        entries,
        conflicts=make_conflicts(),
        units=UNITS,
        synonyms=SYNONYMS,
        glossary=GLOSSARY,
        files={"a.md": "1", "乙.md": "2"},
    )
    reader = KnowledgeReader(tmp_path / "k.db")
    assert reader.conflicts() == make_conflicts()
    assert tuple(reader.document(document.id) for document in documents) == documents
    assert tuple(fact for kind in ("responsibility", "target", "scenario", "policy") for fact in reader.facts(kind)["a-1"]) == facts["a-1"]
    assert tuple(reader.entry(entry.id) for entry in entries) == entries
    assert (reader.units(), reader.words("synonyms"), reader.words("glossary")) == (UNITS, SYNONYMS, GLOSSARY)
    assert reader.files() == {"a.md": "1", "乙.md": "2"}


def test_documents_units_and_words_keep_their_order(tmp_path: Path) -> None:
    documents = tuple(make_document(name) for name in ("c", "a", "b"))
    write_knowledge(
        tmp_path / "k.db",
        documents,
        {name: make_facts(name) for name in ("b", "a", "c")},
        (),
        units=UNITS[::-1],
        synonyms={"z": (), "a": ("b",)},
    )
    reader = KnowledgeReader(tmp_path / "k.db")
    assert [summary.id for summary in reader.summaries()] == ["c", "a", "b"]
    assert list(reader.facts("policy")) == ["c", "a", "b"]
    assert reader.units() == UNITS[::-1]
    assert list(reader.words("synonyms")) == ["z", "a"]


def test_a_document_without_parts_is_read_back_equal(tmp_path: Path) -> None:
    bare = replace(make_document(), blocks=(), sections=(), passages=())
    write_knowledge(tmp_path / "k.db", [bare], {}, ())
    reader = KnowledgeReader(tmp_path / "k.db")
    assert reader.document(bare.id) == bare
    assert reader.summaries()[0].counts == {"sections": 0}


def test_thousands_of_facts_and_passages_are_written_within_a_second(tmp_path: Path) -> None:
    document = make_document()
    passages = tuple(replace(document.passages[0], ordinal=number) for number in range(1_500))
    entries = tuple(Entry(number, "passage", document.id, f"a-1:{number}", document.text, document.title) for number in range(4_500))
    begun = time.perf_counter()
    write_knowledge(tmp_path / "k.db", [replace(document, passages=passages)], {document.id: make_facts() * 600}, entries)
    assert time.perf_counter() - begun < 1
