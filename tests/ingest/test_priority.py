"""An ingest gives way to a server beside it."""

import subprocess
import sys

import pytest

from ingest.priority import NICENESS

PROGRAM = """
import os, sys
from ingest.priority import give_way
before = os.nice(int(sys.argv[1]))
give_way()
print(os.nice(0) - before)
"""


@pytest.mark.parametrize(("before", "lower"), [(0, NICENESS), (5, NICENESS), (15, 4)])
def test_an_ingest_lets_a_server_of_the_same_priority_go_first(before: int, lower: int) -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM, str(before)], capture_output=True, text=True, check=True, timeout=60)
    assert int(ended.stdout) == lower
