"""The scripted model's server: a port of its own on this machine, and a thread for every connection."""

import json
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, Self, cast

from tests.scripted_model.chat_request import ChatRequest
from tests.scripted_model.exchange import Exchange, to_json
from tests.scripted_model.replies import Fails, Reply

MODEL = "scripted"
Step = Reply | Callable[[ChatRequest], Reply]


class ScriptedModel:
    """Gives its replies one after the other, and the last one again and again; a callable makes its reply from the request.

    A context manager; at its end it raises what a callable has raised, to which the client got status 500.
    """

    def __init__(self, reply: Step, *more: Step) -> None:
        self._steps = (reply, *more)
        self._lock = threading.Lock()
        self._requests: list[ChatRequest] = []
        self._errors: list[BaseException] = []
        self._abandoned = 0
        self._stopped = False
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, raised: type[BaseException] | None, *_: object) -> None:
        self.stop()
        if self._errors and raised is None:
            raise self._errors[0]

    @property
    def requests(self) -> list[ChatRequest]:
        """The requests for a reply so far."""
        with self._lock:
            return list(self._requests)

    @property
    def abandoned(self) -> int:
        """How many replies were under way when their client closed the connection."""
        with self._lock:
            return self._abandoned

    def stop(self) -> None:
        """The model is gone: replies under way break off at once, and connections are refused from now on."""
        if not self._stopped:
            self._stopped = True
            self._server.shutdown()
            self._server.disconnect()
            self._server.server_close()
            self._thread.join()

    def reply(self, request: ChatRequest, handler: BaseHTTPRequestHandler) -> None:
        """Send the reply whose turn it is."""
        with self._lock:
            step = self._steps[min(len(self._requests), len(self._steps) - 1)]
            self._requests.append(request)
        try:
            made = step(request) if callable(step) else step
        except BaseException as error:
            self._errors.append(error)
            made = Fails(500)
        try:
            made.send(Exchange(request, handler))
        except ConnectionError:
            handler.close_connection = True
            with self._lock:
                self._abandoned += not self._stopped


class _Server(ThreadingMixIn, TCPServer):
    """Knows its open connections, so that it can end them."""

    daemon_threads = False
    request_queue_size = 128

    def __init__(self, model: ScriptedModel) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.model = model
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
            super().close_request(request)

    def disconnect(self) -> None:
        """End every connection, whatever waits on it."""
        with self._lock:
            for connection in self._connections:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Connections that clients break off between two requests are nothing to report."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        if self.path == "/v1/models":
            self._send(200, {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 1767225600, "owned_by": "tests"}]})
        else:
            self._refuse(404, f"Unknown path: {self.path}")

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path != "/v1/chat/completions":
            self._refuse(404, f"Unknown path: {self.path}")
            return
        try:
            request = ChatRequest.parse(json.loads(content), self.headers.get("Authorization"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            self._refuse(400, f"No request for a chat completion: {error!r}")
            return
        cast(_Server, self.server).model.reply(request, self)

    def log_message(self, *_: object) -> None:
        """Requests are in `requests`; nothing is printed."""

    def _refuse(self, status: int, message: str) -> None:
        self._send(status, {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}})

    def _send(self, status: int, body: Mapping[str, Any]) -> None:
        content = to_json(body)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
