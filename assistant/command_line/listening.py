"""The port that the server listens on, taken before anything slow is done."""

import socket

from corpus.errors import ConfigurationError

BACKLOG = 1024


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on `host` and `port`. Raises ConfigurationError when they cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        # Python adds to some of these reasons what it was doing, the address once more.
        reason = (error.strerror or str(error)).partition(" (")[0]
        raise ConfigurationError(
            f"Port {port} on {host} cannot be used ({reason}): set HOST and PORT to what is free on this machine, or end the program that has it."
        ) from None
