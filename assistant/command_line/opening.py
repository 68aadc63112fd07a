"""How commands that ask open the assistant: a folder without knowledge is left as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.session import Session, open_session
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations


@contextmanager
def open_for_asking() -> Iterator[Session]:
    """A session as the settings say. Raises NoGenerationError, before app.db is made, when there is nothing to answer from."""
    settings = AssistantSettings.load()
    with Generations(settings.data_dir) as generations:
        if generations.current_id is None:
            with generations.lease():
                pass
    with open_session(settings) as session:
        yield session
