from itertools import pairwise

from corpus.model.span import Span
from ingest.passages import MAX_PASSAGE
from tests.ingest.examples import document_of, texts

SENTENCE = "汇聚取水、供水、排水和节水数据，建设统一的水务大数据平台，为调度和应急提供支撑，提升供水保障能力。"


def test_sentences_of_a_paragraph_are_one_passage_up_to_its_greatest_length() -> None:
    document = document_of("一、总体要求\n" + SENTENCE * 20 + "\n")
    assert len(document.passages) > 1
    assert all(len(passage.span) <= MAX_PASSAGE for passage in document.passages)
    assert all(len(one.span) + len(other.sentences[0]) > MAX_PASSAGE for one, other in pairwise(document.passages))


def test_a_passage_starts_and_ends_with_a_sentence() -> None:
    document = document_of("一、总体要求\n" + SENTENCE * 20 + "\n")
    assert {passage.span.of(document.text).replace(SENTENCE, "") for passage in document.passages} == {""}


def test_a_sentence_longer_than_a_passage_is_a_passage_whole() -> None:
    long = "汇聚取水数据，" * 80 + "提升能力。"
    document = document_of(f"一、总体要求\n到2027年建成。{long}完善制度。\n")
    assert texts(document, tuple(passage.span for passage in document.passages)) == ["到2027年建成。", long, "完善制度。"]


def test_passages_do_not_reach_over_paragraphs_or_sections() -> None:
    document = document_of("一、总体要求\n建设平台。\n完善制度。\n二、任务\n改造管网。\n")
    assert texts(document, tuple(passage.span for passage in document.passages)) == ["建设平台。", "完善制度。", "改造管网。"]
    assert [passage.path for passage in document.passages] == [("一、总体要求",), ("一、总体要求",), ("二、任务",)]


def test_the_text_that_runs_on_after_a_heading_is_a_passage_without_it() -> None:
    document = document_of("1.建设平台。汇聚取水数据，提升能力。\n")
    (passage,) = document.passages
    assert passage.span.of(document.text) == "汇聚取水数据，提升能力。"
    assert passage.path == ("1.建设平台",)


def test_the_sentences_of_a_passage_cover_it() -> None:
    document = document_of("一、总体要求\n建设平台。完善制度！是否完成？\n")
    assert texts(document, document.passages[0].sentences) == ["建设平台。", "完善制度！", "是否完成？"]


def test_a_table_row_is_a_passage_and_its_cells_are_its_sentences() -> None:
    document = document_of("附表：水务项目\n序号\t名称\t单位\n1\t泵站。含泵房\t市水务局\n2\t\t市住建局\n")
    assert [passage.kind for passage in document.passages] == ["row", "row"]
    assert texts(document, document.passages[0].sentences) == ["1", "泵站。含泵房", "市水务局"]
    assert texts(document, document.passages[1].sentences) == ["2", "市住建局"]


def test_the_header_of_a_table_is_no_passage() -> None:
    document = document_of("序号\t名称\t单位\n1\t泵站\t市水务局\n")
    assert [passage.span.of(document.text) for passage in document.passages] == ["1\t泵站\t市水务局"]


def test_a_category_printed_in_another_row_is_no_part_of_a_passage() -> None:
    document = document_of("类别\n序号\n项目名称\n牵头单位\n供水类\n1\n泵站\n市水务局\n2\n管网\n市住建局\n")
    assert [texts(document, passage.sentences) for passage in document.passages] == [["1", "泵站", "市水务局"], ["2", "管网", "市住建局"]]


def test_passages_are_numbered_in_reading_order() -> None:
    document = document_of("建设平台。\n一、任务\n改造管网。\n序号\t名称\t单位\n1\t泵站\t市水务局\n")
    assert [passage.ordinal for passage in document.passages] == [0, 1, 2]
    starts = [passage.span.start for passage in document.passages]
    assert starts == sorted(starts)


def test_a_character_beyond_the_basic_plane_counts_once() -> None:
    document = document_of("一、任务\n𠮷林路改造。更换水表。\n")
    assert document.passages[0].sentences[1] == Span(11, 16)
    assert document.passages[0].sentences[1].of(document.text) == "更换水表。"
