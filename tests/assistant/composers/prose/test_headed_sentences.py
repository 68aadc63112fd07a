"""What falls under a heading is told with it; a sentence that has its subject, or does not stand right behind, is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 远帆市渔港总体规划（2025-2027年）

## 一、运营方式

### 1.渔会自营类项目

包括灯塔维护、潮位播报等领域。此类项目不收费，另有拖网修补等。

### 2.企业经营类项目

此类项目可以收费。包括渔家民宿、海钓等。

### 3.合作经营类项目

鱼市分拣包括整箱、散装两种。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("渔港")), 渔港=PLAN) as reader:
        yield reader


def test_class_is_named_by_its_heading(harbour: Reader) -> None:
    answer = harbour.ask("潮位播报属于哪类项目？")
    assert "渔会自营类项目：包括灯塔维护" in answer.text
    assert any("渔会自营类" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["海钓属于哪类项目？", "鱼市分拣分哪两种？"])
def test_heading_is_not_put_before_what_it_does_not_head(harbour: Reader, question: str) -> None:
    assert "类项目：" not in harbour.ask(question).text
