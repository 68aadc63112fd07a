"""Before a draft is published it is shown what would come of it, and nothing of it can be asked."""

from collections.abc import Mapping
from io import BytesIO

import pytest

from assistant.publishing.documents import correct_document
from assistant.publishing.drafts import describe_draft, keep_draft
from assistant.publishing.editor import Editor
from assistant.publishing.preview import Preview, preview_draft
from corpus.errors import NotFoundError, UnreadableFileError
from corpus.knowledge.generations import Generations
from corpus.model.facts import Target
from tests.assistant.conftest import PLAN, REPLY


def previewed(editor: Editor, name: str, text: str, fields: Mapping[str, object] | None = None) -> Preview:
    return preview_draft(editor, keep_draft(editor, name, BytesIO(text.encode()), fields=fields).id)


def test_a_preview_has_documents_and_facts_and_publishes_nothing(editor: Editor) -> None:
    before = Generations(editor.settings.data_dir).list()
    preview = previewed(editor, "新计划.md", PLAN.replace("20万只", "25万只").replace("智慧水务", "数字水务"))
    (reading,) = preview.readings
    assert reading.document.title == "云川市数字水务行动计划（2025-2027年）"
    assert "25万" in {fact.value for fact in reading.facts if isinstance(fact, Target)}
    assert preview.warnings == ()
    assert preview.likely_replaced == ()
    assert Generations(editor.settings.data_dir).list() == before


def test_metadata_given_to_a_draft_are_those_of_its_preview(editor: Editor) -> None:
    draft = keep_draft(editor, "新计划.md", BytesIO(PLAN.encode()))
    describe_draft(editor, draft.id, fields={"visibility": "internal", "issuer": "云川市人民政府"})
    metadata = preview_draft(editor, draft.id).readings[0].document.metadata
    assert (metadata.visibility, metadata.issuer) == ("internal", "云川市人民政府")
    describe_draft(editor, draft.id, fields={"issuer": None})
    assert preview_draft(editor, draft.id).readings[0].document.metadata.issuer == "云川市水务局"


def test_what_a_draft_has_from_the_file_it_replaces_is_shown_before_it_is_published(editor: Editor) -> None:
    correct_document(editor, "水务计划.md", {"visibility": "internal"})
    draft = keep_draft(editor, "新计划.md", BytesIO(PLAN.encode()))
    assert preview_draft(editor, draft.id).readings[0].document.metadata.visibility == "public"
    describe_draft(editor, draft.id, replaces="水务计划.md")
    assert preview_draft(editor, draft.id).readings[0].document.metadata.visibility == "internal"
    describe_draft(editor, draft.id, fields={"visibility": "public"})
    assert preview_draft(editor, draft.id).readings[0].document.metadata.visibility == "public"


def test_a_probable_replacement_is_told_by_name_number_and_title(editor: Editor) -> None:
    found = {
        name: [(likely.file, likely.likeness) for likely in previewed(editor, name, text).likely_replaced]
        for name, text in {
            "水务计划.md": "# 云川市节水方案\n\n推广节水器具100个。\n",
            "答复二.md": REPLY.replace("每周巡河两次", "每周巡河三次").replace("河道垃圾治理", "河道治理"),
            "计划二.md": PLAN.replace("20万只", "25万只"),
        }.items()
    }
    assert found == {
        "水务计划.md": [("水务计划.md", "name")],
        "答复二.md": [("河道答复.md", "number")],
        "计划二.md": [("水务计划.md", "title")],
    }


def test_what_was_not_understood_is_said(editor: Editor) -> None:
    preview = previewed(editor, "通讯录.md", "# 云川市通讯录\n\n| 甲 | 乙 |\n| --- | --- |\n| 张 | 王 |\n| 李 | 赵 |\n")
    assert any("no target" in warning for warning in preview.warnings)
    assert any("a table of 3 rows was not understood: “甲 乙" in warning for warning in preview.warnings)


def test_a_draft_that_cannot_be_read_says_why(editor: Editor) -> None:
    with pytest.raises(UnreadableFileError, match=r"坏\.pdf"):
        preview_draft(editor, keep_draft(editor, "坏.pdf", BytesIO(b"%PDF-1.4 broken")).id)
    with pytest.raises(NotFoundError):
        preview_draft(editor, "../../etc")
