"""A question may name the document it is about, or rule one out; what it does not name is not taken for named."""

from datetime import date

import pytest

from assistant.understanding.document_naming import NamedDocuments, named_documents
from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.model.document import DocumentKind, Metadata

PORT = Metadata("岚江市智慧港口行动计划（2025-2027年）", "action_plan", region="岚江市", period=(2025, 2027))
CARE = Metadata("岚江市智慧养老行动计划（2022-2024年）", "action_plan", region="岚江市", period=(2022, 2024))
TOURISM = Metadata("岚江市 文化旅游 数字化行动计划", "action_plan", region="岚江市")
TREES = Metadata("岚江市古树名木保护条例", "regulation", region="岚江市")
REPLY = Metadata("关于治理河道垃圾的建议（第0217号）的答复", "reply", region="岚江市", signed_on=date(2023, 5, 6))
PROVINCE = Metadata("江岭省算力发展行动计划", "action_plan", region="江岭省")
ALL = {"port": PORT, "care": CARE, "tourism": TOURISM, "trees": TREES, "reply": REPLY, "province": PROVINCE}
SYNONYMS = {"码头": ("港口", "泊位"), "旅游的": ("文化旅游",)}


def named(text: str, **documents: Metadata) -> NamedDocuments:
    summaries = [DocumentSummary(name, "v", f"{name}.md", metadata, {}) for name, metadata in (documents or ALL).items()]
    return named_documents(text, summaries, SYNONYMS)


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("智慧港口计划里由谁负责数据平台？", "port"),
        ("港口那份方案的目标是多少？", "port"),
        ("养老行动计划的数据平台归谁管？", "care"),
        ("岚江市智慧养老行动计划（2022-2024年）提了什么目标？", "care"),
        ("2022到2024那份计划提了什么目标？", "care"),
        ("古树名木条例什么时候施行？", "trees"),
        ("0217号答复是怎么说的？", "reply"),
        ("河道垃圾那份答复是哪年的？", "reply"),
        ("省里那份计划怎么说？", "province"),
        ("江岭省的行动计划怎么说？", "province"),
        ("文旅计划有哪些任务？", "tourism"),
        ("码头的行动计划有哪些任务？", "port"),
    ],
)
def test_document_is_named_by_title_period_number_kind_region_or_everyday_word(text: str, document: str) -> None:
    assert named(text).strongest == document


@pytest.mark.parametrize("text", ["培训数据管理员多少人？", "数据平台由谁负责？", "岚江市的目标是多少？", "这份计划的目标是多少？", ""])
def test_question_that_names_none_or_fits_all_names_no_document(text: str) -> None:
    assert named(text).strongest is None


def test_two_documents_named_alike_leave_none_standing_out() -> None:
    both = named("智慧港口计划和智慧养老计划的目标各是多少？", port=PORT, care=CARE)
    assert both.strongest is None
    assert min(both.strengths["port"], both.strengths["care"]) > 0


@pytest.mark.parametrize(
    "text", ["数据平台由谁负责？不是智慧养老那份", "数据平台由谁负责，不要智慧养老计划的", "除了智慧养老计划，数据平台由谁负责？"]
)
def test_document_ruled_out_is_excluded_and_no_other(text: str) -> None:
    found = named(text)
    assert found.excluded == {"care"}
    assert "care" not in found.strengths


def test_document_ruled_out_stays_out_though_it_is_spoken_of_elsewhere() -> None:
    found = named("智慧养老计划我看过了，数据平台由谁负责，不是智慧养老那份")
    assert found.excluded == {"care"}
    assert "care" not in found.strengths


def test_one_document_can_be_named_while_another_is_ruled_out() -> None:
    found = named("智慧港口计划的，不是智慧养老那份，数据平台由谁负责？")
    assert found.strongest == "port"
    assert found.excluded == {"care"}


def test_nothing_is_ruled_out_without_a_name() -> None:
    assert named("数据平台是不是由市数据局负责？").excluded == frozenset()


@pytest.mark.parametrize(("kind", "word"), [("regulation", "条例"), ("master_plan", "规划"), ("reply", "答复"), ("report", "政府工作报告")])
def test_kind_tells_documents_apart_that_share_their_subject(kind: DocumentKind, word: str) -> None:
    found = named(f"停车{word}怎么规定的？", one=Metadata(f"岚江市停车{word}", kind), other=Metadata("岚江市停车行动计划", "action_plan"))
    assert found.strengths["one"] > found.strengths["other"]


def test_number_of_another_document_is_not_taken_for_this_one() -> None:
    assert named("0344号答复是怎么说的？").strongest is None


def test_strengths_lie_between_zero_and_one() -> None:
    found = named("岚江市智慧养老行动计划（2022-2024年）2022-2024年的养老行动计划")
    assert all(0 < strength <= 1 for strength in found.strengths.values())


@pytest.mark.parametrize(
    ("text", "document"),
    [("条例和行动计划说的一样吗？", "trees"), ("这个数和工作报告写的一致吗？", "report"), ("市政府工作报告里的目标是多少？", "report")],
)
def test_a_kind_of_document_that_only_one_title_has_names_it(text: str, document: str) -> None:
    documents = {**ALL, "report": Metadata("岚江市政府工作报告（2025年）", "report", region="岚江市")}
    assert named(text, **documents).strengths[document] >= 0.5


@pytest.mark.parametrize("text", ["行动计划的目标是多少？", "渔业条例的目标是多少？", "根据各项条例办理"])
def test_a_kind_that_several_have_or_with_a_name_of_its_own_names_none(text: str) -> None:
    assert all(strength < 0.5 for strength in named(text).strengths.values())


HARBOUR = Metadata("岚江市港口条例", "regulation", region="岚江市")
COUNTY = Metadata("关于支持柑橘产业发展的实施意见", "policy", region="溪口县")
TALENT = Metadata("关于推进青年船员引育工程的实施意见", "policy", region="岚江市")


def test_the_name_of_a_region_names_its_only_document_and_rules_out_those_of_others() -> None:
    asked = named("溪口的果农能拿多少补贴？", harbour=HARBOUR, county=COUNTY, talent=TALENT, province=PROVINCE)
    assert asked.strongest == "county"
    assert asked.excluded == {"harbour", "talent"}


@pytest.mark.parametrize("text", ["果农能拿多少补贴？", "岚江和溪口各补多少？"])
def test_no_region_or_each_of_them_rules_out_none(text: str) -> None:
    assert named(text, harbour=HARBOUR, county=COUNTY, talent=TALENT, province=PROVINCE).excluded == frozenset()


def test_a_long_run_of_one_title_names_its_document_without_a_word_for_its_kind() -> None:
    assert named("按青年船员引育工程的设想，要引进多少人？", harbour=HARBOUR, county=COUNTY, talent=TALENT).strongest == "talent"
    assert named("青年船员要引进多少人？", harbour=HARBOUR, talent=TALENT).strongest is None
    assert named("智慧港口行动计划定的目标？", port=PORT, again=PORT).strongest is None


def test_what_is_said_of_one_title_alone_is_known() -> None:
    assert named("按青年船员引育工程的设想，要引进多少人？", harbour=HARBOUR, talent=TALENT).said == "青年船员引育工程的"
    assert named("青年船员要引进多少人？", harbour=HARBOUR, talent=TALENT).said == ""


def test_the_name_of_a_place_that_several_documents_are_of_names_none_of_them() -> None:
    report = Metadata("2025年岚江市人民政府工作报告", "report", region="岚江市")
    plan = Metadata("岚江市推进数字经济发展行动方案", "action_plan", region="岚江市")
    assert named("三年 岚江 行动计划 资金总共多少？", report=report, plan=plan).strongest != "report"
    assert named("岚江工作报告里资金多少？", report=report, plan=plan).strongest == "report"


def test_a_document_called_by_its_number_is_meant_before_one_of_the_kind() -> None:
    other = Metadata("关于发展航运的建议（第0344号）的答复", "reply", region="岚江市", issuer="岚江市航运局")
    said = named("0217号答复是市航运局答复的，没错吧？", reply=REPLY, other=other, **{"port": PORT, "care": CARE})
    assert said.strongest == "reply"
    assert set(named("0217号和0344号答复各是哪天的？", reply=REPLY, other=other).strengths) == {"reply", "other"}


def test_a_master_plan_may_be_called_by_its_short_word() -> None:
    master = Metadata("岚江市海岸线总体规划（2016-2020年）", "master_plan", region="岚江市")
    for text in ("海岸线总规是哪年发布的？", "老的海岸线总规分几步走"):
        assert named(text, master=master, **ALL).strongest == "master"


@pytest.mark.parametrize("typed", ["数据要素×渔业养殖", "数据要素x渔业养殖", "数据要素 × 渔业养殖", "数据要素*渔业养殖"])
def test_name_with_a_sign_of_multiplication_names_its_document_however_it_is_typed(typed: str) -> None:
    fishing = Metadata("岚江市“数据要素×渔业养殖”行动计划", "action_plan", region="岚江市")
    farming = Metadata("岚江市“数据要素×农田水利”行动计划", "action_plan", region="岚江市")
    assert named(f"{typed}有几个场景？", fishing=fishing, farming=farming).strongest == "fishing"
    assert named("数据要素有几个场景？", fishing=fishing, farming=farming).strongest is None


def test_body_that_does_something_in_a_plan_is_no_part_of_its_name() -> None:
    reply = Metadata("市港航局关于推进港口数字化的建议（第0301号）的答复", "reply", region="岚江市", signed_on=date(2023, 5, 6))
    assert named("市港航局在智慧港口计划里负责什么？", port=PORT, reply=reply).strongest == "port"
    assert named("市港航局在港口数字化的答复里说了什么？", port=PORT, reply=reply).strongest == "reply"
