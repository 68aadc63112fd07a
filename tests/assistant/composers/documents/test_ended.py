"""That a document is no longer in force is told by the sentence that ends it, and of no document that none ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.ended import compose_ended, ended_document
from assistant.draft import Draft
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

ORCHARDS = """# 岚江市果园发展规划（2025-2030年）

岚政发〔2025〕3号

## 一、任务

建设果园12个。

## 二、附则

本规划自印发之日起施行；《岚江市人民政府办公室关于印发岚江市柑橘提升方案的通知》（岚政办发〔2021〕8号）、《岚江市苗圃管理办法》（岚政发〔2017〕4号）和《果苗检疫细则》同时废止；《果农培训办法》另行修订。

## 三、其他

《梨窖储运办法》自2025年起失效。

《茶厂改造办法》将于2026年6月届满。

《桑园补贴办法》期满

《竹林采伐办法》已经到期。

《蜂场登记办法》至此终止。

《菌棚建设办法》停止执行。

《藕塘租赁办法》停止施行。

《枣林认养办法》不再执行。

《椰棚修缮办法》不再施行。

《冷库运营办法》不再延续。

《果箱回收办法》继续执行。原有的废止。

《关于印发果树剪枝办法》失效。

《桑蚕收购办法（村级站点适用，试行）》失效。

《滴灌节水办法》继续施行，另一份文件《渠道清淤办法》同时废止。

《山茶良种办法》所列补助对象、补助标准、申报程序、验收办法和资金拨付时限在新规定印发以后废止。
"""
REVISED = "# 岚江市果品质量办法\n\n本办法自印发之日起施行，《岚江市果品质量办法》（岚政发〔2016〕5号）同时废止。\n"
REPEATED = """# 岚江市渔港规划（2025-2030年）

《岚江市渔港建设方案（2015-2018年）》（岚政发〔2015〕2号）、《岚江市渔港建设方案（2019-2022年）》（岚政发〔2019〕6号）同时废止。
"""


@pytest.fixture(scope="module")
def orchards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("orchards"), 果园=ORCHARDS, 果品=REVISED, 渔港=REPEATED) as reader:
        yield reader


def ended(reader: Reader, question: str) -> Draft:
    draft = ended_document(reader.evidence(question))
    assert draft is not None
    return draft


ALL_THREE = (
    "《岚江市人民政府办公室关于印发岚江市柑橘提升方案的通知》（岚政办发〔2021〕8号）、"
    "《岚江市苗圃管理办法》（岚政发〔2017〕4号）和《果苗检疫细则》同时废止"
)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("柑橘提升方案还有效吗？", "岚江市人民政府办公室关于印发岚江市柑橘提升方案的通知"),
        ("苗圃管理办法还有效吗？", "岚江市苗圃管理办法"),
        ("果苗检疫细则还有效吗？", "果苗检疫细则"),
        ("岚政发〔2017〕4号还有效吗？", "岚江市苗圃管理办法"),
    ],
)
def test_each_of_several_documents_ended_together_is_told_by_their_sentence(orchards: Reader, question: str, title: str) -> None:
    draft = ended(orchards, question)
    assert [statement.text for statement in draft.statements] == [ALL_THREE + "。"]
    assert (draft.subject, draft.facts[0].values["title"]) == (title, title)


def test_the_sentence_is_quoted_up_to_its_semicolons_and_the_fact_has_the_number(orchards: Reader) -> None:
    draft = ended(orchards, "苗圃管理办法还有效吗？")
    (source,) = draft.statements[0].sources
    assert source.span.of(orchards.knowledge.document(source.document_id).text) == ALL_THREE
    assert draft.facts[0].values["number"] == "岚政发〔2017〕4号"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("梨窖储运办法还有效吗？", "《梨窖储运办法》自2025年起失效。"),
        ("茶厂改造办法还有效吗？", "《茶厂改造办法》将于2026年6月届满。"),
        ("桑园补贴办法还有效吗？", "《桑园补贴办法》期满。"),
        ("竹林采伐办法还有效吗？", "《竹林采伐办法》已经到期。"),
        ("蜂场登记办法还有效吗？", "《蜂场登记办法》至此终止。"),
        ("菌棚建设办法还有效吗？", "《菌棚建设办法》停止执行。"),
        ("藕塘租赁办法还有效吗？", "《藕塘租赁办法》停止施行。"),
        ("枣林认养办法还有效吗？", "《枣林认养办法》不再执行。"),
        ("椰棚修缮办法还有效吗？", "《椰棚修缮办法》不再施行。"),
        ("果树剪枝办法还有效吗？", "《关于印发果树剪枝办法》失效。"),
        ("桑蚕收购办法还有效吗？", "《桑蚕收购办法（村级站点适用，试行）》失效。"),
        ("冷库运营办法还有效吗？", "《冷库运营办法》不再延续。"),
    ],
)
def test_a_document_is_ended_in_many_words(orchards: Reader, question: str, said: str) -> None:
    assert ended(orchards, question).statements[0].text == said


@pytest.mark.parametrize(
    "question",
    [
        "果农培训办法还有效吗？",  # behind the semicolon
        "果箱回收办法还有效吗？",  # another sentence ends others
        "滴灌节水办法还有效吗？",  # another document stands between
        "山茶良种办法还有效吗？",  # too far from the title
        "果园发展规划还有效吗？",  # it ends others and is held here
        "岚政发〔2025〕3号还有效吗？",
        "岚政发〔2017〕14号还有效吗？",
        "果品质量办法还有效吗？",  # held here in its new form
        "果树检疫细目还有效吗？",  # too little of any title
    ],
)
def test_what_is_not_ended_is_not_told_to_be(orchards: Reader, question: str) -> None:
    assert ended_document(orchards.evidence(question)) is None


def test_the_number_tells_the_old_form_of_a_document_from_the_one_held(orchards: Reader) -> None:
    assert "（岚政发〔2016〕5号）同时废止" in ended(orchards, "岚政发〔2016〕5号还有效吗？").statements[0].text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("2015到2018年的渔港建设方案还有效吗？", "岚政发〔2015〕2号"),
        ("2019到2022年的渔港建设方案还有效吗？", "岚政发〔2019〕6号"),
    ],
)
def test_the_period_tells_two_of_one_name_apart(orchards: Reader, question: str, number: str) -> None:
    assert ended(orchards, question).facts[0].values["number"] == number


@pytest.mark.parametrize("asked", ["废止了吗", "被取代了吗", "被替代了吗", "停止执行了吗", "停止施行了吗", "不再执行了吗"])
def test_the_ending_is_asked_for_in_many_words(orchards: Reader, asked: str) -> None:
    assert ended(orchards, f"苗圃管理办法{asked}？").statements[0].text == ALL_THREE + "。"


@pytest.mark.parametrize("question", ["苗圃管理办法由谁负责？", "苗圃管理办法是哪年印发的？", "苗圃管理办法的文号是多少？"])
def test_no_ending_is_told_that_is_not_asked_for(orchards: Reader, question: str) -> None:
    assert ended_document(orchards.evidence(question)) is None


@pytest.mark.parametrize(
    "question",
    [
        "苗圃管理办法被哪份规划废止了？",
        "苗圃管理办法由什么文件替代？",
        "苗圃管理办法让啥取代了？",
        "哪份文件替代了苗圃管理办法？",
        "什么规划废止了苗圃管理办法？",
        "哪份规划取代了苗圃管理办法？",
        "苗圃管理办法还有效吗，什么规划代替了它？",
        "苗圃管理办法还有效吗，是被哪份换掉的？",
        "苗圃管理办法还有效吗，由什么接续？",
    ],
)
def test_the_document_that_ends_it_is_named_where_it_is_asked_for(orchards: Reader, question: str) -> None:
    assert ended(orchards, question).statements[0].text == ALL_THREE + "（见《岚江市果园发展规划（2025-2030年）》）。"


def test_the_ending_alone_answers_only_what_it_says(orchards: Reader) -> None:
    assert compose_ended(orchards.evidence("苗圃管理办法的文号是多少，还有效吗？")) == ended(orchards, "苗圃管理办法还有效吗？")
    for question in ("苗圃管理办法由谁负责，还有效吗？", "苗圃管理办法还有效吗，联系电话是多少？"):
        assert ended_document(orchards.evidence(question)) is not None
        assert compose_ended(orchards.evidence(question)) is None


HARBOURS = "# 岚江市码头条例\n\n第九条 本条例自2015年12月1日起施行。《岚江市渡口条例》同时废止。\n"


@pytest.mark.parametrize("asked", ["是哪天失效的？", "从哪一天起失效？", "还有效吗？要是已经失效，是哪天失效的？"])
def test_the_day_is_told_with_the_ending_where_it_is_asked_for(tmp_path: Path, asked: str) -> None:
    with reading(tmp_path, 码头=HARBOURS) as reader:
        assert "2015年12月1日" in reader.ask(f"岚江市渡口条例{asked}").text


def test_the_day_is_left_out_where_only_the_ending_is_asked_for(tmp_path: Path) -> None:
    with reading(tmp_path, 码头=HARBOURS) as reader:
        assert [statement.text for statement in ended(reader, "渡口条例还有效吗？").statements] == ["《岚江市渡口条例》同时废止。"]
