import pytest

from corpus.errors import UnreadableFileError
from ingest.readers import html_tree
from ingest.readers.html_tree import MAX_DEPTH, Node, read_page


def depth_of(node: Node) -> int:
    return 1 + max((depth_of(child) for child in node.children if isinstance(child, Node)), default=0)


def test_the_head_of_a_page_tells_title_and_names() -> None:
    page = read_page('<title> 计划 </title><meta name="ArticleTitle" content="云川"><meta charset=utf-8><p>甲', "a.html")
    assert (page.title, page.meta["articletitle"], page.body.text) == ("计划", "云川", "甲")


def test_careless_markup_is_read_as_browsers_do() -> None:
    body = read_page("<p>甲<p>乙<table><tr><td>丙<td>丁</table><b>戊<i>己</b>庚</i>", "a.html").body
    assert [node.tag for node in body.children if isinstance(node, Node)] == ["p", "p"]
    assert [node.tag for node in body.elements()].count("td") == 2
    assert body.text == "甲乙丙丁戊己庚"


def test_elements_nested_ten_thousand_deep_keep_their_text_in_order() -> None:
    body = read_page("<div>前" * 10_000 + "中" + "后</div>" * 10_000, "a.html").body
    assert depth_of(body) <= MAX_DEPTH + 2
    assert body.text == "前" * 10_000 + "中" + "后" * 10_000


def test_what_comes_behind_the_deepest_element_is_read_at_its_own_depth() -> None:
    body = read_page("<div>" * 500 + "深" + "</div>" * 500 + "<p>浅</p>", "a.html").body
    assert body.children[-1] == Node("p", {}, ("浅",))


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "MAX_ELEMENTS", 10)
    with pytest.raises(UnreadableFileError, match=r"a\.html has more than 10 elements"):
        read_page("<p>" * 30, "a.html")


@pytest.mark.parametrize("markup", ["", "甲", "<", "<p", "<!DOCTYPE", "</div></div>", "<frameset><frame src=x>", "\x00\x01"])
def test_anything_is_a_page(markup: str) -> None:
    assert read_page(markup, "a.html").body.tag == "body"
