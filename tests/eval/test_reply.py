import pytest

from corpus.errors import AssistantError
from eval.reply import Reply, read_reply


def test_null_and_absent_fields_read_the_same() -> None:
    full = {"answer": None, "citations": None, "facts": None, "status": None}
    assert Reply.model_validate(full) == Reply.model_validate({}) == Reply()


def test_fields_added_to_the_contract_do_no_harm() -> None:
    assert Reply.model_validate({"status": "answered", "mood": "calm", "citations": [{"marker": 1, "colour": "red"}]}).answered


def test_a_status_outside_the_contract_is_neither_answer_nor_refusal() -> None:
    for status, answered, refused in [
        ("answered", 1, 0),
        ("partial", 1, 0),
        ("not_found", 0, 1),
        ("out_of_scope", 0, 1),
        ("clarify", 0, 1),
    ]:
        reply = Reply(status=status)
        assert (reply.answered, reply.refused) == (bool(answered), bool(refused))
    assert not Reply(status="error: timeout").answered
    assert not Reply(status="error: timeout").refused


def test_what_is_no_reply_is_named() -> None:
    assert read_reply({"status": "answered", "citations": None}).answered
    with pytest.raises(AssistantError, match="citations"):
        read_reply({"citations": 3})
