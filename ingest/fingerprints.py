"""What a generation was built from, as hashes: which files must be read again, and whether anything must be built at all."""

import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from corpus.amendments import Decisions
from corpus.manifest import MANIFEST_FILE
from corpus.settings import CorpusSettings
from ingest.readers.pdf import recognition_version
from ingest.readers.reading import READERS
from ingest.sources import DATA_FILES

RULE_PACKAGES = ("ingest", "ingest.conflicts", "ingest.facts", "ingest.readers", "corpus.language", "corpus.model")


def take_fingerprints(settings: CorpusSettings, files: Mapping[str, Path], decisions: Decisions) -> dict[str, str]:
    """A hash of every source file with what was decided of it, and under names with a colon of everything else that the knowledge depends on."""
    hashes = {name: _of_file(path, decisions.digest(name)) for name, path in files.items()}
    for name in DATA_FILES:
        if name != MANIFEST_FILE:
            path = settings.corpus_dir / name
            hashes[f":{name}"] = _hash(path.read_bytes()) if path.is_file() else ""
    hashes[":embedding"] = str(settings.embedding_model or "")
    hashes[":recognition"] = recognition_version()
    hashes[":rules"] = _rules_hash()
    return hashes


def unchanged_files(former: Mapping[str, str], present: Mapping[str, str]) -> frozenset[str]:
    """Files that need not be read again: same content, same decisions, read by the same rules and recognition."""
    if any(former.get(name) != present[name] for name in (":rules", ":recognition")):
        return frozenset()
    return frozenset(name for name, digest in present.items() if not name.startswith(":") and former.get(name) == digest)


def _of_file(path: Path, decided: str) -> str:
    return "+".join(filter(None, (_content_of(path), decided)))


def _content_of(path: Path) -> str:
    """A hash of what the file holds; of one that will not be read, because it is too large or cannot be opened, of as much as can be known."""
    try:
        size = path.stat().st_size
        if size > READERS[path.suffix.lower()].max_bytes:
            return _hash(b"%d bytes" % size)
        with path.open("rb") as file:
            return hashlib.file_digest(file, hashlib.blake2s).hexdigest()
    except OSError as error:
        return _hash(type(error).__name__.encode())


def _rules_hash() -> str:
    """A hash of the program's own reading rules: when they change, every file is read anew."""
    digest = hashlib.blake2s()
    for package in RULE_PACKAGES:
        for entry in sorted(resources.files(package).iterdir(), key=lambda item: item.name):
            if entry.name.endswith((".py", ".toml")):
                digest.update(entry.read_bytes())
    return digest.hexdigest()


def _hash(data: bytes) -> str:
    return hashlib.blake2s(data).hexdigest()
