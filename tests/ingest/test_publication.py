import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import ConfigurationError, IngestRunningError, MismatchError
from corpus.knowledge.generation_folders import GenerationFolders
from corpus.knowledge.generations import Generations
from ingest import publication
from ingest.publication import KEPT, Draft, make_current, publish
from tests.corpus.knowledge.samples import build_generation, make_document

KILLED_AT = {
    "while the database is written": "database",
    "while the lexical index is written": "lexical index",
    "while texts are embedded": "vectors",
    "while the vector index is written": "vector index",
    "before the folder is flushed": "_flush_tree",
    "between the folder and the pointer": "make_current",
    "before the pointer is replaced": "replace",
    "after the pointer is replaced": "_prune_at_end",
}

CHILD = """
import os, signal, sys
from pathlib import Path
from corpus.embedding.fitted import FittedEmbedder
from ingest import publication
from tests.corpus.knowledge.samples import make_document, make_entries, make_facts

data_dir, point = Path(sys.argv[1]), sys.argv[2]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def watch(stage, done, total):
    if stage == point:
        die()

def die_at_end(folders, prune=publication._prune, calls=[]):
    calls.append(die() if calls else prune(folders))

if point == "replace":
    os.replace = die
elif point == "_prune_at_end":
    publication._prune = die_at_end
elif hasattr(publication, point):
    setattr(publication, point, die)
documents = (make_document("c-1"),)
entries = make_entries(documents)
embedder = FittedEmbedder.fit([entry.text for entry in entries])
with publication.publish(data_dir) as draft:
    draft.write(documents, {"c-1": make_facts("c-1")}, entries, embedder=embedder, progress=watch)
    draft.commit()
"""

HOLDER = """
import sys, time
from pathlib import Path
from ingest.publication import publish
with publish(Path(sys.argv[1])) as draft:
    (draft.folder / "half").write_text("half", encoding="utf-8")
    print("locked", flush=True)
    time.sleep(60)
"""


def publish_documents(data_dir: Path, *document_ids: str) -> str:
    with publish(data_dir) as draft:
        build_generation(draft.folder, tuple(make_document(name) for name in document_ids))
        draft.commit()
    return draft.id


def served(data_dir: Path) -> list[str]:
    """The documents that a newly started program answers from."""
    with Generations(data_dir) as generations, generations.lease() as knowledge:
        knowledge.check()
        return [knowledge.document(summary.id).id for summary in knowledge.documents()]


def names(data_dir: Path) -> set[str]:
    return {path.name for path in (data_dir / "generations").iterdir()}


def test_a_committed_draft_becomes_the_current_generation(tmp_path: Path) -> None:
    generation = publish_documents(tmp_path, "a-1")
    assert served(tmp_path) == ["a-1"]
    assert names(tmp_path) == {generation, "current", "ingest.lock"}


def test_writing_into_the_draft_is_writing_a_generation(tmp_path: Path) -> None:
    script = [sys.executable, "-c", CHILD, str(tmp_path), "nowhere"]
    subprocess.run(script, check=True, timeout=60)
    assert served(tmp_path) == ["c-1"]


def test_a_draft_that_is_not_committed_leaves_nothing(tmp_path: Path) -> None:
    publish_documents(tmp_path, "a-1")
    before = names(tmp_path)
    with publish(tmp_path) as draft:
        (draft.folder / "half").touch()
    assert names(tmp_path) == before
    assert served(tmp_path) == ["a-1"]


def test_a_failure_while_writing_leaves_the_former_generation(tmp_path: Path) -> None:
    publish_documents(tmp_path, "a-1")
    before = names(tmp_path)
    with pytest.raises(ValueError, match="unreadable"), publish(tmp_path):
        raise ValueError("unreadable")
    assert names(tmp_path) == before
    assert served(tmp_path) == ["a-1"]


def test_a_draft_that_cannot_be_opened_is_not_published(tmp_path: Path) -> None:
    publish_documents(tmp_path, "a-1")
    with publish(tmp_path) as draft:
        build_generation(draft.folder)
        shutil.rmtree(draft.folder / "chroma")
        with pytest.raises(MismatchError):
            draft.commit()
    assert served(tmp_path) == ["a-1"]


@pytest.mark.parametrize("point", KILLED_AT.values(), ids=KILLED_AT)
def test_an_ingest_killed_at_any_moment_leaves_a_whole_generation_and_a_rerun_completes(tmp_path: Path, point: str) -> None:
    publish_documents(tmp_path, "a-1")
    child = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path), point], check=False, timeout=60, capture_output=True)
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()
    assert served(tmp_path) == (["c-1"] if point == "_prune_at_end" else ["a-1"])
    publish_documents(tmp_path, "d-1")
    assert served(tmp_path) == ["d-1"]
    assert not [name for name in names(tmp_path) if name.endswith(".tmp")]


def test_a_second_ingest_is_refused_while_one_runs_and_allowed_once_it_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "locked\n"
            with pytest.raises(IngestRunningError, match="wait until it has finished"), publish(tmp_path):
                pass
            assert len([name for name in names(tmp_path) if name.endswith(".tmp")]) == 1
        finally:
            holder.kill()
    publish_documents(tmp_path, "a-1")
    assert served(tmp_path) == ["a-1"]


def test_a_second_ingest_in_the_same_process_is_refused(tmp_path: Path) -> None:
    with publish(tmp_path), pytest.raises(IngestRunningError), publish(tmp_path):
        pass
    publish_documents(tmp_path, "a-1")


def test_readers_with_a_lease_go_on_while_a_generation_is_published(tmp_path: Path) -> None:
    publish_documents(tmp_path, "a-1")
    with Generations(tmp_path) as generations, generations.lease() as old:
        for name in ("b-1", "c-1", "d-1", "e-1", "f-1"):
            publish_documents(tmp_path, name)
        assert old.search_vectors("一网统管", limit=1)
        assert old.document("a-1").id == "a-1"
        with generations.lease() as new:
            assert [summary.id for summary in new.documents()] == ["f-1"]


def test_the_newest_generations_are_kept(tmp_path: Path) -> None:
    published = [publish_documents(tmp_path, f"d-{number}") for number in range(KEPT + 2)]
    assert Generations(tmp_path).list() == tuple(published[-KEPT:])


def test_what_a_killed_ingest_did_not_come_to_delete_goes_with_the_next_one_though_it_publishes_nothing(tmp_path: Path) -> None:
    published = [publish_documents(tmp_path, f"d-{number}") for number in range(KEPT)]
    child = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path), "_prune_at_end"], check=False, timeout=60, capture_output=True)
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()
    assert len(Generations(tmp_path).list()) == KEPT + 1
    with publish(tmp_path):
        pass
    assert Generations(tmp_path).list()[: KEPT - 1] == tuple(published[1:])
    assert len(Generations(tmp_path).list()) == KEPT


def test_a_generation_in_use_is_kept_until_it_is_not(tmp_path: Path) -> None:
    first = publish_documents(tmp_path, "a-1")
    with Generations(tmp_path) as generations, generations.lease():
        for number in range(KEPT):
            publish_documents(tmp_path, f"d-{number}")
        assert first in generations.list()
    publish_documents(tmp_path, "e-1")
    assert first not in Generations(tmp_path).list()


def test_a_generation_that_was_gone_back_to_stays_when_others_are_pruned(tmp_path: Path) -> None:
    folders = GenerationFolders(tmp_path)
    first, *_ = [publish_documents(tmp_path, f"d-{number}") for number in range(KEPT)]
    make_current(folders, first)
    assert served(tmp_path) == ["d-0"]
    (folders.root / "999998-x").mkdir()
    (folders.root / "999999-x").mkdir()
    publication._prune(folders)
    assert first in folders.ids()


def test_later_generations_have_greater_names_whatever_the_clock_says(tmp_path: Path) -> None:
    (tmp_path / "generations" / "000041-20990101T000000Z").mkdir(parents=True)
    with publish(tmp_path) as draft:
        assert re.fullmatch(r"000042-\d{8}T\d{6}Z", draft.id)


def test_everything_is_on_disk_before_the_pointer_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[int | str] = []
    fsync, replace, rename = os.fsync, os.replace, Path.rename
    monkeypatch.setattr(os, "fsync", lambda file: (events.append(os.fstat(file).st_ino), fsync(file))[1])
    monkeypatch.setattr(os, "replace", lambda *paths: (events.append("replace"), replace(*paths))[1])
    monkeypatch.setattr(Path, "rename", lambda *paths: (events.append("rename"), rename(*paths))[1])
    publish_documents(tmp_path, "a-1")
    folders = GenerationFolders(tmp_path)
    root, pointer = folders.root.stat().st_ino, folders.pointer.stat().st_ino
    (generation,) = (folders.root / name for name in folders.ids())
    renamed, replaced = events.index("rename"), events.index("replace")
    assert {path.stat().st_ino for path in (generation, *generation.rglob("*"))} <= set(events[:renamed])
    assert root in events[renamed:replaced]
    assert pointer in events[:replaced]
    assert events[-1] == root


def test_the_draft_is_not_listed_before_it_is_committed(tmp_path: Path) -> None:
    with publish(tmp_path) as draft:
        assert isinstance(draft, Draft)
        assert Generations(tmp_path).list() == ()


def test_a_data_folder_that_is_a_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(ConfigurationError, match="set DATA_DIR"), publish(tmp_path / "data"):
        pass
