"""Small documents with every kind of part and fact, and a generation made of them."""

from datetime import date
from pathlib import Path

from corpus.embedding.fitted import FittedEmbedder
from corpus.index.entry import Entry
from corpus.knowledge.build_record import BuildRecord
from corpus.knowledge.generation_writer import write_generation
from corpus.model.conflicts import Conflict, Party
from corpus.model.document import Block, Document, Metadata, OffsetMap, Passage, Row, Run, Section
from corpus.model.facts import Column, Fact, PolicyReference, Responsibility, Scenario, Target, Unit
from corpus.model.span import Span

TEXT = "𠮷林市数据计划\n一、建设数据中心\n到2025年建成3个。由市数据局负责。\n名称\t单位\n一网统管\t市数据局"
UNITS = (Unit("市数据局", ("数据局", "市大数据局")), Unit("市交通局"))
SYNONYMS = {"机房": ("数据中心",), "公交": ("公共交通", "公共汽车")}
GLOSSARY = {"data centre": ("数据中心",)}


def make_document(document_id: str = "a-1", *, text: str = TEXT, source_file: str = "a.md") -> Document:
    """A document with title, heading, paragraph and table, two passages, and a first character beyond the basic plane."""
    passage = text.index("到")
    row = text.index("一网统管")
    path = ("一、建设数据中心",)
    return Document(
        id=document_id,
        version=f"v-{document_id}",
        source_file=source_file,
        metadata=Metadata(
            title="𠮷林市数据计划",
            kind="action_plan",
            issuer="市数据局",
            document_number="林数〔2024〕1号",
            signed_on=date(2024, 8, 19),
            period=(2024, 2026),
            source="https://example.org/a",
        ),
        text=text,
        offsets=OffsetMap((Run(0, 4, 8), Run(8, 20, len(text) - 8)), pages=(0, 25)),
        blocks=(
            Block("title", Span(0, 7), page=1),
            Block("heading", Span(8, 16), level=1, page=1),
            Block("paragraph", Span(passage, passage + 19), page=2),
            Block(
                "table",
                Span(row - 6, len(text)),
                rows=(Row(Span(row, len(text)), (Span(row, row + 4), Span(row + 5, len(text))), header=True),),
            ),
        ),
        sections=(Section(0, None, 1, "一、", "建设数据中心", path, Span(8, 16), Span(8, len(text))),),
        passages=(
            Passage(document_id, 0, "prose", Span(passage, passage + 19), 0, path, (Span(passage, passage + 10),)),
            Passage(document_id, 1, "row", Span(row, len(text)), None, (), (Span(row, row + 4),)),
        ),
    )


def make_facts(document_id: str = "a-1") -> tuple[Fact, ...]:
    """One or two facts of every kind, with every sort of value."""
    path = ("一、建设数据中心",)
    return (
        Responsibility(document_id, Span(17, 36), 0, path, "建设数据中心", Span(8, 16), ("市数据局",), lead=("市数据局",), shared=True),
        Target(document_id, Span(17, 27), 0, path, "到2025年建成3个", "建成", "3", 3.0, None, "个", "at_least", 2025, deadline=True),
        Target(document_id, Span(17, 27), None, (), "持续建设", "持续建设", years=(2024, 2026), cumulative=True, year_span=Span(17, 23)),
        Scenario(
            document_id, Span(43, 52), 0, path, "附表", 1, "一网统管", (Column("名称", Span(43, 47), "一网统管"),), ("市数据局",), "2024-01"
        ),
        PolicyReference(document_id, Span(0, 7), None, (), "数据条例", "林政发〔2023〕2号", role="依据"),
    )


def make_conflicts(document_id: str = "a-1") -> tuple[Conflict, ...]:
    """One conflict between two places of a document, with every sort of value."""
    parties = (
        Party(f"{document_id}:target:0", document_id, Span(17, 27), "3个"),
        Party(None, document_id, Span(43, 47), "2024年", Span(17, 23)),
    )
    return (Conflict("target", "数据中心", "value", parties, year=2025, column="名称", adds_up=True),)


def make_entries(documents: tuple[Document, ...]) -> tuple[Entry, ...]:
    """One entry a passage."""
    passages = [(document, passage) for document in documents for passage in document.passages]
    return tuple(
        Entry(number, "passage", document.id, passage.id, passage.span.of(document.text), document.title)
        for number, (document, passage) in enumerate(passages)
    )


def build_generation(folder: Path, documents: tuple[Document, ...] | None = None) -> BuildRecord:
    """Write a whole generation into `folder`, which need not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = documents or (make_document(), make_document("b-1", source_file="b.md"))
    entries = make_entries(documents)
    return write_generation(
        folder,
        documents,
        {document.id: make_facts(document.id) for document in documents},
        entries,
        embedder=FittedEmbedder.fit([entry.embedded_text for entry in entries]),
        conflicts=make_conflicts(documents[0].id),
        units=UNITS,
        synonyms=SYNONYMS,
        glossary=GLOSSARY,
        files={document.source_file: f"hash of {document.source_file}" for document in documents},
    )
