"""`keys` makes, lists and revokes keys, and tells a secret once."""

import json

import pytest

from assistant.access.audit import read
from assistant.access.keys import PREFIX, Keys, id_in
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from tests.assistant.command_line.conftest import Run


def test_the_key_alone_is_on_standard_output_and_opens(run: Run) -> None:
    made = run("keys", "make", " 数据局王工 ", "--role", "staff")
    assert made.code == 0
    text = made.output.strip()
    key = Keys(Database(AssistantSettings.load().database_url)).shown(text)
    assert (key.name, key.role, key.expires_at) == ("数据局王工", "staff", None)
    assert text not in made.messages


def test_the_list_tells_no_secret(run: Run) -> None:
    text = run("keys", "make", "王", "--role", "reader", "--days", "30").output.strip()
    listed, as_json = run("keys", "list").output, run("keys", "list", "--json").output
    assert id_in(text) in listed
    assert "counts until" in listed
    (body,) = json.loads(as_json)
    assert (body["id"], body["name"], body["role"], body["revoked_at"]) == (id_in(text), "王", "reader", None)
    assert text.rpartition("_")[2] not in listed + as_json


def test_a_revoked_key_stays_in_the_list_as_revoked(run: Run) -> None:
    key_id = id_in(run("keys", "make", "王", "--role", "reader").output.strip()) or ""
    assert run("keys", "revoke", key_id).code == 0
    assert "revoked" in run("keys", "list").output


@pytest.mark.parametrize(
    "arguments",
    [(" ", "--role", "staff"), ("甲" * 101, "--role", "staff"), ("甲\n乙", "--role", "staff"), ("甲", "--role", "boss"), ("甲",)],
)
def test_a_wrong_key_is_refused_and_none_is_made(run: Run, arguments: tuple[str, ...]) -> None:
    refused = run("keys", "make", *arguments)
    assert (refused.code, refused.output) == (2, "")
    assert PREFIX not in refused.messages
    assert json.loads(run("keys", "list", "--json").output) == []


@pytest.mark.parametrize("days", ["0", "-1", "3651", "soon"])
def test_a_life_of_no_days_is_refused(run: Run, days: str) -> None:
    assert run("keys", "make", "甲", "--role", "staff", "--days", days).code == 2


def test_a_key_that_is_not_there_cannot_be_revoked(run: Run) -> None:
    refused = run("keys", "revoke", "0" * 12)
    assert refused.code == 1
    assert "keys list" in refused.messages


def test_what_is_done_to_keys_is_in_the_log(run: Run) -> None:
    text = run("keys", "make", "王", "--role", "reader", "--days", "2").output.strip()
    run("keys", "revoke", id_in(text) or "")
    revoked, made = read(Database(AssistantSettings.load().database_url)).entries
    assert (made.actor, made.action, made.subject) == ("command line", "make_key", f"王 ({id_in(text)})")
    assert made.details == {"role": "reader", "days": 2}
    assert (revoked.action, revoked.subject) == ("revoke_key", made.subject)
    assert text.rpartition("_")[2] not in str((made, revoked))
