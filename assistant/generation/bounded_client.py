"""The HTTP client of a language model, whose replies end at a set time: a server that sends a little now and then would never run into a time-out."""

import time
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from urllib.parse import urlsplit

import httpx2

_deadline: ContextVar[float] = ContextVar("deadline", default=float("inf"))
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def bounded_client(base_url: str) -> httpx2.Client:
    """A client for the server at `base_url`. The environment's proxies are not asked for a server on this machine; no redirect is followed, since
    that would send the prompt elsewhere."""
    near = urlsplit(base_url).hostname in _OWN_MACHINE
    return httpx2.Client(trust_env=not near, follow_redirects=False, event_hooks={"response": [_bound]})


def end_replies_at(deadline: float) -> None:
    """Have the replies to what this thread asks from now on fail at the first bytes after `deadline` (seconds of time.monotonic)."""
    _deadline.set(deadline)


def _bound(response: httpx2.Response) -> None:
    assert isinstance(response.stream, httpx2.SyncByteStream)
    response.stream = _Within(response.stream, _deadline.get(), response.request)


class _Within(httpx2.SyncByteStream):
    """The bytes of a reply until `deadline`. Raises httpx2.ReadTimeout."""

    def __init__(self, stream: httpx2.SyncByteStream, deadline: float, request: httpx2.Request) -> None:
        self._stream, self._deadline, self._request = stream, deadline, request

    def __iter__(self) -> Iterator[bytes]:
        parts: Iterable[bytes] = self._stream
        for part in parts:
            if time.monotonic() > self._deadline:
                raise httpx2.ReadTimeout("The reply took too long.", request=self._request)
            yield part

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()
