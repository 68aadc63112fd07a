"""The pages to look things up in a browser: they load, narrow, sort, lead to the proving words, and save what they show."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from tests.assistant.exports.workbook import read_workbook
from tests.assistant.served import served
from tests.browser.conftest import DESKTOP, PHONE, context_of
from tests.browser.test_look import serious_violations

UNIT = f"unit?name={quote('市港航局')}"
LISTS = ("units", "targets", "scenarios", "conflicts", "documents")
NARROW = {"width": 360, "height": 740}


def show(page: Page, address: str, path: str) -> None:
    """Open a page of the explorer; returns when its list is there."""
    page.goto(f"{address}/{path}")
    settled(page)


def settled(page: Page) -> None:
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)


def rows(page: Page) -> list[str]:
    """The first cell of every row of the table."""
    return [text.strip() for text in page.locator(".data-table tbody th").all_inner_texts()]


def document_path(page: Page, address: str, word: str) -> str:
    """The path of the page of the document whose title holds `word`."""
    documents = page.request.get(f"{address}/api/documents").json()["documents"]
    return f"document?id={next(document['id'] for document in documents if word in document['title'])}"


@pytest.mark.parametrize("name", LISTS)
def test_each_list_says_how_many_there_are_and_shows_them(page: Page, address: str, name: str) -> None:
    show(page, address, name)
    body = page.request.get(f"{address}/api/{name}").json()
    items = body.get("items", body.get("documents"))
    expect(page.locator(".count")).to_have_text(f"共 {len(items)} 条")
    expect(page.locator(".data-table tbody tr, .conflict")).to_have_count(len(items))
    expect(page.locator(f".site-nav a[href='{name}']")).to_have_attribute("aria-current", "page")


def test_a_link_with_filters_and_order_shows_the_same_to_everyone(page: Page, address: str, browser: Browser) -> None:
    show(page, address, "targets")
    page.get_by_label("年份").fill("2026")
    page.get_by_label("关键词").fill("智慧港口 总体目标")
    page.get_by_role("button", name="筛选", exact=True).click()
    settled(page)
    page.get_by_role("button", name="目标值").click()
    expect(page.locator("[aria-sort=ascending]")).to_have_text(re.compile("目标值"))
    expect(page.get_by_role("button", name="目标值")).to_be_focused()
    page.get_by_role("button", name="目标值").click()
    expect(page.locator("[aria-sort=descending]")).to_have_count(1)
    found = rows(page)
    assert len(found) > 2
    assert parse_qs(urlsplit(page.url).query) == {
        "year": ["2026"],
        "words": ["智慧港口 总体目标"],
        "sort": ["amount"],
        "order": ["desc"],
    }
    with context_of(browser, viewport=DESKTOP) as context:
        other = context.new_page()
        other.goto(page.url)
        settled(other)
        assert rows(other) == found
        expect(other.get_by_label("年份")).to_have_value("2026")


def test_filters_keep_the_order_and_the_order_keeps_the_filters(page: Page, address: str) -> None:
    show(page, address, "scenarios?sort=name&order=desc")
    page.get_by_label("关键词").fill("岚江")
    page.get_by_role("button", name="筛选", exact=True).click()
    expect(page).to_have_url(re.compile("words=.*sort=name&order=desc"))
    settled(page)
    page.get_by_role("button", name="期限").click()
    expect(page).to_have_url(re.compile("words=.*sort=starts"))


def test_back_and_forward_go_through_what_was_looked_for(page: Page, address: str) -> None:
    show(page, address, "scenarios")
    every = rows(page)
    page.get_by_label("建设单位").fill("公安局")
    page.keyboard.press("Enter")
    expect(page.locator(".data-table tbody tr")).to_have_count(1)
    page.go_back()
    expect(page.locator(".data-table tbody tr")).to_have_count(len(every))
    expect(page.get_by_label("建设单位")).to_have_value("")
    page.go_forward()
    expect(page.locator(".data-table tbody tr")).to_have_count(1)


def test_a_slow_list_never_takes_the_place_of_a_later_one(page: Page, address: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/api/scenarios.*words=slow"), hold)
    page.clock.install()
    show(page, address, "scenarios")
    every = rows(page)
    page.clock.pause_at(datetime.now() + timedelta(hours=1))
    page.get_by_label("关键词").fill("slow")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("words=slow"))
    page.get_by_label("关键词").fill("")
    page.keyboard.press("Enter")
    settled(page)
    page.clock.run_for(1000)
    assert rows(page) == every
    with page.expect_response(re.compile("words=slow")):
        held[0].continue_()
    page.clock.run_for(1000)
    assert rows(page) == every


def test_pages_of_a_long_list_lead_to_each_other(page: Page, address: str) -> None:
    def short(route: object) -> None:
        address = route.request.url  # type: ignore[attr-defined]
        route.continue_(url=f"{address}&limit=3")  # type: ignore[attr-defined]

    page.route(re.compile(r"/api/targets\?"), short)
    show(page, address, "targets")
    first = rows(page)
    expect(page.locator(".count")).to_contain_text("当前第 1–3 条")
    page.get_by_role("link", name="下一页").click()
    expect(page.locator(".count")).to_contain_text("当前第 4–6 条")
    expect(page.locator(".count")).to_be_focused()
    assert "offset=3" in page.url
    assert rows(page) != first
    page.get_by_role("link", name="上一页").click()
    expect(page.locator(".count")).to_contain_text("当前第 1–3 条")
    assert rows(page) == first


@pytest.mark.parametrize(
    "path", ["targets?year=2026&sort=amount&order=desc", "scenarios?words=养老", "documents?year=2026", "units?sort=name"]
)
def test_files_have_the_rows_that_are_shown(page: Page, address: str, path: str) -> None:
    show(page, address, path)
    shown = [text.split("\n")[0] for text in rows(page)]
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 CSV").click()
    content = download.value.path().read_text("utf-8-sig")
    table = list(csv.reader(io.StringIO(content, newline="")))
    column = table[0].index({"targets": "指标", "scenarios": "名称", "documents": "文件", "units": "单位"}[path.partition("?")[0]])
    assert [row[column].removeprefix("'") for row in table[1:]] == shown
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 Excel").click()
    book = read_workbook(download.value.path().read_bytes())
    assert [row[column] for row in book.rows[1:]] == shown


@pytest.mark.parametrize("path", ["targets?owner=市生态环境局", "scenarios?words=床位", "conflicts", UNIT])
def test_every_source_opens_the_words_that_prove_it(page: Page, address: str, path: str) -> None:
    show(page, address, path)
    links = page.locator("main a.source-link")
    for href in dict.fromkeys(links.nth(index).get_attribute("href") for index in range(min(links.count(), 4))):
        place = {name: values[0] for name, values in parse_qs(urlsplit(str(href)).query).items()}
        text = page.request.get(f"{address}/api/documents/{place['id']}/text").json()["text"]
        proving = text[int(place["start"]) : int(place["end"])]
        page.goto(f"{address}/{href}")
        expect(page.locator("mark").first).to_be_in_viewport()
        expect(page.locator("mark").first).to_be_focused()
        marked = "".join(page.locator("mark").all_inner_texts())
        assert re.sub(r"\s+", "", marked) == re.sub(r"\s+", "", proving) != ""


def test_a_link_to_another_version_of_a_document_marks_nothing(page: Page, address: str) -> None:
    show(page, address, f"{document_path(page, address, '智慧港口')}&start=10&end=20&version=other")
    expect(page.locator("main .notice")).to_contain_text("文件已经更新")
    expect(page.locator("mark")).to_have_count(0)


@pytest.mark.parametrize("wrong", ["start=5", "start=abc", "start=abc&end=9", "start=9&end=5"])
def test_a_link_with_half_a_place_marks_nothing_and_claims_no_change(page: Page, address: str, wrong: str) -> None:
    show(page, address, f"{document_path(page, address, '智慧港口')}&{wrong}")
    expect(page.locator("main .document")).to_be_visible()
    expect(page.locator("main .notice")).to_have_count(0)
    expect(page.locator("mark")).to_have_count(0)


def test_a_department_shows_its_tasks_targets_and_scenarios(page: Page, address: str) -> None:
    show(page, address, UNIT)
    expect(page.locator("h1")).to_have_text("市港航局")
    expect(page.get_by_role("heading", name="牵头或负责（1）")).to_be_visible()
    expect(page.get_by_role("heading", name="配合参与（1）")).to_be_visible()
    show(page, address, f"unit?name={quote('岚江海事局')}")
    expect(page.get_by_role("heading", name=re.compile("另处列明"))).to_be_visible()
    expect(page.locator(".role-inherited").first).to_have_text("另处列明")
    page.get_by_role("link", name="列入该单位的原文").first.click()
    expect(page.locator("mark").first).to_contain_text("岚江海事局")


def test_the_charts_of_a_department_have_its_own_figures_only(page: Page, address: str) -> None:
    units = page.request.get(f"{address}/api/units?sort=targets&order=desc").json()["items"]
    name = units[0]["name"]
    documents = page.request.get(f"{address}/api/units/{quote(name)}").json()["documents"]
    own = next(target for document in documents for target in document["targets"])
    figure = {**own, "value": "5", "amount": 5, "unit": "个", "comparator": "equal"}
    others = {**figure, "id": "target:of-others", "year": 2027}
    points = [{**figure, "year": 2025}, {**figure, "year": 2026}, others]
    series = [{**own, "subject": "共有", "points": points}, {**own, "subject": "别家", "points": points[1:]}]
    page.route(re.compile("/api/targets/series"), lambda route: route.fulfill(json={"items": series, "total": len(series)}))
    show(page, address, f"unit?name={quote(name)}")
    expect(page.get_by_role("img")).to_have_count(1)
    expect(page.get_by_role("img")).to_have_attribute("aria-label", "共有：2025 5个，2026 5个")


def test_series_are_charts_with_their_words(page: Page, address: str) -> None:
    show(page, address, "targets?words=自动化泊位")
    chart = page.get_by_role("img")
    expect(chart).to_have_attribute("aria-label", re.compile(r"2025 4个，2026 7个，2027 11个"))
    expect(page.locator(".series rect")).to_have_count(3)


def test_each_figure_of_a_chart_leads_to_its_words(page: Page, address: str) -> None:
    series = page.request.get(f"{address}/api/targets/series?limit=4").json()["items"]
    apart = [each for each in series if len({(point["start"], point["end"]) for point in each["points"]}) == len(each["points"])]
    assert apart
    show(page, address, "targets")
    links = page.locator(".series").nth(series.index(apart[0])).locator(".source-figures a")
    expect(links).to_have_count(len(apart[0]["points"]))
    for index, point in enumerate(apart[0]["points"]):
        expect(links.nth(index)).to_contain_text(f"{point['year']} ")
        place = parse_qs(urlsplit(str(links.nth(index).get_attribute("href"))).query)
        assert (place["start"], place["end"]) == ([str(point["start"])], [str(point["end"])])


def test_a_document_has_its_facts_contents_and_text(page: Page, address: str) -> None:
    show(page, address, document_path(page, address, "智慧养老"))
    expect(page.locator(".facts")).to_contain_text("实施期已结束")
    page.locator(".contents").get_by_role("link", name="（一）搭建数据共享平台").click()
    expect(page.locator(".document").get_by_role("heading", name="（一）搭建数据共享平台")).to_be_in_viewport()
    assert "#at-" in page.url
    page.reload()
    expect(page.locator(".document").get_by_role("heading", name="（一）搭建数据共享平台")).to_be_in_viewport()


def test_what_is_not_there_says_so_and_leads_on(page: Page, address: str) -> None:
    show(page, address, "targets?words=火星移民")
    expect(page.locator(".nothing")).to_contain_text("没有符合条件的内容")
    page.locator(".nothing").get_by_role("link", name="清除条件").click()
    expect(page.locator(".data-table")).to_be_visible()
    assert urlsplit(page.url).query == ""


@pytest.mark.parametrize("name", ["conflicts", "documents"])
def test_a_list_without_an_order_is_shown_whatever_its_link_says_of_one(page: Page, address: str, name: str) -> None:
    show(page, address, f"{name}?sort=name&order=desc{'&offset=0' if name == 'documents' else ''}")
    expect(page.locator(".data-table tbody tr, .conflict")).not_to_have_count(0)


def test_a_wrong_filter_can_be_cleared_where_it_is_told(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/targets?year=x")
    page.locator(".failure").get_by_role("link", name="清除条件").click()
    expect(page.locator(".data-table")).to_be_visible()
    assert urlsplit(page.url).query == ""
    context.close()


def test_a_page_past_the_end_says_so_and_leads_to_the_first(page: Page, address: str) -> None:
    show(page, address, "targets?year=2026&offset=900")
    expect(page.locator(".nothing")).to_contain_text("列表没有这么长")
    page.get_by_role("link", name="第一页").click()
    expect(page.locator(".data-table")).to_be_visible()
    assert urlsplit(page.url).query == "year=2026"


@pytest.mark.parametrize(
    ("path", "said"), [("unit?name=火星局", "没有找到"), ("document?id=nosuch", "没有找到"), ("targets?year=x", "条件有误")]
)
def test_a_wrong_link_is_told_in_words(browser: Browser, address: str, path: str, said: str) -> None:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{path}")
    expect(page.get_by_role("alert")).to_contain_text(said)
    context.close()


def test_a_failure_can_be_tried_again(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    page.route(re.compile("/api/scenarios"), lambda route: route.abort())
    page.goto(f"{address}/scenarios")
    expect(page.get_by_role("alert")).to_contain_text("连接不上服务")
    page.unroute_all()
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".data-table")).to_be_visible()
    context.close()


def test_a_document_looked_for_stays_so_without_its_title(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    document = document_path(page, address, "智慧养老").partition("=")[2]
    page.goto(f"{address}/targets?document_id={document}")
    expect(page.get_by_label("文件", exact=True).locator("option:checked")).to_contain_text("智慧养老")
    page.route(re.compile(r"/api/documents\?"), lambda route: route.abort())
    page.reload()
    expect(page.get_by_label("文件", exact=True)).to_have_value(document)
    page.get_by_label("年份").fill("2026")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"document_id={document}"))
    context.close()


def test_more_charts_that_failed_come_when_tried_again(browser: Browser, address: str) -> None:
    total = 4 + 2
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    series = page.request.get(f"{address}/api/targets/series").json()["items"]

    def many(route: Route) -> None:
        later = "offset" in route.request.url
        route.fulfill(json={"items": [series[0]] * (2 if later else 4), "total": total})

    page.route(re.compile("/api/targets/series"), many)
    show(page, address, "targets")
    page.route(re.compile("/api/targets/series"), lambda route: route.abort(), times=2)
    page.get_by_role("button", name="显示其余 2 项").click()
    page.locator(".charts .failure").get_by_role("button", name="重试").click()
    expect(page.locator(".charts .failure")).to_have_count(1)
    page.locator(".charts .failure").get_by_role("button", name="重试").click()
    expect(page.locator(".series")).to_have_count(total)
    expect(page.locator(".charts .failure")).to_have_count(0)
    context.close()


def test_everything_is_reached_by_keyboard(page: Page, address: str) -> None:
    show(page, address, "scenarios")
    page.keyboard.press("Tab")
    expect(page.get_by_text("跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("关键词")).to_be_focused()
    page.keyboard.type("养老")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("words="))
    settled(page)
    first = page.locator("main a.source-link").first
    for _ in range(30):
        if first.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_focused()


def test_the_pages_speak_english_when_they_are_switched(page: Page, address: str) -> None:
    show(page, address, "targets")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Targets")
    expect(page).to_have_title("Targets · City Policy Answers")
    expect(page.get_by_role("button", name="Indicator")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Export CSV").click()
    assert "subject" in download.value.path().read_text("utf-8-sig").splitlines()[0]
    page.get_by_role("link", name="Scenarios", exact=True).click()
    expect(page.locator("h1")).to_have_text("Scenarios")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_serious_on_any_page(browser: Browser, address: str, scheme: str, viewport: dict[str, int]) -> None:
    with context_of(browser, viewport=viewport, color_scheme=scheme) as context:
        page = context.new_page()
        document = document_path(page, address, "智慧养老")
        for path in (*LISTS, UNIT, f"{document}&start=0&end=20", "targets?words=火星移民"):
            show(page, address, path)
            assert serious_violations(page) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_english_or_on_a_page_that_is_not_there(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    show(page, address, "targets")
    page.get_by_role("button", name="English").click()
    for path in ("targets", UNIT, "unit?name=x", "document?id=x", "targets?year=x"):
        page.goto(f"{address}/{path}")
        expect(page.locator("main h1")).to_be_visible()
        expect(page.locator("[aria-busy]")).to_have_count(0)
        assert serious_violations(page) == [], path
    context.close()


def test_every_table_leads_to_its_files(page: Page, address: str) -> None:
    for path in (*LISTS, UNIT):
        show(page, address, path)
        tables = page.locator("main section:has(.data-table)") if path == UNIT else page.locator("main .results")
        assert tables.count() > 0
        links = page.locator("main .exports a[download]")
        assert links.count() == 2 * tables.count(), path
        for index in range(links.count()):
            file = page.request.get(f"{address}/{links.nth(index).get_attribute('href')}")
            assert file.ok
            assert len(file.body()) > 50


def test_a_narrow_phone_shows_nothing_wider_than_its_screen(browser: Browser, address: str) -> None:
    with context_of(browser, viewport=NARROW, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        for path in (*LISTS, UNIT, document_path(page, address, "智慧养老")):
            show(page, address, path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.fixture(scope="module")
def below(city_settings: AssistantSettings) -> Iterator[str]:
    """The address of a server that is published under a path."""
    database = f"sqlite:///{city_settings.data_dir}/below.db"
    settings = city_settings.model_copy(update={"root_path": "/assistant", "app_database_url": database})
    with open_session(settings) as session, served(create_app(session)) as address:
        yield f"{address}/assistant"


def test_the_pages_work_under_a_path(page: Page, below: str) -> None:
    show(page, below, "targets")
    page.get_by_role("link", name="场景", exact=True).click()
    settled(page)
    assert page.url == f"{below}/scenarios"
    page.locator("main a.source-link").first.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    page.get_by_role("link", name="提问").click()
    expect(page.get_by_label("您的问题")).to_be_visible()
    assert page.url == f"{below}/"


def test_a_page_is_printed_as_tables_dark_on_white_without_controls(browser: Browser, address: str) -> None:
    with context_of(browser, viewport={"width": 680, "height": 960}, color_scheme="dark") as context:
        page = context.new_page()
        show(page, address, "scenarios")
        page.emulate_media(media="print")
        expect(page.locator(".filters")).to_be_hidden()
        expect(page.locator(".site-nav")).to_be_hidden()
        assert page.locator(".data-table td").first.evaluate("node => getComputedStyle(node).display") == "table-cell"
        ground, ink = page.locator(".table-frame").first.evaluate(
            "node => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]"
        )
        assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(23, 33, 43)")
