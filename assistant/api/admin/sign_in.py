"""POST /api/admin/sign-in and sign-out, GET /api/admin/me: the sign-in of the admin page, kept in a cookie that no script can read."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import Field, SecretStr

from assistant.access.audit import record
from assistant.access.caller import Caller, Role
from assistant.access.denials import NotAllowedError, OtherOriginError, UnknownCallerError
from assistant.access.keys import Keys, id_in
from assistant.access.sign_ins import SignIns
from assistant.api.allowances import spend
from assistant.api.callers import CurrentCaller
from assistant.api.cookies import forget_sign_in, keep_sign_in, sign_in_of
from assistant.api.own_origin import is_of_own_origin
from assistant.bodies import Body

router = APIRouter(prefix="/api/admin")


class SignInBody(Body):
    """A key of the role staff or admin."""

    key: Annotated[SecretStr, Field(max_length=200)]


class CallerBody(Body):
    """Who is signed in."""

    name: str
    role: Role
    key_id: str | None


@router.post("/sign-in")
def sign_in(body: SignInBody, request: Request, response: Response) -> CallerBody:
    """Sign in with a key; the cookie lasts for twelve hours, or until the key is revoked."""
    if is_of_own_origin(request) is False:
        raise OtherOriginError("This came from a page of another site: sign in on the pages of the assistant.")
    spend(request, "sign_in")
    session = request.app.state.session
    text = body.key.get_secret_value().strip()
    try:
        key = Keys(session.database).shown(text)
        if not key.caller.may_act_as("staff"):
            raise NotAllowedError.needs("staff")
    except (UnknownCallerError, NotAllowedError) as denied:
        record(session.database, "anonymous", "refuse_sign_in", id_in(text) or "", {"code": denied.code})
        raise
    token = SignIns(session.database).begin(key)
    record(session.database, key.caller.actor, "sign_in", key.id)
    keep_sign_in(request, response, token)
    return _body(key.caller)


@router.post("/sign-out", status_code=204)
def sign_out(request: Request, caller: CurrentCaller) -> Response:
    """End the sign-in of this browser."""
    session = request.app.state.session
    if token := sign_in_of(request):
        SignIns(session.database).end(token)
        record(session.database, caller.actor, "sign_out", caller.key_id or "")
    response = Response(status_code=204)
    forget_sign_in(request, response)
    return response


@router.get("/me")
def read_me(caller: CurrentCaller) -> CallerBody:
    """Who is signed in, or whose key was sent."""
    if caller.role == "anonymous":
        raise UnknownCallerError("You are not signed in: sign in with a key, or send `Authorization: Bearer KEY`.")
    return _body(caller)


def _body(caller: Caller) -> CallerBody:
    return CallerBody(name=caller.name, role=caller.role, key_id=caller.key_id)
