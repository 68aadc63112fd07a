"""The chat page keeps to its content security policy, works under any path, stays light and says everything in both languages.

What the modules compute is tested by the *.test.mjs files beside this one, with `node --test`.
"""

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import get_args

from assistant.answer import NoticeKind, Reason, Status

WEB = Path(str(files("assistant.web")))
HEAVIEST_BYTES = 150_000
SVG_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
SERVED = sorted(path for path in WEB.iterdir() if path.suffix in {".html", ".js", ".css", ".svg"})
MODULES = {path.name: path.read_text("utf-8") for path in SERVED if path.suffix == ".js"}
PAGE_MODULES = {name: source for name, source in MODULES.items() if name not in {"strings.js", "language.js"}}
HTML = (WEB / "index.html").read_text("utf-8")


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


PAGE = Elements(HTML)


def strings_of(language: str, module: str = "strings.js") -> dict[str, str]:
    """The strings of one language, read from `module`: one `key: "text",` a line."""
    block = re.search(rf"^  {language}: \{{\n(.*?)^  \}},$", MODULES[module], re.MULTILINE | re.DOTALL)
    assert block is not None
    lines = block.group(1).splitlines()
    pairs = [re.fullmatch(r'    (\w+): "(.+)",', line) for line in lines]
    assert all(pairs), [line for line, pair in zip(lines, pairs, strict=True) if pair is None]
    return {pair.group(1): pair.group(2) for pair in pairs if pair is not None}


def keys_asked_for() -> set[str]:
    """The keys that the page and its modules name where a string is shown."""
    shapes = (
        r'phrase\("(\w+)"',
        r'button\("(\w+)"',
        r'\bsay\w*: "(\w+)"',
        r'\bsay\([^"\n]*?, "(\w+)"',
        r'"((?:status|reason|notice)[A-Z]\w*)"',
        r'\w+: "(\w+Failure|stopped)"',
    )
    asked = {key for source in PAGE_MODULES.values() for shape in shapes for key in re.findall(shape, source)}
    return asked | set(PAGE.values("data-say", "data-say-label", "data-say-placeholder"))


def test_the_whole_page_weighs_less_than_150_kb() -> None:
    assert sum(path.stat().st_size for path in SERVED) < HEAVIEST_BYTES


def test_no_script_or_style_is_inline() -> None:
    assert PAGE.inline == []
    assert [tag for tag, _ in PAGE.elements if tag == "style"] == []
    assert all("src" in attributes for tag, attributes in PAGE.elements if tag == "script")
    assert [name for _, attributes in PAGE.elements for name in attributes if name == "style" or name.startswith("on")] == []


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
    addresses = PAGE.values("href", "src", "action")
    assert addresses
    assert [address for address in addresses if not re.match(r"static/|#", address)] == []
    assert re.findall(r"@import|url\(", (WEB / "chat.css").read_text("utf-8")) == []


def test_every_file_the_page_loads_is_there() -> None:
    loaded = {address.removeprefix("static/") for address in PAGE.values("href", "src") if address.startswith("static/")}
    assert {name for name in loaded if not (WEB / name).is_file()} == set()
    imported = {address for source in MODULES.values() for address in re.findall(r"from \"(.+?)\"", source)}
    assert imported == {f"./{name}" for name in MODULES if f"./{name}" in imported}
    assert set(MODULES) == {address.removeprefix("./") for address in imported} | {"chat.js", "widget.js"}


def test_the_widget_says_everything_in_both_languages() -> None:
    chinese, english = strings_of("zh", "widget-strings.js"), strings_of("en", "widget-strings.js")
    assert set(chinese) == set(english)
    assert {key for key in chinese if f'"{key}"' not in MODULES["widget.js"]} == {"partial", "not_found", "out_of_scope", "clarify"}
    assert set(re.findall(r'#say\("(\w+)"', MODULES["widget.js"])) <= set(chinese)
    assert {"partial", "not_found", "out_of_scope", "clarify"} == set(get_args(Status)) - {"answered"}


def test_every_element_a_module_names_by_id_is_on_the_page() -> None:
    named = {name for source in MODULES.values() for name in re.findall(r"(?:byId|getElementById)\(\"(.+?)\"\)", source)}
    assert named
    assert named <= set(PAGE.values("id"))


def test_every_string_exists_in_both_languages_with_the_same_variables() -> None:
    chinese, english = strings_of("zh"), strings_of("en")
    assert len(chinese) > 20
    assert set(chinese) == set(english)
    variables = re.compile(r"\{(\w+)\}")
    assert {key for key in chinese if set(variables.findall(chinese[key])) != set(variables.findall(english[key]))} == set()


def test_the_page_asks_for_no_string_that_is_missing_and_keeps_none_it_does_not_use() -> None:
    assert keys_asked_for() - set(strings_of("zh")) == set()
    everything = HTML + "".join(PAGE_MODULES.values())
    assert {key for key in strings_of("zh") if f'"{key}"' not in everything} == set()


def test_every_status_reason_and_notice_of_an_answer_has_words() -> None:
    for table, kinds in (("STATUS", Status), ("REASON", Reason), ("NOTICE", NoticeKind)):
        block = re.search(rf"const {table} = \{{(.*?)\}};", MODULES["answer.js"], re.DOTALL)
        assert block is not None
        assert set(re.findall(r"(\w+):", block.group(1))) == set(get_args(kinds)), table
