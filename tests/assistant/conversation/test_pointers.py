"""Words that only point are replaced by what the conversation spoke of; what counts in a table counts on in it."""

import pytest

from assistant.answer import Answer, Citation, Turn
from assistant.conversation.pointers import pointed_to, with_document_spoken_of


def told(text: str, *before: str, answer: str = "") -> str | None:
    """What `text` points to after a conversation of questions that stand alone."""
    return pointed_to(text, before[-1], [Turn(asked, Answer("answered", answer, resolved_question=asked)) for asked in before])


TWO = ("冷链货物追溯由谁建设？", "跌倒预警守护目前进展如何？")


@pytest.mark.parametrize("words", ["前者", "前一个", "那前面那个", "第一个", "回到第一个，", "最开始问的那个", "上一个"])
def test_former_of_two_is_the_one_named_first(words: str) -> None:
    said = told(f"{words}用了什么数据？", *TWO)
    assert said is not None
    assert said.startswith("冷链货物追溯")
    assert said.endswith("用了什么数据？")


@pytest.mark.parametrize("words", ["后者", "后一个", "这后一个", "那后面这个", "第二个"])
def test_latter_of_two_is_the_one_named_last(words: str) -> None:
    said = told(f"{words}用了什么数据？", *TWO)
    assert said is not None
    assert said.startswith("跌倒预警守护")


def test_one_question_may_name_both() -> None:
    before = "冷链货物追溯和跌倒预警守护是不是都在清单里？"
    assert told("后者由谁建？", before) == "跌倒预警守护 由谁建？"
    assert told("前一个由谁建？", before) == "冷链货物追溯 由谁建？"


def test_place_alone_is_asked_what_was_asked_before() -> None:
    said = told("前者呢？", *TWO)
    assert said is not None
    assert said.startswith("冷链货物追溯")
    assert "进展" in said


def test_there_is_no_former_of_one() -> None:
    assert told("前者用了什么数据？", TWO[0]) is None
    assert told("前者用了什么数据？", TWO[0], "冷链货物追溯的建设期限是什么？") is None


def test_what_is_said_of_the_latter_too_is_no_part_of_its_name() -> None:
    said = told("这后一个由谁建设？", TWO[0], "跌倒预警守护是不是也在2025年？")
    assert said == "跌倒预警守护 由谁建设？"


TABLE = "港口重点项目表里第21个项目叫什么？"


def test_another_number_is_counted_in_the_same_table() -> None:
    assert told("第27个呢？", TABLE) == TABLE.replace("21", "27")
    assert told("第27个项目呢，谁牵头？", TABLE) == "港口重点项目表里第27个项目 谁牵头？"
    assert told("第27个呢？", TABLE, "港口重点项目表里第21个项目 谁牵头？") == "港口重点项目表里第27个项目 谁牵头？"
    assert told("第27个呢？", TABLE, "冷链货物追溯由谁牵头？") == "港口重点项目表里第27个项目 由谁牵头"


def test_next_and_last_are_counted_from_the_number() -> None:
    assert told("下一个呢？", TABLE) == TABLE.replace("21", "22")
    assert told("上一个呢？", TABLE) == TABLE.replace("21", "20")
    assert told("下一件呢？", "民生实事第十二件是什么？") == "民生实事第13件是什么？"
    assert told("下一个呢？", TWO[0]) is None


def test_number_of_a_document_counts_nothing() -> None:
    said = told("第0344号的呢？", "第0558号建议答复的签发人是谁？")
    assert said is None or "0344" in said


def test_list_that_was_answered_is_counted_before_what_was_asked() -> None:
    said = told("第二个由谁建？", *TWO, answer="2个：甲港场景、乙港场景[1]。")
    assert said is not None
    assert "乙港场景" in said


def test_thing_that_is_described_is_no_pronoun() -> None:
    assert told("养鱼的那个场景呢", TWO[0]) is None
    assert told("这个场景的建设期限呢", TWO[0]) == "冷链货物追溯的建设期限呢"


@pytest.mark.parametrize("words", ["他们", "这些人"])
def test_people_are_those_last_spoken_of(words: str) -> None:
    asked = ("岸线护渔员有多少名？", "每月补贴多少？")
    assert told(f"{words}平均年龄多大？", *asked) == "岸线护渔员 平均年龄多大？"


def test_body_that_was_asked_for_is_meant_before_people() -> None:
    said = told("他们还负责什么？", "岸线护渔员由哪个部门管？", answer="岸线护渔：由市海洋渔业局负责。")
    assert said == "市海洋渔业局还负责什么？"


def quoting(*titles: str) -> list[Turn]:
    """A conversation that quoted documents of these titles."""
    cited = (Citation(1, "d", "v", title, (), None, 0, 2, "渔港") for title in titles)
    return [Turn("渔港有几座？", Answer("answered", "", citations=(one,))) for one in cited]


def test_document_spoken_of_is_said_by_its_title() -> None:
    history = quoting("关于渔港建设的答复", "远帆市渔业行动计划")
    assert with_document_spoken_of("那份答复里灯塔修了几座？", history) == "《关于渔港建设的答复》里灯塔修了几座？"


@pytest.mark.parametrize("text", ["那份条例里罚多少？", "代表建议的答复里怎么说？"])
def test_document_not_quoted_or_not_pointed_at_stays_as_it_is(text: str) -> None:
    assert with_document_spoken_of(text, quoting("关于渔港建设的答复")) == text


def row(name: str, text: str = "", *more: str) -> Answer:
    """An answer that tells of the rows named."""
    return Answer("answered", text, facts=tuple({"kind": "scenario", "name": one} for one in (name, *more)))


def test_row_that_was_answered_is_meant_and_not_the_words_it_was_asked_with() -> None:
    before = "提升泵站安全水平的那个项目，又是谁？"
    assert pointed_to("这个项目从哪年到哪年？", before, [Turn(before, row("泵站安全提升项目"))]) == "“泵站安全提升项目” 从哪年到哪年？"
    assert pointed_to("它从哪年到哪年？", before, [Turn(before, row("泵站安全提升项目"))]) == "“泵站安全提升项目” 从哪年到哪年？"


def test_neither_one_of_several_rows_nor_another_thing_named_in_marks_is_meant() -> None:
    before = "管泵站安全的是谁？"
    assert "提升项目" not in str(pointed_to("它从哪年到哪年？", before, [Turn(before, row("泵站安全提升项目", "", "泵站巡检"))]))
    named = "“潮汐卡”出自哪里？"
    assert str(pointed_to("它哪年上线？", named, [Turn(named, row("渔港通行"))])).startswith("“潮汐卡”")


@pytest.mark.parametrize("words", ["它家", "他家", "他们家"])
def test_body_is_meant_by_its_house(words: str) -> None:
    said = told(f"{words}管贷后的产品叫什么？", "渔港征信由谁建设？", answer="“渔港征信”的建设单位：海川征信[1]。")
    assert said == "海川征信管贷后的产品叫什么？"


def test_another_conduct_of_the_same_one_is_a_matter_of_its_own() -> None:
    before = "渔港不接入平台，逾期不改怎么罚？"
    assert told("它把渔船数据卖给别人会怎么罚？", before) == "把渔船数据卖给别人会怎么罚？"
    assert str(told("它会被怎么罚？", before)).startswith("渔港不接入平台")


def test_what_was_measured_of_a_thing_is_no_part_of_its_name() -> None:
    assert told("它要装几套路侧单元？", "远帆高速全长是多少公里？") == "远帆高速 要装几套路侧单元？"
