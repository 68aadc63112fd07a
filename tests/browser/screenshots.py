"""Pictures of the pages for the README, of the corpus and data that the settings name: `make screenshots`."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from tests.assistant.served import served
from tests.browser.conftest import PHONE, chromium, context_of
from tests.browser.test_chat import ask

FOLDER = Path(__file__).parents[2] / "docs" / "images"
DESKTOP = {"width": 1280, "height": 760}
TALL = {"width": 1280, "height": 1080}
MOST_BYTES = 300_000
HOST = (
    "<!doctype html><html lang=zh-CN><title>市政府</title><meta name=viewport content='width=device-width'><link rel=icon href='data:,'>"
    "<body><h1>市政府</h1><script type=module src='/static/widget.js'></script></html>"
)
"""A page of a city with the widget on it."""


Reader = Callable[[str], Any]
"""Reads the JSON at an address of the API."""


@dataclass(frozen=True, slots=True)
class Screenshot:
    """A picture: the name of its file, what is opened in which window, and what is done there before it is taken."""

    name: str
    address: Callable[[Reader], str]
    """Gets what reads the API, since which unit or document a picture shows depends on the city."""
    viewport: dict[str, int]
    steps: Callable[[Page, list[str]], None]
    """Gets the page and questions that the documents answer."""


def open_a_source(page: Page, questions: list[str]) -> None:
    """An answer with the document of its first source beside it."""
    ask(page, questions[0])
    page.locator(".answer .marker").first.click()
    expect(page.locator("#document-panel mark").first).to_be_in_viewport()
    page.locator(".turn").last.evaluate("turn => turn.scrollIntoView()")


def ask_the_widget(page: Page, questions: list[str]) -> None:
    """An answer in the widget."""
    page.get_by_role("button", name="政策问答").click()
    page.get_by_label("您的问题").fill(questions[1])
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".sources")).to_be_visible()


def unit_address(read: Reader) -> str:
    """The page of a unit that has much to reach with few tasks, so that both fit into one picture."""
    units = [unit for unit in read("/api/units?limit=1000")["items"] if unit["tasks"] and unit["scenarios"]]
    unit = max(units, key=lambda unit: unit["targets"] / unit["tasks"])
    return f"/unit?{urlencode({'name': unit['name']})}"


def targets_address(read: Reader) -> str:
    """The figures of the document that states most of them year by year."""
    points = Counter(point["document_id"] for series in read("/api/targets/series")["items"] for point in series["points"])
    (document, _), *_ = points.most_common(1) or [("", 0)]
    return f"/targets?{urlencode({'document_id': document, 'figure': 'true'})}"


def wait_for_the_list(page: Page, _questions: list[str]) -> None:
    """A page to look things up, as it opens."""
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)


SCREENSHOTS = (
    Screenshot("chat", lambda _: "/", DESKTOP, open_a_source),
    Screenshot("unit", unit_address, TALL, wait_for_the_list),
    Screenshot("targets", targets_address, TALL, wait_for_the_list),
    Screenshot("widget", lambda _: "/news", PHONE, ask_the_widget),
)


def take(screenshot: Screenshot, page: Page, server: str, folder: Path) -> int:
    """Write one picture into `folder`; returns its size in bytes."""

    def read(path: str) -> Any:
        return page.request.get(server + path).json()

    questions: list[str] = read("/api/suggestions")["suggestions"]
    page.route(f"{server}/news", lambda route: route.fulfill(content_type="text/html", body=HOST))
    page.goto(server + screenshot.address(read))
    screenshot.steps(page, questions)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)  # for what scrolls smoothly
    return len(page.screenshot(path=folder / f"{screenshot.name}.png", animations="disabled", caret="hide"))


@contextmanager
def site() -> Iterator[str]:
    """The address of a server whose conversations are thrown away."""
    with TemporaryDirectory(prefix="screenshots-") as folder:
        settings = AssistantSettings.load(app_database_url=f"sqlite:///{folder}/app.db")
        with open_session(settings) as session, served(create_app(session)) as server:
            yield server


def main() -> None:
    """Take all pictures, or those whose names are given; ends with 1 where one is too heavy for a README."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [screenshot for screenshot in SCREENSHOTS if screenshot.name in sys.argv[1:] or not sys.argv[1:]]
    heavy = False
    with site() as server, chromium() as browser:
        for screenshot in wanted:
            scale = 2 if screenshot.viewport == PHONE else 1
            with context_of(browser, viewport=screenshot.viewport, device_scale_factor=scale, color_scheme="light") as context:
                size = take(screenshot, context.new_page(), server, FOLDER)
            heavy = heavy or size > MOST_BYTES
            print(f"{screenshot.name}.png: {size // 1000} kB")
    sys.exit(heavy)


if __name__ == "__main__":
    main()
