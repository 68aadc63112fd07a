"""A former generation is served again when it holds nothing that was taken from the public since."""

import pytest

from assistant.publishing.documents import correct_document, restore_document, withdraw
from assistant.publishing.editor import Editor
from assistant.publishing.publication import publish
from assistant.publishing.served_generations import kept_generations, use_generation
from corpus.errors import IngestRunningError, NotFoundError, PublishingError
from corpus.knowledge.generations import Generations
from ingest.publication import alone


def current(editor: Editor) -> str | None:
    return Generations(editor.settings.data_dir).current_id


def test_a_former_generation_is_served_until_the_next_publication(editor: Editor) -> None:
    (first,) = kept_generations(editor)
    correct_document(editor, "水务计划.md", {"issuer": "云川市人民政府"})
    publish(editor)
    assert use_generation(editor, first.id).current
    assert current(editor) == first.id
    assert [(kept.id == first.id, kept.current) for kept in kept_generations(editor)] == [(True, True), (False, False)]
    assert publish(editor).report.changed
    assert current(editor) not in (None, first.id)


@pytest.mark.parametrize("how", ["withdrawn", "internal"])
def test_what_the_public_may_not_read_any_more_does_not_come_back_by_going_back(editor: Editor, how: str) -> None:
    (first,) = kept_generations(editor)
    if how == "withdrawn":
        withdraw(editor, "水务计划.md")
    else:
        correct_document(editor, "水务计划.md", {"visibility": "internal"})
    publish(editor)
    with pytest.raises(PublishingError, match=r"withdrawn or made internal since: 水务计划\.md"):
        use_generation(editor, first.id)
    assert current(editor) != first.id
    if how == "withdrawn":
        restore_document(editor, "水务计划.md")
        assert use_generation(editor, first.id).current


def test_an_unknown_generation_and_a_running_ingest_are_refused(editor: Editor) -> None:
    with pytest.raises(NotFoundError):
        use_generation(editor, "../../etc")
    with alone(editor.settings.data_dir), pytest.raises(IngestRunningError):
        use_generation(editor, kept_generations(editor)[0].id)
