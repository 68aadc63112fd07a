"""Whenever an ingest is killed, questions are answered, what is published is whole, and the next ingest completes."""

import os
from pathlib import Path

import pytest

from tests.soak.kills import soaked

SEED = 20240819


def test_ingests_killed_at_random_moments_leave_everything_whole(tmp_path: Path) -> None:
    with soaked(tmp_path, SEED) as soak:
        soak.run(10, print)
        assert soak.kills.total() == 10


@pytest.mark.soak
def test_many_ingests_killed_at_random_moments_leave_everything_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(line: str) -> None:
        with capsys.disabled():
            print(line, flush=True)

    with soaked(tmp_path, int(os.environ.get("SOAK_SEED", SEED))) as soak:
        soak.run(int(os.environ.get("SOAK_KILLS", "200")), told)
