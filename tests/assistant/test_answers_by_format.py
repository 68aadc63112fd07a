"""The same questions get the same answers, whatever format the document comes in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader
from tests.ingest.format_documents import DOCUMENTS, QUESTIONS, Questions
from tests.ingest.readers.test_formats import FORMATS, PLAN
from tests.ingest.renderings import Parts, markdown

PLAN_QUESTIONS: Questions = (
    ("建设智慧泵站由哪些部门负责？", ("市水务局", "市财政局", "市数据局")),
    ("2025年智能水表要达到多少？", ("15万",)),
    ("2026年漏损率的目标是多少？", ("9",)),
    ("内涝预警场景由谁建设？", ("市住建局",)),
    ("泵站智能调度的应用领域和建设期限是什么？", ("2024-2025年",)),
    ("智慧水务行动计划的文号是什么？", ("云水发〔2024〕7号",)),
    ("2024年智能水表的目标是多少？", ("10万",)),
    ("2026年累计投资多少？", ("1.2亿",)),
    ("氨氮浓度要小于多少？", ("0.5",)),
    ("更换智能水表由哪些部门负责？", ("市水务局", "市住建局")),
    ("企业用户水表2026年要更换多少只？", ("1.5万",)),
    ("管网漏损监测的建设单位是谁？", ("市水务局",)),
)
ALL: dict[str, tuple[Parts, Questions]] = {
    "plan": (PLAN, PLAN_QUESTIONS),
    **{name: (parts, QUESTIONS[name]) for name, parts in DOCUMENTS.items()},
}
FORMS = ("gb18030", "word", "page", "pdf")
"""Those that differ in more than the encoding of the same text."""


@contextmanager
def _reading(folder: Path, write: Callable[[Path, Parts], Path], parts: Parts) -> Iterator[Reader]:
    """A reader of `parts` as `write` puts them into `folder`."""
    (folder / "corpus").mkdir(parents=True)
    write(folder / "corpus" / "文件", parts)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    report = ingest_corpus(settings)
    assert (report.failures, report.left_out) == ((), ())
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def _as_markdown(path: Path, parts: Parts) -> Path:
    path = path.with_suffix(".md")
    path.write_text(markdown(parts), encoding="utf-8")
    return path


def _told(reader: Reader, questions: Questions) -> list[tuple[object, ...]]:
    answers = [reader.ask(question) for question, _ in questions]
    return [(answer.status, answer.text, [(cited.quote, cited.section) for cited in answer.citations]) for answer in answers]


@pytest.fixture(scope="module", params=ALL)
def expected(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[tuple[object, ...]]]:
    parts, questions = ALL[request.param]
    with _reading(tmp_path_factory.mktemp("markdown"), _as_markdown, parts) as reader:
        return request.param, _told(reader, questions)


def test_every_question_is_answered(expected: tuple[str, list[tuple[object, ...]]]) -> None:
    name, told = expected
    for (question, said), (status, text, _) in zip(ALL[name][1], told, strict=True):
        assert status == "answered", question
        assert [words for words in said if words not in str(text)] == [], question


@pytest.mark.parametrize("form", FORMS)
def test_a_document_answers_alike_in_every_format(tmp_path: Path, expected: tuple[str, list[tuple[object, ...]]], form: str) -> None:
    name, told = expected
    parts, questions = ALL[name]
    with _reading(tmp_path, FORMATS[form], parts) as reader:
        assert _told(reader, questions) == told
