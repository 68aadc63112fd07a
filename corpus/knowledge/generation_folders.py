"""Where generations lie under DATA_DIR, and which one is current."""

from pathlib import Path

UNFINISHED = ".tmp"
INTERNAL = "internal"
"""Folder within a generation of what is built from all documents; there only where some of them are internal."""


class GenerationFolders:
    """DATA_DIR/generations: one folder a generation, named so that names sort by age, and the file `current` that holds the name of one."""

    def __init__(self, data_dir: Path) -> None:
        self.root = data_dir / "generations"
        self.pointer = self.root / "current"
        self.lock = self.root / "ingest.lock"

    def current_id(self) -> str | None:
        """The generation that questions are answered from; None before the first ingest."""
        try:
            return self.pointer.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None

    def pointer_mark(self) -> tuple[int, int, int] | None:
        """Changes whenever another generation becomes current; costs one look at the file system."""
        try:
            state = self.pointer.stat()
        except FileNotFoundError:
            return None
        return state.st_ino, state.st_mtime_ns, state.st_size

    def ids(self) -> tuple[str, ...]:
        """All finished generations, oldest first."""
        if not self.root.is_dir():
            return ()
        return tuple(sorted(path.name for path in self.root.iterdir() if path.is_dir() and not path.name.endswith(UNFINISHED)))

    def unfinished(self) -> tuple[Path, ...]:
        """What a killed ingest left behind."""
        return tuple(sorted(self.root.glob(f"*{UNFINISHED}")))
