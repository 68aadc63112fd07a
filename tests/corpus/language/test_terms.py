from corpus.language.terms import normalize, terms_of


def test_chinese_text_becomes_overlapping_bigrams() -> None:
    assert terms_of("智慧水务") == ["智慧", "慧水", "水务"]


def test_a_single_chinese_character_is_a_term_by_itself() -> None:
    assert terms_of("路") == ["路"]


def test_bigrams_do_not_cross_punctuation() -> None:
    assert terms_of("供水，排水") == ["供水", "排水"]


def test_bigrams_do_not_cross_lines() -> None:
    assert "水排" not in terms_of("供水、\n排水")


def test_white_space_inside_chinese_does_not_hide_a_word() -> None:
    assert terms_of("智 慧 水务") == terms_of("智慧水务")


def test_latin_words_and_figures_stay_whole() -> None:
    assert terms_of("建设5G基站1200个") == ["建设", "5", "g", "基站", "1200", "个"]


def test_a_decimal_and_its_percent_sign_are_one_term() -> None:
    assert terms_of("99.5%") == ["99.5%"]


def test_a_figure_is_not_found_inside_another() -> None:
    assert "30" not in terms_of("30.5万元")
    assert "80" not in terms_of("180家")


def test_width_and_case_do_not_matter() -> None:
    assert terms_of("ＡＩ平台２０２５") == terms_of("ai平台2025")


def test_characters_beyond_the_basic_plane_are_chinese_characters() -> None:
    assert terms_of("𠮷林路") == ["𠮷林", "林路"]


def test_text_without_words_has_no_terms() -> None:
    assert terms_of("——（）\t\n") == []


def test_normalizing_drops_space_beside_chinese_but_not_between_latin_words() -> None:
    assert normalize("到 2025 年 Open Data 平台") == "到2025年open data平台"
