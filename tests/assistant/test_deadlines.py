"""The day on which a period ends is told where the question asks for a time and the document says from when it counts."""

from collections.abc import Iterator

import pytest

from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市潮汐能管理条例

（2024年9月26日岚江市第五届人民代表大会常务委员会第三次会议通过）

第一条 为了规范潮汐能开发，制定本条例。

第二条 本条例施行前已经建成的潮汐机组，应当自本条例施行之日起十八个月内接入监测平台。

第三条 运营单位应当自批准之日起三十日内公布潮汐机组巡检计划。

第四条 本条例自{day}起施行。
"""


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("deadlines"), 潮汐能=RULES.format(day="2024年8月31日")) as reader:
        yield reader


@pytest.mark.parametrize("question", ["已经建成的潮汐机组最晚什么时候接入监测平台？", "老的潮汐机组接入监测平台，期限到哪天？"])
def test_the_last_day_is_reckoned_from_the_day_of_taking_effect(tides: Reader, question: str) -> None:
    answer = tides.ask(question)
    assert "自2024年8月31日施行起算，十八个月的期限到2026年2月28日为止" in answer.text
    assert any("2024年8月31日" in citation.quote for citation in answer.citations)
    assert any(fact.get("kind") == "derived" for fact in answer.facts)


@pytest.mark.parametrize("question", ["已经建成的潮汐机组要接入什么平台？", "潮汐机组巡检计划最晚什么时候公布？"])
def test_no_day_is_told_where_no_time_is_asked_for_or_the_period_counts_from_something_else(tides: Reader, question: str) -> None:
    assert "起算" not in tides.ask(question).text
