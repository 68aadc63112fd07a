"""Where the disk takes no more, an ingest says so, publishes nothing, and completes once there is room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import UnwritableError
from corpus.knowledge.generations import Generations
from ingest.publication import publish
from tests.corpus.knowledge.samples import build_generation, make_document

# The greatest size of a file stands for a full disk: the same calls fail, in every library, and no test needs a disk of its own.
PROGRAM = """
import resource, sys
from pathlib import Path
from corpus.embedding.fitted import FittedEmbedder
from corpus.errors import UnwritableError
from ingest import publication
from tests.corpus.knowledge.samples import make_document, make_entries, make_facts

data_dir, full_at, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def fill(stage):
    if stage == full_at:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

documents = (make_document("c-1"),)
entries = make_entries(documents)
embedder = FittedEmbedder.fit([entry.text for entry in entries])
try:
    with publication.publish(data_dir) as draft:
        draft.write(documents, {"c-1": make_facts("c-1")}, entries, embedder=embedder, progress=lambda stage, done, total: fill(stage))
        fill("opening")
        publication._flush_tree = lambda folder: fill("pointer")
        draft.commit()
except UnwritableError as error:
    print(error)
"""


def published(data_dir: Path, *document_ids: str) -> list[str]:
    """The documents that a newly started program answers from, once `document_ids` are published."""
    with publish(data_dir) as draft:
        build_generation(draft.folder, tuple(make_document(name) for name in document_ids))
        draft.commit()
    return served(data_dir)


def served(data_dir: Path) -> list[str]:
    with Generations(data_dir) as generations, generations.lease() as knowledge:
        knowledge.check()
        return [summary.id for summary in knowledge.documents()]


@pytest.mark.parametrize(
    ("full_at", "size"), [("database", 100), ("lexical index", 100), ("vectors", 0), ("vector index", 100), ("opening", 0), ("pointer", 0)]
)
def test_a_full_disk_is_told_and_what_was_published_before_stays(tmp_path: Path, full_at: str, size: int) -> None:
    assert published(tmp_path, "a-1") == ["a-1"]
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), full_at, str(size)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "make room on the disk" in ended.stdout.lower()
    assert str(tmp_path) in ended.stdout
    assert served(tmp_path) == ["a-1"]
    assert not any(path.name.endswith(".tmp") and path.is_dir() for path in (tmp_path / "generations").iterdir())
    assert published(tmp_path, "d-1") == ["d-1"]
    assert list((tmp_path / "generations").glob("*.tmp")) == []


def test_a_folder_that_is_not_to_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(tmp_path, "a-1")

    def refuse(path: object, flags: int, mode: int = 0o777) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    # Whoever runs the tests as root may write everywhere.
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UnwritableError, match="let this user write there"), publish(tmp_path):
        pass
