import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image

from corpus.errors import CorpusError, IngestRunningError, ManifestError
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Visibility
from corpus.model.facts import FACT_TYPES
from corpus.settings import CorpusSettings
from ingest import fingerprints
from ingest.assembly import Reading, read_documents
from ingest.pipeline import ingest_corpus
from ingest.publication import publish
from ingest.readers import pdf
from ingest.readers.printed_page import PrintedPage
from ingest.readers.reading import READERS
from ingest.reading_worker import ReadingWorker
from ingest.sources import find_files, find_unsupported
from tests.ingest.drawn_pages import draw_pdf, page_of, text_at
from tests.ingest.pdf_file import write_pdf

Looked = TypeVar("Looked")
PLAN = """# 云川市智慧水务行动计划（2025-2027年）

云川市水务局

## 一、总体目标

到2025年，建成智能水表20万只；到2026年，建成智能水表35万只。

## 二、主要任务

### （一）建设平台

汇聚取水、供水、排水数据，建设统一的水务大数据平台。（责任单位：市水务局、市数据局）

## 附表

场景名称\t应用领域\t建设单位\t建设期限
智慧泵站\t供水\t市水务集团\t2025年1月-2026年12月
"""
REPLY = """# 关于加强河道治理的建议（第12号）的答复

云水建议〔2025〕3号

依据《云川市河道条例》（云人发〔2023〕4号），每周巡河两次。今年以来清理垃圾30吨。
"""


@pytest.fixture(scope="module")
def ingested_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus of two files and the generation made of it."""
    folder = tmp_path_factory.mktemp("city")
    (folder / "corpus" / "documents").mkdir(parents=True)
    (folder / "corpus" / "documents" / "计划.md").write_text(PLAN, encoding="utf-8")
    (folder / "corpus" / "documents" / "答复.md").write_text(REPLY, encoding="utf-8")
    ingest_corpus(settings_of(folder))
    return folder


@pytest.fixture
def settings(ingested_city: Path, tmp_path: Path) -> CorpusSettings:
    """A copy of the ingested city that a test may change."""
    shutil.copytree(ingested_city, tmp_path / "city")
    return settings_of(tmp_path / "city")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files read since the test began."""
    names: list[str] = []

    read_by_worker = ReadingWorker.read

    def counted(worker: ReadingWorker, path: Path, name: str, *rest: Any) -> tuple[Reading, ...]:
        names.append(name)
        return read_by_worker(worker, path, name, *rest)

    monkeypatch.setattr(ReadingWorker, "read", counted)
    return names


def settings_of(folder: Path) -> CorpusSettings:
    return CorpusSettings(corpus_dir=folder / "corpus", data_dir=folder / "data", embedding_model=None, _env_file=None)


def generation_of(settings: CorpusSettings) -> str:
    return known(settings, lambda knowledge: knowledge.generation)


def write(settings: CorpusSettings, name: str, text: str) -> None:
    (settings.documents_dir / name).write_text(text, encoding="utf-8")


def known(settings: CorpusSettings, look: Callable[[KnowledgeBase], Looked]) -> Looked:
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        return look(knowledge)


def everything(knowledge: KnowledgeBase) -> object:
    documents = {summary.id: knowledge.document(summary.id) for summary in knowledge.documents()}
    facts = {(kind, name): tuple(knowledge.facts(kind, name)) for kind in FACT_TYPES for name in documents}
    entries = [knowledge.entry(number) for number in range(knowledge.entry_count)]
    return documents, facts, entries


def test_a_corpus_becomes_a_generation_with_every_document_and_its_counts(settings: CorpusSettings) -> None:
    shutil.rmtree(settings.data_dir)
    report = ingest_corpus(settings)
    assert report.changed
    assert report.failures == ()
    assert report.generation == known(settings, lambda knowledge: knowledge.generation)
    assert [(summary.source_file, summary.title) for summary in report.documents] == [
        ("答复.md", "关于加强河道治理的建议（第12号）的答复"),
        ("计划.md", "云川市智慧水务行动计划（2025-2027年）"),
    ]
    plan = report.documents[1].counts
    assert (plan["responsibility"], plan["target"], plan["scenario"]) == (1, 2, 1)


def test_an_unchanged_corpus_is_neither_read_nor_published_again(settings: CorpusSettings, read: list[str]) -> None:
    generation = generation_of(settings)
    report = ingest_corpus(settings)
    assert read == []
    assert (report.changed, report.generation, len(report.documents)) == (False, generation, 2)
    assert Generations(settings.data_dir).list() == (generation,)


def test_a_file_touched_but_not_changed_is_not_read_again(settings: CorpusSettings, read: list[str]) -> None:
    write(settings, "计划.md", PLAN)
    assert not ingest_corpus(settings).changed
    assert read == []


def test_only_the_changed_file_is_read_again(settings: CorpusSettings, read: list[str]) -> None:
    generation = generation_of(settings)
    write(settings, "计划.md", PLAN.replace("20万只", "25万只"))
    report = ingest_corpus(settings)
    assert read == ["计划.md"]
    assert report.changed
    assert report.generation != generation
    targets = known(settings, lambda knowledge: [target.value for target in knowledge.facts("target")])
    assert "25万" in targets
    assert "20万" not in targets


def test_a_corpus_read_in_part_is_the_same_as_one_read_anew(settings: CorpusSettings) -> None:
    write(settings, "计划.md", PLAN.replace("20万只", "25万只"))
    ingest_corpus(settings)
    in_part = known(settings, everything)
    assert ingest_corpus(settings, rebuild=True).changed
    assert known(settings, everything) == in_part


def test_a_new_file_is_read_and_the_others_keep_their_documents(settings: CorpusSettings, read: list[str]) -> None:
    former = known(settings, lambda knowledge: {summary.id for summary in knowledge.documents()})
    write(settings, "一号.md", "# 云川市节水方案\n\n推广节水器具100个。\n")
    report = ingest_corpus(settings)
    assert read == ["一号.md"]
    assert former < {summary.id for summary in report.documents}


def test_a_file_that_is_gone_takes_its_documents_with_it(settings: CorpusSettings, read: list[str]) -> None:
    (settings.documents_dir / "答复.md").unlink()
    report = ingest_corpus(settings)
    assert read == []
    assert [summary.source_file for summary in report.documents] == ["计划.md"]
    assert known(settings, lambda knowledge: knowledge.search_lexical({"巡河": 1.0})) == []


def test_a_rebuild_reads_everything(settings: CorpusSettings, read: list[str]) -> None:
    assert ingest_corpus(settings, rebuild=True).changed
    assert sorted(read) == ["答复.md", "计划.md"]


def test_another_manifest_entry_makes_its_file_be_read_again_and_no_other(settings: CorpusSettings, read: list[str]) -> None:
    (settings.corpus_dir / "manifest.toml").write_text('[[documents]]\nfile = "计划.md"\nissuer = "云川市人民政府"\n', encoding="utf-8")
    report = ingest_corpus(settings)
    assert read == ["计划.md"]
    assert report.documents[1].metadata.issuer == "云川市人民政府"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("units.toml", '[[units]]\nname = "云川市水务局"\naliases = ["市水务局"]\n'),
        ("synonyms.toml", '[synonyms]\n"自来水" = ["供水"]\n'),
        ("glossary.toml", '[glossary]\nwater = ["供水"]\n'),
    ],
)
def test_other_words_are_published_without_reading_a_file_again(settings: CorpusSettings, read: list[str], name: str, text: str) -> None:
    (settings.corpus_dir / name).write_text(text, encoding="utf-8")
    assert ingest_corpus(settings).changed
    assert read == []


def test_other_reading_rules_make_every_file_be_read_again(
    settings: CorpusSettings, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "_rules_hash", lambda: "other rules")
    assert ingest_corpus(settings).changed
    assert sorted(read) == ["答复.md", "计划.md"]


def test_a_generation_that_cannot_be_opened_is_built_anew(settings: CorpusSettings, read: list[str]) -> None:
    (settings.data_dir / "generations" / generation_of(settings) / "knowledge.db").unlink()
    assert ingest_corpus(settings).changed
    assert sorted(read) == ["答复.md", "计划.md"]


def test_an_unreadable_file_is_reported_while_the_others_go_on(settings: CorpusSettings) -> None:
    (settings.documents_dir / "乱码.txt").write_bytes(b"\x00\x01" * 500)
    (settings.documents_dir / "空.md").write_bytes(b"")
    (settings.documents_dir / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    report = ingest_corpus(settings)
    assert len(report.failures) == 3
    assert {message.split()[0] for message in report.failures} == {"乱码.txt", "空.md", "坏.pdf"}
    assert [summary.source_file for summary in report.documents] == ["答复.md", "计划.md"]


def test_an_unreadable_file_is_reported_again_though_nothing_changed(settings: CorpusSettings) -> None:
    (settings.documents_dir / "空.md").write_bytes(b"")
    first = ingest_corpus(settings)
    second = ingest_corpus(settings)
    assert not second.changed
    assert second.failures == first.failures


def test_an_unreadable_file_that_is_mended_is_read(settings: CorpusSettings, read: list[str]) -> None:
    (settings.documents_dir / "空.md").write_bytes(b"")
    ingest_corpus(settings)
    read.clear()
    write(settings, "空.md", "# 云川市节水方案\n\n推广节水器具100个。\n")
    report = ingest_corpus(settings)
    assert (read, report.failures, len(report.documents)) == (["空.md"], (), 3)


def test_a_corpus_of_nothing_readable_is_an_error_and_the_former_generation_stays(settings: CorpusSettings) -> None:
    generation = generation_of(settings)
    for name in ("计划.md", "答复.md"):
        (settings.documents_dir / name).write_bytes(b"")
    with pytest.raises(CorpusError, match=r"No document is left to publish.*答复\.md is empty"):
        ingest_corpus(settings)
    assert generation_of(settings) == generation


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[documents]\nfile = 计划", r"manifest\.toml.*line 1"),
        ('[[documents]]\nfile = "计划.md"\nissuers = "市水务局"\n', r"manifest\.toml.*issuers"),
        ('[[documents]]\nfile = "别的.md"\n', r"manifest\.toml.*别的\.md"),
    ],
)
def test_a_broken_manifest_is_an_error_that_names_the_place_and_publishes_nothing(
    settings: CorpusSettings, text: str, message: str
) -> None:
    generation = generation_of(settings)
    (settings.corpus_dir / "manifest.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match=message):
        ingest_corpus(settings)
    assert Generations(settings.data_dir).list() == (generation,)


def test_a_broken_units_file_publishes_nothing(settings: CorpusSettings) -> None:
    generation = generation_of(settings)
    (settings.corpus_dir / "units.toml").write_text("[[units]\n", encoding="utf-8")
    with pytest.raises(ManifestError, match=r"units\.toml"):
        ingest_corpus(settings)
    assert Generations(settings.data_dir).list() == (generation,)


def test_an_empty_folder_is_an_error_that_says_what_to_put_there(settings: CorpusSettings) -> None:
    for name in ("计划.md", "答复.md"):
        (settings.documents_dir / name).unlink()
    with pytest.raises(CorpusError, match=r"holds no document\. Put \.md.*\.pdf files there"):
        ingest_corpus(settings)


def test_a_folder_that_is_not_there_is_an_error_that_names_the_setting(tmp_path: Path) -> None:
    settings = CorpusSettings(corpus_dir=tmp_path / "none", data_dir=tmp_path / "data", _env_file=None)
    with pytest.raises(CorpusError, match=r"none does not exist.*CORPUS_DIR"):
        ingest_corpus(settings)


def test_a_second_ingest_at_the_same_time_is_refused(settings: CorpusSettings) -> None:
    with publish(settings.data_dir), pytest.raises(IngestRunningError):
        ingest_corpus(settings)


def test_documents_are_found_in_folders_below_by_their_path(settings: CorpusSettings) -> None:
    (settings.documents_dir / "2025").mkdir()
    write(settings, "2025/方案.TXT", "云川市节水方案\n推广节水器具100个。\n")
    assert list(find_files(settings)) == ["2025/方案.TXT", "答复.md", "计划.md"]
    assert "2025/方案.TXT" in [summary.source_file for summary in ingest_corpus(settings).documents]


def test_hidden_files_temporary_files_and_a_readme_are_no_documents(settings: CorpusSettings) -> None:
    for name in (".草稿.md", "~计划.md", "README.md", "说明.xlsx"):
        write(settings, name, "# 云川市草案\n")
    assert list(find_files(settings)) == ["答复.md", "计划.md"]


@pytest.mark.parametrize("folder", ["方案_files", "方案.files"])
def test_what_a_browser_saves_beside_a_page_is_no_document(settings: CorpusSettings, folder: str) -> None:
    (settings.documents_dir / folder).mkdir()
    (settings.documents_dir / "其他_files").mkdir()
    for name in ("方案.html", f"{folder}/frame.html", f"{folder}/style.css", "其他_files/意见.md"):
        write(settings, name, "<p>云川市节水方案</p>")
    assert list(find_files(settings)) == ["其他_files/意见.md", "方案.html", "答复.md", "计划.md"]
    assert find_unsupported(settings) == ()


def test_the_documents_may_lie_in_the_corpus_folder_itself(tmp_path: Path) -> None:
    write(settings := CorpusSettings(corpus_dir=tmp_path, data_dir=tmp_path / "data", _env_file=None), "计划.md", PLAN)
    assert list(find_files(settings)) == ["计划.md"]


def test_a_character_beyond_the_basic_plane_keeps_every_span_in_place(settings: CorpusSettings) -> None:
    write(settings, "𠮷林.md", PLAN.replace("汇聚取水", "𠮷林路率先汇聚取水").replace("智慧泵站", "𠮷林泵站"))
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        (name,) = [summary.id for summary in knowledge.documents() if summary.source_file == "𠮷林.md"]
        text = knowledge.document(name).text
        (owners,), (scenario,) = knowledge.facts("responsibility", name), knowledge.facts("scenario", name)
        hits = knowledge.search_lexical({"𠮷林": 1.0}, kinds=("passage",))
        found = [knowledge.passage(knowledge.entry(hit.id).ref).span.of(text) for hit in hits]
    assert owners.span.of(text) == "（责任单位：市水务局、市数据局）"
    assert scenario.span.of(text).startswith("𠮷林泵站")
    assert any(passage.startswith("𠮷林路率先汇聚取水") for passage in found)


def test_a_pdf_keeps_the_page_of_every_block(settings: CorpusSettings) -> None:
    pages = [["Water Plan", "Smart meters are replaced!", "12"], ["Pumps are renewed!", "13"], ["Water quality is published!"]]
    write_pdf(settings.documents_dir / "plan.pdf", pages)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        (name,) = [summary.id for summary in knowledge.documents() if summary.source_file == "plan.pdf"]
        document = knowledge.document(name)
    found = {block.span.of(document.text).split()[0]: block.page for block in document.blocks}
    assert found["Pumps"] == 2
    assert found["Water"] in (1, 3)
    assert "13" not in document.text


def test_progress_is_told_for_every_stage_up_to_its_end(settings: CorpusSettings) -> None:
    told: list[tuple[str, int, int]] = []
    ingest_corpus(settings, rebuild=True, progress=lambda *step: told.append(step))
    assert told[:3] == [("files", 0, 2), ("files", 1, 2), ("files", 2, 2)]
    last = {stage: (done, total) for stage, done, total in told}
    assert all(done == total for done, total in last.values())
    assert {"files", "fitting vectors"} < set(last)


def test_files_of_kinds_that_are_not_read_are_named_every_time(settings: CorpusSettings) -> None:
    for name in ("说明.xlsx", "图/现场.png", "旧稿.DOC", ".草稿.docx", ".git/config", "~$说明.docx"):
        (settings.documents_dir / name).parent.mkdir(exist_ok=True)
        write(settings, name, "x")
    assert find_unsupported(settings) == ("图/现场.png", "旧稿.DOC", "说明.xlsx")
    for _ in range(2):
        report = ingest_corpus(settings)
        assert report.left_out == (
            f"图/现场.png: unsupported kind; convert it to {', '.join(READERS)}.",
            "旧稿.DOC: unsupported kind; save it as .docx.",
            f"说明.xlsx: unsupported kind; convert it to {', '.join(READERS)}.",
        )
        assert report.failures == ()


@pytest.mark.parametrize("data", ["data", "."])
def test_neither_data_files_nor_what_is_generated_are_taken_for_documents(tmp_path: Path, data: str) -> None:
    settings = CorpusSettings(corpus_dir=tmp_path, data_dir=tmp_path / data, _env_file=None)
    write(settings, "计划.md", PLAN)
    write(settings, "units.toml", "")
    (settings.data_dir / "generations" / "1").mkdir(parents=True)
    (settings.data_dir / "generations" / "1" / "build.json").write_text("{}")
    assert (list(find_files(settings)), find_unsupported(settings)) == (["计划.md"], ())


def sources(settings: CorpusSettings, audience: Visibility) -> list[str]:
    with Generations(settings.data_dir) as generations, generations.lease(audience) as knowledge:
        knowledge.check()
        return sorted({summary.source_file for summary in knowledge.documents()})


def mark_internal(settings: CorpusSettings, *files: str) -> None:
    entries = "".join(f'[[documents]]\nfile = "{name}"\nvisibility = "internal"\n' for name in files)
    (settings.corpus_dir / "manifest.toml").write_text(entries, encoding="utf-8")


def test_an_internal_document_is_published_for_the_internal_audience_alone(settings: CorpusSettings) -> None:
    mark_internal(settings, "计划.md")
    for _ in range(2):
        report = ingest_corpus(settings)
        assert sorted(summary.source_file for summary in report.documents) == ["答复.md", "计划.md"]
        assert report.left_out == ()
        assert (sources(settings, "public"), sources(settings, "internal")) == (["答复.md"], ["答复.md", "计划.md"])
    assert known(settings, lambda knowledge: knowledge.facts("responsibility")) == ()
    mark_internal(settings)
    ingest_corpus(settings)
    assert sources(settings, "public") == ["答复.md", "计划.md"]


def test_nothing_of_an_internal_document_is_in_any_file_of_the_public_side(settings: CorpusSettings) -> None:
    mark_internal(settings, "计划.md")
    ingest_corpus(settings)
    current = settings.data_dir / "generations" / (settings.data_dir / "generations" / "current").read_text("utf-8")
    words = ("计划.md".encode(), "云川市智慧水务行动计划".encode(), "智慧泵站".encode())
    held = {
        side: [word for path in files for word in words if word in path.read_bytes()] for side, files in _files_by_side(current).items()
    }
    assert held["public"] == []
    assert len(held["internal"]) >= len(words)


def _files_by_side(generation: Path) -> dict[str, list[Path]]:
    files = [path for path in generation.rglob("*") if path.is_file()]
    internal = generation / "internal"
    return {
        "internal": [path for path in files if path.is_relative_to(internal)],
        "public": [path for path in files if not path.is_relative_to(internal)],
    }


def test_what_did_not_change_is_kept_on_both_sides(settings: CorpusSettings, read: list[str]) -> None:
    mark_internal(settings, "计划.md")
    ingest_corpus(settings)
    write(settings, "答复.md", REPLY.replace("30吨", "40吨"))
    read.clear()
    ingest_corpus(settings)
    assert read == ["答复.md"]
    assert sources(settings, "internal") == ["答复.md", "计划.md"]


def test_an_internal_part_of_a_file_is_kept_from_the_public_alone(settings: CorpusSettings) -> None:
    write(
        settings,
        "通知.md",
        "# 关于印发节水方案的通知\n\n各区县：\n\n现印发给你们。\n\n云川市水务局\n\n2025年3月1日\n\n# 云川市节水方案\n\n推广器具。\n",
    )
    part = '[[documents.parts]]\nheading = "云川市节水方案"\nvisibility = "internal"\n'
    (settings.corpus_dir / "manifest.toml").write_text(f'[[documents]]\nfile = "通知.md"\n{part}', encoding="utf-8")
    for _ in range(2):
        report = ingest_corpus(settings)
        assert len([summary for summary in report.documents if summary.source_file == "通知.md"]) == 2
        public = known(settings, lambda knowledge: [summary.title for summary in knowledge.documents()])
        assert [title for title in public if "节水方案" in title] == ["关于印发节水方案的通知"]


def test_a_corpus_of_internal_documents_only_tells_the_public_nothing(settings: CorpusSettings) -> None:
    mark_internal(settings, "计划.md", "答复.md")
    ingest_corpus(settings)
    assert (sources(settings, "public"), len(sources(settings, "internal"))) == ([], 2)
    assert known(settings, lambda knowledge: knowledge.search_vectors("水务数据")) == []


def test_scanned_pages_are_named_among_what_is_left_out_and_recognized_once_recognition_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_of(tmp_path)
    settings.documents_dir.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", (60, 80), "grey")
    text = text_at(80, 700, "推动全市水务数据汇聚共享和开发利用。")
    draw_pdf(settings.documents_dir / "计划.pdf", text, lambda canvas: canvas.drawInlineImage(picture, 0, 0, 595, 842))
    monkeypatch.setattr(fingerprints, "recognition_version", lambda: "")
    monkeypatch.setattr(pdf, "_scan_reader", lambda: None)
    monkeypatch.setattr(ReadingWorker, "read", lambda _, *file: read_documents(*file))
    report = ingest_corpus(settings)
    assert [message for message in report.left_out if "计划.pdf, page 2" in message and "[ocr]" in message]
    assert report.failures == ()
    told: list[str] = []
    monkeypatch.setattr(fingerprints, "recognition_version", lambda: "3.10.0")
    monkeypatch.setattr(pdf, "_scan_reader", _Recognizer)
    again = ingest_corpus(settings, progress=lambda stage, *_: told.append(stage))
    assert again.changed
    assert again.left_out == ()
    assert "scanned pages" in told


class _Recognizer:
    def read(self, page: object) -> PrintedPage:
        return page_of([("建设智慧泵站十二座。", 100, 100)], width=1654)
