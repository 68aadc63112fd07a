"""Documents that were handed in and are not published yet: DATA_DIR/drafts, a folder each with the file and what is known of it."""

import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO

from pydantic import TypeAdapter, ValidationError

from assistant.publishing.editor import Editor
from assistant.publishing.file_names import safe_file_name
from assistant.store.document_decisions import checked_fields
from assistant.store.moment import utc_now
from corpus.errors import NotFoundError, PublishingError, UnreadableFileError
from ingest.readers.reading import READERS, conversion_of

RECORD = "draft.json"
_ID = re.compile(r"[0-9a-f]{16}")
_AT_ONCE = 1 << 20
_SENT_WITHIN_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class Draft:
    """A file handed in under `name`; `replaces` is the file whose place it takes, `fields` correct its metadata once published.

    `released` is set once it is to be published: the next publication takes it up, whatever happened in between. `size` in bytes.
    """

    id: str
    name: str
    size: int
    kept_by: str
    kept_at: datetime
    replaces: str | None = None
    fields: Mapping[str, Any] | None = None
    released: bool = False


def keep_draft(
    editor: Editor, name: str, content: BinaryIO, *, replaces: str | None = None, fields: Mapping[str, Any] | None = None
) -> Draft:
    """Keep `content` as a draft under a safe form of `name`.

    Raises UnreadableFileError for a kind of file that is not read, PublishingError for an empty one and a name that cannot be used,
    CorrectionError for fields there are not.
    """
    safe = safe_file_name(name)
    if Path(safe).suffix.lower() not in READERS:
        raise UnreadableFileError(f"{safe}: unsupported kind; {conversion_of(Path(safe))}.")
    identifier = token_hex(8)
    aside = drafts_folder(editor) / f".{identifier}"
    aside.mkdir(parents=True)
    try:
        with (aside / safe).open("xb") as file:
            shutil.copyfileobj(content, file, _AT_ONCE)
            file.flush()
            os.fsync(file.fileno())
        size = (aside / safe).stat().st_size
        if not size:
            raise PublishingError(f"{safe} is empty: nothing was kept. Hand in the file again.")
        draft = Draft(identifier, safe, size, editor.name, utc_now(), replaces, _checked(safe, fields or {}))
        _write(aside, draft)
        aside.rename(aside.with_name(identifier))
        editor.note("hand_in_draft", safe, draft=identifier, size=size)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return draft


def drafts(editor: Editor) -> tuple[Draft, ...]:
    """All drafts, the earliest first."""
    folder = drafts_folder(editor)
    names = [path.name for path in folder.iterdir() if _ID.fullmatch(path.name)] if folder.is_dir() else []
    found = [draft for name in names if (draft := _read(folder / name)) is not None]
    return tuple(sorted(found, key=lambda draft: (draft.kept_at, draft.id)))


def find_draft(editor: Editor, draft_id: str) -> Draft:
    """One draft. Raises NotFoundError."""
    found = _read(drafts_folder(editor) / draft_id) if _ID.fullmatch(draft_id) else None
    if found is None:
        raise NotFoundError(f"There is no draft {draft_id!r}; it may have been published or discarded.")
    return found


def describe_draft(editor: Editor, draft_id: str, *, fields: Mapping[str, Any] | None = None, replaces: str | None = None) -> Draft:
    """Correct the draft's metadata (a field given as None is taken back) or say what it replaces ("" for nothing). Raises as `keep_draft`."""
    with _changed_alone(editor):
        draft = find_draft(editor, draft_id)
        merged = {name: value for name, value in {**(draft.fields or {}), **(fields or {})}.items() if value is not None}
        changed = replace(draft, fields=_checked(draft.name, merged), replaces=(draft.replaces if replaces is None else replaces or None))
        _write(drafts_folder(editor) / draft_id, changed)
    editor.note("describe_draft", draft.name, draft=draft_id, fields=dict(changed.fields or {}), replaces=changed.replaces)
    return changed


def release_draft(editor: Editor, draft_id: str) -> Draft:
    """Let the next publication take the draft up."""
    with _changed_alone(editor):
        draft = replace(find_draft(editor, draft_id), released=True)
        _write(drafts_folder(editor) / draft_id, draft)
    return draft


def hold_draft(editor: Editor, draft_id: str) -> Draft:
    """Let the draft wait again."""
    with _changed_alone(editor):
        draft = replace(find_draft(editor, draft_id), released=False)
        _write(drafts_folder(editor) / draft_id, draft)
    return draft


def discard_draft(editor: Editor, draft_id: str) -> None:
    """Delete a draft. Raises NotFoundError."""
    draft = find_draft(editor, draft_id)
    remove_draft(editor, draft.id)
    editor.note("discard_draft", draft.name, draft=draft.id)


def remove_draft(editor: Editor, draft_id: str) -> None:
    """Take the draft away in one step, whatever is left of its files, and delete them."""
    folder = drafts_folder(editor)
    with _changed_alone(editor), suppress(FileNotFoundError):
        (folder / draft_id).rename(folder / f".{draft_id}-done")
    delete_leftovers(editor)


def delete_leftovers(editor: Editor) -> None:
    """Delete what killed processes left: drafts taken away, and what was handed in so long ago that nobody can be sending it any more."""
    old = time.time() - _SENT_WITHIN_S
    for path in drafts_folder(editor).glob(".*"):
        with suppress(FileNotFoundError):
            if path.name.endswith("-done") or (_ID.fullmatch(path.name[1:]) and path.stat().st_mtime < old):
                shutil.rmtree(path, ignore_errors=True)


def draft_file(editor: Editor, draft: Draft) -> Path:
    """Where the draft's file lies; it is gone once the draft was taken up."""
    return drafts_folder(editor) / draft.id / draft.name


def drafts_folder(editor: Editor) -> Path:
    """DATA_DIR/drafts."""
    return editor.settings.data_dir / "drafts"


@contextmanager
def _changed_alone(editor: Editor) -> Iterator[None]:
    """One change of a draft after the other: of two at once the later would undo the earlier, and make public what was said to be internal."""
    folder = drafts_folder(editor)
    folder.mkdir(parents=True, exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _checked(name: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    checked: dict[str, Any] = checked_fields(name, fields).model_dump(mode="json", exclude_none=True)
    return checked


def _write(folder: Path, draft: Draft) -> None:
    aside = folder / f".{token_hex(4)}"
    aside.write_text(json.dumps(asdict(draft), ensure_ascii=False, default=str), encoding="utf-8")
    os.replace(aside, folder / RECORD)


def _read(folder: Path) -> Draft | None:
    try:
        return TypeAdapter(Draft).validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None
