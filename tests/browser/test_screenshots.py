"""The pictures of the README can be taken anew, and those it shows are the ones taken."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import context_of
from tests.browser.screenshots import FOLDER, MOST_BYTES, SCREENSHOTS, Screenshot, take


@pytest.mark.parametrize("screenshot", SCREENSHOTS, ids=lambda screenshot: screenshot.name)
def test_it_is_taken_of_any_city(browser: Browser, address: str, screenshot: Screenshot, tmp_path: Path) -> None:
    with context_of(browser, viewport=screenshot.viewport) as context:
        take(screenshot, context.new_page(), address, tmp_path)
    assert (tmp_path / f"{screenshot.name}.png").stat().st_size > 10_000


def test_those_in_the_repository_are_all_there_and_light() -> None:
    sizes = {picture.stem: picture.stat().st_size for picture in FOLDER.iterdir()}
    assert set(sizes) == {screenshot.name for screenshot in SCREENSHOTS}
    assert max(sizes.values()) <= MOST_BYTES
