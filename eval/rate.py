"""Rates with their intervals, and latency percentiles."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

Z_95 = 1.96


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` out of `of`."""

    hits: int
    of: int

    @classmethod
    def count(cls, verdicts: Iterable[bool]) -> "Rate":
        """How many verdicts are true."""
        seen = list(verdicts)
        return cls(sum(seen), len(seen))

    @property
    def value(self) -> float | None:
        """The rate from 0 to 1; None where nothing was counted."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson 95 % interval; 0 to 1 where nothing was counted."""
        if not self.of:
            return 0.0, 1.0
        share, spread = self.hits / self.of, Z_95**2 / self.of
        middle = share + spread / 2
        reach = math.sqrt(share * (1 - share) * spread + spread**2 / 4)
        return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds a turn: the median, and what 95 % of turns stay at or below."""

    p50: float
    p95: float
    turns: int

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> "Latency | None":
        """The percentiles of single turns; None where there are none."""
        if not milliseconds:
            return None
        ordered = sorted(milliseconds)
        return cls(median(ordered), ordered[int(len(ordered) * 0.95)], len(ordered))
