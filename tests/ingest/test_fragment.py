import pytest

from ingest.fragment import INSERTED, Fragment, is_chinese, keep_cell, keep_text, quote_mark


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
        (
            '<span style="text-align:center;word-wrap:break-word;font-family:仿宋;font-size:12pt;line-height:28pt;color:#333333">平台</span>',
            "平台",
        ),
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


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("到2024年底，1 300 个", "到2024年底，1300个"),
        ("总投资 15 860 万元", "总投资15860万元"),
        ("1 234 567 元", "1234567元"),
        ("增长 1 200%", "增长1200%"),
        ("救助\u20091\u202f300\u00a0人", "救助1300人"),
    ],
)
def test_digits_grouped_by_spaces_are_one_figure_where_a_measure_word_follows(source: str, text: str) -> None:
    assert kept(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1 200 300", "1 200 300"),
        ("2025 300 人", "2025 300人"),
        ("1.5 300 个", "1.5 300个"),
        ("12 30 个", "12 30个"),
        ("1 3000 个", "1 3000个"),
        ("12 315 热线", "12 315热线"),
        ("0 300 个", "0 300个"),
        ("第 3 200 号", "第3 200号"),
    ],
)
def test_two_numbers_side_by_side_stay_two(source: str, text: str) -> None:
    assert kept(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("市水务局<br>松山县人民政府", "市水务局\n松山县人民政府"),
        ("<p>市水务局</p><p>市数据局</p>", "市水务局\n市数据局"),
        ("双向六车道，<br/>主跨<br>820米", "双向六车道，主跨820米"),
        ("<br>市水务局<br><br>", "市水务局"),
        ("东山泵站<br>改造", "东山泵站改造"),
        ("改造泵房<br>更新水泵", "改造泵房更新水泵"),
        ("市水务局<br>牵头", "市水务局牵头"),
        ("市水务局（牵头）<br>松山县", "市水务局（牵头）\n松山县"),
        ("1 200", "1200"),
        ("≥ 1 234 567.8", "≥1234567.8"),
        ("2024 200", "2024 200"),
        ("12 34", "12 34"),
        ("120<br>300", "120\n300"),
        ("", ""),
    ],
)
def test_names_on_lines_of_their_own_in_a_cell_stay_apart(source: str, text: str) -> None:
    cell = keep_cell(source, 0, len(source))
    assert cell.text == text
    assert all(
        (source[offset] if offset != INSERTED else "\n") == character for character, offset in zip(cell.text, cell.offsets, strict=True)
    )


@pytest.mark.parametrize(("line", "length"), [("> 专栏1", 2), (">专栏", 1), ("> > 内", 4), (">", 1), (">3%", 0), (">=5米", 0), ("a>b", 0)])
def test_the_mark_of_a_block_quote_is_no_text_but_a_comparison_is(line: str, length: int) -> None:
    assert quote_mark(line) == length
