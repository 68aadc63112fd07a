"""A reverse proxy that publishes a server under a path of another, as a city's own web server does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from starlette.background import BackgroundTask

_OF_ONE_CONNECTION = {"connection", "keep-alive", "transfer-encoding"}


def proxy(server: str, path: str, *, takes_path_off: bool) -> FastAPI:
    """An application that hands what is asked for under `path` on to `server`, and has nothing anywhere else."""
    client = httpx.AsyncClient(base_url=server, timeout=30, trust_env=False)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        await client.aclose()

    app = FastAPI(openapi_url=None, lifespan=closing)

    @app.api_route(f"{path}{{rest:path}}", methods=["GET", "POST", "DELETE", "OPTIONS"])
    async def hand_on(rest: str, request: Request) -> Response:
        if takes_path_off and not rest:
            return RedirectResponse(f"{path}/")  # So does nginx: the server behind could not tell this from the path with its slash.
        target = httpx.URL(path=rest or "/" if takes_path_off else path + rest, query=request.url.query.encode())
        headers = {name: value for name, value in request.headers.items() if name not in _OF_ONE_CONNECTION}
        sent = client.build_request(request.method, target, headers=headers, content=await request.body())
        answer = await client.send(sent, stream=True)
        kept = {name: value for name, value in answer.headers.items() if name not in _OF_ONE_CONNECTION}
        return StreamingResponse(answer.aiter_raw(), answer.status_code, kept, background=BackgroundTask(answer.aclose))

    return app
