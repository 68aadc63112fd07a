"""The manifest corrects what the text says of a document, and says clearly what is wrong with itself."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import ManifestError
from corpus.manifest import load_manifest
from corpus.model.document import Metadata
from corpus.settings import CorpusSettings


def _settings(folder: Path, manifest: str, *files: str) -> CorpusSettings:
    for name in files:
        path = folder / "documents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一、总体要求", encoding="utf-8")
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    return CorpusSettings(corpus_dir=folder, data_dir=folder / "data")


def test_a_corpus_without_a_manifest_has_an_empty_one(tmp_path: Path) -> None:
    assert load_manifest(CorpusSettings(corpus_dir=tmp_path, data_dir=tmp_path)).documents == ()


def test_every_field_but_the_file_is_optional(tmp_path: Path) -> None:
    manifest = load_manifest(_settings(tmp_path, '[[documents]]\nfile = "a.md"\n', "a.md"))
    assert manifest.correct("a.md", [Metadata(title="甲")]) == (Metadata(title="甲"),)


def test_what_the_manifest_gives_replaces_what_the_text_says_and_nothing_else(tmp_path: Path) -> None:
    text = '[[documents]]\nfile = "a.md"\nsigned_on = 2024-08-19\nperiod = [2024, 2026]\nkind = "notice"\n'
    corrected = load_manifest(_settings(tmp_path, text, "a.md")).correct("a.md", [Metadata(title="甲", issuer="乙局", kind="other")])
    assert corrected == (Metadata(title="甲", issuer="乙局", kind="notice", signed_on=date(2024, 8, 19), period=(2024, 2026)),)


def test_of_a_file_with_several_documents_region_visibility_and_source_hold_for_all(tmp_path: Path) -> None:
    text = '[[documents]]\nfile = "a.md"\ntitle = "通知"\nissuer = "办公室"\nregion = "某市"\nvisibility = "internal"\nsource = "网页"\n'
    first, second = load_manifest(_settings(tmp_path, text, "a.md")).correct(
        "a.md", [Metadata(title="甲"), Metadata(title="乙", issuer="乙局")]
    )
    assert first == Metadata(title="通知", issuer="办公室", region="某市", visibility="internal", source="网页")
    assert second == Metadata(title="乙", issuer="乙局", region="某市", visibility="internal", source="网页")


def test_a_part_is_found_by_words_of_its_title_whatever_the_spaces_and_brackets(tmp_path: Path) -> None:
    text = '[[documents]]\nfile = "a.md"\n[[documents.parts]]\nheading = "“数据要素×气象服务”行动计划（2024-2026年）"\nissuer = "气象局"\n'
    titles = [Metadata(title="通知"), Metadata(title="某市 “数据要素 × 气象服务”行动计划 (2024-2026年)")]
    assert load_manifest(_settings(tmp_path, text, "a.md")).correct("a.md", titles)[1].issuer == "气象局"


@pytest.mark.parametrize(("heading", "fits"), [("交通计划", "no title"), ("计划", "2 titles")])
def test_a_part_that_fits_no_title_or_several_is_refused(tmp_path: Path, heading: str, fits: str) -> None:
    text = f'[[documents]]\nfile = "a.md"\n[[documents.parts]]\nheading = "{heading}"\n'
    manifest = load_manifest(_settings(tmp_path, text, "a.md"))
    with pytest.raises(ManifestError, match=rf"{heading}” fits {fits} of: 农业计划；气象计划"):
        manifest.correct("a.md", [Metadata(title="农业计划"), Metadata(title="气象计划")])


def test_a_listed_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"manifest\.toml: document 2 names b\.md, which is not in .*remove the entry"):
        load_manifest(_settings(tmp_path, '[[documents]]\nfile = "a.md"\n[[documents]]\nfile = "b.md"\n', "a.md"))


def test_a_file_in_a_folder_is_listed_by_its_path(tmp_path: Path) -> None:
    assert load_manifest(_settings(tmp_path, '[[documents]]\nfile = "2024/a.md"\n', "2024/a.md")).entry("2024/a.md")


def test_two_entries_for_one_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"documents 1 and 2 both describe a\.md"):
        load_manifest(_settings(tmp_path, '[[documents]]\nfile = "a.md"\n[[documents]]\nfile = "a.md"\n', "a.md"))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('issuers = "甲局"', r"line 3: documents\.1\.issuers: unknown field"),
        ("period = [2026, 2024]", r"line 1: documents\.1: period \[2026, 2024\] is not a first and a last year"),
        ('signed_on = "2024年8月"', r"line 3: documents\.1\.signed_on"),
        ('kind = "plan"', r"line 3: documents\.1\.kind"),
        ("title = 甲", r"not valid TOML.*line 3"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ManifestError, match=message):
        load_manifest(_settings(tmp_path, f'[[documents]]\nfile = "a.md"\n{line}\n', "a.md"))


def test_the_shipped_manifest_lists_every_shipped_document_and_invents_no_date() -> None:
    settings = CorpusSettings(data_dir=Path("data"))
    manifest = load_manifest(settings)
    assert {entry.file for entry in manifest.documents} == {path.name for path in settings.documents_dir.iterdir()}
    for entry in manifest.documents:
        text = (settings.documents_dir / entry.file).read_text(encoding="utf-8")
        for day in filter(None, (entry.signed_on, entry.issued_on, entry.effective_on)):
            assert f"{day.year}年{day.month}月{day.day}日" in text
        for printed in filter(None, (entry.signatory, entry.document_number)):
            assert printed in text
