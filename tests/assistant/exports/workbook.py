"""Reads a workbook back as a spreadsheet program would find it, without the library that wrote it."""

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Value = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Workbook:
    """The one sheet: rows of values (numbers as float), column widths, the cell that panes freeze at, the range of the filter, and formulas."""

    rows: list[list[Value]]
    widths: list[float]
    frozen_at: str | None
    filtered: str | None
    formulas: int


def read_workbook(content: bytes) -> Workbook:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        texts: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            texts = ["".join(part.text or "" for part in item.iter(f"{_MAIN}t")) for item in shared.iter(f"{_MAIN}si")]
    pane, filtered = sheet.find(f".//{_MAIN}pane"), sheet.find(f"{_MAIN}autoFilter")
    return Workbook(
        [_row(row, texts) for row in sheet.iter(f"{_MAIN}row")],
        [float(column.get("width", 0)) for column in sheet.iter(f"{_MAIN}col")],
        None if pane is None else pane.get("topLeftCell"),
        None if filtered is None else filtered.get("ref"),
        len(list(sheet.iter(f"{_MAIN}f"))),
    )


def _row(row: ElementTree.Element, texts: list[str]) -> list[Value]:
    values: list[Value] = []
    for cell in row.iter(f"{_MAIN}c"):
        column = 0
        for letter in re.sub(r"\d", "", cell.get("r", "")):
            column = column * 26 + ord(letter) - 64
        values += [None] * (column - 1 - len(values)) + [_value(cell, texts)]
    return values


def _value(cell: ElementTree.Element, texts: list[str]) -> Value:
    value = cell.find(f"{_MAIN}v")
    if value is None or value.text is None:
        return None
    if cell.get("t") == "s":
        return texts[int(value.text)]
    return value.text == "1" if cell.get("t") == "b" else float(value.text)
