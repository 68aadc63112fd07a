"""Where commands print: the terminal at its width, or a pipe without line breaks of ours."""

import sys

from rich.console import Console

PIPE_WIDTH = 160


def output() -> Console:
    """Standard output; text is printed as it is, without markup."""
    return _console(stderr=False)


def messages() -> Console:
    """Standard error, for what is not the result: progress and warnings."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    terminal = (sys.stderr if stderr else sys.stdout).isatty()
    return Console(
        stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=not terminal, width=None if terminal else PIPE_WIDTH
    )
