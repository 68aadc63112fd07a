"""A process without network: in a network namespace that has loopback only, or, where the machine grants none, with sockets that refuse."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAMESPACE = ("unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
GUARD = '''
"""Refuses every connection and every name but those of this machine; Python imports it before anything else."""
import socket

HERE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None}
connect, connect_ex, send_to, look_up = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto, socket.getaddrinfo


def check(address):
    host = address[0] if isinstance(address, tuple) else None
    if host not in HERE:
        raise OSError(101, f"Network is unreachable: {host}")


class Guarded(socket.socket):
    def connect(self, address):
        check(address)
        return connect(self, address)

    def connect_ex(self, address):
        check(address)
        return connect_ex(self, address)

    def sendto(self, data, *rest):
        check(rest[-1])
        return send_to(self, data, *rest)


def getaddrinfo(host, *rest, **options):
    check((host,))
    return look_up(host, *rest, **options)


socket.socket, socket.getaddrinfo = Guarded, getaddrinfo
'''


@dataclass(frozen=True, slots=True)
class Isolation:
    """What goes before a command, and into its environment, so that it runs without network."""

    prefix: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)


def guard(folder: Path) -> Isolation:
    """Isolation by a module in `folder` that Python imports at its start."""
    (folder / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return Isolation(variables={"PYTHONPATH": str(folder)})


def isolation(folder: Path) -> Isolation:
    """The strictest isolation this machine grants; `folder` is for files it needs."""
    tools = all(shutil.which(name) for name in ("unshare", "ip"))
    granted = tools and subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0
    return Isolation(prefix=NAMESPACE) if granted else guard(folder)
