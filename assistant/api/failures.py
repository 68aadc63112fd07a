"""Failures as the HTTP contract sends them: `{"error": {"code", "message"}}` for every status, never a stack trace.

Below /v1 they have the form of the OpenAI protocol; a browser that opens an address with nothing at it is shown a page instead.
"""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.types import Scope

from assistant.access.allowance import TooManyRequestsError
from assistant.access.denials import EndedSignInError, UnknownCallerError
from assistant.api.cookies import forget_sign_in
from assistant.api.headers import SAFE_HEADERS
from assistant.api.missing_page import is_for_a_reader, missing_page
from assistant.api.openai_failures import ParameterError, first_fault, openai_failure, speaks_openai
from assistant.bodies import Body
from corpus.errors import AssistantError

_LOG = logging.getLogger(__name__)
_CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "unsupported_media_type"}
_MESSAGES = {404: "There is nothing at this address.", 405: "This address does not take that method."}


class Failure(Body):
    """`code` is stable, for programs; `message` says what happened and what to do, for people."""

    code: str
    message: str


class FailureBody(Body):
    """What is sent in place of what was asked for."""

    error: Failure


FAILURES: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": FailureBody, "description": "The request cannot be answered as it is"},
    422: {"model": FailureBody, "description": "Something in the request is not as it should be"},
    "5XX": {"model": FailureBody, "description": "The server cannot answer at the moment"},
}
"""What the OpenAPI form of every address says of failures; 422 is named because FastAPI would say it otherwise."""


def failure_response(
    scope: Scope, status: int, code: str, message: str, *, headers: dict[str, str] | None = None, param: str | None = None
) -> JSONResponse:
    """A response that tells of one failure, in the form that the address of the request calls for; `param` is told below /v1 only."""
    sendable = message.encode("utf-8", "replace").decode("utf-8")
    if speaks_openai(scope):
        return openai_failure(status, code, sendable, param, headers)
    return JSONResponse({"error": {"code": code, "message": sendable}}, status, headers)


def add_failure_handlers(app: FastAPI) -> None:
    """Let `app` send every failure in the form of the contract."""
    app.add_exception_handler(AssistantError, _known)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    app.add_exception_handler(SQLAlchemyError, _no_database)
    app.add_exception_handler(Exception, _unexpected)


async def _known(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AssistantError)
    param = error.param if isinstance(error, ParameterError) else None
    response = failure_response(request.scope, error.status, error.code, str(error), param=param)
    if isinstance(error, TooManyRequestsError):
        response.headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, UnknownCallerError):
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, EndedSignInError):
        forget_sign_in(request, response)
    return response


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404 and is_for_a_reader(request):
        return missing_page(request)
    code, message = _CODES.get(error.status_code, "refused"), _MESSAGES.get(error.status_code, str(error.detail))
    return failure_response(request.scope, error.status_code, code, message, headers=dict(error.headers or {}))


async def _wrong_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    if isinstance(error.body, bytes):
        message = "Send the body as JSON, with the header Content-Type: application/json."
        return failure_response(request.scope, 415, _CODES[415], message)
    if speaks_openai(request.scope):
        message, param = first_fault(error.errors())
        return failure_response(request.scope, 400, "invalid_request", message, param=param)
    return failure_response(request.scope, 422, "invalid_request", "; ".join(_fault(fault) for fault in error.errors()))


def _fault(fault: dict[str, object]) -> str:
    place = fault["loc"]
    assert isinstance(place, tuple)
    named = ".".join(str(part) for part in place[1:] if fault["type"] != "json_invalid")
    return f"{named or place[0]}: {fault['msg']}"


async def _no_database(request: Request, error: Exception) -> JSONResponse:
    _LOG.error("The app database failed", exc_info=error)
    request.app.state.measures.database_failed()
    message = "Conversations cannot be read or stored at the moment: try again in a while."
    return failure_response(request.scope, 503, "database", message)


async def _unexpected(request: Request, _error: Exception) -> JSONResponse:
    # This answer is made outside the middleware that sets the headers of all others.
    message = "Something went wrong on the server: try again, or tell its operator."
    return failure_response(request.scope, 500, AssistantError.code, message, headers=dict(SAFE_HEADERS))
