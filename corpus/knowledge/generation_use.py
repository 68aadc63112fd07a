"""Marks a generation as in use, so that no process deletes it under another that reads it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.knowledge.build_record import FILE


class GenerationUse:
    """Held from creation to `end`; the system ends it for a process that dies."""

    def __init__(self, folder: Path) -> None:
        try:
            self._file = os.open(folder / FILE, os.O_RDONLY)
        except FileNotFoundError:
            self._file = -1
            return
        # Some network file systems know no locks; there the number of kept generations has to do.
        with suppress(OSError):
            fcntl.flock(self._file, fcntl.LOCK_SH | fcntl.LOCK_NB)

    def end(self) -> None:
        """The generation may go."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


@contextmanager
def unused(folder: Path) -> Iterator[bool]:
    """Whether nobody uses the generation in `folder`; if so, nobody begins to while the block lasts."""
    try:
        file = os.open(folder / FILE, os.O_RDONLY)
    except FileNotFoundError:
        yield True
        return
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(file)
