"""How far a long piece of work is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told the stage, how many of its items are done, and how many there are."""


def unheard(stage: str, done: int, total: int, /) -> None:
    """The progress that nobody listens to."""
