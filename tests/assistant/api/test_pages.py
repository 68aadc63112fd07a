"""The chat page and its files are served, under any path, and nothing else of the package."""

import re

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.api.pages import EXPLORER_PAGES
from assistant.session import Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.stand_ins import Answerer, Generations


def test_page_and_the_files_it_names_are_served(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    for file in re.findall(r'(?:src|href)="(static/[^"]+)"', page.text):
        assert client.get(f"/{file}").status_code == 200, file


@pytest.mark.parametrize("name", EXPLORER_PAGES)
def test_pages_to_look_things_up_are_served_with_their_files(client: TestClient, name: str) -> None:
    page = client.get(f"/{name}?year=2025")
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
    assert page.headers["content-type"].startswith("text/html")
    for file in re.findall(r'(?:src|href)="(static/[^"]+)"', page.text):
        assert client.get(f"/{file}").status_code == 200, file


def test_scripts_come_as_scripts(client: TestClient) -> None:
    assert "javascript" in client.get("/static/chat.js").headers["content-type"]


def test_every_response_keeps_pages_to_their_own_origin(client: TestClient) -> None:
    for path in ("/", "/static/chat.js", "/healthz", "/nothing"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["__init__.py", "../session.py", "%2e%2e/session.py", "__pycache__/", ""])
def test_nothing_else_of_the_package_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code == 404


@pytest.mark.parametrize("published", ["", "/assistant"], ids=["prefix taken off by the proxy", "prefix left on by the proxy"])
def test_everything_works_under_a_sub_path(generations: Generations, answerer: Answerer, published: str) -> None:
    settings = AssistantSettings.load(root_path="/assistant", _env_file=None)
    session = Session(settings, generations, Database("sqlite://"), answerer)
    client = TestClient(create_app(session), raise_server_exceptions=False)
    for path in ("/", "/static/chat.js", "/healthz", "/units", "/document?id=a", "/static/explorer/explorer.js"):
        assert client.get(published + path).status_code == 200, path
    assert client.post(f"{published}/api/ask", json={"question": "甲？"}).status_code == 200
    assert client.get("/assistant", follow_redirects=False).headers.get("location", "/assistant/").endswith("/assistant/")
    session.database.close()


@pytest.mark.parametrize("root_path", ["", "/assistant"])
def test_browser_is_shown_a_page_where_there_is_nothing(generations: Generations, answerer: Answerer, root_path: str) -> None:
    settings = AssistantSettings.load(root_path=root_path, _env_file=None)
    session = Session(settings, generations, Database("sqlite://"), answerer)
    client = TestClient(create_app(session), raise_server_exceptions=False)
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    for path in ("/nosuch", "/no/such"):
        page = client.get(f"{root_path}{path}", headers=browser)
        assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert f'href="{root_path}/"' in page.text
        assert client.get(f"{root_path}{path}").json()["error"]["code"] == "not_found"
    assert client.get(f"{root_path}/api/nosuch", headers=browser).json()["error"]["code"] == "not_found"
    session.database.close()
