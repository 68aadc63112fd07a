"""What a publication changed: documents added, gone, and with another text, other metadata or other facts than before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from assistant.publishing.fact_changes import Change, FactChange, compare_facts
from corpus.amendments import same_file
from corpus.knowledge.knowledge_base import DocumentSummary, KnowledgeBase
from corpus.model.document import Metadata
from corpus.model.facts import FACT_TYPES, Fact

_Pair = tuple[DocumentSummary | None, DocumentSummary | None]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a document's metadata as it was and as it is."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document that is not what it was. `document_id` and `file` are those it has now, `former_id` and `former_file` those it had.

    `text_changed` tells whether one character of its text differs. A document that is gone has no new names, an added one no former ones.
    """

    change: Change
    title: str
    file: str | None
    document_id: str | None
    former_file: str | None = None
    former_id: str | None = None
    text_changed: bool = False
    metadata: tuple[FieldChange, ...] = ()
    facts: tuple[FactChange, ...] = ()


def compare_knowledge(
    former: KnowledgeBase | None, present: KnowledgeBase, replacements: Mapping[str, str] | None = None
) -> tuple[DocumentChange, ...]:
    """What changed from `former` (None: there was nothing) to `present`; `replacements` lead from a replaced file to the one in its place."""
    before = _by_file(former.documents() if former else ())
    after = _by_file(present.documents())
    read_alike = former is not None and all(former.files().get(name) == present.files().get(name) for name in (":rules", ":recognition"))
    changes: list[DocumentChange] = []
    for file in sorted({*before, *after}):
        if read_alike and former and file in before and former.files().get(file) == present.files().get(file):
            continue
        successor = next((new for old, new in (replacements or {}).items() if same_file(old, file)), None)
        if file not in after and successor in after and successor not in before:
            continue
        replaced = next((old for old, new in (replacements or {}).items() if same_file(new, file) and old not in after), file)
        documents = before.get(replaced if file not in before else file, [])
        for old, new in _pairs(documents, after.get(file, [])):
            if change := _compared(former, old, present, new):
                changes.append(change)
    return tuple(changes)


def _by_file(summaries: Iterable[DocumentSummary]) -> dict[str, list[DocumentSummary]]:
    found: dict[str, list[DocumentSummary]] = {}
    for summary in summaries:
        found.setdefault(summary.source_file, []).append(summary)
    return found


def _pairs(before: Sequence[DocumentSummary], after: Sequence[DocumentSummary]) -> list[_Pair]:
    """Documents of two versions of a file: the same title first, then the same place among the rest."""
    pairs: list[_Pair] = []
    old, new = list(before), list(after)
    for summary in before:
        same = next((other for other in new if other.title == summary.title), None)
        if same:
            pairs.append((summary, same))
            old.remove(summary)
            new.remove(same)
    while old or new:
        pairs.append((old.pop(0) if old else None, new.pop(0) if new else None))
    return pairs


def _compared(
    former: KnowledgeBase | None, old: DocumentSummary | None, present: KnowledgeBase, new: DocumentSummary | None
) -> DocumentChange | None:
    if old is None or former is None:
        return DocumentChange("added", new.title, new.source_file, new.id) if new else None
    if new is None:
        return DocumentChange("gone", old.title, None, None, old.source_file, old.id)
    text_changed = old.version != new.version
    metadata = _metadata_changes(old.metadata, new.metadata)
    facts = compare_facts(former.document(old.id), _facts(former, old), present.document(new.id), _facts(present, new))
    if not (text_changed or metadata or facts or old.source_file != new.source_file):
        return None
    return DocumentChange("changed", new.title, new.source_file, new.id, old.source_file, old.id, text_changed, metadata, facts)


def _metadata_changes(before: Metadata, after: Metadata) -> tuple[FieldChange, ...]:
    names = [field.name for field in fields(Metadata)]
    return tuple(
        FieldChange(name, getattr(before, name), getattr(after, name)) for name in names if getattr(before, name) != getattr(after, name)
    )


def _facts(knowledge: KnowledgeBase, summary: DocumentSummary) -> list[Fact]:
    return [fact for kind in FACT_TYPES for fact in knowledge.facts(kind, summary.id)]
