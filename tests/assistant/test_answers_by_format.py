"""The same questions get the same answers, whatever format the document comes in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader
from tests.ingest.readers.test_formats import FORMATS, PLAN
from tests.ingest.renderings import Parts, markdown

QUESTIONS = (
    ("建设智慧泵站由哪些部门负责？", ("市水务局", "市财政局", "市数据局")),
    ("2025年智能水表要达到多少？", ("15万",)),
    ("2026年漏损率的目标是多少？", ("9",)),
    ("内涝预警场景由谁建设？", ("市住建局",)),
    ("泵站智能调度的应用领域和建设期限是什么？", ("2024-2025年",)),
    ("智慧水务行动计划的文号是什么？", ("云水发〔2024〕7号",)),
)


@contextmanager
def _reading(folder: Path, write: Callable[[Path, Parts], Path]) -> Iterator[Reader]:
    """A reader of the plan as `write` puts it into `folder`."""
    (folder / "corpus").mkdir(parents=True)
    write(folder / "corpus" / "计划", PLAN)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    report = ingest_corpus(settings)
    assert (report.failures, report.left_out) == ((), ())
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def _as_markdown(path: Path, parts: Parts) -> Path:
    path = path.with_suffix(".md")
    path.write_text(markdown(parts), encoding="utf-8")
    return path


def _told(reader: Reader) -> list[tuple[object, ...]]:
    answers = [reader.ask(question) for question, _ in QUESTIONS]
    return [(answer.status, answer.text, [(cited.quote, cited.section) for cited in answer.citations]) for answer in answers]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    with _reading(tmp_path_factory.mktemp("markdown"), _as_markdown) as reader:
        return _told(reader)


def test_the_plan_answers_every_question(expected: list[tuple[object, ...]]) -> None:
    for (question, said), (status, text, _) in zip(QUESTIONS, expected, strict=True):
        assert status == "answered", question
        assert [words for words in said if words not in str(text)] == [], question


@pytest.mark.parametrize("form", FORMATS)
def test_a_plan_answers_alike_in_every_format(tmp_path: Path, expected: list[tuple[object, ...]], form: str) -> None:
    with _reading(tmp_path, FORMATS[form]) as reader:
        assert _told(reader) == expected
