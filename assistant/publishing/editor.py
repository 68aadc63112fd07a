"""Who acts on documents, and on which data."""

from dataclasses import dataclass
from typing import Any

from assistant.access.audit import record
from assistant.settings import AssistantSettings
from assistant.store.database import Database


@dataclass(frozen=True, slots=True)
class Editor:
    """A person or program that acts on the documents that `settings` name; `name` goes into the audit log."""

    settings: AssistantSettings
    database: Database
    name: str

    def note(self, action: str, subject: str, **details: Any) -> None:
        """Write into the audit log what was done to `subject`."""
        record(self.database, self.name, action, subject, details)
