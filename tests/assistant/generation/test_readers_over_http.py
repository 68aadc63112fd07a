"""Readers that ask at once or leave midway: each gets his own answer, and nothing is left behind."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

import httpx
import pytest
from sqlalchemy import select

from assistant.api.application import create_app
from assistant.session import open_session
from assistant.settings import AssistantSettings
from assistant.store.tables import ANSWERS
from tests.assistant.generation.served_city import DAY, OPEN, PATIENT, TARGET, ServedCity, served_city
from tests.assistant.served import served
from tests.scripted_model import MODEL, ChatRequest, Drips, Hangs, Pings, Reply, Says

BERTHS = "到2026年计划建成自动化泊位7个[S1]。"
PLATFORM = "数据共享平台汇聚船舶、货物、闸口数据[S1]。"


def replies(request: ChatRequest) -> Reply:
    """A sentence to the question of the prompt, after a while that lets another come in between."""
    return Says(BERTHS if TARGET in request.prompt else PLATFORM, pieces=2, pause=0.02)


def eventually(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENT
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def abandoned(city: ServedCity, count: int) -> bool:
    """Whether so many of the model's replies have been left."""
    return city.model.abandoned == count


def stored(city: ServedCity) -> list[str]:
    """The ids of the answers that are stored."""
    with city.session.database.reading() as connection:
        return list(connection.scalars(select(ANSWERS.c.id)))


def test_two_who_ask_at_once_get_each_his_answer(settings: AssistantSettings) -> None:
    questions = [TARGET, OPEN] * 4
    with served_city(settings, replies) as city, ThreadPoolExecutor(len(questions)) as pool:
        answers = list(pool.map(city.ask, questions))
        assert {answer["answered_by"] for answer in answers} == {MODEL}
        for question, answer in zip(questions, answers, strict=True):
            assert ("自动化泊位7个[1]" if question == TARGET else "闸口数据[1]") in answer["answer"]


def test_a_reader_who_leaves_takes_the_model_s_connection_along(settings: AssistantSettings) -> None:
    with served_city(settings, Drips(BERTHS + "到2026年，建成自动化泊位7个[S1]。", pause=0.02), replies, seconds=PATIENT) as city:
        with closing(city.events(TARGET)) as events:
            assert [next(events)[0] for _ in range(2)] == ["status", "sentence"]
        eventually(partial(abandoned, city, 1))
        assert stored(city) == []
        answer = city.ask(TARGET)
        assert (answer["answer"], answer["answered_by"]) == ("到2026年计划建成自动化泊位7个[1]。", MODEL)
        assert stored(city) == [answer["answer_id"]]


@pytest.mark.parametrize("silent", [Hangs(), Pings()])
def test_a_model_that_is_silent_is_left_at_the_deadline_by_a_reader_who_left(settings: AssistantSettings, silent: Reply) -> None:
    with served_city(settings, silent, replies, seconds=1) as city:
        with closing(city.events(TARGET)) as events:
            assert next(events)[0] == "status"
        eventually(partial(abandoned, city, 1))
        assert city.ask(TARGET)["answered_by"] == MODEL
        extract = city.ask(TARGET, "extractive")["answer"]
        kept = [city.client.get(f"/api/answers/{answer_id}").json()["answer"] for answer_id in stored(city)]
        assert set(kept) == {extract, "到2026年计划建成自动化泊位7个[1]。"}


def test_readers_who_leave_do_not_put_the_model_to_rest(settings: AssistantSettings) -> None:
    with served_city(settings, *[Drips(BERTHS, pause=0.01)] * 4, replies, seconds=20) as city:
        for left in range(1, 5):
            with closing(city.events(TARGET)) as events:
                assert next(events)[0] == "status"
            eventually(partial(abandoned, city, left))
        assert city.ask(TARGET)["answered_by"] == MODEL


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_a_model_that_is_not_there_cannot_be_asked_for(settings: AssistantSettings, path: str) -> None:
    given = settings.model_copy(update={"app_database_url": "sqlite://"})
    with open_session(given) as session, served(create_app(session)) as address:
        refused = httpx.post(f"{address}{path}", json={"question": TARGET, "mode": "generative", "as_of": DAY}, trust_env=False)
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "no_model")
