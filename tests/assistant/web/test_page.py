"""The pages keep to their content security policy, work under any path, stay light and say everything in both languages.

What the modules compute is tested by the *.test.mjs files beside this one, with `node --test`.
"""

import os
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from assistant.answer import NoticeKind, Reason, Status
from assistant.api.pages import ADMIN_PAGES, EXPLORER_PAGES

WEB = Path(str(files("assistant.web")))
HEAVIEST_BYTES = 150_000
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
SERVED = sorted(path for path in WEB.rglob("*") if path.suffix in {".html", ".js", ".css", ".svg"})
MODULES = {path.relative_to(WEB).as_posix(): path.read_text("utf-8") for path in SERVED if path.suffix == ".js"}
PAGE_MODULES = {name: source for name, source in MODULES.items() if name not in {"language.js"} and not name.endswith("strings.js")} | {
    "widget-strings.js": MODULES["widget-strings.js"]
}
EXPLORER_MODULES = {name: source for name, source in PAGE_MODULES.items() if name.startswith("explorer/")}
ADMIN_MODULES = {name: source for name, source in PAGE_MODULES.items() if name.startswith("admin/")}
SHARED_MODULES = {name: source for name, source in PAGE_MODULES.items() if name not in {*EXPLORER_MODULES, *ADMIN_MODULES}}
ENTRANCES = {"chat.js", "widget.js", "explorer/explorer.js", "admin/admin.js"}
HTML = {name: (WEB / name).read_text("utf-8") for name in ("index.html", "explorer.html", "admin.html")}


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text inside script and style elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inline: list[str] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in {"script", "style"} and data.strip():
            self.inline.append(data)

    def values(self, *names: str) -> list[str]:
        """The values of the attributes so named, in order."""
        return [attributes[name] for _, attributes in self.elements for name in names if name in attributes]


PAGES = {name: Elements(html) for name, html in HTML.items()}


def values(*names: str) -> list[str]:
    """The values of the attributes so named on all pages."""
    return [value for page in PAGES.values() for value in page.values(*names)]


def imports_of(module: str) -> set[str]:
    """The modules that a module names, by their paths."""
    named = re.findall(r"from \"(.+?)\"", MODULES[module])
    return {os.path.normpath(f"{os.path.dirname(module)}/{name}").lstrip("/") for name in named}


def parts_of(page: str) -> list[str]:
    """The modules of which a page loads one when it is there, by what its address says; "" for a page that loads all it has at once."""
    found = [name for module in loaded_by(page) & set(MODULES) for name in re.findall(r"import\(\"(.+?)\"\)", MODULES[module])]
    return [f"admin/{name.removeprefix('./')}" for name in found] or [""]


def loaded_by(page: str, part: str = "") -> set[str]:
    """The paths of all files that a browser loads for a page, and for a part of it."""
    loaded = {
        page,
        *filter(None, [part]),
        *(address.removeprefix("static/") for address in PAGES[page].values("href", "src") if address.startswith("static/")),
    }
    while further := {name for module in loaded & set(MODULES) for name in imports_of(module)} - loaded:
        loaded |= further
    return loaded


def strings_of(language: str, module: str = "strings.js") -> dict[str, str]:
    """The strings of one language, read from `module`: one `key: "text",` a line."""
    block = re.search(rf"^  {language}: \{{\n(.*?)^  \}},$", MODULES[module], re.MULTILINE | re.DOTALL)
    assert block is not None
    lines = block.group(1).splitlines()
    pairs = [re.fullmatch(r'    (\w+): "(.+)",', line) for line in lines]
    assert all(pairs), [line for line, pair in zip(lines, pairs, strict=True) if pair is None]
    return {pair.group(1): pair.group(2) for pair in pairs if pair is not None}


def keys_asked_for(modules: Mapping[str, str], page: str) -> set[str]:
    """The keys that a page and modules name where a string is shown."""
    shapes = (
        r'phrase\("(\w+)"',
        r'button\("(\w+)"',
        r'\bsay\w*: "(\w+)"',
        r'\bsay\([^"\n]*?, "(\w+)"',
        r'"((?:status|reason|notice)[A-Z]\w*)"',
        r'\w+: "(\w+Failure|stopped)"',
    )
    asked = {key for source in modules.values() for shape in shapes for key in re.findall(shape, source)}
    return asked | set(PAGES[page].values("data-say", "data-say-label", "data-say-placeholder"))


@pytest.mark.parametrize("page", HTML)
def test_a_whole_page_weighs_less_than_150_kb(page: str) -> None:
    for part in parts_of(page):
        loaded = loaded_by(page, part)
        assert {"strings.js", "base.css", "icon.svg"} <= loaded
        assert sum((WEB / name).stat().st_size for name in loaded) < HEAVIEST_BYTES, part


def test_the_chat_page_loads_nothing_of_the_others() -> None:
    assert {name for name in loaded_by("index.html") if name.startswith(("explorer", "widget", "admin"))} == set()


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_script_or_style_is_inline(page: Elements) -> None:
    assert page.inline == []
    assert [tag for tag, _ in page.elements if tag == "style"] == []
    assert all("src" in attributes for tag, attributes in page.elements if tag == "script")
    assert [name for _, attributes in page.elements for name in attributes if name == "style" or name.startswith("on")] == []


def test_the_pages_lead_to_each_other_by_the_same_links() -> None:
    links = [
        [
            attributes["href"]
            for tag, attributes in page.elements
            if tag == "a" and "data-say" in attributes and "nav" in attributes["data-say"]
        ]
        for page in (PAGES["index.html"], PAGES["explorer.html"])
    ]
    assert links[0] == links[1] == ["./", "units", "targets", "scenarios", "conflicts", "documents"]
    assert set(links[0][1:]) <= set(EXPLORER_PAGES)


def test_no_module_writes_markup_or_runs_text_as_code() -> None:
    """But for the one that reads the HTML of an answer to build it anew."""
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\.srcdoc"
    forbidden = re.compile(rf"{markup}|\beval\(|new Function|[\"'`]style[\"'`]")
    assert {name: forbidden.findall(source) for name, source in MODULES.items() if forbidden.search(source)} == {
        "answer-html.js": ["DOMParser"]
    }


def test_no_address_leaves_the_server_or_starts_at_its_root() -> None:
    for path in SERVED:
        text = path.read_text("utf-8").replace(SVG_NAMESPACE, "")
        assert re.findall(r"\w+://|[\"'`(]//", text) == [], path.name
        assert re.findall(r"[\"'`(]/(?:api|static)\b", text) == [], path.name
    addresses = values("href", "src", "action")
    assert addresses
    assert [
        address for address in addresses if not re.match(r"static/|#|\./$", address) and address not in EXPLORER_PAGES + ADMIN_PAGES
    ] == []
    for path in SERVED:
        assert path.suffix != ".css" or re.findall(r"@import|url\(", path.read_text("utf-8")) == [], path.name


def test_every_file_the_page_loads_is_there() -> None:
    imported = {name for module in MODULES for name in imports_of(module)} | set(filter(None, parts_of("admin.html")))
    assert {name for page in PAGES for name in loaded_by(page) | imported if not (WEB / name).is_file()} == set()
    assert set(MODULES) == imported | ENTRANCES


def test_the_widget_says_everything_in_both_languages() -> None:
    chinese, english = strings_of("zh", "widget-strings.js"), strings_of("en", "widget-strings.js")
    assert set(chinese) == set(english)
    assert {key for key in chinese if f'"{key}"' not in MODULES["widget.js"]} == {"partial", "not_found", "out_of_scope", "clarify"}
    assert set(re.findall(r'#say\("(\w+)"', MODULES["widget.js"])) <= set(chinese)
    assert {"partial", "not_found", "out_of_scope", "clarify"} == set(get_args(Status)) - {"answered"}


def test_every_element_a_module_names_by_id_is_on_the_page() -> None:
    named = {name for source in MODULES.values() for name in re.findall(r"(?:byId|getElementById)\(\"(.+?)\"\)", source)}
    assert named
    assert named <= set(values("id"))


@pytest.mark.parametrize("module", ["strings.js", "explorer/strings.js", "admin/strings.js"])
def test_every_string_exists_in_both_languages_with_the_same_variables(module: str) -> None:
    chinese, english = strings_of("zh", module), strings_of("en", module)
    assert len(chinese) > 20
    assert set(chinese) == set(english)
    variables = re.compile(r"\{(\w+)\}")
    assert {key for key in chinese if set(variables.findall(chinese[key])) != set(variables.findall(english[key]))} == set()


def test_the_page_asks_for_no_string_that_is_missing_and_keeps_none_it_does_not_use() -> None:
    chat, explorer, admin = (set(strings_of("zh", module)) for module in ("strings.js", "explorer/strings.js", "admin/strings.js"))
    assert chat & explorer == chat & admin == explorer & admin == set()
    assert keys_asked_for(SHARED_MODULES, "index.html") - chat == set()
    assert keys_asked_for(EXPLORER_MODULES, "explorer.html") - chat - explorer == set()
    assert keys_asked_for(ADMIN_MODULES, "admin.html") - chat - explorer - admin == set()
    shared, own = HTML["index.html"] + "".join(SHARED_MODULES.values()), HTML["explorer.html"] + "".join(EXPLORER_MODULES.values())
    assert {key for key in chat if f'"{key}"' not in shared} == set()
    assert {key for key in explorer if f'"{key}"' not in own} == set()
    assert {key for key in admin if f'"{key}"' not in HTML["admin.html"] + "".join(ADMIN_MODULES.values())} == set()


def test_every_status_reason_and_notice_of_an_answer_has_words() -> None:
    for table, kinds in (("STATUS", Status), ("REASON", Reason), ("NOTICE", NoticeKind)):
        block = re.search(rf"const {table} = \{{(.*?)\}};", MODULES["answer.js"], re.DOTALL)
        assert block is not None
        assert set(re.findall(r"(\w+):", block.group(1))) == set(get_args(kinds)), table
