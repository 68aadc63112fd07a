"""The READMEs say what is true of the settings, the commands and the files."""

import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from assistant.command_line.main import COMMAND_GROUP
from assistant.settings import AssistantSettings
from eval.case import shipped_suites

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "docs/README.zh.md")


def _rows(name: str) -> dict[str, tuple[str, str]]:
    """Variable -> default and meaning, as the configuration table prints them."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {match[1]: (match[2].strip("` "), match[3]) for match in re.finditer(r"^\| `([A-Z_]+)` \|([^|]*)\| (.+) \|$", text, re.M)}


def _default(value: object) -> str:
    if isinstance(value, Path):
        return value.relative_to(ROOT).as_posix() if value.is_absolute() else value.as_posix()
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", READMES)
def test_the_configuration_table_holds_every_setting_in_order_with_its_default(name: str) -> None:
    fields = AssistantSettings.model_fields
    assert [(variable, default) for variable, (default, _) in _rows(name).items()] == [
        (setting.upper(), _default(field.default)) for setting, field in fields.items()
    ]


def test_the_english_table_says_what_the_settings_say_of_themselves() -> None:
    rows = _rows("README.md")
    assert {variable: meaning for variable, (_, meaning) in rows.items()} == {
        setting.upper(): field.description for setting, field in AssistantSettings.model_fields.items()
    }


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_listed_and_no_other(name: str) -> None:
    listed = re.findall(r"^\| `([a-z]+)(?: [^`]*)?` \|", (ROOT / name).read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(point.name for point in entry_points(group=COMMAND_GROUP))


@pytest.mark.parametrize("name", READMES)
def test_every_shipped_suite_and_every_command_of_eval_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = re.findall(r"^    city-assistant eval (\w+)", text, re.M)
    assert shown == ["dev", "report", "compare", "show"]
    assert ", ".join(shipped_suites()) in text


def _unnamed(paths: set[str]) -> set[str]:
    """`paths` without the names of what is filled in."""
    return {re.sub(r"\{\w+\}", "{}", path) for path in paths}


@pytest.mark.parametrize("name", READMES)
def test_every_resource_of_the_api_is_listed_and_no_other(name: str) -> None:
    from assistant.api.application import RESOURCES

    text = (ROOT / name).read_text(encoding="utf-8")
    served = {route.path_format for resource in RESOURCES for route in resource.router.routes if route.include_in_schema}
    named = set(re.findall(r"(?:GET|POST|PATCH|DELETE) (/[\w/{}-]+)|", text)) - {""}
    shortened = {f"/api/documents{tail}" for tail in re.findall(r"`(/\{id\}[\w/]*)`", text)}
    assert _unnamed(served) == _unnamed(named | shortened)


@pytest.mark.parametrize("name", READMES)
def test_every_file_a_readme_leads_to_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = [(ROOT / name).parent / target for target in re.findall(r"\]\(([\w./-]+)\)", text)]
    named = [ROOT / path for path in re.findall(r"`((?:assistant|corpus|docs|eval|ingest|prompts)/[\w./]*)`", text)]
    assert [path for path in linked + named if not path.exists()] == []
