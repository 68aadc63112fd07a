"""The tools over the city with facts of every kind, and over stand-ins; called in this process through the SDK's client."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp.types import CallToolResult

from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from assistant.tool_server.server import ToolServer
from tests.assistant.api import conftest
from tests.assistant.stand_ins import Answerer, Generations

Call = Callable[..., CallToolResult]
fact_settings = conftest.fact_settings


def call(server: ToolServer, tool: str, /, **arguments: Any) -> CallToolResult:
    """What `tool` gives, as a client receives it; the client checks it against the tool's schema."""

    async def called() -> CallToolResult:
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(called)


@pytest.fixture
def fact_session(fact_settings: AssistantSettings, tmp_path: Path) -> Iterator[Session]:
    """A session on the city with facts of every kind."""
    with open_session(fact_settings.model_copy(update={"app_database_url": f"sqlite:///{tmp_path}/app.db"})) as session:
        yield session


@pytest.fixture
def session(generations: Generations, answerer: Answerer) -> Iterator[Session]:
    """A session on stand-ins."""
    session = Session(AssistantSettings.load(_env_file=None), generations, Database("sqlite://"), answerer)
    yield session
    session.database.close()


@pytest.fixture
def tool(fact_session: Session) -> Call:
    """Calls a tool of the city."""
    return partial(call, ToolServer(fact_session))
