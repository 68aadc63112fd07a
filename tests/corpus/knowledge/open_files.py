"""How many files this process has open, told apart from what merely closes a little late."""

import os
import time


def open_files() -> int:
    """The number of open files at this moment."""
    return len(os.listdir("/dev/fd"))


def settles_at(most: int, *, seconds: float = 5) -> bool:
    """Whether the number of open files falls to `most` within `seconds`: Chroma's own threads close their files after `close` returns."""
    deadline = time.monotonic() + seconds
    while open_files() > most:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
