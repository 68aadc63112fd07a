"""The chat page at /, the pages to look things up, those of the administration, and their files under /static/."""

from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

WEB_FOLDER = Path(str(files("assistant.web")))
_SERVED = frozenset({".css", ".js", ".svg", ".png", ".ico", ".woff2"})

EXPLORER_PAGES = ("units", "unit", "targets", "scenarios", "conflicts", "documents", "document")
"""Each has its address right below the start page, where the same relative links lead everywhere."""

ADMIN_PAGES = ("admin", "admin-draft", "admin-document", "admin-ingests", "admin-corrections", "admin-questions", "admin-audit")
"""Likewise, for those who are signed in; whoever is not is asked for a key."""

router = APIRouter(include_in_schema=False)


@router.get("/")
def chat_page() -> FileResponse:
    """The chat page."""
    return FileResponse(WEB_FOLDER / "index.html", headers={"Cache-Control": "no-cache"})


def explorer_page() -> FileResponse:
    """The page in which one of EXPLORER_PAGES is shown: script builds it by the address."""
    return FileResponse(WEB_FOLDER / "explorer.html", headers={"Cache-Control": "no-cache"})


def admin_page() -> FileResponse:
    """The page in which one of ADMIN_PAGES is shown."""
    return FileResponse(WEB_FOLDER / "admin.html", headers={"Cache-Control": "no-cache"})


for _name in EXPLORER_PAGES:
    router.add_api_route(f"/{_name}", explorer_page)
for _name in ADMIN_PAGES:
    router.add_api_route(f"/{_name}", admin_page)


class PageFiles(StaticFiles):
    """The files a page is made of, nothing else of the package; browsers ask for each again, so that an update shows at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at `path`. Raises HTTPException 404."""
        if Path(path).suffix not in _SERVED:
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response
