"""The server under a path that a proxy publishes it at, whether the proxy takes the path off its requests or not."""

from starlette.types import ASGIApp, Receive, Scope, Send


class SubPath:
    """Tells the application below of `root_path` ("" or "/assistant") and gives every request that does not start with it this start."""

    def __init__(self, app: ASGIApp, root_path: str) -> None:
        self._app = app
        self._root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        root, path = self._root_path, scope.get("path", "")
        if root:
            under = path == root or path.startswith(f"{root}/")
            scope = {**scope, "root_path": root, "path": path if under else root + path}
        await self._app(scope, receive, send)
