"""Markdown of a model becomes HTML of a few harmless elements, says what the text says, and nothing in it can run."""

import re
import time

import pytest

from assistant.answer_html import LONGEST, TAGS, answer_html


def html_of(text: str) -> str:
    html = answer_html(text)
    assert html is not None
    return html.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("由**市数据局**负责[1]。", "<p>由<strong>市数据局</strong>负责[1]。</p>"),
        ("甲[1][2]\n乙", "<p>甲[1][2]<br>乙</p>"),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("# 一\n\n#### 二", "<h3>一</h3><h4>二</h4>"),
        ("> 原文", "<blockquote><p>原文</p></blockquote>"),
        (
            "| 年 | 数 |\n|---|--:|\n| 2025 | 4[1] |",
            "<table><thead><tr><th>年</th><th>数</th></tr></thead><tbody><tr><td>2025</td><td>4[1]</td></tr></tbody></table>",
        ),
    ],
)
def test_the_markdown_that_models_write_is_rendered(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("3. 甲\n4. 乙", "<p>3. 甲</p><p>4. 乙</p>"),
        ("1. 甲\n3. 丙", "<p>1. 甲</p><p>3. 丙</p>"),
        ("2025. 建成", "<p>2025. 建成</p>"),
        ("2*3=6，4*5=20，2**3，4**5", "<p>2*3=6，4*5=20，2**3，4**5</p>"),
        ("下降-3%\n---\n上升", "<p>下降-3%</p><p>上升</p>"),
    ],
)
def test_no_figure_is_shown_otherwise_than_it_was_written(text: str, html: str) -> None:
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[点我](javascript:window.ran=1)", "<p>点我</p>"),
        ("[**点**我](data:text/html,<script>1</script>)", "<p><strong>点</strong>我</p>"),
        ('见[网站](https://example.org "标题")', "<p>见网站</p>"),
        ("<https://example.org>", "<p>https://example.org</p>"),
        ("![图](https://example.org/a.png)", "<p>图</p>"),
        ("![<img src=x onerror=1>](x)", "<p>&lt;img src=x onerror=1&gt;</p>"),
        ("甲[1](#source)[2](https://example.org)", "<p>甲[1][2]</p>"),
        ("[12*甲*](x) [*乙*12](x) [](x)", "<p>12<em>甲</em> <em>乙</em>12 </p>"),
        ("甲[1]\n\n[1]: https://example.org", "<p>甲[1]</p><p>[1]: https://example.org</p>"),
    ],
)
def test_links_and_pictures_lead_nowhere_and_keep_their_words(text: str, html: str) -> None:
    assert html_of(text) == html


HOSTILE = (
    "<script>window.ran=1</script>",
    '<img src=x onerror="window.ran=1">',
    '<img src=x onerror="window.ran=1" ',
    "<svg/onload=window.ran=1>",
    "<svg><style><img src=x onerror=1></style></svg>",
    "<style>body{display:none}</style>",
    '<p style="position:fixed" onclick="1">甲</p>',
    "<math><mi//xlink:href='data:x,<script>1</script>'>",
    "<scr<script>ipt>1</scr</script>ipt>",
    "<iframe srcdoc='<script>1</script>'></iframe>",
    "<form action=javascript:1><button>甲",
    "```html\n<script>1</script>\n```",
    '```x" onmouseover="1\n甲\n```',
    "`<b onclick=1>`",
    "| <script>1</script> | [a](javascript:1) |\n|---|:-:|\n| <img src=x onerror=1> | b |",
    '[a](<javascript:1> "x" onclick=1)',
    "<!-- --!><img src=x onerror=1> -->",
    "<![CDATA[<script>1</script>]]>",
    "&lt;script&gt;1&lt;/script&gt; &#60;img src=x onerror=1&#62;",
    "**<b>未合**<i",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_hostile_stays_text(text: str) -> None:
    html = html_of(text)
    assert set(re.findall(r"<([^>]*)", html)) <= TAGS | {f"/{tag}" for tag in TAGS}


def test_no_tag_is_split_by_the_texts_around_it() -> None:
    html = html_of("\n\n".join(HOSTILE))
    assert set(re.findall(r"<([^>]*)", html)) <= TAGS | {f"/{tag}" for tag in TAGS}


@pytest.mark.parametrize(
    "unit",
    [
        "*a **a ",
        "[",
        ">",
        "_",
        "<",
        "![[]()",
        "[a](",
        "&#x0;",
        "`a``",
        "2. 甲\n",
        "2. 甲\n\n乙\n\n",
        "|a",
        "- \n ",
        "<a ",
        "[1]: x\n",
        "\\*",
    ],
)
def test_the_longest_text_is_rendered_in_bounded_time(unit: str) -> None:
    text = (unit * LONGEST)[:LONGEST]
    begun = time.perf_counter()
    answer_html(text)
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize("text", ["甲" * (LONGEST + 1), "", "---", " \n "])
def test_a_text_too_long_or_without_content_is_not_rendered(text: str) -> None:
    assert answer_html(text) is None
