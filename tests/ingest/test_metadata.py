from dataclasses import replace
from datetime import date

import pytest

from corpus.model.document import Metadata
from ingest.metadata import complete_notice, inherit_metadata, read_metadata
from tests.ingest.examples import canonical_of

NOTICE = """云川市水务局

云水发〔2025〕7号

签发人：李四

# 关于印发云川市智慧水务行动计划的通知

各区、县（市）水务局：

现印发给你们，请认真执行。

云川市水务局

2025年3月1日

（此件公开发布）

云川市水务局办公室 2025年3月2日印发
"""
PLAN = """# 云川市智慧水务行动计划

（2025—2027年）

云川市数据局

## 一、总体要求

依据《国家水务规划》（水规〔2024〕9号）和2023年5月4日会议要求制定。

到2027年建成智慧水务体系。
"""
REGULATION = """云川市供水条例

（2024年12月5日云川市第十七届人民代表大会常务委员会第二十次会议通过）

第一条 为了规范供水活动，制定本条例。

第二条 市水务局负责供水工作。

第九条 本条例自2025年1月1日起施行。
"""


def read(text: str, file_title: str = "文件名") -> Metadata:
    return read_metadata(canonical_of(text), file_title)


def test_head_and_foot_of_a_notice_are_read() -> None:
    assert read(NOTICE) == Metadata(
        title="关于印发云川市智慧水务行动计划的通知",
        kind="notice",
        issuer="云川市水务局",
        document_number="云水发〔2025〕7号",
        signatory="李四",
        signed_on=date(2025, 3, 1),
        issued_on=date(2025, 3, 2),
        disclosure="此件公开发布",
        region="云川市",
    )


def test_a_period_below_the_title_belongs_to_it() -> None:
    metadata = read(PLAN)
    assert metadata.title == "云川市智慧水务行动计划（2025—2027年）"
    assert metadata.period == (2025, 2027)


def test_the_issuer_of_a_plan_stands_below_its_title() -> None:
    assert read(PLAN).issuer == "云川市数据局"


def test_number_and_date_of_another_document_are_not_its_own() -> None:
    metadata = read(PLAN)
    assert metadata.document_number is None
    assert metadata.signed_on is None


def test_a_number_named_in_a_sentence_of_the_head_is_not_its_own() -> None:
    assert read("# 云川市节水行动计划\n\n为落实云政发〔2024〕3号文件和省委省政府有关要求，制定本计划。\n").document_number is None


def test_a_regulation_has_the_day_it_was_adopted_and_the_day_it_takes_effect() -> None:
    metadata = read(REGULATION)
    assert (metadata.kind, metadata.issuer) == ("regulation", "云川市人民代表大会常务委员会")
    assert (metadata.signed_on, metadata.effective_on) == (date(2024, 12, 5), date(2025, 1, 1))


def test_a_report_is_issued_by_the_government_it_speaks_for() -> None:
    metadata = read("政府工作报告\n\n各位代表：\n\n现在，我代表云川市人民政府向大会报告工作，请予审议。\n", "云川市政府工作报告2025")
    assert (metadata.kind, metadata.issuer) == ("report", "云川市人民政府")


def test_a_title_that_fits_any_year_and_place_gives_way_to_the_files_name() -> None:
    assert read("政府工作报告\n\n各位代表：\n", "云川市政府工作报告2025").title == "云川市政府工作报告2025"
    assert read("政府工作报告\n\n各位代表：\n", "报告").title == "政府工作报告"


def test_an_issuer_can_stand_in_the_title() -> None:
    assert read("# 云川市水务局关于加强节水工作的意见\n\n各单位：\n").issuer == "云川市水务局"


def test_without_a_line_like_a_title_the_first_marked_heading_is_it() -> None:
    assert read("云川市水务局\n\n# 水务数字化\n\n建设平台。\n").title == "水务数字化"


def test_without_a_line_like_a_title_or_a_heading_the_files_name_is_it() -> None:
    assert read("一、总体要求。\n\n建设平台。\n").title == "文件名"


def test_a_title_is_kept_without_the_white_space_print_put_in() -> None:
    assert read("# 云川市 智慧水务 行动计划\n\n建设平台。\n").title == "云川市智慧水务行动计划"


def test_an_attachments_mark_is_no_title() -> None:
    assert read("附件1\n\n云川市水务项目清单（2025-2027年）\n\n建设平台。\n").title == "云川市水务项目清单（2025-2027年）"


def test_a_title_broken_in_two_lines_is_one() -> None:
    assert read("# 云川市推进水务数字化\n\n转型行动计划\n\n建设平台。\n").title == "云川市推进水务数字化转型行动计划"


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("2025年云川市人民政府工作报告", "云川市"),
        ("２０２５年云川市政府工作报告", "云川市"),
        ("云川市智慧水务行动计划", "云川市"),
        ("中共云川市委关于节水的意见", "云川市"),
        ("关于印发云川市节水方案的通知", "云川市"),
        ("东江省加快智慧城市建设行动计划", "东江省"),
        ("关于加强我市节水工作的建议的答复", None),
        ("关于推进全市节水的通知", None),
    ],
)
def test_the_region_is_the_place_a_title_names(title: str, region: str | None) -> None:
    assert read(f"# {title}\n\n建设平台。\n").region == region


def test_a_heading_in_the_text_below_the_head_is_no_issuer() -> None:
    body = "".join(f"完善制度{number}。\n\n" for number in range(20))
    assert read(f"# 节水行动计划\n\n{body}云川市数据局\n\n{body}").issuer is None


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_text_has_the_files_name_and_nothing_else(text: str) -> None:
    assert read(text) == Metadata("文件名")


def test_a_plan_takes_from_its_notice_what_its_own_text_does_not_say() -> None:
    notice, plan = read(NOTICE), read(PLAN)
    inherited = inherit_metadata(plan, notice)
    assert (inherited.issuer, inherited.title, inherited.period) == ("云川市数据局", plan.title, (2025, 2027))
    assert (inherited.document_number, inherited.signed_on, inherited.issued_on) == (
        "云水发〔2025〕7号",
        date(2025, 3, 1),
        date(2025, 3, 2),
    )
    assert inherited.signatory is None


def test_a_document_after_another_that_is_no_notice_takes_nothing_from_it() -> None:
    plan = read("# 云川市节水行动计划\n\n建设平台。\n")
    assert inherit_metadata(plan, read(REGULATION)) == plan


@pytest.mark.parametrize(
    ("head", "signatory"),
    [
        ("云水发〔2025〕7号                签发人：李 四", "李四"),
        ("云水发〔2025〕7号签发人:李四", "李四"),
        ("签发人：\n\n李四", "李四"),
        ("签发人\n\n李四", "李四"),
        ("签发：欧阳小四", "欧阳小四"),
        ("签发人：李四、王五六", "李四、王五六"),
        ("签发人：李四　会签人：王五", "李四"),
        ("签发人：李四联系电话：024-12345678", "李四"),
        ("签发人：李四 公开属性：主动公开", "李四"),
        ("签发人：买买提·阿不都拉", "买买提·阿不都拉"),
        ("签发人：⾼⼩⽅", "高小方"),
        ("签发人：", None),
        ("文件由签发人审定后印发", None),
    ],
)
def test_the_signatory_is_the_name_behind_the_label_however_it_is_set(head: str, signatory: str | None) -> None:
    assert read(f"{head}\n\n# 关于加强节水工作的通知\n\n各单位：\n\n落实制度。\n").signatory == signatory


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("（2024年12月9日云川市人民代表大会常务委员会公告第11号公布）", "云川市人民代表大会常务委员会公告第11号"),
        ("2024年12月9日 云川市人民政府令（第5号）公布", "云川市人民政府令（第5号）"),
        ("2024年12月9日日照市人民政府令第7号公布", "日照市人民政府令第7号"),
        ("（2024年12月5日云川市人民代表大会常务委员会第二十次会议通过）", None),
    ],
)
def test_the_announcement_of_a_regulation_gives_its_number(head: str, number: str | None) -> None:
    assert read(f"云川市供水条例\n\n{head}\n\n第一条 制定本条例。\n\n第二条 市水务局负责供水工作。\n").document_number == number


def test_a_number_of_its_own_goes_before_an_announcement() -> None:
    assert (
        read("云水发〔2025〕7号\n\n# 云川市供水办法\n\n云川市人民政府令第5号公布\n\n第一条 制定本办法。\n").document_number
        == "云水发〔2025〕7号"
    )


def test_who_had_a_document_printed_is_its_issuer_where_nothing_else_says_so() -> None:
    body = "".join(f"第{number}条 做好供水工作。\n\n" for number in "一二三四五六七八")
    assert read(f"# 云川市供水若干措施\n\n{body}云川市人民政府办公室 2025年3月2日印发\n").issuer == "云川市人民政府办公室"
    assert read(NOTICE).issuer == "云川市水务局"


def test_a_regulation_below_its_announcement_has_its_own_title() -> None:
    head = "云川市人民代表大会常务委员会公告\n\n第23号\n\n《云川市供水条例》已于2024年6月26日通过，现予公布，自2024年10月1日起施行。\n\n"
    metadata = read(f"{head}云川市供水条例\n\n第一条 制定本条例。\n\n第二条 市水务局负责供水工作。\n")
    assert (metadata.title, metadata.kind) == ("云川市供水条例", "regulation")


def test_an_announcement_may_have_its_number_on_the_next_line() -> None:
    head = "云川市人民代表大会常务委员会公告\n\n第23号\n\n《云川市供水条例》现予公布，自2024年10月1日起施行。\n\n# 云川市供水条例\n"
    assert read(head).document_number == "云川市人民代表大会常务委员会公告第23号"
    assert read("云川市水务局公告\n\n2024年6月26日\n\n第3号水厂停水。\n").document_number is None


def test_a_day_alone_in_brackets_is_that_of_the_document() -> None:
    head = "中共云川县委 云川县人民政府\n\n# 关于支持渔业的实施意见\n\n(2023年2月8日)\n\n为支持渔业，制定本意见。\n"
    assert read(head).signed_on == date(2023, 2, 8)


def test_an_announcement_without_a_regulation_below_keeps_its_title() -> None:
    assert read("云川市水务局公告\n\n2024年6月26日\n\n现将停水安排公告如下。\n").title == "云川市水务局公告"


def test_what_a_site_prints_above_a_document_is_read() -> None:
    text = "发文字号：云政发〔2024〕5号\n发布机构：云川市人民政府\n成文日期：2024-03-01\n索引号：001；公开方式：主动公开\n# 云川市智慧水务行动计划\n建设泵站。"
    metadata = read_metadata(canonical_of(text), "文件")
    assert (metadata.document_number, metadata.issuer, metadata.signed_on) == ("云政发〔2024〕5号", "云川市人民政府", date(2024, 3, 1))
    assert (metadata.title, metadata.disclosure) == ("云川市智慧水务行动计划", "主动公开")


def test_a_date_of_publishing_on_a_site_is_not_the_date_of_the_document() -> None:
    assert read_metadata(canonical_of("发布日期：2024-03-05\n# 云川市智慧水务行动计划\n建设泵站。"), "文件").signed_on is None


@pytest.mark.parametrize(
    ("signature", "signatory"),
    [("市长　李四", "李四"), ("省长：李四", None), ("李四", None), ("市长办公会议纪要编号", None)],
)
def test_an_order_is_signed_by_the_holder_of_an_office(signature: str, signatory: str | None) -> None:
    order = f"云川市人民政府令\n\n第12号\n\n《云川市供水办法》现予公布。\n\n{signature}\n\n2025年5月20日\n\n# 云川市供水办法\n"
    assert read(order).signatory == signatory
    assert read(order.replace("人民政府令", "人民政府文件")).signatory is None


def test_the_letterhead_names_the_issuer() -> None:
    assert read("云川市水务局文件\n\n云水发〔2025〕7号\n\n# 关于加强节水工作的通知\n\n各单位：\n").issuer == "云川市水务局"
    assert read("云川市人民政府令\n\n第12号\n\n# 云川市供水办法\n").issuer == "云川市人民政府"
    assert read("本局文件管理办法\n\n# 云川市供水办法\n").issuer is None


@pytest.mark.parametrize("number", ["〔2024〕第8期", "〔2024〕8号", "第8期", "（第8期）"])
def test_minutes_are_numbered_under_their_letterhead_and_have_the_title_below(number: str) -> None:
    metadata = read(f"云川市人民政府专题会议纪要\n\n{number}\n\n关于研究节水工作的会议纪要\n\n2024年7月2日召开会议。\n")
    assert metadata.title == "关于研究节水工作的会议纪要"
    assert metadata.document_number == f"云川市人民政府专题会议纪要{number}"


def test_minutes_without_a_title_have_that_of_the_letterhead() -> None:
    assert read("云川市人民政府专题会议纪要\n\n第8期\n\n2024年7月2日召开会议。\n").title == "云川市人民政府专题会议纪要"


def test_the_office_that_had_a_plan_printed_with_its_notice_does_not_issue_it() -> None:
    notice, plan = read(NOTICE), replace(read(PLAN), issuer="云川市水务局办公室", issued_on=date(2025, 3, 9))
    assert inherit_metadata(plan, notice).issuer == "云川市水务局"
    assert inherit_metadata(replace(plan, issuer="云川市数据局"), notice).issuer == "云川市数据局"


def test_the_day_of_printing_at_the_end_of_a_file_is_that_of_its_notice() -> None:
    notice, plan = replace(read(NOTICE), issued_on=None), replace(read(PLAN), issued_on=date(2025, 3, 9))
    assert complete_notice(notice, plan).issued_on == date(2025, 3, 9)
    assert complete_notice(read(NOTICE), plan).issued_on == date(2025, 3, 2)
    assert complete_notice(replace(notice, kind="action_plan"), plan).issued_on is None
