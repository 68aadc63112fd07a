"""Sets of labelled sentences are read whole or not at all."""

import json
from pathlib import Path

import pytest

from eval.errors import SentenceSetError
from eval.grounding.labelled_sentence import SHIPPED, read_sentences, shipped_sets

PASSAGE = {"title": "临川市节水条例", "number": None, "date": "2024-03-01", "section": ["第三条"], "quote": "取水单位应当安装计量设施。"}


def line(**fields: object) -> str:
    sentence = {
        "corpus": "linchuan",
        "question": "",
        "sentence": "取水单位要装计量设施",
        "supported": True,
        "change": None,
        "passages": [PASSAGE],
    }
    return json.dumps({**sentence, **fields}, ensure_ascii=False)


def test_a_set_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"{line()}\n\n{line(supported=False, change='body')}\n", encoding="utf-8")
    first, second = read_sentences(str(path))
    assert (first.supported, second.change) == (True, "body")
    assert first.passages[0].cited().section == ("第三条",)


@pytest.mark.parametrize("broken", ["{", line(supported=False), line(change="figure"), line(passages=[]), line(note="x")])
def test_a_broken_line_is_named(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"{line()}\n{broken}\n", encoding="utf-8")
    with pytest.raises(SentenceSetError, match="line 2"):
        read_sentences(str(path))


def test_a_set_that_is_not_there_or_empty_says_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(SentenceSetError, match=SHIPPED):
        read_sentences("nowhere")
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(SentenceSetError, match="no sentences"):
        read_sentences(str(tmp_path / "empty.jsonl"))


def test_the_shipped_set_is_there() -> None:
    assert SHIPPED in shipped_sets()
    assert {sentence.supported for sentence in read_sentences(SHIPPED)} == {True, False}
