"""How commands that act on documents open what they act on."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from assistant.access.audit import COMMAND_LINE
from assistant.publishing.editor import Editor
from assistant.settings import AssistantSettings
from assistant.store.database import Database


@contextmanager
def open_for_editing() -> Iterator[Editor]:
    """An editor as the settings say. Raises ConfigurationError."""
    settings = AssistantSettings.load()
    with closing(Database(settings.database_url)) as database:
        yield Editor(settings, database, COMMAND_LINE)
