"""`city-assistant doctor`: whether everything is in place to ingest, ask and serve, and what to do where it is not."""

import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version

import typer

from assistant.command_line.console import output
from assistant.command_line.listening import listening_socket
from assistant.generation.language_model import ModelError
from assistant.settings import AssistantSettings
from assistant.store.database import Database
from corpus.errors import AssistantError, ConfigurationError
from corpus.knowledge.generations import Generations
from corpus.manifest import load_manifest
from corpus.units import load_units
from corpus.wording import load_glossary, load_synonyms
from ingest.sources import find_files, find_unsupported
from prompts import render

Check = Callable[[AssistantSettings], str]
"""Looks at one thing and says what it found; raises AssistantError saying what to do."""

app = typer.Typer(add_completion=False)


@app.command()
def doctor() -> None:
    """Check the installation; exit with 1 when something has to be mended."""
    console, healthy = output(), True
    for name, well, message in examine(AssistantSettings.load()):
        console.print(f"{'ok  ' if well else 'MEND'} {name}: {message}", style=None if well else "red")
        healthy = healthy and well
    if not healthy:
        raise typer.Exit(1)


def examine(settings: AssistantSettings) -> Iterator[tuple[str, bool, str]]:
    """Each check's name, whether all is well, and what was found or what to do."""
    for name, check in CHECKS.items():
        try:
            yield name, True, check(settings)
        except AssistantError as failure:
            yield name, False, str(failure)
        except OSError as error:
            yield name, False, f"{error.filename} cannot be used ({error.strerror}): check CORPUS_DIR and DATA_DIR."


def _versions(_settings: AssistantSettings) -> str:
    packages = ("city-knowledge-assistant", "chromadb", "tantivy", "fastapi", "sqlalchemy", "langchain-core")
    try:
        return ", ".join((f"Python {platform.python_version()}", *(f"{package} {version(package)}" for package in packages)))
    except PackageNotFoundError as error:
        raise ConfigurationError(f"The package {error.name} is missing: run `pip install .` again in the program's folder.") from None


def _corpus_folder(settings: AssistantSettings) -> str:
    count, others = len(find_files(settings)), len(find_unsupported(settings))
    return f"{settings.documents_dir}, {count} files to read" + (f", {others} of other kinds" if others else "")


def _corpus_data(settings: AssistantSettings) -> str:
    load_manifest(settings)
    counts = {"units": load_units(settings), "synonyms": load_synonyms(settings), "glossary terms": load_glossary(settings)}
    return "manifest, " + ", ".join(f"{len(entries)} {name}" for name, entries in counts.items())


def _data_folder(settings: AssistantSettings) -> str:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.data_dir):
            return f"{settings.data_dir.absolute()} can be written to"
    except OSError as error:
        raise ConfigurationError(
            f"{settings.data_dir} cannot be written to ({error.strerror}): set DATA_DIR to a folder of yours."
        ) from None


def _app_database(settings: AssistantSettings) -> str:
    with closing(Database(settings.database_url)) as database:
        database.check()
    return "opens, its tables are up to date"


def _generation(settings: AssistantSettings) -> str:
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        knowledge.check()
        return f"{knowledge.generation}, {len(knowledge.documents())} documents, {knowledge.entry_count} entries"


def _language_model(settings: AssistantSettings) -> str:
    if not settings.llm_model:
        return "none: answers are extracts"
    from assistant.generation.chat_model import ChatModel

    prompt = render("rewrite_question", history="（无）", question="谁负责？")
    try:
        words = sum(len(piece) for piece in ChatModel(settings).write(prompt, time.monotonic() + settings.llm_timeout_seconds))
    except ModelError as error:
        raise ConfigurationError(
            f"{settings.llm_model} does not answer: {error} Check LLM_BASE_URL, LLM_MODEL and LLM_API_KEY; until then answers are extracts."
        ) from None
    return f"{settings.llm_model} answers ({words} characters)"


def _port(settings: AssistantSettings) -> str:
    listening_socket(settings.host, settings.port).close()
    return f"{settings.port} on {settings.host} is free"


CHECKS: dict[str, Check] = {
    "versions": _versions,
    "corpus folder": _corpus_folder,
    "corpus data": _corpus_data,
    "data folder": _data_folder,
    "app database": _app_database,
    "generation": _generation,
    "language model": _language_model,
    "port": _port,
}
