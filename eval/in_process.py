"""The assistant of this process, asked through its session."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.answer_record import answer_record
from assistant.session import Mode, Session, open_session
from assistant.settings import AssistantSettings
from eval.reply import Reply

NOT_RECORDED = {"app_database_url"}


class InProcessAssistant:
    """Asks a session, in `mode`, and gives its answers in the form of the HTTP contract."""

    def __init__(self, session: Session, mode: Mode = "auto") -> None:
        self._session = session
        self._mode: Mode = mode

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that shape answers, as plain values, without the address of a database."""
        return self._session.settings.model_dump(mode="json", exclude=NOT_RECORDED)

    def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
        """The reply to one turn. Raises what the session raises."""
        return Reply.model_validate(
            answer_record(self._session.ask(question, conversation_id=conversation_id, as_of=as_of, mode=self._mode))
        )

    def document_text(self, document_id: str) -> str:
        """The canonical text of a document. Raises NotFoundError."""
        with self._session.knowledge() as knowledge:
            return knowledge.document(document_id).text


@contextmanager
def open_in_process(mode: Mode = "auto") -> Iterator[InProcessAssistant]:
    """The assistant over the published knowledge; its conversations are kept apart from real ones and thrown away.

    Raises KnowledgeError when nothing fitting has been ingested.
    """
    with TemporaryDirectory(prefix="evaluation-") as folder:
        settings = AssistantSettings.load(app_database_url=f"sqlite:///{Path(folder) / 'app.db'}")
        with open_session(settings) as session:
            with session.knowledge():
                pass  # a missing generation is reported once, not for every question
            yield InProcessAssistant(session, mode)
