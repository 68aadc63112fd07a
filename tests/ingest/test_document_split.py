import pytest

from ingest.document_split import split_documents
from ingest.layout import repair_layout
from ingest.readers.source import Source

NOTICE = """# 云川市水务局

## 关于印发智慧水务“1+2”行动计划的通知

各区、县（市）水务局：

现将行动计划印发给你们，请认真贯彻执行。

云川市水务局

2025年3月1日
"""
PLAN = """
# {title}

云川市水务局

## 一、总体要求

到2027年建成智慧水务体系。

## 二、主要任务

### （一）建设平台

汇聚水务数据。
"""


def split(text: str) -> list[list[str]]:
    return [[line.text for line in lines] for lines in split_documents(repair_layout(Source("计划.md", text)))]


def test_a_notice_and_each_of_its_plans_are_documents_of_their_own() -> None:
    titles = ["云川市“水务×数据”行动计划（2025-2027年）", "云川市“水务×安全”实施方案"]
    documents = split(NOTICE + "".join(PLAN.format(title=title) for title in titles))
    assert [lines[0] for lines in documents] == ["云川市水务局", *titles]
    assert documents[1][-1] == "汇聚水务数据。"


def test_no_line_is_lost_or_moved() -> None:
    text = NOTICE + PLAN.format(title="云川市水务行动计划") + PLAN.format(title="云川市节水行动计划")
    lines = [line.text for line in repair_layout(Source("计划.md", text))]
    assert [line for document in split(text) for line in document] == lines


@pytest.mark.parametrize(
    "title", ["附表：水务场景清单", "附件2 水务项目清单", "一、总体规划", "（一）完善工作方案", "强化数据安全", "云川市水务局"]
)
def test_an_attachment_a_numbered_heading_and_a_plain_heading_start_no_document(title: str) -> None:
    assert len(split(NOTICE + PLAN.format(title=title))) == 1


def test_a_title_below_the_top_level_starts_no_document() -> None:
    assert len(split(NOTICE + PLAN.format(title="云川市水务行动计划").replace("\n# ", "\n## "))) == 1


def test_a_title_that_follows_at_once_belongs_to_the_same_head() -> None:
    assert len(split("# 云川市人民政府文件\n\n# 关于印发水务行动计划的通知\n\n" + PLAN.format(title="总则"))) == 1


def test_a_file_without_heading_marks_is_one_document() -> None:
    assert len(split((NOTICE + PLAN.format(title="云川市水务行动计划")).replace("#", ""))) == 1


def test_an_empty_file_is_one_empty_document() -> None:
    assert split_documents(()) == ((),)


def test_a_letterhead_and_what_a_site_prints_above_a_title_belong_to_its_document() -> None:
    head = "索引号：001\n\n发布机构：云川市水务局\n\n云川市水务局文件\n\n云水发〔2025〕7号\n\n签发人：李四\n"
    assert len(split(head + PLAN.format(title="云川市水务行动计划"))) == 1


def test_the_announcement_of_a_regulation_belongs_to_it() -> None:
    order = "# 云川市人民政府令\n\n第12号\n\n《云川市供水办法》已经通过，现予公布，自2025年7月1日起施行。\n\n市长　李四\n\n2025年5月20日\n"
    assert len(split(order + PLAN.format(title="云川市供水办法"))) == 1
    assert len(split(order + PLAN.format(title="云川市水务行动计划"))) == 2
    assert len(split(order.replace("人民政府令", "人民政府") + PLAN.format(title="云川市供水办法"))) == 2
