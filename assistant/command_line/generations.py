"""`city-assistant generations`: what is kept of former states, and going back to one."""

from typing import Annotated

import typer
from rich.table import Table

from assistant.command_line.console import output
from assistant.command_line.editing import open_for_editing
from assistant.publishing.served_generations import kept_generations, use_generation

app = typer.Typer(add_completion=False)


@app.callback(invoke_without_command=True)
def generations(context: typer.Context) -> None:
    """List the generations that are kept; the one marked is served."""
    if context.invoked_subcommand is None:
        list_generations()


@app.command("list")
def list_generations() -> None:
    """List the generations that are kept; the one marked is served."""
    table = Table("", "generation", "built (UTC)", "documents")
    with open_for_editing() as editor:
        for kept in kept_generations(editor):
            built = f"{kept.created_at:%Y-%m-%d %H:%M}" if kept.created_at else "cannot be used: another version built it"
            table.add_row("*" if kept.current else "", kept.id, built, "" if kept.documents is None else str(kept.documents))
    output().print(table)


@app.command("use")
def use(generation: Annotated[str, typer.Argument(metavar="ID", help="As the list names it.")]) -> None:
    """Answer from a former generation until the next ingest, which publishes the present documents again."""
    with open_for_editing() as editor:
        used = use_generation(editor, generation)
    output().print(f"Generation {used.id} is served now. The next `city-assistant ingest` publishes the present documents again.")
