from pathlib import Path

import pytest

from tests.corpus.knowledge.samples import build_generation


@pytest.fixture
def generation(tmp_path: Path) -> Path:
    """The folder of a freshly built generation."""
    folder = tmp_path / "000001-x"
    build_generation(folder)
    return folder
