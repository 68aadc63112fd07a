from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from ingest.readers.docx_styles import Styles


def styles(*definitions: str) -> Styles:
    return Styles(ElementTree.fromstring(f"<styles>{''.join(definitions)}</styles>"))


def style(name: str, content: str = "", based_on: str = "", identity: str = "S") -> str:
    return f'<style type="paragraph" styleId="{identity}"><name val="{name}"/><basedOn val="{based_on}"/>{content}</style>'


def properties(content: str) -> Element:
    return ElementTree.fromstring(f"<pPr>{content}</pPr>")


@pytest.mark.parametrize(
    ("name", "level"), [("heading 1", 1), ("Heading 3", 3), ("标题 2", 2), ("标题2", 2), ("heading", 0), ("heading 12", 0), ("Normal", 0)]
)
def test_a_heading_is_known_by_the_name_of_its_style(name: str, level: int) -> None:
    assert styles(style(name)).paragraph(properties('<pStyle val="S"/>')).heading == level


def test_what_a_paragraph_says_itself_goes_before_its_style() -> None:
    found = styles(style("heading 1")).paragraph(properties('<pStyle val="S"/><outlineLvl val="9"/>'))
    assert found.heading == 0


def test_an_outline_level_may_come_from_the_style_below() -> None:
    known = styles(style("Own", based_on="B"), style("Base", '<pPr><outlineLvl val="2"/></pPr>', identity="B"))
    assert known.paragraph(properties('<pStyle val="S"/>')).heading == 3


@pytest.mark.parametrize("name", ["Title", "标题", "title"])
def test_a_title_is_known_by_its_style(name: str) -> None:
    assert styles(style(name)).paragraph(properties('<pStyle val="S"/>')).is_title


@pytest.mark.parametrize("name", ["toc 1", "TOC 3", "TOC Heading", "目录 2", "table of figures"])
def test_lines_of_a_table_of_contents_are_known_by_their_style(name: str) -> None:
    assert styles(style(name)).paragraph(properties('<pStyle val="S"/>')).is_contents


def test_the_default_style_holds_where_none_is_named() -> None:
    known = Styles(
        ElementTree.fromstring(
            '<styles><style type="paragraph" default="1" styleId="N"><name val="Normal"/><rPr><b/></rPr></style></styles>'
        )
    )
    run = ElementTree.fromstring("<r><t>甲</t></r>")
    assert known.is_run_on(run, None, "b")
    assert not known.is_run_on(run, None, "vanish")


def test_without_styles_nothing_holds() -> None:
    assert Styles(None).paragraph(None) == Styles(None).paragraph(properties('<pStyle val="S"/>'))
