"""Tools, retrievers and the command line read what is public, whoever starts them."""

from typing import Any

import pytest

from assistant.retriever import PassageRetriever
from assistant.session import Session
from assistant.tool_server.server import ToolServer
from corpus.errors import NotFoundError
from corpus.knowledge.generations import Generations
from tests.assistant.command_line.conftest import Ended
from tests.assistant.tool_server.conftest import call
from tests.leaks.city import ASKED_ON, NAMING, QUESTIONS
from tests.leaks.twins import canaries_in, in_json

UNKNOWN = "00000000-1"


def test_tools_give_what_is_public(sessions: tuple[Session, Session], secret_ids: list[str]) -> None:
    servers = [ToolServer(session) for session in sessions]
    asked: list[tuple[str, dict[str, Any]]] = [
        *(("search", {"query": word, "limit": 50}) for word in ("泵站", "赤鲸行动计划", "水表目标")),
        *((tool, {"limit": 100}) for tool in ("targets", "responsibilities", "scenarios", "documents")),
        *(("document_text", {"document_id": document}) for document in (*secret_ids, UNKNOWN)),
        *(("responsibilities", {"unit": unit}) for unit in ("市水务局", "市玄圭局")),
    ]
    for tool, arguments in asked:
        given = [call(server, tool, **arguments).model_dump() for server in servers]
        assert given[0] == given[1], tool
        assert "赤鲸" in str(arguments) or "玄圭" in str(arguments) or in_json(given[0]) == []
    for question in (*QUESTIONS[:4], *NAMING[:3]):
        answers = [call(server, "ask", question=question, as_of=ASKED_ON).structured_content or {} for server in servers]
        assert answers[0]["answer"] == answers[1]["answer"]
        assert in_json([answers[0]["citations"], answers[0]["facts"], answers[0]["suggestions"]]) == []


def test_the_retriever_finds_what_is_public(sessions: tuple[Session, Session], secret_ids: list[str]) -> None:
    found = []
    for session in sessions:
        with Generations(session.settings.data_dir) as generations:
            retriever = PassageRetriever(generations=generations, limit=50)
            found.append([[document.model_dump() for document in retriever.invoke(word)] for word in ("泵站", "赤鲸行动计划", "水表目标")])
            with pytest.raises(NotFoundError):
                PassageRetriever(generations=generations, document_id=secret_ids[0]).invoke("泵站")
    assert found[0] == found[1]
    assert in_json(found[0]) == []


@pytest.mark.parametrize("option", ["--explain", "--json"])
def test_asking_on_the_command_line_prints_what_is_public(
    sessions: tuple[Session, Session], run: Any, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setenv("DATA_DIR", str(sessions[0].settings.data_dir))
    monkeypatch.setenv("CORPUS_DIR", str(sessions[0].settings.corpus_dir))
    for question in QUESTIONS[:3]:
        ended: Ended = run("ask", question, option)
        assert ended.code == 0
        assert canaries_in(ended.output + ended.messages) == []
