from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answer import Answer, Turn
from assistant.session import NoModelError, Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from corpus.errors import NoGenerationError, NotFoundError
from corpus.model.document import Visibility
from eval.in_process import InProcessAssistant, open_in_process
from tests.assistant.examples import an_answer

DAY = date(2026, 11, 21)


class Generations:
    def __init__(self, *, empty: bool = False) -> None:
        self.empty = empty

    @contextmanager
    def lease(self, audience: Visibility = "public") -> Iterator[Any]:
        if self.empty:
            raise NoGenerationError("run `city-assistant ingest`")
        yield SimpleNamespace(generation="g1", document=self.document, documents=lambda: (SimpleNamespace(id="plan", title="行动计划"),))

    def document(self, document_id: str) -> Any:
        if document_id != "plan":
            raise NotFoundError(document_id)
        return SimpleNamespace(text="全文")


def open_with(generations: Generations, histories: list[int]) -> Any:
    """`open_session` over stand-in knowledge; `histories` notes how many turns each question came with."""

    def answering(question: str, knowledge: Any, *, history: Sequence[Turn], as_of: date, contact: str | None) -> Answer:
        histories.append(len(history))
        return an_answer()

    @contextmanager
    def open_session(settings: AssistantSettings) -> Iterator[Session]:
        with closing(Database(settings.database_url)) as database:
            yield Session(settings, generations, database, answering)

    return open_session


def test_answers_come_in_the_form_of_the_contract_and_conversations_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    histories: list[int] = []
    monkeypatch.setattr("eval.in_process.open_session", open_with(Generations(), histories))
    with open_in_process() as asked:
        first = asked.ask("目标是多少？", None, DAY)
        asked.ask("那2026年呢？", first.conversation_id, DAY)
        assert asked.document_text("plan") == "全文"
    assert (first.answer, first.status, first.generation, first.citations[0].quote) == (
        "到2025年建成10个[1]。",
        "answered",
        "g1",
        "到2025年",
    )
    assert histories == [0, 1]


def test_conversations_of_an_evaluation_are_kept_out_of_the_operators_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("APP_DATABASE_URL", f"sqlite:///{tmp_path / 'real.db'}")
    monkeypatch.setattr("eval.in_process.open_session", open_with(Generations(), []))
    with open_in_process() as asked:
        asked.ask("目标是多少？", None, DAY)
    assert list(tmp_path.rglob("*.db")) == []


def test_settings_are_recorded_without_the_address_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = AssistantSettings.load(app_database_url="postgresql://user:secret@host/app", contact="市数据局", _env_file=None)
    recorded = InProcessAssistant(SimpleNamespace(settings=settings)).settings  # type: ignore[arg-type]
    assert recorded["contact"] == "市数据局"
    assert "secret" not in str(recorded)


def test_missing_knowledge_is_reported_before_any_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.in_process.open_session", open_with(Generations(empty=True), []))
    with pytest.raises(NoGenerationError, match="city-assistant ingest"), open_in_process():
        pass


def test_questions_are_asked_in_the_mode_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.in_process.open_session", open_with(Generations(), []))
    with open_in_process("extractive") as asked:
        assert asked.ask("目标是多少？", None, DAY).status == "answered"
    with open_in_process("generative") as asked, pytest.raises(NoModelError):
        asked.ask("目标是多少？", None, DAY)
