"""Broken data files are answered with the file, the line and what to do."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from corpus.errors import ManifestError
from corpus.toml_file import line_of, parse_toml, read_toml


class _Item(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    year: int = 0


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    items: tuple[_Item, ...] = ()
    heading: str = ""


def test_a_missing_file_reads_as_an_empty_one(tmp_path: Path) -> None:
    assert read_toml(tmp_path / "none.toml", _File) == _File()


def test_a_file_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'\xef\xbb\xbf[[items]]\r\nname = "a"\r\n')
    assert read_toml(tmp_path / "a.toml", _File).items[0].name == "a"


def test_text_in_another_encoding_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes('heading = "沈阳"'.encode("gb18030"))
    with pytest.raises(ManifestError, match=r"a\.toml is not UTF-8 text.*save it as UTF-8"):
        read_toml(tmp_path / "a.toml", _File)


def test_broken_toml_names_the_line() -> None:
    with pytest.raises(ManifestError, match=r"a\.toml is not valid TOML.*line 2"):
        parse_toml('heading = "x"\nitems = 甲\n', _File, "a.toml")


def test_an_unknown_field_is_named_with_its_line() -> None:
    with pytest.raises(ManifestError, match=r"line 5: items\.2\.nmae: unknown field"):
        parse_toml('[[items]]\nname = "a"\n[[items]]\nname = "b"\nnmae = "c"\n', _File, "a.toml")


def test_a_missing_field_is_named_with_the_line_of_its_entry() -> None:
    with pytest.raises(ManifestError, match=r"line 3: items\.2\.name: this field is required"):
        parse_toml('[[items]]\nname = "a"\n[[items]]\nyear = 1\n', _File, "a.toml")


def test_several_problems_are_reported_at_once() -> None:
    with pytest.raises(ManifestError) as raised:
        parse_toml('[[items]]\nname = 1\nyear = "x"\n', _File, "a.toml")
    assert "line 2: items.1.name" in str(raised.value)
    assert "line 3: items.1.year" in str(raised.value)


@pytest.mark.parametrize(
    ("location", "line"),
    [
        ((), None),
        (("heading",), 1),
        (("items",), 2),
        (("items", 1), 4),
        (("items", 1, "parts", 0), 6),
        (("items", 1, "parts", 1, "name"), 9),
    ],
)
def test_a_location_leads_to_its_line(location: tuple[int | str, ...], line: int | None) -> None:
    text = 'heading = "x"\n[[items]]\nname = "a"\n[[items]]\nname = "b"\n[[items.parts]]\nname = "c"\n[[items.parts]]\nname = "d"\n'
    if location == ("items",):
        assert line_of('heading = "x"\nitems = 3\n', location) == line
    else:
        assert line_of(text, location) == line
