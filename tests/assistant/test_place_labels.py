"""What is asked of two places is told with the name of each; a name the words say already, or that stands nowhere before them, is not added."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistant.corpus_fixture import PORT, Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市潮汐能行动计划（2026-2028年）

## 一、推动县域发展

蓝礁县依托牡蛎基地建设产地仓14座，2028年县内开通短驳航线16条，损耗率降至4%以下。

青屿县建设高山茶专线，2028年县内开通短驳航线24条，推广夜间作业。
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("县域")), 潮汐=PLAN, 港口=PORT) as reader:
        yield reader


@pytest.mark.parametrize(
    "question",
    [
        "青屿县和蓝礁县2028年县内短驳航线各是多少条？",
        "蓝礁县跟青屿县2028年县内短驳航线分别要开多少条？",
    ],
)
def test_each_place_is_told_with_its_figure(counties: Reader, question: str) -> None:
    answer = counties.ask(question)
    for place, figure in (("青屿县", "24条"), ("蓝礁县", "16条")):
        statement = next(one for one in answer.text.split("。") if figure in one)
        assert place in statement, answer.text
    for citation in answer.citations:
        assert counties.knowledge.document(citation.document_id).text[citation.start : citation.end] == citation.quote


def test_one_place_alone_is_not_set_before_its_figure(counties: Reader) -> None:
    assert "青屿县：" not in counties.ask("青屿县2028年县内短驳航线要开多少条？").text
