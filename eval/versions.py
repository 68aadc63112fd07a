"""Which code gave a figure: versions of the program, of Python and of the libraries that shape answers."""

import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("city-knowledge-assistant", "chromadb", "langchain-core", "numpy", "scikit-learn", "sentence-transformers", "tantivy")


def versions_in_use() -> dict[str, str]:
    """Version by name; `commit` only where the program runs from its repository, with `+changes` when files differ from it."""
    found = {"python": platform.python_version(), "system": platform.platform()}
    for library in LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    if commit := _commit(Path(__file__).parent):
        found["commit"] = commit
    return found


def _commit(folder: Path) -> str | None:
    try:
        commit = _git(folder, "rev-parse", "HEAD")
        return commit + ("+changes" if _git(folder, "status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.SubprocessError):
        return None


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True, timeout=10)
    return done.stdout.strip()
