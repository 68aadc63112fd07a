"""GET /api/site: what the operator says on every page that answers."""

from fastapi import APIRouter

from assistant.api.sessions import CurrentSession
from assistant.bodies import Body

router = APIRouter()


class SiteBody(Body):
    """Whom to ask when the documents do not answer, a line on privacy, and the model that words answers; null where the operator has set none."""

    contact: str | None
    privacy_note: str | None
    model: str | None


@router.get("/api/site")
def site(session: CurrentSession) -> SiteBody:
    """What the operator says on every page that answers."""
    return SiteBody(contact=session.settings.contact, privacy_note=session.settings.privacy_note, model=session.model_name)
