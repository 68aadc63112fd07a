"""An iterator that may wait for long, read by a thread of its own, so that whoever reads it can leave at a set time."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Literal

from assistant.generation.language_model import ModelError

_Message = tuple[Literal["piece"], str] | tuple[Literal["end"], Exception | None]


def timed_pieces(start: Callable[[], Iterator[str]], deadline: float) -> Iterator[str]:
    """What the iterator of `start` yields, until it ends, fails, or `deadline` (seconds of time.monotonic) has come.

    Raises ModelError "timeout" at the deadline, and whatever the iterator raises. The thread ends when its iterator yields, ends or fails next.
    """
    messages: SimpleQueue[_Message] = SimpleQueue()
    left = Event()
    Thread(target=_read, args=(start, messages, left), name="language model", daemon=True).start()
    try:
        # What has come already is not read on after the deadline: whoever reads may be slower than the model.
        while (seconds := deadline - time.monotonic()) > 0:
            with suppress(Empty):
                kind, content = messages.get(timeout=seconds)
                if kind == "piece":
                    yield str(content)
                    continue
                if isinstance(content, Exception):
                    raise content
                return
        raise ModelError("timeout", "The language model took longer than LLM_TIMEOUT_SECONDS.")
    finally:
        left.set()


def _read(start: Callable[[], Iterator[str]], messages: "SimpleQueue[_Message]", left: Event) -> None:
    try:
        for piece in start():
            if left.is_set():
                return
            messages.put(("piece", piece))
        messages.put(("end", None))
    except Exception as error:
        messages.put(("end", error))
