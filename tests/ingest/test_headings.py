import pytest

from ingest.headings import MAX_OWN_LINE, Heading, HeadingReader
from tests.ingest.examples import canonical_of, structure_of


def read(text: str, *, is_caption: bool = False) -> Heading | None:
    """The heading of the last line of `text`."""
    canonical = canonical_of(text)
    return HeadingReader(canonical.lines).read(canonical.lines[-1], is_caption=is_caption)


def heading(text: str, *, is_caption: bool = False) -> Heading:
    found = read(text, is_caption=is_caption)
    assert found is not None
    return found


@pytest.mark.parametrize("line", ["一、总体要求", "（一）总体目标", "1.建设平台", "（1）完善制度", "第二节 数据共享"])
def test_a_short_numbered_line_is_a_heading(line: str) -> None:
    found = heading(line)
    assert (found.title_end, found.body_start) == (len(line), len(line))
    assert found.number + found.title == line.replace(" ", "")


@pytest.mark.parametrize("marks", ["", "# ", "## ", "#### ", "**"])
def test_numbering_tells_the_level_whatever_the_marks_say(marks: str) -> None:
    closing = "**" if marks == "**" else ""
    assert heading(f"{marks}（一）总体目标{closing}").level == heading("（一）总体目标").level


def test_levels_follow_the_order_of_numbering_styles() -> None:
    levels = [heading(line).level for line in ("一、甲项", "（一）甲项", "1.甲项", "（1）甲项", "①甲项")]
    assert levels == sorted(set(levels))


def test_in_a_regulation_articles_stand_above_bracketed_items() -> None:
    text = "第一章 总则\n第一条 为了规范供水，制定本条例。\n第二条 市水务局负责。\n第三条 履行下列职责：\n"
    article, item, point = (heading(text + line).level for line in ("第四条 公布。", "（一）编制规划", "1.编制规划"))
    assert article < item < point


def test_outside_a_regulation_an_article_named_in_passing_changes_nothing() -> None:
    text = "第一条 依据。\n一、总体要求\n"
    assert heading(text + "（一）总体目标").level == heading("（一）总体目标").level


def test_an_article_has_a_number_but_no_title_and_its_text_follows() -> None:
    found = heading("第三条 市水务局负责供水工作。")
    assert (found.number, found.title, found.title_end, found.body_start) == ("第三条", "", 4, 4)


def test_a_heading_that_runs_on_ends_at_its_full_stop() -> None:
    line = "1.建设水务大数据平台。汇聚取水、供水、排水数据，提升服务能力。"
    found = heading(line)
    assert (found.number, found.title) == ("1.", "建设水务大数据平台")
    assert line[found.body_start :].startswith("汇聚")


def test_a_long_numbered_sentence_is_text_named_by_its_first_clause() -> None:
    line = "（1）完善水务数据汇聚共享制度，建立覆盖取水供水排水节水各环节各类数据资源的统一管理办法和配套实施细则体系，推动数据融合应用。"
    found = heading(line)
    assert len(line) > MAX_OWN_LINE
    assert (found.number, found.title) == ("（1）", "完善水务数据汇聚共享制度")
    assert line[found.body_start :].startswith("完善")


def test_a_short_numbered_sentence_with_a_comma_is_text() -> None:
    found = heading("（二）改造老旧管网，降低漏损率。")
    assert found.body_start == found.title_end - len("改造老旧管网")


@pytest.mark.parametrize(
    "line", ["2.5亿元用于泵站建设", "2025年工作安排", "一是建设平台", "（市水务局负责）", "云川市水务局", "建设平台。", "3D打印产业园"]
)
def test_what_only_looks_like_a_heading_is_text(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize("line", ["政策保障：《云川市供水条例》。", "主要目标：建成平台。", "**实施路径：**"])
def test_a_label_heads_what_follows_it(line: str) -> None:
    found = heading(line)
    assert found.label
    assert found.title in ("政策保障", "主要目标", "实施路径")


@pytest.mark.parametrize(
    "line",
    [
        "签发人：李四",
        "联系人：张三",
        "抄送：市数据局",
        "各有关单位：",
        "市人民政府：",
        "王代表：",
        "各位代表：",
        "目标如下：",
        "附件：水务项目表",
    ],
)
def test_salutations_and_particulars_are_no_labels(line: str) -> None:
    found = read(line)
    assert found is None or not found.label


def test_the_short_first_sentence_of_a_paragraph_is_its_heading() -> None:
    line = "建设光网城市。积极推进光纤到户工程建设，提升宽带接入能力和水平。"
    found = heading(line)
    assert found.label
    assert (found.title, line[found.body_start :][:4]) == ("建设光网城市", "积极推进")


@pytest.mark.parametrize("line", ["建设光网城市。提升水平。", "2025年建成平台。积极推进光纤到户工程建设，提升宽带接入能力和水平。"])
def test_a_first_sentence_with_a_figure_or_with_little_after_it_heads_nothing(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize("line", ["附表：云川市水务场景清单", "附件1 云川市水务项目表", "表2 水务指标", "附 录"])
def test_an_attachment_is_a_heading(line: str) -> None:
    assert heading(line).title == line.replace(" ", "")


def test_a_marked_line_without_number_is_a_heading() -> None:
    assert heading("## 水务数字化").title == "水务数字化"


def test_a_marked_sentence_of_great_length_is_text() -> None:
    assert read("## " + "推进水务数字化" * 20) is None


def test_a_line_right_above_a_table_names_it() -> None:
    assert heading("云川市水务重点场景", is_caption=True).title == "云川市水务重点场景"
    assert read("云川市水务重点场景") is None


@pytest.mark.parametrize("line", ["具体任务如下表所示，请遵照执行。", "（单位：亿元）"])
def test_a_sentence_or_a_caption_above_a_table_does_not_name_it(line: str) -> None:
    assert read(line, is_caption=True) is None


@pytest.mark.parametrize(
    "label",
    [
        "联系人",
        "联系电话",
        "咨询电话",
        "监督电话",
        "举报电话",
        "投诉电话",
        "服务热线",
        "咨询热线",
        "联系方式",
        "联系地址",
        "电话",
        "传真",
        "电子邮箱",
    ],
)
def test_a_contact_stays_one_line_with_its_label(label: str) -> None:
    assert read(f"{label}：024-12345678") is None


@pytest.mark.parametrize("label", ["电话回访", "联系群众", "热线建设", "签发流程"])
def test_a_label_that_only_sounds_like_a_contact_is_a_heading(label: str) -> None:
    assert heading(f"{label}：落实制度。").title == label


def test_a_task_numbered_with_a_word_stands_below_the_number_it_comes_under() -> None:
    assert paths(
        "一、泵站\n\n任务1改造泵房\n\n（一）拆除旧房\n\n拆除旧房4座，另建新房。\n\n任务2更新水泵\n\n更换水泵20台。\n\n二、管网\n\n更换管道。\n"
    ) == [
        ("一、泵站",),
        ("一、泵站", "任务1改造泵房"),
        ("一、泵站", "任务1改造泵房", "（一）拆除旧房"),
        ("一、泵站", "任务2更新水泵"),
        ("二、管网",),
    ]


def test_a_task_numbered_with_a_word_above_all_others_stands_at_the_top() -> None:
    assert paths("行动一：泵站\n\n一、改造泵房\n\n改造4座。\n\n行动二：管网\n\n更换管道。\n") == [
        ("行动一：泵站",),
        ("行动一：泵站", "一、改造泵房"),
        ("行动二：管网",),
    ]


def test_parts_stand_above_the_numbers_within_them() -> None:
    assert paths("第一部分　目标\n\n一、泵站\n\n改造4座。\n\n第二部分　保障\n\n一、资金\n\n安排资金。\n") == [
        ("第一部分目标",),
        ("第一部分目标", "一、泵站"),
        ("第二部分保障",),
        ("第二部分保障", "一、资金"),
    ]


def test_chapters_and_their_sections_stand_above_the_numbers_within_them() -> None:
    assert paths(
        "# 第一章 目标\n\n## 第一节 泵站\n\n一、改造\n\n改造4座。\n\n（一）东山\n\n改造2座。\n\n# 第二章 保障\n\n一、资金\n\n安排资金。\n"
    ) == [
        ("第一章目标",),
        ("第一章目标", "第一节泵站"),
        ("第一章目标", "第一节泵站", "一、改造"),
        ("第一章目标", "第一节泵站", "一、改造", "（一）东山"),
        ("第二章保障",),
        ("第二章保障", "一、资金"),
    ]


def test_a_box_stands_below_the_heading_it_is_printed_under() -> None:
    text = "第一章 目标\n\n第一节 泵站\n\n改造泵站。\n\n> 专栏1　重点工程\n>\n> 1．东山泵站：占地30亩，2025年建成。投资2亿元。\n\n第二节 管网\n\n更换管道。\n\n第二章 保障\n"
    assert paths(text) == [
        ("第一章目标",),
        ("第一章目标", "第一节泵站"),
        ("第一章目标", "第一节泵站", "专栏1重点工程"),
        ("第一章目标", "第一节泵站", "专栏1重点工程", "1．东山泵站"),
        ("第一章目标", "第二节管网"),
        ("第二章保障",),
    ]


def test_an_annex_closes_every_section_and_holds_the_table_in_it() -> None:
    assert paths("第一部分 目标\n\n一、泵站\n\n改造4座。\n\n附件\n\n泵站项目\n\n序号\t名称\t单位\n1\t东山\t市水务局\n") == [
        ("第一部分目标",),
        ("第一部分目标", "一、泵站"),
        ("附件",),
        ("附件", "泵站项目"),
    ]


def test_the_unit_of_a_table_is_no_part_of_its_name() -> None:
    assert paths("重点项目表　　单位：亿元\n\n序号\t名称\t单位\n1\t东山\t市水务局\n") == [("重点项目表",)]


def test_a_sentence_that_says_what_something_is_heads_nothing() -> None:
    assert paths("今年是智慧水务收官之年。全市上下加快改造泵站和管网，供水能力明显提升，服务更好。\n") == []


def paths(text: str) -> list[tuple[str, ...]]:
    return [section.path for section in structure_of(text)[1].sections]


def test_the_first_sentence_of_an_article_heads_nothing() -> None:
    text = "第一条 规范供水。\n\n第二条 市水务局编制目录。\n\n市水务局负责制定供水目录编制规范。区县水务部门按照规范编制本辖区供水目录，并报市水务局备案。\n\n第三条 自公布之日起施行。\n"
    assert paths(text) == [("第一条",), ("第二条",), ("第三条",)]


def test_a_numbered_table_stands_below_the_heading_it_is_printed_under() -> None:
    assert paths("一、目标\n\n（一）供水\n\n见表。\n\n表1　主要指标\n\n指标\t单位\t2027年\n漏损率\t%\t9\n\n二、任务\n") == [
        ("一、目标",),
        ("一、目标", "（一）供水"),
        ("一、目标", "（一）供水", "表1主要指标"),
        ("二、任务",),
    ]


@pytest.mark.parametrize(
    ("line", "whole"), [("4.加装既有住宅电梯150部。（市住建局牵头）", True), ("4.加装既有住宅电梯。安装150部。（市住建局牵头）", False)]
)
def test_an_item_with_only_a_remark_behind_it_is_text_and_not_only_a_heading(line: str, whole: bool) -> None:
    found = heading(line)
    assert found.title.startswith("加装既有住宅电梯")
    assert (found.body_start == len("4.")) is whole


def test_articles_whose_figures_are_set_apart_head_sections() -> None:
    text = "第 1 条 设立资金。\n\n第 2 条 安排资金，用于奖励。\n\n第 9 条 给予奖励。\n\n第 1 0 条 给予补助，用于研发。\n\n第1 1条 给予补贴，用于设备。\n"
    assert len(paths(text)) == 5


def test_an_item_that_says_all_before_a_remark_is_text_with_its_heading() -> None:
    item = heading("4.加装既有住宅电梯150部。（市住房城乡建设局牵头）")
    assert (item.title, item.body_start) == ("加装既有住宅电梯150部", 2)
    assert heading("4.推进电梯加装。（市住房城乡建设局牵头）").body_start > 2
    assert heading("4.加装电梯150部。继续加装既有住宅电梯。").body_start > 2


@pytest.mark.parametrize(
    ("line", "number"), [("Q: 甲川市加装电梯的条件", "Q:"), ("问：加装电梯有哪些条件？", "问："), ("问题2：谁来审批", "问题2：")]
)
def test_a_printed_question_heads_its_answer(line: str, number: str) -> None:
    found = heading(f"甲川市民生政策问答\n\n{line}")
    assert (found.number, found.number + line[len(number) :].strip()) == (number, number + found.title)
    assert not found.label


@pytest.mark.parametrize("line", ["问题：一是龙头企业偏少，二是人才不足，需要加快引进和培养。" * 4, "A: 加装电梯的条件如下。", "问责情况"])
def test_an_answer_or_a_long_account_of_problems_is_no_printed_question(line: str) -> None:
    found = read(f"甲川市民生政策问答\n\n{line}")
    assert found is None or not found.number


def test_each_printed_question_is_a_section_and_none_part_of_the_title() -> None:
    _, structure = structure_of("甲川市民生政策问答\n\nQ: 加装电梯的条件\nA: 条件是全体业主同意。\n\nQ: 医保什么时候交\nA: 每年9月。\n")
    assert [section.title for section in structure.sections] == ["加装电梯的条件", "医保什么时候交"]
