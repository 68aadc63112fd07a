"""Two things are told apart by what the document says each of them is; where it does not say so of both, others answer."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.two_definitions import compose_two_definitions
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市渔港管理条例

## 第一章 总则

第一条 本条例所称中心渔港，是指可停泊渔船八百艘以上的渔港。

第二条 专用渔港，是指只为本单位渔船服务的渔港。

第三条 临时渔港应当设置标志，与专用渔港的距离不少于三公里。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbour"), 条例=RULES) as reader:
        yield reader


@pytest.mark.parametrize(
    "question", ["中心渔港和专用渔港有什么区别？", "条例里的中心渔港跟专用渔港是一回事吗？", "中心渔港与专用渔港的不同在哪，各自怎么定义？"]
)
def test_both_definitions_are_told(harbour: Reader, question: str) -> None:
    draft = compose_two_definitions(harbour.evidence(question))
    assert draft is not None
    assert [("八百艘" in one.text, "本单位" in one.text) for one in draft.statements] == [(True, False), (False, True)]


@pytest.mark.parametrize("question", ["临时渔港和专用渔港有什么区别？", "中心渔港和专用渔港各有几个？", "中心渔港是什么？"])
def test_where_one_is_not_defined_or_no_difference_is_asked_others_answer(harbour: Reader, question: str) -> None:
    assert compose_two_definitions(harbour.evidence(question)) is None
