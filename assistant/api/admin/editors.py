"""The editor that a request of staff acts as."""

from typing import Annotated

from fastapi import Depends, Request

from assistant.api.callers import Admin, Staff
from assistant.publishing.editor import Editor


async def _staff(request: Request, caller: Staff) -> Editor:
    session = request.app.state.session
    return Editor(session.settings, session.database, caller.actor)


async def _admin(request: Request, caller: Admin) -> Editor:
    session = request.app.state.session
    return Editor(session.settings, session.database, caller.actor)


CurrentEditor = Annotated[Editor, Depends(_staff)]
"""Whoever may change documents; others get 401 or 403."""
CurrentAdmin = Annotated[Editor, Depends(_admin)]
"""Whoever may also decide what is served; others get 401 or 403."""
