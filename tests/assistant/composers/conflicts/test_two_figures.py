"""Two places that give one thing other figures are both given; other years, phases and things, and one figure said twice, are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.conflicts.contradictions import compose_conflict
from assistant.composers.conflicts.two_figures import compose_two_figures
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市潮汐能行动计划（2024-2027年）

## 一、总体目标

到2025年底，全市潮汐储能规模达到600兆瓦；到2026年底，全市潮汐储能规模达到900兆瓦。累计培训值守人员300人。

## 二、重点任务

### （一）建设潮汐能试验中心

建设岚江潮汐能试验中心，一期接入浮标40个，二期接入浮标90个。海域单次授权使用期限不超过5年。

### （二）开展巡检

潮汐机组每次巡检不少于3天。

### （三）建设岸基站

启动建设岸基站，全市潮汐储能规模年内达到800兆瓦。
"""

RULES = """# 岚江市潮汐能管理条例

第一条 为了规范潮汐能开发，制定本条例。

第二条 海域使用应当签订协议，单次授权使用期限最长不超过三年。

第三条 潮汐机组每次巡检不少于三天。

第四条 本条例自2025年1月1日起施行。
"""

REPORT = """# 2025年岚江市政府工作报告

——2025年1月8日在岚江市第九届人民代表大会第三次会议上

## 一、2024年工作回顾

岚江潮汐能试验中心一期建成投用，接入浮标52个。全市潮汐储能规模达到450兆瓦。

## 二、2025年重点工作

全市潮汐储能规模达到700兆瓦。新增培训值守人员120人。
"""


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("two_figures")
    write_documents(folder / "corpus", {"计划.md": PLAN, "条例.md": RULES, "报告.md": REPORT})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("岚江海域单次授权使用期限，条例和行动计划规定的一样吗？", ("三年", "5年")),
        ("岚江潮汐能试验中心一期接入浮标数，计划写的和报告写的一样吗？", ("40个", "52个")),
    ],
)
def test_both_places_are_given_with_a_notice(tides: Reader, question: str, sides: tuple[str, ...]) -> None:
    draft = compose_conflict(tides.evidence(question))
    assert draft is not None
    assert all(side in " ".join(statement.text for statement in draft.statements) for side in sides)
    assert [notice.kind for notice in draft.notices] == ["conflict"]
    assert len({statement.sources for statement in draft.statements}) == 2


@pytest.mark.parametrize(
    "question",
    [
        "岚江潮汐机组每次巡检多少天，条例和计划写的一样吗？",
        "岚江潮汐能试验中心二期接入浮标数，各处写的一样吗？",
        "岚江培训值守人员的人数，计划和报告写的一样吗？",
        "岚江2023年全市潮汐储能规模两处写的一样吗？",
        "岚江古树名木数量两处写的一样吗？",
    ],
)
def test_one_figure_in_two_scripts_other_phases_other_years_and_what_is_added_are_no_two_figures(tides: Reader, question: str) -> None:
    assert compose_two_figures(tides.evidence(question)) is None


def test_a_question_that_does_not_ask_whether_places_agree_gets_no_second_figure(tides: Reader) -> None:
    assert compose_conflict(tides.evidence("岚江海域单次授权使用期限是多久？")) is None


def _two_documents(month: str, other: str) -> dict[str, str]:
    report = f"# 岚江市政府工作报告（2026年）\n\n## 一、重点工作\n\n推动“渔港通”平台{month}上线试运行，新增泊位22个。\n\n“鱼市通”平台12月上线试运行。\n"
    plan = f"# 岚江市渔港服务方案（2026-2028年）\n\n## 一、任务\n\n### （一）建强“渔港通”平台\n\n平台由市港航局主管，{other}上线试运行，2027年6月通过终验。\n"
    return {"渔港报告": report, "渔港方案": plan}


def test_two_months_for_one_deed_are_both_given(tmp_path: Path) -> None:
    with reading(tmp_path, **_two_documents("9月", "2026年10月")) as reader:
        draft = compose_conflict(reader.evidence("“渔港通”平台到底几月份上线试运行？工作报告和服务方案说得好像不一样。"))
        assert draft is not None
        said = "".join(statement.text for statement in draft.statements)
        assert "9月上线" in said
        assert "2026年10月上线" in said
        assert "12月" not in said
        assert [notice.kind for notice in draft.notices] == ["conflict"]


def test_the_month_of_a_phase_is_set_against_that_of_the_same_phase(tmp_path: Path) -> None:
    report = "# 岚江市政府工作报告（2026年）\n\n## 一、重点工作\n\n推进“渔港通”建设，一期6月底上线，新增泊位22个。\n"
    plan = (
        "# 岚江市渔港服务方案（2026-2028年）\n\n## 一、任务\n\n### （一）建强“渔港通”平台\n\n"
        "平台一期（泊位模块）2026年8月上线，二期（鱼市模块）2027年5月上线。\n"
    )
    with reading(tmp_path, 渔港报告=report, 渔港方案=plan) as reader:
        draft = compose_conflict(reader.evidence("“渔港通”一期到底几月上线？方案和政府报告说的不是一个月份。"))
        assert draft is not None
        said = "".join(statement.text for statement in draft.statements)
        assert "6月底上线" in said
        assert "2026年8月上线" in said
        assert "2027年5月" not in said


def test_one_month_for_it_and_another_for_something_else_are_no_conflict(tmp_path: Path) -> None:
    with reading(tmp_path, **_two_documents("10月", "2026年10月")) as reader:
        assert compose_conflict(reader.evidence("“渔港通”平台到底几月份上线试运行？工作报告和服务方案说得好像不一样。")) is None
