"""No request body is larger than is ever needed, whether its length is announced or not."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.failures import failure_response

LARGEST_BODY = 64 * 1024
UPLOAD = ("POST", "/api/admin/drafts")
"""The one request that carries a whole file."""
_MIB = 1024 * 1024


class BodyLimit:
    """Answers 413 to a body over LARGEST_BODY bytes; a file that is handed in may have `upload_mb` MiB."""

    def __init__(self, app: ASGIApp, root_path: str, upload_mb: int) -> None:
        self._app = app
        self._root_path = root_path
        self._upload = upload_mb * _MIB, f"The file is larger than {upload_mb} MiB: hand in a smaller one, or set MAX_UPLOAD_MB."
        self._other = LARGEST_BODY, f"The request is larger than {LARGEST_BODY // 1024} KiB: shorten it."

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_upload = (scope["method"], scope["path"].removeprefix(self._root_path)) == UPLOAD
        largest, message = self._upload if is_upload else self._other
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > largest:
            await failure_response(scope, 413, "too_large", message)(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            event = await receive()
            received += len(event.get("body", b""))
            if received > largest:
                raise HTTPException(413, message)
            return event

        await self._app(scope, counted, send)
