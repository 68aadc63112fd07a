"""Files made to do harm: each fails alone with what to do, and the others are published."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.manifest import Manifest
from corpus.settings import CorpusSettings
from ingest.pipeline import ingest_corpus
from ingest.readers import pdf
from ingest.readers.pdf import read_pdf
from ingest.readers.reading import read_source
from ingest.reading_process import ReadingLimits
from ingest.reading_worker import ReadingWorker
from tests.ingest.docx_file import p, write_docx
from tests.ingest.drawn_pages import draw_pdf, text_at
from tests.ingest.pdf_file import join_objects, write_pdf

PLAN = "# 云川市智慧水务行动计划\n\n到2025年，建成智能水表20万只。\n"
WORD = b"<document><body><p><r><t>%s</t></r></p></body></document>"


def archive(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(f"word/{name}.xml", content)
    return path


def packed_zeros(count: int) -> bytes:
    """`count` zero bytes as deflate packs them, some thousandth of that."""
    packer, block = zlib.compressobj(1), bytes(1_000_000)
    return b"".join([*(packer.compress(block) for _ in range(count // len(block))), packer.flush()])


def pdf_of(content: bytes, *objects: bytes, page: bytes = b"", stream: bytes = b"") -> bytes:
    """A PDF of one page with `content`, which `stream` describes; `objects` begin with number 5."""
    return join_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % page,
            b"<< %s /Length %d >>\nstream\n%s\nendstream" % (stream, len(content), content),
            *objects,
        ]
    )


def vast_picture(side: int) -> bytes:
    """A page with a picture of so many dots each way, and hardly any data."""
    picture = packed_zeros(1_000_000)
    form = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>"
    stream = form % (side, side, len(picture)) + b"\nstream\n" + picture + b"\nendstream"
    return pdf_of(b"q 595 0 0 842 0 0 cm /Im Do Q", stream, page=b"/Resources << /XObject << /Im 5 0 R >> >>")


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


HOSTILE: dict[str, Callable[[Path], object]] = {
    "empty.pdf": lambda path: write(path, b""),
    "cut.pdf": lambda path: write(path, write_pdf(path, [["Plan"]] * 3).read_bytes()[:200]),
    "locked.pdf": lambda path: draw_pdf(path, text_at(80, 700, "推动水务数据汇聚。"), password="password"),
    "long.pdf": lambda path: write_pdf(path, [[]] * 10_000),
    "nested.pdf": lambda path: write(path, join_objects([b"<< /Type /Catalog /Pages 2 0 R /X " + b"<</A " * 50_000, b"<< /Kids [] >>"])),
    "chain.pdf": lambda path: write(
        path, join_objects([b"<< /Type /Catalog /Pages 2 0 R >>", *(b"<< /Count 1 /Kids [%d 0 R] >>" % (n + 1) for n in range(2, 20_000))])
    ),
    "kids.pdf": lambda path: write(
        path, join_objects([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Count 99999999999 /Kids [" + b"2 0 R " * 50_000 + b"] >>"])
    ),
    "word.pdf": lambda path: write_docx(path, p("云川市水务局")),
    "bomb.docx": lambda path: archive(path, document=bytes(60_000_000)),
    "nested.docx": lambda path: archive(path, document=archive(path, document=bytes(40_000_000)).read_bytes()),
    "laughs.docx": lambda path: archive(path, document=b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + WORD % b"&b;"),
    "outside.docx": lambda path: archive(path, document=b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + WORD % b"&a;"),
    "page.docx": lambda path: write(path, b"<html><p>plan</p></html>"),
    "picture.html": lambda path: write(path, b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "elements.html": lambda path: write(path, b"<" * 1_100_000),
    "scripts.html": lambda path: write(path, b"<script>document.write('plan')</script><iframe src='file:///etc/passwd'></iframe>"),
    "mails.mht": lambda path: write(
        path,
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
        + b"--a\nContent-Type: multipart/related; boundary=a\n\n" * 5_000,
    ),
    "endless.txt": lambda path: write(path, "推动水务数据汇聚".encode() * 800_000),
    "program.txt": lambda path: write(path, b"\x7fELF" + bytes(range(32)) * 500),
}


def test_every_hostile_file_fails_alone_with_what_to_do_and_the_others_are_published(tmp_path: Path) -> None:
    documents = tmp_path / "corpus" / "documents"
    documents.mkdir(parents=True)
    write(documents / "计划.md", PLAN.encode())
    for name, make in HOSTILE.items():
        make(documents / name)
    settings = CorpusSettings(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data", embedding_model=None, _env_file=None)
    report = ingest_corpus(settings)
    assert [summary.source_file for summary in report.documents] == ["计划.md"]
    failed = {message.split(" ")[0]: message for message in report.failures}
    assert sorted(failed) == sorted(HOSTILE)
    assert [message for message in failed.values() if not message.endswith("ingest again.")] == []
    assert [message for message in failed.values() if "fault of this program" in message or "too long" in message] == []


def test_a_page_that_unpacks_without_end_ends_no_more_than_the_process(tmp_path: Path) -> None:
    path = write(tmp_path / "bomb.pdf", pdf_of(packed_zeros(500_000_000), stream=b"/Filter /FlateDecode"))
    write(tmp_path / "计划.md", PLAN.encode())
    with ReadingWorker(ReadingLimits(memory=300 * 2**20)) as worker:
        with pytest.raises(UnreadableFileError, match="ingest again"):
            worker.read(path, "bomb.pdf", Manifest())
        assert worker.read(tmp_path / "计划.md", "计划.md", Manifest())[0].facts


@pytest.mark.parametrize("side", [100_000, 2**31 - 1])
def test_a_picture_of_dots_beyond_measure_is_a_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, side: int) -> None:
    monkeypatch.setattr(pdf, "_scan_reader", lambda: None)
    with pytest.raises(UnreadableFileError, match=r"page 1: scanned, without text"):
        read_pdf(write(tmp_path / "vast.pdf", vast_picture(side)), "vast.pdf")


@pytest.mark.ocr
@pytest.mark.parametrize("side", [100_000, 2**31 - 1])
def test_a_picture_of_dots_beyond_measure_is_recognized_in_bounded_memory(tmp_path: Path, reading_worker: ReadingWorker, side: int) -> None:
    with pytest.raises(UnreadableFileError, match=r"vast\.pdf has no text layer"):
        reading_worker.read(write(tmp_path / "vast.pdf", vast_picture(side)), "vast.pdf", Manifest())


@pytest.mark.parametrize("box", [b"0 0 1e9 1e9", b"0 0 0 0", b"-1e9 -1e9 1e9 1e9", b"9 9 1 1"])
def test_a_page_of_any_size_is_read(tmp_path: Path, box: bytes) -> None:
    data = write_pdf(tmp_path / "page.pdf", [["Plan of the city"]]).read_bytes().replace(b"0 0 595 842", box)
    assert "Plan" in read_source(write(tmp_path / "page.pdf", data), "page.pdf").text


@pytest.mark.parametrize(
    "markup", ["<script>{}</script>", "<style>{}</style>", "<iframe srcdoc='{}'>{}</iframe>", "<template>{}</template>", "<!--{}-->"]
)
def test_what_a_page_runs_or_hides_is_not_read(tmp_path: Path, markup: str) -> None:
    refresh = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'
    page = f"{refresh}<p onclick='steal()'>云川市推动水务数据汇聚共享。</p>{markup.replace('{}', '偷')}"
    assert read_source(write(tmp_path / "a.html", page.encode()), "a.html").text.strip() == "云川市推动水务数据汇聚共享。"


def test_a_few_control_characters_in_a_text_are_not_read_as_words(tmp_path: Path) -> None:
    text = PLAN * 100 + "到2026年，\x07建成智能水表30万只。\n"
    assert read_source(write(tmp_path / "a.txt", text.encode()), "a.txt").text.count("建成") == 101
    with pytest.raises(UnreadableFileError, match="is not a text file"):
        read_source(write(tmp_path / "a.txt", ("水\x01" * 1_000).encode()), "a.txt")


def test_an_archive_in_an_archive_is_not_unpacked(tmp_path: Path) -> None:
    inner = io.BytesIO(archive(tmp_path / "inner.docx", document=bytes(40_000_000)).read_bytes())
    path = write_docx(tmp_path / "outer.docx", p("云川市水务局"), files={"word/embeddings/inner.docx": inner.getvalue()})
    assert read_source(path, "outer.docx").text == "云川市水务局\n"
