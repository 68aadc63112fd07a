"""`city-assistant ingest`: knowledge from the documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant.command_line.editing import open_for_editing
from assistant.command_line.publishing import publish_and_tell
from assistant.publishing.drafts import discard_draft, keep_draft
from assistant.publishing.editor import Editor
from corpus.errors import AssistantError, IngestRunningError, PublishingError
from ingest.priority import give_way
from ingest.readers.reading import READERS

app = typer.Typer(add_completion=False)


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files, or folders of files, to add to the documents first; they are copied to DATA_DIR.")
    ] = None,
    replaces: Annotated[str, typer.Option("--replaces", metavar="NAME", help="The document whose place the one file added takes.")] = "",
    internal: Annotated[bool, typer.Option("--internal", help="What is added is for holders of keys only.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Read every document again, changed or not.")] = False,
) -> None:
    """Read what changed in the documents and publish it; questions are answered from the former state until that is done.

    Ends with 3 when a file could not be read, though the others are published; files of other kinds are only named.
    """
    give_way()
    with open_for_editing() as editor:
        draft_ids = _handed_in(editor, tuple(_files(paths or ())), replaces, internal=internal)
        try:
            code = publish_and_tell(editor, draft_ids=draft_ids, rebuild=rebuild)
        except IngestRunningError:
            raise
        except PublishingError:
            _discard(editor, draft_ids)
            raise
    raise typer.Exit(code)


def _handed_in(editor: Editor, files: Sequence[Path], replaces: str, *, internal: bool) -> list[str]:
    if replaces and len(files) != 1:
        raise PublishingError("--replaces goes with one file: add the others by a command of their own.")
    draft_ids: list[str] = []
    fields = {"visibility": "internal"} if internal else {}
    try:
        for path in files:
            with path.open("rb") as content:
                draft_ids.append(keep_draft(editor, path.name, content, replaces=replaces or None, fields=fields).id)
    except OSError as error:
        _discard(editor, draft_ids)
        raise PublishingError(f"{error.filename} cannot be opened ({error.strerror}): nothing was added.") from None
    except AssistantError:
        _discard(editor, draft_ids)
        raise
    return draft_ids


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those of folders that a reader exists for."""
    for path in paths:
        if path.is_dir():
            below = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in READERS)
            yield from (file for file in below if not any(part.startswith((".", "~")) for part in file.relative_to(path).parts))
        else:
            yield path


def _discard(editor: Editor, draft_ids: Sequence[str]) -> None:
    for draft_id in draft_ids:
        discard_draft(editor, draft_id)
