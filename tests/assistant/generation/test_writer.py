"""A model words answers from the evidence; what the documents do not say does not get through, and its failures cost nothing but its words."""

import time
from collections.abc import Sequence
from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.answer_events import AnswerEvent, Begun
from assistant.answer_sentences import AnswerSentence
from assistant.answering import answer_question
from assistant.asked import Asked, Written
from assistant.generation.language_model import ModelError
from assistant.generation.writer import Writer
from prompts import Prompt
from tests.assistant.corpus_fixture import AS_OF, CARE, Reader
from tests.assistant.generation.written_replies import Model, Reply, sources_in, token_of

TARGET = "2026年要建成多少个自动化泊位？"
OPEN = "数据共享平台汇聚哪些数据？"
UNKNOWN, UNKNOWN_IN_ENGLISH = "太空电梯由哪个部门建设？", "Who is in charge of space elevators in the port?"


def writing(
    reader: Reader, question: str, *replies: Reply, always: bool = True, history: Sequence[Turn] = (), as_of: date = AS_OF
) -> tuple[Written, list[AnswerEvent], Model]:
    """What is written, what was told on the way, and the model."""
    model = Model(*replies)

    def again(other: str) -> Answer:
        return answer_question(other, reader.knowledge, as_of=as_of)

    extract = answer_question(question, reader.knowledge, history=history, as_of=as_of)
    writer = Writer(model, seconds=5, evidence_tokens=3000)
    events: list[AnswerEvent] = []
    answering = writer.answer(Asked(question, extract, history, as_of, again), reader.knowledge, always=always)
    while True:
        try:
            events.append(next(answering))
        except StopIteration as end:
            return end.value, events, model


def extract_of(reader: Reader, question: str) -> Answer:
    return reader.ask(question)


def test_a_supported_sentence_is_the_answer(reader: Reader) -> None:
    written, events, _ = writing(reader, TARGET, lambda prompt: f"到2026年计划建成自动化泊位7个[{token_of(prompt, '泊位7个')}]。")
    assert written.answer.text == "到2026年计划建成自动化泊位7个[1]。"
    assert written.answer.answered_by == "test-model"
    assert "泊位7个" in written.answer.citations[0].quote
    assert [event.text for event in events if isinstance(event, AnswerSentence)] == ["到2026年计划建成自动化泊位7个[1]。"]
    assert written.sent == written.answer.text
    assert written.answer.timings_ms["model"] > 0


@pytest.mark.parametrize(
    "wrong",
    [
        "到2026年建成自动化泊位8个",
        "到2025年建成自动化泊位7个",
        "到2026年建成自动化泊位7万个",
        "到2026年建成航空机场7个",
        "到2026年建成自动化泊位70个",
    ],
)
def test_a_wrong_figure_never_gets_through(reader: Reader, wrong: str) -> None:
    written, events, _ = writing(reader, TARGET, lambda prompt: f"{wrong}[{token_of(prompt, '泊位7个')}]。")
    assert wrong not in written.answer.text
    assert all(wrong not in event.text for event in events if isinstance(event, AnswerSentence))
    assert "7个" in written.answer.text
    assert written.answer.answered_by == "extractive"
    assert written.answer.notices[-1].kind == "model"


def test_a_wrong_sentence_beside_a_right_one_gives_way_to_the_extract(reader: Reader) -> None:
    def reply(prompt: Prompt) -> str:
        berths = token_of(prompt, "泊位7个")
        return f"2026年要建成自动化泊位9个[{berths}]。到2026年，港口岸电覆盖率达到75%[{token_of(prompt, '75%')}]。"

    written, _, _ = writing(reader, TARGET, reply)
    assert "9个" not in written.answer.text
    assert "泊位7个[1]" in written.answer.text
    assert "75%" in written.answer.text
    assert {fact["kind"] for fact in written.answer.facts} == {"target"}


def test_facts_answer_by_themselves_unless_the_model_is_always_to_write(reader: Reader) -> None:
    written, events, model = writing(reader, TARGET, "不会被问到", always=False)
    assert (written.answer.text, events, model.prompts) == (extract_of(reader, TARGET).text, [], [])
    _, _, model = writing(reader, OPEN, "写", always=False)
    assert len(model.prompts) == 1


def test_the_prompt_holds_question_points_and_numbered_sources_and_no_markers(reader: Reader) -> None:
    _, _, model = writing(reader, TARGET, "写")
    prompt = model.prompts[0]
    assert TARGET in prompt.user
    assert "2025-06-01" in prompt.user
    assert "[S1]" in prompt.user
    assert "[1]" not in prompt.user
    assert len(sources_in(prompt)) > 3


def test_personal_numbers_do_not_reach_the_model(reader: Reader) -> None:
    for question in (f"我是13812345678，{TARGET}", f"我是13812345678，{UNKNOWN}"):
        _, _, model = writing(reader, question, "写")
        assert all("13812345678" not in prompt.user + prompt.system for prompt in model.prompts)
        assert any("[手机号]" in prompt.user for prompt in model.prompts)


def test_a_plan_that_is_over_is_told_of_beside_the_words_of_a_model(reader: Reader) -> None:
    question = "智慧养老计划里，社区食堂2024年要建成多少家？"
    written, _, _ = writing(reader, question, lambda prompt: f"到2024年建成社区食堂36家[{token_of(prompt, '36家')}]。")
    assert written.answer.answered_by == "test-model"
    assert [notice.kind for notice in written.answer.notices] == ["expired"]


@pytest.mark.parametrize("failure", ["timeout", "unreachable", "refused", "busy", "failed", "malformed", "cut_off", "empty", "resting"])
def test_every_failure_gives_the_extract_with_its_notice(reader: Reader, failure: str) -> None:
    written, _, _ = writing(reader, TARGET, ModelError(failure, "test"))  # type: ignore[arg-type]
    extract = extract_of(reader, TARGET)
    assert (written.answer.text, written.answer.citations) == (extract.text, extract.citations)
    assert written.answer.answered_by == "extractive"
    assert written.answer.notices[-1].kind == "model"
    assert written.answer.notices[-1].message.endswith("，这条回答直接摘自文件。")


@pytest.mark.parametrize(
    ("question", "end"), [(UNKNOWN, "，没能帮助回答这个问题。"), (UNKNOWN_IN_ENGLISH, ", so it could not help with this question.")]
)
def test_a_refusal_is_not_said_to_be_taken_from_the_documents_when_the_model_fails(reader: Reader, question: str, end: str) -> None:
    written, _, _ = writing(reader, question, ModelError("timeout", "test"), always=False)
    assert written.answer.status == "not_found"
    assert [notice.message.endswith(end) for notice in written.answer.notices if notice.kind == "model"] == [True]


def test_a_reply_that_breaks_off_gives_way_to_the_extract_as_a_whole(reader: Reader) -> None:
    written, events, _ = writing(reader, TARGET, lambda prompt: f"到2026年建成自动化泊位7个[{token_of(prompt, '泊位7个')}]。另外|")
    assert written.sent == "到2026年建成自动化泊位7个[1]。"
    assert written.answer.text == extract_of(reader, TARGET).text
    assert isinstance(events[0], Begun)


def test_an_unanswered_question_is_asked_again_in_other_words(reader: Reader) -> None:
    written, _, model = writing(reader, UNKNOWN, "智慧港口计划里，搭建数据共享平台由哪些部门负责？", always=False)
    assert len(model.prompts) == 1
    assert "市港航局" in written.answer.text
    assert written.answer.notices[-1].kind == "reworded"
    assert "搭建数据共享平台" in written.answer.notices[-1].message
    assert written.answer.answered_by == "extractive"


@pytest.mark.parametrize(
    "reworded",
    ["2027年要建成多少个自动化泊位？", "《岚江市港口条例》由谁起草？", "", "问" * 301, "流浪猫归谁抓？"],
)
def test_a_rewording_that_names_new_things_or_finds_nothing_leaves_the_refusal(reader: Reader, reworded: str) -> None:
    written, _, _ = writing(reader, UNKNOWN, reworded or ModelError("empty", "nothing"), always=False)
    assert written.answer.status == "not_found"
    assert written.answer.text == extract_of(reader, UNKNOWN).text


def test_what_is_unsafe_or_no_policy_is_not_asked_again(reader: Reader) -> None:
    _, _, model = writing(reader, "今天天气怎么样？", "市港航局负责什么？")
    assert model.prompts == []


def test_as_what_a_question_was_asked_again_is_said_before_all_else(reader: Reader) -> None:
    written, _, _ = writing(reader, UNKNOWN, "智慧养老计划里，搭建数据共享平台由哪些部门负责？", always=False)
    assert [notice.kind for notice in written.answer.notices] == ["reworded", "expired"]


def test_a_rewording_sees_the_conversation(reader: Reader) -> None:
    first = Turn(TARGET, extract_of(reader, TARGET))
    _, _, model = writing(reader, "它的太空电梯由谁建？", "太空电梯由谁建？", history=[first])
    assert TARGET in model.prompts[0].user


def test_an_english_question_is_translated_to_be_asked_again(reader: Reader) -> None:
    assert extract_of(reader, UNKNOWN_IN_ENGLISH).status == "not_found"
    written, _, model = writing(reader, UNKNOWN_IN_ENGLISH, "智慧港口计划里，搭建数据共享平台由哪些部门负责？", always=False)
    assert "译" in model.prompts[0].system
    assert written.answer.language == "en"
    assert "市港航局" in written.answer.text


def test_a_summary_is_written_from_the_document_s_own_headings(reader: Reader) -> None:
    question = "请概括《岚江市智慧养老行动计划（2022-2024年）》的主要内容"
    reply = "计划开展居家适老化改造[{0}]。\n- 搭建数据共享平台[{1}]。\n- 建设月球基地[{1}]。"
    written, _, model = writing(
        reader, question, lambda prompt: reply.format(token_of(prompt, "适老化改造"), token_of(prompt, "数据共享平台")), always=False
    )
    assert "概括" in model.prompts[0].system
    assert CARE in model.prompts[0].user
    assert written.answer.text == "计划开展居家适老化改造[1]。\n- 搭建数据共享平台[2]。"
    assert {citation.document_title for citation in written.answer.citations} == {CARE}


def test_the_whole_route_is_bounded_by_its_seconds(reader: Reader) -> None:
    class Slow(Model):
        def write(self, prompt: Prompt, deadline: float):  # type: ignore[no-untyped-def]
            self.left = deadline - time.monotonic()
            yield from super().write(prompt, deadline)

    model = Slow("写")
    extract = extract_of(reader, TARGET)
    list(
        Writer(model, seconds=2, evidence_tokens=3000).answer(
            Asked(TARGET, extract, (), AS_OF, lambda _: extract), reader.knowledge, always=True
        )
    )
    assert 0 < model.left <= 2
