"""The entry point of `city-assistant`.

Sub-commands are the entry points of the group COMMAND_GROUP, each a `typer.Typer`; only the one that is called for is loaded.
"""

import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import entry_points

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from corpus.errors import AssistantError, ConfigurationError

COMMAND_GROUP = "city_assistant.commands"
NAME = "city-assistant"
Load = Callable[[], typer.Typer]
_OTHERS_READ_NOTHING = 0o077
"""What is written holds internal documents and what was asked: other users of the machine get at none of it."""


def main() -> None:
    """Run the command line of this process and end it: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    os.umask(_OTHERS_READ_NOTHING)
    run_command_line(sys.argv[1:], {point.name: point.load for point in entry_points(group=COMMAND_GROUP)})


def run_command_line(arguments: Sequence[str], commands: Mapping[str, Load]) -> None:
    """Run `arguments` with the sub-commands `commands`, and end with SystemExit; a failure goes to standard error as a message."""
    try:
        if not commands:
            raise ConfigurationError(f"{NAME} is not installed with its commands: run `pip install .` again in its folder.")
        _group(arguments, commands).main(list(arguments), prog_name=NAME)
    except AssistantError as failure:
        _fail(str(failure))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:
        place = traceback.extract_tb(fault.__traceback__)[-1]
        _fail(
            f"An unexpected fault ended the command ({type(fault).__name__}: {fault}; {place.name}, line {place.lineno}): please report it."
        )


def _group(arguments: Sequence[str], commands: Mapping[str, Load]) -> TyperGroup:
    """The command with the one sub-command that `arguments` begin with; with all of them for help and for misspellings."""
    asked = arguments[0] if arguments else ""
    names = [asked] if asked in commands else sorted(commands)
    return TyperGroup(
        name=NAME,
        help="Ask a city's policy documents; every answer cites the characters it rests on.",
        no_args_is_help=True,
        commands={name: _command(name, commands[name]()) for name in names},
    )


def _command(name: str, app: typer.Typer) -> TyperCommand | TyperGroup:
    """The sub-command of `app` under the name it is declared by, which help shows."""
    command = get_command(app)
    command.name = name
    assert isinstance(command, TyperCommand | TyperGroup)
    return command


def _fail(message: str) -> None:
    typer.echo(message, err=True)
    sys.exit(1)
