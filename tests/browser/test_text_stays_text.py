"""Nothing from a question, a document or a model can run script or bring markup onto the page."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

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
from tests.assistant.served import served
from tests.browser.conftest import DESKTOP, context_of
from tests.browser.test_chat import ask

SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
UNCLOSED = '<img src=x onerror="window.ran=1" '
"""Ingest drops the tags that a document has, and a browser would close this one."""
DANGEROUS = "img, script, style, svg, a, iframe, [onclick], [onerror], [style]"
PLAN = f"""# 岚江市演练计划（2025-2027年）

## 一、目标

到2025年，{SCRIPT}建成演练平台4个。{UNCLOSED}

## 附表 演练场景清单

场景名称\t建设单位\t目前进展
演练一张图\t市演练局{UNCLOSED}\t已上线{SCRIPT}
"""


WRITTEN = f"""[点我](javascript:window.ran=1) **要点**{SCRIPT}[1]。

| 年份 | 数量 |
|---|---|
| 2027 | 4个[1] |

{UNCLOSED}"""
"""What a hostile model writes: Markdown that is to be shown, and script that is not to run."""
UNCLEAN = f'<p onclick="window.ran=1"><a href="javascript:window.ran=1">点我</a>{SCRIPT}<svg onload="window.ran=1"><style>p {{}}</style></svg>[1]</p>'
"""HTML that the server never sends."""


HOST = "<!doctype html><title>市政府</title><link rel=icon href='data:,'><script type=module src='/static/widget.js'></script>"
"""A page with the widget and without a security policy."""


def says_script(*_: object, **__: Any) -> Answer:
    """A model that answers with script, in Markdown and plain."""
    return an_answer(text=WRITTEN, answered_by="model", as_of=date(2026, 11, 21))


def assert_markdown_is_shown(text: Locator) -> None:
    """Bold words, a table, a link's words and script as text."""
    expect(text.locator("strong")).to_have_text("要点")
    expect(text.locator("td")).to_have_count(2)
    expect(text).to_contain_text("点我")
    expect(text).to_contain_text("<script>window.ran=1</script>")
    expect(text).to_contain_text(UNCLOSED.strip())
    expect(text).not_to_contain_text("**")
    assert text.locator(DANGEROUS).count() == 0


def unclean(stream: str) -> str:
    """The events of an answer with UNCLEAN as its HTML."""
    head, done = stream.split("event: done\ndata: ")
    return f"{head}event: done\ndata: {json.dumps(json.loads(done) | {'html': UNCLEAN})}\n\n"


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


@pytest.mark.parametrize(
    "path",
    ["units", "unit?name={unit}", "targets", "scenarios", "conflicts", "documents", "document?id={id}", "targets?words=<img src=x>"],
)
def test_script_in_documents_is_shown_and_not_run_on_the_pages_to_look_things_up(page: Page, hostile: dict[str, str], path: str) -> None:
    (document,) = page.request.get(f"{hostile['documents']}/api/documents").json()["documents"]
    units = page.request.get(f"{hostile['documents']}/api/units").json()["items"]
    unit = next(unit for unit in units if "<img" in unit["name"])
    page.goto(f"{hostile['documents']}/{path.format(id=document['id'], unit=quote(unit['name']))}")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    if path in {"units", "unit?name={unit}", "scenarios", "document?id={id}"}:
        expect(page.locator("main")).to_contain_text("<img")
    assert page.locator("main img, main script").count() == 0
    assert page.evaluate("window.ran") is None


def test_script_in_the_answer_of_a_model_is_shown_and_not_run(page: Page, hostile: dict[str, str]) -> None:
    page.goto(hostile["model"])
    ask(page, "甲？")
    assert_markdown_is_shown(page.locator(".answer-text"))
    expect(page.locator(".answer-text").get_by_role("button", name="[1] 查看出处")).to_have_count(2)
    page.reload()
    assert_markdown_is_shown(page.locator(".answer-text"))
    assert page.evaluate("window.ran") is None


def test_the_answer_of_a_model_is_copied_without_signs_of_markdown(page: Page, hostile: dict[str, str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(hostile["model"])
    ask(page, "甲？")
    page.get_by_role("button", name="复制答案和出处").click()
    expect(page.locator(".actions").first).to_contain_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"点我 要点{SCRIPT}[1]。\n年份\t数量\n2027\t4个[1]\n")


def test_html_that_no_server_of_ours_sends_is_not_run_without_a_policy_either(browser: Browser, hostile: dict[str, str]) -> None:
    with context_of(browser, viewport=DESKTOP, bypass_csp=True) as context:
        page = context.new_page()
        page.route("**/api/ask/stream", lambda route: route.fulfill(content_type="text/event-stream", body=unclean(route.fetch().text())))
        page.goto(hostile["model"])
        ask(page, "甲？")
        expect(page.locator(".answer-text")).to_contain_text("点我")
        assert page.locator(".answer-text").locator(DANGEROUS).count() == 0
        page.locator(".answer-text p").first.click()
        assert page.evaluate("window.ran") is None


def test_the_widget_shows_the_markdown_of_a_model_and_runs_nothing(page: Page, hostile: dict[str, str]) -> None:
    page.route("**/host", lambda route: route.fulfill(content_type="text/html", body=HOST))
    page.goto(f"{hostile['model']}/host")
    page.get_by_role("button", name="政策问答").click()
    page.get_by_label("您的问题").fill("甲？")
    page.get_by_role("button", name="提问").click()
    assert_markdown_is_shown(page.locator("city-assistant .answer .text"))
    assert page.evaluate("window.ran") is None


def test_the_page_takes_no_script_but_its_own(page: Page, hostile: dict[str, str]) -> None:
    policy = page.goto(hostile["documents"]).headers["content-security-policy"]  # type: ignore[union-attr]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
