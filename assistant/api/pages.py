"""The chat page at / and its files under /static/."""

from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

WEB_FOLDER = Path(str(files("assistant.web")))
_SERVED = frozenset({".html", ".css", ".js", ".svg", ".png", ".ico", ".woff2"})

router = APIRouter(include_in_schema=False)


@router.get("/")
def chat_page() -> FileResponse:
    """The chat page."""
    return FileResponse(WEB_FOLDER / "index.html", headers={"Cache-Control": "no-cache"})


class PageFiles(StaticFiles):
    """The files a page is made of, nothing else of the package; browsers ask for each again, so that an update shows at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at `path`. Raises HTTPException 404."""
        if Path(path).suffix not in _SERVED:
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response
