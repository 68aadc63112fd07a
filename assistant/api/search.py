"""POST /api/search: passages for a query."""

from fastapi import APIRouter
from pydantic import Field

from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.passages import PassageHit, search_passages
from assistant.understanding.question_text import question_text

router = APIRouter()


class SearchBody(Body):
    """A query, in one document where its id is given."""

    query: str
    limit: int = Field(default=10, ge=1, le=100)
    document_id: str | None = Field(default=None, max_length=200)


class PassageBody(Body):
    """A passage; `text` is the document's text from `start` to `end`."""

    document_id: str
    document_title: str
    section: list[str]
    start: int
    end: int
    text: str
    score: float


class PassagesBody(Body):
    """The passages found, best first."""

    passages: list[PassageBody]


@router.post("/api/search")
def search(body: SearchBody, session: CurrentSession) -> PassagesBody:
    """Find the passages that fit a query best."""
    query = question_text(body.query, limit=session.settings.max_question_characters)
    with session.knowledge() as knowledge:
        hits = search_passages(query, knowledge, limit=body.limit, document_id=body.document_id)
    return PassagesBody(passages=[_passage(hit) for hit in hits])


def _passage(hit: PassageHit) -> PassageBody:
    return PassageBody(
        document_id=hit.document.id,
        document_title=hit.document.title,
        section=list(hit.passage.path),
        start=hit.passage.span.start,
        end=hit.passage.span.end,
        text=hit.text,
        score=hit.score,
    )
