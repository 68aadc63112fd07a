"""Asking remembers, masks, times and refuses alike for everybody who asks."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select

from assistant.answer import Answer
from assistant.session import NoModelError, Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from assistant.store.tables import ANSWERS, CONVERSATIONS
from corpus.errors import InvalidQuestionError, NoGenerationError, NotFoundError
from tests.assistant.stand_ins import Answerer, Generations


@pytest.fixture
def session(generations: Generations, answerer: Answerer) -> Iterator[Session]:
    settings = AssistantSettings.load(contact="市数据局", max_question_characters=50, _env_file=None)
    session = Session(settings, generations, Database("sqlite://"), answerer)
    yield session
    session.database.close()


def test_answer_comes_with_ids_generation_day_and_timings(session: Session) -> None:
    answer = session.ask("目标是多少？", as_of=date(2026, 11, 21))
    assert answer.answer_id
    assert answer.conversation_id
    assert (answer.generation, answer.as_of) == ("g1", date(2026, 11, 21))
    assert answer.timings_ms["evidence"] == 1.0
    assert answer.timings_ms["total"] > 0


def test_answer_returned_is_the_answer_stored(session: Session) -> None:
    answer = session.ask("我的手机13812345678，目标是多少？")
    stored = session.conversations.turn(answer.answer_id)
    assert stored.answer.text == answer.text
    assert stored.answer.timings_ms == answer.timings_ms
    assert stored.answer.conversation_id == answer.conversation_id


def test_follow_up_is_asked_with_the_conversation_before_it(session: Session, answerer: Answerer) -> None:
    first = session.ask("2025年目标是多少？")
    second = session.ask("那2026年呢？", conversation_id=first.conversation_id)
    assert second.conversation_id == first.conversation_id
    assert [turn.question for turn in answerer.asked[1]["history"]] == ["2025年目标是多少？"]
    assert answerer.asked[1]["history"][0].answer.citations == first.citations


def test_question_without_conversation_has_no_history(session: Session, answerer: Answerer) -> None:
    ids = {session.ask("目标是多少？").conversation_id for _ in range(2)}
    assert len(ids) == 2
    assert answerer.asked[1]["history"] == ()


def test_earlier_questions_are_answered_again_in_order_and_stored_nowhere(session: Session, answerer: Answerer) -> None:
    answer = session.ask("那2027年呢？", earlier=["2025年目标是多少？", "那2026年呢？"], as_of=date(2026, 11, 21))
    assert [asked["question"] for asked in answerer.asked] == ["2025年目标是多少？", "那2026年呢？", "那2027年呢？"]
    assert [[turn.question for turn in asked["history"]] for asked in answerer.asked] == [
        [],
        ["2025年目标是多少？"],
        ["2025年目标是多少？", "那2026年呢？"],
    ]
    assert {asked["as_of"] for asked in answerer.asked} == {date(2026, 11, 21)}
    assert [turn.question for turn in session.conversations.conversation(answer.conversation_id).turns] == ["那2027年呢？"]
    with session.database.reading() as connection:
        assert len(connection.execute(select(CONVERSATIONS)).all()) == 1


def test_only_the_last_ten_earlier_questions_are_answered_again(session: Session, answerer: Answerer) -> None:
    session.ask("最后一问？", earlier=[f"第{number}问？" for number in range(25)])
    assert [asked["question"] for asked in answerer.asked] == [*(f"第{number}问？" for number in range(15, 25)), "最后一问？"]


def test_an_earlier_question_that_was_refused_for_its_form_does_not_stop_the_conversation(session: Session, answerer: Answerer) -> None:
    session.ask("那2026年呢？", earlier=["", "问" * 51, "\x00", "目标是多少？"])
    assert [asked["question"] for asked in answerer.asked] == ["目标是多少？", "那2026年呢？"]


def test_earlier_questions_are_remembered_without_personal_numbers(session: Session, answerer: Answerer) -> None:
    session.ask("那2026年呢？", earlier=["我是13812345678，目标是多少？"])
    turn = answerer.asked[1]["history"][0]
    assert (turn.question, turn.answer.resolved_question) == ("我是[手机号]，目标是多少？",) * 2


def test_a_stored_conversation_goes_before_earlier_questions(session: Session, answerer: Answerer) -> None:
    first = session.ask("2025年目标是多少？")
    session.ask("那2026年呢？", conversation_id=first.conversation_id, earlier=["别的问题？"])
    assert [turn.question for turn in answerer.asked[1]["history"]] == ["2025年目标是多少？"]
    assert len(answerer.asked) == 2


def test_there_is_no_language_model_yet(session: Session) -> None:
    assert session.model_name is None


def test_day_is_today_unless_given(session: Session, answerer: Answerer) -> None:
    assert session.ask("目标是多少？").as_of == date.today()
    assert answerer.asked[0]["as_of"] == date.today()


def test_operator_contact_reaches_the_answer(session: Session, answerer: Answerer) -> None:
    session.ask("目标是多少？", mode="extractive")
    assert answerer.asked[0]["contact"] == "市数据局"


def test_personal_numbers_answer_the_question_but_are_not_stored(session: Session, answerer: Answerer) -> None:
    answer = session.ask("我是13812345678，沈政发〔2015〕66号何时到期？")
    assert answerer.asked[0]["question"] == "我是13812345678，沈政发〔2015〕66号何时到期？"
    stored = session.conversations.turn(answer.answer_id)
    assert stored.question == "我是[手机号]，沈政发〔2015〕66号何时到期？"
    assert stored.answer.resolved_question == stored.question


@pytest.mark.parametrize("question", ["", " \n", "\x00\x01", "问" * 51])
def test_question_without_text_or_too_long_is_refused_before_anything_is_done(session: Session, answerer: Answerer, question: str) -> None:
    with pytest.raises(InvalidQuestionError):
        session.ask(question)
    assert answerer.asked == []


def test_unknown_conversation_is_refused_before_answering(session: Session, answerer: Answerer) -> None:
    with pytest.raises(NotFoundError):
        session.ask("目标是多少？", conversation_id="made-up")
    with pytest.raises(NotFoundError):
        session.ask("目标是多少？", conversation_id="")
    assert answerer.asked == []


def test_generative_answer_needs_a_model(session: Session, answerer: Answerer) -> None:
    with pytest.raises(NoModelError, match="extractive"):
        session.ask("目标是多少？", mode="generative")
    assert answerer.asked == []


def test_without_knowledge_the_message_says_what_to_run(session: Session, generations: Generations) -> None:
    generations.generation = None
    with pytest.raises(NoGenerationError, match="city-assistant ingest"):
        session.ask("目标是多少？")


def test_lease_is_given_back_when_answering_fails(session: Session, generations: Generations, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Answer:
        raise RuntimeError

    monkeypatch.setattr(session, "_answering", fail)
    with pytest.raises(RuntimeError):
        session.ask("目标是多少？")
    assert generations.lent == 0


def test_warming_up_answers_and_stores_nothing(session: Session, answerer: Answerer) -> None:
    session.warm_up()
    assert {asked["history"] for asked in answerer.asked} == {()}
    with session.database.reading() as connection:
        assert connection.execute(select(ANSWERS)).all() == connection.execute(select(CONVERSATIONS)).all() == []


def test_warming_up_without_knowledge_says_so(session: Session, generations: Generations) -> None:
    generations.generation = None
    with pytest.raises(NoGenerationError):
        session.warm_up()
