"""The parts of an official document are read from whatever format it comes in."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from corpus.manifest import DocumentEntry, Manifest, PartEntry
from corpus.model.document import Metadata
from corpus.model.facts import Fact
from corpus.model.span import Span
from ingest.assembly import Reading, read_documents
from tests.ingest.official_papers import Paper, paper_markdown, paper_page, paper_text, write_paper_docx, write_paper_pdf
from tests.ingest.renderings import Text

NOTICE = Paper(
    mark="云川市人民政府文件",
    number="云政发〔2024〕5号",
    signatory="李四",
    title=("云川市人民政府", "关于印发云川市智慧水务行动计划", "（2024-2026年）的通知"),
    addressee="各区、县（市）人民政府，市政府各委、办、局：",
    body=(
        Text("现将《云川市智慧水务行动计划（2024-2026年）》印发给你们，请结合实际，认真贯彻执行。执行中遇到的问题，请及时向市水务局反映。"),
    ),
    signed=("云川市人民政府",),
    dated="2024年3月1日",
    remarks=("（此件公开发布）",),
    enclosed=(
        Text("云川市智慧水务行动计划（2024-2026年）", heading=1),
        Text("为贯彻落实《云川市数字化转型总体方案》（云政发〔2023〕12号），加快智慧水务建设，结合我市实际，制定本行动计划。"),
        Text("一、主要目标", heading=2),
        Text("到2024年底，建成智慧泵站5座。到2026年底，供水管网漏损率降低到9%以内。"),
        Text("二、重点任务", heading=2),
        Text("（一）建设智慧泵站。推进东山、西山泵站改造，2025年底前完成8座。（责任单位：市水务局、市财政局）"),
        Text("（二）更换智能水表。优先更换老旧小区水表，2026年完成12万只。（责任单位：市水务局）"),
        Text("附件：1.重点项目清单"),
        Text("2.指标测算说明"),
    ),
    copied="抄送：市委各部门，市人大常委会办公室，市政协办公室，市法院，市检察院。",
    printed=("云川市人民政府办公室", "2024年3月4日印发"),
    box=(
        ("索引号", "11210000/2024-00123"),
        ("主题分类", "城乡建设、环境保护"),
        ("发文机关", "云川市人民政府"),
        ("成文日期", "2024年03月01日"),
        ("标　　题", "云川市人民政府关于印发云川市智慧水务行动计划（2024-2026年）的通知"),
        ("发文字号", "云政发〔2024〕5号"),
        ("发布日期", "2024年03月06日"),
        ("有效性", "有效"),
    ),
)
REPLY = Paper(
    mark="云川市水务局文件",
    number="云水函〔2024〕18号",
    signatory="王小五",
    title=("关于对市政协十四届三次会议第0123号", "提案的答复"),
    addressee="赵六委员：",
    body=(
        Text("您提出的《关于加快老旧小区供水设施改造的建议》收悉，经会同市财政局研究，现答复如下："),
        Text("一、关于改造进度", heading=2),
        Text("2023年以来，我局完成老旧小区供水设施改造46个，惠及居民3.2万户。"),
        Text("二、下一步打算", heading=2),
        Text("2024年计划再改造30个老旧小区，投入资金1.8亿元。（责任单位：市水务局）"),
        Text("感谢您对供水工作的关心和支持。"),
    ),
    signed=("云川市水务局",),
    dated="2024年6月12日",
    remarks=("（此件依申请公开）", "（联系人：孙七，联系电话：024-12345678）"),
    copied="抄送：市政协提案委员会，市政府督查室。",
    printed=("云川市水务局办公室", "2024年6月12日印发"),
    box=(("索 引 号", "000123"), ("发布机构", "云川市水务局"), ("公开方式", "依申请公开"), ("成文日期", "2024-06-12")),
)
ORDER = Paper(
    mark="云川市人民政府令",
    number="第12号",
    title=(),
    body=(Text("《云川市供水管理办法》已经2024年5月10日云川市人民政府第5次常务会议通过，现予公布，自2024年7月1日起施行。"),),
    signed=("市长　周八",),
    dated="2024年5月20日",
    enclosed=(
        Text("云川市供水管理办法", heading=1),
        Text("第一章　总则", heading=2),
        Text("第一条　为了规范供水活动，保障供水安全，制定本办法。"),
        Text("第二条　市水务局是供水的行政主管部门，履行下列职责："),
        Text("（一）编制供水规划；"),
        Text("（二）监督供水水质。"),
        Text("第二章　法律责任", heading=2),
        Text("第三条　违反本办法第二条规定，擅自停止供水的，由市水务局责令改正，处2万元以上10万元以下罚款。"),
        Text("第四条　本办法自2024年7月1日起施行。"),
    ),
    box=(("索引号", "000124"), ("发文机关", "云川市人民政府"), ("成文日期", "2024-05-20"), ("发文字号", "云川市人民政府令第12号")),
)
LETTER = Paper(
    mark="云川市数据局",
    number="云数函〔2024〕33号",
    title=("云川市数据局关于商请", "提供水务数据的函"),
    addressee="市水务局：",
    body=(
        Text("为推进城市运行“一网统管”，现商请贵局提供供水、排水等6类数据，并请于2024年9月30日前反馈。"),
        Text("特此函达。"),
    ),
    attachments=("水务数据需求清单", "各单位联系人名单", "云川市公共数据共享管理办法（试行）及其实施细则的有关条款摘录与说明"),
    signed=("云川市数据局",),
    dated="2024年8月15日",
    remarks=("（联系人：吴九，电话：024-87654321）",),
    printed=("云川市数据局办公室", "2024年8月16日印发"),
    box=(("索引号", "000125"), ("发布机构", "云川市数据局"), ("文号", "云数函〔2024〕33号"), ("成文日期", "2024-08-15")),
)
MINUTES = Paper(
    mark="云川市人民政府专题会议纪要",
    number="〔2024〕第8期",
    title=("关于研究智慧水务建设有关工作的", "会议纪要"),
    body=(
        Text("2024年7月2日，副市长郑十主持召开专题会议，研究智慧水务建设有关工作。现纪要如下："),
        Text("一、会议原则同意市水务局提出的泵站改造方案，2024年改造泵站4座。（责任单位：市水务局）"),
        Text("二、由市财政局牵头，市水务局配合，8月底前落实资金1.2亿元。"),
        Text("出席：郑十、冯一、陈二。"),
    ),
    signed=("云川市人民政府办公室",),
    dated="2024年7月5日",
    attachments=("泵站改造项目表",),
    copied="分送：各参会单位。",
    printed=("云川市人民政府办公室", "2024年7月8日印发"),
    box=(("索引号", "000126"), ("发布机构", "云川市人民政府办公室"), ("成文日期", "2024-07-05")),
)
ENCLOSING = replace(NOTICE, title=("云川市人民政府关于做好节水工作的通知",))
"""A notice whose title does not hold that of the plan it issues."""
FORMS: dict[str, Callable[[Path, Paper], Path]] = {
    "markdown": lambda path, paper: _written(path.with_suffix(".md"), paper_markdown(paper).encode()),
    "text": lambda path, paper: _written(path.with_suffix(".txt"), paper_text(paper).encode("gb18030")),
    "page": lambda path, paper: _written(path.with_suffix(".html"), paper_page(paper)),
    "word": lambda path, paper: write_paper_docx(path.with_suffix(".docx"), paper),
    "pdf": lambda path, paper: write_paper_pdf(path.with_suffix(".pdf"), paper),
}
SAID = {
    "notice": (
        NOTICE,
        Metadata(
            "云川市人民政府关于印发云川市智慧水务行动计划（2024-2026年）的通知",
            "notice",
            "云川市人民政府",
            "云政发〔2024〕5号",
            "李四",
            date(2024, 3, 1),
            date(2024, 3, 4),
            period=(2024, 2026),
            disclosure="此件公开发布",
            region="云川市",
        ),
    ),
    "reply": (
        REPLY,
        Metadata(
            "关于对市政协十四届三次会议第0123号提案的答复",
            "reply",
            "云川市水务局",
            "云水函〔2024〕18号",
            "王小五",
            date(2024, 6, 12),
            date(2024, 6, 12),
            disclosure="依申请公开",
            region="云川市",
        ),
    ),
    "order": (
        ORDER,
        Metadata(
            "云川市供水管理办法",
            "regulation",
            "云川市人民政府",
            "云川市人民政府令第12号",
            "周八",
            date(2024, 5, 20),
            effective_on=date(2024, 7, 1),
            region="云川市",
        ),
    ),
    "letter": (
        LETTER,
        Metadata(
            "云川市数据局关于商请提供水务数据的函",
            issuer="云川市数据局",
            document_number="云数函〔2024〕33号",
            signed_on=date(2024, 8, 15),
            issued_on=date(2024, 8, 16),
            region="云川市",
            attachments=LETTER.attachments,
        ),
    ),
    "minutes": (
        MINUTES,
        Metadata(
            "关于研究智慧水务建设有关工作的会议纪要",
            issuer="云川市人民政府办公室",
            document_number="云川市人民政府专题会议纪要〔2024〕第8期",
            signed_on=date(2024, 7, 5),
            issued_on=date(2024, 7, 8),
            region="云川市",
            attachments=MINUTES.attachments,
        ),
    ),
}


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def read(path: Path, form: str, paper: Paper) -> tuple[Reading, ...]:
    return read_documents(FORMS[form](path / "文件", paper), "文件", Manifest())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAID)
def test_the_parts_of_an_official_document_are_read_in_every_format(tmp_path: Path, name: str, form: str) -> None:
    paper, said = SAID[name]
    first, *_ = read(tmp_path, form, paper)
    whole = form == "text" and name == "notice"
    assert first.document.metadata == replace(said, attachments=("重点项目清单", "指标测算说明") if whole else said.attachments)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
def test_a_plan_takes_from_its_notice_what_stands_there_alone(tmp_path: Path, form: str) -> None:
    notice, plan = read(tmp_path, form, NOTICE)
    assert plan.document.metadata == replace(
        notice.document.metadata,
        title="云川市智慧水务行动计划（2024-2026年）",
        kind="action_plan",
        signatory=None,
        attachments=("重点项目清单", "指标测算说明"),
    )


@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
def test_the_manifest_corrects_a_document_in_every_format(tmp_path: Path, form: str) -> None:
    plan = PartEntry(heading="智慧水务行动计划（2024-2026年）", issuer="云川市数据局", attachments=("项目表",))
    entry = DocumentEntry(file="文件", signed_on=date(2024, 3, 2), region="云川", parts=(plan,))
    notice, corrected = (
        reading.document.metadata
        for reading in read_documents(FORMS[form](tmp_path / "文件", ENCLOSING), "文件", Manifest(documents=(entry,)))
    )
    assert (notice.signed_on, notice.region, notice.issuer) == (date(2024, 3, 2), "云川", "云川市人民政府")
    assert (corrected.issuer, corrected.attachments, corrected.region) == ("云川市数据局", ("项目表",), "云川")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAID)
def test_what_an_official_document_states_is_the_same_in_every_format(tmp_path: Path, name: str, form: str) -> None:
    paper, _ = SAID[name]
    expected, found = (read(tmp_path, each, paper) for each in ("markdown", form))
    assert _stated(found) == _stated(expected)


def _stated(readings: Sequence[Reading]) -> list[dict[str, object]]:
    """The facts of each kind with quotes in place of places: other formats print more or less above them, or part a file otherwise."""
    facts = [(reading.document.text, fact) for reading in readings for fact in reading.facts]
    return [_quoted(text, fact) for text, fact in sorted(facts, key=lambda each: type(each[1]).__name__)]


def _quoted(text: str, fact: Fact) -> dict[str, object]:
    values = ((field.name, getattr(fact, field.name)) for field in fields(fact) if field.name not in ("document_id", "section"))
    return {name: value.of(text) if isinstance(value, Span) else value for name, value in values}
