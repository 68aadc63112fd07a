"""A sentence is taken up when its own sources support it; the extract stands in for one that fails; nothing else is added."""

from collections.abc import Sequence

import pytest

from assistant.answer import Answer, Citation
from assistant.draft import Source
from assistant.generation.checked_text import LONGEST, CheckedText
from assistant.generation.numbered_sources import NumberedSource
from assistant.generation.written_sentences import WrittenSentence, written_sentences
from corpus.model.span import Span

TEXT = "到2026年，建成泊位7个。由市港航局负责。岸电覆盖率达到75%。"
QUOTES = ("到2026年，建成泊位7个。", "由市港航局负责。", "岸电覆盖率达到75%。")
SOURCES = tuple(Source("plan", Span(TEXT.index(quote), TEXT.index(quote) + len(quote))) for quote in QUOTES)
NUMBERED = tuple(
    NumberedSource(f"S{number}", (source,), quote) for number, (source, quote) in enumerate(zip(SOURCES, QUOTES, strict=True), 1)
)
EXTRACT = Answer(
    "answered",
    "到2026年，建成泊位7个[1]。由市港航局负责[2]。",
    citations=tuple(
        Citation(number, "plan", "v1", "计划", (), None, source.span.start, source.span.end, quote)
        for number, (source, quote) in enumerate(zip(SOURCES[:2], QUOTES, strict=False), 1)
    ),
    facts=({"kind": "target", "value": "7", "markers": (1,)},),
)


def said_word_for_word(sentence: str, sources: Sequence[Source]) -> bool:
    """A check that passes what one source prints, so that what is tried here does not depend on rules of grounding."""
    return any(sentence.rstrip("。") in source.span.of(TEXT) for source in sources)


def taken(reply: str, extract: Answer = EXTRACT) -> CheckedText:
    text = CheckedText(NUMBERED, extract, said_word_for_word)
    for sentence in written_sentences([reply]):
        text.take(sentence)
    return text


def words(text: CheckedText) -> list[str]:
    return [statement.text for statement in text.statements]


def test_a_supported_sentence_is_taken_up_with_its_sources() -> None:
    text = taken("建成泊位7个[S1]。")
    assert [(one.text, one.sources) for one in text.statements] == [("建成泊位7个。", SOURCES[:1])]
    assert text.written == 1


def test_the_extract_stands_in_for_a_sentence_that_fails_and_only_once() -> None:
    text = taken("建成泊位9个[S1]。建成泊位8个[S1]。由市港航局负责[S2]。")
    assert words(text) == ["到2026年，建成泊位7个。", "由市港航局负责。"]
    assert text.written == 1


def test_a_sentence_without_sources_or_with_invented_ones_is_dropped() -> None:
    assert words(taken("岸电覆盖率达到75%。由市港航局负责[S9]。")) == []


def test_invented_sources_beside_a_known_one_are_dropped() -> None:
    assert taken("由市港航局负责[S2][S9]。").statements[0].sources == SOURCES[1:2]


def test_only_the_sources_that_a_sentence_takes_are_cited() -> None:
    assert taken("由市港航局负责[S1][S2][S3]。").statements[0].sources == SOURCES[1:2]


def test_a_failed_sentence_of_something_else_has_no_stand_in() -> None:
    assert words(taken("岸电覆盖率达到95%[S3]。")) == []


def test_a_link_and_another_language_are_refused() -> None:
    assert words(taken("由市港航局负责，见www.example.org[S2]。")) == ["由市港航局负责。"]
    assert taken("The port bureau is responsible [S2].").written == 0


def test_a_tag_and_a_row_of_a_table_are_refused() -> None:
    for reply in ("<think>想</think>由市港航局负责[S2]。", "|---|---|\n| 由市港航局负责 |[S2]。"):
        text = CheckedText(NUMBERED, EXTRACT, lambda *_: True)
        for sentence in written_sentences([reply]):
            text.take(sentence)
        assert text.written == 0, reply


def test_a_sentence_that_is_told_already_is_not_told_again() -> None:
    assert words(taken("由市港航局负责[S2]。" * 3 + "\n- 由市港航局负责[S2]。")) == ["由市港航局负责。"]


def test_signs_of_markdown_are_taken_off_and_items_kept() -> None:
    text = taken("## 结果\n- **由市港航局负责**[S2]。\n- 岸电覆盖率达到75%[S3]")
    assert words(text) == ["- 由市港航局负责。", "\n- 岸电覆盖率达到75%"]
    assert words(taken("```\n由市港航局负责[S2]。\n```")) == ["由市港航局负责。"]


def test_what_the_extract_proves_is_added_where_nothing_taken_up_tells_it() -> None:
    text = taken("由市港航局负责[S2]。")
    assert text.complete()
    assert words(text) == ["由市港航局负责。", "到2026年，建成泊位7个。"]
    told = taken("到2026年，建成泊位7个[S1]。")
    assert not told.complete()


@pytest.mark.parametrize(
    ("reply", "added"),
    [
        ("- 由市港航局负责[S2]", "\n到2026年，建成泊位7个。"),
        ("- 由市港航局负责[S2]。", "\n到2026年，建成泊位7个。"),
        ("由市港航局负责[S2]", "\n到2026年，建成泊位7个。"),
    ],
)
def test_what_is_added_behind_an_item_or_open_words_stands_on_a_line_of_its_own(reply: str, added: str) -> None:
    text = taken(reply)
    text.complete()
    assert words(text)[-1] == added


def test_an_answer_ends_when_it_is_long() -> None:
    text = CheckedText(NUMBERED, EXTRACT, lambda *_: True)
    assert not text.is_full
    text.take(WrittenSentence("甲" * LONGEST, ("S1",)))
    assert text.is_full
