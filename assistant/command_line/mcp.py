"""`city-assistant mcp`: the assistant as tools for programs that speak the Model Context Protocol."""

import signal
from typing import Annotated

import typer

from assistant.command_line.console import messages
from assistant.command_line.listening import listening_socket
from assistant.session import open_session
from assistant.settings import AssistantSettings

HOST, PORT = "127.0.0.1", 8001
"""Where tools are served over HTTP; not where HOST and PORT have the pages, so that both can run, and open to this machine alone."""

app = typer.Typer(add_completion=False)


@app.command()
def mcp(
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP instead of standard input and output.")] = False,
    host: Annotated[str | None, typer.Option(help=f"With --http: address to listen on instead of {HOST}.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help=f"With --http: port to listen on instead of {PORT}.")] = None,
) -> None:
    """Serve questions and lists as tools for chat programs and coding agents, until the client leaves or Ctrl-C."""
    if not http and (host is not None or port is not None):
        raise typer.BadParameter("--host and --port go with --http.")
    settings = AssistantSettings.load()
    if http:
        _serve_http(settings, host or HOST, port or PORT)
    else:
        _serve_stdio(settings)


def _serve_stdio(settings: AssistantSettings) -> None:
    from assistant.tool_server.server import ToolServer, serve_stdio

    # A thread waits for the next line of standard input, and Python would wait for it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with open_session(settings) as session:
        serve_stdio(ToolServer(session))


def _serve_http(settings: AssistantSettings, host: str, port: int) -> None:
    from assistant.tool_server.server import PATH, ToolServer, serve_http

    with listening_socket(host, port) as listener, open_session(settings) as session:
        messages().print(f"Serving tools at http://{f'[{host}]' if ':' in host else host}:{port}{PATH} (Ctrl-C ends)")
        try:
            serve_http(ToolServer(session), host, listener)
        except KeyboardInterrupt:
            messages().print("Ended.")
