from dataclasses import FrozenInstanceError

import pytest

from corpus.model.document import Document, Metadata, OffsetMap, Passage, Run, Section, section_at
from corpus.model.span import Span

OFFSETS = OffsetMap((Run(0, 10, 3), Run(4, 20, 2), Run(6, 40, 1)), pages=(0, 18, 35))


def section(ordinal: int, start: int, end: int, parent: int | None = None) -> Section:
    return Section(ordinal, parent, 1 if parent is None else 2, "", "", (), Span(start, start + 1), Span(start, end))


def test_a_kept_character_leads_back_to_its_place_in_the_source() -> None:
    assert [OFFSETS.source_offset(position) for position in (0, 2, 4, 5, 6)] == [10, 12, 20, 21, 40]


def test_an_inserted_separator_leads_nowhere() -> None:
    assert OFFSETS.source_offset(3) is None
    assert OFFSETS.source_offset(7) is None
    assert OFFSETS.source_offset(99) is None


def test_nothing_leads_back_from_an_empty_text() -> None:
    assert OffsetMap(()).source_offset(0) is None
    assert OffsetMap((Run(2, 0, 1),)).source_offset(0) is None


def test_the_page_is_that_of_the_source_character_counted_from_one() -> None:
    assert [OFFSETS.page(position) for position in (0, 2, 4, 5, 6)] == [1, 1, 2, 2, 3]


def test_an_inserted_separator_stands_on_the_page_of_the_character_before_it() -> None:
    assert OFFSETS.page(3) == 1
    assert OFFSETS.page(99) == 3


def test_a_source_without_pages_has_none() -> None:
    assert OffsetMap((Run(0, 0, 5),)).page(2) is None


def test_the_innermost_section_holds_a_position() -> None:
    sections = (section(0, 5, 50), section(1, 10, 20, 0), section(2, 20, 50, 0), section(3, 50, 60))
    found = [section_at(sections, position) for position in (5, 10, 19, 20, 49, 55)]
    assert [part.ordinal if part else None for part in found] == [0, 1, 1, 2, 2, 3]


def test_no_section_holds_what_stands_above_the_first_or_between_two() -> None:
    sections = (section(0, 5, 10), section(1, 12, 20))
    assert section_at(sections, 4) is None
    assert section_at(sections, 11) is None
    assert section_at((), 0) is None


def test_a_passage_is_named_by_its_document_and_its_place() -> None:
    assert Passage("ab-2", 7, "prose", Span(0, 1), None, (), ()).id == "ab-2:7"


def test_a_document_cannot_be_changed_once_read() -> None:
    document = Document("ab-2", "v", "计划.md", Metadata("水务计划"), "水", OffsetMap(()))
    assert document.title == "水务计划"
    with pytest.raises(FrozenInstanceError):
        document.text = "火"
