import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import ManifestError, UnreadableFileError
from corpus.manifest import DocumentEntry, Manifest, PartEntry
from ingest import reading_worker
from ingest.assembly import read_documents
from ingest.reading_process import ReadingLimits
from ingest.reading_worker import ReadingWorker
from tests.ingest.pdf_file import write_pdf

PLAN = "# 云川市智慧水务行动计划（2025-2027年）\n\n## 一、总体目标\n\n到2025年，建成智能水表20万只。（责任单位：市水务局）\n"
MANIFEST = Manifest()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "计划.md").write_text(PLAN, encoding="utf-8")
    return tmp_path / "计划.md"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A PDF of many pages, whose reading tells progress."""
    return write_pdf(tmp_path / "plan.pdf", [["Plan"]] * 200)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes started since the test began; none is left at its end."""
    started: list[subprocess.Popen[bytes]] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **settings: object) -> None:
            super().__init__(*arguments, **settings)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    yield started
    assert all(process.returncode is not None for process in started)


def test_a_file_gives_what_it_gives_without_a_worker(reading_worker: ReadingWorker, plan: Path) -> None:
    assert reading_worker.read(plan, "水务/计划.md", MANIFEST) == read_documents(plan, "水务/计划.md", MANIFEST)


def test_the_process_gets_no_secrets_of_the_environment(
    plan: Path, processes: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = {"LLM_API_KEY": "sk-geheim", "APP_DATABASE_URL": "postgresql://u:geheim@db/a", "OTHER_TOKEN": "geheim", "TZ": "Asia/Shanghai"}
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    with ReadingWorker() as worker:
        worker.read(plan, "计划.md", MANIFEST)
        (process,) = processes
        given = Path(f"/proc/{process.pid}/environ").read_bytes()
    assert b"geheim" not in given
    assert b"TZ=Asia/Shanghai" in given


def test_one_process_reads_file_after_file_and_ends_with_the_worker(plan: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    with ReadingWorker() as worker:
        assert processes == []
        for number in range(20):
            (reading,) = worker.read(plan, f"{number}.md", MANIFEST)
            assert reading.document.source_file == f"{number}.md"
    (process,) = processes
    assert process.returncode == 0


def test_another_manifest_reaches_the_process(reading_worker: ReadingWorker, plan: Path) -> None:
    for title in ("甲计划", "乙计划"):
        manifest = Manifest(documents=(DocumentEntry(file="计划.md", title=title),))
        assert [reading_worker.read(plan, "计划.md", manifest)[0].document.metadata.title for _ in range(2)] == [title] * 2
    assert reading_worker.read(plan, "计划.md", MANIFEST)[0].document.metadata.title.startswith("云川市")


def test_failures_are_those_of_the_reader(reading_worker: ReadingWorker, tmp_path: Path, plan: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    with pytest.raises(UnreadableFileError, match=r"^云/broken\.pdf is not a PDF"):
        reading_worker.read(tmp_path / "broken.pdf", "云/broken.pdf", MANIFEST)
    manifest = Manifest(documents=(DocumentEntry(file="计划.md", parts=(PartEntry(heading="无"),)),))
    with pytest.raises(ManifestError, match="计划"):
        reading_worker.read(plan, "计划.md", manifest)


def test_progress_comes_through_while_the_file_is_read(reading_worker: ReadingWorker, pages: Path) -> None:
    told: list[tuple[str, int, int]] = []
    reading_worker.read(pages, "plan.pdf", MANIFEST, lambda *step: told.append(step))
    assert told == [("pages", done, 200) for done in range(201)]


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        (signal.SIGSEGV, r"plan\.pdf ended the program that reads it \(SIGSEGV\)\. Save or export it anew"),
        (signal.SIGABRT, r"plan\.pdf ended the program that reads it \(SIGABRT\)"),
        (signal.SIGKILL, r"plan\.pdf could not be read.* when memory runs out\. Free memory or split the file"),
        (signal.SIGPROF, r"plan\.pdf takes too long to read\. Split it"),
        (signal.SIGALRM, r"plan\.pdf takes too long to read\. Split it"),
    ],
)
def test_a_file_that_ends_the_process_fails_alone(
    pages: Path, plan: Path, processes: list[subprocess.Popen[bytes]], ending: signal.Signals, told: str
) -> None:
    with ReadingWorker() as worker:
        with pytest.raises(UnreadableFileError, match=told):
            worker.read(pages, "plan.pdf", MANIFEST, lambda *_: os.kill(processes[0].pid, ending))
        assert worker.read(plan, "计划.md", MANIFEST)[0].facts
    assert len(processes) == 2


def test_a_process_that_ended_between_two_files_is_no_fault_of_the_next(plan: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    with ReadingWorker() as worker:
        worker.read(plan, "计划.md", MANIFEST)
        processes[0].kill()
        processes[0].wait()
        assert worker.read(plan, "计划.md", MANIFEST)
    assert len(processes) == 2


def test_a_process_that_stands_still_is_given_up(
    pages: Path, plan: Path, processes: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with ReadingWorker(ReadingLimits(stall=0.3)) as worker:
        worker.read(plan, "计划.md", MANIFEST)
        monkeypatch.setattr(reading_worker, "STARTING", 0.0)
        with pytest.raises(UnreadableFileError, match=r"plan\.pdf takes too long to read\. Split it"):
            worker.read(pages, "plan.pdf", MANIFEST, lambda _, done, __: os.kill(processes[0].pid, signal.SIGSTOP) if done == 1 else None)
        monkeypatch.setattr(reading_worker, "STARTING", 30.0)
        assert worker.read(plan, "计划.md", MANIFEST)


def test_a_file_without_progress_is_given_up(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "长.txt").write_text("推动水务数据汇聚。\n" * 400_000, encoding="utf-8")
    with ReadingWorker(ReadingLimits(stall=0.5)) as worker:
        with pytest.raises(UnreadableFileError, match=r"长\.txt takes too long to read\. Split it"):
            worker.read(tmp_path / "长.txt", "长.txt", MANIFEST)
        assert worker.read(plan, "计划.md", MANIFEST)


def test_a_file_that_waits_for_a_busy_machine_has_more_time(pages: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    def wait(_stage: str, done: int, _total: int) -> None:
        if done == 1:
            os.kill(processes[0].pid, signal.SIGSTOP)
            time.sleep(1.5)
            os.kill(processes[0].pid, signal.SIGCONT)

    with ReadingWorker(ReadingLimits(stall=1.0)) as worker:
        assert worker.read(pages, "plan.pdf", MANIFEST, wait)


def test_a_file_that_takes_too_long_in_all_is_given_up_though_it_goes_on(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "plan.pdf", [["Plan"]] * 2_000)
    with ReadingWorker(ReadingLimits(total=0.3, page=0.0)) as worker, pytest.raises(UnreadableFileError, match="takes too long"):
        worker.read(path, "plan.pdf", MANIFEST)


def test_pages_give_a_file_more_time(pages: Path) -> None:
    with ReadingWorker(ReadingLimits(total=1.0, page=1.0)) as worker:
        worker.read(pages, "plan.pdf", MANIFEST, lambda *_: time.sleep(0.01))


def test_a_file_that_fills_the_memory_is_given_up(tmp_path: Path, plan: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    (tmp_path / "长.txt").write_text("推动水务数据汇聚。\n" * 200_000, encoding="utf-8")
    with ReadingWorker(ReadingLimits(memory=160 * 2**20)) as worker:
        with pytest.raises(UnreadableFileError, match=r"长\.txt takes more than 160 MB of memory to read\. Split it"):
            worker.read(tmp_path / "长.txt", "长.txt", MANIFEST)
        assert worker.read(plan, "计划.md", MANIFEST)
    assert len(processes) == 2


def test_a_fault_of_the_program_fails_one_file(tmp_path: Path, plan: Path) -> None:
    with ReadingWorker() as worker:
        with pytest.raises(UnreadableFileError, match=r"for a fault of this program \(\w+\)\. Please report it"):
            worker.read(plan, "\udcff.md", MANIFEST)
        assert worker.read(plan, "计划.md", MANIFEST)


def test_an_interrupt_ends_the_process_in_the_middle_of_a_file(pages: Path, processes: list[subprocess.Popen[bytes]]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), ReadingWorker() as worker:
        worker.read(pages, "plan.pdf", MANIFEST, interrupt)


PARENT = """
import os, sys, time
from pathlib import Path
from corpus.manifest import Manifest
from ingest.reading_worker import ReadingWorker
worker = ReadingWorker()
def progress(*_):
    print(worker._process.pid, flush=True)
    time.sleep(60)
worker.read(Path(sys.argv[1]), "plan.pdf", Manifest(), progress)
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_the_process_ends_when_the_one_that_started_it_is_killed(pages: Path, ending: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(pages)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.send_signal(ending)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while _runs(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(worker)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
