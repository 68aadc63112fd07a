"""With the network cable unplugged, everything after the installation works: ingest, ask, serve."""

import json
import sys
from pathlib import Path

import pytest

from corpus.settings import SHIPPED_CORPUS, CorpusSettings
from tests.assistant.corpus_fixture import write_documents
from tests.isolation import Isolation, guard, isolation
from tests.program import COMMAND, Program

QUESTION = "建设新型数据基础设施由哪些部门负责？"
UNITS = ("市工信局", "市发展改革委", "市数据局")
REACH_OUT = """
import socket, sys
try:
    socket.create_connection((sys.argv[1], 53), timeout=3)
    print("connected")
except OSError as error:
    print("refused", error)
listener = socket.create_server(("127.0.0.1", 0))
socket.create_connection(listener.getsockname(), timeout=3)
print("loopback")
"""
SERVED = """
import json, socket, subprocess, sys, time
from urllib.error import URLError
from urllib.request import Request, urlopen

with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
base = f"http://127.0.0.1:{port}"
server = subprocess.Popen([sys.argv[1], "serve", "--port", str(port)], stdout=subprocess.DEVNULL)
try:
    for _ in range(600):
        try:
            urlopen(f"{base}/readyz", timeout=5).close()
            break
        except URLError:
            time.sleep(0.1)
    graded = subprocess.run([sys.argv[1], "eval", "run", sys.argv[2], "--url", base, "--runs", "runs", "--name", "offline"], capture_output=True, text=True)
    body = json.dumps({"question": sys.argv[3]}).encode()
    answer = json.load(urlopen(Request(f"{base}/api/ask", body, {"Content-Type": "application/json"}), timeout=30))
    text = json.load(urlopen(f"{base}/api/documents/{answer['citations'][0]['document_id']}/text", timeout=30))["text"]
    page = urlopen(f"{base}/", timeout=30).read().decode()
    print(json.dumps({"answer": answer, "text": text, "page": page, "fault": graded.stderr}))
finally:
    server.terminate()
    server.wait(timeout=20)
"""


@pytest.fixture(scope="module")
def unplugged(tmp_path_factory: pytest.TempPathFactory) -> Isolation:
    return isolation(tmp_path_factory.mktemp("guard"))


@pytest.fixture
def shipped(unplugged: Isolation, ingested: tuple[CorpusSettings, Path], tmp_path: Path) -> Program:
    """The program on the shipped corpus, without network, with an app database of its own."""
    variables = {"APP_DATABASE_URL": f"sqlite:///{tmp_path}/app.db", **unplugged.variables}
    return Program(SHIPPED_CORPUS, ingested[1], tmp_path, unplugged.prefix, variables)


@pytest.mark.parametrize("by_guard", [False, True])
@pytest.mark.parametrize("address", ["192.0.2.1", "example.org"])
def test_isolation_lets_nothing_out_and_leaves_loopback(unplugged: Isolation, tmp_path: Path, by_guard: bool, address: str) -> None:
    isolated = guard(tmp_path) if by_guard else unplugged
    ended = Program(tmp_path, tmp_path, None, isolated.prefix, isolated.variables).run(address, command=(sys.executable, "-c", REACH_OUT))
    assert ended.stdout.startswith("refused")
    assert ended.stdout.endswith("loopback\n")


def test_no_variable_names_a_model_hub(shipped: Program) -> None:
    assert not [name for name in shipped.environment if name.startswith(("HF_", "HUGGINGFACE", "TRANSFORMERS"))]


def test_ingest_needs_no_network(unplugged: Isolation, tmp_path: Path) -> None:
    write_documents(tmp_path / "corpus")
    program = Program(tmp_path / "corpus", tmp_path / "data", None, unplugged.prefix, unplugged.variables)
    assert "Published generation 000001" in program.ingest()


def test_ask_answers_without_network(shipped: Program) -> None:
    answer = shipped.ask(QUESTION, as_of="2024-12-01")
    assert [unit for unit in UNITS if unit not in answer["answer"]] == []
    shipped.check_quotes(answer)


def test_serve_answers_and_is_graded_over_loopback_alone(shipped: Program, tmp_path: Path) -> None:
    case = {
        "id": "offline-1",
        "turns": [QUESTION],
        "answer_groups": [[unit] for unit in UNITS],
        "forbidden": [],
        "evidence": [{"doc": "数据要素1+12行动计划.md", "quote": "市工信局、市发展改革委、市数据局"}],
        "answerable": True,
        "type": "owner",
        "difficulty": "easy",
    }
    suite = tmp_path / "one.jsonl"
    suite.write_text(json.dumps(case, ensure_ascii=False) + "\n", encoding="utf-8")
    ended = shipped.run(str(COMMAND), str(suite), QUESTION, command=(sys.executable, "-c", SERVED))
    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout)
    citation = said["answer"]["citations"][0]
    assert said["answer"]["status"] == "answered"
    assert [unit for unit in UNITS if unit not in said["answer"]["answer"]] == []
    assert said["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert "http://" not in said["page"].replace("http://www.w3.org", "")
    assert "https://" not in said["page"]
    scores = json.loads((tmp_path / "runs" / "offline" / "scores.jsonl").read_text(encoding="utf-8"))["scores"]
    assert {name: score["value"] for name, score in scores.items()} == dict.fromkeys(scores, 1.0), said["fault"]
