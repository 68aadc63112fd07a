"""A real browser on a real server that serves the small city."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from assistant.api.application import create_app
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus
from tests.assistant.api.fact_city import FILES
from tests.assistant.corpus_fixture import write_documents
from tests.assistant.served import served

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
"""Without these Chromium looks for hosts outside at every start."""
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is for `make test-browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def city_settings(tmp_path_factory: pytest.TempPathFactory) -> AssistantSettings:
    """Settings of the small city, whose documents are ingested."""
    folder = tmp_path_factory.mktemp("browser")
    write_documents(folder / "corpus", FILES)
    settings = AssistantSettings.load(
        corpus_dir=folder / "corpus", data_dir=folder / "data", contact="岚江市数据局，0571-3300", _env_file=None
    )
    ingest_corpus(settings)
    return settings


@pytest.fixture(scope="session")
def session(city_settings: AssistantSettings) -> Iterator[Session]:
    """The session that the server of the small city answers from."""
    with open_session(city_settings) as session:
        yield session


@pytest.fixture(scope="session")
def address(session: Session) -> Iterator[str]:
    """The address of a server of the small city."""
    with served(create_app(session)) as address:
        yield address


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium as the system has it. Fails where there is none: what it is for is worth nothing without."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert executable, f"no browser found ({', '.join(CHROMIUM)}): install Debian's chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of all tests."""
    with chromium() as browser:
        yield browser


@contextmanager
def context_of(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    """A browser context in which nothing may go wrong unseen: an error on a page fails the test."""
    context = browser.new_context(locale="zh-CN", **options)  # type: ignore[arg-type]
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    context.set_default_timeout(10_000)
    yield context
    context.close()
    assert errors == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desktop."""
    with context_of(browser, viewport=DESKTOP) as context:
        yield context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    with context_of(browser, viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()
