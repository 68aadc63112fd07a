"""`mcp` serves the SDK's own client over standard input and output and over HTTP, until the client leaves or it is interrupted."""

import json
import os
import pty
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import anyio
import pytest
from mcp import Client

from assistant.settings import AssistantSettings
from tests.assistant.command_line.conftest import Run
from tests.assistant.command_line.test_doctor import free_port

ROOT = Path(__file__).parents[3]
PROGRAM = "import sys\nfrom assistant.command_line import main, mcp\nmain.run_command_line(sys.argv[1:], {'mcp': lambda: mcp.app})"
COMMAND = (sys.executable, "-c", PROGRAM, "mcp")
EXAMPLE = ROOT / "docs" / "examples" / "mcp_client.py"
QUESTION = "建设水务大数据平台由哪些部门负责？"
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
READY = {"jsonrpc": "2.0", "method": "notifications/initialized"}
ASK = {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": QUESTION}}}


@pytest.fixture
def environment(city: AssistantSettings, tmp_path: Path) -> dict[str, str]:
    """The variables of a server on the small city, with an app database of its own."""
    return {**os.environ, "DATA_DIR": str(city.data_dir), "APP_DATABASE_URL": f"sqlite:///{tmp_path}/app.db", "PYTHONPATH": str(ROOT)}


def started(environment: dict[str, str], *options: str, **streams: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, *options], env=environment, cwd=ROOT, stderr=subprocess.PIPE, **streams)


def listening(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def over_http(environment: dict[str, str]) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of its own and the address of its tools, once it answers."""
    port = free_port()
    process = started(environment, "--http", "--port", str(port))
    try:
        deadline = time.monotonic() + 30
        while not listening(port) and time.monotonic() < deadline:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/mcp", process
    finally:
        process.kill()
        process.communicate()


def posted(address: str, body: bytes = json.dumps(HELLO).encode(), **headers: str) -> int:
    """The status of a request to the tools."""
    wanted = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream", **headers}
    try:
        with urlopen(Request(address, body, wanted)) as response:
            return int(response.status)
    except HTTPError as refused:
        return refused.code


def lines(*messages: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages)


def example(environment: dict[str, str], *server: str) -> str:
    """What the example prints that the documentation shows."""
    ended = subprocess.run([sys.executable, str(EXAMPLE), QUESTION, *server], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def assert_shown(printed: str) -> None:
    assert printed.startswith("Tools: ask, search, targets, responsibilities, scenarios, documents, document_text\n")
    assert "市水务局" in printed
    assert "“（责任单位：市水务局、市数据局）”" in printed
    assert "Around it:" in printed
    assert "建设统一的水务大数据平台" in printed.partition("Around it:")[2]


def test_example_is_served_over_standard_input_and_output(environment: dict[str, str]) -> None:
    assert_shown(example(environment, *COMMAND))


def test_example_is_served_over_http(environment: dict[str, str]) -> None:
    with over_http(environment) as (address, _):
        assert_shown(example(environment, address))


def test_standard_output_holds_nothing_but_protocol(environment: dict[str, str]) -> None:
    process = started(environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    sent = lines(HELLO, READY) + b"no protocol\n\xff\xfe\n" + lines(ASK)
    output, messages = process.communicate(sent, timeout=60)
    assert process.returncode == 0
    said = [json.loads(line) for line in output.splitlines()]
    assert {message["jsonrpc"] for message in said} == {"2.0"}
    assert next(message for message in said if message.get("id") == 1)["result"]["serverInfo"]["name"] == "city-assistant"
    assert b"Traceback" not in messages


def test_client_that_leaves_with_a_question_open_ends_the_server(environment: dict[str, str]) -> None:
    process = started(environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(lines(HELLO, READY))
    process.stdin.flush()
    process.stdout.readline()
    process.stdin.write(lines(ASK))
    process.stdout.close()
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr
    assert process.stderr.read() == b""


def test_interrupt_ends_a_server_that_waits_at_a_terminal(environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    process = started(environment, stdin=theirs, stdout=subprocess.PIPE)
    try:
        os.write(ours, lines(HELLO))
        assert process.stdout
        assert json.loads(process.stdout.readline())["id"] == 1
        process.send_signal(signal.SIGINT)
        messages = process.communicate(timeout=20)[1]
    finally:
        process.kill()
        os.close(ours)
        os.close(theirs)
    assert process.returncode == -signal.SIGINT
    assert messages == b""


def test_interrupt_ends_a_server_over_http(environment: dict[str, str]) -> None:
    with over_http(environment) as (address, process):
        assert posted(address) == 200
        process.send_signal(signal.SIGINT)
        messages = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 0
    assert f"Serving tools at {address}" in messages
    assert "Ended." in messages
    assert "Traceback" not in messages


def test_pages_of_other_sites_and_large_requests_are_refused(environment: dict[str, str]) -> None:
    with over_http(environment) as (address, _):
        assert posted(address, Host="assistant.example.org") == 421
        assert posted(address, Origin="https://www.example.org") == 403
        assert posted(address, b"x" * 70_000) == 413
        assert posted(address, b"{") == 400
        assert posted(address) == 200


def test_two_clients_at_once_are_answered_each_in_its_conversation(environment: dict[str, str]) -> None:
    async def ask_twice(address: str, asked: dict[str, list[str]], name: str) -> None:
        async with Client(address, mode=name) as client:
            first = (await client.call_tool("ask", {"question": QUESTION})).structured_content
            assert first is not None
            goes_on = {"question": "推进管网改造呢？", "conversation_id": first["conversation_id"]}
            second = (await client.call_tool("ask", goes_on)).structured_content
            assert second is not None
            asked[name] = [first["conversation_id"], second["conversation_id"], second["answer"]]

    async def ask_together(address: str) -> dict[str, list[str]]:
        asked: dict[str, list[str]] = {}
        async with anyio.create_task_group() as asking:
            # One client speaks the protocol with a handshake, the other the one without.
            for name in ("legacy", "auto"):
                asking.start_soon(ask_twice, address, asked, name)
        return asked

    with over_http(environment) as (address, _):
        asked = anyio.run(ask_together, address)
    assert set(asked) == {"legacy", "auto"}
    assert all(first == second and "市住建局" in answer for first, second, answer in asked.values())
    assert asked["legacy"][0] != asked["auto"][0]


def test_server_without_knowledge_says_how_to_get_it(environment: dict[str, str], tmp_path: Path) -> None:
    empty = {**environment, "DATA_DIR": str(tmp_path / "new"), "APP_DATABASE_URL": ""}
    ended = subprocess.run([sys.executable, str(EXAMPLE), QUESTION, *COMMAND], env=empty, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "city-assistant ingest" in ended.stdout
    assert ended.stderr == ""


@pytest.mark.parametrize("option", [("--port", "9000"), ("--host", "0.0.0.0")])
def test_address_without_http_is_wrong_usage(run: Run, option: tuple[str, str]) -> None:
    ended = run("mcp", *option)
    assert ended.code == 2
    assert "--http" in ended.messages


def test_port_in_use_is_refused(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = run("mcp", "--http", "--port", str(taken.getsockname()[1]))
    assert ended.code == 1
    assert "cannot be used" in ended.messages
