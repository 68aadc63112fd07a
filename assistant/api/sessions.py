"""The session that an application answers from."""

from typing import Annotated

from fastapi import Depends, Request

from assistant.session import Session


async def _session_of(request: Request) -> Session:
    session = request.app.state.session
    assert isinstance(session, Session)
    return session


CurrentSession = Annotated[Session, Depends(_session_of)]
