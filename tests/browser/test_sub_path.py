"""The pages behind a proxy that publishes them under a path: nothing they ask for lies outside it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from tests.assistant.served import served
from tests.browser.proxy import proxy
from tests.browser.test_chat import OWNER, ask, marked_text

PATH = "/gov/assistant"
HOST = "<!doctype html><html lang=zh-CN><title>市政府</title><link rel=icon href='data:,'><script type=module src='{site}/static/widget.js'></script>"


@pytest.fixture(scope="module", params=[True, False], ids=["proxy takes the path off", "proxy leaves the path on"])
def site(city_settings: AssistantSettings, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address at which a proxy publishes the server, without a slash at the end."""
    settings = city_settings.model_copy(update={"root_path": PATH})
    with (
        open_session(settings) as session,
        served(create_app(session)) as server,
        served(proxy(server, PATH, takes_path_off=request.param)) as outside,
    ):
        yield outside + PATH


@pytest.fixture
def outside(page: Page, site: str) -> Iterator[list[str]]:
    """The requests of the page that leave the path; the test fails where there are any."""
    left: list[str] = []
    page.on("request", lambda request: None if request.url.startswith((f"{site}/", "data:", "blob:")) else left.append(request.url))
    yield left
    assert left == []


def test_a_question_is_asked_streamed_and_its_source_opened(page: Page, site: str, outside: list[str]) -> None:
    page.goto(f"{site}/")
    expect(page.locator("#examples .chip").first).to_be_visible()
    with page.expect_response("**/api/ask/stream") as streamed:
        ask(page, OWNER)
    assert streamed.value.headers["content-type"].startswith("text/event-stream")
    page.locator(".answer-text .marker").first.click()
    expect(page.locator("#document-panel mark").first).to_be_visible()
    assert marked_text(page)
    page.reload()
    expect(page.locator(".question-text")).to_have_text(OWNER)


def test_exports_and_permanent_links_work(page: Page, site: str, outside: list[str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/")
    ask(page, OWNER)
    for name, suffix in (("Word", ".docx"), ("Markdown", ".md")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.url.startswith(f"{site}/api/")
        assert download.value.suggested_filename.endswith(suffix)
        assert download.value.failure() is None
    page.get_by_role("button", name="复制链接").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site}/#answer=")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".question-text")).to_have_text(OWNER)


def test_the_address_without_its_last_slash_leads_to_the_page(page: Page, site: str) -> None:
    page.goto(site)
    assert page.url == f"{site}/"
    expect(page.locator("#examples .chip").first).to_be_visible()


def test_the_widget_works_from_there(page: Page, site: str) -> None:
    start = f"{site.removesuffix(PATH)}/news"
    page.route(start, lambda route: route.fulfill(content_type="text/html", body=HOST.format(site=site)))
    page.goto(start)
    page.get_by_role("button", name="政策问答").click()
    page.get_by_label("您的问题").fill(OWNER)
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".sources")).to_be_visible()
    link = page.get_by_role("link", name="查看原文").get_attribute("href")
    assert link is not None
    assert link.startswith(f"{site}/#answer=")
