"""However many files are handed in and looked through, questions have their threads."""

import time
from threading import Event, Lock

import anyio
from anyio import to_thread

from assistant.api.admin.room import PREVIEWS, UPLOADS, Room
from corpus.errors import UnreadableFileError

MORE_THAN_THE_SERVER_HAS = 50


class Work:
    """Runs until it is told to end, and remembers how many ran at once."""

    def __init__(self) -> None:
        self.end = Event()
        self.running = self.most = self.done = 0
        self._lock = Lock()

    def __call__(self) -> int:
        with self._lock:
            self.running += 1
            self.most = max(self.most, self.running)
        assert self.end.wait(20)
        with self._lock:
            self.running -= 1
            self.done += 1
        return self.done


def test_more_than_there_is_room_for_wait_and_hold_up_nobody() -> None:
    uploads, previews = Work(), Work()

    async def asked_meanwhile() -> None:
        room = Room()
        async with anyio.create_task_group() as tasks:
            for _ in range(MORE_THAN_THE_SERVER_HAS):
                tasks.start_soon(room.upload, uploads)
                tasks.start_soon(room.preview, previews)
            try:
                with anyio.fail_after(10):
                    while uploads.running < UPLOADS or previews.running < PREVIEWS:
                        await anyio.sleep(0.01)
                    await to_thread.run_sync(time.monotonic)
            finally:
                uploads.end.set()
                previews.end.set()

    anyio.run(asked_meanwhile)
    assert (uploads.most, previews.most) == (UPLOADS, PREVIEWS)
    assert uploads.done == previews.done == MORE_THAN_THE_SERVER_HAS


def test_a_failure_is_that_of_the_work_and_leaves_room() -> None:
    def fails() -> None:
        raise UnreadableFileError("计划.pdf cannot be read.")

    async def failing() -> int:
        room, failed = Room(), 0
        for _ in range(PREVIEWS + 1):
            try:
                await room.preview(fails)
            except UnreadableFileError:
                failed += 1
        return failed

    assert anyio.run(failing) == PREVIEWS + 1
