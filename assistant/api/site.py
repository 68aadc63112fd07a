"""GET /api/site: what the operator says on every page that answers."""

from fastapi import APIRouter

from assistant.access.caller import Role
from assistant.api.callers import CurrentCaller
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body

router = APIRouter()


class SiteCallerBody(Body):
    """Who asks: the name and the role of their key."""

    name: str
    role: Role


class SiteBody(Body):
    """Whom to ask when the documents do not answer, a line on privacy, and the model that words answers; null where the operator has set none.

    `caller` is who is signed in, null for anybody: they read internal documents too.
    """

    contact: str | None
    privacy_note: str | None
    model: str | None
    caller: SiteCallerBody | None


@router.get("/api/site")
def site(session: CurrentSession, caller: CurrentCaller) -> SiteBody:
    """What the operator says on every page that answers."""
    return SiteBody(
        contact=session.settings.contact,
        privacy_note=session.settings.privacy_note,
        model=session.model_name,
        caller=SiteCallerBody(name=caller.name, role=caller.role) if caller.key_id else None,
    )
