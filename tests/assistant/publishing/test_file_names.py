"""An uploaded name is reduced to what every file system and terminal takes."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.publishing.file_names import LONGEST, safe_file_name
from corpus.errors import PublishingError


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("规划.pdf", "规划.pdf"),
        ("../../etc/passwd.md", "passwd.md"),
        ("C:\\文件\\规划.docx", "规划.docx"),
        ("/规划.md", "规划.md"),
        ("规\n划\x00\x1b[31m.md", "规划[31m.md"),
        ("规划\u202egpj.md", "规划gpj.md"),
        ("  规划 .md ", "规划.md"),
        (".隐藏.md", "隐藏.md"),
        ("~$规划.docx", "$规划.docx"),
        ("con.md", "_con.md"),
        ("COM1.pdf", "_COM1.pdf"),
        ('a<b>:"|?*.md', "a_b______.md"),
        (unicodedata.normalize("NFD", "Möwe.md"), "Möwe.md"),
    ],
)
def test_what_is_left_of_a_name(given_name: str, name: str) -> None:
    assert safe_file_name(given_name) == name


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a/", "\x00", "README.md", "manifest.toml", "\u202e"])
def test_a_name_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(PublishingError, match="cannot be called"):
        safe_file_name(name)


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    name = safe_file_name("规" * 300 + ".pdf")
    assert name.endswith("规.pdf")
    assert len(name.encode()) <= LONGEST


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_a_safe_name_is_safe_whatever_was_given(text: str) -> None:
    try:
        name = safe_file_name(text)
    except PublishingError:
        return
    assert not set(name) & set('/\\\0<>:"|?*')
    assert not name.startswith((".", "~"))
    assert len(name.encode()) <= LONGEST + 1
    assert safe_file_name(name) == name
