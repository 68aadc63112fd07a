import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from corpus.errors import MismatchError
from corpus.knowledge.knowledge_reader import KnowledgeReader
from corpus.knowledge.knowledge_writer import write_knowledge
from tests.corpus.knowledge.open_files import open_files, settles_at
from tests.corpus.knowledge.samples import make_document, make_facts


@pytest.fixture
def reader(tmp_path: Path) -> KnowledgeReader:
    document = make_document()
    write_knowledge(tmp_path / "k.db", [document], {document.id: make_facts()}, ())
    return KnowledgeReader(tmp_path / "k.db")


def test_a_summary_counts_sections_passages_and_facts_by_kind(reader: KnowledgeReader) -> None:
    (summary,) = reader.summaries()
    assert summary.counts == {"sections": 1, "passages": 2, "responsibility": 1, "target": 2, "scenario": 1, "policy": 1}
    assert (summary.id, summary.version, summary.source_file) == ("a-1", "v-a-1", "a.md")
    assert summary.title == summary.metadata.title == make_document().title


def test_what_is_not_there_is_none(reader: KnowledgeReader) -> None:
    assert [reader.document("x"), reader.text("x"), reader.passage("x"), reader.fact("x"), reader.entry(9)] == [None] * 5


def test_a_passage_and_a_fact_are_found_by_id(reader: KnowledgeReader) -> None:
    assert reader.passage("a-1:1") == make_document().passages[1]
    assert reader.fact("a-1:target:1") == make_facts()[2]


def test_the_database_cannot_be_written(reader: KnowledgeReader) -> None:
    with pytest.raises(MismatchError, match="readonly"):
        reader._rows("DELETE FROM facts")


def test_many_threads_read_at_once(reader: KnowledgeReader) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: reader.document("a-1"), range(64))) == {make_document()}


def test_a_thread_that_ends_gives_its_connection_back(reader: KnowledgeReader) -> None:
    def read() -> None:
        reader.text("a-1")

    read()
    before = open_files()
    for _ in range(20):
        thread = Thread(target=read)
        thread.start()
        thread.join()
    assert settles_at(before)


def test_closing_closes_the_connections_of_all_threads(reader: KnowledgeReader) -> None:
    with ThreadPoolExecutor(1) as pool:
        connections = [reader._connection(), pool.submit(reader._connection).result()]
        assert connections[0] is not connections[1]
        reader.close()
    for connection in connections:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_a_path_with_signs_that_mean_something_in_addresses_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "数 据?#%20"
    folder.mkdir()
    write_knowledge(folder / "k.db", [make_document()], {}, ())
    assert KnowledgeReader(folder / "k.db").text("a-1") == make_document().text


def test_a_missing_database_names_the_remedy_and_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(MismatchError, match="city-assistant ingest --rebuild"):
        KnowledgeReader(tmp_path / "k.db")
    assert not (tmp_path / "k.db").exists()


def test_a_damaged_database_names_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "k.db").write_bytes(b"not a database" * 100)
    with pytest.raises(MismatchError, match="city-assistant ingest --rebuild"):
        KnowledgeReader(tmp_path / "k.db").summaries()


def test_a_value_of_another_shape_names_the_remedy(reader: KnowledgeReader, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "k.db")) as connection, connection:
        connection.execute("UPDATE passages SET payload = '{\"x\": 1}'")
    with pytest.raises(MismatchError, match="city-assistant ingest --rebuild"):
        reader.passage("a-1:0")
