"""An ingest in a process of its own that is killed at a chosen moment.

The processes are forked from one that has imported everything, so that a run of many takes seconds, not minutes: this module as a program.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any, Literal

from assistant.publishing.editor import Editor
from assistant.publishing.publication import publish
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from corpus.settings import CorpusSettings

Kind = Literal[
    "after some time",
    "at a change of files",
    "before the folder has its name",
    "before the pointer is replaced",
    "after the pointer is replaced",
]
OF_TEN: Mapping[Kind, int] = {
    "after some time": 3,
    "at a change of files": 3,
    "before the folder has its name": 1,
    "before the pointer is replaced": 1,
    "after the pointer is replaced": 2,
}
"""How many of ten kills are of a kind; those at which everything hangs on one step come up often."""
_ROOT = Path(__file__).parents[2]
_IMPORTED = ("chromadb", "corpus.embedding.fitted", "scipy.sparse.linalg", "sklearn.decomposition", "tantivy")
_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "open", "sqlite3.connect", "shutil.rmtree")
"""Names of the events by which Python tells of what a program does to files; of `open` those for writing."""
_EVENTS_AFTER_POINTER = (1, 1, 2, 3, 5, 8, 13)
"""Most of them while an older generation is deleted; where none is, only the first comes."""
_ENDS_WITHIN_S = 120


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: after `seconds`, or at the event of a number among those that the kind counts."""

    kind: Kind
    seconds: float = 0.0
    event: int = 1


@dataclass(frozen=True, slots=True)
class Course:
    """What a whole ingest takes: seconds, and changes of files."""

    seconds: float
    events: int


def random_moment(kind: Kind, course: Course, chance: Random) -> Moment:
    """A moment of a kind in an ingest that takes as long as `course`."""
    if kind == "after some time":
        return Moment(kind, seconds=chance.uniform(0.0, course.seconds))
    if kind == "at a change of files":
        return Moment(kind, event=chance.randint(1, course.events))
    if kind == "after the pointer is replaced":
        return Moment(kind, event=chance.choice(_EVENTS_AFTER_POINTER))
    return Moment(kind)


class IngestProcesses:
    """Starts ingests, one after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def whole(self, settings: CorpusSettings) -> Course:
        """Let an ingest end. Fails with what it failed with."""
        ended = self._run(settings, None)
        assert "failure" not in ended, ended
        return Course(**ended)

    def killed(self, settings: CorpusSettings, moment: Moment) -> bool:
        """Let an ingest be killed at a moment; false where it had ended before. Fails where it failed by itself."""
        ended = self._run(settings, moment)
        assert "failure" not in ended, ended
        return not ended

    def _run(self, settings: CorpusSettings, moment: Moment | None) -> dict[str, Any]:
        """What the process said in the end; nothing when it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"corpus_dir": str(settings.corpus_dir), "data_dir": str(settings.data_dir), "moment": asdict(moment) if moment else None}
        self._process.stdin.write(f"{json.dumps(order)}\n")
        self._process.stdin.flush()
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said


@contextmanager
def ingest_processes(temporary: Path) -> Iterator[IngestProcesses]:
    """Processes whose temporary files go to the folder `temporary`, which is made."""
    temporary.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "tests.soak.killed_ingest"]
    with subprocess.Popen(command, cwd=_ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield IngestProcesses(process)
        finally:
            process.kill()


def _serve() -> None:
    """Carry out orders from standard input, one a line, each in a process of its own; tell what became of it in a line."""
    for name in _IMPORTED:
        importlib.import_module(name)
    for line in sys.stdin:
        print(json.dumps(_carry_out(json.loads(line))), flush=True)


def _carry_out(order: dict[str, Any]) -> dict[str, Any]:
    moment = Moment(**order["moment"]) if order["moment"] else None
    settings = AssistantSettings.load(corpus_dir=order["corpus_dir"], data_dir=order["data_dir"], _env_file=None)
    said, says = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(says, json.dumps(_ingest(settings, moment)).encode())
        os._exit(0)
    os.close(says)
    if moment is not None and moment.kind == "after some time":
        time.sleep(moment.seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(said, "rb") as pipe:
        words = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if words:
        ended: dict[str, Any] = json.loads(words)
        return ended
    return {} if status == -signal.SIGKILL else {"failure": f"ended with {status}"}


def _ingest(settings: AssistantSettings, moment: Moment | None) -> dict[str, Any]:
    signal.alarm(_ENDS_WITHIN_S)
    events = events_after = 0
    pointed = False

    def watch(event: str, given: tuple[Any, ...]) -> None:
        nonlocal events, events_after, pointed
        if event not in _CHANGES or (event == "open" and not given[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        events += 1
        events_after += pointed
        renamed = Path(given[1]).name if event == "os.rename" else ""
        if moment is not None and _is_now(moment, events, events_after, renamed):
            os.kill(os.getpid(), signal.SIGKILL)
        pointed = pointed or renamed == "current"

    sys.addaudithook(watch)
    begun = time.perf_counter()
    try:
        with closing(Database(settings.database_url)) as database:
            publish(Editor(settings, database, "soak"))
    except BaseException as error:
        return {"failure": repr(error)}
    return asdict(Course(time.perf_counter() - begun, events))


def _is_now(moment: Moment, events: int, events_after: int, renamed: str) -> bool:
    match moment.kind:
        case "after some time":
            return False
        case "at a change of files":
            return events == moment.event
        case "before the folder has its name":
            return renamed not in ("", "current")
        case "before the pointer is replaced":
            return renamed == "current"
        case "after the pointer is replaced":
            return events_after == moment.event


if __name__ == "__main__":
    _serve()
