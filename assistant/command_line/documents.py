"""`city-assistant documents`: what the assistant knows."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from assistant.command_line.console import output
from assistant.command_line.document_table import document_table
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations

app = typer.Typer(add_completion=False)


@app.command()
def documents(as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False) -> None:
    """List the documents that questions are answered from, with their parts and facts."""
    with Generations(AssistantSettings.load().data_dir) as generations, generations.lease() as knowledge:
        summaries = knowledge.documents()
        if as_json:
            typer.echo(json.dumps([asdict(summary) for summary in summaries], ensure_ascii=False, indent=2, default=str))
        else:
            output().print(document_table(summaries))
