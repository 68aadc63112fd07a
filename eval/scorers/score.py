"""What a scorer returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A value from 0 (bad) to 1 (good), None where the scorer has nothing to judge: unscored is not zero.

    `explanation` says what is missing or wrong; empty where nothing is.
    """

    value: float | None
    explanation: str = ""


def verdict(faults: list[str]) -> Score:
    """1 where there are no faults, else 0 with the faults as the explanation."""
    return Score(0.0 if faults else 1.0, "; ".join(faults))
