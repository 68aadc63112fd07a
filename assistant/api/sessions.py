"""The session that an application answers from, bound to what the caller may read."""

from typing import Annotated

from fastapi import Depends, Request

from assistant.api.callers import CurrentCaller
from assistant.session import Session


async def _session_of(request: Request, caller: CurrentCaller) -> Session:
    session = request.app.state.session
    assert isinstance(session, Session)
    return session.read_by(caller.audience)


CurrentSession = Annotated[Session, Depends(_session_of)]
