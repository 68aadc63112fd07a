from eval.grading import Graded, grade
from eval.rate import Rate
from eval.summary import summarize, summarize_by
from tests.eval.examples import case, citation, recording, reply, unanswerable

REFUSED = {"status": "not_found", "citations": []}


def rows() -> list[Graded]:
    """Right, wrong with an unsupported figure and a broken quote, refused, failed; a right and a wrong refusal."""
    answerable = [
        grade(case(id="A"), recording(reply(), latency_ms=[1, 2])),
        grade(case(id="B", difficulty="hard"), recording(reply("60家[1]", citations=[citation(quote="改")]), latency_ms=[3])),
        grade(case(id="C", type="owner"), recording(reply("没有", **REFUSED), latency_ms=[4])),
        grade(case(id="D", type="list"), recording(reply("", status="error: x", citations=[]), latency_ms=[5])),
    ]
    other = [
        grade(unanswerable(id="E"), recording(reply("没有", **REFUSED), latency_ms=[6])),
        grade(unanswerable(id="F"), recording(reply("晴"), latency_ms=[7])),
    ]
    return [*answerable, *other]


def test_each_rate_counts_over_its_own_questions() -> None:
    total = summarize(rows())
    assert total.questions == 6
    assert total.correct == Rate(2, 6)
    assert total.cited == Rate(2, 4)
    assert total.correct_and_cited == Rate(1, 4)
    assert total.wrong_answered == Rate(2, 6)
    assert total.wrongly_refused == Rate(1, 4)
    assert total.refusal_correct == Rate(1, 2)


def test_counts_and_medians() -> None:
    total = summarize(rows())
    assert (total.invalid, total.unsupported_answers, total.spans, total.bad_spans) == (1, 1, 3, 1)
    assert (total.median_length, total.median_len_facts) == (3, 4)
    assert total.latency is not None
    assert (total.latency.p50, total.latency.turns) == (4, 7)


def test_unscored_is_not_zero() -> None:
    only_refusals = summarize([row for row in rows() if not row.answerable])
    assert only_refusals.cited.value is None
    assert only_refusals.as_json()["cited"] is None
    assert "cited" not in only_refusals.as_json()["intervals"]
    assert only_refusals.as_json()["refusal_correct"] == 0.5


def test_the_median_of_two_lengths_is_the_longer() -> None:
    both = [grade(case(id=name), recording(reply(answer))) for name, answer in [("A", "80家"), ("B", "共计80家")]]
    assert summarize(both).median_len_facts == 5


def test_lengths_of_lists_stay_out_of_the_length_of_facts() -> None:
    both = [grade(case(id="A"), recording(reply("80家"))), grade(case(id="B", type="list"), recording(reply("80家" + "。" * 50)))]
    assert summarize(both).median_len_facts == 3


def test_groups_come_largest_first() -> None:
    assert [(name, group.questions) for name, group in summarize_by(rows(), lambda row: row.type).items()] == [
        ("target", 2),
        ("unanswerable", 2),
        ("list", 1),
        ("owner", 1),
    ]


def test_no_rows_are_no_figures() -> None:
    empty = summarize([])
    assert (empty.correct.value, empty.median_length, empty.latency) == (None, None, None)
    assert empty.as_json()["latency_ms_p50"] is None
