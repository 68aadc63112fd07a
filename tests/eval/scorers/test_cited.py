import pytest

from eval.reply import Place
from eval.scorers.cited import score_cited
from tests.eval.examples import QUOTE, case, citation, recording, reply, unanswerable

OTHER = {"doc": "plan.md", "quote": "完全不同的另外一句话"}
GOLD = {"doc": "plan.md", "quote": QUOTE}


def test_there_is_nothing_to_cite_for_a_question_without_answer() -> None:
    assert score_cited(unanswerable(), recording(reply())).value is None


def test_a_quote_of_the_evidence_proves_it() -> None:
    assert score_cited(case(), recording(reply())).value == 1


def test_no_citation_proves_nothing() -> None:
    score = score_cited(case(), recording(reply("80家", citations=[])))
    assert (score.value, score.explanation) == (0, f"not cited: {QUOTE}")


@pytest.mark.parametrize(("kept", "value"), [(3, 1), (2, 0)])
def test_half_of_the_evidence_must_be_cited(kept: int, value: float) -> None:
    evidence = [GOLD] * kept + [OTHER] * (6 - kept)
    assert score_cited(case(evidence=evidence), recording(reply())).value == value


def test_sixty_per_cent_of_a_piece_of_evidence_in_one_piece_is_enough() -> None:
    evidence = [{"doc": "plan.md", "quote": "一二三四五六七八九十"}]
    for quote, value in [("三四五六七八", 1), ("三四五六七", 0), ("一二三四五，六七八九十", 0)]:
        given = reply("80家[1]", citations=[citation(quote=quote)])
        assert score_cited(case(evidence=evidence), recording(given, places=[None])).value == value


def test_at_least_four_characters_must_be_shared_unless_the_evidence_is_shorter() -> None:
    for gold, quote, value in [("一二三四五", "一二三", 0), ("一二三四五", "一二三四", 1), ("一二三", "一二三", 1), ("一二三", "一二", 0)]:
        given = reply("80家[1]", citations=[citation(quote=quote)])
        assert score_cited(case(evidence=[{"doc": "p", "quote": gold}]), recording(given, places=[None])).value == value


def test_of_evidence_over_several_cells_the_longest_cell_counts() -> None:
    evidence = [{"doc": "p", "quote": "在建\t完成平台一期建设并上线\t2024"}]
    given = reply("80家[1]", citations=[citation(quote="完成平台一期建设并上线")])
    assert score_cited(case(evidence=evidence), recording(given, places=[None])).value == 1


def test_the_context_of_a_quote_proves_as_well() -> None:
    given = reply("80家[1]", citations=[citation(quote="第二章 附则。")])
    near = Place(found="第二章 附则。", context=QUOTE + "。第二章 附则。")
    far = Place(found="第二章 附则。", context="第二章 附则。")
    assert score_cited(case(), recording(given, places=[near])).value == 1
    assert score_cited(case(), recording(given, places=[far])).value == 0


@pytest.mark.parametrize(("kind", "most"), [("target", 6), ("list", 20)])
def test_so_many_quotes_and_no_more(kind: str, most: int) -> None:
    many = [citation(marker=marker) for marker in range(1, most + 2)]
    assert score_cited(case(type=kind), recording(reply(citations=many[:-1]))).value == 1
    score = score_cited(case(type=kind), recording(reply(citations=many)))
    assert (score.value, score.explanation) == (0, f"{most + 1} quotes, at most {most} allowed")


def test_a_quote_may_have_260_characters_white_space_not_counted() -> None:
    for extra, value in [(0, 1), (1, 0)]:
        quote = QUOTE + " \n" + "字" * (260 - len(QUOTE) + extra)
        assert score_cited(case(), recording(reply(citations=[citation(quote=quote)]))).value == value


def test_a_marker_that_does_not_resolve_spoils_the_citation() -> None:
    assert score_cited(case(), recording(reply("80家[1][2]"))).value == 0
