from eval.scorers.span_integrity import broken_markers, score_span_integrity
from tests.eval.examples import TEXT, case, citation, recording, reply


def test_a_reply_without_citations_is_unscored() -> None:
    assert score_span_integrity(case(), recording(reply(citations=[]))).value is None


def test_quotes_that_are_the_documents_characters_are_intact() -> None:
    assert score_span_integrity(case(), recording(reply())).value == 1


def test_a_changed_an_empty_and_an_unreachable_quote_are_broken() -> None:
    given = reply(citations=[citation(), citation(marker=2, quote="改"), citation(marker=3, quote="", start=3, end=3), citation(marker=4)])
    exact = {"found": TEXT[given.citations[0].start : given.citations[0].end], "context": TEXT}
    recorded = recording(given, places=[exact, exact, {"found": "", "context": TEXT}, None])
    assert broken_markers(recorded) == ["[2]", "[3]", "[4]"]
    score = score_span_integrity(case(), recorded)
    assert (score.value, score.explanation) == (0.25, "not the document's characters: [2], [3], [4]")


def test_white_space_counts_in_a_quote() -> None:
    exact = citation()
    recorded = recording(reply(citations=[exact | {"quote": exact["quote"] + " "}]))
    assert broken_markers(recorded) == ["[1]"]
