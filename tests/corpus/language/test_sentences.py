import pytest

from corpus.language.sentences import clauses_of, segments_of, sentences_of, trim
from corpus.model.span import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, whole(text))]


def clauses(text: str) -> list[str]:
    return [span.of(text) for span in clauses_of(text, whole(text))]


def test_a_sentence_ends_at_its_mark_and_keeps_it() -> None:
    assert sentences("建设平台。完善制度！是否完成？") == ["建设平台。", "完善制度！", "是否完成？"]


def test_closing_quotes_and_brackets_belong_to_the_sentence_before_them() -> None:
    assert sentences("会议强调“要抓紧落实。”各单位照办。") == ["会议强调“要抓紧落实。”", "各单位照办。"]
    assert sentences("（见附件。）另行通知。") == ["（见附件。）", "另行通知。"]


def test_a_sentence_ends_with_its_line() -> None:
    assert sentences("云川市水务局\n建设平台。") == ["云川市水务局", "建设平台。"]


def test_a_semicolon_or_a_decimal_point_ends_no_sentence() -> None:
    assert sentences("建成泊位30.5万吨；培训80人。") == ["建成泊位30.5万吨；培训80人。"]


def test_white_space_between_sentences_belongs_to_none() -> None:
    assert sentences(" 建设平台。 \n\n  完善制度。 ") == ["建设平台。", "完善制度。"]


def test_only_the_span_asked_for_is_cut() -> None:
    text = "甲方。乙方。丙方。"
    assert [span.of(text) for span in sentences_of(text, Span(3, 6))] == ["乙方。"]


@pytest.mark.parametrize("text", ["", " \n ", "\n\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


def test_segments_end_at_semicolons_as_well() -> None:
    text = "建成泊位4个；培训80人；完善制度。其余另行通知。"
    assert [span.of(text) for span in segments_of(text, whole(text))] == ["建成泊位4个；", "培训80人；", "完善制度。", "其余另行通知。"]


def test_clauses_end_at_commas_and_leave_them_out() -> None:
    assert clauses("到2025年，建成泊位4个；培训80人。") == ["到2025年", "建成泊位4个", "培训80人"]


def test_a_thousands_comma_ends_no_clause() -> None:
    assert clauses("改造1,250户，培训80人") == ["改造1,250户", "培训80人"]


def test_brackets_and_quotations_are_kept_whole() -> None:
    assert clauses("建成平台（含水务，燃气，供热），落实《供水，排水条例》") == ["建成平台（含水务，燃气，供热）", "落实《供水，排水条例》"]
    assert clauses("做到“应汇尽汇，能通则通”，加强管理") == ["做到“应汇尽汇，能通则通”", "加强管理"]


def test_a_bracket_that_never_closes_does_not_swallow_the_rest() -> None:
    assert clauses("建成平台（含水务，燃气，供热") == ["建成平台（含水务", "燃气", "供热"]


def test_an_enumeration_of_years_has_a_clause_for_each() -> None:
    assert clauses("分别达到2023年500家、2024年600家、2025年700家") == ["分别达到2023年500家", "2024年600家", "2025年700家"]


def test_an_enumeration_of_things_is_one_clause() -> None:
    assert clauses("汇聚取水、供水、排水数据") == ["汇聚取水、供水、排水数据"]


def test_no_clause_is_lost_or_changed() -> None:
    text = "一是建设平台，二是（甲，乙）完善制度；三是培训80人。"
    assert "".join(clauses(text)) == "一是建设平台二是（甲，乙）完善制度三是培训80人"


def test_trimming_takes_white_space_and_stray_punctuation_off_both_ends() -> None:
    text = "，\t建成泊位4个。；\n"
    assert trim(text, whole(text)).of(text) == "建成泊位4个"


def test_trimming_nothing_but_punctuation_leaves_nothing() -> None:
    assert len(trim("，。 ；", Span(0, 4))) == 0


def test_a_year_that_only_says_when_something_is_done_stays_in_its_clause() -> None:
    assert clauses("信用库由市发展改革委建设、2023年底前建成，应急库由市应急局建设、2024年建成。") == [
        "信用库由市发展改革委建设、2023年底前建成",
        "应急库由市应急局建设、2024年建成",
    ]
