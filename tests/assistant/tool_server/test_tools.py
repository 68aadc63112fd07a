"""What the tools give is what the documents hold and what the HTTP lists give, in bounded parts."""

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.application import create_app
from assistant.bodies import AnswerBody
from assistant.session import Session
from assistant.tool_server import tools
from assistant.tool_server.tools import assistant_tools
from tests.assistant.corpus_fixture import CARE, PORT
from tests.assistant.tool_server.conftest import Call

PAGE = Path(__file__).parents[3] / "docs" / "mcp.md"
NAMES = ["ask", "search", "targets", "responsibilities", "scenarios", "documents", "document_text"]


def given(tool: Call, name: str, /, **arguments: Any) -> dict[str, Any]:
    """What a tool gives, structured."""
    result = tool(name, **arguments)
    assert not result.is_error, result.content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def text_of(tool: Call, document_id: str) -> str:
    part = given(tool, "document_text", document_id=document_id)
    assert part["next_start"] is None
    return str(part["quote"])


def id_of(tool: Call, title: str) -> str:
    (document,) = given(tool, "documents", words=title)["documents"]
    return str(document["id"])


def test_every_tool_says_what_it_is_for_and_what_each_argument_means(fact_session: Session) -> None:
    made = assistant_tools(fact_session)
    assert list(made) == NAMES
    for tool in made.values():
        assert len(tool.description) > 150, tool.name
        assert "\n    " not in tool.description
        assert [name for name, schema in tool.parameters["properties"].items() if len(schema.get("description", "")) < 10] == []
        assert tool.parameters["additionalProperties"] is False
        assert tool.output_schema is not None
        assert tool.output_schema["type"] == "object"
        limit = tool.parameters["properties"].get("limit")
        assert limit is None or limit["maximum"] == 100


def test_the_page_on_tools_names_each_with_its_arguments_and_bounds(fact_session: Session) -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = {name: re.findall(r"`(\w+)`", arguments) for name, arguments in re.findall(r"^\| `(\w+)` \| ([^|]+) \|", page, re.M)}
    assert rows == {name: list(tool.parameters["properties"]) for name, tool in assistant_tools(fact_session).items()}
    assert f"{tools.LONGEST_PART} characters" in page


def test_only_asking_is_said_to_change_anything(fact_session: Session) -> None:
    changing = [tool.name for tool in assistant_tools(fact_session).values() if tool.annotations and not tool.annotations.read_only_hint]
    assert changing == ["ask"]


def test_answer_is_that_of_the_contract_and_stored(tool: Call, fact_session: Session) -> None:
    body = AnswerBody.model_validate(given(tool, "ask", question="港口岸电覆盖率2026年要达到多少？", as_of="2025-06-01"))
    assert "75%" in body.answer
    assert body.as_of.isoformat() == "2025-06-01"
    assert body.citations
    for citation in body.citations:
        assert text_of(tool, citation.document_id)[citation.start : citation.end] == citation.quote
    assert fact_session.conversations.turn(body.answer_id).answer.text == body.answer


def test_answer_to_read_has_its_sources_notices_and_conversation(tool: Call) -> None:
    result = tool("ask", question="社区食堂要建成多少家？", as_of="2025-06-01")
    assert result.structured_content is not None
    citation = result.structured_content["citations"][0]
    (content,) = result.content
    assert content.type == "text"
    for told in (
        result.structured_content["answer"],
        f"[1] 《{CARE}》",
        f"document_id {citation['document_id']}, {citation['start']}-{citation['end']}",
        f"“{citation['quote']}”",
        f"⚠ {next(notice['message'] for notice in result.structured_content['notices'] if notice['kind'] == 'expired')}",
        result.structured_content["conversation_id"],
    ):
        assert told in content.text


def test_refusal_is_an_answer_with_its_status_not_a_failure(tool: Call) -> None:
    result = tool("ask", question="火星基地由哪个部门负责？")
    assert not result.is_error
    assert result.structured_content is not None
    assert result.structured_content["status"] in {"not_found", "out_of_scope"}
    assert f"status: {result.structured_content['status']}" in result.content[0].text  # type: ignore[union-attr]


def test_question_goes_on_from_the_conversation(tool: Call) -> None:
    first = given(tool, "ask", question="港口岸电覆盖率2026年要达到多少？", as_of="2025-06-01")
    second = given(tool, "ask", question="2027年呢？", as_of="2025-06-01", conversation_id=first["conversation_id"])
    assert second["conversation_id"] == first["conversation_id"]
    assert "90%" in second["answer"]


def test_passages_are_of_the_document_asked_for_and_no_more_than_wanted(tool: Call) -> None:
    port = id_of(tool, PORT)
    passages = given(tool, "search", query="数据共享平台", limit=2, document_id=port)["passages"]
    assert len(passages) == 2
    assert {passage["document_id"] for passage in passages} == {port}
    text = text_of(tool, port)
    assert all(text[passage["start"] : passage["end"]] == passage["quote"] for passage in passages)
    assert passages[0]["section"]


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("targets", {}),
        ("targets", {"year": 2026}),
        ("targets", {"subject": "泊位", "unit": "个"}),
        ("targets", {"owner": "市生态环境局"}),
        ("targets", {"words": "岸电 2025-2027"}),
        ("responsibilities", {"unit": "数据局"}),
        ("responsibilities", {"unit": "市商务局", "role": "lead"}),
        ("responsibilities", {"task": "平台"}),
        ("scenarios", {"builder": "数据局"}),
        ("scenarios", {"year": 2024, "name": "结算"}),
    ],
)
def test_items_are_those_of_the_http_list_and_quote_their_documents(
    tool: Call, fact_session: Session, name: str, filters: dict[str, Any]
) -> None:
    page = given(tool, name, limit=100, **filters)
    assert page == TestClient(create_app(fact_session)).get(f"/api/{name}", params={"limit": 100, **filters}).json()
    assert page["items"]
    for item in page["items"]:
        assert text_of(tool, item["document_id"])[item["start"] : item["end"]] == item["quote"]
        assert item["document_title"]
        assert "section" in item


@pytest.mark.parametrize("name", ["targets", "documents"])
def test_pages_hold_everything_once_and_end_empty(tool: Call, name: str) -> None:
    items = "documents" if name == "documents" else "items"
    whole = given(tool, name, limit=100)
    paged = [given(tool, name, limit=3, offset=offset) for offset in range(0, whole["total"] + 3, 3)]
    assert [item for page in paged for item in page[items]] == whole[items]
    assert {page["total"] for page in paged} == {len(whole[items])}
    assert given(tool, name, offset=10**30)[items] == []


def test_documents_are_found_by_their_year_and_kind(tool: Call) -> None:
    found = given(tool, "documents", year=2023, kind="action_plan")
    assert [document["title"] for document in found["documents"]] == [CARE]


def test_a_long_document_is_read_part_by_part(tool: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    document_id = next(item["document_id"] for item in given(tool, "targets", words="𠮷林路")["items"])
    whole = text_of(tool, document_id)
    monkeypatch.setattr(tools, "LONGEST_PART", 40)
    parts, start = [], 0
    while start is not None:
        parts.append(given(tool, "document_text", document_id=document_id, start=start, end=10**12))
        start = parts[-1]["next_start"]
    assert "".join(part["quote"] for part in parts) == whole
    assert "𠮷" in whole
    assert max(len(part["quote"]) for part in parts) == 40
    assert {part["length"] for part in parts} == {len(whole)}
    assert all(whole[part["start"] : part["end"]] == part["quote"] for part in parts)


def test_a_part_has_the_headings_above_it(tool: Call) -> None:
    port = id_of(tool, PORT)
    start = text_of(tool, port).index("汇聚船舶")
    part = given(tool, "document_text", document_id=port, start=start, end=start + 2)
    assert (part["quote"], part["section"]) == ("汇聚", ["二、重点任务", "（一）搭建数据共享平台"])
    length = part["length"]
    end = given(tool, "document_text", document_id=port, start=length)
    assert (end["quote"], end["next_start"]) == ("", None)
