"""A document handed in is kept whole or not at all, and what killed processes left of others goes."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from assistant.publishing import drafts as drafts_module
from assistant.publishing.drafts import (
    delete_leftovers,
    describe_draft,
    discard_draft,
    draft_file,
    drafts,
    drafts_folder,
    find_draft,
    keep_draft,
    release_draft,
)
from assistant.publishing.editor import Editor
from corpus.errors import NotFoundError, PublishingError, UnreadableFileError


class Breaking:
    """A file of which the second part never comes."""

    def __init__(self) -> None:
        self._parts = [b"one"]

    def read(self, _size: int) -> bytes:
        if self._parts:
            return self._parts.pop()
        raise ConnectionError("the sender is gone")


def left(editor: Editor) -> list[str]:
    folder = drafts_folder(editor)
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def leave(editor: Editor, name: str, hours_ago: float = 0) -> Path:
    folder = drafts_folder(editor) / name
    folder.mkdir(parents=True)
    (folder / "计划.md").write_text("半份", encoding="utf-8")
    moment = time.time() - hours_ago * 3600
    os.utime(folder, (moment, moment))
    return folder


def at_once(monkeypatch: pytest.MonkeyPatch, *changes: Callable[[], object]) -> list[BaseException | None]:
    """What each change raises, all begun together and each slow to write."""
    write = drafts_module._write

    def slowly(folder: Path, draft: drafts_module.Draft) -> None:
        time.sleep(0.1)
        write(folder, draft)

    monkeypatch.setattr(drafts_module, "_write", slowly)
    with ThreadPoolExecutor(len(changes)) as pool:
        return [begun.exception() for begun in [pool.submit(change) for change in changes]]


def test_of_changes_at_once_none_undoes_another(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = keep_draft(editor, "规划.md", BytesIO("# 规划".encode()))
    internal = partial(describe_draft, editor, draft.id, fields={"visibility": "internal"})
    titled = partial(describe_draft, editor, draft.id, fields={"title": "云川市规划"})
    assert at_once(monkeypatch, internal, titled, partial(release_draft, editor, draft.id)) == [None] * 3
    changed = find_draft(editor, draft.id)
    assert changed.fields == {"visibility": "internal", "title": "云川市规划"}
    assert changed.released


def test_a_draft_that_is_discarded_while_it_is_changed_is_changed_or_not_there(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = keep_draft(editor, "规划.md", BytesIO("# 规划".encode()))
    change, discard = partial(describe_draft, editor, draft.id, fields={"title": "云川市规划"}), partial(discard_draft, editor, draft.id)
    failed = [raised for raised in at_once(monkeypatch, change, discard, change) if raised is not None]
    assert all(isinstance(raised, NotFoundError) for raised in failed)
    assert left(editor) == []


def test_a_draft_is_kept_with_its_bytes_and_found_again(editor: Editor) -> None:
    draft = keep_draft(editor, "../规划.md", BytesIO("# 规划".encode()))
    assert (draft.name, draft.size, draft.released) == ("规划.md", 8, False)
    assert draft_file(editor, draft).read_bytes() == "# 规划".encode()
    assert (find_draft(editor, draft.id), drafts(editor)) == (draft, (draft,))
    discard_draft(editor, draft.id)
    assert left(editor) == []
    with pytest.raises(NotFoundError):
        find_draft(editor, draft.id)


def test_nothing_is_left_of_what_is_refused_or_breaks_off(editor: Editor) -> None:
    with pytest.raises(UnreadableFileError, match="docx"):
        keep_draft(editor, "规划.doc", BytesIO(b"x"))
    with pytest.raises(PublishingError, match="empty"):
        keep_draft(editor, "规划.md", BytesIO(b""))
    with pytest.raises(ConnectionError):
        keep_draft(editor, "规划.md", cast(BinaryIO, Breaking()))
    assert left(editor) == []


@pytest.mark.parametrize("identifier", ["../../x", "", ".", "0123456789abcdeg", "0123456789ABCDEF"])
def test_what_is_no_id_of_a_draft_names_nothing(editor: Editor, identifier: str) -> None:
    with pytest.raises(NotFoundError):
        find_draft(editor, identifier)


def test_what_killed_processes_left_goes_and_what_is_being_sent_stays(editor: Editor) -> None:
    kept = keep_draft(editor, "规划.md", BytesIO(b"x"))
    leave(editor, ".0123456789abcdef-done")
    leave(editor, ".1123456789abcdef", hours_ago=25)
    sent = leave(editor, ".2123456789abcdef", hours_ago=23)
    delete_leftovers(editor)
    assert left(editor) == sorted([sent.name, kept.id])


def test_where_nothing_was_handed_in_nothing_is_left(editor: Editor) -> None:
    delete_leftovers(editor)
    assert left(editor) == []
