"""The process that files are read in: `serve` is all that runs there. What a file does to it, it does to nothing else."""

import os
import queue
import resource
import signal
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.errors import AssistantError, UnreadableFileError
from corpus.manifest import CorrectsMetadata, Manifest
from ingest.assembly import Reading, read_documents

ALARMS = (signal.SIGALRM, signal.SIGPROF)
"""What ends the process where a file takes too long, by the clock and by computing."""
BUSY = 10
"""How many times as long as it computes the process may take by the clock."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How much a file may take: bytes of memory; seconds of computing from one sign of progress to the next; seconds in all, and more for each page.

    Computing is what counts, since a machine that is busy with questions lets an ingest wait; by the clock it may take BUSY times as long.
    By measurement: recognizing scans takes 1.0 GB, of which 0.5 to 0.8 count here, and 5 to 10 seconds a page on 2 cores; the text of 3,000 pages takes
    a minute to read and another to be made documents of.
    """

    memory: int = 3 * 2**30
    stall: float = 180.0
    total: float = 600.0
    page: float = 30.0


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read; `manifest` is None where it is the same as before."""

    path: Path
    name: str
    manifest: CorrectsMetadata | None


@dataclass(frozen=True, slots=True)
class Heard:
    """How far the reading of a file is."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: its documents or the failure. `ends` is set where the process ends with it, since it may be harmed."""

    readings: tuple[Reading, ...] | AssistantError
    ends: bool = False


def serve(descriptor: int, limits: ReadingLimits) -> None:
    """Read one file after the other as they come over the socket `descriptor`, until whoever sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for alarm in ALARMS:
        signal.signal(alarm, signal.SIG_DFL)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_DATA, limits.memory)
    connection = Connection(descriptor)
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    manifest: CorrectsMetadata = Manifest()
    while True:
        task = tasks.get()
        manifest = task.manifest or manifest
        outcome = _read(task, manifest, connection, limits)
        connection.send(outcome)
        if outcome.ends:
            return


def _receive(connection: Connection, tasks: "queue.SimpleQueue[Task]") -> None:
    """Pass on what comes; end the process, whatever it is at, when nobody is there any more to hear of it."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(connection.recv())
    os._exit(0)


def _read(task: Task, manifest: CorrectsMetadata, connection: Connection, limits: ReadingLimits) -> Outcome:
    alarm = _Alarm(limits)

    def tell(stage: str, done: int, total: int) -> None:
        alarm.put_off(total)
        connection.send(Heard(stage, done, total))

    try:
        return Outcome(read_documents(task.path, task.name, manifest, tell))
    except AssistantError as failure:
        return Outcome(failure)
    except MemoryError:
        return Outcome(out_of_memory(task.name, limits), ends=True)
    except Exception as fault:
        return Outcome(
            UnreadableFileError(
                f"{task.name} could not be read for a fault of this program ({type(fault).__name__}). "
                "Please report it; until it is mended, save the document in another format and ingest again."
            )
        )
    finally:
        alarm.end()


class _Alarm:
    """Ends the process where a file takes too long. The system does it, so that code in C which never comes back cannot hinder it."""

    def __init__(self, limits: ReadingLimits) -> None:
        self._limits = limits
        self._begun = time.process_time()
        self._pages = 0
        self.put_off(0)

    def put_off(self, pages: int) -> None:
        """There was progress in a file of so many `pages`."""
        self._pages = max(self._pages, pages)
        left = self._begun + self._limits.total + self._limits.page * self._pages - time.process_time()
        seconds = max(min(self._limits.stall, left), 0.001)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, BUSY * seconds)

    def end(self) -> None:
        """The file is read."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def out_of_memory(name: str, limits: ReadingLimits) -> UnreadableFileError:
    """The failure of a file that takes more memory than any may."""
    return UnreadableFileError(
        f"{name} takes more than {limits.memory // 2**20} MB of memory to read. Split it or reduce its pictures, and ingest again."
    )


def _limit(kind: int, most: int) -> None:
    """Set a limit where the system has it and none stricter is set."""
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (most, most))
