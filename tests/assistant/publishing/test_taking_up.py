"""Whatever moment ends it, a released draft becomes a document whole with the next publication, and nobody reads half of the change."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest

from assistant.publishing import taking_up
from assistant.publishing.documents import source_files, withdraw
from assistant.publishing.drafts import drafts, drafts_folder, keep_draft, release_draft
from assistant.publishing.editor import Editor
from assistant.publishing.publication import publish
from assistant.publishing.taking_up import take_up_drafts
from corpus.errors import IngestRunningError
from corpus.knowledge.generations import Generations
from corpus.model.document import Visibility
from ingest.publication import alone

SECRET = "# 云川市内部研判\n\n到2026年，关停泵站3座。\n"
NOTICE = "# 云川市节水方案{}\n\n到2026年，推广节水器具100个。\n"
STEPS = ("correct_metadata", "change_state", "record", "remove_draft")


class Killed(BaseException):
    """Stands for the end of the process."""


def read_by(editor: Editor, audience: Visibility) -> dict[str, str]:
    with Generations(editor.settings.data_dir) as generations, generations.lease(audience) as knowledge:
        return {summary.source_file: knowledge.text(summary.id) for summary in knowledge.documents()}


def ending(step: Callable[..., Any], *, after: bool) -> Callable[..., Any]:
    def ended(*arguments: Any, **named: Any) -> Any:
        if after:
            step(*arguments, **named)
        raise Killed

    return ended


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", [*STEPS, "os.replace"])
def test_a_public_document_replaced_by_an_internal_one_is_never_published_half(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    draft = keep_draft(editor, "水务计划.md", BytesIO(SECRET.encode()), replaces="水务计划.md", fields={"visibility": "internal"})
    release_draft(editor, draft.id)
    owner, name = (taking_up.os, "replace") if step == "os.replace" else (taking_up, step)
    with monkeypatch.context() as patched:
        patched.setattr(owner, name, ending(getattr(owner, name), after=after))
        with pytest.raises(Killed):
            take_up_drafts(editor)
    assert "关停泵站" not in "".join(read_by(editor, "public").values())
    publish(editor)
    assert set(read_by(editor, "public")) == {"河道答复.md"}
    assert "关停泵站" in read_by(editor, "internal")["水务计划.md"]
    assert drafts(editor) == ()
    assert list(drafts_folder(editor).iterdir()) == []


@pytest.mark.parametrize("step", STEPS[1:])
def test_a_document_under_another_name_takes_the_place_of_the_former_though_broken_off(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.format("").encode()), replaces="水务计划.md")
    release_draft(editor, draft.id)
    with monkeypatch.context() as patched:
        patched.setattr(taking_up, step, ending(getattr(taking_up, step), after=True))
        with pytest.raises(Killed):
            take_up_drafts(editor)
    publish(editor)
    assert set(read_by(editor, "public")) == {"河道答复.md", "节水方案.md"}


def test_what_replaces_an_internal_document_is_internal_unless_it_is_said_otherwise(editor: Editor) -> None:
    first = keep_draft(editor, "研判.md", BytesIO(SECRET.encode()), fields={"visibility": "internal"})
    publish(editor, draft_ids=[first.id])
    second = keep_draft(editor, "研判二.md", BytesIO(SECRET.replace("3座", "4座").encode()), replaces="研判.md")
    publish(editor, draft_ids=[second.id])
    assert "研判二.md" not in read_by(editor, "public")
    third = keep_draft(editor, "研判三.md", BytesIO(NOTICE.format("三").encode()), replaces="研判二.md", fields={"visibility": "public"})
    publish(editor, draft_ids=[third.id])
    assert "研判三.md" in read_by(editor, "public")


def test_a_name_taken_since_a_draft_was_released_holds_the_draft_back(editor: Editor) -> None:
    one, other = (keep_draft(editor, "方案.md", BytesIO(NOTICE.format(number).encode())) for number in "一二")
    release_draft(editor, one.id)
    release_draft(editor, other.id)
    publication = publish(editor)
    assert publication.added == ("方案.md",)
    assert "--replaces 方案.md" in publication.refused[0]
    assert "方案一" in read_by(editor, "public")["方案.md"]
    assert [(draft.id, draft.released) for draft in drafts(editor)] == [(other.id, False)]


def test_of_two_publications_at_once_one_publishes_what_both_want(editor: Editor) -> None:
    handed_in = [keep_draft(editor, f"方案{number}.md", BytesIO(NOTICE.format(number).encode())) for number in "一二三四"]

    def publish_one(draft_id: str) -> str:
        try:
            publish(editor, draft_ids=[draft_id])
        except IngestRunningError:
            return "waited"
        return "published"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(publish_one, [draft.id for draft in handed_in]))
    assert "published" in outcomes
    assert {f"方案{number}.md" for number in "一二三四"} < set(read_by(editor, "public"))
    assert drafts(editor) == ()


def test_a_withdrawal_while_another_publishes_is_not_lost(editor: Editor) -> None:
    heard: list[str] = []

    def withdraw_meanwhile(stage: str, done: int, total: int) -> None:
        if not heard:
            heard.append(stage)
            withdraw(editor, "水务计划.md")
            with pytest.raises(IngestRunningError):
                publish(editor)

    publish(editor, rebuild=True, progress=withdraw_meanwhile)
    assert heard
    assert set(read_by(editor, "public")) == {"河道答复.md"}


def test_while_documents_are_ingested_no_draft_moves(editor: Editor) -> None:
    draft = release_draft(editor, keep_draft(editor, "方案.md", BytesIO(NOTICE.encode())).id)
    with alone(editor.settings.data_dir), pytest.raises(IngestRunningError):
        take_up_drafts(editor)
    assert drafts(editor) == (draft,)
    assert "方案.md" not in [source.file for source in source_files(editor)]
