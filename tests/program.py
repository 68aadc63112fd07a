"""The installed command, run as its users run it: in a process of its own, with a corpus and a data folder."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.knowledge.generations import Generations

COMMAND = Path(sys.executable).with_name("city-assistant")
_OF_MODELS = ("HF_", "HUGGINGFACE_", "TRANSFORMERS_", "SENTENCE_TRANSFORMERS_", "TORCH_", "TIKTOKEN_")
_OF_SETTINGS = (
    "CORPUS_DIR",
    "DATA_DIR",
    "EMBEDDING_MODEL",
    "APP_DATABASE_URL",
    "CONTACT",
    "HOST",
    "PORT",
    "ROOT_PATH",
    "MAX_QUESTION_CHARACTERS",
)


@dataclass(frozen=True, slots=True)
class Program:
    """The command on one corpus; `prefix` goes before it on the command line, `variables` into its environment.

    `folder` (else the data folder) is its working folder and its home, so that neither a .env file nor a model cache of the machine is found.
    """

    corpus_dir: Path
    data_dir: Path
    folder: Path | None = None
    prefix: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The variables the command sees: no settings but its folders, nothing that names a model hub."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OF_MODELS) and name not in _OF_SETTINGS}
        folders = {"CORPUS_DIR": str(self.corpus_dir), "DATA_DIR": str(self.data_dir), "HOME": str(self.folder or self.data_dir)}
        return {**kept, **folders, **self.variables}

    def start(self, *arguments: str | bytes, command: Sequence[str] = (str(COMMAND),)) -> subprocess.Popen[str]:
        """The command under way, with pipes for what it prints."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        return subprocess.Popen(
            [*self.prefix, *command, *arguments],
            env=self.environment,
            cwd=self.folder or self.data_dir,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str | bytes, command: Sequence[str] = (str(COMMAND),)) -> subprocess.CompletedProcess[str]:
        """The command when it has ended; it is given a minute."""
        process = self.start(*arguments, command=command)
        try:
            output, messages = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return subprocess.CompletedProcess(process.args, process.returncode, output, messages)

    def ingest(self, *options: str) -> str:
        """What a successful ingest printed."""
        ended = self.run("ingest", *options)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def ask(self, question: str, as_of: str = "2025-06-01") -> dict[str, Any]:
        """The answer to `question` as `ask --json` prints it."""
        ended = self.run("ask", question, "--json", "--as-of", as_of)
        assert ended.returncode == 0, ended.stderr
        answer: dict[str, Any] = json.loads(ended.stdout)
        return answer

    def check_quotes(self, answer: Mapping[str, Any]) -> None:
        """Every quote of `answer` is its document's characters, and every marker has its citation."""
        with Generations(self.data_dir) as generations, generations.lease() as knowledge:
            for citation in answer["citations"]:
                text = knowledge.document(citation["document_id"]).text
                assert text[citation["start"] : citation["end"]] == citation["quote"]
                assert f"[{citation['marker']}]" in answer["answer"]
        assert answer["answer"].count("[") == len(answer["citations"])
