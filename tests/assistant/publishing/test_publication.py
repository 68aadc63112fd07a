"""Documents are added, replaced and withdrawn, and what was decided is what is published."""

from datetime import date
from io import BytesIO

import pytest

from assistant.access.audit import read
from assistant.publishing.documents import correct_document, restore_document, source_files, withdraw
from assistant.publishing.drafts import drafts, keep_draft, release_draft
from assistant.publishing.editor import Editor
from assistant.publishing.publication import publish
from assistant.session import open_session
from corpus.errors import IngestRunningError, NameTakenError
from corpus.knowledge.generations import Generations
from ingest.publication import alone

NOTICE = "# 云川市节水方案\n\n到2026年，推广节水器具100个。\n\n（责任单位：市水务局）\n"


def served(editor: Editor) -> dict[str, str]:
    """Text by file of what the public is answered from."""
    with Generations(editor.settings.data_dir) as generations, generations.lease() as knowledge:
        return {summary.source_file: knowledge.text(summary.id) for summary in knowledge.documents()}


def test_a_draft_is_served_once_it_is_published_and_not_before(editor: Editor) -> None:
    draft = keep_draft(editor, "../节水方案.md", BytesIO(NOTICE.encode()))
    assert draft.name == "节水方案.md"
    publish(editor)
    assert "节水方案.md" not in served(editor)
    assert publish(editor, draft_ids=[draft.id]).added == ("节水方案.md",)
    assert "推广节水器具100个" in served(editor)["节水方案.md"]
    assert drafts(editor) == ()
    assert {source.file: source.origin for source in source_files(editor)}["节水方案.md"] == "added"


def test_a_document_of_the_same_name_is_replaced_only_when_that_is_said(editor: Editor) -> None:
    draft = keep_draft(editor, "水务计划.md", BytesIO(NOTICE.encode()))
    with pytest.raises(NameTakenError, match=r"--replaces 水务计划\.md"):
        publish(editor, draft_ids=[draft.id])
    draft = keep_draft(editor, "水务计划.md", BytesIO(NOTICE.encode()), replaces="水务计划.md")
    publish(editor, draft_ids=[draft.id])
    assert "节水器具" in served(editor)["水务计划.md"]
    assert (editor.settings.corpus_dir / "水务计划.md").read_text(encoding="utf-8").count("智能水表")


def test_a_document_replaced_under_another_name_is_withdrawn_for_it(editor: Editor) -> None:
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode()), replaces="水务计划.md")
    publish(editor, draft_ids=[draft.id])
    assert set(served(editor)) == {"河道答复.md", "节水方案.md"}
    (former,) = [source for source in source_files(editor) if source.withdrawn]
    assert former.change
    assert (former.file, former.change.replaced_by) == ("水务计划.md", "节水方案.md")


def test_a_withdrawn_document_is_gone_with_the_next_publication_and_comes_back_restored(editor: Editor) -> None:
    withdraw(editor, "水务计划.md")
    publish(editor)
    assert set(served(editor)) == {"河道答复.md"}
    restore_document(editor, "水务计划.md")
    publish(editor)
    assert set(served(editor)) == {"河道答复.md", "水务计划.md"}


def test_a_correction_holds_from_the_next_publication_on(editor: Editor) -> None:
    correct_document(editor, "水务计划.md", {"issuer": "云川市人民政府"})
    report = publish(editor).report
    assert {summary.source_file: summary.metadata.issuer for summary in report.documents}["水务计划.md"] == "云川市人民政府"


def test_while_another_publishes_a_released_draft_is_kept_for_it(editor: Editor) -> None:
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode()))
    with alone(editor.settings.data_dir), pytest.raises(IngestRunningError):
        publish(editor, draft_ids=[draft.id])
    assert publish(editor).added == ("节水方案.md",)


def test_a_draft_released_by_a_process_that_died_is_taken_up_by_the_next(editor: Editor) -> None:
    release_draft(editor, keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode())).id)
    publish(editor)
    assert "节水方案.md" in served(editor)


def test_an_added_version_that_the_manifest_does_not_fit_fails_alone(editor: Editor) -> None:
    entry = '[[documents]]\nfile = "水务计划.md"\n[[documents.parts]]\nheading = "智慧水务"\nvisibility = "internal"\n'
    (editor.settings.corpus_dir / "manifest.toml").write_text(entry, encoding="utf-8")
    publish(editor)
    draft = keep_draft(editor, "水务计划.md", BytesIO(NOTICE.encode()), replaces="水务计划.md")
    publication = publish(editor, draft_ids=[draft.id])
    assert "fits no title" in publication.report.failures[0]
    assert set(served(editor)) == {"河道答复.md"}


def test_the_manifest_may_speak_of_an_added_file(editor: Editor) -> None:
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode()))
    publish(editor, draft_ids=[draft.id])
    (editor.settings.corpus_dir / "manifest.toml").write_text(
        '[[documents]]\nfile = "节水方案.md"\nissuer = "云川市政府"\n', encoding="utf-8"
    )
    report = publish(editor).report
    assert {summary.source_file: summary.metadata.issuer for summary in report.documents}["节水方案.md"] == "云川市政府"


def test_when_everything_is_withdrawn_every_question_is_told_that_nothing_is_there(editor: Editor) -> None:
    for file in ("水务计划.md", "河道答复.md"):
        withdraw(editor, file)
    publish(editor)
    assert served(editor) == {}
    with open_session(editor.settings) as session:
        answer = session.ask("2025年建成智能水表多少只？")
    assert (answer.status, answer.citations) == ("not_found", ())
    restore_document(editor, "水务计划.md")
    publish(editor)
    assert set(served(editor)) == {"水务计划.md"}


def test_what_was_done_is_in_the_audit_log(editor: Editor) -> None:
    draft = keep_draft(editor, "节水方案.md", BytesIO(NOTICE.encode()))
    publish(editor, draft_ids=[draft.id])
    withdraw(editor, "节水方案.md", note="已废止")
    correct_document(editor, "水务计划.md", {"issuer": "云川市政府", "issued_on": date(2025, 3, 1)})
    entries = read(editor.database).entries
    assert [(entry.actor, entry.action, entry.subject) for entry in reversed(entries) if entry.action != "publish"] == [
        ("甲", "hand_in_draft", "节水方案.md"),
        ("甲", "add_document", "节水方案.md"),
        ("甲", "withdraw_document", "节水方案.md"),
        ("甲", "correct_metadata", "水务计划.md"),
    ]
    assert entries[0].details["fields"]["issued_on"] == "2025-03-01"
