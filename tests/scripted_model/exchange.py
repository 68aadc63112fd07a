"""One request and the connection its reply goes out on."""

import json
import select
from collections.abc import Mapping, Sequence
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.scripted_model.chat_request import ChatRequest

_FIXED = {"id": "chatcmpl-1", "created": 1767225600}
_NO_HEADERS: Mapping[str, str] = {}


def to_json(value: object) -> bytes:
    """`value` as the protocol sends it: without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class Exchange:
    """Writes the reply to `request`; every method raises ConnectionError when the client has gone or the model was stopped."""

    def __init__(self, request: ChatRequest, handler: BaseHTTPRequestHandler) -> None:
        self.request = request
        self._handler = handler

    def wait(self, seconds: float) -> None:
        """Let `seconds` pass."""
        # A client sends nothing before the reply has ended, so that anything to read is the end of the connection, by it or by us.
        if select.select([self._handler.connection], [], [], seconds)[0]:
            raise ConnectionAbortedError

    def start(self, status: int, content_type: str, headers: Mapping[str, str]) -> None:
        """Send the status line and the headers."""
        self._handler.send_response(status)
        for name, value in {"Content-Type": content_type, **headers}.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def write(self, content: bytes) -> None:
        """Send bytes of the body as they are."""
        self._handler.wfile.write(content)

    def write_all(self, content: bytes, content_type: str, status: int = 200, headers: Mapping[str, str] = _NO_HEADERS) -> None:
        """Send a whole response."""
        self.start(status, content_type, {"Content-Length": str(len(content)), **headers})
        self.write(content)

    def start_chunks(self, content_type: str) -> None:
        """Start a response of unknown length."""
        self.start(200, content_type, {"Transfer-Encoding": "chunked", "Cache-Control": "no-cache"})

    def write_chunk(self, content: bytes) -> None:
        """Send the next chunk of such a response; an empty one is its clean end."""
        self.write(b"%x\r\n%b\r\n" % (len(content), content))

    def start_text(self) -> None:
        """Start a streamed message."""
        self.start_chunks("text/event-stream")
        self.write_delta({"role": "assistant", "content": ""})

    def write_text(self, text: str, characters: int, pause: float) -> None:
        """Send `text` of a streamed message in pieces of so many characters, `pause` seconds apart."""
        for start in range(0, len(text), characters):
            if start:
                self.wait(pause)
            self.write_delta({"content": text[start : start + characters]})

    def finish_text(self, text: str, finish: str) -> None:
        """End a streamed message as the protocol has it, with the usage where the request asks for it."""
        self.write_delta({}, finish)
        if (self.request.body.get("stream_options") or {}).get("include_usage"):
            self._write_part([], usage=self._usage(text))
        self._write_event(b"[DONE]")
        self.write_chunk(b"")

    def write_delta(self, delta: Mapping[str, str], finish: str | None = None) -> None:
        """Send one piece of a streamed message."""
        self._write_part([{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}])

    def completion(self, text: str, finish: str | None) -> bytes:
        """The body of a reply that is not streamed."""
        message = {"role": "assistant", "content": text, "refusal": None}
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish}
        body = {**_FIXED, "object": "chat.completion", "model": self.request.model, "choices": [choice], "usage": self._usage(text)}
        return to_json(body)

    def close(self) -> None:
        """Take no further request on this connection."""
        self._handler.close_connection = True

    def _write_part(self, choices: Sequence[Mapping[str, Any]], **more: object) -> None:
        self._write_event(to_json({**_FIXED, "object": "chat.completion.chunk", "model": self.request.model, "choices": choices, **more}))

    def _write_event(self, data: bytes) -> None:
        self.write_chunk(b"data: %b\n\n" % data)

    def _usage(self, text: str) -> dict[str, int]:
        """Characters stand for tokens."""
        sent = len(self.request.system) + len(self.request.prompt)
        return {"prompt_tokens": sent, "completion_tokens": len(text), "total_tokens": sent + len(text)}
