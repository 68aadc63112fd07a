"""`city-assistant documents`: what the assistant knows, and what is decided of it."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from assistant.command_line.console import messages, output
from assistant.command_line.document_table import document_table, file_table
from assistant.command_line.editing import open_for_editing
from assistant.command_line.publishing import publish_and_tell
from assistant.publishing.documents import correct_document, restore_document, source_files, withdraw
from assistant.publishing.drafts import drafts
from assistant.publishing.editor import Editor
from corpus.errors import CorrectionError
from corpus.knowledge.generations import Generations

app = typer.Typer(add_completion=False)
File = Annotated[str, typer.Argument(metavar="FILE", help="The document's file, as `documents` lists it.")]
Later = Annotated[bool, typer.Option("--later", help="Only decide; the next ingest publishes it.")]


@app.callback(invoke_without_command=True)
def documents(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False
) -> None:
    """List the documents that questions are answered from, with their parts and facts; a command after it acts on one."""
    if context.invoked_subcommand is not None:
        return
    with open_for_editing() as editor:
        with Generations(editor.settings.data_dir) as generations, generations.lease("internal") as knowledge:
            summaries = knowledge.documents()
        if as_json:
            typer.echo(json.dumps([asdict(summary) for summary in summaries], ensure_ascii=False, indent=2, default=str))
            return
        output().print(document_table(summaries))
        output().print(file_table(source_files(editor)))
        for draft in drafts(editor):
            output().print(f"Draft {draft.id}: {draft.name}, {draft.size} bytes, by {draft.kept_by}")


@app.command("withdraw")
def withdraw_document(file: File, note: Annotated[str, typer.Option(help="Why.")] = "", later: Later = False) -> None:
    """Take a document away from all answers; its file is kept."""
    with open_for_editing() as editor:
        withdraw(editor, file, note=note or None)
        _publish(editor, later=later)


@app.command("restore")
def restore_withdrawn(file: File, later: Later = False) -> None:
    """Take a withdrawn document in again."""
    with open_for_editing() as editor:
        restore_document(editor, file)
        _publish(editor, later=later)


@app.command("visibility")
def set_visibility(
    file: File, visibility: Annotated[str, typer.Argument(metavar="public|internal", help="Who may read it.")], later: Later = False
) -> None:
    """Let everybody read a document, or holders of keys only."""
    with open_for_editing() as editor:
        correct_document(editor, file, {"visibility": visibility})
        _publish(editor, later=later)


@app.command("set")
def set_fields(
    file: File,
    fields: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...", help="title=江城修桥计划, period=2024-2026, issued_on=2024-08-19; FIELD= takes a correction back."
        ),
    ],
    heading: Annotated[str, typer.Option(help="The title of the one document that is meant, where the file holds several.")] = "",
    later: Later = False,
) -> None:
    """Correct what was read of a document: title, issuer, number, dates, period, kind."""
    with open_for_editing() as editor:
        correct_document(editor, file, dict(_field(text) for text in fields), heading=heading)
        _publish(editor, later=later)


def _field(text: str) -> tuple[str, str | list[str] | None]:
    name, sign, value = text.partition("=")
    if not sign:
        raise CorrectionError(f"{text!r} names no value: write it as FIELD=VALUE.")
    if name == "period" and value:
        first, _, last = value.partition("-")
        return name, [first, last or first]
    return name, value or None


def _publish(editor: Editor, *, later: bool) -> None:
    if later:
        messages().print("Kept; it holds from the next `city-assistant ingest` on.")
        return
    raise typer.Exit(publish_and_tell(editor))
