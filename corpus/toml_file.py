"""Data files that people write: TOML, checked against a schema, with errors that name the file and the line."""

import re
import tomllib
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import ManifestError

Schema = TypeVar("Schema", bound=BaseModel)
Location = Sequence[int | str]


def read_toml(path: Path, schema: type[Schema]) -> Schema:
    """Read the file at `path` as `schema`; a file that is not there reads as an empty one.

    Raises ManifestError naming the file, the line where it can be told, and what to do.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    return parse_toml(text, schema, str(path))


def parse_toml(text: str, schema: type[Schema], name: str) -> Schema:
    """Read `text` as `schema`; `name` stands for the file in messages. Raises ManifestError as `read_toml` does."""
    try:
        return schema.model_validate(tomllib.loads(text.replace("\r\n", "\n")))
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(
            f"{name} is not valid TOML: {error}. Correct it there; texts stand in double quotes and lists in square brackets."
        ) from error
    except ValidationError as error:
        raise ManifestError(_describe(error, text, name)) from error


def line_of(text: str, location: Location) -> int | None:
    """The line (from 1) of the entry or key that `location` leads to, as far as it can be followed; None for the file as a whole."""
    lines = text.splitlines()
    found, position, table = None, 0, ""
    for step, following in zip_longest(location, location[1:]):
        if isinstance(step, int):
            pattern, count = rf"\s*\[\[\s*{re.escape(table)}\s*\]\]", step + 1
        else:
            table = f"{table}.{step}".lstrip(".")
            pattern, count = rf"\s*(\[\s*\"?{re.escape(table)}\"?\s*\]|\"?{re.escape(step)}\"?\s*=)", 1
            if isinstance(following, int) and re.search(rf"^\s*\[\[\s*{re.escape(table)}\s*\]\]", text, re.M):
                continue
        hits = [number for number, line in enumerate(lines[position:], start=position) if re.match(pattern, line)]
        if len(hits) < count:
            break
        found = position = hits[count - 1]
    return None if found is None else found + 1


def _describe(error: ValidationError, text: str, name: str) -> str:
    problems = []
    for detail in error.errors(include_url=False):
        line = line_of(text, detail["loc"])
        field = ".".join(str(step + 1) if isinstance(step, int) else step for step in detail["loc"])
        problems.append(": ".join(filter(None, (f"line {line}" if line else "", field, _advice(detail["type"], detail["msg"])))))
    return f"{name} cannot be used. " + "; ".join(problems)


def _advice(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "unknown field; remove it or correct its spelling"
    if kind == "missing":
        return "this field is required; add it"
    return message.removeprefix("Value error, ")
