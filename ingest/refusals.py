"""Files that are not read whatever they hold: for their names, or for where they lead."""

import unicodedata
from pathlib import Path, PurePath

_UNSHOWN = ("Cc", "Cs")
"""Kinds of characters (Unicode) that no list, message or store can hold: controls, line ends among them, and bytes that are no UTF-8."""


def refusal_of(name: PurePath, folder: Path) -> str | None:
    """Why the file called `name` below `folder` is not read, and what to do; None where nothing is against it.

    A link that leads out of the folder is not followed: whoever may put files there need not be one who may read what it leads to.
    """
    shown = "".join("?" if unicodedata.category(character) in _UNSHOWN else character for character in name.as_posix())
    if shown != name.as_posix():
        return f"{shown}: its name has characters that cannot be shown. Give it another name."
    if not (folder / name).resolve().is_relative_to(folder.resolve()):
        return f"{shown}: a link that leads out of the documents. Put a copy of the file there instead."
    return None
