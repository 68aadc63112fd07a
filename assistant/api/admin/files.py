"""/api/admin/files: the files that documents come from, and what is decided of them. A decision holds from the next ingest on."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from fastapi import APIRouter
from pydantic import Field

from assistant.api.admin.editors import CurrentEditor
from assistant.bodies import Body
from assistant.listing.documents import DocumentBody, document_body
from assistant.publishing.documents import Origin, SourceFile, correct_document, restore_document, source_files, withdraw
from assistant.publishing.editor import Editor
from assistant.store.document_decisions import StateChange, metadata_corrections
from assistant.store.ingest_jobs import ingest_jobs
from corpus.amendments import MetadataCorrection, same_file
from corpus.manifest import MANIFEST_FILE

router = APIRouter(prefix="/api/admin/files")

FileState = Literal["published", "withdrawn", "failed", "waiting"]
"""`failed`: the last ingest of the admin page could not read it; `waiting`: it was not there, or not meant to be, at the last ingest."""


class StateChangeBody(Body):
    """When a file was last withdrawn or restored, and by whom; `replaced_by` is the file in its place."""

    state: Literal["present", "withdrawn"]
    actor: str
    at: datetime
    replaced_by: str | None
    note: str | None


class FileCorrectionBody(Body):
    """Fields of metadata that hold instead of what the text says; `heading` is the one document of the file that is meant, "" for the file."""

    heading: str
    fields: dict[str, Any]


class FileBody(Body):
    """A file that documents come from: it lies in the corpus folder, or was added, or is gone. `size` in bytes.

    `documents` are those that are served from it at present, `message` says why a file has failed.
    """

    file: str
    state: FileState
    origin: Origin
    size: int
    documents: list[DocumentBody]
    change: StateChangeBody | None
    corrections: list[FileCorrectionBody]
    message: str | None


class FilesBody(Body):
    """Every file, in order of names."""

    files: list[FileBody]


class NoteBody(Body):
    """Why it is done."""

    note: str | None = Field(default=None, max_length=2000)


class CorrectionBody(Body):
    """Fields of the metadata to correct; null takes a correction back. `heading` is the title of one document of the file, "" for the file."""

    fields: dict[str, Any]
    heading: str = Field(default="", max_length=500)


class CorrectedBody(Body):
    """The corrections that hold now."""

    fields: dict[str, Any]


@router.get("")
def list_files(editor: CurrentEditor) -> FilesBody:
    """Every file with its state."""
    return FilesBody(files=_bodies(editor, source_files(editor)))


@router.post("/{name:path}/withdraw")
def withdraw_file(name: str, body: NoteBody, editor: CurrentEditor) -> FileBody:
    """Leave a file out from the next ingest on; it is kept, so that it can be restored."""
    return _bodies(editor, [withdraw(editor, name, note=body.note)])[0]


@router.post("/{name:path}/restore")
def restore_file(name: str, body: NoteBody, editor: CurrentEditor) -> FileBody:
    """Take a withdrawn file in again from the next ingest on."""
    return _bodies(editor, [restore_document(editor, name, note=body.note)])[0]


@router.patch("/{name:path}/metadata")
def correct_file(name: str, body: CorrectionBody, editor: CurrentEditor) -> CorrectedBody:
    """Correct what is known of a file's documents."""
    corrected = correct_document(editor, name, body.fields, heading=body.heading)
    return CorrectedBody(fields=corrected.model_dump(mode="json", exclude_none=True))


def _bodies(editor: Editor, sources: Sequence[SourceFile]) -> list[FileBody]:
    failures, corrections = _failures(editor), metadata_corrections(editor.database)
    return [
        _body(source, [each for each in corrections if same_file(each.file, source.file)], _failure(source, failures)) for source in sources
    ]


def _failures(editor: Editor) -> Sequence[str]:
    """What the last ingest that came to an end said of files it could not read."""
    done = ingest_jobs(editor.database, state="done", limit=1)
    return done[0].report["failures"] if done and done[0].report else ()


def _failure(source: SourceFile, failures: Sequence[str]) -> str | None:
    # Each message begins with the name of its file, or of the manifest and its file; another file's name may go on from there (公告.htm, 公告.html).
    begins = tuple(f"{before}{source.file}{after}" for before in ("", f"{MANIFEST_FILE}: ") for after in (" ", ",", ":"))
    return next((message for message in failures if message.startswith(begins)), None)


def _body(source: SourceFile, corrections: Sequence[MetadataCorrection], failure: str | None) -> FileBody:
    return FileBody(
        file=source.file,
        state=_state(source, failure),
        origin=source.origin,
        size=source.size,
        documents=[document_body(summary) for summary in source.documents],
        change=_change_body(source.change) if source.change else None,
        corrections=[
            FileCorrectionBody(heading=each.heading, fields=each.fields.model_dump(mode="json", exclude_none=True)) for each in corrections
        ],
        message=failure,
    )


def _change_body(change: StateChange) -> StateChangeBody:
    at = change.made_at.replace(tzinfo=UTC)
    return StateChangeBody(state=change.state, actor=change.actor, at=at, replaced_by=change.replaced_by, note=change.note)


def _state(source: SourceFile, failure: str | None) -> FileState:
    if source.withdrawn:
        return "withdrawn"
    if source.documents:
        return "published"
    return "failed" if failure else "waiting"
