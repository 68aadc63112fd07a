"""What people decided of the documents and holds at present, as ingest takes it."""

from assistant.store.database import Database
from assistant.store.document_decisions import document_states, metadata_corrections
from assistant.store.fact_corrections import fact_corrections
from corpus.amendments import Amendments


def read_amendments(database: Database) -> Amendments:
    """Corrected metadata, withdrawn files and approved corrections of facts."""
    return Amendments(
        metadata=metadata_corrections(database),
        withdrawn=frozenset(file for file, change in document_states(database).items() if change.state == "withdrawn"),
        facts=tuple(reviewed.correction for reviewed in fact_corrections(database, "approved")),
    )
