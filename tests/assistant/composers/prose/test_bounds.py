"""What counts as something is told from the place that says what it is, and from nowhere else."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.bounds import counted_as, find_bounds
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市渔港管理条例

第一条 本条例所称渔港，是指供渔船停泊、避风的港口。

第二条 渔船使用单位是指具有渔船管理权利的单位或者个人。

第三条 渔业数据，是指渔船作业产生的数据；渔业平台，是指汇聚渔业数据的平台。

第四条 船龄在三十年以上的老船：由渔港管理机构登记。有下列情形之一的，渔船使用单位应当报告：

（一）渔船受损的；

（二）渔船失联的。
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("bounds"), 条例=RULES) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渔港管理条例里，什么样的港口算渔港？", "本条例所称渔港，是指"),
        ("满足什么条件的才能称为渔港", "本条例所称渔港，是指"),
        ("渔港管理条例是怎么界定渔港的？", "本条例所称渔港，是指"),
        ("渔港管理条例中渔港的界定标准是什么？", "本条例所称渔港，是指"),
        ("渔港管理条例里渔港涵盖哪些？", "本条例所称渔港，是指"),
        ("哪些单位属于渔船使用单位？", "渔船使用单位是指"),
        ("渔业数据是什么？条例里有吗", "渔业数据，是指渔船作业产生的数据"),
        ("渔船条例里什么样的主体算“使用单位”？", "渔船使用单位是指"),
    ],
)
def test_what_counts_as_something_is_what_it_is_said_to_be(reader: Reader, question: str, said: str) -> None:
    found = find_bounds(reader.evidence(question))
    assert found is not None
    assert said in found.span.of(found.document.text)


@pytest.mark.parametrize(
    "question",
    [
        "什么样的船算老船？",
        "港口条例里什么样的主体算“使用单位”？",
        "渔港归谁管？",
        "渔港建设需要多少算力？",
        "渔船使用单位在什么情况下应当报告？",
    ],
)
def test_what_is_nowhere_bounded_or_not_asked_for_is_not_told(reader: Reader, question: str) -> None:
    assert find_bounds(reader.evidence(question)) is None


def test_of_several_that_a_sentence_bounds_only_the_one_asked_for_is_told(reader: Reader) -> None:
    found = find_bounds(reader.evidence("什么样的平台算渔业平台？"))
    assert found is not None
    assert found.span.of(found.document.text).rstrip("。") == "渔业平台，是指汇聚渔业数据的平台"


def test_the_name_is_what_stands_behind_the_word_for_counting() -> None:
    assert counted_as("在岚江，什么样的树算古树") == ("古树",)
    assert counted_as("岚江条例是怎么界定渔港的？") == ("渔港",)
    assert counted_as("渔港在哪里？") == ()
