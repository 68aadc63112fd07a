"""The body of a request as a file that is read while it arrives."""

from collections.abc import AsyncIterator
from io import RawIOBase

from anyio import fail_after, from_thread
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

STALLS_AFTER_S = 60.0
"""Seconds without a single byte after which an upload is given up."""


class Upload(RawIOBase):
    """Reads the `chunks` of a request in a worker thread of its endpoint, one at a time, so that none of it is kept in memory.

    Reading raises HTTPException (400 for an upload that was broken off, 408 for one that stalls), and whatever the chunks raise.
    """

    def __init__(self, chunks: AsyncIterator[bytes]) -> None:
        self._chunks = chunks

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, _size: int = -1) -> bytes:
        """The next bytes, as many as have come; none at the end."""
        while (chunk := from_thread.run(self._next)) == b"":
            pass
        return chunk or b""

    async def _next(self) -> bytes | None:
        try:
            with fail_after(STALLS_AFTER_S):
                return await anext(self._chunks, None)
        except TimeoutError:
            raise HTTPException(408, "The file stopped coming: nothing was kept. Hand it in again.") from None
        except ClientDisconnect:
            raise HTTPException(400, "The file did not come whole: nothing was kept. Hand it in again.") from None
