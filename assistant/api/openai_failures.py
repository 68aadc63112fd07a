"""Failures in the form of the OpenAI protocol, for everything below /v1: `{"error": {"message", "type", "param", "code"}}`."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from fastapi.responses import JSONResponse
from starlette.types import Scope

from assistant.bodies import Body
from corpus.errors import AssistantError

_VALUE_ERROR = "Value error, "


class ParameterError(AssistantError):
    """What one field of an OpenAI request asks for cannot be done; `param` is that field."""

    code: ClassVar[str] = "invalid_value"
    status: ClassVar[int] = 400

    def __init__(self, message: str, param: str) -> None:
        super().__init__(message)
        self.param = param


class UnknownModelError(ParameterError):
    """No model of that name is offered."""

    code = "model_not_found"
    status = 404


class OpenaiFailure(Body):
    """`param` is the field of the request that is wrong, where one is."""

    message: str
    type: Literal["invalid_request_error", "server_error"]
    param: str | None
    code: str | None


class OpenaiFailureBody(Body):
    """What is sent in place of what was asked for."""

    error: OpenaiFailure


OPENAI_FAILURES: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": OpenaiFailureBody, "description": "The request cannot be answered as it is"},
    422: {"model": OpenaiFailureBody, "description": "Not sent: what is wrong in a request is told with 400"},
    "5XX": {"model": OpenaiFailureBody, "description": "The server cannot answer at the moment"},
}


def speaks_openai(scope: Scope) -> bool:
    """Whether the address of a request is below /v1, under whatever path the server is published."""
    root_path: str = scope["app"].state.session.settings.root_path
    return str(scope["path"]).removeprefix(root_path).startswith("/v1/")


def openai_failure(status: int, code: str, message: str, param: str | None, headers: Mapping[str, str] | None) -> JSONResponse:
    """A response that tells of one failure; the protocol knows no 422, a request that cannot be taken is 400."""
    kind = "server_error" if status >= 500 else "invalid_request_error"
    error = {"message": message, "type": kind, "param": param, "code": code}
    return JSONResponse({"error": error}, 400 if status == 422 else status, headers)


def first_fault(faults: Sequence[Mapping[str, Any]]) -> tuple[str, str | None]:
    """What is wrong with the first of the fields that are, and its name (messages[0].content); None where the body is no JSON."""
    fault = faults[0]
    name = "" if fault["type"] == "json_invalid" else _name(fault["loc"][1:])
    message = str(fault["msg"]).removeprefix(_VALUE_ERROR)
    return f"{name or 'body'}: {message}", name or None


def _name(place: Sequence[str | int]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
