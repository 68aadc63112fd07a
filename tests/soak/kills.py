"""Kills ingests at random moments while a server answers, and looks each time whether everything is whole.

`make soak` kills 200 times and tells how it goes; the suite does a few.
"""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from random import Random
from threading import Event, Thread

import httpx

from assistant.api.application import create_app
from assistant.publishing.documents import find_source_file, restore_document, source_files, withdraw
from assistant.publishing.drafts import keep_draft, release_draft
from assistant.publishing.editor import Editor
from assistant.session import open_session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from corpus.errors import NoGenerationError
from corpus.knowledge.generation_folders import GenerationFolders
from corpus.knowledge.generations import Generations
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.model.document import Visibility
from corpus.model.facts import FACT_TYPES
from ingest.publication import KEPT
from tests.assistant.served import served
from tests.soak.killed_ingest import OF_TEN, Course, IngestProcesses, Kind, ingest_processes, random_moment
from tests.soak.plans import plan

ANCHOR = plan(0)
"""The one document that no round changes: the server is asked about it all the time."""
DOCUMENTS = 4
AUDIENCES: tuple[Visibility, ...] = ("public", "internal")
GONE_WITHIN_S = 20
FRESH_EVERY = 5
"""Every so many kills the data folder is a new one, so that a first ingest is killed too."""
Told = Callable[[str], None]
Contents = Mapping[str, tuple[str, int]]
"""Text and number of facts by audience and file."""


class Corpus:
    """A folder of a few plans, one of them internal, that every round changes."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder, self._chance = folder, chance
        folder.mkdir()
        self._held = dict.fromkeys(range(DOCUMENTS), 0)
        for number in self._held:
            self._write(number)
        internal = plan(1).file_name
        (folder / "manifest.toml").write_text(f'[[documents]]\nfile = "{internal}"\nvisibility = "internal"\n', encoding="utf-8")

    def change(self, edition: int) -> None:
        """Rewrite some plans."""
        for number in self._chance.sample(range(1, DOCUMENTS - 1), self._chance.randint(1, DOCUMENTS - 2)):
            self._held[number] = edition
            self._write(number)

    def _write(self, number: int) -> None:
        written = plan(number, self._held[number])
        (self.folder / written.file_name).write_text(written.text, encoding="utf-8")


class Soak:
    """One data folder that ingests are killed over; the server answers from it all the while."""

    def __init__(self, folder: Path, seed: int, processes: IngestProcesses) -> None:
        self.chance = Random(seed)
        self._kinds: list[Kind] = []
        self.corpus = Corpus(folder / "corpus", self.chance)
        self.settings = AssistantSettings.load(
            corpus_dir=folder / "corpus", data_dir=folder / "data", questions_per_minute=0, _env_file=None
        )
        self.processes = processes
        self.kills: Counter[str] = Counter()
        self.published_by_killed = 0
        self.ended_before = 0
        self._folder = folder
        self._edition = 0

    def run(self, kills: int, told: Told) -> None:
        """Kill so many ingests. Fails at the first thing that is not whole."""
        self.processes.whole(self.settings)
        course = self._course()
        with asked_all_the_time(self.settings) as asking:
            while self.kills.total() < kills:
                asking.check()
                killed = self.kills.total()
                if killed % FRESH_EVERY == FRESH_EVERY - 1:
                    self._kill_a_first_ingest(course)
                else:
                    self._kill_an_ingest(course)
                asking.check()
                if self.kills.total() > killed and (self.kills.total() % 20 == 0 or self.kills.total() == kills):
                    told(self.summary(asking.answers))

    def summary(self, answers: int) -> str:
        """How it went so far, in one line."""
        moments = ", ".join(f"{kind} {count}" for kind, count in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} ingests killed ({moments}), {self.published_by_killed} of them had published; {self.ended_before} ended before "
            f"their moment; {answers} questions answered meanwhile, none failed; every generation whole, every rerun completed, nothing left over."
        )

    def _course(self) -> Course:
        self._change()
        return self.processes.whole(self.settings)

    def _change(self) -> None:
        """Files of the corpus folder change each time; often one is withdrawn or restored besides, or one handed in takes the place of the one before."""
        self._edition += 1
        self.corpus.change(self._edition)
        with closing(Database(self.settings.database_url)) as database:
            editor = Editor(self.settings, database, "soak")
            if self.chance.random() < 0.4:
                last = find_source_file(editor, plan(DOCUMENTS - 1).file_name)
                (restore_document if last.withdrawn else withdraw)(editor, last.file)
            if self.chance.random() < 0.4:
                handed_in = plan(DOCUMENTS, self._edition)
                there = any(source.file == handed_in.file_name for source in source_files(editor))
                draft = keep_draft(
                    editor, handed_in.file_name, BytesIO(handed_in.text.encode()), replaces=handed_in.file_name if there else None
                )
                release_draft(editor, draft.id)

    def _kill_an_ingest(self, course: Course) -> None:
        before = contents(self.settings.data_dir)
        self._change()
        if not self._killed(self.settings, course):
            return
        found = contents(self.settings.data_dir)
        self.processes.whole(self.settings)
        after = contents(self.settings.data_dir)
        assert list((self.settings.data_dir / "drafts").glob("*")) == []
        assert before != after
        assert found in (before, after), "what is published is neither what was before nor what was to be"
        self.published_by_killed += found == after
        assert_tidy(self.settings.data_dir)

    def _kill_a_first_ingest(self, course: Course) -> None:
        data_dir = self._folder / "fresh"
        settings = self.settings.model_copy(update={"data_dir": data_dir})
        if self._killed(settings, course):
            found: Contents | None = None
            with suppress(NoGenerationError):
                found = contents(data_dir)
            self.processes.whole(settings)
            assert found in (None, contents(data_dir))
            self.published_by_killed += found is not None
            assert_tidy(data_dir)
        shutil.rmtree(data_dir, ignore_errors=True)

    def _killed(self, settings: AssistantSettings, course: Course) -> bool:
        if not self._kinds:
            self._kinds = [kind for kind, count in OF_TEN.items() for _ in range(count)]
            self.chance.shuffle(self._kinds)
        killed = self.processes.killed(settings, random_moment(self._kinds[-1], course, self.chance))
        if killed:
            self.kills[self._kinds.pop()] += 1
        self.ended_before += not killed
        return killed


@contextmanager
def soaked(folder: Path, seed: int) -> Iterator[Soak]:
    """A soak in the empty folder `folder`; in the end the killed ingests must have left no temporary files, nor processes that go on."""
    temporary = folder / "temporary"
    with ingest_processes(temporary) as processes:
        yield Soak(folder, seed, processes)
    until = time.monotonic() + GONE_WITHIN_S
    while (left := _processes_of(temporary)) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == []
    assert list(temporary.iterdir()) == []


def _processes_of(temporary: Path) -> list[str]:
    """The processes whose temporary files go to a folder, as far as the system shows them."""
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"TMPDIR={temporary}".encode() in (process / "environ").read_bytes().split(b"\0"):
                left.append((process / "cmdline").read_text().replace("\0", " "))
    return left


class Asking:
    """Asks one question after the other until told to end."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=30)
        self._ended = Event()
        self._failures: list[str] = []
        self._thread = Thread(target=self._ask)
        self.answers = 0

    def check(self) -> None:
        """Another question is answered, and none has failed."""
        until, waited = self.answers + 1, 0
        while self.answers < until and not self._failures and waited < 600:
            self._ended.wait(0.05)
            waited += 1
        assert not self._failures, self._failures[0]
        assert self.answers >= until, "the server does not answer any more"

    def __enter__(self) -> "Asking":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        self._client.close()

    def _ask(self) -> None:
        while not self._ended.wait(0.1) and not self._failures:
            try:
                response = self._client.post("/api/ask", json={"question": ANCHOR.question, "as_of": "2017-06-01"})
            except httpx.HTTPError as error:
                self._failures.append(repr(error))
                return
            quotes = [citation["quote"] for citation in response.json().get("citations", ())]
            if response.status_code != 200 or not any(quote in ANCHOR.text for quote in quotes):
                self._failures.append(response.text)
            self.answers += 1


@contextmanager
def asked_all_the_time(settings: AssistantSettings) -> Iterator[Asking]:
    """A server over `settings` that is asked without a pause while the block lasts."""
    with open_session(settings.model_copy(update={"questions_per_minute": 0})) as session:
        session.warm_up()
        with session.keeping_up(), served(create_app(session)) as address, Asking(address) as asking:
            yield asking


def contents(data_dir: Path) -> Contents:
    """What a newly started program finds published, once everything in it has been looked at. Raises NoGenerationError where nothing is."""
    found: dict[str, tuple[str, int]] = {}
    with Generations(data_dir) as generations:
        for audience in AUDIENCES:
            with generations.lease(audience) as knowledge:
                knowledge.check()
                assert_whole(knowledge)
                for summary in knowledge.documents():
                    facts = sum(len(knowledge.facts(kind, summary.id)) for kind in FACT_TYPES)
                    found[f"{audience} {summary.source_file}"] = knowledge.text(summary.id), facts
    return found


def assert_whole(knowledge: KnowledgeBase) -> None:
    """Documents, facts and conflicts are as many as were written, and both searches find them."""
    documents = [knowledge.document(summary.id) for summary in knowledge.documents()]
    counted = {
        "documents": len(documents),
        "sections": sum(len(document.sections) for document in documents),
        "passages": sum(len(document.passages) for document in documents),
        "conflicts": len(knowledge.conflicts()),
        **{kind: len(knowledge.facts(kind)) for kind in FACT_TYPES},
    }
    recorded = knowledge.build["counts"]
    assert {name: count for name, count in counted.items() if count} == {
        name: count for name, count in recorded.items() if count and name not in ("entries", "vectors")
    }
    assert knowledge.search_vectors("责任单位", limit=1)
    assert knowledge.search_lexical({"责任": 1.0}, limit=1)


def assert_tidy(data_dir: Path) -> None:
    """Nothing unfinished lies about, and no more generations than are kept, but for two that a server may use: the one it lends and the one it opens."""
    folders = GenerationFolders(data_dir)
    assert folders.unfinished() == ()
    assert len(folders.ids()) <= KEPT + 2, folders.ids()
    assert {path.name for path in folders.root.iterdir()} == {*folders.ids(), folders.pointer.name, folders.lock.name}
