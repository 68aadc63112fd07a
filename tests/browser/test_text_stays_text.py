"""Nothing from a question, a document or a model can run script or bring markup onto the page."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assistant.answer import Answer
from assistant.answering import answer_question
from assistant.api.application import create_app
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import write_documents
from tests.assistant.examples import an_answer
from tests.browser.conftest import served
from tests.browser.test_chat import ask

SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
UNCLOSED = '<img src=x onerror="window.ran=1" '
"""Ingest drops the tags that a document has, and a browser would close this one."""
PLAN = f"""# 岚江市演练计划（2025-2027年）

## 一、目标

到2025年，{SCRIPT}建成演练平台4个。{UNCLOSED}

## 附表 演练场景清单

场景名称\t建设单位\t目前进展
演练一张图\t市演练局{UNCLOSED}\t已上线{SCRIPT}
"""


def says_script(*_: object, **__: Any) -> Answer:
    """A model that answers with script, in Markdown and plain."""
    return an_answer(text=f"[点我](javascript:window.ran=1) **{SCRIPT}**[1]。", answered_by="model", as_of=date(2026, 11, 21))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Addresses of two servers of a city whose documents hold script: one answers from them, the other as a hostile model."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    write_documents(folder / "corpus", {"演练.md": PLAN})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, closing(Database("sqlite://")) as database:
        honest, lying = (Session(settings, generations, database, answering) for answering in (answer_question, says_script))
        with served(create_app(honest)) as one, served(create_app(lying)) as other:
            yield {"documents": one, "model": other}


def test_script_in_a_question_and_in_documents_is_shown_and_not_run(page: Page, hostile: dict[str, str]) -> None:
    page.goto(hostile["documents"])
    ask(page, f"2025年建成几个演练平台？{SCRIPT}")
    expect(page.locator(".question-text")).to_contain_text("<script>")
    ask(page, "演练一张图的建设单位是谁？")
    expect(page.locator(".answer-text").last).to_contain_text("<img")
    page.locator(".answer").last.locator(".marker").first.click()
    expect(page.locator("#document-panel mark").first).to_contain_text("<img")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="历史", exact=True).click()
    expect(page.locator(".history-question").first).to_contain_text("<script>")
    assert page.locator(".turn img, #document-panel img, .turn script, .history-list img").count() == 0
    assert page.evaluate("window.ran") is None


def test_script_in_the_answer_of_a_model_is_shown_and_not_run(page: Page, hostile: dict[str, str]) -> None:
    page.goto(hostile["model"])
    ask(page, "甲？")
    expect(page.locator(".answer-text")).to_contain_text("window.ran")
    assert page.locator(".answer img, .answer script, .answer a[href^='javascript']").count() == 0
    assert page.evaluate("window.ran") is None


def test_the_page_takes_no_script_but_its_own(page: Page, hostile: dict[str, str]) -> None:
    policy = page.goto(hostile["documents"]).headers["content-security-policy"]  # type: ignore[union-attr]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
