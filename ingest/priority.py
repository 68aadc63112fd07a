"""How much of the machine an ingest takes while others want it too."""

import os

NICENESS = 10
"""Of 0 to 19: a server beside the ingest gets nine tenths of a processor that both want, and the ingest all that is left over."""


def give_way() -> None:
    """Let other processes go first from now on, this one's own children excepted. Priority is never raised again."""
    os.setpriority(os.PRIO_PROCESS, 0, max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0)))
