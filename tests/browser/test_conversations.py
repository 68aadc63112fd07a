"""Conversations are listed, opened again, saved as files, linked to and deleted."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, context_of
from tests.browser.test_chat import CELL, OWNER, ask


def test_a_conversation_had_before_is_opened_again_and_deleted(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, OWNER)
    page.get_by_role("button", name="新对话").click()
    ask(page, CELL)
    page.get_by_role("button", name="历史", exact=True).click()
    expect(page.locator(".history-item")).to_have_count(2)
    page.locator(".history-open", has_text="搭建数据共享平台").click()
    expect(page.locator(".question-text")).to_have_text(OWNER)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="历史", exact=True).click()
    page.locator(".history-item", has_text="搭建数据共享平台").get_by_role("button", name="删除").click()
    expect(page.locator(".history-item")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".answer")).to_have_count(0)


def test_a_conversation_is_saved_as_word_and_markdown(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, OWNER)
    for name, ending in (("存为 Word", ".docx"), ("存为 Markdown", ".md")):
        with page.expect_download() as saved:
            page.get_by_text(name).click()
        assert saved.value.suggested_filename.endswith(ending)
        assert saved.value.path().stat().st_size > 300


def test_an_answer_is_copied_with_its_sources_as_reports_cite(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    ask(page, OWNER)
    page.get_by_role("button", name="复制答案和出处").click()
    expect(page.locator(".actions").first).to_contain_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "市港航局" in copied
    assert "《岚江市智慧港口行动计划（2025-2027年）》（岚政办发〔2025〕7号），二、重点任务 › （一）搭建数据共享平台" in copied


def test_a_link_leads_to_the_answer_as_it_was_given(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    ask(page, OWNER)
    text = page.locator(".answer-text").inner_text()
    page.get_by_role("button", name="复制链接").click()
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".question-text")).to_have_text(OWNER)
    assert page.locator(".answer-text").inner_text() == text


def test_what_is_printed_has_all_sources_and_no_buttons(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "智慧养老场景清单里有哪些场景？")
    sources = page.locator(".source").count()
    page.emulate_media(media="print")
    expect(page.locator(".source:visible")).to_have_count(sources)
    expect(page.locator(".composer")).to_be_hidden()
    expect(page.locator(".feedback button:visible")).to_have_count(0)


def test_paper_is_white_and_each_heading_stays_with_what_follows(browser: Browser, address: str) -> None:
    with context_of(browser, viewport=DESKTOP, color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        ask(page, OWNER)
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".answer-text").evaluate("node => getComputedStyle(node).color") == "rgb(23, 33, 43)"
        assert page.locator(".site-head").evaluate("node => getComputedStyle(node).position") == "static"
        assert page.locator(".sources h3").evaluate("node => getComputedStyle(node).breakAfter") == "avoid"
        expect(page.locator(".source-go")).to_be_hidden()
