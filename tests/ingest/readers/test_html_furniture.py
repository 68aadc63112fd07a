import pytest

from ingest.readers.html_blocks import Line, Table
from ingest.readers.html_furniture import document_lines, without_furniture
from ingest.readers.html_tree import Node, read_page
from ingest.readers.marked_table import Cell

TEXT = "为加快智慧水务建设，保障全市供水安全，结合我市实际，制定本计划。" * 3


def kept(markup: str) -> str:
    return without_furniture(read_page(markup + f"<p>{TEXT}</p>", "a.html").body).text.removesuffix(TEXT)


def lines(*texts: str) -> list[str]:
    return [block.text for block in document_lines([Line(text) for text in texts]) if isinstance(block, Line)]


@pytest.mark.parametrize(
    "markup",
    [
        "<nav>首页</nav>",
        "<footer>主办</footer>",
        "<header>云川市</header>",
        "<div class='nav'>首页</div>",
        "<div class='top-nav clearfix'>首页</div>",
        "<div id=breadcrumb>首页</div>",
        "<ul class=footer_links>联系</ul>",
        "<div class='bdshare'>微信</div>",
        "<div class='pagination'>1 2 3</div>",
        "<p><a>首页</a> <a>公开</a> <a>服务</a></p>",
        "<table><tr><td><a>首页</a></td><td><a>公开</a></td><td><a>服务</a></td></tr></table>",
    ],
)
def test_boxes_that_are_called_furniture_or_hold_links_only_are_left_out(markup: str) -> None:
    assert kept(markup) == ""


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='content'>主要目标</div>",
        "<div class='bottom'>云川市水务局</div>",
        "<div id=position>位置图</div>",
        "<article><header>主要目标</header></article>",
        "<p>依据<a>《条例》</a><a>《办法》</a><a>《规定》</a>，结合我市实际情况，制定下列具体措施。</p>",
        "<ul><li><a>附件1：清单</a></li><li><a>附件2：表</a></li><li><a>附表3：表</a></li></ul>",
        "<ul><li><a href=a>任务清单.docx</a></li><li><a>指标.xlsx</a></li><li><a>说明.pdf</a></li></ul>",
    ],
)
def test_what_may_be_part_of_the_document_is_kept(markup: str) -> None:
    assert kept(markup) != ""


def test_a_box_with_two_fifths_of_the_text_is_the_document_whatever_it_is_called() -> None:
    body = read_page(f"<div class=nav><p>{TEXT}</p></div><div class=nav>首页</div>", "a.html").body
    assert without_furniture(body).text == TEXT


def test_an_empty_page_has_nothing_to_leave_out() -> None:
    assert without_furniture(Node("body")) == Node("body")


@pytest.mark.parametrize(
    "text",
    [
        "您现在的位置：首页 > 政策",
        "当前位置：首页",
        "分享到：微信",
        "【字体：大 中 小】",
        "[打印]",
        "打印本页",
        "【关闭窗口】",
        "上一篇：通知",
        "扫一扫在手机打开当前页",
        "返回顶部",
        "责任编辑：张三",
        "相关链接：",
    ],
)
def test_lines_that_speak_of_the_page_are_left_out(text: str) -> None:
    assert lines(text, "建设泵站。") == ["建设泵站。"]


@pytest.mark.parametrize(
    "text",
    [
        "分享经济发展指标",
        "关闭落后产能20家",
        "打印设备更新",
        "扫码支付覆盖率达到90%",
        "无障碍设施建设",
        "相关信息系统建设",
        "收藏文物3万件",
        "返回式卫星",
        "位置服务平台",
    ],
)
def test_headings_that_begin_like_them_are_text(text: str) -> None:
    assert lines(text, "建设泵站。") == [text, "建设泵站。"]


def test_the_foot_of_a_site_ends_the_document_with_what_stands_before_it_of_the_same_kind() -> None:
    text = ["建设泵站。", "云川市水务局", "2024年3月1日"]
    assert lines(*text, "地址：人民路1号 邮编：110000", "网站标识码：2101000001", "关于我们", "手机版") == text


def test_words_of_a_site_in_the_midst_of_a_text_end_nothing() -> None:
    text = ["版权所有：云川市水务局", "建设泵站，改造管网，完善制度，加强监管。" * 5, "云川市水务局"]
    assert lines(*text) == text[1:]


def test_tables_are_kept() -> None:
    table = Table(((Cell(("网站标识码",)), Cell(("甲",))),))
    assert document_lines([table]) == (table,)
