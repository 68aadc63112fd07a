import pytest

from corpus.model.facts import PolicyReference
from ingest.facts.policies import policy_references
from tests.ingest.examples import document_of


def read(text: str) -> list[PolicyReference]:
    document = document_of(f"# 云川市水务行动计划\n\n{text}\n")
    found = list(policy_references(document))
    assert all(reference.title in reference.span.of(document.text) for reference in found)
    return found


def only(text: str) -> PolicyReference:
    (found,) = read(text)
    return found


def test_every_title_in_marks_is_a_reference_with_its_number() -> None:
    found = read("根据《数据安全法》和《节水规划》（水规〔2024〕9号），落实《关于《节水》的意见》。")
    assert [(reference.title, reference.number) for reference in found] == [
        ("数据安全法", None),
        ("节水规划", "水规〔2024〕9号"),
        ("关于《节水》的意见", None),
    ]


def test_the_quote_is_the_title_with_its_marks_and_number() -> None:
    document = document_of("# 云川市水务行动计划\n\n落实《节水规划》（水规〔2024〕9号）要求。\n")
    assert [reference.span.of(document.text) for reference in policy_references(document)] == ["《节水规划》（水规〔2024〕9号）"]


@pytest.mark.parametrize("verb", ["依据", "根据", "按照", "贯彻落实", "落实", "结合", "印发", "修订"])
def test_the_verb_that_leads_a_title_in_is_its_role(verb: str) -> None:
    assert only(f"全市{verb}《节水规划》有关要求。").role == verb


def test_a_verb_in_another_clause_is_no_role() -> None:
    assert only("按照职责推进改造，水表更换见《节水规划》。").role is None


def test_a_title_only_mentioned_has_no_role() -> None:
    assert only("供水保障率与《节水规划》相匹配。").role is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("依据国家水务局等12部门联合印发的《节水规划》。", "国家水务局等12部门"),
        ("云川市人民政府《节水规划》。", "云川市人民政府"),
        ("为提升能力，市水务局印发《节水规划》。", "市水务局"),
        ("依据《节水规划》。", None),
        ("建设平台，落实《节水规划》。", None),
    ],
)
def test_the_issuer_is_who_stands_right_before_the_title(text: str, issuer: str | None) -> None:
    assert only(text).issued_by == issuer


@pytest.mark.parametrize(
    "text",
    [
        "为贯彻落实《节水规划》《供水条例》《水表办法》，制定本计划。",
        "为贯彻落实《节水规划》（水规〔2024〕9号）、《供水条例》和《水表办法》精神。",
        "贯彻落实《节水规划》、《关于印发水表实施办法的通知》及国家水务局《水表办法》等文件。",
        "贯彻落实《节水规划》（以下简称《规划》）、《供水条例》等有关规定以及《水表办法》。",
    ],
)
def test_all_titles_of_a_list_have_the_verb_that_leads_the_first_in(text: str) -> None:
    assert [reference.role for reference in read(text)] == ["贯彻落实"] * 3


def test_a_title_with_a_verb_or_a_clause_of_its_own_is_not_in_the_list_before() -> None:
    found = read("按照《节水规划》要求，市水务局于2月27日印发《水表办法》。根据《供水条例》规定更换水表，水价见《水价目录》。")
    assert [(reference.title, reference.role, reference.issued_by) for reference in found] == [
        ("节水规划", "按照", None),
        ("水表办法", "印发", "市水务局"),
        ("供水条例", "根据", None),
        ("水价目录", None, None),
    ]


def test_a_short_name_and_a_name_of_no_document_are_no_references() -> None:
    assert [
        reference.title for reference in read("落实《节水规划》（以下简称《规划》），建设《智慧供水平台》。《规划》施行后更换水表。")
    ] == ["节水规划"]


def test_a_reference_under_a_label_has_the_label_as_its_role() -> None:
    found = read(
        "一、任务\n\n建设平台。\n\n政策保障：《云川市供水条例》《节水规划》（水规〔2024〕9号）。\n\n二、其他\n\n落实《水表办法》。"
    )
    assert [(reference.title, reference.role) for reference in found] == [
        ("云川市供水条例", "政策保障"),
        ("节水规划", "政策保障"),
        ("水表办法", "落实"),
    ]


def test_titles_without_marks_are_found_under_a_label_only() -> None:
    listed = "云川市节水若干政策措施、云川市水务数字化转型实施方案（2025-2027年）、完善各项制度"
    found = read(f"政策保障：{listed}。\n\n其他内容：{listed}。")
    assert [(reference.title, reference.role) for reference in found] == [
        ("云川市节水若干政策措施", "政策保障"),
        ("云川市水务数字化转型实施方案（2025-2027年）", "政策保障"),
    ]


def test_references_in_table_rows_are_found() -> None:
    found = read("附表\n\n序号\t指标\t制定依据\n1\t漏损率\t与《节水规划》相匹配\n")
    assert [reference.title for reference in found] == ["节水规划"]


def test_titles_that_are_numbered_items_below_a_label_stand_under_that_label() -> None:
    items = "1.国家水务局印发的《节水规划》\n\n2.《云川市供水办法》\n\n### 重要举措：\n\n1.更换水表。按户更换。"
    text = f"## 一、任务\n\n### 政策保障：\n\n{items}"
    found = read(text)
    assert [(reference.title, reference.role) for reference in found] == [("节水规划", "政策保障"), ("云川市供水办法", "政策保障")]
    assert {reference.path[-2] for reference in found} == {"政策保障"}


def test_a_title_in_a_heading_is_found_once() -> None:
    assert [reference.title for reference in read("## 一、落实《节水规划》\n\n更换水表。")] == ["节水规划"]


def test_an_item_of_a_list_stands_for_what_the_heading_above_it_says() -> None:
    (reference,) = policy_references(document_of("一、改造\n\n**政策保障：**\n\n1.《云川市供水条例》\n\n二、其他\n\n培训人员。\n"))
    assert reference.role == "政策保障"
