"""Everyday and English words come from the program and the corpus together, the corpus' own first."""

from pathlib import Path

import pytest

from corpus.errors import ManifestError
from corpus.language.places import places_in
from corpus.settings import CorpusSettings
from corpus.wording import load_glossary, load_synonyms, words_of_same_meaning


def _settings(folder: Path, name: str = "", text: str = "") -> CorpusSettings:
    if name:
        (folder / name).write_text(text, encoding="utf-8")
    return CorpusSettings(corpus_dir=folder, data_dir=folder)


def test_a_corpus_without_word_lists_has_the_general_ones(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    assert "出租车" in load_synonyms(settings)["打不到车"]
    assert load_glossary(settings)["air quality"] == ("空气质量",)
    assert len(load_synonyms(settings)) >= 250
    assert len(load_glossary(settings)) >= 250


def test_the_corpus_own_words_stand_before_the_general_ones(tmp_path: Path) -> None:
    merged = load_synonyms(_settings(tmp_path, "synonyms.toml", '[a]\n"打不到车" = ["约车难", "出租车"]\n'))
    assert merged["打不到车"][:2] == ("约车难", "出租车")
    assert len(merged["打不到车"]) == len(set(merged["打不到车"]))


def test_english_terms_are_kept_in_lower_case(tmp_path: Path) -> None:
    assert load_glossary(_settings(tmp_path, "glossary.toml", '[a]\n"River City" = ["江城"]\n'))["river city"] == ("江城",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[a]\n"堵车" = []\n', "at least one word"),
        ('[a]\n"堵车" = ["堵车"]\n', "stands for itself"),
        ('[a]\n"车" = ["出租车"]\n', "two characters"),
        ('[a]\n"堵车" = ["拥堵"]\n[b]\n"堵车" = ["缓行"]\n', r"stands in \[a\] and again in \[b\]"),
        ('[a]\n"堵车" = "拥堵"\n', "line 2: a.堵车"),
        ('[a]\n堵车 = ["拥堵"]\n', "line 2"),
    ],
)
def test_a_broken_word_list_is_refused_with_its_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ManifestError, match=message):
        load_synonyms(_settings(tmp_path, "synonyms.toml", text))


def test_the_general_lists_name_no_city() -> None:
    general = Path(__file__).parents[2] / "corpus" / "language"
    for name in ("everyday.toml", "english.toml", "departments.toml"):
        text = (general / name).read_text(encoding="utf-8")
        assert not [word for word in ("沈阳", "辽宁", "浑南", "盛京", "shenyang", "liaoning") if word in text.lower()]


def test_every_english_term_stands_for_chinese_words(tmp_path: Path) -> None:
    for term, words in load_glossary(CorpusSettings(data_dir=tmp_path)).items():
        assert not [character for character in term if "\u4e00" <= character <= "\u9fff"]
        assert any("\u4e00" <= character <= "\u9fff" for character in "".join(words)), term


def test_english_names_of_places_are_those_of_the_list_of_places(tmp_path: Path) -> None:
    glossary = load_glossary(CorpusSettings(corpus_dir=tmp_path, data_dir=tmp_path))
    assert glossary["jinan"] == ("济南",)
    assert places_in(f"{glossary['hangzhou'][0]}的条例") == ("杭州",)


def test_words_of_one_meaning_stand_for_each_other_and_everyday_words_for_official_ones() -> None:
    same = words_of_same_meaning()
    assert "避免" in same["防止"]
    assert "防止" in same["避免"]
    assert "出租车" in same["打车"]
    assert not any(word in others for word, others in same.items())
