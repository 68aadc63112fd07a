"""The cookie of a sign-in: no script can read it, no other site can send it, and it goes to this server's path alone."""

from fastapi import Request, Response

from assistant.access.sign_ins import LASTS

COOKIE = "city_assistant"


def keep_sign_in(request: Request, response: Response, token: str) -> None:
    """Have the browser send `token` with its requests, over TLS only where this one came over it."""
    secure, seconds = request.url.scheme == "https", int(LASTS.total_seconds())
    response.set_cookie(COOKIE, token, max_age=seconds, path=_path(request), secure=secure, httponly=True, samesite="strict")


def forget_sign_in(request: Request, response: Response) -> None:
    """Have the browser send none any more."""
    response.delete_cookie(COOKIE, path=_path(request), httponly=True, samesite="strict")


def sign_in_of(request: Request) -> str | None:
    """The token that a request came with."""
    return request.cookies.get(COOKIE)


def _path(request: Request) -> str:
    return request.app.state.session.settings.root_path or "/"
