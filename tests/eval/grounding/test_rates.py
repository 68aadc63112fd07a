"""The four figures count passed and refused sentences each against all of their kind; calibration shuffles the passages."""

from datetime import date

from eval.grounding.calibration import calibrate
from eval.grounding.checked import check_all
from eval.grounding.labelled_sentence import LabelledSentence, WrittenPassage
from eval.grounding.rates import failed_lines, grounding_rates
from eval.rate import Rate

DAY = date(2024, 3, 1)
GATES = WrittenPassage(title="临川市灌区建设计划", number=None, date=DAY, section=(), quote="到2025年底，改造智能水闸120座。")
METERS = WrittenPassage(
    title="临川市灌区建设计划", number=None, date=DAY, section=(), quote="取水单位应当安装流量计量设施，并保存监测记录。"
)


def labelled(sentence: str, passage: WrittenPassage, change: str | None = None) -> LabelledSentence:
    return LabelledSentence(corpus="linchuan", question="", sentence=sentence, supported=change is None, change=change, passages=(passage,))


SENTENCES = (
    labelled("2025年底前改造120座智能水闸", GATES),
    labelled("取水单位须安装流量计量设施并保存监测记录", METERS),
    labelled("2025年底前改造210座智能水闸", GATES, "figure"),
    labelled("改造智能水闸120座", GATES, "body"),
)


def test_precision_and_recall_of_both_verdicts() -> None:
    rates = grounding_rates(tuple(check_all(SENTENCES)))
    assert (rates.supported_precision, rates.supported_recall) == (Rate(2, 3), Rate(2, 2))
    assert (rates.refused_precision, rates.refused_recall) == (Rate(1, 1), Rate(1, 2))
    assert rates.by_change == {"body": Rate(0, 1), "figure": Rate(1, 1)}


def test_what_was_judged_wrongly_is_listed_with_its_passage() -> None:
    (line,) = failed_lines(tuple(check_all(SENTENCES)))
    assert "body" in line
    assert GATES.quote in line


def test_calibration_sets_each_true_sentence_against_another_one() -> None:
    lowest, *_, highest = calibrate(SENTENCES)
    assert lowest.own == Rate(2, 2)
    assert lowest.shuffled == Rate(0, 2)
    assert highest.least > lowest.least
