"""The rules that keep the house in order: floors, adapters, city knowledge as data, nothing of one machine, a light default path."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from corpus.errors import ConfigurationError
from corpus.language.unit_names import parse_unit
from corpus.settings import CorpusSettings

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-ocr.lock")
WITH_OCR = {"cv2", "rapidocr"}
"""Modules of the extra ocr, which need not be installed."""
PACKAGES = ("assistant", "corpus", "eval", "ingest", "prompts")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|Users|work|mnt|opt)/[\w.-]|[A-Z]:\\\\?Users")
PACKAGE_HOST = re.compile(r"pypi\.org|pythonhosted|download\.pytorch|index-url|find-links", re.I)


def _contracts() -> dict[str, dict[str, list[str]]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["name"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def _tracked_texts() -> Iterator[tuple[str, str]]:
    """Path and text of every file that a clone holds, but for the city's documents, which are quoted as they are."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and not name.startswith("corpus/documents/"):
            try:
                yield name, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_a_contract_ignores_no_import_of_a_module_that_is_gone() -> None:
    modules = grimp.build_graph(*PACKAGES, cache_dir=None).modules
    ignored = {
        line.split(" -> ")[0].removesuffix(".**") for contract in _contracts().values() for line in contract.get("ignore_imports", [])
    }
    assert ignored <= modules


def test_no_tracked_text_names_a_path_of_one_machine_or_a_package_host() -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in _tracked_texts()
        if name != Path(__file__).relative_to(ROOT).as_posix()
        for pattern in (MACHINE_PATH, PACKAGE_HOST)
        for match in pattern.finditer(text)
    ]
    assert found == []


def test_the_lock_files_pin_every_package_to_one_version_that_any_machine_has() -> None:
    for name in LOCKS:
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            assert line == "--requirement requirements.lock" or re.fullmatch(r"[\w.-]+==[\w.]+(?:; [\w\s!=\"']+)?", line), line
    assert "torch==2.13.0" in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()


def test_every_declared_dependency_is_pinned_within_what_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = {
        match[1].lower().replace("_", "-"): match[2]
        for name in LOCKS
        for match in re.finditer(r"^([\w.-]+)==([\w.]+)", (ROOT / name).read_text(encoding="utf-8"), re.M)
    }
    for declared in (*project["dependencies"], *project["optional-dependencies"]["dev"], *project["optional-dependencies"]["ocr"]):
        name, version = re.split("==|~=", declared)
        given, pinned = ([int(part) for part in text.split(".") if part.isdigit()] for text in (version, pins[name]))
        assert pinned >= given, declared
        assert pinned[: len(given) - 1] == given[:-1], declared


def test_every_package_that_the_code_imports_is_declared() -> None:
    graph = grimp.build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split("==|~=", line)[0].lower() for line in project["dependencies"]}
    imported = {module for module in graph.modules if graph.is_module_squashed(module)} - set(sys.stdlib_module_names)
    distributions = packages_distributions()
    undeclared = {
        module for module in imported if not {name.lower().replace("_", "-") for name in distributions.get(module, [])} & declared
    }
    assert undeclared - WITH_OCR == {"starlette"}, "starlette alone comes with another package: it is the core of FastAPI"


def test_by_default_nothing_is_read_from_or_written_into_installed_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CORPUS_DIR", "DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    settings = CorpusSettings()
    assert settings.corpus_dir == ROOT / "corpus"
    assert settings.data_dir.resolve() == tmp_path / "data"
    for name in ("corpus_dir", "data_dir"):
        with pytest.raises(ConfigurationError, match=name.upper()):
            CorpusSettings(**{name: tmp_path / "lib" / "site-packages" / "corpus"})


def _names_of_the_first_corpus() -> set[str]:
    """Its units by every name they have, its districts, places, files, titles, programmes, numbers and signatories."""
    units = tomllib.loads((ROOT / "corpus" / "units.toml").read_text(encoding="utf-8"))["units"]
    names = {name for unit in units for name in (unit["name"], *unit.get("aliases", []))}
    regions = {(parsed.region, parsed.level) for parsed in map(parse_unit, names)}
    names |= {region + level for region, level in regions if len(region) > 1 and level in {"省", "市", "区", "县"}}
    for entry in tomllib.loads((ROOT / "corpus" / "manifest.toml").read_text(encoding="utf-8"))["documents"]:
        names |= {entry["file"], entry["region"], entry["region"][:-1]}
        for part in (entry, *entry.get("parts", [])):
            names |= {part[field] for field in ("heading", "title", "issuer", "document_number", "signatory") if field in part}
            names |= set(re.findall(r"“([^”]+)”", part.get("title", "")))
    return names


def test_the_names_of_the_first_corpus_are_of_every_kind() -> None:
    names = _names_of_the_first_corpus()
    assert len(names) > 250
    assert {path.name for path in (ROOT / "corpus" / "documents").iterdir()} >= {name for name in names if name.endswith(".md")} != set()
    assert all(any(name.endswith(ending) for name in names) for ending in ("市", "区", "局", "委", "号", "的通知", "的答复"))


def test_no_code_comment_or_page_names_a_unit_a_document_or_a_place_of_the_first_corpus() -> None:
    names = _names_of_the_first_corpus()
    kinds = {"*.py": PACKAGES, **dict.fromkeys(("*.toml", "*.js", "*.html", "*.md", "*.txt"), ("assistant", "prompts"))}
    lines = (
        (path, number, line)
        for kind, packages in kinds.items()
        for package in packages
        for path in sorted((ROOT / package).rglob(kind))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    )
    assert [f"{path.relative_to(ROOT)}:{number}: {name}" for path, number, line in lines for name in names if name in line] == []


INGEST = """
from pathlib import Path
from corpus.settings import CorpusSettings
from ingest.pipeline import ingest_corpus
ingest_corpus(CorpusSettings(corpus_dir=Path("city"), data_dir=Path("data")))
"""
ASK = """
from datetime import date
from pathlib import Path
from assistant.answering import answer_question
from corpus.knowledge.generations import Generations
with Generations(Path("data")) as generations, generations.lease() as knowledge:
    assert "财政局" in answer_question("修桥由谁负责？", knowledge, as_of=date(2026, 1, 1)).text
    knowledge.search_vectors("修桥")
"""


def _modules_loaded_by(program: str, folder: Path) -> set[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    program += "\nimport sys; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


def test_by_default_ingest_loads_no_deep_learning_library_and_answering_no_training_library_either(tmp_path: Path) -> None:
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "a.md").write_text(
        "# 江城市修桥行动计划（2024-2026年）\n\n一、主要任务\n\n（一）修桥。到2025年底，修桥3座。（责任单位：市财政局、市交通局）\n",
        encoding="utf-8",
    )
    deep = {"torch", "transformers", "sentence_transformers"}
    assert _modules_loaded_by(INGEST, tmp_path) & deep == set()
    assert _modules_loaded_by(ASK, tmp_path) & (deep | {"sklearn", "scipy", "onnxruntime", "fastapi", "langchain_core", "ingest"}) == set()
