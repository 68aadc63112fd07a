"""Answers in the words of a language model, from a server of models to the page: what comes when, what never comes, and what a failure leaves."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from tests.browser.conftest import DESKTOP, context_of, served
from tests.browser.test_chat import ask, marked_text
from tests.browser.test_look import serious_violations
from tests.browser.worded_replies import Breaking, WaitsMidway, says, worded
from tests.scripted_model import ChatRequest, Fails, Reply, Says, ScriptedModel
from tests.scripted_model.clients import eventually

NAME = "test-model-8b"
OPEN, OPEN_IN_ENGLISH = "数据共享平台汇聚哪些数据？", "How does the port plan trace cold chain goods?"
SUMMARY = "请概括《岚江市智慧养老行动计划（2022-2024年）》的主要内容"
UNKNOWN, REWORDED = "太空电梯由哪个部门建设？", "智慧港口计划里，搭建数据共享平台由哪些部门负责？"
EXTRACT = "汇聚船舶、货物、闸口数据，搭建统一的数据共享平台，为港区调度提供支撑"
FIRST, SECOND = "平台汇聚船舶、货物、闸口数据", "智慧养老计划的平台归集老年人健康、补贴、床位数据"
TWO = f"{FIRST}<<船舶、货物>>。{SECOND}<<归集老年人>>。"
"""What a model says, as `worded` reads it."""
LIST = (
    "到2024年，**建成社区食堂36家**<<36家>>。\n\n- 搭建统一的数据共享平台<<统一的数据共享平台>>。\n"
    "- 为失能老人家庭加装扶手、防滑垫和呼叫器<<防滑垫>>。\n- 为独居老人安排陪诊员，代办挂号、取药和缴费<<陪诊员>>。"
)
INVENTED = "9137"
HOST = "<!doctype html><title>市政府</title><link rel=icon href='data:,'><script type=module src='/static/widget.js'></script>"
WATCH = """(within) => {
    const box = document.querySelector(within).shadowRoot ?? document.querySelector(within);
    window.seen = [];
    new MutationObserver(() => window.seen.push(box.textContent)).observe(box, { childList: true, subtree: true, characterData: true });
}"""
"""Keeps in `seen` what stood on the page after every change."""
NARROW = {"width": 360, "height": 740}


Serving = Callable[..., AbstractContextManager[tuple[str, ScriptedModel]]]


@pytest.fixture
def serving(city_settings: AssistantSettings, tmp_path: Path) -> Serving:
    """Serves the city with a model that gives these replies: the address, and the model."""

    @contextmanager
    def serve(*replies: Reply | Callable[[ChatRequest], Reply]) -> Iterator[tuple[str, ScriptedModel]]:
        with ScriptedModel(*replies) as model:
            own = {"llm_base_url": model.base_url, "llm_model": NAME, "app_database_url": f"sqlite:///{tmp_path}/app.db"}
            with open_session(city_settings.model_copy(update=own)) as session, served(create_app(session)) as address:
                yield address, model

    return serve


def send(page: Page, question: str) -> None:
    """Type `question` and send it, without waiting for its answer."""
    page.get_by_label("您的问题").fill(question)
    page.get_by_role("button", name="提问", exact=True).click()


def open_widget(page: Page, address: str) -> None:
    page.route("**/host", lambda route: route.fulfill(content_type="text/html", body=HOST))
    page.goto(f"{address}/host")
    page.get_by_role("button", name="政策问答").click()


def seen(page: Page) -> list[str]:
    """What stood on the page at any time since it is watched."""
    kept: list[str] = page.evaluate("window.seen")
    assert kept
    return kept


def assert_one_gave_way_to_the_other(texts: list[str], first: str, then: str) -> None:
    assert any(first in text for text in texts)
    assert [text for text in texts if first in text and then in text] == []
    assert max(text.count(then) for text in texts) == 1


def test_a_sentence_is_on_the_page_while_the_model_writes_the_next(page: Page, serving: Serving) -> None:
    go_on = Event()

    def reply(request: ChatRequest) -> Reply:
        first, mark, rest = worded(request, TWO).partition("。")
        return WaitsMidway(first + mark, rest, go_on)

    with serving(reply) as (address, _):
        page.goto(address)
        send(page, OPEN)
        expect(page.locator(".arriving")).to_have_text(f"{FIRST}[1]。")
        expect(page.locator(".waiting")).to_be_visible()
        go_on.set()
        answer = page.locator(".answer")
        expect(answer.locator(".answer-text")).to_have_text(f"{FIRST}[1]。{SECOND}[2]。")
        expect(answer.locator(".badges")).to_have_text(f"依据原文回答由语言模型 {NAME} 起草，每句都已与原文核对")
        markers = answer.locator(".answer-text .marker")
        expect(markers).to_have_count(2)
        for place in range(2):
            markers.nth(place).click()
            expect(page.locator(".source[aria-current] .source-number")).to_have_text(f"[{place + 1}]")
            expect(page.locator("#document-panel mark").first).to_be_in_viewport()
            quote = answer.locator(".source .quote").nth(place).inner_text()
            assert marked_text(page) == re.sub(r"\s+", "", quote)


def test_a_reply_that_breaks_off_gives_way_to_the_extract(page: Page, serving: Serving) -> None:
    breaking = Breaking(f"{FIRST}<<船舶、货物>>。")
    with serving(breaking) as (address, _):
        page.goto(address)
        page.evaluate(WATCH, "#conversation")
        send(page, OPEN)
        expect(page.locator(".arriving")).to_have_text(f"{FIRST}[1]。")
        breaking.go_on.set()
        expect(page.locator(".answer-text")).to_have_text(f"{EXTRACT}[1]。")
        expect(page.locator(".notice-model")).to_contain_text("语言模型的回复中途断开")
        expect(page.locator(".answer")).not_to_contain_text(NAME)
        assert_one_gave_way_to_the_other(seen(page), f"{FIRST}[1]。", f"{EXTRACT}[1]。")


def test_a_reply_that_breaks_off_gives_way_to_the_extract_in_english(page: Page, serving: Serving) -> None:
    breaking = Breaking("Imported cold chain goods are given electronic tags<<电子标签>>. ")
    with serving(breaking) as (address, _):
        page.goto(address)
        page.get_by_role("button", name="English").click()
        page.evaluate(WATCH, "#conversation")
        page.get_by_label("Your question").fill(OPEN_IN_ENGLISH)
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.locator(".arriving")).to_contain_text("electronic tags")
        breaking.go_on.set()
        expect(page.locator(".answer .answer-text")).to_contain_text("为进口冷链货物赋予电子标签")
        notice = page.locator(".notice-model")
        expect(notice).to_contain_text("Without the language model")
        expect(notice).to_contain_text("The language model's reply broke off")
        assert_one_gave_way_to_the_other(
            seen(page), "Imported cold chain goods are given electronic tags[1].", "实现从卸船到出库的全程追溯[1]."
        )


def test_a_reply_that_breaks_off_gives_way_to_the_extract_in_the_widget(page: Page, serving: Serving) -> None:
    breaking = Breaking(f"{FIRST}<<船舶、货物>>。")
    with serving(breaking) as (address, _):
        open_widget(page, address)
        page.evaluate(WATCH, "city-assistant")
        send(page, OPEN)
        expect(page.locator(".answer .text")).to_have_text(f"{FIRST}[1]。")
        breaking.go_on.set()
        expect(page.locator(".sources")).to_be_visible()
        expect(page.locator(".answer .text")).to_have_text(f"{EXTRACT}[1]。")
        expect(page.locator(".answer .notice")).to_contain_text("语言模型的回复中途断开")
        assert_one_gave_way_to_the_other(seen(page), f"{FIRST}[1]。", f"{EXTRACT}[1]。")


def test_an_invented_figure_is_on_the_page_at_no_moment(page: Page, serving: Serving) -> None:
    lie = f"平台接入{INVENTED}套系统，汇聚船舶、货物、闸口数据<<船舶、货物>>。"
    with serving(says(f"{SECOND}<<归集老年人>>。{lie}")) as (address, model):
        page.goto(address)
        page.evaluate(WATCH, "body")
        ask(page, OPEN)
        expect(page.locator(".answer-text")).to_contain_text(SECOND)
        expect(page.locator(".answer-text")).to_contain_text(EXTRACT)
        assert [text for text in seen(page) if INVENTED in text] == []
        assert len(model.requests) == 1
        page.reload()
        expect(page.locator(".answer-text")).to_contain_text(SECOND)
        assert INVENTED not in page.content()


def test_a_list_is_a_list_whose_items_lead_to_their_sources(page: Page, serving: Serving) -> None:
    with serving(says(LIST)) as (address, _):
        page.goto(address)
        ask(page, SUMMARY)
        items = page.locator(".answer-text li")
        expect(items).to_have_count(3)
        for place in range(3):
            expect(items.nth(place).locator(".marker")).to_have_count(1)
        expect(page.locator(".answer-text")).not_to_contain_text("*")
        expect(page.locator(".answer-text")).not_to_contain_text("- ")
        items.last.locator(".marker").click()
        expect(page.locator("#document-panel mark").first).to_be_in_viewport()
        assert "陪诊员" in marked_text(page)


def test_a_question_asked_in_other_words_is_shown_beside_its_answer(page: Page, serving: Serving) -> None:
    with serving(Says(REWORDED)) as (address, _):
        page.goto(address)
        ask(page, UNKNOWN)
        expect(page.locator(".answer-text")).to_contain_text("市港航局")
        notice = page.locator(".notice-reworded")
        expect(notice.locator(".notice-heading")).to_have_text("换个说法查询")
        expect(notice).to_contain_text(f"“{REWORDED}”")
        expect(page.locator(".question-text")).to_have_text(UNKNOWN)


def test_a_refusal_does_not_say_that_it_is_taken_from_the_documents(page: Page, serving: Serving) -> None:
    with serving(Fails(503)) as (address, _):
        page.goto(address)
        ask(page, UNKNOWN)
        expect(page.locator(".badge")).to_have_text("文件中没有找到")
        expect(page.locator(".notice-model")).to_contain_text("语言模型出现故障")
        expect(page.locator(".notice-model")).not_to_contain_text("摘自")


def test_stopping_ends_the_model_s_reply_and_leaves_the_page_usable(page: Page, serving: Serving) -> None:

    def reply(request: ChatRequest) -> Reply:
        return Says(worded(request, TWO + f"{SECOND}<<归集老年人>>。" * 20), pieces=4, pause=0.2)

    with serving(reply, says(TWO)) as (address, model):
        page.goto(address)
        send(page, OPEN)
        expect(page.locator(".arriving")).to_contain_text(FIRST)
        page.get_by_role("button", name="停止").click()
        expect(page.locator(".failure")).to_contain_text("已停止")
        assert eventually(lambda: model.abandoned == 1)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".answer-text")).to_have_text(f"{FIRST}[1]。{SECOND}[2]。")
        expect(page.locator(".turn")).to_have_count(1)


def test_what_a_reader_takes_away_names_the_model(page: Page, browser: Browser, serving: Serving) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with serving(says(TWO)) as (address, _):
        page.goto(address)
        ask(page, OPEN)
        page.get_by_role("button", name="复制答案和出处").click()
        expect(page.locator(".actions").first).to_contain_text("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"{FIRST}[1]。{SECOND}[2]。\n\n")
        assert NAME in copied
        page.get_by_role("button", name="复制链接").click()
        expect(page.locator(".actions").first).to_contain_text("已复制")
        link = page.evaluate("navigator.clipboard.readText()")
        file = page.request.get(f"{address}/{page.locator('#save-docx').get_attribute('href')}").body()
        lines = [paragraph.text for paragraph in Document(io.BytesIO(file)).paragraphs]
        assert f"{FIRST}[1]。{SECOND}[2]。" in lines
        assert any(NAME in line for line in lines)
        with context_of(browser, viewport=DESKTOP) as context:
            other = context.new_page()
            other.goto(link)
            expect(other.locator(".question-text")).to_have_text(OPEN)
            expect(other.locator(".answer-text")).to_have_text(f"{FIRST}[1]。{SECOND}[2]。")
            expect(other.locator(".answer")).to_contain_text(NAME)


def test_the_widget_names_the_model_and_says_what_models_do(page: Page, serving: Serving) -> None:
    with serving(says(LIST)) as (address, _):
        open_widget(page, address)
        expect(page.locator(".foot")).to_contain_text("部分由语言模型起草")
        send(page, SUMMARY)
        expect(page.locator(".answer li").first).to_be_visible()
        expect(page.locator(".answer > .about").first).to_have_text(f"由语言模型 {NAME} 起草，每句都已与原文核对")
        page.reload()
        page.get_by_role("button", name="政策问答").click()
        expect(page.locator(".answer > .about").first).to_contain_text(NAME)


def test_a_narrow_phone_shows_nothing_wider_than_its_screen(browser: Browser, serving: Serving) -> None:
    with serving(says(LIST), Fails(500)) as (address, _), context_of(browser, viewport=NARROW, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(address)
        ask(page, SUMMARY)
        ask(page, OPEN)
        expect(page.locator(".notice-model")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, serving: Serving, scheme: str) -> None:
    with serving(says(LIST), Fails(500)) as (address, _), context_of(browser, viewport=DESKTOP, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address)
        ask(page, SUMMARY)
        assert serious_violations(page) == []
        ask(page, OPEN)
        expect(page.locator(".notice-model")).to_be_visible()
        assert serious_violations(page) == []
