"""The widget on the pages of other origins: allowed and refused, on a phone, with what its operator and its page say."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser, Page, expect

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from tests.assistant.served import served
from tests.browser.conftest import DESKTOP, PHONE, context_of
from tests.browser.test_chat import CELL
from tests.browser.test_look import serious_violations

LINE = (
    '<script type="module" src="{server}/static/widget.js" data-title="问问岚江" data-color="#7a1f3d" data-position="left" '
    'data-greeting="您好，请讲。"></script>'
)
HOST = (
    "<!doctype html><html lang=zh-CN><title>市政府</title><meta name=viewport content='width=device-width'><link rel=icon href='data:,'>"
    "<style>:root {{ color-scheme: light dark }} p, button {{ color: red; font-size: 40px }} h1 {{ font-size: 20px }}</style>"
    "<main><h1>市政府</h1></main>{line}</html>"
)
"""A page of a city, whose own style must not reach into the widget."""
NOTE = "我们不保存个人信息。"


@pytest.fixture(scope="module")
def embedded(city_settings: AssistantSettings) -> Iterator[dict[str, str]]:
    """Two pages with the widget of one server, which allows the first."""
    lines: list[str] = []
    allowed, refused = FastAPI(), FastAPI()
    for app in (allowed, refused):
        app.get("/")(lambda: HTMLResponse(HOST.format(line=lines[0])))
    with served(allowed) as one, served(refused) as other:
        settings = city_settings.model_copy(update={"widget_origins": one, "privacy_note": NOTE})
        with open_session(settings) as session, served(create_app(session)) as server:
            lines.append(LINE.format(server=server))
            yield {"allowed": one, "refused": other, "server": server}


def ask(page: Page, question: str) -> None:
    """Type `question` into the widget and send it; returns when its answer is whole."""
    answers = page.locator(".sources").count()
    page.get_by_label("您的问题").fill(question)
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".sources")).to_have_count(answers + 1)


def test_it_answers_with_quote_document_date_and_validity(page: Page, embedded: dict[str, str]) -> None:
    page.goto(embedded["allowed"])
    page.get_by_role("button", name="问问岚江").click()
    expect(page.locator(".greeting")).to_have_text("您好，请讲。")
    expect(page.locator(".foot")).to_contain_text("由程序")
    expect(page.locator(".foot")).to_contain_text(NOTE)
    ask(page, CELL)
    source = page.locator(".sources li").first
    expect(page.locator(".text").last).to_contain_text("市民政局[1]")
    expect(source).to_contain_text("《岚江市智慧养老行动计划（2022-2024年）》")
    expect(source).to_contain_text("2022-04-06 · 规划期 2022—2024年（已结束）")
    expect(source.locator("blockquote")).to_contain_text("市民政局")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="查看原文").click()
    expect(opened.value.locator(".question-text")).to_have_text(CELL)
    assert opened.value.url.startswith(embedded["server"])


def test_the_conversation_goes_on_over_pages_and_no_cookie_is_set(page: Page, embedded: dict[str, str]) -> None:
    page.goto(embedded["allowed"])
    page.get_by_role("button", name="问问岚江").click()
    ask(page, "智慧港口行动计划里，2025年要建成多少个自动化泊位？")
    page.reload()
    page.get_by_role("button", name="问问岚江").click()
    expect(page.locator(".sources")).to_have_count(1)
    ask(page, "那2026年呢？")
    expect(page.locator(".text").last).to_contain_text("7个")
    assert page.context.cookies() == []


def test_a_refusal_names_the_contact(page: Page, embedded: dict[str, str]) -> None:
    page.goto(embedded["allowed"])
    page.get_by_role("button", name="问问岚江").click()
    page.get_by_label("您的问题").fill("岚江市明年的房价会是多少？")
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_have_text("文件中没有找到")
    expect(page.locator(".answer")).to_contain_text("0571-3300")


def test_a_page_that_is_not_allowed_gets_no_widget(browser: Browser, embedded: dict[str, str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(embedded["refused"])
    page.wait_for_load_state("networkidle")
    assert page.locator("city-assistant").count() == 0
    assert any("CORS" in error for error in errors)
    context.close()


def test_a_phone_gives_it_the_whole_screen(phone: Page, embedded: dict[str, str]) -> None:
    phone.goto(embedded["allowed"])
    phone.get_by_role("button", name="问问岚江").tap()
    box = phone.locator(".panel").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (PHONE["width"], PHONE["height"])
    ask(phone, CELL)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_used_by_keyboard(page: Page, embedded: dict[str, str]) -> None:
    page.goto(embedded["allowed"])
    page.get_by_role("button", name="问问岚江").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("您的问题")).to_be_focused()
    page.keyboard.type(CELL)
    page.keyboard.press("Enter")
    expect(page.locator(".sources")).to_be_visible()
    link = page.get_by_role("link", name="查看原文")
    for _ in range(6):
        if link.evaluate("node => node.getRootNode().activeElement === node"):
            break
        page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="问问岚江")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, embedded: dict[str, str], scheme: str) -> None:
    with context_of(browser, viewport=DESKTOP, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(embedded["allowed"])
        expect(page.get_by_role("button", name="问问岚江")).to_be_visible()
        assert serious_violations(page) == []
        page.get_by_role("button", name="问问岚江").click()
        ask(page, CELL)
        assert serious_violations(page) == []
