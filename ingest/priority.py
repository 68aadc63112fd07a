"""How much of the machine an ingest takes while others want it too."""

import os

NICENESS = 10
"""How much of the 19 steps down: a server beside the ingest gets nine tenths of a processor that both want, and the ingest all that is left over."""


def give_way() -> None:
    """Let this process and those it starts from now on yield to all that have the priority it had."""
    os.nice(NICENESS)
