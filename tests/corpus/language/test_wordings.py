"""Ways of asking, put plainly, and what must be left as it is."""

import pytest

from corpus.language.wordings import plainly_asked


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("岚江港航清单的场景总数", "岚江港航清单的场景一共有几个？"),
        ("岚江市建成3座泵站，这个说法对吗？", "岚江市建成3座泵站，对吗？"),
        ("到2030年建成3座泵站，没记错吧", "到2030年建成3座泵站，对吗？"),
        ("智慧泵站的五个子系统，请把名称全部列出。", "智慧泵站的五个子系统，有哪些？"),
        ("智慧泵站平台的上线年份", "智慧泵站平台是哪年上线？"),
        ("何谓“一江通”？", "什么是“一江通”？"),
        ("泵站数据平台的建设方是谁", "泵站数据平台的建设单位是谁"),
        ("泵站数据平台有什么功能？", "泵站数据平台有什么用？"),
        ("泵站哪年建成？我想确认下年份。", "泵站哪年建成？"),
    ],
)
def test_one_way_of_asking_is_put_plainly(asked: str, said: str) -> None:
    assert plainly_asked(asked) == said


@pytest.mark.parametrize(
    "asked",
    [
        "平台应当具备哪些功能？",
        "“泵站总数”是什么意思？",
        "泵站总数要达到多少？",
        "《岚江市何谓办法》的文号",
        "泵站的建设方案哪年印发？",
        "我想确认泵站哪年建成",
    ],
)
def test_what_asks_otherwise_or_is_a_name_stays(asked: str) -> None:
    assert plainly_asked(asked) == asked
