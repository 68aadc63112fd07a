import pytest

from ingest.readers.html_blocks import Line
from ingest.readers.html_metadata import read_page_metadata, take_labelled_lines
from ingest.readers.html_tree import read_page


def read(markup: str) -> tuple[tuple[str, ...], str | None, str]:
    metadata = read_page_metadata(read_page(markup, "a.html").body)
    return metadata.lines, metadata.title, metadata.rest.text


def test_what_an_official_document_has_comes_first_and_the_rest_shares_a_line() -> None:
    box = "<div><p>索引号：1</p><p>有效性：有效</p><p>文号：云政发〔2024〕5号</p><p>成文日期：2024-03-01</p></div>"
    assert read(box + "<p>正文</p>") == (("文号：云政发〔2024〕5号", "成文日期：2024-03-01", "索引号：1；有效性：有效"), None, "正文")


def test_how_a_site_files_a_page_and_empty_values_are_left_out() -> None:
    box = "<ul><li>主题分类：工作计划</li><li>关键词：行动计划</li><li>文号：无</li><li>废止日期：</li><li>索引号：1</li></ul>"
    assert read(box)[0] == ("索引号：1",)


def test_the_title_of_the_box_is_no_line() -> None:
    assert read("<ul><li>标题：云川市计划</li><li>索引号：1</li><li>发布机构：云川市</li></ul>")[:2] == (
        ("发布机构：云川市", "索引号：1"),
        "云川市计划",
    )


@pytest.mark.parametrize(
    "box",
    [
        "<ul><li>索引号：1</li><li>文号：2</li></ul>",
        "<div><p>索引号：1</p><p>文号：2</p><p>来源：3</p><p>为加快建设，制定本计划。</p></div>",
        "<table><tr><td>名称</td><td>来源</td><td>标题</td></tr><tr><td>甲</td><td>乙</td><td>丙</td></tr></table>",
    ],
    ids=["few", "text", "list"],
)
def test_a_box_of_other_things_is_left_as_it_is(box: str) -> None:
    assert read(box) == ((), None, read_page(box, "a.html").body.text)


def test_a_line_of_labels_near_the_top_is_taken_and_others_are_not() -> None:
    line = Line("信息来源：云川市水务局 发布时间：2024-03-05 10:00")
    dated = Line("2024-03-05 10:00 来源： 云川市水务局 【字体：大 中 小】 打印")
    assert take_labelled_lines([dated]) == (("来源：云川市水务局",), ())
    others = [Line("2024年3月5日"), Line("2024年3月5日 云川市"), Line("来源：云川市水务局"), Line("名称：东山泵站，来源：调水工程。")]
    assert take_labelled_lines([*others, line]) == (("信息来源：云川市水务局；发布时间：2024-03-05 10:00",), tuple(others))
    assert take_labelled_lines([*[Line("甲")] * 9, line]) == ((), (*[Line("甲")] * 9, line))
