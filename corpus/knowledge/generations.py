"""Lends the current generation to questions, and takes up a newly published one without disturbing those under way."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from corpus.errors import AssistantError, MismatchError, NoGenerationError
from corpus.knowledge.generation_folders import INTERNAL, GenerationFolders
from corpus.knowledge.generation_use import GenerationUse
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Visibility

FOLLOW_SECONDS = 0.5
"""How often a newly published generation is looked for where they are followed: one look costs microseconds."""
RETRY_SECONDS = 60.0
"""After which one that could not be taken up is tried again; a newer one is tried at once."""
Prepare = Callable[[KnowledgeBase], object]
_LOG = logging.getLogger(__name__)


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

    def prepared(self, prepare: Prepare) -> "_Lent":
        """This generation once `prepare` has seen all it may be asked for; closed if that fails."""
        try:
            for knowledge in {id(side): side for side in (self.public, self.knowledge("internal"))}.values():
                prepare(knowledge)
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        self.public.close()
        if self.whole not in (None, self.public):
            self.whole.close()
        self.use.end()


class Generations:
    """The generations under `data_dir`. Safe to use from many threads; other processes may publish meanwhile.

    A superseded generation is closed when its last lease ends. The first lease after a publication opens the new generation, and the others wait
    for it, unless generations are `followed`.
    """

    def __init__(self, data_dir: Path) -> None:
        self._folders = GenerationFolders(data_dir)
        self._lock = Lock()
        self._mark: tuple[int, int, int] | None = None
        self._current: _Lent | None = None
        self._opening = Lock()
        self._are_followed = False

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

    def take_up(self, prepare: Prepare) -> bool:
        """Open the newest generation beside the one that is lent, `prepare` what it holds, and lend it from then on; false where it is lent already.

        Leases go on meanwhile. Raises what `lease` and `prepare` raise, and lends the former one then.
        """
        with self._opening:
            mark = self._folders.pointer_mark()
            with self._lock:
                if self._current is not None and mark == self._mark:
                    return False
            opened = self._open().prepared(prepare)
            with self._lock:
                superseded, self._current, self._mark = self._current, opened, mark
                idle = superseded is not None and superseded.leases == 0
            if superseded is not None and idle:
                superseded.close()
            return True

    @contextmanager
    def followed(self, prepare: Prepare) -> Iterator[None]:
        """While the block lasts, a thread takes up what is published, and no lease waits for a generation to be opened but the very first."""
        ended = Event()
        thread = Thread(target=self._follow, args=(prepare, ended), name="generations", daemon=True)
        self._are_followed = True
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()
            self._are_followed = False

    def _follow(self, prepare: Prepare, ended: Event) -> None:
        failed, seconds = None, 0.0
        while not ended.wait(FOLLOW_SECONDS):
            mark, seconds = self._folders.pointer_mark(), seconds + FOLLOW_SECONDS
            if mark is None or (mark == failed and seconds < RETRY_SECONDS):
                continue
            try:
                self.take_up(prepare)
                failed = None
            except Exception as error:
                failed, seconds = mark, 0.0
                _LOG.error("The newest generation is not taken up, questions are answered from the one before: %s", error)

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
            mark = self._mark if self._current is not None and self._are_followed else self._folders.pointer_mark()
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
