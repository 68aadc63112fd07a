"""How the page looks and works for everyone: on a phone, by keyboard, for a screen reader, light and dark, with large text."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, context_of
from tests.browser.test_chat import CELL, OWNER, ask

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


def serious_violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands that hinders somebody seriously: rule and element."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found if rule["impact"] in {"serious", "critical"} for node in rule["nodes"]]


def with_many_markers(stream: str) -> str:
    """The events of an answer that names its first source twelve times in a row."""
    head, done = stream.split("event: done\ndata: ")
    return f"{head}event: done\ndata: {json.dumps(json.loads(done) | {'answer': '共十二项' + '[1]' * 12 + '。'})}\n\n"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_serious(browser: Browser, address: str, scheme: str, viewport: dict[str, int]) -> None:
    with context_of(browser, viewport=viewport, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("#examples")).to_be_visible()
        assert serious_violations(page) == []
        ask(page, OWNER)
        page.get_by_role("button", name="没帮助").click()
        assert serious_violations(page) == []
        page.locator(".source-open").first.click()
        expect(page.locator("#document-panel mark").first).to_be_visible()
        assert serious_violations(page) == []
        page.keyboard.press("Escape")
        for name in ("历史", "显示"):
            page.get_by_role("button", name=name, exact=True).click()
            assert serious_violations(page) == []
            page.keyboard.press("Escape")


def test_everything_is_done_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_label("您的问题")).to_be_focused()
    page.get_by_text("跳到提问框").focus()
    expect(page.get_by_text("跳到提问框")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.type(CELL)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_have_count(1)
    page.locator("#new-conversation").focus()
    marker = page.locator(".marker").first
    for _ in range(20):
        if marker.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#document-panel mark").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#document-panel")).to_be_hidden()
    expect(marker).to_be_focused()


def test_a_phone_shows_the_document_as_a_sheet_and_nothing_wider_than_its_screen(phone: Page, address: str) -> None:
    phone.goto(address)
    ask(phone, CELL)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.locator(".marker").first.tap()
    expect(phone.locator("#document-panel mark").first).to_be_in_viewport()
    assert phone.locator("#document-panel").evaluate("node => node.matches(':modal')")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.go_back()
    expect(phone.locator("#document-panel")).to_be_hidden()
    expect(phone.locator(".answer")).to_have_count(1)


def test_colours_and_text_size_are_the_readers_choice_and_last(page: Page, address: str) -> None:
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    light, normal = page.evaluate(ground), page.evaluate(size)
    page.get_by_role("button", name="显示", exact=True).click()
    page.get_by_label("深色").check()
    page.get_by_label("特大").check()
    page.reload()
    assert page.evaluate(ground) != light
    assert page.evaluate(size) > 1.3 * normal


def test_the_page_speaks_english_when_it_is_switched(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_english_with_the_largest_text_on_a_narrow_phone(browser: Browser, address: str, scheme: str) -> None:
    with context_of(browser, viewport={"width": 360, "height": 740}, color_scheme=scheme) as context:
        page = context.new_page()
        page.route(
            "**/api/ask/stream",
            lambda route: route.fulfill(content_type="text/event-stream", body=with_many_markers(route.fetch().text())),
        )
        page.goto(address)
        ask(page, OWNER)
        page.get_by_role("button", name="English").click()
        page.get_by_role("button", name="Display", exact=True).click()
        page.get_by_label("Larger").check()
        assert serious_violations(page) == []
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Not helpful").last.click()
        assert serious_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="History", exact=True).click()
        expect(page.locator(".history-item")).to_have_count(1)
        assert serious_violations(page) == []


def test_history_and_feedback_are_used_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, OWNER)
    page.get_by_role("button", name="没帮助").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("数字或内容有误")).to_be_focused()
    expect(page.get_by_role("button", name="提交")).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("出处不对")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("页码不对")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".feedback")).to_contain_text("已收到")
    page.get_by_role("button", name="新对话").click()
    page.get_by_role("button", name="历史", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator(".history-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".question-text")).to_have_text(OWNER)
    page.get_by_role("button", name="历史", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="历史", exact=True)).to_be_focused()


def test_a_phone_shows_history_feedback_and_settings_within_its_screen(phone: Page, address: str) -> None:
    phone.goto(address)
    ask(phone, OWNER)
    phone.get_by_role("button", name="没帮助").tap()
    expect(phone.get_by_role("button", name="提交")).to_be_in_viewport()
    for name in ("历史", "显示"):
        phone.get_by_role("button", name=name, exact=True).tap()
        box = phone.locator("dialog.sheet[open]").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        phone.keyboard.press("Escape")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    head = phone.locator(".site-head").bounding_box()
    assert head is not None
    assert head["height"] <= 60
