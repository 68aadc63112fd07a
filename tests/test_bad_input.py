"""Whatever goes wrong ends with a message that says what to do and an exit code that tells; nothing that worked is lost."""

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.knowledge.generations import Generations
from tests.assistant.corpus_fixture import Reader, write_documents
from tests.program import Program

QUESTION = "2026年自动化泊位建成多少个？"
RANDOM_BYTES = random.Random(20250601).randbytes(4000)


@pytest.fixture(scope="module")
def ingested_city(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Three documents, ingested; tests copy it before they harm it."""
    folder = tmp_path_factory.mktemp("bad_input")
    write_documents(folder / "corpus")
    program = Program(folder / "corpus", folder / "data")
    program.ingest()
    return program


@pytest.fixture
def city(ingested_city: Program, tmp_path: Path) -> Program:
    """A copy of the city to do harm to."""
    shutil.copytree(ingested_city.corpus_dir, tmp_path / "corpus")
    shutil.copytree(ingested_city.data_dir, tmp_path / "data")
    return Program(tmp_path / "corpus", tmp_path / "data")


def refused(ended: subprocess.CompletedProcess[str], *told: str, code: int = 1) -> None:
    """The command failed with a message for people that holds every one of `told`."""
    assert ended.returncode == code
    assert ended.stdout == ""
    assert [words for words in told if words not in ended.stderr] == []
    assert "Traceback" not in ended.stderr
    assert "unexpected fault" not in ended.stderr
    assert len(ended.stderr) < 2000


def said(program: Program) -> str:
    """What a program started now answers to QUESTION; its quotes hold."""
    with Generations(program.data_dir) as generations, generations.lease() as knowledge:
        answer = Reader(knowledge, program.data_dir).ask(QUESTION)
        assert answer.status == "answered"
        return answer.text


@pytest.mark.parametrize("question", ["", "   \n\t ", "\x01\x02\x1f\x7f", b"\xed\xa0\x80\xed\xb0\x80"])
def test_question_without_text_is_refused(ingested_city: Program, question: str | bytes) -> None:
    refused(ingested_city.run("ask", question), "请输入")


def test_question_of_10000_characters_is_refused_with_the_limit(ingested_city: Program) -> None:
    refused(ingested_city.run("ask", "泊位" * 5000), "10000", "2000")


@pytest.mark.parametrize(
    "question",
    [
        b"2026\xe5\xb9\xb4\xed\xa0\x80\xe8\x87\xaa\xe5\x8a\xa8\xe5\x8c\x96\xe6\xb3\x8a\xe4\xbd\x8d\xe5\xbb\xba\xe6\x88\x90\xe5\xa4\x9a\xe5\xb0\x91\xe4\xb8\xaa\x01\x1b\xff"
    ],
)
def test_control_characters_surrogates_and_broken_bytes_around_a_question_do_not_matter(ingested_city: Program, question: bytes) -> None:
    ended = ingested_city.run("ask", question)
    assert ended.returncode == 0, ended.stderr
    assert "7个" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_question_before_the_first_ingest_is_told_to_ingest(tmp_path: Path) -> None:
    write_documents(tmp_path / "corpus")
    refused(Program(tmp_path / "corpus", tmp_path / "data").run("ask", QUESTION), "city-assistant ingest")


def test_missing_or_empty_corpus_folder_is_named(tmp_path: Path) -> None:
    refused(Program(tmp_path / "none", tmp_path / "data").run("ingest"), "none", "CORPUS_DIR")
    (tmp_path / "empty").mkdir()
    refused(Program(tmp_path / "empty", tmp_path / "data").run("ingest"), "empty", ".md")


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ('[[documents]]\nfile = "智慧港口.md\ntitle = "x"\n', "line 2"),
        ('[[documents]]\nfile = "智慧港口.md"\ntitel = "x"\n', "line 3"),
        ('[[documents]]\nfile = "不在.md"\n', "不在.md"),
    ],
)
def test_broken_manifest_is_named_with_the_place_and_nothing_is_lost(city: Program, manifest: str, told: str) -> None:
    (city.corpus_dir / "manifest.toml").write_text(manifest, encoding="utf-8")
    refused(city.run("ingest"), "manifest.toml", told)
    assert "7个" in said(city)


@pytest.mark.parametrize("content", [b"# \xe8\xae\xa1\xe5\x88\x92\x00\x00\x01\x02" * 40, RANDOM_BYTES])
def test_file_that_is_not_text_is_named_and_the_others_are_read(city: Program, content: bytes) -> None:
    (city.corpus_dir / "坏文件.md").write_bytes(content)
    ended = city.run("ingest")
    assert ended.returncode == 3
    assert "坏文件.md" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "3 documents" in ended.stdout


def test_corpus_of_nothing_but_unreadable_files_is_refused_and_nothing_is_lost(city: Program) -> None:
    for path in city.corpus_dir.iterdir():
        path.write_bytes(RANDOM_BYTES)
    refused(city.run("ingest"), "智慧港口.md", "古树名木条例.md")
    assert "7个" in said(city)


def current(program: Program) -> Path:
    generations = program.data_dir / "generations"
    return generations / (generations / "current").read_text(encoding="utf-8").strip()


def another_schema(generation: Path) -> None:
    record = generation / "build.json"
    text = record.read_text(encoding="utf-8")
    assert '"schema_version": "' in text
    record.write_text(text.replace('"schema_version": "', '"schema_version": "0-'), encoding="utf-8")


def broken_record(generation: Path) -> None:
    (generation / "build.json").write_text("{", encoding="utf-8")


def no_lexical_index(generation: Path) -> None:
    shutil.rmtree(generation / "lexical")


def no_vectors(generation: Path) -> None:
    shutil.rmtree(generation / "chroma")


def no_database(generation: Path) -> None:
    (generation / "knowledge.db").unlink()


@pytest.mark.parametrize("harm", [broken_record, no_lexical_index, no_vectors, no_database, shutil.rmtree])
def test_index_that_is_missing_or_broken_names_the_command_that_mends_it(city: Program, harm: Callable[[Path], None]) -> None:
    harm(current(city))
    refused(city.run("ask", QUESTION), "city-assistant ingest --rebuild")


def test_index_of_another_program_is_mended_by_the_command_it_names(city: Program) -> None:
    another_schema(current(city))
    refused(city.run("ask", QUESTION), "city-assistant ingest --rebuild")
    city.ingest("--rebuild")
    assert "7个" in said(city)


@contextmanager
def ingesting(program: Program, part: str) -> Iterator[subprocess.Popen[str]]:
    """An ingest under way whose unfinished generation holds `part`."""
    process = program.start("ingest", "--rebuild")
    try:
        deadline = time.monotonic() + 30
        while not list((program.data_dir / "generations").glob(f"*.tmp/{part}")):
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.001)
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("part", ["", "chroma"])
def test_killed_ingest_leaves_the_former_generation_answering_and_the_next_one_completes(city: Program, part: str) -> None:
    before = current(city)
    port = city.corpus_dir / "智慧港口.md"
    port.write_text(port.read_text(encoding="utf-8").replace("建成自动化泊位7个", "建成自动化泊位8个"), encoding="utf-8")
    with ingesting(city, part) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait(20) == -signal.SIGKILL
    assert current(city) == before
    assert "7个" in said(city)
    assert "Published generation 000002" in city.ingest()
    assert "8个" in said(city)
    assert not list((city.data_dir / "generations").glob("*.tmp*"))


def test_second_ingest_at_once_is_told_to_wait_and_the_first_completes(city: Program) -> None:
    with ingesting(city, "") as first:
        first.send_signal(signal.SIGSTOP)
        try:
            refused(city.run("ingest"), "Another ingest", "wait")
            assert "7个" in said(city)
        finally:
            first.send_signal(signal.SIGCONT)
        output, _ = first.communicate(timeout=60)
        assert first.returncode == 0
    assert "Published generation 000002" in output
    assert "7个" in said(city)


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "99999"), ("CONVERSATION_RETENTION_DAYS", "soon"), ("APP_DATABASE_URL", "nothing://here")]
)
def test_wrong_setting_is_named(ingested_city: Program, tmp_path: Path, name: str, value: str) -> None:
    program = Program(ingested_city.corpus_dir, ingested_city.data_dir, tmp_path, variables={name: value})
    refused(program.run("ask", QUESTION), name)


@pytest.mark.parametrize("arguments", [("ask",), ("aks", QUESTION), ("ask", QUESTION, "--as-of", "tomorrow")])
def test_wrong_usage_is_told_apart_from_failure(ingested_city: Program, arguments: tuple[str, ...]) -> None:
    ended = ingested_city.run(*arguments)
    assert ended.returncode == 2
    assert "Usage" in ended.stderr
    assert "Traceback" not in ended.stderr
