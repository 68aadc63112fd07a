"""An assistant that runs as a server, asked through the HTTP contract."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any
from urllib.parse import quote

import httpx

from assistant.session import Mode
from corpus.errors import AssistantError
from eval.errors import UnreachableError
from eval.reply import Reply, read_reply

TIMEOUT_SECONDS = 60
TOO_MANY = 429
_WAIT_SECONDS = 10
"""How long to wait where a server does not say."""


class RemoteAssistant:
    """Asks the server that `client` has as its base address, in `mode`. Raises AssistantError with the server's own message where it refuses."""

    def __init__(self, client: httpx.Client, mode: Mode = "auto") -> None:
        self._client = client
        self._mode = mode

    def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
        """The reply to one turn."""
        body = {"question": question, "as_of": as_of.isoformat(), "mode": self._mode}
        if conversation_id:
            body["conversation_id"] = conversation_id
        return read_reply(self._call("POST", "/api/ask", body))

    def document_text(self, document_id: str) -> str:
        """The canonical text of a document."""
        answer = self._call("GET", f"/api/documents/{quote(document_id, safe='')}/text")
        if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
            raise AssistantError(f"The server gave no text of document {document_id}.")
        return str(answer["text"])

    def check(self) -> None:
        """Raises UnreachableError when nothing listens at the address."""
        try:
            self._client.get("/healthz")
        except (httpx.TransportError, httpx.InvalidURL) as error:
            message = f"No assistant answers at {self._client.base_url} ({error}). Start one with `city-assistant serve`, or mend --url."
            raise UnreachableError(message) from error

    def _call(self, method: str, path: str, body: dict[str, str] | None = None) -> Any:
        try:
            response = self._client.request(method, path, json=body)
            while response.status_code == TOO_MANY:
                wait_as_told(response.headers)
                response = self._client.request(method, path, json=body)
            if response.is_error:
                raise AssistantError(f"HTTP {response.status_code}: {response.text[:300]}")
            return response.json()
        except (httpx.TransportError, ValueError) as error:
            raise AssistantError(f"{type(error).__name__}: {error}") from error


def wait_as_told(headers: Mapping[str, str]) -> None:
    """Wait as long as a server that answers so many questions a minute and no more asks for; the time asked counts in what is measured."""
    told = headers.get("Retry-After", "")
    time.sleep(int(told) if told.isdecimal() else _WAIT_SECONDS)


@contextmanager
def open_remote(url: str, mode: Mode = "auto") -> Iterator[RemoteAssistant]:
    """Connect to the server at `url`. Raises UnreachableError when nothing listens there."""
    with httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS) as client:
        assistant = RemoteAssistant(client, mode)
        assistant.check()
        yield assistant
