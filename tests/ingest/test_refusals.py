import os
from pathlib import Path, PurePath

import pytest

from corpus.settings import CorpusSettings
from ingest.pipeline import ingest_corpus
from ingest.refusals import refusal_of
from ingest.sources import find_files, find_refused

PLAN = "# 云川市智慧水务行动计划\n\n到2025年，建成智能水表20万只。\n"


@pytest.fixture
def settings(tmp_path: Path) -> CorpusSettings:
    """A corpus of one plan, and a folder beside it."""
    documents = tmp_path / "corpus" / "documents"
    documents.mkdir(parents=True)
    (documents / "计划.md").write_text(PLAN, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "机密.md").write_text(PLAN, encoding="utf-8")
    return CorpusSettings(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", embedding_model=None, _env_file=None)


@pytest.mark.parametrize("name", ["计划.md", "2025 年/计划（草案）.md", "計畫　一.md", "𠮷林.md", "..计划.md"])
def test_nothing_is_against_a_name_that_can_be_shown(tmp_path: Path, name: str) -> None:
    assert refusal_of(PurePath(name), tmp_path) is None


@pytest.mark.parametrize(("name", "shown"), [("计\n划.md", "计?划.md"), ("\x1b[31m.md", "?[31m.md"), ("\udcff\udc80/a.md", "??/a.md")])
def test_a_name_that_cannot_be_shown_is_refused_and_shown_as_far_as_it_can_be(tmp_path: Path, name: str, shown: str) -> None:
    assert refusal_of(PurePath(name), tmp_path) == f"{shown}: its name has characters that cannot be shown. Give it another name."


def test_a_link_is_read_where_it_leads_to_another_document_and_not_where_it_leads_out(settings: CorpusSettings, tmp_path: Path) -> None:
    documents = settings.documents_dir
    (documents / "同一.md").symlink_to("计划.md")
    (documents / "外.md").symlink_to(tmp_path / "elsewhere" / "机密.md")
    (documents / "夹").symlink_to(tmp_path / "elsewhere")
    (documents / "断.md").symlink_to("无.md")
    (documents / "圈.md").symlink_to("圈.md")
    assert list(find_files(settings)) == ["同一.md", "计划.md"]
    assert find_refused(settings) == ("外.md: a link that leads out of the documents. Put a copy of the file there instead.",)


def test_a_folder_of_documents_that_is_itself_a_link_is_read(settings: CorpusSettings, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(settings.documents_dir)
    linked = CorpusSettings(corpus_dir=tmp_path / "linked", data_dir=tmp_path / "data", embedding_model=None, _env_file=None)
    assert (list(find_files(linked)), find_refused(linked)) == (["计划.md"], ())


def test_what_is_refused_is_named_at_every_ingest_and_the_others_are_published(settings: CorpusSettings) -> None:
    documents = settings.documents_dir
    (documents / "外.md").symlink_to("/etc/hostname")
    (documents / "两\n行.md").write_text(PLAN, encoding="utf-8")
    with open(os.fsencode(documents) + b"/\xd4\xc6.md", "wb") as file:
        file.write(PLAN.encode())
    os.mkfifo(documents / "管道.md")
    (documents / "大.txt").touch()
    os.truncate(documents / "大.txt", 30_000_000)
    for _ in range(2):
        report = ingest_corpus(settings)
        assert [summary.source_file for summary in report.documents] == ["计划.md"]
        assert [message.split(":")[0] for message in report.left_out] == ["两?行.md", "外.md", "??.md"]
        assert [message.split(" ")[0] for message in report.failures] == ["大.txt"]


def test_a_file_that_is_gone_when_it_is_looked_at_fails_alone(settings: CorpusSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    open_path = Path.open

    def vanishing(path: Path, *arguments: str, **settings: str) -> object:
        if path.name == "失.md":
            path.unlink(missing_ok=True)
        return open_path(path, *arguments, **settings)

    (settings.documents_dir / "失.md").write_text(PLAN, encoding="utf-8")
    monkeypatch.setattr(Path, "open", vanishing)
    report = ingest_corpus(settings)
    assert [summary.source_file for summary in report.documents] == ["计划.md"]
    assert report.failures == ("失.md cannot be opened (No such file or directory). Check that it exists and may be read.",)
