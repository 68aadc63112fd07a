"""Files read one after the other in a process of their own: a file that breaks it, hangs or fills the memory fails alone, and the next has a new one."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.errors import AssistantError, UnreadableFileError
from corpus.manifest import CorrectsMetadata
from ingest.assembly import Reading
from ingest.progress import Progress, unheard
from ingest.reading_process import ALARMS, BUSY, Heard, Outcome, ReadingLimits, Task

STARTING, ENDING = 30.0, 2.0
"""Seconds that the process may take to start, on a machine that is busy, and to end, before it is killed."""
_INHERITED = ("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "OMP_NUM_THREADS", "PYTHONDONTWRITEBYTECODE")
"""What of the environment the process gets: where libraries and scratch files are. Keys and database addresses, which settings hold, are not for
code that reads files of strangers."""
_PROGRAM = "from ingest.reading_process import ReadingLimits, serve; serve({descriptor}, {limits!r})"


class ReadingWorker:
    """Reads files in a process that is started with the first of them and ends with this one. One thread may use it."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._manifest: CorrectsMetadata | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def read(self, path: Path, name: str, manifest: CorrectsMetadata, progress: Progress = unheard) -> tuple[Reading, ...]:
        """The documents of a file as `read_documents` gives them. Raises UnreadableFileError, also where the file ends the process or takes too much."""
        try:
            outcome = self._outcome(path, name, manifest, progress)
        except BaseException:
            self.close()
            raise
        if outcome.ends:
            self.close()
        if isinstance(outcome.readings, AssistantError):
            raise outcome.readings
        return outcome.readings

    def close(self) -> int:
        """End the process, whatever it is at; the exit status, negative for the signal that ended it."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(subprocess.TimeoutExpired):
            return process.wait(ENDING)
        process.kill()
        return process.wait()

    def _outcome(self, path: Path, name: str, manifest: CorrectsMetadata, progress: Progress) -> Outcome:
        connection = self._connection
        if connection is None or self._process is None or self._process.poll() is not None:
            self.close()
            connection = self._start()
        is_known, self._manifest = manifest is self._manifest, manifest
        message = self._exchange(connection, name, Task(path.absolute(), name, None if is_known else manifest))
        while isinstance(message, Heard):
            progress(message.stage, message.done, message.total)
            message = self._exchange(connection, name)
        return message

    def _exchange(self, connection: Connection, name: str, task: Task | None = None) -> Heard | Outcome:
        """Send `task`, if any, and wait for what the process says next. Raises UnreadableFileError where it ended instead."""
        try:
            if task is not None:
                connection.send(task)
            if not connection.poll(BUSY * self._limits.stall + STARTING):
                self.close()
                raise _fault(name, -signal.SIGALRM)
            message = connection.recv()
        except (EOFError, OSError):
            raise _fault(name, self.close()) from None
        assert isinstance(message, Heard | Outcome)
        return message

    def _start(self) -> Connection:
        """A new process, which finds the program where this one does, and gets no signals from the keyboard."""
        self._manifest = None
        own, others = socket.socketpair()
        with others:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _PROGRAM.format(descriptor=others.fileno(), limits=self._limits)],
                env={**_inherited(), "PYTHONPATH": os.pathsep.join(sys.path)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(others.fileno(),),
                start_new_session=True,
            )
        self._connection = Connection(own.detach())
        return self._connection


def _inherited() -> dict[str, str]:
    return {name: os.environ[name] for name in _INHERITED if name in os.environ}


def _fault(name: str, status: int) -> UnreadableFileError:
    """The failure of a file in whose midst the process ended with `status`."""
    if -status in ALARMS:
        return UnreadableFileError(f"{name} takes too long to read. Split it or save it anew, and ingest again.")
    if status == -signal.SIGKILL:
        return UnreadableFileError(
            f"{name} could not be read: the system ended the program that reads it, as it does when memory runs out. "
            "Free memory or split the file, and ingest again."
        )
    ended = signal.Signals(-status).name if -status in set(signal.Signals) else str(status)
    return UnreadableFileError(f"{name} ended the program that reads it ({ended}). Save or export it anew and ingest again.")
