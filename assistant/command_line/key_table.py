"""Keys as a table: whose they are, what they may do, and whether they still count."""

from collections.abc import Sequence
from datetime import datetime

from rich.table import Table

from assistant.access.keys import ApiKey


def key_table(keys: Sequence[ApiKey], now: datetime) -> Table:
    """One row a key; days are UTC."""
    table = Table()
    for name in ("id", "name", "role", "made", "last used", "state"):
        table.add_column(name, overflow="fold", no_wrap=name != "name")
    for key in keys:
        used = key.last_used_on.isoformat() if key.last_used_on else "never"
        table.add_row(key.id, key.name, key.role, key.made_at.date().isoformat(), used, _state(key, now))
    return table


def _state(key: ApiKey, now: datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked {key.revoked_at.date()}"
    if key.expires_at is None:
        return "counts"
    return f"{'counts until' if key.counts(now) else 'ended'} {key.expires_at:%Y-%m-%d %H:%M}"
