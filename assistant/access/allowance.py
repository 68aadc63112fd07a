"""How much one client may ask in a minute, so that nobody takes the service from the others."""

import math
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Literal

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from assistant.access.caller import Caller
from corpus.errors import AssistantError

Kind = Literal["question", "lookup", "upload", "sign_in"]
LOOKUPS_A_QUESTION = 10
"""A search, a list or a file costs the server about a tenth of an answer."""
WITH_KEY = 10
"""How many times more the holder of a key may ask: keys are given to programs of the city's own."""
UPLOADS, SIGN_INS = 120, 10
"""Files, each of which takes seconds to read, and tries to sign in; both for anybody, a minute."""
_MINUTE = 60


class TooManyRequestsError(AssistantError):
    """A client has used up what it may ask; in `retry_after` seconds it may go on."""

    code = "too_many_requests"
    status = 429

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Allowance:
    """Counts what each client asks in a sliding window of a minute, in the memory of this process; 0 questions a minute are no limit.

    An address counts for all who share it, IPv6 addresses by the /64 that one subscriber has; a key counts for itself.
    """

    def __init__(self, questions_per_minute: int) -> None:
        self._storage = MemoryStorage()
        self._limiter = SlidingWindowCounterRateLimiter(self._storage)
        lookups, uploads = questions_per_minute * LOOKUPS_A_QUESTION, UPLOADS if questions_per_minute else 0
        self._without_key = _limits({"question": questions_per_minute, "lookup": lookups, "upload": uploads, "sign_in": SIGN_INS})
        self._with_key = _limits({"question": questions_per_minute * WITH_KEY, "lookup": lookups * WITH_KEY, "upload": uploads})

    def spend(self, caller: Caller, address: str | None, kind: Kind, cost: int = 1) -> None:
        """Count `cost` of a `kind` for whoever calls; raises TooManyRequestsError when that is more than is left."""
        of_key = caller.key_id is not None and kind != "sign_in"
        limit = (self._with_key if of_key else self._without_key).get(kind)
        if limit is None:
            return
        client = f"key {caller.key_id}" if of_key else client_of(address)
        cost = min(cost, limit.amount)
        if not self._limiter.hit(limit, kind, client, cost=cost):
            seconds = self._wait(limit.key_for(kind, client), limit.amount - cost)
            message = f"Too many requests: {limit.amount} a minute are answered here. Try again in {seconds} seconds."
            raise TooManyRequestsError(message, seconds)

    def _wait(self, key: str, left: int) -> int:
        """Seconds until what `key` has used is down to `left`, should it ask nothing more.

        The window counts what was used in the last whole minute for the part of it that it still covers, and all of the minute under way.
        """
        before, covered, now, ends = self._storage.get_sliding_window(key, _MINUTE)
        if before and now <= left:
            return max(1, math.ceil(covered - (left - now) * _MINUTE / before))
        return max(1, math.ceil(ends - left * _MINUTE / max(now, 1)))


def _limits(amounts: Mapping[Kind, int]) -> Mapping[Kind, RateLimitItemPerMinute]:
    return {kind: RateLimitItemPerMinute(amount) for kind, amount in amounts.items() if amount}


def client_of(address: str | None) -> str:
    """Whom an address stands for: itself, or the /64 it is in; those that are no addresses, as of local sockets, are one client."""
    try:
        read = ip_address((address or "").partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(read, IPv4Address):
        return str(read)
    return str(read.ipv4_mapped or IPv6Network((read, 64), strict=False))
