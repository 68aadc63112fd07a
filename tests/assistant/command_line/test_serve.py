"""`serve` serves until it is interrupted, with or without knowledge."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from assistant.command_line.listening import listening_socket
from assistant.command_line.serve import _warm_up, address
from assistant.session import Session
from assistant.settings import AssistantSettings
from corpus.errors import ConfigurationError
from tests.assistant.command_line.test_doctor import free_port

PROGRAM = "import sys\nfrom assistant.command_line import main, serve\nmain.run_command_line(sys.argv[1:], {'serve': lambda: serve.app})"


@contextmanager
def server(**environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of its own and its address, once it answers."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve", "--port", str(port)],
        cwd=Path(__file__).parents[3],
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        base = f"http://127.0.0.1:{port}"
        wait_for(f"{base}/healthz")
        yield base, process
    finally:
        process.kill()
        process.wait()


def wait_for(url: str) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            urlopen(url).close()
            return
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def test_served_city_answers_until_interrupted(city: AssistantSettings, tmp_path: Path) -> None:
    environment = {"DATA_DIR": str(city.data_dir), "APP_DATABASE_URL": f"sqlite:///{tmp_path}/app.db"}
    with server(**environment) as (base, process):
        body = json.dumps({"question": "建设水务大数据平台由哪些部门负责？"}).encode()
        with urlopen(Request(f"{base}/api/ask", body, {"Content-Type": "application/json"})) as response:
            assert "市水务局" in json.load(response)["answer"]
        process.send_signal(signal.SIGINT)
        messages = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert "Serving at" in messages
    assert "Traceback" not in messages


def _try(base: str, forwarded: str) -> int:
    """The status of a try to sign in with no key, made through a proxy for `forwarded`."""
    headers = {"Content-Type": "application/json", "X-Forwarded-For": forwarded}
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{base}/api/admin/sign-in", b'{"key": "none"}', headers))
    return refused.value.code


@pytest.mark.parametrize(("proxies", "for_another"), [("127.0.0.1", 401), ("192.0.2.9", 429)])
def test_clients_are_told_apart_by_what_a_trusted_proxy_says_and_no_other(tmp_path: Path, proxies: str, for_another: int) -> None:
    with server(DATA_DIR=str(tmp_path), TRUSTED_PROXIES=proxies) as (base, _):
        assert [_try(base, "192.0.2.1") for _ in range(11)] == [401] * 10 + [429]
        assert _try(base, "192.0.2.2") == for_another
        assert _try(base, "192.0.2.2, 192.0.2.1") == 429, "what a client says before the proxy is not believed"


def test_server_without_knowledge_tells_what_to_run(tmp_path: Path) -> None:
    with server(DATA_DIR=str(tmp_path)) as (base, _):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{base}/readyz")
        assert refused.value.code == 503
        assert "city-assistant ingest" in json.load(refused.value)["error"]["message"]


def test_port_in_use_is_refused_with_what_to_do() -> None:
    with listening_socket("127.0.0.1", 0) as taken, pytest.raises(ConfigurationError, match="PORT") as refused:
        listening_socket("127.0.0.1", taken.getsockname()[1])
    assert str(refused.value).count("127.0.0.1") == 1
    assert str(refused.value).count("(") == 1


def test_unknown_host_is_refused_with_what_to_do() -> None:
    with pytest.raises(ConfigurationError, match="HOST"):
        listening_socket("no.such.host.invalid", 0)


@pytest.mark.parametrize(
    ("host", "root_path", "expected"),
    [
        ("127.0.0.1", "", "http://127.0.0.1:8000"),
        ("0.0.0.0", "/assistant", "http://127.0.0.1:8000/assistant"),
        ("::", "", "http://[::1]:8000"),
        ("::1", "", "http://[::1]:8000"),
    ],
)
def test_address_is_one_that_a_browser_here_can_open(host: str, root_path: str, expected: str) -> None:
    assert address(AssistantSettings.load(host=host, root_path=root_path, _env_file=None)) == expected


def test_a_warm_up_that_fails_does_not_keep_the_server_from_starting(capsys: pytest.CaptureFixture[str]) -> None:
    class Broken:
        def warm_up(self) -> None:
            raise RuntimeError("a fault of the program")

    _warm_up(cast(Session, Broken()))
    assert "a fault of the program" in capsys.readouterr().err
