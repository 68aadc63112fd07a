import pytest

from ingest.fragment import Fragment, is_chinese, keep_text


def kept(text: str) -> str:
    fragment = keep_text(text, 0, len(text))
    assert "".join(text[offset] for offset in fragment.offsets) == fragment.text
    assert list(fragment.offsets) == sorted(set(fragment.offsets))
    return fragment.text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("到 2025 年 底 ，建成 4.5 万 个", "到2025年底，建成4.5万个"),
        ("达到 **24** 个", "达到24个"),
        ("智 慧 水 务", "智慧水务"),
        ("（责任单位： 市水务局 ）", "（责任单位：市水务局）"),
        ("建设 5G 基站", "建设5G基站"),
        ("甲\u3000乙\t丙\u00a0丁", "甲乙丙丁"),
    ],
)
def test_white_space_inside_words_and_figures_is_left_out(source: str, text: str) -> None:
    assert kept(source) == text


@pytest.mark.parametrize("text", ["市水务局 市数据局", "Open Data", "IPv6 2.0", "1 200", "2024 2025"])
def test_white_space_between_names_words_and_numbers_stays(text: str) -> None:
    assert kept(text) == text


def test_of_several_white_spaces_one_stays() -> None:
    assert kept("市水务局 \t  市数据局") == "市水务局\t市数据局" or kept("市水务局 \t  市数据局") == "市水务局 市数据局"


def test_white_space_at_both_ends_is_left_out() -> None:
    assert kept("  建设平台 \t") == "建设平台"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**一、目标**", "一、目标"),
        ("到**2025**年", "到2025年"),
        ("<p>1. 建设平台</p><p>2. 培训</p>", "1.建设平台2.培训"),
        ("建设<br/>平台", "建设平台"),
        ('<td colspan="2">平台</td>', "平台"),
        ("平台<!-- 待核 -->建设", "平台建设"),
        ("![示意图](a.png)如图", "如图"),
        ("平台&nbsp;建设", "平台建设"),
    ],
)
def test_markup_is_left_out(source: str, text: str) -> None:
    assert kept(source) == text


@pytest.mark.parametrize("text", ["水位<5米，流量>3吨", "a<b", "《水务规划》", "<5%", "漏损率<9%且>3%"])
def test_signs_that_compare_are_no_markup(text: str) -> None:
    assert kept(text) == text


def test_only_the_part_asked_for_is_kept_and_its_offsets_count_from_the_start_of_the_source() -> None:
    source = "标题\n到 2025 年\n正文"
    fragment = keep_text(source, 3, 11)
    assert fragment.text == "到2025年"
    assert fragment.offsets == (3, 5, 6, 7, 8, 10)


def test_markup_that_starts_before_the_part_does_not_reach_into_it() -> None:
    assert keep_text("a<b\n>c", 4, 6).text == ">c"


def test_a_character_beyond_the_basic_plane_is_one_character() -> None:
    fragment = keep_text("𠮷 林 路", 0, 5)
    assert (fragment.text, fragment.offsets) == ("𠮷林路", (0, 2, 4))


def test_joined_and_cut_fragments_keep_their_places() -> None:
    joined = Fragment("建设", (1, 2)) + Fragment("平台", (7, 8))
    assert (joined.text, joined.offsets) == ("建设平台", (1, 2, 7, 8))
    assert joined.cut(1, 3) == Fragment("设平", (2, 7))
    assert joined.cut(2) == Fragment("平台", (7, 8))


@pytest.mark.parametrize(("character", "chinese"), [("水", True), ("𠮷", True), ("a", False), ("5", False), ("，", False), ("Ａ", False)])
def test_ideographs_are_chinese_and_punctuation_is_not(character: str, chinese: bool) -> None:
    assert is_chinese(character) is chinese
