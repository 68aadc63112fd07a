"""`city-assistant serve`: the HTTP contract and the chat page, served until interrupted."""

from typing import Annotated

import typer
import uvicorn

from assistant.api.application import create_app
from assistant.command_line.console import messages
from assistant.command_line.listening import listening_socket
from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from corpus.errors import KnowledgeError

app = typer.Typer(add_completion=False)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on instead of HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on instead of PORT.")] = None,
) -> None:
    """Serve the chat page and the API until Ctrl-C."""
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = AssistantSettings.load(**given)
    with listening_socket(settings.host, settings.port) as listener, open_session(settings) as session:
        _warm_up(session)
        messages().print(f"Serving at {address(settings)} (Ctrl-C ends)")
        # The access log would keep the ids of conversations, which are all it takes to read them.
        config = uvicorn.Config(
            create_app(session),
            access_log=False,
            log_level="warning",
            server_header=False,
            forwarded_allow_ips=settings.trusted_addresses,
        )
        try:
            with session.keeping_up():
                uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            messages().print("Ended.")


def address(settings: AssistantSettings) -> str:
    """The address under which a browser on this machine finds the server."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, f"[{settings.host}]" if ":" in settings.host else settings.host)
    return f"http://{host}:{settings.port}{settings.root_path}"


def _warm_up(session: Session) -> None:
    """Make the first answer as quick as the next; without any knowledge, serve all the same and say what is missing."""
    try:
        session.warm_up()
    except KnowledgeError as error:
        messages().print(f"{error} Until then every question is answered with this message.", style="yellow")
    except Exception as error:  # serving matters more than a quick first answer
        messages().print(f"The first answers may take longer: what was tried at start failed ({error!r}).", style="yellow")
