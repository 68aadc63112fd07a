"""What a threshold on the overlap would pass: of true sentences with their own passages, and with those of another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from rich.table import Table

from eval.grounding.checked import Checker
from eval.grounding.labelled_sentence import LabelledSentence
from eval.rate import Rate

SEED = 20_261_122
THRESHOLDS = tuple(step / 20 for step in range(4, 17))


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of sentences whose overlap is `least` or more."""

    least: float
    own: Rate
    shuffled: Rate


def calibrate(sentences: Sequence[LabelledSentence]) -> tuple[Threshold, ...]:
    """The table of thresholds over the supported sentences.

    Each is set against its own passages and against those of another sentence, of the same document where there is one.
    """
    true = [sentence for sentence in sentences if sentence.supported]
    checker, random = Checker(sentences), Random(SEED)
    own = [checker.verdict(sentence, sentence.passages).overlap for sentence in true]
    shuffled = [
        checker.verdict(sentence, random.choice(others).passages).overlap for sentence in true if (others := _others(sentence, true))
    ]
    return tuple(
        Threshold(least, Rate.count(overlap >= least for overlap in own), Rate.count(overlap >= least for overlap in shuffled))
        for least in THRESHOLDS
    )


def calibration_table(thresholds: Sequence[Threshold]) -> Table:
    """The thresholds with the shares that each passes."""
    table = Table("overlap", "own passages", "shuffled")
    for threshold in thresholds:
        shares = ("-" if rate.value is None else f"{rate.value:.3f}" for rate in (threshold.own, threshold.shuffled))
        table.add_row(f"{threshold.least:.2f}", *shares)
    return table


def _others(sentence: LabelledSentence, true: Sequence[LabelledSentence]) -> list[LabelledSentence]:
    """The sentences that cite other passages: those of the same document, else of the same city."""
    apart = [other for other in true if other.corpus == sentence.corpus and not set(other.passages) & set(sentence.passages)]
    return [other for other in apart if other.passages[0].title == sentence.passages[0].title] or apart
