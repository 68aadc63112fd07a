"""The tools served to programs that speak the Model Context Protocol, over standard input and output or over HTTP."""

import socket
from difflib import get_close_matches
from importlib.metadata import version
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.types import CallToolResult, InputRequiredResult
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from assistant.session import Session
from assistant.tool_server.tools import assistant_tools
from corpus.errors import AssistantError

PATH = "/mcp"
LARGEST_REQUEST = 64 * 1024
"""Bytes of a request over HTTP."""
_SECONDS_TO_END = 5
_INSTRUCTIONS = (
    "Answers from a city's policy documents (action plans, scenario lists, regulations, replies to proposals), in Chinese or English. Ask `ask` first; use the "
    "lists (`targets`, `responsibilities`, `scenarios`) for everything of a kind, `search` and `document_text` to read. Write queries in Chinese where you can. "
    "Take every figure, name and date from the quotes, cite document and headings, and say so when the documents do not answer."
)


class ToolServer(MCPServer[Any]):
    """The server of the tools on one session, which stays the caller's to close. Every failure reaches the client as a message that says what to do."""

    def __init__(self, session: Session) -> None:
        self._known = assistant_tools(session)
        super().__init__(
            "city-assistant",
            title="City knowledge assistant",
            version=version("city-knowledge-assistant"),
            instructions=_INSTRUCTIONS,
            tools=list(self._known.values()),
            log_level="WARNING",
            subscriptions=False,
        )

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """What a tool gives. Raises ToolError with the message for the client."""
        self._check(name, arguments)
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as failure:
            raise _told(failure) from failure.__cause__

    def _check(self, name: str, arguments: dict[str, Any]) -> None:
        if name not in self._known:
            raise ToolError(f"There is no tool {name!r}; there are {', '.join(self._known)}.")
        # The SDK leaves out in silence what a tool does not know: a misspelt filter would be none.
        known = self._known[name].parameters["properties"]
        for unknown in (argument for argument in arguments if argument not in known):
            near = get_close_matches(unknown, known, n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise ToolError(f"{name} has no argument {unknown!r}; {hint}it has {', '.join(known)}.")


def serve_stdio(server: ToolServer) -> None:
    """Serve on standard input and output until the client closes them."""
    server.run("stdio")


def serve_http(server: ToolServer, host: str, listener: socket.socket) -> None:
    """Serve at PATH on `listener` until interrupted; on a loopback `host`, requests under another host's name or from other sites' pages are refused."""
    import uvicorn

    app = server.streamable_http_app(
        streamable_http_path=PATH, host=host, json_response=True, stateless_http=True, max_request_body_size=LARGEST_REQUEST
    )
    # The access log would be one line a call; an open stream of a client shall not keep the server from ending.
    config = uvicorn.Config(app, access_log=False, log_level="warning", server_header=False, timeout_graceful_shutdown=_SECONDS_TO_END)
    uvicorn.Server(config).run(sockets=[listener])


def _told(failure: ToolError) -> ToolError:
    """`failure` with the message that says what to do; it stays one that is logged, where it is a fault of ours."""
    cause = failure.__cause__
    if isinstance(cause, ValidationError):
        return ToolError("; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in cause.errors()))
    if isinstance(cause, AssistantError | ToolError):
        return ToolError(str(cause))
    if isinstance(cause, SQLAlchemyError):
        return UnexpectedToolError("Conversations cannot be read or stored at the moment: try again in a while.")
    return UnexpectedToolError("Something went wrong on the server: try again, or tell its operator.")
