"""GET /api/admin/questions: what was asked, for staff who want to know what the documents lack."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import Query, Response
from pydantic import Field

from assistant.answer import Reason, Status
from assistant.api.callers import Staff
from assistant.api.list_query import PAGE, ListQuery
from assistant.api.lists import FILES, file_response, list_router
from assistant.api.sessions import CurrentSession
from assistant.bodies import Body
from assistant.listing.filters import Wanted as Characters
from assistant.listing.item_bodies import ItemBody, Page
from assistant.store.feedback import Fault, Rating
from assistant.store.question_log import LoggedQuestion, QuestionLog, Wanted
from corpus.model.document import Visibility

router = list_router()


class FeedbackBody(Body):
    """What a reader said of the answer."""

    rating: Rating
    fault: Fault | None
    comment: str | None


class QuestionBody(ItemBody):
    """A question and its outcome. `asked_at` is UTC; `confidence` the score of the evidence, null of refusals; `answer_id` opens /api/answers/{id}."""

    asked_at: str = Field(title="提问时间")
    question: str = Field(title="问题")
    status: Status = Field(title="结果")
    reason: Reason | None = Field(title="原因")
    confidence: float | None = Field(title="把握")
    audience: Visibility = Field(title="对象")
    answer_id: str = Field(title="回答编号")
    feedback: list[FeedbackBody]

    def printed_columns(self) -> dict[str, str]:
        """Each reader's word, in the order it was said."""
        told = ((said.rating, said.fault, said.comment) for said in self.feedback)
        return {f"反馈{number}": " ".join(filter(None, words)) for number, words in enumerate(told, 1)}


class QuestionsQuery(ListQuery):
    """Filters on questions; days are UTC."""

    question: Characters | None = Field(default=None, description="Characters of the question")
    unanswered: bool | None = Field(default=None, description="Whether the documents did not answer, wholly or in part")
    status: Status | None = None
    reason: Reason | None = None
    confidence_below: float | None = Field(default=None, ge=0, le=1, description="Only answers whose evidence scored less")
    rating: Rating | None = None
    fault: Fault | None = None
    with_feedback: bool | None = Field(default=None, description="Whether readers said something of the answer")
    since: date | None = None
    until: date | None = None

    @property
    def wanted(self) -> Wanted:
        """The filters alone."""
        return Wanted(**{name: getattr(self, name) for name in Wanted.__slots__})


@router.get("/api/admin/questions", response_model=Page[QuestionBody], responses=FILES)
def list_questions(_: Staff, session: CurrentSession, query: Annotated[QuestionsQuery, Query()]) -> Response:
    """Questions, the newest first."""
    log = QuestionLog(session.database, timedelta(days=session.settings.conversation_retention_days))
    if query.format == "json":
        limit = query.limit or PAGE
        items = [_body(logged) for logged in log.read(query.wanted, limit, query.offset)]
        page = Page[QuestionBody](items=items, total=log.count(query.wanted), limit=limit, offset=query.offset)
        return Response(page.model_dump_json(), media_type="application/json")
    items = [_body(logged) for logged in log.read(query.wanted, query.limit, query.offset)]
    return file_response("questions", date.today().isoformat(), query, items, QuestionBody)


def _body(logged: LoggedQuestion) -> QuestionBody:
    return QuestionBody(
        asked_at=f"{logged.asked_at.isoformat(timespec='seconds')}Z",
        question=logged.question,
        status=logged.status,
        reason=logged.reason,
        confidence=logged.confidence,
        audience=logged.audience,
        answer_id=logged.answer_id,
        feedback=[FeedbackBody(rating=said.rating, fault=said.fault, comment=said.comment) for said in logged.feedback],
    )
