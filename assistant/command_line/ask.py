"""`city-assistant ask`: one question, one answer with its sources."""

import json
from datetime import date, datetime
from typing import Annotated

import typer

from assistant.answer_record import answer_record
from assistant.command_line.answer_print import print_answer, print_explanation, print_understanding
from assistant.command_line.console import output
from assistant.command_line.opening import open_for_asking
from assistant.passages import search_passages
from assistant.session import Mode
from assistant.understanding.question import understand_question

EXPLAINED_PASSAGES = 5

app = typer.Typer(add_completion=False)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What you want to know, in Chinese or English.")],
    explain: Annotated[bool, typer.Option("--explain", help="Show how the answer was found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON, as POST /api/ask gives it.")] = False,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Day for which to answer; today when left out.")
    ] = None,
    mode: Annotated[
        Mode, typer.Option(help="Who words the answer: a language model never, always, or where facts do not answer by themselves.")
    ] = "auto",
) -> None:
    """Answer QUESTION from the documents, with numbered sources."""
    with open_for_asking() as session:
        answer = session.ask(question, as_of=as_of.date() if as_of else None, mode=mode)
        if as_json:
            typer.echo(json.dumps(answer_record(answer), ensure_ascii=False, indent=2))
            return
        console = output()
        print_answer(answer, console)
        if explain:
            with session.knowledge() as knowledge:
                understood = understand_question(answer.resolved_question, knowledge, answer.as_of or date.today())
                print_understanding(understood, {document.id: document.title for document in knowledge.documents()}, console)
                print_explanation(answer, search_passages(answer.resolved_question, knowledge, limit=EXPLAINED_PASSAGES), console)
