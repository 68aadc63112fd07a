"""What each resource takes of the caller's allowance."""

from typing import Any

from fastapi import Depends, Request

from assistant.access.allowance import Allowance, Kind
from assistant.access.caller import ANONYMOUS, Caller
from assistant.api.callers import CurrentCaller


def spend(request: Request, kind: Kind, caller: Caller = ANONYMOUS, cost: int = 1) -> None:
    """Count `cost` of a `kind` for whoever calls. Raises TooManyRequestsError."""
    allowance: Allowance = request.app.state.allowance
    allowance.spend(caller, request.client.host if request.client else None, kind, cost)


def takes(kind: Kind) -> Any:
    """The dependency of resources each request to which takes one of a `kind`."""

    async def counted(request: Request, caller: CurrentCaller) -> None:
        spend(request, kind, caller)

    return Depends(counted)
