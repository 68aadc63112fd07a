"""How long a reader of the shipped corpus waits for the first words of an answer, from the click to the text on the page."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Page

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from corpus.settings import CorpusSettings
from eval.case import read_suite
from tests.assistant.served import served

FIRST_WORDS_WITHIN_MS = 300
QUESTIONS = 20
WAIT = """() => new Promise((resolve) => {
    const box = document.getElementById("conversation");
    const turns = box.querySelectorAll(".answer-text").length;
    const begun = performance.now();
    new MutationObserver((_, observer) => {
        if (box.querySelectorAll(".answer-text").length === turns) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - begun));
    }).observe(box, { childList: true, subtree: true });
    document.querySelector("#composer [type=submit]").click();
})"""
"""Sends the question that is typed; resolves to the milliseconds until its first words are drawn."""


@pytest.fixture
def shipped(ingested: tuple[CorpusSettings, Path], tmp_path: Path) -> Iterator[str]:
    """The address of a server of the shipped corpus, as `serve` begins it."""
    settings = AssistantSettings.load(data_dir=ingested[1], app_database_url=f"sqlite:///{tmp_path}/app.db", _env_file=None)
    with open_session(settings) as session:
        session.warm_up()
        with served(create_app(session)) as address:
            yield address


def test_the_first_words_of_twenty_questions_come_within_300_ms(page: Page, shipped: str, capsys: pytest.CaptureFixture[str]) -> None:
    cases = [case for case in read_suite([Path("dev")]).cases if len(case.turns) == 1]
    waits = []
    page.goto(shipped)
    page.wait_for_load_state("networkidle")
    for case in cases[:: len(cases) // QUESTIONS][:QUESTIONS]:
        page.get_by_role("button", name="新对话").click()
        page.get_by_label("您的问题").fill(case.turns[0])
        waits.append(page.evaluate(WAIT))
    with capsys.disabled():
        print(f"\nfirst words of {len(waits)} questions: first {waits[0]:.0f}, median {median(waits):.0f}, longest {max(waits):.0f} ms")
    assert len(waits) == QUESTIONS
    assert median(waits) < FIRST_WORDS_WITHIN_MS, waits
