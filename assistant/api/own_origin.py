"""Whether a request comes from a page of ours.

Browsers say so in Sec-Fetch-Site, which no script can set; the few that do not, and any over plain HTTP, tell the Origin, whose host and port are
then those of the Host header. Schemes are not compared: a proxy that ends TLS may not tell of it. It is what net/http of Go 1.25 does.
"""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})


def is_of_own_origin(connection: HTTPConnection) -> bool | None:
    """True or False as the browser tells; None where nothing is told, as by programs that are none."""
    if site := connection.headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    if origin := connection.headers.get("origin"):
        return _place(origin) == connection.headers.get("host", "").lower()
    return None


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
