"""Another city is a folder of files: no setting, no data file, no line of code for it."""

from pathlib import Path

import pytest

from tests.program import Program

PARKING = """白榆市停车管理条例

2024年5月20日白榆市第八届人民代表大会常务委员会第十一次会议通过

第一章 总则

第一条 为了规范机动车停放，制定本条例。

第二条 市城市管理局负责道路停车泊位的设置和管理工作。

第二章 停放

第三条 道路停车泊位前十五分钟免费，此后每小时收费二元。

第三章 附则

第四条 本条例自2024年9月1日起施行。
"""
ICE = """# 白榆市冰雪旅游行动计划（2024-2026年）

白政办发〔2024〕15号

## 一、发展目标

到2025年，建成室内滑雪馆3座，冰雪旅游收入达到18亿元；到2026年，建成室内滑雪馆5座，冰雪旅游收入达到26亿元。

## 二、主要任务

### （一）办好冰灯游园会

每年冬季在榆树公园举办冰灯游园会，展期不少于六十天。

责任单位：市文化旅游局、市园林中心、榆树区人民政府

### （二）培训冰雪教练

依托职业学校培训持证冰雪教练。

责任单位：市体育局、市教育局

白榆市人民政府办公室

2024年8月2日
"""
REPLY = """# 关于增设社区理发点的建议（第0088号）的答复

白民建议〔2024〕21号

李代表：

您提出的建议收悉，现答复如下：

一是在老旧小区设置便民理发点12处，由社区免费提供场地。

二是对六十五岁以上老人每月免费理发一次。

联系人：王敏，联系电话：0439-555121

白榆市民政局

2024年10月9日
"""
LIBRARY = """# 白榆市书香城市行动计划（2025-2027年）

## 一、目标

到2026年，建成城市书房28个；到2027年，建成城市书房40个。

## 二、任务

### （一）延长图书馆开放时间

市图书馆每周开放不少于七十二小时。

（责任单位：市文化旅游局、市图书馆）

白榆市文化旅游局

2025年1月6日
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The second city, ingested by the command: a Markdown file, an old text file in GB18030 and one in a folder of its own."""
    folder = tmp_path_factory.mktemp("second_city")
    corpus = folder / "corpus"
    (corpus / "答复").mkdir(parents=True)
    (corpus / "冰雪.md").write_text(ICE, encoding="utf-8")
    (corpus / "停车条例.txt").write_bytes(PARKING.encode("gb18030"))
    (corpus / "答复" / "理发点.markdown").write_text(REPLY, encoding="utf-8-sig")
    program = Program(corpus, folder / "data")
    printed = program.ingest()
    assert "3 documents" in printed
    assert "Published generation 000001" in printed
    assert not list(corpus.glob("*.toml"))
    return program


@pytest.mark.parametrize(
    ("question", "title", "said", "unsaid"),
    [
        ("2026年要建成几座室内滑雪馆？", "冰雪旅游", ["5座"], ["3座"]),
        ("2025年冰雪旅游收入要达到多少？", "冰雪旅游", ["18亿"], ["26亿"]),
        ("办好冰灯游园会由哪些部门负责？", "冰雪旅游", ["市文化旅游局", "市园林中心", "榆树区人民政府"], ["市体育局"]),
        ("冰雪旅游行动计划的文号是多少？", "冰雪旅游", ["白政办发〔2024〕15号"], ["白民建议"]),
        ("停车条例什么时候施行？", "停车管理条例", ["2024年9月1日"], ["2024年5月20日"]),
        ("老人免费理发多久一次？", "理发点", ["每月免费理发一次"], []),
    ],
)
def test_second_city_is_answered_from_its_own_documents(
    city: Program, question: str, title: str, said: list[str], unsaid: list[str]
) -> None:
    answer = city.ask(question)
    assert answer["status"] == "answered"
    assert {title in citation["document_title"] for citation in answer["citations"]} == {True}
    assert [words for words in said if words not in answer["answer"]] == []
    assert [words for words in unsaid if words in answer["answer"]] == []
    city.check_quotes(answer)


def test_second_city_knows_nothing_of_the_first(city: Program) -> None:
    answer = city.ask("建设新型数据基础设施由哪些部门负责？")
    assert answer["status"] == "not_found"
    assert "沈阳" not in answer["answer"]


def test_year_outside_the_second_citys_plans_is_refused_with_those_there_are(city: Program) -> None:
    answer = city.ask("2031年要建成几座室内滑雪馆？")
    assert (answer["status"], answer["reason"]) == ("not_found", "outside_period")
    assert "2025" in answer["answer"]
    assert "2026" in answer["answer"]


def test_document_added_is_answered_after_the_next_ingest_and_the_others_still_are(city: Program, tmp_path: Path) -> None:
    assert city.ask("2027年要建成多少个城市书房？")["status"] == "not_found"
    added = city.corpus_dir / "书香.md"
    added.write_text(LIBRARY, encoding="utf-8")
    try:
        assert "Published generation 000002" in city.ingest()
        answer = city.ask("2027年要建成多少个城市书房？")
        assert answer["status"] == "answered"
        assert "40个" in answer["answer"]
        assert "28个" not in answer["answer"]
        city.check_quotes(answer)
        assert "5座" in city.ask("2026年要建成几座室内滑雪馆？")["answer"]
        assert "Nothing changed; still generation 000002" in city.ingest()
    finally:
        added.unlink()
    assert "3 documents" in city.ingest()
    assert city.ask("2027年要建成多少个城市书房？")["status"] == "not_found"
