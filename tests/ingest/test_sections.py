from corpus.model.document import Section, section_at
from ingest.sections import split_sections
from tests.ingest.examples import canonical_of, structure_of

PLAN = """# 云川市智慧水务行动计划

供水工作要高质量推进。

#### 一、总体要求

## （一）主要目标

**1.建设平台。**汇聚数据，提升服务。

政策保障：《供水条例》。

主要指标：完成二十项。

2.推进改造

改造管网。

**二、保障措施**

加强领导。

附表：水务项目

序号\t名称\t单位
1\t泵站\t市水务局
"""
TITLE = "云川市智慧水务行动计划"
REGULATION = """第一章 总则
第一条 为了规范供水，制定本条例。
第二条 市水务局履行下列职责：
（一）编制规划；
（二）监督检查。
第二章 附则
第三条 本条例自公布之日起施行。
"""


def paths(sections: tuple[Section, ...]) -> list[str]:
    return [" > ".join(section.path) for section in sections]


def test_sections_nest_by_their_numbering() -> None:
    _, structure = structure_of(PLAN, TITLE)
    assert paths(structure.sections) == [
        "一、总体要求",
        "一、总体要求 > （一）主要目标",
        "一、总体要求 > （一）主要目标 > 1.建设平台",
        "一、总体要求 > （一）主要目标 > 1.建设平台 > 政策保障",
        "一、总体要求 > （一）主要目标 > 1.建设平台 > 主要指标",
        "一、总体要求 > （一）主要目标 > 2.推进改造",
        "二、保障措施",
        "附表：水务项目",
    ]


def test_a_label_is_the_sibling_of_the_label_before_it_and_ends_with_its_heading() -> None:
    _, structure = structure_of(PLAN, TITLE)
    assert [section.parent for section in structure.sections] == [None, 0, 1, 2, 2, 1, None, None]


def test_levels_count_depth_from_one() -> None:
    _, structure = structure_of(PLAN, TITLE)
    assert [section.level for section in structure.sections] == [1, 2, 3, 4, 4, 3, 1, 1]


def test_a_level_left_out_in_print_leaves_no_gap() -> None:
    _, structure = structure_of("一、总体要求\n\n1.建设平台\n\n汇聚数据。\n")
    assert [section.level for section in structure.sections] == [1, 2]


def test_articles_stand_under_chapters_and_items_under_articles() -> None:
    _, structure = structure_of(REGULATION)
    assert paths(structure.sections) == [
        "第一章总则",
        "第一章总则 > 第一条",
        "第一章总则 > 第二条",
        "第一章总则 > 第二条 > （一）编制规划",
        "第一章总则 > 第二条 > （二）监督检查",
        "第二章附则",
        "第二章附则 > 第三条",
    ]


def test_a_section_runs_from_its_heading_to_the_end_of_its_last_sub_section() -> None:
    canonical, structure = structure_of(PLAN, TITLE)
    whole = structure.sections[0].span.of(canonical.text)
    assert whole.startswith("一、总体要求")
    assert whole.endswith("改造管网。")
    assert structure.sections[2].span.of(canonical.text).endswith("完成二十项。")
    assert structure.sections[-1].span.of(canonical.text).endswith("市水务局")


def test_the_heading_of_a_section_is_what_its_path_ends_in() -> None:
    canonical, structure = structure_of(PLAN, TITLE)
    for section in structure.sections:
        assert section.heading.of(canonical.text).rstrip("：") == section.path[-1]
        assert section.span.contains(section.heading)


def test_every_content_lies_in_the_section_it_names() -> None:
    for text in (PLAN, REGULATION):
        canonical, structure = structure_of(text, TITLE)
        for content in structure.contents:
            section = section_at(structure.sections, content.span.start)
            assert content.section == (section.ordinal if section else None), content.span.of(canonical.text)


def test_text_above_the_first_heading_belongs_to_no_section() -> None:
    canonical, structure = structure_of(PLAN, TITLE)
    assert structure.contents[0].section is None
    assert structure.contents[0].span.of(canonical.text) == "供水工作要高质量推进。"


def test_the_line_that_prints_the_title_is_the_title_and_no_section() -> None:
    canonical, structure = structure_of(PLAN, TITLE)
    assert (structure.blocks[0].kind, structure.blocks[0].span.of(canonical.text)) == ("title", TITLE)
    assert [block.kind for block in structure.blocks].count("title") == 1


def test_an_issuer_above_the_title_heads_nothing() -> None:
    canonical, structure = structure_of("# 云川市水务局\n\n## 关于印发节水方案的通知\n\n现将方案印发。\n", "关于印发节水方案的通知")
    assert [(block.kind, block.span.of(canonical.text)) for block in structure.blocks] == [
        ("paragraph", "云川市水务局"),
        ("title", "关于印发节水方案的通知"),
        ("paragraph", "现将方案印发。"),
    ]
    assert structure.sections == ()


def test_an_issuer_that_the_title_starts_with_is_not_the_title() -> None:
    _, structure = structure_of("云川市人民政府\n\n云川市人民政府关于节水的意见\n\n加强节水。\n", "云川市人民政府关于节水的意见")
    assert [block.kind for block in structure.blocks] == ["paragraph", "title", "paragraph"]


def test_a_title_whose_period_stands_below_it_is_the_title() -> None:
    _, structure = structure_of(f"# {TITLE}\n\n（2025-2027年）\n\n建设平台。\n", f"{TITLE}（2025-2027年）")
    assert structure.blocks[0].kind == "title"


def test_a_title_printed_again_later_is_a_heading() -> None:
    _, structure = structure_of(PLAN + f"\n## {TITLE}\n\n正文。\n", TITLE)
    assert [block.kind for block in structure.blocks].count("title") == 1
    assert structure.sections[-1].title == TITLE


def test_every_line_is_in_one_block_in_reading_order() -> None:
    canonical, structure = structure_of(PLAN, TITLE)
    assert "\n".join(block.span.of(canonical.text) for block in structure.blocks) + "\n" == canonical.text


def test_only_headings_on_a_line_of_their_own_are_heading_blocks_with_their_depth() -> None:
    canonical, structure = structure_of(PLAN, TITLE)
    found = [(block.level, block.span.of(canonical.text)) for block in structure.blocks if block.kind == "heading"]
    assert found == [(1, "一、总体要求"), (2, "（一）主要目标"), (3, "2.推进改造"), (1, "二、保障措施"), (1, "附表：水务项目")]


def test_a_table_is_content_of_the_section_that_names_it() -> None:
    _, structure = structure_of(PLAN, TITLE)
    (table,) = [content for content in structure.contents if content.table]
    assert table.section == len(structure.sections) - 1


def test_a_caption_between_a_table_and_its_name_does_not_part_them() -> None:
    _, structure = structure_of("建设平台。\n\n水务投资安排\n\n（单位：亿元）\n\n序号\t名称\t金额\n1\t泵站\t3\n")
    assert paths(structure.sections) == ["水务投资安排"]


def test_the_lines_of_a_table_of_contents_are_neither_sections_nor_content() -> None:
    canonical, structure = structure_of("目 录\n\n一、总体要求\n\n二、任务\n\n一、总体要求\n\n建设平台。\n\n二、任务\n\n完善制度。\n")
    assert paths(structure.sections) == ["一、总体要求", "二、任务"]
    assert [content.span.of(canonical.text) for content in structure.contents] == ["建设平台。", "完善制度。"]
    assert structure.sections[0].heading.start > canonical.text.index("二、任务")


def test_a_heading_that_only_looks_numbered_opens_no_section() -> None:
    _, structure = structure_of("一、总体要求\n\n投资安排如下。\n\n2.5亿元用于泵站建设。\n")
    assert paths(structure.sections) == ["一、总体要求"]


def test_blocks_know_their_page() -> None:
    text = "一、总体要求\n建设平台。\n二、任务\n完善制度。\n"
    structure = split_sections(canonical_of(text, (0, 13)), "")
    assert [block.page for block in structure.blocks] == [1, 1, 2, 2]


def test_an_empty_text_has_no_structure() -> None:
    canonical = canonical_of("")
    structure = split_sections(canonical, "")
    assert (structure.blocks, structure.sections, structure.contents) == ((), (), ())


def test_a_table_of_contents_with_dots_and_pages_is_no_section() -> None:
    text = "# 目 录\n\n第一章 目标 ………………… 1\n\n第二章 任务 ………………… 12\n\n# 第一章 目标\n\n供水达标。\n\n# 第二章 任务\n\n改造泵站。\n"
    assert [section.title for section in structure_of(text)[1].sections] == ["目标", "任务"]


def test_a_numbered_line_with_nothing_below_it_is_content() -> None:
    canonical, structure = structure_of(
        "一、实事\n\n办好实事：\n\n1．加装电梯200部；\n\n2．改造泵站。\n\n二、保障\n\n（一）资金\n\n安排资金。\n"
    )
    assert [content.span.of(canonical.text) for content in structure.contents] == [
        "办好实事：",
        "加装电梯200部；",
        "改造泵站。",
        "安排资金。",
    ]


def test_a_number_and_a_name_that_begins_with_one_stay_apart_in_the_path() -> None:
    sections = structure_of("任务 11　12345热线提质\n\n整合热线。\n\n任务 12　改造泵站\n\n改造4座。\n")[1].sections
    assert [section.path for section in sections] == [("任务11　12345热线提质",), ("任务12改造泵站",)]


def test_the_title_of_an_annex_heads_the_items_below_it() -> None:
    items = "（一）申请表，加盖公章；\n\n（二）营业执照复印件。\n"
    _, structure = structure_of(f"# 云川市智慧水务行动计划\n\n一、总体要求\n\n附件2\n\n申报材料清单（第1条适用）\n\n{items}")
    title = next(section for section in structure.sections if section.title == "申报材料清单（第1条适用）")
    assert [section.number for section in structure.sections if section.parent == title.ordinal] == ["（一）", "（二）"]
    _, structure = structure_of(f"# 云川市智慧水务行动计划\n\n一、总体要求\n\n附件2\n\n申报材料如下：\n\n{items}")
    assert "申报材料如下" not in {section.title for section in structure.sections}
