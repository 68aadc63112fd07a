"""How many of the sampled facts are right, by kind, from the verdicts of whoever judged them."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from rich.table import Table

from eval.errors import FactSampleError
from eval.rate import Rate

FACTS = Path("eval/facts")
SAMPLE, VERDICTS = "sample.jsonl", "verdicts.jsonl"


class Verdict(BaseModel):
    """Whether a fact says what the text says in every field; `reason` tells what is wrong."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    right: bool
    reason: str = ""


def fact_precision(folder: Path) -> Mapping[str, Rate]:
    """The rate of right facts by kind, and of all under "all".

    Raises FactSampleError when a file is missing or cannot be read, or a sampled fact has no verdict.
    """
    kinds = {str(line["id"]): str(line["kind"]) for line in map(json.loads, _lines(folder / SAMPLE))}
    try:
        verdicts = {verdict.id: verdict for verdict in map(Verdict.model_validate_json, _lines(folder / VERDICTS))}
    except ValidationError as error:
        raise FactSampleError(f"{folder / VERDICTS} has a line that is no verdict: {error.errors()[0]['msg']}.") from None
    if missing := [fact_id for fact_id in kinds if fact_id not in verdicts]:
        raise FactSampleError(f"{len(missing)} sampled facts have no verdict in {folder / VERDICTS}, the first is {missing[0]}.")
    found: dict[str, list[bool]] = defaultdict(list)
    for fact_id, kind in kinds.items():
        found[kind].append(verdicts[fact_id].right)
        found["all"].append(verdicts[fact_id].right)
    return {kind: Rate.count(right) for kind, right in sorted(found.items(), key=lambda item: (item[0] == "all", item[0]))}


def precision_table(rates: Mapping[str, Rate]) -> Table:
    """The rates with their 95 % intervals."""
    table = Table("kind", "facts", "right", "precision", "95 % interval")
    for kind, rate in rates.items():
        low, high = rate.interval
        table.add_row(kind, str(rate.of), str(rate.hits), f"{rate.value:.3f}" if rate.value is not None else "-", f"{low:.3f}–{high:.3f}")
    return table


def _lines(path: Path) -> Sequence[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError:
        raise FactSampleError(f"{path} cannot be read; draw the sample with `city-assistant eval draw-facts` and have it judged.") from None
