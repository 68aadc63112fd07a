"""GET /healthz and /readyz: whether the process runs, and whether it can answer."""

from fastapi import APIRouter

from assistant.api.sessions import CurrentSession
from assistant.bodies import Body

router = APIRouter()


class HealthBody(Body):
    """The process runs."""

    status: str = "ok"


class ReadyBody(Body):
    """Questions can be answered, from this generation."""

    status: str = "ready"
    generation: str


@router.get("/healthz")
async def health() -> HealthBody:
    """The process runs."""
    return HealthBody()


@router.get("/readyz")
def ready(session: CurrentSession) -> ReadyBody:
    """The app database and the knowledge can be read."""
    session.database.check()
    with session.knowledge() as knowledge:
        knowledge.check()
        return ReadyBody(generation=knowledge.generation)
