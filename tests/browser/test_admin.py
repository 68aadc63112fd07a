"""Staff at work in a browser: from a key to a document that is answered from, and back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assistant.access.caller import KeyRole
from assistant.access.keys import Keys
from assistant.api.application import create_app
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from ingest.pipeline import ingest_corpus
from tests.assistant.api.fact_city import FILES
from tests.assistant.corpus_fixture import write_documents
from tests.assistant.served import served
from tests.browser.conftest import DESKTOP, PHONE, context_of
from tests.browser.test_chat import ask
from tests.browser.test_look import serious_violations

PUBLISHED_MS = 90_000
PAGES = ("admin", "admin-ingests", "admin-corrections", "admin-questions", "admin-audit")
SAVING = "# 岚江市节水行动方案（2026-2028年）\n\n## 一、目标\n\n到2026年，推广节水龙头{figure}个，其中学校30个。\n\n## 二、任务\n\n### （一）改造管网\n\n改造老旧管网。\n\n（责任单位：市水务局）\n"
EVIDENCE = "其中学校30个"
SELECT = """(node, words) => {
  const text = node.lastChild;
  getSelection().setBaseAndExtent(text, text.data.indexOf(words), text, text.data.indexOf(words) + words.length);
}"""
"""Selects the words in a paragraph whose last part holds them, as a person does with the mouse."""
QUESTION = "岚江市2026年推广节水龙头多少个？"


@dataclass(frozen=True, slots=True)
class Site:
    """A server of a city of its own, which these tests change, and a folder for files to hand in."""

    address: str
    session: Session
    folder: Path

    def key(self, role: KeyRole, name: str = "李") -> str:
        """A new key."""
        return Keys(self.session.database).make(name, role).text

    def file(self, name: str, text: str) -> str:
        """The path of a file to hand in."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server that the tests of this module share."""
    folder = tmp_path_factory.mktemp("office")
    write_documents(folder / "corpus", FILES)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", max_upload_mb=1, _env_file=None)
    ingest_corpus(settings)
    (folder / "files").mkdir()
    with open_session(settings) as session, served(create_app(session)) as address:
        yield Site(address, session, folder / "files")


@pytest.fixture
def staff(browser: Browser, office: Site) -> Iterator[Page]:
    """A page of somebody of the role staff, signed in."""
    with context_of(browser, viewport=DESKTOP) as context:
        yield signed_in(context, office, "staff")


def signed_in(context: BrowserContext, office: Site, role: KeyRole, name: str = "李") -> Page:
    """A page on which somebody has signed in."""
    page = context.new_page()
    page.goto(f"{office.address}/admin")
    page.get_by_label("密钥").fill(office.key(role, name))
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("heading", name="全部文件")).to_be_visible()
    expect(page.locator(".data-table").last).to_be_visible()
    return page


def hand_in(page: Page, office: Site, name: str, text: str) -> None:
    """Hand a file in and open its preview."""
    page.goto(f"{office.address}/admin")
    page.get_by_label("上传文件").last.set_input_files(office.file(name, text))
    page.get_by_role("link", name=name).click()
    expect(page.locator(".facts-view").first).to_be_visible(timeout=30_000)


def published(page: Page) -> None:
    """Wait until the publication that was begun has ended well."""
    expect(page.locator(".following .badge").first).to_have_text("已完成", timeout=PUBLISHED_MS)


def confirm(page: Page, name: str) -> None:
    """Choose the button `name` of the question; what the page tells of the publication before is taken away, so as not to be taken for the next."""
    page.evaluate("document.querySelector('.following')?.remove()")
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def row(page: Page, name: str) -> str:
    """The words of a file's row in the list of all files."""
    return page.locator("tbody tr").filter(has_text=name).last.inner_text()


def answered(browser: Browser, office: Site, question: str) -> str:
    """What somebody without a key is answered in the chat."""
    with context_of(browser, viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(office.address)
        ask(page, question)
        return page.locator(".answer").last.inner_text()


def test_nothing_is_shown_without_a_key_that_counts(browser: Browser, office: Site) -> None:
    context = browser.new_context(locale="zh-CN", viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{office.address}/admin")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_label("密钥")).to_be_focused()
    page.keyboard.type("cak_0123456789ab_wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("密钥无效")
    page.get_by_label("密钥").fill(office.key("reader"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("您的角色不能做这件事")
    page.get_by_label("密钥").fill(office.key("staff"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="文件管理")).to_be_visible()
    expect(page.get_by_role("link", name="操作日志")).to_be_hidden()
    page.get_by_role("button", name="退出登录（李）").click()
    expect(page.get_by_label("密钥")).to_be_visible()
    context.close()


def test_a_document_is_handed_in_looked_through_published_replaced_and_withdrawn(browser: Browser, staff: Page, office: Site) -> None:
    hand_in(staff, office, "节水方案.md", SAVING.format(figure=100))
    expect(staff.get_by_role("heading", name="岚江市节水行动方案").first).to_be_visible()
    staff.get_by_role("button", name="推广节水龙头").click()
    expect(staff.locator("mark")).to_have_text(re.compile("推广节水龙头100个"))
    assert "100个" not in answered(browser, office, QUESTION)
    staff.get_by_role("button", name="发布这份草稿").click()
    published(staff)
    expect(staff.locator(".report")).to_contain_text(re.compile("目标 2.*责任 1"))
    assert "100个" in answered(browser, office, QUESTION)

    hand_in(staff, office, "节水方案（修订）.md", SAVING.format(figure=250))
    expect(staff.get_by_text("这可能是以下文件的新版本")).to_be_visible()
    staff.get_by_role("button", name="替换它").click()
    expect(staff.locator(".facts dd").filter(has_text="节水方案.md")).to_be_visible()
    expect(staff.locator(".facts-view")).to_be_visible(timeout=30_000)
    staff.get_by_role("button", name="发布这份草稿").click()
    published(staff)
    expect(staff.locator(".changes")).to_contain_text("推广节水龙头100个")
    expect(staff.locator(".changes")).to_contain_text("推广节水龙头250个")
    expect(staff.locator(".report")).to_contain_text("受影响的历史回答（1）")
    assert "250个" in answered(browser, office, QUESTION)

    staff.goto(f"{office.address}/admin")
    assert "已撤回" in row(staff, "节水方案.md")
    line = staff.locator("tbody tr").filter(has_text="节水方案（修订）.md")
    line.get_by_role("button", name="撤回").click()
    dialog = staff.get_by_role("dialog")
    expect(dialog).to_contain_text("任何人都不能再查到")
    dialog.get_by_role("button", name="取消").click()
    assert "已发布" in row(staff, "节水方案（修订）.md")
    line.get_by_role("button", name="撤回").click()
    dialog.get_by_label("原因").fill("试行")
    confirm(staff, "撤回")
    published(staff)
    assert "250个" not in answered(browser, office, QUESTION)
    assert "100个" not in answered(browser, office, QUESTION)
    line.get_by_role("button", name="恢复").click()
    confirm(staff, "恢复")
    published(staff)
    assert "250个" in answered(browser, office, QUESTION)


def test_an_internal_document_is_seen_by_staff_alone_and_marked(browser: Browser, staff: Page, office: Site) -> None:
    text = SAVING.replace("节水", "值守").replace("龙头", "岗亭").format(figure=77)
    hand_in(staff, office, "值守方案.md", text)
    staff.locator("details.about > summary").click()
    staff.get_by_label("可见范围").select_option(label="内部")
    staff.get_by_role("button", name="保存元数据").click()
    expect(staff.get_by_text("已保存")).to_be_visible()
    staff.get_by_role("button", name="发布这份草稿").click()
    published(staff)
    question = "岚江市2026年推广值守岗亭多少个？"
    assert "77" not in answered(browser, office, question)
    with context_of(browser, viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(f"{office.address}/documents")
        expect(page.locator(".count")).to_be_visible()
        assert "值守" not in page.locator("main").inner_text()
        expect(page.locator(".signed-in")).to_have_count(0)
    staff.goto(office.address)
    expect(staff.locator(".signed-in")).to_contain_text("包含内部文件")
    ask(staff, question)
    expect(staff.locator(".answer").last).to_contain_text("77个")
    expect(staff.locator(".source .badge").first).to_have_text("内部文件")
    staff.goto(f"{office.address}/documents")
    expect(staff.locator("tbody tr").filter(has_text="值守").locator(".badge").first).to_have_text("内部文件")


def test_a_wrong_fact_is_corrected_by_two_people_and_then_answered(browser: Browser, staff: Page, office: Site) -> None:
    question = "岚江市2026年推广滴灌龙头多少个？"
    hand_in(staff, office, "滴灌方案.md", SAVING.replace("节水", "滴灌").format(figure=400))
    staff.get_by_role("button", name="发布这份草稿").click()
    published(staff)
    staff.locator(".report a").first.click()
    staff.get_by_role("button", name="更正").first.click()
    form = staff.locator(".correction-form")
    form.get_by_label("数值").fill("30")
    form.get_by_label("说明").fill("学校的数字")
    staff.locator(".paper p").filter(has_text=EVIDENCE).evaluate(SELECT, EVIDENCE)
    form.get_by_role("button", name="用选中的文字").click()
    expect(form.get_by_label("依据的原文")).to_have_value(EVIDENCE)
    form.get_by_role("button", name="提交更正").click()
    expect(staff.locator(".kept").filter(has_text="等待管理员审核")).to_be_visible()
    staff.goto(f"{office.address}/admin-corrections")
    expect(staff.locator(".correction")).to_contain_text("学校的数字")
    expect(staff.get_by_role("button", name="批准")).to_have_count(0)
    with context_of(browser, viewport=DESKTOP) as context:
        admin = signed_in(context, office, "admin", "张")
        admin.goto(f"{office.address}/admin-corrections")
        admin.get_by_role("button", name="批准").click()
        confirm(admin, "批准")
        published(admin)
        expect(admin.locator(".correction .badge").first).to_have_text("已批准")
        admin.goto(f"{office.address}/admin-audit")
        expect(admin.locator("tbody tr").first).to_be_visible()
    assert "30个" in answered(browser, office, question)
    with context_of(browser, viewport=DESKTOP) as context:
        page = context.new_page()
        page.goto(f"{office.address}/targets?words=滴灌")
        expect(page.locator(".data-table .figure").first).to_have_text("30个")
        assert "400个" not in page.locator(".data-table .figure").all_inner_texts()


def test_going_back_is_for_admins_and_asks_first(browser: Browser, office: Site) -> None:
    with context_of(browser, viewport=DESKTOP) as context:
        page = signed_in(context, office, "admin")
        page.goto(f"{office.address}/admin-ingests")
        expect(page.get_by_text("正在使用")).to_be_visible()
        page.get_by_role("button", name="发布已作的决定").click()
        published(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_serious_and_nothing_is_wider_than_the_screen(
    browser: Browser, office: Site, scheme: str, viewport: dict[str, int]
) -> None:
    with context_of(browser, viewport=viewport, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{office.address}/admin")
        expect(page.get_by_label("密钥")).to_be_visible()
        assert serious_violations(page) == []
        page = signed_in(context, office, "admin")
        for name in PAGES:
            page.goto(f"{office.address}/{name}")
            expect(page.locator("main h1")).to_be_visible()
            expect(page.locator("[aria-busy]")).to_have_count(0)
            assert serious_violations(page) == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        page.goto(f"{office.address}/admin")
        page.locator(".file-document a").first.click()
        page.locator("details.about > summary").click()
        page.get_by_role("button", name="更正").first.click()
        assert serious_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("button", name="Propose")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.goto(f"{office.address}/admin")
        page.get_by_role("button", name="Withdraw").first.click()
        assert serious_violations(page) == []


def test_on_a_phone_a_fact_that_is_chosen_brings_its_words_into_view(browser: Browser, office: Site) -> None:
    with context_of(browser, viewport=PHONE, has_touch=True, is_mobile=True) as context:
        page = signed_in(context, office, "staff")
        page.locator(".file-document a").first.tap()
        page.locator(".fact-choice:visible").last.tap()
        expect(page.locator("mark").first).to_be_in_viewport()


def test_a_file_that_is_too_large_or_cannot_be_read_says_so(browser: Browser, staff: Page, office: Site) -> None:
    staff.get_by_label("上传文件").last.set_input_files(office.file("大.md", "字" * 400_000))
    expect(staff.locator(".uploads")).to_contain_text("超过 1 MiB")
    context = browser.new_context(locale="zh-CN", viewport=DESKTOP)
    page = signed_in(context, office, "staff")
    page.get_by_label("上传文件").last.set_input_files(office.file("坏.pdf", "%PDF-1.7 broken"))
    page.get_by_role("link", name="坏.pdf").click()
    expect(page.locator(".failure")).to_contain_text("坏.pdf", timeout=30_000)
    page.get_by_role("button", name="丢弃草稿").click()
    page.get_by_role("dialog").get_by_role("button", name="丢弃草稿").click()
    expect(page.get_by_role("heading", name="全部文件")).to_be_visible()
    expect(page.get_by_role("link", name="坏.pdf")).to_have_count(0)
    context.close()
