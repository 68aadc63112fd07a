"""`city-assistant keys`: makes, lists and revokes the keys of those who may read internal documents or change any."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Annotated

import typer

from assistant.access.audit import COMMAND_LINE, record
from assistant.access.caller import KeyRole
from assistant.access.keys import LONGEST_NAME, Keys
from assistant.command_line.console import messages, output
from assistant.command_line.key_table import key_table
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from assistant.store.moment import utc_now

LONGEST_LIFE = 3650
"""Days; ten years stand for a key that is not meant to end."""

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Make, list and revoke API keys.")


def _name(text: str) -> str:
    name = text.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise typer.BadParameter(f"a name has 1 to {LONGEST_NAME} characters that can be printed, such as 值班王工.")
    return name


@app.command()
def make(
    name: Annotated[str, typer.Argument(metavar="NAME", callback=_name, help="Who or what it is for, such as 值班王工.")],
    role: Annotated[
        KeyRole, typer.Option(help="What it may do: read internal documents, also change documents, also decide on corrections.")
    ],
    days: Annotated[int | None, typer.Option(min=1, max=LONGEST_LIFE, help="Days until it ends; without, it lasts until revoked.")] = None,
) -> None:
    """Make a key and print it: this once, for only a hash of it is kept."""
    with _database() as database:
        made = Keys(database).make(name, role, days)
        record(database, COMMAND_LINE, "make_key", made.key.caller.actor, {"role": role, "days": days})
    messages().print(f"Key {made.key.id} of {name} ({role}). It is shown only now; send it as `Authorization: Bearer KEY`:")
    typer.echo(made.text)


@app.command(name="list")
def list_keys(as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False) -> None:
    """List all keys ever made, without their secrets."""
    with _database() as database:
        keys = Keys(database).all()
    if as_json:
        typer.echo(json.dumps([asdict(key) for key in keys], ensure_ascii=False, indent=2, default=str))
    else:
        output().print(key_table(keys, utc_now()))


@app.command()
def revoke(key_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the key, as `keys list` has it.")]) -> None:
    """Revoke a key: it opens nothing from now on, and whoever is signed in by it is signed out."""
    with _database() as database:
        key = Keys(database).revoke(key_id)
        record(database, COMMAND_LINE, "revoke_key", key.caller.actor)
    messages().print(f"Key {key.id} of {key.name} is revoked.")


@contextmanager
def _database() -> Iterator[Database]:
    with closing(Database(AssistantSettings.load().database_url)) as database:
        yield database
