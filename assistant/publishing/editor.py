"""Who acts on documents, and on which data."""

from dataclasses import dataclass

from assistant.settings import AssistantSettings
from assistant.store.database import Database


@dataclass(frozen=True, slots=True)
class Editor:
    """A person or program that acts on the documents that `settings` name; `name` goes into the audit log."""

    settings: AssistantSettings
    database: Database
    name: str
