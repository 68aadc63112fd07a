"""Asking is quick from cold, an ingest with nothing to do costs little, and the server holds nothing heavy.

Times are compared with what importing the vector store takes in the same minute, so that a busy machine does not fail the tests.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.settings import SHIPPED_CORPUS, CorpusSettings
from tests.program import Program

QUESTION = "建设新型数据基础设施由哪些部门负责？"
HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "sklearn",
    "scipy",
    "langchain",
    "langchain_core",
    "pypdf",
    "pypdfium2",
    "pandas",
)
SERVING = """
import json, os, resource, signal, socket, sys, threading, time
from urllib.error import URLError
from urllib.request import Request, urlopen
from assistant.command_line import serve

with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]

def peak_kilobytes():
    # On Linux ru_maxrss of a started program begins with that of the program that started it; VmHWM is its own.
    if sys.platform == "linux":
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)

def ask():
    body = json.dumps({"question": sys.argv[1]}).encode()
    try:
        for _ in range(600):
            try:
                urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5).close()
                break
            except URLError:
                time.sleep(0.05)
        answer = json.load(urlopen(Request(f"http://127.0.0.1:{port}/api/ask", body, {"Content-Type": "application/json"}), timeout=30))
        peak = peak_kilobytes()
        loaded = sorted({name.partition(".")[0] for name in sys.modules})
        print(json.dumps({"status": answer["status"], "loaded": loaded, "peak_kilobytes": peak}), flush=True)
    finally:
        os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=ask).start()
serve.serve(host="127.0.0.1", port=port)
"""
LOADED = """
import json, sys
from assistant.command_line import ask, main
try:
    main.run_command_line(["ask", sys.argv[1]], {"ask": lambda: ask.app})
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def shipped(ingested: tuple[CorpusSettings, Path], tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program on the shipped corpus, with a data folder of its own."""
    folder = tmp_path_factory.mktemp("speed")
    shutil.copytree(ingested[1], folder / "data")
    return Program(SHIPPED_CORPUS, folder / "data", folder)


ATTEMPTS = 4


def seconds(act: Callable[[], object]) -> float:
    """How long `act` takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def is_quick(program: Program, act: Callable[[], object], limit: float, share: float) -> bool:
    """Whether `act` stays once below `limit` seconds, or below `share` times what a process takes that only imports the vector store."""
    for _ in range(ATTEMPTS):
        taken = seconds(act)
        if taken < limit or taken < share * seconds(lambda: program.run(command=(sys.executable, "-c", "import chromadb"))):
            return True
    return False


def test_ask_from_cold_takes_less_than_two_and_a_half_seconds(shipped: Program) -> None:
    assert is_quick(shipped, lambda: shipped.ask(QUESTION), limit=2.5, share=4)


def test_ingest_with_nothing_changed_takes_less_than_two_seconds(shipped: Program) -> None:
    shipped.ingest()
    assert "Nothing changed" in shipped.ingest()
    assert is_quick(shipped, shipped.ingest, limit=2.0, share=3)


def test_ask_loads_nothing_heavy(shipped: Program) -> None:
    ended = shipped.run(QUESTION, command=(sys.executable, "-c", LOADED))
    assert "市工信局" in ended.stdout
    loaded = json.loads(ended.stderr.splitlines()[-1])
    assert [name for name in (*HEAVY, "fastapi", "uvicorn", "eval") if name in loaded] == []


def test_server_holds_nothing_heavy_after_answering_and_stays_below_500_megabytes(shipped: Program) -> None:
    ended = shipped.run(QUESTION, command=(sys.executable, "-c", SERVING))
    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout)
    assert said["status"] == "answered"
    assert [name for name in HEAVY if name in said["loaded"]] == []
    assert said["peak_kilobytes"] < 500_000
