"""The chat page in a browser: ask, read the stream, open a source, go on, be refused, say what was wrong."""

import re

from playwright.sync_api import Page, expect

from assistant.session import Session
from assistant.store.feedback import read_feedback

OWNER = "智慧港口行动计划里，搭建数据共享平台由哪些单位负责？"
CELL = "银龄呼叫一键达的建设单位是谁？"


def ask(page: Page, question: str) -> None:
    """Type `question` and send it; returns when its answer is whole."""
    answers = page.locator(".answer").count()
    page.get_by_label("您的问题").fill(question)
    page.get_by_role("button", name="提问", exact=True).click()
    expect(page.locator(".answer")).to_have_count(answers + 1)


def marked_text(page: Page) -> str:
    """The characters highlighted in the document beside the answer, without white space."""
    return re.sub(r"\s+", "", "".join(page.locator("#document-panel mark").all_inner_texts()))


def test_a_prose_source_opens_with_its_quote_highlighted(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, OWNER)
    answer = page.locator(".answer").last
    expect(answer.locator(".answer-text")).to_contain_text("市港航局")
    quote = answer.locator(".source .quote").first.inner_text()
    answer.locator(".source-open").first.click()
    expect(page.locator("#document-panel mark").first).to_be_in_viewport()
    assert marked_text(page) == re.sub(r"\s+", "", quote)


def test_a_source_has_an_address_of_its_own_from_which_the_way_back_leads_to_the_conversation(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, OWNER)
    page.locator(".marker").first.click()
    expect(page.locator("#document-panel mark").first).to_be_in_viewport()
    quoted = marked_text(page)
    page.get_by_role("link", name="单独打开此文件").click()
    expect(page.locator(".paper mark").first).to_be_in_viewport()
    assert re.sub(r"\s+", "", "".join(page.locator(".paper mark").all_inner_texts())) == quoted
    page.go_back()
    expect(page.locator(".answer")).to_have_count(1)


def test_a_table_cell_is_highlighted_in_its_row(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, CELL)
    answer = page.locator(".answer").last
    expect(answer.locator(".answer-text")).to_contain_text("市民政局")
    answer.locator(".marker").first.click()
    mark = page.locator("#document-panel mark").first
    expect(mark).to_be_in_viewport()
    assert marked_text(page) == "市民政局"
    assert mark.locator("xpath=ancestor::tr").inner_text().startswith("银龄呼叫一键达")


def test_a_reader_says_what_was_wrong_and_it_is_stored_with_the_answer(page: Page, address: str, session: Session) -> None:
    page.goto(address)
    ask(page, OWNER)
    conversation_id = page.evaluate("sessionStorage.getItem('city-assistant.conversation')")
    page.get_by_role("button", name="没帮助").click()
    page.get_by_label("数字或内容有误").check()
    page.get_by_label("补充说明").fill("少了一家单位")
    page.get_by_role("button", name="提交").click()
    expect(page.locator(".feedback")).to_contain_text("谢谢")
    (turn,) = session.conversations.conversation(conversation_id).turns
    (entry,) = read_feedback(session.database, turn.answer.answer_id)
    assert (entry.rating, entry.fault, entry.comment) == ("down", "wrong_figure", "少了一家单位")
    assert turn.answer.citations


def test_a_follow_up_goes_on_with_its_conversation_also_after_a_reload(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "智慧港口行动计划里，2025年要建成多少个自动化泊位？")
    page.reload()
    expect(page.locator(".answer")).to_have_count(1)
    ask(page, "那2026年呢？")
    expect(page.locator(".answer-text").last).to_contain_text("7个")


def test_a_refusal_says_why_and_names_the_contact(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "岚江市明年的房价会是多少？")
    answer = page.locator(".answer").last
    expect(answer.locator(".badge")).to_have_text("文件中没有找到")
    expect(answer.locator(".badge-reason")).not_to_be_empty()
    expect(answer).to_contain_text("0571-3300")
