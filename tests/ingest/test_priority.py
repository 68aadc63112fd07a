"""An ingest gives way to a server beside it."""

import os
import subprocess
import sys

from ingest.priority import NICENESS

PROGRAM = """
import os, sys
from ingest.priority import give_way
os.nice(int(sys.argv[1]))
give_way()
give_way()
print(os.nice(0))
"""


def niceness_after(niceness: int) -> int:
    """The niceness of a process that gives way, when it had been so nice before."""
    ended = subprocess.run([sys.executable, "-c", PROGRAM, str(niceness)], capture_output=True, text=True, check=True, timeout=60)
    return int(ended.stdout)


def test_an_ingest_lets_others_go_first_however_often_it_is_told() -> None:
    assert niceness_after(0) == max(NICENESS, os.nice(0))


def test_an_operator_who_set_a_lower_priority_keeps_it() -> None:
    assert niceness_after(15) >= 15
