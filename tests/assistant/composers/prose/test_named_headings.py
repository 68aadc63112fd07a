"""What stands under a heading that the question names is listed, and only where it asks for nothing else."""

from pathlib import Path

import pytest

from assistant.composers.prose.items import compose_items
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市数字经济发展规划（2025-2030年）

## 一、总体要求

### （一）发展定位

全国船舶数字化制造基地。以数字技术赋能造船。

流域数据流通枢纽。建设数据交易中心。

## 二、保障机制

### （一）完善体制机制

### （二）完善政策法规

### （三）重视人才建设

#### 1.引进人才

#### 2.培训渔民网格员

## 三、主要短板

### （一）基础设施有待加强

### （二）数据价值尚未释放

## 四、做好组织落实

### （一）压实责任

### （二）加大宣传
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("数字经济发展规划的保障机制有哪些？", ["完善体制机制", "完善政策法规", "重视人才建设"]),
        ("数字经济发展规划提出了哪三项保障机制？", ["完善体制机制", "完善政策法规", "重视人才建设"]),
        ("数字经济发展规划指出的主要短板有哪些？", ["基础设施有待加强", "数据价值尚未释放"]),
        ("数字经济发展规划的组织落实有哪两条？", ["压实责任", "加大宣传"]),
        ("数字经济发展规划的两个发展定位是哪些？", ["全国船舶数字化制造基地", "流域数据流通枢纽"]),
    ],
)
def test_all_that_stands_under_the_named_heading_is_given(tmp_path: Path, question: str, said: list[str]) -> None:
    with reading(tmp_path, 规划=PLAN) as reader:
        draft = compose_items(reader.evidence(question))
        assert draft is not None
        assert all(name in draft.statements[0].text for name in said)
        assert len(draft.statements[0].sources) == len(said)


@pytest.mark.parametrize("question", ["数字经济发展规划的保障机制里渔民网格员的培训有哪些要求？", "数字经济发展规划有哪五项保障机制？"])
def test_a_question_for_something_else_or_for_more_is_not_answered_with_them(tmp_path: Path, question: str) -> None:
    with reading(tmp_path, 规划=PLAN) as reader:
        draft = compose_items(reader.evidence(question))
        assert draft is None or "完善体制机制" not in draft.statements[0].text


def test_marks_inside_a_title_part_no_words_of_it(tmp_path: Path) -> None:
    title = "岚江市“数据要素×船舶制造”行动计划（2025-2027年）"
    plan = f"# {title}\n\n## 一、强化支撑保障\n\n### （一）提升供给水平\n\n### （二）优化流通环境\n\n### （三）强化数据安全\n"
    with reading(tmp_path, 计划=plan, 规划=PLAN) as reader:
        draft = compose_items(reader.evidence("船舶制造行动计划的支撑保障有哪些？"))
        assert draft is not None
        assert "优化流通环境" in draft.statements[0].text
