"""GET /api/suggestions: questions to begin with."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request

from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.starters import starter_questions

router = APIRouter()


class SuggestionsBody(Body):
    """Questions that the documents answer."""

    suggestions: list[str]


@router.get("/api/suggestions")
def suggest(
    request: Request, session: CurrentSession, limit: Annotated[int, Query(ge=1, le=20)] = 6, language: Literal["zh", "en"] = "zh"
) -> SuggestionsBody:
    """Questions to begin with; they take dozens of answers to find, so those of a generation and a day are kept."""
    today = date.today()
    with session.knowledge() as knowledge:
        age = (knowledge.generation, today)
        asked = (session.audience, language, limit)
        kept: dict[tuple[str, str, int], list[str]]
        kept_age, kept = getattr(request.app.state, "starters", (None, {}))
        if kept_age != age:
            kept = {}
            request.app.state.starters = (age, kept)
        if asked not in kept:
            kept[asked] = starter_questions(knowledge, limit, today, language)
        return SuggestionsBody(suggestions=kept[asked])
