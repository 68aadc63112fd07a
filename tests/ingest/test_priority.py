"""An ingest gives way to a server beside it."""

import subprocess
import sys

import pytest

from ingest.priority import NICENESS

LOWEST = 19
PROGRAM = """
import os, sys
from ingest.priority import give_way
before = os.nice(int(sys.argv[1]))
give_way()
print(before, os.nice(0))
"""


@pytest.mark.parametrize("lowered_before", [0, 5, 15])
def test_an_ingest_lets_a_server_of_the_same_priority_go_first(lowered_before: int) -> None:
    command = [sys.executable, "-c", PROGRAM, str(lowered_before)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    before, after = map(int, ended.stdout.split())
    assert after == min(before + NICENESS, LOWEST)
