"""A language model that says what a test has it say."""

import re
from collections.abc import Callable, Iterator

from assistant.generation.language_model import ModelError
from prompts import Prompt

Reply = str | ModelError | Callable[[Prompt], str]
_SOURCE = re.compile(r"^\[(S\d+)\] (.*)$", re.M)


class Model:
    """Replies one after the other, the last one again and again; keeps the prompts. An error comes after the words before a `|`."""

    name = "test-model"

    def __init__(self, *replies: Reply) -> None:
        self._replies = list(replies)
        self.prompts: list[Prompt] = []

    def write(self, prompt: Prompt, deadline: float) -> Iterator[str]:
        self.prompts.append(prompt)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        if isinstance(reply, ModelError):
            raise reply
        said = reply if isinstance(reply, str) else reply(prompt)
        text, cut, _ = said.partition("|")
        yield from (text[start : start + 3] for start in range(0, len(text), 3))
        if cut:
            raise ModelError("cut_off", "it broke off")


def sources_in(prompt: Prompt) -> dict[str, str]:
    """The words of each source of a prompt, by token."""
    return sources_of(prompt.user)


def sources_of(said: str) -> dict[str, str]:
    """The words of each source in what a model is told, by token; of the words for one token, the last."""
    return dict(_SOURCE.findall(said))


def token_of(prompt: Prompt, words: str) -> str:
    """The token of the first source that holds `words`."""
    return next(token for token, line in sources_in(prompt).items() if words in line)
