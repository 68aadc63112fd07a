"""`city-assistant restore`: both stores back from an archive."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.command_line.console import output
from assistant.command_line.editing import open_for_editing
from assistant.publishing.restoration import restore_backup

app = typer.Typer(add_completion=False)


@app.command()
def restore(
    archive: Annotated[Path, typer.Argument(metavar="FILE.tar", help="An archive that `backup` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="In place of everything that DATA_DIR and the app database hold.")] = False,
) -> None:
    """Take over what an archive holds, checked first: documents, decisions, conversations, keys, and the generation, which is served at once."""
    with open_for_editing() as editor:
        record = restore_backup(editor, archive, replace=replace)
    output().print(
        f"Restored the state of {record.made_at}, generation {record.generation or 'none'}. Run `city-assistant ingest` to publish what is there now."
    )
