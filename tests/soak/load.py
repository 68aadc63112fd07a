"""Asks a server questions while documents are ingested in a process beside it, and compares the waiting times: `make load`.

First 1,000 plans (LOAD_DOCUMENTS) come to the shipped corpus, then all of them change. Ends with 1 where the 95th percentile during an ingest is more
than twice that of the time before it.
"""

import itertools
import os
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread

import httpx

from corpus.settings import SHIPPED_CORPUS
from tests.program import Program
from tests.soak.plans import plan, write_plans

PER_SECOND = 3.0
IDLE_S, SWAP_S = 40.0, 15.0
"""Lengths of the times before and after an ingest, and of the time after a publication in which the server takes it up."""
MOST_TIMES_IDLE = 2.0
CITY_QUESTIONS = (
    "建设新型数据基础设施由哪些部门负责？",
    "到2025年建成5G基站多少个？",
    "沈阳市数据要素行动计划的总体目标是什么？",
    "市数据局负责哪些任务？",
    "数据要素×工业制造行动计划有哪些保障措施？",
    "智慧城市总体规划的规划期是哪几年？",
    "社会数据流通供给由谁牵头？",
    "今天天气怎么样？",
)


@dataclass(frozen=True, slots=True)
class Wait:
    """How many seconds an answer took that was asked for at a time of `time.monotonic`; `failure` is what came in its place."""

    at: float
    seconds: float
    failure: str | None = None


@dataclass(slots=True)
class Client:
    """Asks at a fixed rate, whether former questions are answered or not, so that a server that stands still shows."""

    address: str
    questions: Sequence[str]
    waits: list[Wait] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def asking(self) -> Iterator[None]:
        ended = Event()
        thread = Thread(target=self._ask_until, args=(ended,))
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def between(self, begun: float, ended: float) -> "Times":
        return Times([wait for wait in self.waits if begun <= wait.at < ended])

    def _ask_until(self, ended: Event) -> None:
        with httpx.Client(base_url=self.address, timeout=60) as http, ThreadPoolExecutor(32) as pool:
            begun = time.monotonic()
            for number, question in enumerate(itertools.cycle(self.questions)):
                if ended.wait(max(0.0, begun + number / PER_SECOND - time.monotonic())):
                    return
                pool.submit(self._ask, http, question)

    def _ask(self, http: httpx.Client, question: str) -> None:
        at = time.monotonic()
        try:
            response = http.post("/api/ask", json={"question": question, "as_of": "2025-06-01"})
            failure = None if response.status_code == 200 else response.text
        except httpx.HTTPError as error:
            failure = repr(error)
        with self._lock:
            self.waits.append(Wait(at, time.monotonic() - at, failure))


@dataclass(frozen=True, slots=True)
class Times:
    """Waiting times of one stretch."""

    waits: Sequence[Wait]

    def percentile(self, share: float) -> float:
        """Milliseconds that this share of the questions stayed below."""
        known = sorted(wait.seconds for wait in self.waits)
        return known[min(len(known) - 1, int(share * len(known)))] * 1000 if known else float("nan")

    def line(self, name: str) -> str:
        failed = sum(wait.failure is not None for wait in self.waits)
        worst = self.percentile(1.0)
        return f"{name:<34}{len(self.waits):>6}{failed:>8}{self.percentile(0.5):>9.0f}{self.percentile(0.95):>9.0f}{worst:>9.0f}"


class Load:
    """One run over a folder of its own."""

    def __init__(self, folder: Path, documents: int) -> None:
        self._documents = documents
        self._plans = folder / "corpus" / "documents" / "plans"
        shutil.copytree(
            SHIPPED_CORPUS, folder / "corpus", ignore=shutil.ignore_patterns("*.py", "language", "model", "knowledge", "index", "embedding")
        )
        self._program = Program(folder / "corpus", folder / "data", folder, variables={"QUESTIONS_PER_MINUTE": "0"})
        self._program.ingest()
        self.kept = True

    def run(self) -> None:
        """Print a table of the two ingests."""
        with served(self._program) as address:
            print(f"{'milliseconds':<34}{'asked':>6}{'failed':>8}{'p50':>9}{'p95':>9}{'most':>9}")
            self._ingest_while_asked(address, "ingest of new documents", CITY_QUESTIONS, 0)
            of_plans = [plan(number).question for number in range(0, self._documents, max(1, self._documents // len(CITY_QUESTIONS)))]
            self._ingest_while_asked(address, "ingest of changed documents", (*CITY_QUESTIONS, *of_plans), 1)

    def _ingest_while_asked(self, address: str, name: str, questions: Sequence[str], edition: int) -> None:
        client = Client(address, questions)
        with client.asking():
            time.sleep(5)
            begun = time.monotonic()
            time.sleep(IDLE_S)
            write_plans(self._plans, self._documents, edition)
            before, started = generation(address), time.monotonic()
            kilobytes = self._ingest()
            published = time.monotonic()
            wait_until(lambda: generation(address) != before)
            taken_up = time.monotonic()
            time.sleep(SWAP_S + IDLE_S)
        idle, during = client.between(begun, started), client.between(started, published)
        print(idle.line(f"before the {name}"))
        print(during.line("during it"))
        print(client.between(published, taken_up + SWAP_S).line("until it is taken up, and 15 s after"))
        print(client.between(taken_up + SWAP_S, time.monotonic()).line("afterwards"))
        ratio = during.percentile(0.95) / idle.percentile(0.95)
        failures = [wait.failure for wait in client.waits if wait.failure is not None]
        self.kept &= ratio <= MOST_TIMES_IDLE and not failures
        if failures:
            print(f"failed: {failures[0]}")
        print(
            f"{self._documents} documents in {published - started:.0f} s with {kilobytes // 1024} MB at most, taken up {taken_up - published:.1f} s later; "
            f"p95 during it {ratio:.2f} times that before; the server holds {resident_megabytes(address)} MB.\n",
            flush=True,
        )

    def _ingest(self) -> int:
        """Kilobytes that the ingest held at most."""
        process = self._program.start("ingest")
        process.communicate()
        assert process.returncode == 0
        import resource

        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


@contextmanager
def served(program: Program) -> Iterator[str]:
    """The address of a server in a process of its own, once it is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = program.start("serve", "--port", str(port))
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until(lambda: generation(address) != "")
        yield address
    finally:
        process.terminate()
        process.communicate()


def generation(address: str) -> str:
    """The generation that a server answers from; empty while it does not answer."""
    try:
        response = httpx.get(f"{address}/readyz", timeout=30)
        return str(response.json()["generation"]) if response.status_code == 200 else ""
    except httpx.HTTPError:
        return ""


def resident_megabytes(address: str) -> int:
    """What a server says that it holds in memory."""
    found = re.search(r"^process_resident_memory_bytes (\S+)", httpx.get(f"{address}/metrics").text, re.M)
    return int(float(found[1]) / 1e6) if found else 0


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails after two minutes."""
    until = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < until, "waited two minutes"
        time.sleep(0.1)


def main() -> int:
    """Run in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        load = Load(Path(folder), int(os.environ.get("LOAD_DOCUMENTS", "1000")))
        load.run()
    if not load.kept:
        print(
            f"Not kept: the 95th percentile during an ingest is more than {MOST_TIMES_IDLE:g} times that before it, or a question failed."
        )
    return 0 if load.kept else 1


if __name__ == "__main__":
    sys.exit(main())
