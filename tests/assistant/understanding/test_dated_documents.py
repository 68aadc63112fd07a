"""Years that call a document, and years that are asked for."""

from datetime import date

import pytest

from assistant.understanding.dated_documents import without_dated_names
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.document import Metadata

PLAN = Metadata("岚江市智慧水利总体规划（2018-2022年）", "master_plan", period=(2018, 2022), signed_on=date(2017, 11, 3))
REPLY = Metadata("关于加强河道治理建议的答复", "reply", document_number="岚水复〔2023〕7号")
ACTIONS = Metadata("岚江市泵站提升行动计划（2024-2026年）", "action_plan", period=(2024, 2026))
DOCUMENTS = [DocumentSummary(str(place), "1", "a.md", one, {}) for place, one in enumerate((PLAN, REPLY, ACTIONS))]


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("2018年那版智慧水利规划要建几座水库？", "那版智慧水利规划要建几座水库？"),
        ("2018-2022年总体规划的目标", "总体规划的目标"),
        ("2017年印发的智慧水利规划怎么说", "印发的智慧水利规划怎么说"),
        ("2023年的答复里，2022年修了几条渠？", "的答复里，2022年修了几条渠？"),
        ("2024年那份行动计划里，2025年改造几座泵站", "那份行动计划里，2025年改造几座泵站"),
    ],
)
def test_a_year_that_calls_a_document_is_not_asked_for(question: str, left: str) -> None:
    assert without_dated_names(question, DOCUMENTS) == left


@pytest.mark.parametrize(
    "question",
    [
        "2018年规划建设几座水库？",
        "2020年规划里要建几座水库",
        "2018年交通规划说了什么",
        "2024年行动计划改造几座泵站",
        "2026年那份行动计划",
        "2021年的答复",
    ],
)
def test_a_year_of_no_document_or_of_a_deed_stays(question: str) -> None:
    assert without_dated_names(question, DOCUMENTS) == question
