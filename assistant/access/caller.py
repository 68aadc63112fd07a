"""Who calls, and what their role lets them do."""

from dataclasses import dataclass
from typing import Literal

from corpus.model.document import Visibility

KeyRole = Literal["reader", "staff", "admin"]
Role = Literal["anonymous", "reader", "staff", "admin"]
_RANKS: dict[Role, int] = {"anonymous": 0, "reader": 1, "staff": 2, "admin": 3}
"""Each role may do whatever the ones before it may."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who asks: `name` and `key_id` are those of the key they showed, None without one."""

    name: str = "anonymous"
    role: Role = "anonymous"
    key_id: str | None = None

    @property
    def audience(self) -> Visibility:
        """Which documents they may read: a key of any role opens the internal ones."""
        return "public" if self.role == "anonymous" else "internal"

    @property
    def actor(self) -> str:
        """How the audit log calls them: two keys may have one name."""
        return f"{self.name} ({self.key_id})" if self.key_id else self.name

    def may_act_as(self, role: Role) -> bool:
        """Whether they may do what `role` may."""
        return _RANKS[self.role] >= _RANKS[role]


ANONYMOUS = Caller()
"""Whoever shows no key."""
