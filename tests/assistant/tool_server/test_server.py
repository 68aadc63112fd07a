"""Every failure is a message for the client, calls run beside each other, and nothing else of the program loads the SDK."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Barrier
from typing import Any

import anyio
import pytest
from mcp import Client
from sqlalchemy.exc import OperationalError

from assistant.session import Session
from assistant.tool_server.server import ToolServer
from tests.assistant.examples import an_answer
from tests.assistant.stand_ins import Answerer, Generations
from tests.assistant.tool_server.conftest import Call, call

OTHERS = "from assistant.command_line import ask, chat, doctor, documents, ingest, main, mcp, serve\nimport sys\nprint(*sys.modules)"


def refused(result: Any) -> str:
    """The message of a call that failed."""
    assert result.is_error
    assert result.structured_content is None
    (content,) = result.content
    assert "Traceback" not in content.text
    assert "pydantic" not in content.text
    return str(content.text)


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("ask", {"question": " \u200b"}, "问题是空的"),
        ("ask", {"question": "问" * 100_000}, "100000"),
        ("ask", {}, "question: Field required"),
        ("ask", {"question": ["目标"]}, "question: Input should be a valid string"),
        ("ask", {"question": "目标？", "as_of": "tomorrow"}, "as_of: Input should be a valid date"),
        ("ask", {"question": "目标？", "conversation_id": "made-up"}, "made-up"),
        ("ask", {"question": "目标？", "conversation_id": "x" * 201}, "conversation_id: "),
        ("search", {"query": ""}, "问题是空的"),
        ("search", {"query": "平台", "limit": 10**9}, "limit: Input should be less than or equal to 100"),
        ("search", {"query": "平台", "limit": 0}, "limit: "),
        ("search", {"query": "平台", "limit": "many"}, "limit: Input should be a valid integer"),
        ("search", {"query": "平台", "document_id": "made-up"}, "made-up"),
        ("search", {"query": "平台", "document": "made-up"}, "did you mean document_id?"),
        ("targets", {"limit": 101}, "limit: "),
        ("targets", {"offset": -1}, "offset: "),
        ("targets", {"year": "next"}, "year: Input should be a valid integer"),
        ("targets", {"subject": ""}, "subject: "),
        ("targets", {"words": "字" * 201}, "words: "),
        ("targets", {"document_id": "made-up"}, "made-up"),
        ("targets", {"owner": "市航港局"}, "市港航局"),
        ("responsibilities", {"unit": "市航港局"}, "市港航局"),
        ("responsibilities", {"role": "boss"}, "role: Input should be 'lead'"),
        ("scenarios", {"builder": "市航港局"}, "市港航局"),
        ("documents", {"kind": "novel"}, "kind: Input should be"),
        ("document_text", {"document_id": "made-up"}, "made-up"),
        ("document_text", {}, "document_id: Field required"),
        ("made_up", {}, "there are ask, search, targets"),
    ],
)
def test_wrong_call_is_refused_with_what_to_do(tool: Call, name: str, arguments: dict[str, Any], message: str) -> None:
    told = refused(tool(name, **arguments))
    assert message in told
    assert len(told) < 500


@pytest.mark.parametrize(
    ("start", "end", "message"), [(10**9, None, "start before that"), (20, 10, "`end` lies before `start`"), (-1, None, "start: ")]
)
def test_part_that_is_not_there_is_refused(tool: Call, start: int, end: int | None, message: str) -> None:
    documents = tool("documents", limit=1).structured_content
    assert documents is not None
    document_id = documents["documents"][0]["id"]
    assert message in refused(tool("document_text", document_id=document_id, start=start, end=end))


@pytest.mark.parametrize(
    ("name", "arguments"), [("ask", {"question": "目标？"}), ("search", {"query": "目标"}), ("targets", {}), ("documents", {})]
)
def test_without_knowledge_every_tool_says_how_to_get_it(
    session: Session, generations: Generations, name: str, arguments: dict[str, Any]
) -> None:
    generations.generation = None
    assert "city-assistant ingest" in refused(call(ToolServer(session), name, **arguments))


@pytest.mark.parametrize(
    ("fault", "message"),
    [(ValueError("secret"), "Something went wrong"), (OperationalError("secret", {}, OSError("secret")), "try again in a while")],
)
def test_fault_of_the_program_is_told_without_its_words(
    session: Session, monkeypatch: pytest.MonkeyPatch, fault: Exception, message: str
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(session, "ask", failing)
    told = refused(call(ToolServer(session), "ask", question="目标？"))
    assert message in told
    assert "secret" not in told


def test_an_answer_under_way_does_not_keep_others_waiting(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    together = Barrier(3)

    def answering(*_: object, **__: object) -> object:
        together.wait(timeout=30)
        return an_answer(conversation_id="c")

    async def ask_together() -> list[bool]:
        failed: list[bool] = []

        async def ask(client: Client) -> None:
            failed.append((await client.call_tool("ask", {"question": "目标？"})).is_error)

        async with Client(server) as one, Client(server) as other, anyio.create_task_group() as asking:
            for client in (one, one, other):
                asking.start_soon(ask, client)
        return failed

    monkeypatch.setattr(session, "ask", answering)
    server = ToolServer(session)
    assert anyio.run(ask_together) == [False] * 3


def test_arguments_reach_the_session(session: Session, answerer: Answerer) -> None:
    call(ToolServer(session), "ask", question=" 目标\n是多少？", as_of="2025-06-01")
    (asked,) = answerer.asked
    assert (asked["question"], asked["as_of"].isoformat()) == ("目标 是多少？", "2025-06-01")


def test_no_command_loads_the_sdk_before_it_serves(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    ran = subprocess.run([sys.executable, "-c", OTHERS], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "assistant.command_line.mcp" in loaded
    assert not {"mcp", "mcp_types", "assistant.tool_server"} & loaded
