from datetime import date

from eval.asking import WARM_UP, record_replies
from eval.reply import Reply
from tests.eval.examples import QUOTE, TEXT, ScriptedAssistant, case, citation, reply

DAY = date(2026, 11, 21)


def test_the_last_turn_is_graded_and_every_turn_belongs_to_one_conversation() -> None:
    assistant = ScriptedAssistant({"一": Reply(status="answered", conversation_id="c1"), "二": reply(conversation_id="c1")})
    (recorded,) = record_replies([case(turns=["一", "二"])], assistant, DAY)
    assert recorded.reply == reply(conversation_id="c1")
    assert len(recorded.latency_ms) == 2
    assert assistant.asked[-2:] == [("一", None, DAY), ("二", "c1", DAY)]


def test_the_first_case_warms_the_assistant_up_unrecorded() -> None:
    assistant = ScriptedAssistant({"一": reply(), "二": reply()})
    recordings = list(record_replies([case(id="A", turns=["一"]), case(id="B", turns=["二"])], assistant, DAY))
    assert [question for question, *_ in assistant.asked] == ["一"] * WARM_UP + ["一", "二"]
    assert WARM_UP == 3
    assert [recorded.id for recorded in recordings] == ["A", "B"]


def test_each_citation_is_recorded_with_what_the_document_holds_there() -> None:
    (recorded,) = record_replies([case(turns=["一"])], ScriptedAssistant({"一": reply()}), DAY)
    (place,) = recorded.places
    assert place is not None
    assert (place.found, place.context) == (QUOTE, TEXT)


def test_the_context_is_120_characters_on_either_side() -> None:
    class LongDocument(ScriptedAssistant):
        def document_text(self, document_id: str) -> str:
            return "".join(chr(0x4E00 + number) for number in range(400))

    given = reply(citations=[citation(start=200, end=210)])
    (recorded,) = record_replies([case(turns=["一"])], LongDocument({"一": given}), DAY)
    (place,) = recorded.places
    assert place is not None
    assert (len(place.found), len(place.context), place.context[0]) == (10, 250, chr(0x4E00 + 80))


def test_a_citation_of_an_unknown_document_or_without_span_has_no_place() -> None:
    given = reply(citations=[citation(document_id="other"), citation(marker=2, start=None)])
    (recorded,) = record_replies([case(turns=["一"])], ScriptedAssistant({"一": given}), DAY)
    assert recorded.places == (None, None)


def test_a_question_that_fails_is_recorded_and_the_run_goes_on() -> None:
    assistant = ScriptedAssistant({"一": ValueError("boom"), "二": reply()})
    first, second = record_replies([case(id="A", turns=["一"]), case(id="B", turns=["二"])], assistant, DAY)
    assert first.reply == Reply(status="error: ValueError: boom")
    assert second.reply.answered
