"""How many files are handed in and looked through at once; whoever comes on top of them waits, and holds up nobody who asks."""

from collections.abc import Callable
from typing import Annotated, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request

UPLOADS, PREVIEWS = 16, 2
"""An upload holds a thread for as long as its sender takes; a preview has a process that may take 3 GB and all of a core."""
ResultT = TypeVar("ResultT")


class Room:
    """Threads for work that takes long, beside those in which questions are answered."""

    def __init__(self) -> None:
        self._uploads = CapacityLimiter(UPLOADS)
        self._previews = CapacityLimiter(PREVIEWS)

    async def upload(self, work: Callable[[], ResultT]) -> ResultT:
        """The result of `work`, which takes in a file, once there is room for it."""
        return await to_thread.run_sync(work, limiter=self._uploads)

    async def preview(self, work: Callable[[], ResultT]) -> ResultT:
        """The result of `work`, which reads a file, once there is room for it."""
        return await to_thread.run_sync(work, limiter=self._previews)


async def _room_of(request: Request) -> Room:
    room = request.app.state.room
    assert isinstance(room, Room)
    return room


CurrentRoom = Annotated[Room, Depends(_room_of)]
