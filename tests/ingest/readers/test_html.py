from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from ingest.layout import repair_layout
from ingest.readers.html import read_html
from tests.ingest.docx_file import p, write_docx
from tests.ingest.pdf_file import write_pdf

TITLE = "云川市智慧水务行动计划（2024-2026年）"
TEXT = [
    "各区人民政府，市有关部门：",
    "为加快智慧水务建设，保障全市供水安全，结合我市实际，制定本计划。",
    "一、主要目标",
    "到2026年底，全市智能水表超过20万只，建成智慧泵站12座。",
    "云川市人民政府",
    "2024年3月1日",
]
PARAGRAPHS = "".join(f"<p>　　{line}</p>" for line in TEXT)
NAVIGATION = '<ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">政务服务</a></li><li><a href="/c">互动交流</a></li></ul>'
FOOT = (
    "<div>主办：云川市人民政府办公室 承办：云川市数据局</div><div>网站标识码：2101000001　ICP备12345678号-1</div><div>公安备案 2101号</div>"
)
TABLE = (
    "<table><tr><td>索引号：</td><td>001-2024-5</td><td>主题分类：</td><td>工作计划</td></tr>"
    "<tr><td>发布机构：</td><td>云川市人民政府</td><td>成文日期：</td><td>2024年3月1日</td></tr>"
    "<tr><td>标　　题：</td><td colspan=3>{title}</td></tr><tr><td>发文字号：</td><td>云政发〔2024〕5号</td><td>有效性：</td><td>有效</td></tr></table>"
)
HEAD_LINES = ["发文字号：云政发〔2024〕5号", "发布机构：云川市人民政府", "成文日期：2024年3月1日", "索引号：001-2024-5；有效性：有效"]

PAGES = {
    "tags": f"<header><h1>云川市人民政府</h1>{NAVIGATION}</header><nav>当前位置</nav><main><h1>{TITLE}</h1><article>{PARAGRAPHS}</article></main><footer>{FOOT}</footer>",
    "classes": f'<div class="top-nav">{NAVIGATION}</div><div class="crumb"><a>首页</a> &gt; <a>政策</a></div><div class="con"><h2>{TITLE}</h2>'
    f'<div class="share">分享到 微信 微博</div><div class="TRS_Editor">{PARAGRAPHS}</div></div><div class="footer">{FOOT}</div>',
    "words": f"<div>{NAVIGATION}</div><div>您所在的位置：首页 &gt; 政策文件</div><div>{TITLE}</div><div>【字体：大 中 小】 打印本页</div><div>{PARAGRAPHS}</div>"
    f"<div>上一篇：关于供水的通知</div><div>扫一扫在手机打开当前页</div>{FOOT}",
    "layout tables": f"<table width=980><tr><td>{NAVIGATION}</td></tr></table><table><tr><td width=200>{NAVIGATION}</td><td><table><tr><td align=center><b>{TITLE}</b></td></tr>"
    f"<tr><td>{PARAGRAPHS}</td></tr></table></td></tr></table><table><tr><td>{FOOT}</td></tr></table>",
    "form": f'<form id="aspnetForm"><input type="hidden" value="x"><div id="menu">{NAVIGATION}</div><h1>{TITLE}</h1><div id="zoom">{PARAGRAPHS}</div></form>',
    "line breaks": f"<div>{NAVIGATION}</div><h3>{TITLE}</h3><div id=content>{'<br><br>'.join('&nbsp;&nbsp;&nbsp;&nbsp;' + line for line in TEXT)}</div>{FOOT}",
    "divisions": f"<div>{NAVIGATION}</div><h1>{TITLE}</h1>{''.join(f'<div><span>{line}</span></div>' for line in TEXT)}",
    "related": f"<h1>{TITLE}</h1><div class=article>{PARAGRAPHS}</div><div><h3>相关解读</h3><ul>{''.join(f'<li><a href=x>解读之{n}：供水</a></li>' for n in range(5))}</ul></div>{FOOT}",
    "hidden": f'<div style="display: none">隐藏</div><h1>{TITLE}</h1>{PARAGRAPHS}<script>document.write("<p>写</p>")</script><noscript>请启用</noscript><style>p{{}}</style>',
    "untagged": f"<center><font size=5>{TITLE}</font></center>{''.join('<p>' + line for line in TEXT)}",
}


def read(tmp_path: Path, body: str, *, head: str = "", name: str = "计划.html") -> list[str]:
    markup = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    (tmp_path / name).write_text(markup, encoding="utf-8")
    return read_html(tmp_path / name, name).text.splitlines()


def stripped(lines: list[str]) -> list[str]:
    return [line.strip("# \u3000\xa0*") for line in lines]


def rows(tmp_path: Path, body: str) -> list[list[str]]:
    (tmp_path / "表.html").write_text(f"<p>重点任务表如下。</p>{body}", encoding="utf-8")
    return [[cell.text for cell in line.cells] for line in repair_layout(read_html(tmp_path / "表.html", "表.html")) if line.is_row]


@pytest.mark.parametrize("name", PAGES)
def test_of_a_page_the_document_is_read_and_nothing_around_it(tmp_path: Path, name: str) -> None:
    lines = read(tmp_path, PAGES[name], head=f"<title>{TITLE}_云川市人民政府</title>")
    assert stripped(lines) == [TITLE, *TEXT]
    assert lines[0] == f"# {TITLE}"


def test_what_the_site_says_of_a_document_stands_above_it(tmp_path: Path) -> None:
    box = TABLE.format(title=TITLE)
    items = "<ul><li><b>索 引 号：</b><span>001-2024-5</span></li><li><b>发布机构</b><span>云川市人民政府</span></li><li><b>成文日期：</b>2024年3月1日</li>"
    items += "<li><b>发文字号：</b>云政发〔2024〕5号</li><li><b>有效性：</b>有效</li></ul>"
    described = "<dl><dt>索引号</dt><dd>001-2024-5</dd><dt>发布机构</dt><dd>云川市人民政府</dd><dt>成文日期</dt><dd>2024年3月1日</dd>"
    described += "<dt>发文字号</dt><dd>云政发〔2024〕5号</dd><dt>有效性</dt><dd>有效</dd></dl>"
    for form in (box, items, described):
        for body in (form + f"<h1>{TITLE}</h1>{PARAGRAPHS}", f"<h1>{TITLE}</h1>{PARAGRAPHS}<div>{form}</div>"):
            assert stripped(read(tmp_path, body)) == [*HEAD_LINES, TITLE, *TEXT]


def test_source_and_time_below_a_title_are_no_part_of_the_document(tmp_path: Path) -> None:
    body = f"<h1>{TITLE}</h1><p>来源：云川市水务局　发布时间：2024-03-05 10:00　浏览次数：123</p>{PARAGRAPHS}"
    assert stripped(read(tmp_path, body)) == ["来源：云川市水务局；发布时间：2024-03-05 10:00", TITLE, *TEXT]


def test_an_old_page_of_tables_and_line_breaks_is_read(tmp_path: Path) -> None:
    body = (
        "<TABLE><TR><TD><A href=/>首 页</A> | <A href=/a>政府信息公开</A> | <A href=/b>办事大厅</A></TD></TR></TABLE>"
        "<TABLE><TR><TD>您现在的位置： <A href=/>首页</A> &gt;&gt; <A>政府文件</A> &gt;&gt; 正文</TD></TR>"
        "<TR><TD align=middle><FONT size=4><B>云川市人民政府办公室关于印发<BR>云川市节水行动方案的通知</B></FONT></TD></TR><TR><TD>云政办发〔2023〕15号</TD></TR>"
        "<TR><TD>发布时间：2023-05-06 来源：市政府办 点击数：<SCRIPT src=x></SCRIPT>233 次 [<A>大</A> <A>中</A> <A>小</A>]</TD></TR>"
        "<TR><TD><P>各区县人民政府：<BR>&nbsp;&nbsp; 现将方案印发给你们，请认真组织实施。<BR>&nbsp;&nbsp; 一、目标<BR>&nbsp;&nbsp; 到2025年，节水器具普及率达到95%。</P>"
        "<P align=right>云川市人民政府办公室<BR>2023年5月4日</P></TD></TR></TABLE><TABLE><TR><TD>版权所有：云川市人民政府<BR>地址：人民路1号 邮编：110000</TD></TR></TABLE>"
    )
    assert stripped(read(tmp_path, body)) == [
        "发布时间：2023-05-06；来源：市政府办",
        "云川市人民政府办公室关于印发",
        "云川市节水行动方案的通知",
        "云政办发〔2023〕15号",
        "各区县人民政府：",
        "现将方案印发给你们，请认真组织实施。",
        "一、目标",
        "到2025年，节水器具普及率达到95%。",
        "云川市人民政府办公室",
        "2023年5月4日",
    ]


def test_a_page_that_word_saved_is_read(tmp_path: Path) -> None:
    body = (
        "<!--[if gte mso 9]><xml><o:x>不读</o:x></xml><![endif]--><div class=WordSection1><p class=MsoNormal><b><span>云川市节水行动方案<span lang=EN-US><o:p></o:p></span></span></b></p>"
        "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp; </span></span>"
        "<![endif]>到<span lang=EN-US>2026</span>年，推广\n节水器具<span\nlang=EN-US>100</span>万套。</p></div>"
    )
    assert read(tmp_path, body) == ["**云川市节水行动方案**", "（一）\xa0\xa0 到2026年，推广节水器具100万套。"]


def test_a_table_of_one_long_row_is_a_table(tmp_path: Path) -> None:
    table = f"<table><tr><td>名称</td><td>建设内容</td></tr><tr><td>泵站</td><td>{'<p>新建泵站，改造管网。</p>' * 50}</td></tr></table>"
    assert [len(row) for row in rows(tmp_path, table)] == [2, 2]


def test_a_table_of_the_document_is_not_taken_for_what_the_site_says(tmp_path: Path) -> None:
    table = "<table><tr><td>标题</td><td>名称</td><td>来源</td></tr><tr><td>供水</td><td>泵站</td><td>水务局</td></tr></table>"
    assert rows(tmp_path, table) == [["标题", "名称", "来源"], ["供水", "泵站", "水务局"]]


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="ArticleTitle" content="{TITLE}">',
        f"<title>{TITLE}_政策文件_云川市人民政府</title>",
        f"<title>{TITLE} - 云川市水务局</title>",
    ],
)
def test_a_title_that_only_the_head_of_the_page_holds_is_put_above_the_text(tmp_path: Path, head: str) -> None:
    assert read(tmp_path, PARAGRAPHS, head=head)[0] == f"# {TITLE}"


def test_the_name_of_a_site_is_no_title(tmp_path: Path) -> None:
    assert stripped(read(tmp_path, PARAGRAPHS, head="<title>云川市人民政府门户网站</title>")) == TEXT


def test_headings_bold_openings_and_line_breaks(tmp_path: Path) -> None:
    body = f"<h1>{TITLE}</h1><h2>一、<br>目标</h2><p><strong>1.</strong><b>建设泵站。</b>新建3座。</p><p><span style='font-weight: bold'>改造</span>2座</p>"
    assert read(tmp_path, body) == [f"# {TITLE}", "## 一、 目标", "**1.建设泵站。**新建3座。", "**改造**2座"]


def test_items_have_the_numbers_that_a_page_shows(tmp_path: Path) -> None:
    body = "<p>任务：</p><ol start=3><li>甲<li><p>乙</p><ol type=a><li>丙</ol><li value=9>丁</ol><ul><li>戊</ul><ol style='list-style-type:cjk-ideographic'><li>己</ol>"
    body += "<ol><li>1.庚<li>（二）辛</ol><ol style='list-style:none'><li>壬</ol>"
    assert read(tmp_path, body) == ["任务：", "3.甲", "4.乙", "a.丙", "9.丁", "戊", "一、己", "1.庚", "（二）辛", "壬"]


def test_white_space_is_as_a_page_shows_it(tmp_path: Path) -> None:
    body = "<p>\n  到2026年\n  底，建\n成  智慧\t泵站。Smart\n water </p><p>　　缩&nbsp;进</p><pre>第一行\n第二行</pre>"
    assert read(tmp_path, body) == ["到2026年底，建成 智慧 泵站。Smart water", "　　缩\xa0进", "第一行", "第二行"]


def test_struck_words_marks_of_notes_and_readings_are_not_read_but_exponents_are(tmp_path: Path) -> None:
    body = "<p>新建<s>3</s>5座<sup><a href='#n1'>[1]</a></sup>，占地20m<sup>2</sup>，<ruby>川<rt>chuān</rt></ruby></p>"
    assert read(tmp_path, body) == ["新建5座，占地20m2，川"]


def test_merged_cells_a_caption_and_lines_in_cells(tmp_path: Path) -> None:
    table = (
        "<table border=1><caption>附表 重点任务</caption><thead><tr><th rowspan=2>序号</th><th colspan=2>目标值</th></tr><tr><th>2025年</th><th>2026年</th></tr></thead>"
        "<tbody><tr><td rowspan=0>1</td><td><p>3</p><p>座</p></td><td>5座</td></tr><tr><td>4<br>座</td><td></td></tr></tbody></table>"
    )
    assert rows(tmp_path, table) == [["序号", "目标值", ""], ["", "2025年", "2026年"], ["1", "3座", "5座"], ["", "4座", ""]]
    assert "附表 重点任务" in read(tmp_path, table)


def test_a_table_in_a_cell_stays_there_and_links_in_a_table_do_not_make_it_navigation(tmp_path: Path) -> None:
    inner = "<table><tr><td>东山</td><td>3座</td></tr></table>"
    table = f"<table><tr><td>序号</td><td>名称</td><td>明细</td></tr><tr><td>1</td><td>泵站建设工程</td><td>共：{inner}</td></tr></table>"
    assert rows(tmp_path, table)[1] == ["1", "泵站建设工程", "共：东山3座"]


def test_attachments_are_kept_though_they_are_links(tmp_path: Path) -> None:
    body = PARAGRAPHS + "<div>" + "".join(f"<p><a href={n}.docx>附件{n}：重点任务清单</a></p>" for n in (1, 2, 3)) + "</div>"
    assert read(tmp_path, body)[-3:] == ["附件1：重点任务清单", "附件2：重点任务清单", "附件3：重点任务清单"]


def test_a_box_that_is_most_of_the_page_is_kept_whatever_it_is_called(tmp_path: Path) -> None:
    assert stripped(read(tmp_path, f'<div class="nav-content search">{PARAGRAPHS}</div>')) == TEXT


def test_words_that_a_site_uses_are_text_in_a_sentence(tmp_path: Path) -> None:
    lines = ["分享到全市各区的经验要总结推广，当前位置信息服务覆盖全部泵站。", "技术支持：由市数据局负责，并建立长效机制，每年评估一次。"]
    assert read(tmp_path, "".join(f"<p>{line}</p>" for line in lines) + PARAGRAPHS)[:2] == lines


def test_lines_broken_at_one_width_are_joined_and_paragraphs_are_not(tmp_path: Path) -> None:
    sentence = "推进老旧供水管网分区计量改造和智慧泵站建设工程，完善水务数据汇聚共享机制，保障全市供水安全稳定运行。"
    wrapped = "<br>".join(f"　　{(sentence * 3)[:28]}<br>{(sentence * 3)[28:58]}<br>{(sentence * 3)[58:88]}。" for _ in range(8))
    (tmp_path / "a.html").write_text(f"<div>{wrapped}</div>", encoding="utf-8")
    assert len(repair_layout(read_html(tmp_path / "a.html", "a.html"))) == 8
    (tmp_path / "b.html").write_text("".join(f"<p>{sentence[:30]}</p>" for _ in range(20)), encoding="utf-8")
    assert len(repair_layout(read_html(tmp_path / "b.html", "b.html"))) == 20


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", '<meta charset="gb2312">'),
        ("gb18030", '<meta charset="gb2312">'),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=GB2312" />'),
        ("gb18030", '<meta charset="utf-8">'),
        ("gb18030", ""),
        ("utf-16", ""),
        ("gb18030", '<?xml version="1.0" encoding="gbk"?>'),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str, head: str) -> None:
    (tmp_path / "a.htm").write_bytes(f"<html><head>{head}</head><body><p>建设𠮷林路泵站。</p></body></html>".encode(encoding))
    assert read_html(tmp_path / "a.htm", "a.htm").text == "建设𠮷林路泵站。\n"


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_page_of_a_web_archive_is_read(tmp_path: Path, charset: str) -> None:
    message = EmailMessage()
    message["Subject"], message["Snapshot-Content-Location"] = "plan", "https://example.org/plan"
    message.set_content(f"<html><body><p>{TITLE}</p>{PARAGRAPHS}</body></html>", subtype="html", charset=charset, cte="quoted-printable")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    for name in ("计划.mhtml", "计划.mht", "计划.html"):
        (tmp_path / name).write_bytes(message.as_bytes())
        assert stripped(read_html(tmp_path / name, name).text.splitlines()) == [TITLE, *TEXT]


def test_a_web_archive_without_a_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_bytes(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx")
    with pytest.raises(UnreadableFileError, match=r"a\.mht is a web archive without a page"):
        read_html(tmp_path / "a.mht", "a.mht")


@pytest.mark.parametrize("body", ["", "<script>render('<p>甲</p>')</script>", "<div id=app></div>", "<!-- 甲 -->", "<p>&nbsp;</p>"])
def test_a_page_that_shows_nothing_without_its_scripts_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"计划\.html shows no text.*ingest again"):
        read(tmp_path, body)


def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="is a PDF"):
        read_html(write_pdf(tmp_path / "a.html", [["Plan"]]), "a.html")
    with pytest.raises(UnreadableFileError, match="is a Word document"):
        read_html(write_docx(tmp_path / "b.html", p("甲")), "b.html")


def test_spans_of_a_table_without_end_take_no_time(tmp_path: Path) -> None:
    table = "<table>" + "<tr><td rowspan=65534 colspan=1000>甲</td><td>乙</td></tr>" * 300 + "</table>"
    assert len(rows(tmp_path, table)) == 300
