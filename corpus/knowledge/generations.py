"""Lends the current generation to questions, and takes up a newly published one without disturbing those under way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from corpus.errors import AssistantError, MismatchError, NoGenerationError
from corpus.knowledge.generation_folders import INTERNAL, GenerationFolders
from corpus.knowledge.generation_use import GenerationUse
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Visibility


@dataclass(slots=True)
class _Lent:
    """An open generation and the number of leases on it; what holds its internal documents is opened when first lent."""

    folder: Path
    public: KnowledgeBase
    use: GenerationUse
    leases: int = 0
    whole: KnowledgeBase | None = None

    def knowledge(self, audience: Visibility) -> KnowledgeBase:
        if audience == "public":
            return self.public
        if self.whole is None:
            internal = self.folder / INTERNAL
            self.whole = KnowledgeBase(internal, self.folder.name) if internal.is_dir() else self.public
        return self.whole

    def close(self) -> None:
        self.public.close()
        if self.whole not in (None, self.public):
            self.whole.close()
        self.use.end()


class Generations:
    """The generations under `data_dir`. Safe to use from many threads; other processes may publish meanwhile.

    A superseded generation is closed when its last lease ends.
    """

    def __init__(self, data_dir: Path) -> None:
        self._folders = GenerationFolders(data_dir)
        self._lock = Lock()
        self._mark: tuple[int, int, int] | None = None
        self._current: _Lent | None = None

    @property
    def current_id(self) -> str | None:
        """The generation that the next lease gives; None before the first ingest."""
        return self._folders.current_id()

    def list(self) -> Sequence[str]:
        """All finished generations, oldest first."""
        return self._folders.ids()

    @contextmanager
    def lease(self, audience: Visibility = "public") -> Iterator[KnowledgeBase]:
        """The knowledge of the current generation for the length of a block: it stays open and the same until the block ends.

        The public is lent what was built from public documents alone, the internal audience what was built from all. Raises NoGenerationError
        before the first ingest, MismatchError when the generation does not fit this program.
        """
        lent = self._take()
        try:
            with self._lock:
                knowledge = lent.knowledge(audience)
            yield knowledge
        finally:
            self._give_back(lent)

    def close(self) -> None:
        """Close the current generation as soon as no lease is on it; the next lease opens it again."""
        with self._lock:
            closing, self._current = self._current, None
            idle = closing is not None and closing.leases == 0
        if closing is not None and idle:
            closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _take(self) -> _Lent:
        with self._lock:
            mark = self._folders.pointer_mark()
            superseded = None
            if self._current is None or mark != self._mark:
                opened = self._open()
                superseded, self._current, self._mark = self._current, opened, mark
            lent = self._current
            lent.leases += 1
            closing = superseded if superseded is not None and superseded.leases == 0 else None
        if closing is not None:
            closing.close()
        return lent

    def _give_back(self, lent: _Lent) -> None:
        with self._lock:
            lent.leases -= 1
            closing = lent is not self._current and lent.leases == 0
        if closing:
            lent.close()

    def _open(self) -> _Lent:
        name = self._folders.current_id()
        try:
            return self._open_generation(name)
        except (AssistantError, OSError):
            # Between reading the pointer and opening, a newer generation may have taken its place.
            newer = self._folders.current_id()
            if newer == name:
                raise
            return self._open_generation(newer)

    def _open_generation(self, name: str | None) -> _Lent:
        if name is None:
            folder = self._folders.root.parent.absolute()
            raise NoGenerationError(f"Nothing has been ingested into {folder} yet; run `city-assistant ingest`, or set DATA_DIR.")
        folder = self._folders.root / name
        if not folder.is_dir():
            raise MismatchError(
                f"The current generation {name} is missing from {self._folders.root}; run `city-assistant ingest --rebuild`."
            )
        use = GenerationUse(folder)
        try:
            return _Lent(folder, KnowledgeBase(folder), use)
        except BaseException:
            use.end()
            raise
