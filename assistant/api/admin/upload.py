"""The body of a request as a file that is read while it arrives."""

import asyncio
from collections.abc import AsyncIterator
from io import RawIOBase

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

STALLS_AFTER_S = 60.0
"""Seconds without a single byte after which an upload is given up."""


class Upload(RawIOBase):
    """Reads the `chunks` of a request in another thread than that of `loop`, where they arrive; one at a time, so that none of it is kept.

    Reading raises HTTPException (400 for an upload that was broken off, 408 for one that stalls), and whatever the chunks raise.
    """

    def __init__(self, chunks: AsyncIterator[bytes], loop: asyncio.AbstractEventLoop) -> None:
        self._chunks = chunks
        self._loop = loop

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, _size: int = -1) -> bytes:
        """The next bytes, as many as have come; none at the end."""
        while (chunk := asyncio.run_coroutine_threadsafe(self._next(), self._loop).result()) == b"":
            pass
        return chunk or b""

    async def _next(self) -> bytes | None:
        try:
            async with asyncio.timeout(STALLS_AFTER_S):
                return await anext(self._chunks, None)
        except TimeoutError:
            raise HTTPException(408, "The file stopped coming: nothing was kept. Hand it in again.") from None
        except ClientDisconnect:
            raise HTTPException(400, "The file did not come whole: nothing was kept. Hand it in again.") from None
