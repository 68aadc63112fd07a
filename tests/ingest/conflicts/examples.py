"""Invented documents read whole, and what they contradict each other in."""

from pathlib import Path

from corpus.manifest import Manifest
from corpus.model.conflicts import Conflict
from ingest.assembly import read_documents
from ingest.conflicts.contradictions import find_conflicts

PLAN = "云川市智慧水务行动计划（2024—2026年）"
OTHER_PLAN = "云川市新型智慧城市建设行动计划（2024—2026年）"


def conflicts_in(folder: Path, *texts: str) -> tuple[Conflict, ...]:
    """The conflicts of `texts`, each a document under its title's line or, without one, under the title PLAN."""
    documents, facts = [], {}
    for number, text in enumerate(texts):
        path = folder / f"{number}.md"
        path.write_text(text if text.startswith("# ") else f"# {PLAN}\n\n{text}\n", encoding="utf-8")
        for reading in read_documents(path, path.name, Manifest()):
            documents.append(reading.document)
            facts[reading.document.id] = reading.facts
    found = find_conflicts(documents, facts)
    by_id = {document.id: document.text for document in documents}
    for conflict in found:
        assert len(conflict.parties) > 1
        assert all(party.span.of(by_id[party.document_id]) for party in conflict.parties)
    return found


def values(found: tuple[Conflict, ...]) -> list[list[str]]:
    """What the parties of each conflict say."""
    return [[party.value for party in conflict.parties] for conflict in found]
