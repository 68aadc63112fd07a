"""A number in the name of a thing tells it from its neighbour."""

import pytest

from assistant.composers.targets.numbers_in_names import NAMED_BY_NUMBER, named_by_number
from corpus.model.facts import Target
from corpus.model.span import Span


def target(statement: str, value: str | None) -> Target:
    return Target("d", Span(0, len(statement)), None, (), statement, statement, value, 1.0)


@pytest.mark.parametrize(
    ("question", "statement", "value", "change"),
    [
        ("距岸30至50公里的海域信号覆盖百分之几？", "距岸30—50公里海域达到60%", "60", NAMED_BY_NUMBER),
        ("距岸30至50公里的海域信号覆盖百分之几？", "距岸30公里以内海域覆盖率达到92%", "92", 0.0),
        ("距岸30至50公里的海域信号覆盖百分之几？", "海域覆盖率达到92%", "92", 0.0),
        ("年交易额过10亿元的企业有几家？", "超十亿元企业10个", "10", NAMED_BY_NUMBER),
        ("年交易额过10亿元的企业有几家？", "超百亿元企业1个", "1", 0.0),
        ("65岁以上老人体检率是多少？", "65岁以上老年人体检率达到70%", "70", NAMED_BY_NUMBER),
        ("建成20个泊位了吗？", "建成泊位20个", "20", 0.0),
        ("2026年5G基站有多少个？", "2026年建成5G基站800个", "800", 0.0),
        ("3月31日前建成几个？", "6月30日前建成泊位20个", "20", 0.0),
    ],
)
def test_the_number_of_a_name_speaks_for_the_thing_that_has_it(question: str, statement: str, value: str, change: float) -> None:
    assert named_by_number(question, target(statement, value)) == change
