"""The present moment as app.db has it: UTC, without zone."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now."""
    return datetime.now(UTC).replace(tzinfo=None)
