"""What a name stands for is told from the place that says so, in whatever form documents say it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.prose.definitions import asked_names, asks_for_items, find_definition, items_asked_for
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市渔港管理条例

## 第一章 总则

第一条 本条例所称渔港，是指供渔船停泊、避风的港口，包括中心渔港、专用渔港。

第二条 本条例中下列用语的含义：

（一）中心渔港，是指可停泊渔船八百艘以上的渔港。

（二）专用渔港，是指只为本单位渔船服务的渔港。

第三条 渔获数据按照开放程度分类。涉及商业秘密的，列入不予开放类；时效性较强的渔获数据，纳入有条件开放类。

第四条 渔港管理机构应当统一指挥进出港船舶。

第五条 重点锚地为内港水域。一般锚地为重点锚地以外的区域。限制锚泊的渔船包括：木船、筏子。港口垃圾以废油、废网、其他垃圾为基本分类标准。
"""
PLAN = """# 岚江市智慧渔业总体规划（2025-2030年）

## 一、总体框架

构建“渔基、渔心”的“两渔”模型，实施“三结合五提升”项目。

“渔心”。

建立市级渔业数据中心，作为渔船、渔港数据交换的枢纽。配备值守人员。另设备份机房。

## 二、运营模式

模式分为自营类、合营类。

### 1.自营类项目的运营。

包括航标、灯塔。此类项目完全是公共服务，不应有获利空间。

## 三、防汛

发挥“两台、八站”效能（两台：指挥台、共享台；八站：水位站等）。加强网格服务、渔民夜校、党群中心“三位一体”建设。

## 四、展会

统筹“渔船、渔具、渔获”三方面数据。创新“2+N”办会方式。优化“2＋N”的办会模式（渔具展览、渔业论坛＋N场推介会）。整治“三无一乱”船舶停放行为（夜航、超载、抢滩等），推广“1+X”服务（见附件一、附件二）。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbour"), 条例=RULES, 规划=PLAN) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渔港管理条例中的专用渔港是指什么样的渔港？", "专用渔港，是指只为本单位渔船服务的渔港"),
        ("什么是中心渔港？", "中心渔港，是指可停泊渔船八百艘以上的渔港"),
        ("渔港的定义是什么？", "本条例所称渔港，是指供渔船停泊"),
        ("哪种渔获数据会归到“有条件开放”？", "时效性较强的渔获数据，纳入有条件开放类"),
        ("一般锚地指哪里？", "一般锚地为重点锚地以外的区域"),
        ("限制锚泊的渔船包括哪些？", "限制锚泊的渔船包括：木船、筏子"),
        ("港口垃圾分成哪几类？", "港口垃圾以废油、废网"),
        ("“自营类”项目是指什么性质的项目？", "此类项目完全是公共服务"),
        ("“两台、八站”里的“两台”指哪两个台？", "两台：指挥台、共享台"),
        ("“三位一体”建设是哪三样？", "网格服务、渔民夜校、党群中心"),
        ("“两台、八站”效能，两台是哪两台？", "两台：指挥台、共享台"),
        ("“三渔”数据说的是哪三方面？", "渔船、渔具、渔获"),
        ("渔获的“有条件开放”类适用于什么样的数据？", "时效性较强的渔获数据，纳入有条件开放类"),
        ("“2＋N”办会模式是哪几样？", "渔具展览、渔业论坛＋N场推介会"),
    ],
)
def test_place_that_says_what_the_name_stands_for_is_found(harbour: Reader, question: str, said: str) -> None:
    definition = find_definition(harbour.evidence(question))
    assert definition is not None
    assert said in definition.span.of(definition.document.text)


@pytest.mark.parametrize(
    "question",
    ["“统一”是指什么？", "“渔获”是什么？", "渔港在哪里？", "“三结合五提升”指哪三个结合？", "“三无一乱”指哪些船？", "“1+X”是什么？"],
)
def test_a_name_that_is_only_used_is_not_defined(harbour: Reader, question: str) -> None:
    assert find_definition(harbour.evidence(question)) is None


def test_things_that_a_name_counts_are_not_answered_by_a_sentence_that_only_holds_the_name(harbour: Reader) -> None:
    assert harbour.ask("“三结合五提升”具体指哪三个结合？").status == "not_found"
    assert "指挥台" in harbour.ask("“两台、八站”里的“两台”指哪两个台？").text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“七智”里的“智心”说的是什么？", ["智心"]),
        ("什么是中心渔港？", ["中心渔港"]),
        ("渔港在条例里是指什么？", ["渔港"]),
        ("“一中心、两基地”里的一中心是哪？", ["一中心", "一中心、两基地"]),
        ("“一云两区”里两区是哪两区？", ["一云两区", "两区"]),
        ("“智业”是“七智”之一，是什么意思？", ["智业"]),
        ("“智业”（属于“七智”）指什么？", ["智业"]),
        ("“七智”是什么意思？", ["七智"]),
        ("渔港有几个？", []),
    ],
)
def test_names_whose_meaning_is_asked(text: str, names: list[str]) -> None:
    assert list(asked_names(text)) == names


def test_endings_of_unmarked_words_are_tried_the_longest_first() -> None:
    assert asked_names("条例中的渔港是指什么？")[:2] == ("条例中的渔港", "例中的渔港")


@pytest.mark.parametrize(
    ("text", "count"), [("“两台”指哪两个台？", 2), ("“六位一体”是哪六个方面？", 6), ("“智心”指哪两个？", None), ("“两客”指哪些车？", None)]
)
def test_number_of_things_asked_for(text: str, count: int | None) -> None:
    assert items_asked_for(text) == count


@pytest.mark.parametrize("question", ["智慧渔业要做到的“三化”具体指什么？", "智慧渔业的“三化”是哪三化？"])
def test_a_name_that_counts_ends_is_spelt_out_by_as_many_words_with_that_end(tmp_path: Path, question: str) -> None:
    plan = "# 岚江市智慧渔业计划\n\n一、目标\n\n智慧渔业以数据为基础，实现“生产规范化、管理精细化、服务便捷化”，带动渔民增收。推进渔业现代化、标准化。\n"
    with reading(tmp_path, 渔业=plan) as reader:
        definition = find_definition(reader.evidence(question))
        assert definition is not None
        assert "规范化、管理精细化、服务便捷化" in definition.span.of(definition.document.text)


@pytest.mark.parametrize("question", ["条例里的智慧渔业包括哪两块？", "智慧渔业包含哪几部分？"])
def test_what_a_defined_name_takes_in_is_told_by_its_definition(tmp_path: Path, question: str) -> None:
    rules = "# 岚江市智慧渔业条例\n\n第一条　为了促进智慧渔业发展，制定本条例。\n\n第二条　本条例所称智慧渔业，是指养殖捕捞等核心产业，以及加工流通等相关产业。\n"
    with reading(tmp_path, 条例=rules) as reader:
        assert "核心产业" in reader.ask(question).text


SAFETY = """# 岚江市安全生产行动计划（2025-2027年）

## 一、总体目标

到2027年底，实现以预警平台为引擎，达到“统一指挥、反应灵敏、上下联动”目标，不断提升能力。安全生产实现“风险可视化、排查清单化、治理规范化”，事故下降12%。

## 二、工作任务

（1）结合新赛道，打造数据、知识、算法“三位一体”的关键节点。

推进渔业“1210”保税进口业务、“9610”集货模式。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("安全生产行动计划里“三化”分别指什么？", "风险可视化、排查清单化、治理规范化"),
        ("安全生产行动计划要求到2027年底做到“三化”，分别是什么化？", "风险可视化、排查清单化、治理规范化"),
        ("安全生产行动计划2027年要达到的三句话目标怎么说？", "统一指挥、反应灵敏、上下联动"),
        ("打造关键节点的“三位一体”是哪三样？", "数据、知识、算法"),
        ("建设网格服务的“三位一体”是哪三样？", "网格服务、渔民夜校、党群中心"),
        ("渔业“1210”和“9610”分别指什么业务？", "“1210”保税进口业务、“9610”集货模式"),
    ],
)
def test_things_that_a_name_counts_are_those_of_the_place_that_is_meant(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 规划=PLAN, 安全=SAFETY) as reader:
        assert said in reader.ask(question).text


def test_figures_and_other_questions_are_no_question_for_items() -> None:
    assert asks_for_items("“三化”分别指什么？")
    assert not asks_for_items("“三化”行动投资多少亿元？")
    assert not asks_for_items("“甲”和“乙”由谁负责？")


@pytest.mark.parametrize("question", ["三大泊船行动计划分别是哪三个？", "海港工程意见里的三大泊船行动计划有哪些？"])
def test_words_in_marks_are_what_the_words_behind_them_count(tmp_path: Path, question: str) -> None:
    text = (
        "# 岚江市海港工程意见\n\n## 一、目标\n\n大力实施“产业提升、科技创新、文化引领”三大泊船行动计划，构建“培养、服务”两大体系。\n\n"
        "## 二、措施\n\n推进泊船行动计划实施，开发“一船一档”泊船系统，加强海港工程宣传。\n"
    )
    with reading(tmp_path, 意见=text) as reader:
        said = reader.ask(question).text
        assert all(word in said for word in ("产业提升", "科技创新", "文化引领"))


def test_words_in_marks_that_are_not_as_many_are_not_what_is_counted() -> None:
    assert asks_for_items("三大行动计划分别是哪三个？")
    assert not asks_for_items("三大行动计划由谁负责？")


COUNTED = """# 岚江市渔业安全行动计划（2024-2026年）

一、重点任务

1.加强“两舟一筏”管理。依托“两舟一筏”监管平台，对客渡舟艇、旅游舟艇、三类以上竹筏形成全方位监控。

2.打造渔政云。形成“一云两区”架构，“两区”即内网区、外网区。

3.推进清淤、护岸、疏浚。发布“两舟一筏”名录、目录、清单。

4.建成自动观测、人工巡查“双检”系统。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("“两舟一筏”分别指什么？", "旅游舟艇"),
        ("“一云两区”里的两个区是指什么？", "外网区"),
        ("那里的“双检”，“双”指的是哪两样？", "人工巡查"),
    ],
)
def test_a_name_that_counts_is_spelled_out_where_it_counts_several_kinds_or_doubles(tmp_path: Path, question: str, told: str) -> None:
    with reading(tmp_path, 计划=COUNTED) as reader:
        found = find_definition(reader.evidence(question))
        assert found
        assert told in found.span.of(found.document.text)


def test_a_list_without_what_the_name_counts_spells_nothing_out(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=COUNTED.replace("客渡舟艇、旅游舟艇、三类以上竹筏", "船舶")) as reader:
        assert find_definition(reader.evidence("“两舟一筏”分别指什么？")) is None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("“渔心”在总体规划的“两渔”里代表的是什么？", "渔心"),
        ("“一云两区”里的两个区是指什么？", "两区"),
        ("“一云两区”是指什么？", "一云两区"),
        ("“两台、八站”是指什么？", "两台、八站"),
    ],
)
def test_the_name_asked_about_is_not_the_one_that_says_where_it_is_from(question: str, names: str) -> None:
    assert asked_names(question)[0] == names
