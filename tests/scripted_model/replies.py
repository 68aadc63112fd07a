"""What the scripted model does with a request: one good reply, and the ways in which servers of models go wrong."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from tests.scripted_model.exchange import Exchange, to_json

_PIECE = 8


class Reply(ABC):
    """What the model does with one request; a request that does not stream gets the same as one JSON body."""

    @abstractmethod
    def send(self, exchange: Exchange) -> None:
        """Reply on `exchange`."""


@dataclass(frozen=True, slots=True)
class Says(Reply):
    """A good reply in pieces of so many characters, `pause` seconds apart, after `wait` seconds; `finish` is its finish_reason."""

    text: str
    pieces: int = _PIECE
    pause: float = 0.0
    wait: float = 0.0
    finish: str = "stop"

    def send(self, exchange: Exchange) -> None:
        exchange.wait(self.wait)
        if exchange.request.stream:
            exchange.start_text()
            exchange.write_text(self.text, self.pieces, self.pause)
            exchange.finish_text(self.text, self.finish)
        else:
            exchange.write_all(exchange.completion(self.text, self.finish), "application/json")


@dataclass(frozen=True, slots=True)
class SaysNothing(Reply):
    """A well-formed reply without a character of content."""

    finish: str = "stop"

    def send(self, exchange: Exchange) -> None:
        Says("", finish=self.finish).send(exchange)


@dataclass(frozen=True, slots=True)
class Fails(Reply):
    """An error by status; the body is OpenAI's form of errors unless another, or the text of a page, is given."""

    status: int
    body: Mapping[str, Any] | str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def send(self, exchange: Exchange) -> None:
        if isinstance(self.body, str):
            exchange.write_all(self.body.encode(), "text/html; charset=utf-8", self.status, self.headers)
        else:
            error = {"error": {"message": f"Scripted {self.status}", "type": "scripted", "param": None, "code": None}}
            body = error if self.body is None else self.body
            exchange.write_all(to_json(body), "application/json", self.status, self.headers)


@dataclass(frozen=True, slots=True)
class Hangs(Reply):
    """Takes the request, sends nothing for so many seconds, then closes the connection."""

    seconds: float = 60.0

    def send(self, exchange: Exchange) -> None:
        exchange.wait(self.seconds)
        exchange.close()


@dataclass(frozen=True, slots=True)
class HangsMidway(Reply):
    """Sends the reply up to so many characters, then nothing for so many seconds, then closes the connection."""

    text: str
    after: int
    seconds: float = 60.0

    def send(self, exchange: Exchange) -> None:
        CutsOff(self.text, self.after).send(exchange)
        exchange.wait(self.seconds)


@dataclass(frozen=True, slots=True)
class CutsOff(Reply):
    """Sends the reply up to so many characters, then closes the connection, as a server that is killed does."""

    text: str
    after: int

    def send(self, exchange: Exchange) -> None:
        exchange.close()
        said = self.text[: self.after]
        if exchange.request.stream:
            exchange.start_text()
            exchange.write_text(said, _PIECE, 0)
        else:
            body = exchange.completion(self.text, "stop")
            exchange.start(200, "application/json", {"Content-Length": str(len(body))})
            exchange.write(body.partition(to_json(self.text))[0] + to_json(said)[:-1])


@dataclass(frozen=True, slots=True)
class EndsEarly(Reply):
    """Sends the reply up to so many characters and ends the response cleanly, without finish_reason and [DONE]."""

    text: str
    after: int

    def send(self, exchange: Exchange) -> None:
        said = self.text[: self.after]
        if exchange.request.stream:
            exchange.start_text()
            exchange.write_text(said, _PIECE, 0)
            exchange.write_chunk(b"")
        else:
            exchange.write_all(exchange.completion(said, None), "application/json")


@dataclass(frozen=True, slots=True)
class Garbles(Reply):
    """Status 200 and any bytes as the body, under the content type that was asked for or under `content_type`."""

    raw: bytes
    content_type: str | None = None

    def send(self, exchange: Exchange) -> None:
        asked = "text/event-stream" if exchange.request.stream else "application/json"
        exchange.write_all(self.raw, self.content_type or asked)


@dataclass(frozen=True, slots=True)
class Drips(Reply):
    """Sends `text` again and again, a character at a time and `pause` seconds apart, until the client or the model is gone."""

    text: str
    pause: float = 0.05

    def send(self, exchange: Exchange) -> None:
        if exchange.request.stream:
            exchange.start_text()
        else:
            exchange.start_chunks("application/json")
            exchange.write_chunk(exchange.completion("", "stop").partition(b'""')[0] + b'"')
        for character in cycle(self.text):
            if exchange.request.stream:
                exchange.write_delta({"content": character})
            else:
                exchange.write_chunk(to_json(character)[1:-1])
            exchange.wait(self.pause)


@dataclass(frozen=True, slots=True)
class Pings(Reply):
    """Keeps the connection awake with comments, `pause` seconds apart, and says nothing until the client or the model is gone."""

    pause: float = 0.05

    def send(self, exchange: Exchange) -> None:
        exchange.start_chunks("text/event-stream" if exchange.request.stream else "application/json")
        while True:
            exchange.write_chunk(b": working\n\n" if exchange.request.stream else b"\n")
            exchange.wait(self.pause)
