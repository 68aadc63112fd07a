"""A database of its own for each test, and a clock that tests set."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest

from assistant.access import audit, keys, sign_ins
from assistant.store.database import Database


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database("sqlite://")) as database:
        yield database


class Clock:
    """The moment that keys, sign-ins and the log take for now."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 8, 0)

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, **time: Any) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in (audit, keys, sign_ins):
        monkeypatch.setattr(module, "utc_now", clock)
    return clock
