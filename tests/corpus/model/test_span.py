import pytest

from corpus.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_is_neither_negative_nor_reversed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_an_empty_span_is_a_span() -> None:
    assert len(Span(3, 3)) == 0
    assert Span(3, 3).of("供水排水") == ""


def test_a_span_covers_its_start_but_not_its_end() -> None:
    assert Span(1, 3).of("供水排水") == "水排"


def test_positions_count_code_points_so_a_character_beyond_the_basic_plane_is_one() -> None:
    assert Span(0, 2).of("𠮷林路") == "𠮷林"
    assert len(Span(0, 2)) == 2


def test_a_span_contains_itself_and_what_lies_inside_but_not_what_reaches_out() -> None:
    span = Span(2, 6)
    assert span.contains(span)
    assert span.contains(Span(3, 6))
    assert not span.contains(Span(1, 4))
    assert not span.contains(Span(4, 7))


def test_neighbours_do_not_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert not Span(3, 5).overlaps(Span(0, 3))


def test_spans_sort_in_reading_order() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]
