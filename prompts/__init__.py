"""Words for a language model: one template a file, `name.txt`, rendered strictly.

A template has a line `# system` with what the model is told of its work below it, and a line `# user` with the request. Variables are written
`$name`; `$$` is a dollar sign.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

_PARTS = re.compile(r"# system\n(.+?)\n# user\n(.+)", re.S)


class PromptError(ValueError):
    """A template is not there, is not made as it must be, or is rendered with other variables than it has: a fault of the program."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent to a model: its instructions and the request."""

    system: str
    user: str


def render(name: str, **variables: str) -> Prompt:
    """The template `name` with exactly its variables filled in; what a variable holds is never read as part of the template.

    Raises PromptError for an unknown template, a variable that is missing, and one that the template does not use.
    """
    system, user = _template(name)
    used = {*system.get_identifiers(), *user.get_identifiers()}
    if used != variables.keys():
        raise PromptError(f"prompt {name!r} takes the variables {sorted(used)}, given were {sorted(variables)}")
    return Prompt(system.substitute(variables), user.substitute(variables))


def read_template(name: str, text: str) -> tuple[Template, Template]:
    """The two parts of the template `text`; `name` is for messages. Raises PromptError."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise PromptError(f"prompt {name!r} needs a line “# system” at its start and a line “# user” after it, each with text below")
    templates = Template(parts[1].strip()), Template(parts[2].strip())
    if not all(template.is_valid() for template in templates):
        raise PromptError(f"prompt {name!r} holds a $ that begins no variable: write $$")
    return templates


@cache
def _template(name: str) -> tuple[Template, Template]:
    file = files(__name__) / f"{name}.txt"
    if not re.fullmatch(r"[a-z_]+", name) or not file.is_file():
        raise PromptError(f"no prompt {name!r}")
    return read_template(name, file.read_text("utf-8"))
