"""Files of every format, damaged at random, and what comes of reading them in the process that files are read in."""

import codecs
import io
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import AnyStr, Literal

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.manifest import Manifest
from ingest.reading_process import ReadingLimits
from ingest.reading_worker import ReadingWorker
from tests.ingest.pdf_file import write_pdf
from tests.ingest.renderings import Cell, Grid, Parts, Text, markdown, page, write_word
from tests.ingest.typeset_pdf import write_pdf_of

LIMITS = ReadingLimits(stall=30.0, total=60.0, page=1.0)
"""A damaged page or two may take so much; more is a hang."""
PLAN: Parts = (
    Text("云川市智慧水务行动计划（2024-2026年）", heading=1),
    Text("云水发〔2024〕7号"),
    Text("一、主要目标", heading=2),
    Text("到2025年底，建成智慧泵站8座，智能水表达到15万只以上，漏损率降低到9%以内。"),
    Text("1.建设智慧泵站。推进东山泵站改造。（牵头单位：市水务局，配合单位：市财政局、市数据局）", bold=9),
    Grid(
        (
            tuple(map(Cell, ("序号", "场景名称", "建设单位", "建设期限"))),
            (Cell("1"), Cell("泵站智能调度"), Cell("市水务局\n市数据局", rows=2), Cell("2024-2025年")),
            (Cell("2"), Cell("管网漏损监测"), Cell("2025-2026年")),
        )
    ),
    Text("云川市水务局"),
    Text("2024年3月1日"),
)
_NUMBERS = (b"0", b"-1", b"65535", b"99999999999", b"1e99", b"\xff\xfe", b"\x00")
_TOKENS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b"<",
        b"1 0 R",
        b"2 0 R",
        b"/Kids",
        b"/Length 99999",
        b"/Count",
        b"stream\n",
        b"endstream",
        b"q ",
        b"BT",
        b"Tj",
    ),
    ".docx": (
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:tc>",
        b"<w:tr>",
        b"<w:vMerge/>",
        b'w:val="9"',
        b"<!DOCTYPE a>",
        b"&a;",
        b"<w:sdt>",
        b"PK\x03\x04",
    ),
    ".html": (
        b"<td>",
        b"</td>",
        b"<table>",
        b"</table>",
        b'<td rowspan="9999">',
        b"<li>",
        b"<ol>",
        b"<h1>",
        b"<!--",
        b"<script>",
        b"&#0;",
        b"<b>",
    ),
}
_WORDS = tuple(
    word.encode()
    for word in (
        "（",
        "》",
        "“",
        "|",
        "\t",
        "\n",
        "# ",
        "> ",
        "<td>",
        "<table>",
        "2025年",
        "20万只、",
        "责任单位：",
        "一、",
        "\u3000\u3000",
        "\u202e",
    )
)
_ENCODINGS = {".txt": "gb18030", ".pdf": "latin-1"}
Edit = tuple[Literal["insert", "delete", "repeat", "overwrite", "move"], int, int, bytes]


def seeds_of(folder: Path) -> Mapping[str, Path]:
    """A small valid file of every format by its name, written below `folder`."""
    message = EmailMessage()
    message["Subject"] = "plan"
    message.set_content(page(PLAN), subtype="html", charset="utf-8")
    written = {
        "text.txt": markdown(PLAN).encode("gb18030"),
        "utf16.txt": markdown(PLAN).encode("utf-16"),
        "plan.md": markdown(PLAN).encode(),
    }
    written |= {"page.html": page(PLAN).encode(), "archive.mht": b"MIME-Version: 1.0\n" + message.as_bytes()}
    for name, data in written.items():
        (folder / name).write_bytes(data)
    write_word(folder / "word.docx", PLAN, automatic=True)
    write_pdf_of(folder / "typeset.pdf", PLAN)
    write_pdf(folder / "plain.pdf", [["Plan", "1. Pumps"], ["2. Meters", "3"]])
    return {path.name: path for path in sorted(folder.iterdir())}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many damaged files were read, refused, and ended the process that read them, in so many seconds."""

    counts: Counter[str]
    seconds: float

    def __str__(self) -> str:
        told = ", ".join(f"{self.counts[outcome]} {outcome}" for outcome in ("read", "refused", "ended the process"))
        return f"{self.counts.total()} damaged files in {self.seconds:.0f} s: {told}"


def read_damaged(original: Path, worker: ReadingWorker, examples: int, number: int) -> Tally:
    """Read `examples` files made of `original` by the random `number`. Fails with the damage where one is neither read nor refused, or hangs."""
    data, path = original.read_bytes(), original.with_name(f"damaged{original.suffix}")
    counts: Counter[str] = Counter()
    begun = time.monotonic()

    @seed(number)
    @settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink]
    )
    @given(_edits(original.suffix), st.booleans())
    def read(edits: Sequence[Edit], inside: bool) -> None:
        path.write_bytes(_inside(data, edits, original.suffix) if inside else damaged(data, edits))
        counts[outcome_of(path, worker)] += 1

    run: Callable[[], None] = read
    run()
    return Tally(counts, time.monotonic() - begun)


def outcome_of(path: Path, worker: ReadingWorker) -> str:
    """What comes of a file. Only native code, which reads PDF, may end the process."""
    try:
        worker.read(path, path.name, Manifest())
    except UnreadableFileError as failure:
        message = str(failure)
        assert "fault of this program" not in message, message
        assert "takes too long" not in message, message
        ended = "ended the program" in message
        assert not ended or path.suffix == ".pdf", message
        return "ended the process" if ended else "refused"
    return "read"


def damaged(data: AnyStr, edits: Sequence[Edit]) -> AnyStr:
    """`data` with each of `edits` made at its place."""
    for kind, place, length, encoded in edits:
        piece: AnyStr = encoded if isinstance(data, bytes) else encoded.decode("utf-8", "replace")
        at = place % (len(data) + 1)
        if kind == "insert":
            data = data[:at] + piece + data[at:]
        elif kind == "delete":
            data = data[:at] + data[at + length :]
        elif kind == "repeat":
            data = data[:at] + piece * (8 * length) + data[at:]
        elif kind == "overwrite":
            data = data[:at] + piece + data[at + len(piece) :]
        else:
            data = data[:at] + data[at + length :] + data[at : at + length]
    return data


def _edits(ending: str) -> st.SearchStrategy[list[Edit]]:
    pieces = st.sampled_from((*_TOKENS.get(ending, _WORDS), *_NUMBERS)) | st.binary(min_size=1, max_size=6)
    kinds = st.sampled_from(("insert", "delete", "repeat", "overwrite", "move"))
    return st.lists(st.tuples(kinds, st.integers(0, 2**20), st.integers(1, 200), pieces), min_size=1, max_size=6)


def _inside(data: bytes, edits: Sequence[Edit], ending: str) -> bytes:
    """A file whose words are damaged and not how they are encoded or packed: only so does damage reach what lies behind."""
    if ending == ".docx":
        return _repacked(data, edits)
    encoding = "utf-16" if data.startswith(codecs.BOM_UTF16_LE) else _ENCODINGS.get(ending, "utf-8")
    return damaged(data.decode(encoding), edits).encode(encoding, "replace")


def _repacked(data: bytes, edits: Sequence[Edit]) -> bytes:
    """An archive with one of its XML parts damaged, as a program would pack it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        parts = sorted(name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml"))
        chosen = "word/document.xml" if edits[0][1] % 2 else parts[edits[0][1] // 2 % len(parts)]
        for name in archive.namelist():
            content = archive.read(name)
            packed.writestr(name, damaged(content, edits) if name == chosen else content)
    return written.getvalue()
