"""The tools: what a program can ask of the assistant, with the words by which a language model chooses among them.

Each runs in a thread of its own beside the event loop, since answering computes and reads files.
"""

from collections.abc import Callable
from datetime import date
from inspect import cleandoc
from typing import Annotated

from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from assistant.bodies import AnswerBody, answer_body
from assistant.listing.documents import DocumentFilter, document_body, found_documents
from assistant.listing.filters import Wanted
from assistant.listing.item_bodies import Page
from assistant.listing.responsibilities import ResponsibilityBody, ResponsibilityFilter, found_responsibilities, responsibility_body
from assistant.listing.scenarios import ScenarioBody, ScenarioFilter, found_scenarios, scenario_body
from assistant.listing.targets import TargetBody, TargetFilter, found_targets, target_body
from assistant.passages import search_passages
from assistant.session import Session
from assistant.tool_server.results import FoundPassages, KnownDocuments, TextPart, answer_text, found_passage, page_of, text_part
from assistant.understanding.question_text import question_text
from assistant.units.directory import unit_directory
from assistant.units.roles import UnitRole
from corpus.model.document import DocumentKind

LONGEST_PART = 8000
"""Characters of a document that are given at once."""

DocumentId = Annotated[Wanted | None, Field(description="Only this document; its id is in every result and in `documents`.")]
Words = Annotated[
    Wanted | None,
    Field(description="Chinese words with spaces between; each must stand in the quote, in a heading above it or in the document's title."),
]
Limit = Annotated[int, Field(ge=1, le=100, description="Most items to give.")]
Offset = Annotated[int, Field(ge=0, description="Items to skip: with `total` of the result this leads on.")]
Start = Annotated[int, Field(ge=0, description="First character, counted from 0 in Unicode code points, as in every result.")]


class AssistantTools:
    """The tools on one session. The documentation of each is what a language model reads of it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ask(
        self,
        question: Annotated[
            str, Field(description="The question in full, best in Chinese, the language of the documents; English is understood.")
        ],
        conversation_id: Annotated[
            str | None,
            Field(max_length=200, description="From the answer before, for a question that goes on from it; leave out to begin anew."),
        ] = None,
        as_of: Annotated[date | None, Field(description="Day (YYYY-MM-DD) for which to answer; today when left out.")] = None,
    ) -> Annotated[CallToolResult, AnswerBody]:
        """Answer a question about the city's policy documents, with the exact words that prove the answer.

        Begin here for a question in words: who is responsible for a task, what a target is in a year, how far a project has come, what a rule says.
        The answer has markers such as [1], each with its source: document, headings, and `quote`, the document's own characters from `start` to `end`.
        Take every figure, name and date from the quotes, and tell the reader the notices (an expired plan, two places that disagree).
        `status` not_found or out_of_scope means that the documents do not answer: say so instead of answering from elsewhere. The exchange is stored.
        """
        answer = self._session.ask(question, conversation_id=conversation_id, as_of=as_of)
        body = answer_body(answer).model_dump(mode="json")
        return CallToolResult(content=[TextContent(type="text", text=answer_text(answer))], structured_content=body)

    def search(
        self,
        query: Annotated[str, Field(description="What to look for, best in Chinese words that an official document would use.")],
        limit: Limit = 10,
        document_id: DocumentId = None,
    ) -> FoundPassages:
        """Find the passages of the documents that fit a query best, whatever it is about.

        For reading what the documents say around a subject, where `ask` found nothing or too little. It always finds something: judge by the
        quotes whether it is to the point. `quote` is the document's text from `start` to `end`; figures must be taken from quotes.
        """
        wanted = question_text(query, limit=self._session.settings.max_question_characters)
        with self._session.knowledge() as knowledge:
            hits = search_passages(wanted, knowledge, limit=limit, document_id=document_id)
        return FoundPassages(passages=[found_passage(hit) for hit in hits])

    def targets(
        self,
        subject: Annotated[Wanted | None, Field(description="Chinese characters of the indicator's name, such as 覆盖率.")] = None,
        year: Annotated[int | None, Field(description="Year of the target; also finds a period that holds it.")] = None,
        unit: Annotated[Wanted | None, Field(description="Measure word or sign of the figure, such as 个 or %; not a department.")] = None,
        owner: Annotated[Wanted | None, Field(description="Any name of a department; finds targets that its tasks state.")] = None,
        document_id: DocumentId = None,
        words: Words = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[TargetBody]:
        """List targets: figures and states that the documents want reached, each with year, value and the quote that states it.

        For all figures of a subject, a year or a department at once; all filters given must fit, none gives every target.
        Take a figure from `quote`; `amount` is the same as a number, `comparator` tells whether it is a bound, `cumulative` whether years are summed up.
        """
        wanted = TargetFilter(subject=subject, year=year, unit=unit, owner=owner, document_id=document_id, words=words)
        with self._session.knowledge() as knowledge:
            return page_of(Page[TargetBody], found_targets(wanted, knowledge), target_body, limit, offset)

    def responsibilities(
        self,
        unit: Annotated[Wanted | None, Field(description="Any name of a department: in full, short or former.")] = None,
        role: Annotated[
            UnitRole | None,
            Field(
                description="The unit's part: lead (牵头), cooperating (配合), shared (按职责分工负责), responsible (named alone or without a difference), "
                "inherited (named elsewhere for it)."
            ),
        ] = None,
        task: Annotated[Wanted | None, Field(description="Chinese characters of the task's name.")] = None,
        document_id: DocumentId = None,
        words: Words = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[ResponsibilityBody]:
        """List tasks with the departments that answer for them (责任单位), as printed.

        For who does what: the tasks of a department (`unit`), or the departments of a task (`task`, `words`). `lead`, `cooperating` and `inherited`
        are parts of `units` or added to them. `quote` is the text that names the departments; all filters given must fit.
        """
        wanted = ResponsibilityFilter(unit=unit, role=role, task=task, document_id=document_id, words=words)
        with self._session.knowledge() as knowledge:
            if wanted.unit is not None:
                unit_directory(knowledge).named(wanted.unit)
            return page_of(Page[ResponsibilityBody], found_responsibilities(wanted, knowledge), responsibility_body, limit, offset)

    def scenarios(
        self,
        name: Annotated[Wanted | None, Field(description="Chinese characters of the scenario's or project's name.")] = None,
        builder: Annotated[Wanted | None, Field(description="Any name of the department or company that builds it.")] = None,
        year: Annotated[int | None, Field(description="Year that falls into the time in which it is built.")] = None,
        document_id: DocumentId = None,
        words: Words = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[ScenarioBody]:
        """List rows of the scenario and project tables (场景清单、项目表): what is built, by whom, when, and how far it has come.

        `columns` is the row cell by cell under the headings as printed, `quote` the whole row. `progress` holds as of `progress_as_of`, the day of
        its document, not today. All filters given must fit.
        """
        wanted = ScenarioFilter(name=name, builder=builder, year=year, document_id=document_id, words=words)
        with self._session.knowledge() as knowledge:
            if wanted.builder is not None:
                unit_directory(knowledge).named(wanted.builder)
            return page_of(Page[ScenarioBody], found_scenarios(wanted, knowledge), scenario_body, limit, offset)

    def documents(
        self,
        words: Annotated[
            Wanted | None, Field(description="Chinese words with spaces between, each in the title, number or issuer.")
        ] = None,
        kind: Annotated[DocumentKind | None, Field(description="Kind of document.")] = None,
        year: Annotated[int | None, Field(description="Year that the document plans for.")] = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> KnownDocuments:
        """List the documents that are known, with title, number, issuer, dates, the period they plan for, and counts of what was read in them.

        For an overview and for the ids: `id` is what the other tools take as document_id.
        """
        wanted = DocumentFilter(words=words, kind=kind, year=year)
        with self._session.knowledge() as knowledge:
            found = found_documents(wanted, knowledge)
        documents = [document_body(summary) for summary in found[offset : offset + limit]]
        return KnownDocuments(documents=documents, total=len(found), limit=limit, offset=offset)

    def document_text(
        self,
        document_id: Annotated[Wanted, Field(description="Id of the document.")],
        start: Start = 0,
        end: Annotated[
            int | None, Field(ge=0, description=f"Character to end before; {LONGEST_PART} characters are given at most, and when left out.")
        ] = None,
    ) -> TextPart:
        """Read a document, or the words around a quote, in its own characters.

        Spans of all other results count in this text. Where `next_start` is not null the text goes on: call again with it as `start`.
        """
        with self._session.knowledge() as knowledge:
            document = knowledge.document(document_id)
        last = start + LONGEST_PART if end is None else min(end, start + LONGEST_PART)
        if start > len(document.text):
            raise ToolError(f"The document has {len(document.text)} characters: start before that.")
        if last < start:
            raise ToolError("`end` lies before `start`: give a later one, or leave it out.")
        return text_part(document, start, last)


def assistant_tools(session: Session) -> dict[str, Tool]:
    """The tools on `session`, by name."""
    tools = AssistantTools(session)
    looking = (tools.search, tools.targets, tools.responsibilities, tools.scenarios, tools.documents, tools.document_text)
    made = [_tool(tools.ask, stores=True), *(_tool(look, stores=False) for look in looking)]
    return {tool.name: tool for tool in made}


def _tool(function: Callable[..., object], *, stores: bool) -> Tool:
    hints = ToolAnnotations(read_only_hint=not stores, destructive_hint=False, idempotent_hint=not stores, open_world_hint=False)
    tool = Tool.from_function(function, description=cleandoc(function.__doc__ or ""), annotations=hints)
    return tool.model_copy(update={"parameters": tool.parameters | {"additionalProperties": False}})
