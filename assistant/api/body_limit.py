"""No request body is larger than is ever needed, whether its length is announced or not."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.failures import failure_response

LARGEST_BODY = 64 * 1024
_MESSAGE = f"The request is larger than {LARGEST_BODY // 1024} KiB: shorten it."


class BodyLimit:
    """Answers 413 to a body over LARGEST_BODY bytes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > LARGEST_BODY:
            await failure_response(scope, 413, "too_large", _MESSAGE)(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > LARGEST_BODY:
                raise HTTPException(413, _MESSAGE)
            return message

        await self._app(scope, counted, send)
