"""Settings that ingest and answering share; each can be given as an environment variable or in a .env file."""

from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import ConfigurationError

SHIPPED_CORPUS = Path(__file__).parent


class CorpusSettings(BaseSettings):
    """Where the corpus is, where generated knowledge goes, and how text is embedded.

    Raises ConfigurationError when a folder would lie inside an installed package.
    """

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    corpus_dir: Path = Field(
        default=SHIPPED_CORPUS,
        description="Folder of the documents, in it or in documents/ below; beside them, if any, manifest.toml, units.toml, synonyms.toml, glossary.toml",
    )
    data_dir: Path = Field(
        default=Path("data"), description="Folder of what the program writes: generations, app.db, added documents and drafts"
    )
    embedding_model: str | None = Field(
        default=None, description="Folder of a sentence-transformers model on disk; empty: vectors fitted on the corpus"
    )

    @cached_property
    def documents_dir(self) -> Path:
        """The folder searched for source files: CORPUS_DIR/documents where there is one, else CORPUS_DIR itself."""
        folder = self.corpus_dir / "documents"
        return folder if folder.is_dir() else self.corpus_dir

    @property
    def added_dir(self) -> Path:
        """The folder of documents that were added through the command line or the admin page."""
        return self.data_dir / "documents"

    def model_post_init(self, _context: object) -> None:
        for name, folder in (("CORPUS_DIR", self.corpus_dir), ("DATA_DIR", self.data_dir)):
            if {"site-packages", "dist-packages"} & set(folder.resolve().parts):
                raise ConfigurationError(f"{name} lies inside an installed package ({folder}); set {name} to a folder of your own.")
