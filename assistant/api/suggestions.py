"""GET /api/suggestions: questions to begin with."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from assistant.api.bodies import Body
from assistant.api.sessions import CurrentSession
from assistant.starters import starter_questions

router = APIRouter()


class SuggestionsBody(Body):
    """Questions that the documents answer."""

    suggestions: list[str]


@router.get("/api/suggestions")
def suggest(
    session: CurrentSession, limit: Annotated[int, Query(ge=1, le=20)] = 6, language: Literal["zh", "en"] = "zh"
) -> SuggestionsBody:
    """Questions to begin with."""
    with session.knowledge() as knowledge:
        return SuggestionsBody(suggestions=starter_questions(knowledge, limit, date.today(), language))
