"""Counts every response with its route, its status and its time."""

from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.measures import Measures

NO_ROUTE = "none"
BROKEN = "broken"
"""The status counted for a response that failed after it had begun, or before there was any."""


class Measured:
    """Tells `measures` of every response once it has ended."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self._app = app
        self._measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, root_path = perf_counter(), BROKEN, scope.get("root_path", "")

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except BaseException:
            status = BROKEN
            raise
        finally:
            self._measures.responded(scope["method"], _route_of(scope, root_path), status, perf_counter() - begun)


def _route_of(scope: Scope, root_path: str) -> str:
    """The template of the route taken, or where the application taken is mounted: by then the path of that is part of the scope's `root_path`."""
    mounted = str(scope.get("root_path", "")).removeprefix(root_path)
    return str(getattr(scope.get("route"), "path_format", mounted or NO_ROUTE))
