"""`city-assistant backup`: both stores in one file."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.command_line.console import output
from assistant.command_line.editing import open_for_editing
from assistant.publishing.backup import back_up

app = typer.Typer(add_completion=False)


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE.tar", help="The archive to write; no file of that name may be there.")],
) -> None:
    """Write app.db, the served generation, added documents and drafts into one archive, while questions and ingests go on.

    CORPUS_DIR is the operator's and not in it. The archive holds internal documents and questions asked: only its owner may read it.
    """
    with open_for_editing() as editor:
        record = back_up(editor, target)
    size = target.stat().st_size / 1e6
    output().print(f"{target}: generation {record.generation or 'none'}, {len(record.files)} files, {size:.1f} MB.")
