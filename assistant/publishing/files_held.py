"""Keeps added documents and drafts as they are for a moment, so that a backup does not see half of a change."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def files_held(data_dir: Path) -> Iterator[None]:
    """For the length of a block no other process moves files among DATA_DIR's documents; waits until none does."""
    data_dir.mkdir(parents=True, exist_ok=True)
    file = os.open(data_dir / "documents.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)
