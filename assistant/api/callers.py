"""Who calls: the holder of a key sent as `Authorization: Bearer KEY`, whoever signed in with one, or anybody."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from assistant.access.caller import ANONYMOUS, Caller, Role
from assistant.access.denials import NotAllowedError, OtherOriginError, UnknownCallerError
from assistant.access.keys import PREFIX, Keys
from assistant.access.sign_ins import SignIns
from assistant.api.cookies import sign_in_of
from assistant.api.openai_failures import speaks_openai
from assistant.api.own_origin import CHANGES_NOTHING, is_of_own_origin
from assistant.store.database import Database

_SCHEMES = "Send a key as `Authorization: Bearer KEY`; without that header you are asked for none."


async def _caller_of(request: Request) -> Caller:
    """Raises UnknownCallerError for a key or a sign-in that does not count: nobody becomes anonymous unawares."""
    database: Database = request.app.state.session.database
    if key := _key_sent(request):
        return (await run_in_threadpool(Keys(database).shown, key)).caller
    if (token := sign_in_of(request)) and _may_use_cookie(request):
        return (await run_in_threadpool(SignIns(database).key_of, token)).caller
    return ANONYMOUS


CurrentCaller = Annotated[Caller, Depends(_caller_of)]


def _key_sent(request: Request) -> str | None:
    """The key in the header; None where there is none.

    A proxy that asks for a password of its own leaves it there as Basic. Programs of the OpenAI protocol must send some key, and are set up
    with a made-up one: below /v1 only what begins like a key of ours is taken for one.
    """
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, key = header.partition(" ")
    if scheme.lower() == "basic":
        return None
    of_openai = speaks_openai(request.scope)
    if scheme.lower() != "bearer" and not of_openai:
        raise UnknownCallerError(_SCHEMES)
    key = key.strip()
    return None if of_openai and not key.startswith(PREFIX) else key or _refuse_empty()


def _refuse_empty() -> str:
    raise UnknownCallerError(_SCHEMES)


def _may_use_cookie(request: Request) -> bool:
    """Whether the request may act for whoever is signed in: what changes something must come from a page of ours.

    What another site asks for in a reader's browser is asked for by nobody. Raises OtherOriginError for a change.
    """
    own = is_of_own_origin(request)
    if request.method in CHANGES_NOTHING:
        return own is not False
    if not own:
        raise OtherOriginError("This came from a page of another site: send it from the pages of the assistant, or with a key.")
    return True


def _guard(role: Role) -> Callable[[Caller], Awaitable[Caller]]:
    async def guarded(caller: CurrentCaller) -> Caller:
        if caller.role == "anonymous":
            raise UnknownCallerError(f"This is for people with a key of the role {role}: sign in, or send `Authorization: Bearer KEY`.")
        if not caller.may_act_as(role):
            raise NotAllowedError.needs(role)
        return caller

    return guarded


Staff = Annotated[Caller, Depends(_guard("staff"))]
"""Whoever may change documents and read what was asked; others get 401 or 403."""
Admin = Annotated[Caller, Depends(_guard("admin"))]
"""Whoever may also decide on corrections, go back to a former state and read the audit log; others get 401 or 403."""
