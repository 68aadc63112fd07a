"""A clause that goes on from another tells a figure of what that was about, unless the question names whose it is."""

from pathlib import Path

import pytest

from assistant.composers.targets.clauses_before import goes_on_from_another
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市征信行动计划（2024-2026年）

一、目标

到2025年底，岚江企业征信平台采集信息总量超19.5亿条，合作金融机构数量突破27家，征信报告查询量突破33000次。
"""
STATIONS = """# 岚江市轨道计划（2024-2026年）

一、目标

2025年，城际铁路新建车站12座，平均站间距6.1km。
"""


@pytest.mark.parametrize(
    ("plan", "question", "value", "of_another"),
    [
        (PLAN, "2025年底，与岚江企业征信平台开展合作的银行等金融机构，数量要突破多少？", "27", False),
        (PLAN, "2025年底，合作的金融机构数量要突破多少？", "27", True),
        (STATIONS, "2025年公交的平均站间距是多少？", "6.1", True),
        (STATIONS, "2025年城际铁路的平均站间距是多少？", "6.1", False),
    ],
)
def test_a_clause_is_of_another_unless_the_question_names_whose_figure_it_is(
    tmp_path: Path, plan: str, question: str, value: str, *, of_another: bool
) -> None:
    with reading(tmp_path, 计划=plan) as reader:
        evidence = reader.evidence(question)
        told = next(target for target in evidence.targets if target.item.value == value)
        assert goes_on_from_another(evidence, told) is of_another
