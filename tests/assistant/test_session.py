"""Asking remembers, masks, times and refuses alike for everybody who asks."""

from collections.abc import Generator, Iterator
from datetime import date

import pytest
from sqlalchemy import select

from assistant.answer import Answer
from assistant.answer_events import AnswerEvent, Begun
from assistant.answer_sentences import AnswerSentence
from assistant.asked import Asked, Written
from assistant.session import Mode, NoModelError, Session
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from assistant.store.tables import ANSWERS, CONVERSATIONS
from corpus.errors import InvalidQuestionError, NoGenerationError, NotFoundError
from tests.assistant.examples import an_answer
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


def test_warming_up_reaches_both_audiences(session: Session, generations: Generations, answerer: Answerer) -> None:
    session.warm_up()
    assert generations.audiences == ["public", "internal"]
    assert len(answerer.asked) == 4


def test_warming_up_without_knowledge_says_so(session: Session, generations: Generations) -> None:
    generations.generation = None
    with pytest.raises(NoGenerationError):
        session.warm_up()


class Speaker:
    """Words answers as a test says, after the sentences it tells of; keeps what it was asked."""

    model_name = "test-model"

    def __init__(self, written: Written, *told: AnswerEvent) -> None:
        self.written, self.told = written, told
        self.asked: list[tuple[Asked, bool]] = []

    def answer(self, asked: Asked, knowledge: object, *, always: bool) -> Generator[AnswerEvent, None, Written]:
        self.asked.append((asked, always))
        yield from self.told
        return self.written


def speaking(generations: Generations, answerer: Answerer, speaker: Speaker) -> Session:
    return Session(AssistantSettings.load(_env_file=None), generations, Database("sqlite://"), answerer, speaker)


FIRST, SECOND = AnswerSentence("甲负责[1]。", (1,)), AnswerSentence("乙配合[1]。", (1,))


def test_a_session_names_its_model(session: Session, generations: Generations, answerer: Answerer) -> None:
    assert session.model_name is None
    assert speaking(generations, answerer, Speaker(Written(an_answer()))).model_name == "test-model"


@pytest.mark.parametrize(("mode", "always"), [("auto", [False]), ("generative", [True]), ("extractive", [])])
def test_who_words_the_answer_is_a_matter_of_the_mode(generations: Generations, answerer: Answerer, mode: Mode, always: list[bool]) -> None:
    speaker = Speaker(Written(an_answer(text="甲负责[1]。", answered_by="test-model")))
    session = speaking(generations, answerer, speaker)
    answer = session.ask("谁负责？", mode=mode)
    assert [asked for _, asked in speaker.asked] == always
    assert answer.answered_by == ("test-model" if always else "extractive")
    assert session.conversations.turn(answer.answer_id).answer.text == answer.text


def test_only_what_was_not_told_yet_is_told_in_the_end(generations: Generations, answerer: Answerer) -> None:
    written = Written(an_answer(text="甲负责[1]。乙配合[1]。", answered_by="test-model"), sent="甲负责[1]。")
    events = list(speaking(generations, answerer, Speaker(written, Begun("answered", None), FIRST)).asking("谁负责？"))
    assert events[:-1] == [Begun("answered", None), FIRST, SECOND]
    assert isinstance(events[-1], Answer)
    assert events[-1].answer_id


def test_an_answer_that_is_another_than_was_told_begins_anew(generations: Generations, answerer: Answerer) -> None:
    written = Written(an_answer(text="乙配合[1]。"), sent="甲负责[1]。")
    events = list(speaking(generations, answerer, Speaker(written, Begun("answered", None), FIRST)).asking("谁负责？"))
    assert events[:-1] == [Begun("answered", None), FIRST, Begun("answered", None), SECOND]


def test_asking_again_asks_the_same_documents_as_of_the_same_day(generations: Generations, answerer: Answerer) -> None:
    speaker = Speaker(Written(an_answer()))
    speaker.told = ()
    session = speaking(generations, answerer, speaker)
    session.ask("谁负责？", as_of=date(2026, 1, 2))
    asked = speaker.asked[0][0]
    with session.knowledge():
        asked.again("由谁负责？")
    assert (answerer.asked[-1]["question"], answerer.asked[-1]["as_of"], answerer.asked[-1]["history"]) == (
        "由谁负责？",
        date(2026, 1, 2),
        (),
    )


def test_a_reader_who_leaves_gives_the_knowledge_back_and_stores_nothing(generations: Generations, answerer: Answerer) -> None:
    session = speaking(generations, answerer, Speaker(Written(an_answer()), Begun("answered", None), FIRST))
    events = session.asking("谁负责？")
    next(events)
    assert generations.lent == 1
    events.close()
    assert generations.lent == 0
    with session.database.reading() as connection:
        assert connection.execute(select(ANSWERS)).all() == []


def test_what_the_internal_audience_is_answered_is_not_there_for_the_public(session: Session) -> None:
    staff = session.read_by("internal")
    answer = staff.ask("目标是多少？")
    assert staff.stored_turn(answer.answer_id).answer.text == answer.text
    for look, name in (
        (session.stored_turn, answer.answer_id),
        (session.stored_conversation, answer.conversation_id),
        (session.conversations.delete, answer.conversation_id),
        (lambda name: session.ask("那2026年呢？", conversation_id=name), answer.conversation_id),
    ):
        with pytest.raises(NotFoundError):
            look(name)


def test_a_conversation_that_staff_went_on_with_is_closed_to_the_public_but_for_its_public_answers(session: Session) -> None:
    first = session.ask("目标是多少？")
    session.read_by("internal").ask("那2026年呢？", conversation_id=first.conversation_id)
    assert session.stored_turn(first.answer_id).answer.text == first.text
    with pytest.raises(NotFoundError):
        session.stored_conversation(first.conversation_id)


def test_the_audience_of_one_reader_is_nothing_to_the_others(session: Session) -> None:
    session.read_by("internal")
    assert (session.audience, session.read_by("internal").audience) == ("public", "internal")
