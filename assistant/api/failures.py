"""Failures as the HTTP contract sends them: `{"error": {"code", "message"}}` for every status, never a stack trace.

Only a browser that opens an address with nothing at it is shown a page instead.
"""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from assistant.api.headers import SAFE_HEADERS
from assistant.api.missing_page import is_for_a_reader, missing_page
from corpus.errors import AssistantError

_LOG = logging.getLogger(__name__)
_CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "unsupported_media_type"}
_MESSAGES = {404: "There is nothing at this address.", 405: "This address does not take that method."}


def failure_response(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """A response that tells of one failure."""
    sendable = message.encode("utf-8", "replace").decode("utf-8")
    return JSONResponse({"error": {"code": code, "message": sendable}}, status, headers)


def add_failure_handlers(app: FastAPI) -> None:
    """Let `app` send every failure in the form of the contract."""
    app.add_exception_handler(AssistantError, _known)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    app.add_exception_handler(SQLAlchemyError, _no_database)
    app.add_exception_handler(Exception, _unexpected)


async def _known(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AssistantError)
    return failure_response(error.status, error.code, str(error))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404 and is_for_a_reader(request):
        return missing_page(request)
    message = _MESSAGES.get(error.status_code, str(error.detail))
    return failure_response(error.status_code, _CODES.get(error.status_code, "refused"), message, dict(error.headers or {}))


async def _wrong_request(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    if isinstance(error.body, bytes):
        return failure_response(415, _CODES[415], "Send the body as JSON, with the header Content-Type: application/json.")
    return failure_response(422, "invalid_request", "; ".join(_fault(fault) for fault in error.errors()))


def _fault(fault: dict[str, object]) -> str:
    place = fault["loc"]
    assert isinstance(place, tuple)
    named = ".".join(str(part) for part in place[1:] if fault["type"] != "json_invalid")
    return f"{named or place[0]}: {fault['msg']}"


async def _no_database(_request: Request, error: Exception) -> JSONResponse:
    _LOG.error("The app database failed", exc_info=error)
    return failure_response(503, "database", "Conversations cannot be read or stored at the moment: try again in a while.")


async def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    # This answer is made outside the middleware that sets the headers of all others.
    message = "Something went wrong on the server: try again, or tell its operator."
    return failure_response(500, AssistantError.code, message, dict(SAFE_HEADERS))
