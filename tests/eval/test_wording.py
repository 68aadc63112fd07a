import pytest

from eval.wording import figures_in, markers_in, normalize, stands_in, without_markers


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("２０２５ 年", "2025年"),
        ("**24** 个", "24个"),
        ("`DEPA`", "depa"),
        ("1,200,000元", "1200000元"),
        ("１０，０００家", "10000家"),
        ("1,20家", "1,20家"),
        ("2024,2025", "2024,2025"),
        ("（一）", "(一)"),
        ("全\n市\t", "全市"),
    ],
)
def test_width_case_space_emphasis_and_thousands_commas_do_not_count(text: str, normal: str) -> None:
    assert normalize(text) == normal


@pytest.mark.parametrize(
    ("gold", "text"),
    [
        ("80家", "建80家农场"),
        ("80家", "80家"),
        ("80家", "180家、80家"),
        ("5.5", "约5.5亿"),
        ("55", "共55。"),
        ("55", "55.以上"),
        ("2025", "2025年"),
        ("10000家", "共１０，０００ 家"),
        ("12%", "增长12 %"),
        ("X波段", "x波段雷达"),
        ("市数据局", "由市 **数据局** 牵头"),
    ],
)
def test_gold_is_found_where_its_number_stands_alone(gold: str, text: str) -> None:
    assert stands_in(gold, normalize(text))


@pytest.mark.parametrize(
    ("gold", "text"),
    [
        ("80家", "180家"),
        ("80家", "1.80家"),
        ("80家", "1,080家"),
        ("5.5", "15.5亿"),
        ("5.5", "5.55亿"),
        ("55", "5.5"),
        ("5", "5.5"),
        ("5", "55"),
        ("2025", "20250"),
        ("30", "30.5"),
        ("80家", "80 个"),
        (" ", "80家"),
    ],
)
def test_gold_is_not_found_inside_a_longer_number_or_another_word(gold: str, text: str) -> None:
    assert not stands_in(gold, normalize(text))


def test_figures_keep_decimals_and_per_cent() -> None:
    assert figures_in(normalize("2025年达 4.5 万个，增长１２%，共1,200家")) == {"2025", "4.5", "12%", "1200"}


def test_only_markers_of_citations_are_taken_out() -> None:
    assert without_markers("80家[1]，见[12]和[2024]", {"1"}) == "80家，见[12]和[2024]"
    assert markers_in("80家[1]，见[12]和[2024]") == {"1", "12"}
