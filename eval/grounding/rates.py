"""How often the check is right: of what it passes and refuses, of what it should pass and refuse, by kind of change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.markup import escape
from rich.table import Table

from eval.grounding.checked import Checked
from eval.rate import Latency, Rate


@dataclass(frozen=True, slots=True)
class GroundingRates:
    """Precision and recall of passing and of refusing; `by_change` is the share judged right of each kind of change."""

    supported_precision: Rate
    supported_recall: Rate
    refused_precision: Rate
    refused_recall: Rate
    by_change: dict[str, Rate]
    latency: Latency | None


def grounding_rates(checked: Sequence[Checked]) -> GroundingRates:
    """The rates over `checked`."""
    passed = [item for item in checked if item.verdict.supported]
    refused = [item for item in checked if not item.verdict.supported]
    changes = sorted({item.sentence.change for item in checked if item.sentence.change})
    return GroundingRates(
        supported_precision=Rate.count(item.right for item in passed),
        supported_recall=Rate.count(item.right for item in checked if item.sentence.supported),
        refused_precision=Rate.count(item.right for item in refused),
        refused_recall=Rate.count(item.right for item in checked if not item.sentence.supported),
        by_change={change: Rate.count(item.right for item in checked if item.sentence.change == change) for change in changes},
        latency=Latency.of([item.milliseconds for item in checked]),
    )


def rates_table(rates: GroundingRates) -> Table:
    """The rates with their 95 % intervals, the four of the whole first."""
    table = Table("", "sentences", "right", "share", "95 % interval")
    whole = {
        "supported: precision": rates.supported_precision,
        "supported: recall": rates.supported_recall,
        "refused: precision": rates.refused_precision,
        "refused: recall": rates.refused_recall,
    }
    for name, rate in (*whole.items(), *((f"  {change}", rate) for change, rate in rates.by_change.items())):
        low, high = rate.interval
        table.add_row(name, str(rate.of), str(rate.hits), "-" if rate.value is None else f"{rate.value:.3f}", f"{low:.3f}–{high:.3f}")
    return table


def failed_lines(checked: Sequence[Checked]) -> Iterator[str]:
    """One block of marked-up text for each sentence judged wrongly: its change, what was missed, and what it cites."""
    for number, item in enumerate(checked, 1):
        if not item.right:
            missed = ", ".join(f"{missing.kind} {missing.words}" for missing in item.verdict.missing) or "passed"
            cites = [f"    {passage.title} › {' › '.join(passage.section)}: {passage.quote}" for passage in item.sentence.passages]
            told = (
                f"{number} {item.sentence.change or 'supported'}: {item.sentence.sentence} [{missed}; overlap {item.verdict.overlap:.2f}]"
            )
            yield escape("\n".join((told, *cites)))
