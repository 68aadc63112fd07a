"""Whoever publishes hears what changed, and which answers given before rest on it."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

from assistant.publishing.documents import correct_document, withdraw
from assistant.publishing.drafts import keep_draft
from assistant.publishing.editor import Editor
from assistant.publishing.fact_corrections import propose_correction, review_correction
from assistant.publishing.publication import Publication, publish
from assistant.session import Session, open_session
from assistant.store.conversations import Conversations
from corpus.knowledge.generations import Generations

ASKED = ("2025年建成智能水表多少只？", "水务大数据平台由谁负责？", "每周巡河几次？")


def ask_all(editor: Editor) -> dict[str, str]:
    """Answer id by question."""
    with open_session(editor.settings) as session:
        return {question: session.ask(question).answer_id for question in ASKED}


def replaced(editor: Editor, before: str, after: str) -> Publication:
    text = (editor.settings.corpus_dir / "水务计划.md").read_text(encoding="utf-8")
    assert before in text
    draft = keep_draft(editor, "水务计划.md", BytesIO(text.replace(before, after).encode()), replaces="水务计划.md")
    return publish(editor, draft_ids=[draft.id])


def notices(editor: Editor, answer_id: str) -> list[str]:
    with open_session(editor.settings) as session:
        return [notice.message for notice in session.stored_turn(answer_id).answer.notices if notice.kind == "changed_since"]


def test_a_replacement_names_the_changed_figure_and_the_one_answer_that_cited_it(editor: Editor) -> None:
    answers = ask_all(editor)
    publication = replaced(editor, "智能水表20万只", "智能水表25万只")
    (change,) = publication.changes
    assert (change.change, change.file, change.text_changed, change.metadata) == ("changed", "水务计划.md", True, ())
    assert [(fact.kind, fact.change, fact.differs) for fact in change.facts] == [("target", "changed", ("value",))]
    assert [(touched.answer_id, touched.question) for touched in publication.touched] == [(answers[ASKED[0]], ASKED[0])]
    assert "已经改变或删去" in notices(editor, answers[ASKED[0]])[0]
    assert "没有变" in notices(editor, answers[ASKED[1]])[0]
    assert notices(editor, answers[ASKED[2]]) == []


def test_a_withdrawal_touches_every_answer_that_cites_the_document(editor: Editor) -> None:
    answers = ask_all(editor)
    withdraw(editor, "水务计划.md")
    publication = publish(editor)
    assert [(change.change, change.former_file) for change in publication.changes] == [("gone", "水务计划.md")]
    assert {touched.answer_id for touched in publication.touched} == {answers[question] for question in ASKED[:2]}


def test_a_document_replaced_under_another_name_is_compared_with_the_one_it_replaces(editor: Editor, tmp_path: Path) -> None:
    text = (editor.settings.corpus_dir / "水务计划.md").read_text(encoding="utf-8").replace("20万只", "25万只")
    draft = keep_draft(editor, "水务计划二.md", BytesIO(text.encode()), replaces="水务计划.md")
    (change,) = publish(editor, draft_ids=[draft.id]).changes
    assert (change.change, change.former_file, change.file) == ("changed", "水务计划.md", "水务计划二.md")
    assert [fact.differs for fact in change.facts] == [("value",)]
    assert publish(editor).changes == ()


def test_corrected_metadata_are_a_change_that_touches_no_answer(editor: Editor) -> None:
    ask_all(editor)
    correct_document(editor, "水务计划.md", {"issuer": "云川市人民政府"})
    publication = publish(editor)
    ((field,),) = [change.metadata for change in publication.changes]
    assert (field.field, field.after) == ("issuer", "云川市人民政府")
    assert publication.touched == ()


def test_an_unchanged_corpus_has_no_changes(editor: Editor) -> None:
    assert publish(editor).changes == ()


def test_a_corrected_fact_is_what_is_answered_and_touches_the_answer_that_told_the_wrong_one(editor: Editor) -> None:
    answers = ask_all(editor)
    with Generations(editor.settings.data_dir) as generations, generations.lease() as knowledge:
        document = next(summary for summary in knowledge.documents() if summary.source_file == "水务计划.md")
        owners = knowledge.facts("responsibility", document.id)
        number = next(
            number for number, fact in enumerate(owners) if "市数据局" in knowledge.text(document.id)[fact.span.start : fact.span.end]
        )
    proposed = propose_correction(editor, f"{document.id}:responsibility:{number}", {"units": ["市水务局"]}, note="数据局不再负责")
    assert publish(editor).changes == ()
    admin = Editor(editor.settings, editor.database, "乙")
    review_correction(admin, proposed.correction.id, "approved")
    publication = publish(editor)
    assert [fact.differs for change in publication.changes for fact in change.facts] == [("units",)]
    assert [touched.answer_id for touched in publication.touched] == [answers[ASKED[1]]]
    with open_session(editor.settings) as session:
        assert "市数据局" not in answer_to(session, ASKED[1]).split("[1]")[0]
    assert publish(editor).changes == ()
    review_correction(admin, proposed.correction.id, "revoked")
    publish(editor)
    with open_session(editor.settings) as session:
        assert "市数据局" in answer_to(session, ASKED[1])


def answer_to(session: Session, question: str) -> str:
    return session.ask(question).text


def test_answers_older_than_their_time_are_not_listed(editor: Editor) -> None:
    ask_all(editor)
    Conversations(editor.database, timedelta(0)).delete_expired()
    assert replaced(editor, "智能水表20万只", "智能水表25万只").touched == ()
