"""Actions on documents: add, replace, withdraw, correct, preview, publish, roll back. The part of the assistant that may use ingest."""
