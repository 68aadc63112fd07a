"""The name of a thing that a question describes is told from a sentence or heading that gives a thing of that sort a name in marks."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.called_things import compose_called_thing
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市智慧渔业实施方案（2025-2027年）

## 一、重点任务

### 1.开展“敲舱问船”行动

组织志愿者逐船走访出海渔民，2026年完成。

### 2.服务小微企业

支持小微渔业企业应用“轻快准”产品和方案，采集捕捞数据。推动大型渔业企业部署管理软件。

### 3.方便群众

上线“渔小宝”数字服务平台，渔民可在手机上预约泊位。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbour"), 方案=PLAN) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("给小微渔业企业用的那种轻巧的产品叫什么？", "“轻快准”产品"),
        ("渔民手机上预约泊位的平台叫啥来着？", "“渔小宝”数字服务平台"),
        ("志愿者走访出海渔民的行动叫什么名字？", "“敲舱问船”行动"),
    ],
)
def test_a_thing_of_the_sort_asked_for_is_told_by_its_name(harbour: Reader, question: str, name: str) -> None:
    draft = compose_called_thing(harbour.evidence(question))
    assert draft is not None
    assert name in draft.statements[0].text


@pytest.mark.parametrize("question", ["小微渔业企业的负责人叫什么？", "渔小宝平台叫什么？", "渔民怎么在手机上预约泊位？"])
def test_nothing_is_told_of_another_sort_of_a_name_that_is_given_or_where_no_name_is_asked(harbour: Reader, question: str) -> None:
    assert compose_called_thing(harbour.evidence(question)) is None
