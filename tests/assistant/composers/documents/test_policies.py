"""Which documents are the basis: their titles and numbers as printed, all of them where all are asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.policies import compose_policy
from assistant.draft import Draft
from tests.assistant.corpus_fixture import PORT, TREES, Reader
from tests.assistant.written_corpus import reading

RIVERS = """# 岚江市智慧水利总体规划（2025-2030年）

岚政发〔2025〕3号

本规划依据《国务院关于推进水网建设的指导意见》（国发〔2023〕8号）、《岚江省河湖长制实施办法》（岚政办发〔2024〕19号）、《水法》制定。

## 一、工作任务

### （一）提升防汛能力

在江堤布设水位雷达，建成“一江通”调度台。

#### 政策保障

《岚江省防汛抗旱行动方案（2024-2026年）》、水利部《雷达测雨试点通知》、《岚江市“十四五”防汛规划》、《岚江市“十四五”排涝规划》。

### （二）改善农村供水

更换老旧水表，巡检泵房。

#### 政策保障

市水务局等5部门联合印发《农村供水若干措施》、《岚江市泵房管理办法》。

## 二、指标

指标\t2030年目标\t制定依据
水表在线率\t95%\t与《岚江市供水条例》相匹配
堤防达标率\t90%\t与《全国堤防建设标准》相匹配

本规划自《岚江市智慧水利总体规划（2025-2030年）》印发之日起执行。
"""


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("rivers"), 水利=RIVERS) as reader:
        yield reader


def titles_in(draft: Draft) -> list[object]:
    return [fact.values["title"] for fact in draft.facts]


def test_label_is_found_by_what_its_section_says(rivers: Reader) -> None:
    draft = composed(rivers, "布设水位雷达的那一节，政策保障有哪些？")
    assert len(titles_in(draft)) == 4
    assert titles_in(composed(rivers, "更换老旧水表那一节列的政策保障是什么？")) == ["农村供水若干措施", "岚江市泵房管理办法"]


def test_kind_and_number_asked_for_narrow_the_list(rivers: Reader) -> None:
    assert titles_in(composed(rivers, "提升防汛能力那节的政策保障列了哪两个规划？")) == ["岚江市“十四五”防汛规划", "岚江市“十四五”排涝规划"]


def test_one_reference_is_given_by_its_description(rivers: Reader) -> None:
    draft = composed(rivers, "讲“一江通”的那一节，政策保障里省里的防汛抗旱方案叫什么？")
    assert titles_in(draft) == ["岚江省防汛抗旱行动方案（2024-2026年）"]


def test_issuer_is_given_with_the_reference_when_the_question_speaks_of_it(rivers: Reader) -> None:
    text = composed(rivers, "农村供水的政策保障里，几个部门联合印发了什么措施？").statements[0].text
    assert "市水务局等5部门联合印发《农村供水若干措施》" in text


def test_reference_in_a_row_is_found_by_the_row(rivers: Reader) -> None:
    assert titles_in(composed(rivers, "堤防达标率这个指标是按照哪个文件定的？")) == ["全国堤防建设标准"]


def test_what_an_indicator_rests_on_is_not_what_its_document_rests_on(rivers: Reader) -> None:
    assert titles_in(composed(rivers, "智慧水利总体规划里堤防达标率的目标值，依据的是什么文件？")) == ["全国堤防建设标准"]
    assert len(titles_in(composed(rivers, "智慧水利总体规划依据哪些文件制定？"))) == 3


def test_a_document_is_never_its_own_basis(rivers: Reader) -> None:
    draft = composed(rivers, "智慧水利总体规划印发之日执行依照哪个文件？")
    assert "岚江市智慧水利总体规划（2025-2030年）" not in titles_in(draft)


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_policy(reader.evidence(question))
    assert draft is not None
    return draft


def test_all_references_under_the_label_are_given_with_their_numbers(reader: Reader) -> None:
    draft = composed(reader, "智慧港口计划的政策保障有哪些？")
    text = "".join(statement.text for statement in draft.statements)
    assert "《国家智慧港口建设指南》（交水发〔2024〕31号）" in text
    assert "《岚江市港口条例》" in text
    assert [(fact.values["title"], fact.values["number"]) for fact in draft.facts] == [
        ("国家智慧港口建设指南", "交水发〔2024〕31号"),
        ("岚江市港口条例", None),
    ]


@pytest.mark.parametrize("question", ["《国家智慧港口建设指南》的文号是多少？", "智慧港口计划依据的国家建设指南，文号是多少？"])
def test_number_of_a_reference_is_the_one_printed_after_it(reader: Reader, question: str) -> None:
    draft = composed(reader, question)
    assert "交水发〔2024〕31号" in draft.statements[0].text
    assert "岚江市港口条例" not in draft.statements[0].text


def test_reference_is_proved_by_its_own_characters(reader: Reader) -> None:
    draft = composed(reader, "《国家智慧港口建设指南》的文号是多少？")
    (source,) = draft.statements[0].sources
    assert source.document_id == reader.document_id(PORT)
    assert source.span.of(reader.knowledge.document(source.document_id).text) == "《国家智慧港口建设指南》（交水发〔2024〕31号）"


def test_basis_of_a_regulation_is_the_law_it_names(reader: Reader) -> None:
    draft = composed(reader, "古树名木保护条例根据什么法律制定？")
    assert draft.statements[0].text.startswith("《中华人民共和国森林法》")
    assert draft.statements[0].sources[0].document_id == reader.document_id(TREES)


def test_no_reference_is_given_where_none_fits(reader: Reader) -> None:
    assert compose_policy(reader.evidence("量子卫星发射窗口")) is None


def test_document_the_question_names_itself_is_not_the_one_asked_for(tmp_path: Path) -> None:
    letter = "# 关于看病方便的答复\n\n原《岚江市“互联网+诊疗”行动方案（2020—2022年）》已到期，现按照《岚江市智慧健康提升方案》（岚卫发〔2024〕6号）执行。\n"
    with reading(tmp_path, 答复=letter) as reader:
        draft = composed(reader, "“互联网+诊疗”行动方案到期以后，现在按照哪个文件办？")
        assert draft.statements[0].text.startswith("《岚江市智慧健康提升方案》（岚卫发〔2024〕6号）")


def test_all_that_a_named_section_rests_on_is_given_in_whatever_words(rivers: Reader) -> None:
    both = ["农村供水若干措施", "岚江市泵房管理办法"]
    assert titles_in(composed(rivers, "水利总体规划里改善农村供水这项任务依据哪些政策？")) == both
    assert titles_in(composed(rivers, "水利总体规划里改善农村供水，靠什么政策撑着？")) == both
    assert len(titles_in(composed(rivers, "智慧水利总体规划依据哪些文件制定？"))) == 3


REPEALING = """# 岚江市渔业发展规划（2025-2030年）

为贯彻落实《岚江省渔业条例》《岚江省渔业规划》（岚政发〔2024〕2号），制定本规划。

## 一、任务

按照《渔船管理办法》《渔港管理办法》的要求建设渔港数据规范。《渔业补助办法》另行制定。

本规划自印发之日起施行。《岚江市渔业三年行动计划》（岚政发〔2021〕5号）同时废止。
"""


def test_documents_put_out_of_force_and_those_of_one_sentence(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=REPEALING) as reader:
        assert titles_in(composed(reader, "渔业发展规划印发后废止了哪份文件，文号是多少？")) == ["岚江市渔业三年行动计划"]
        assert titles_in(composed(reader, "渔业发展规划贯彻落实的是哪些文件？")) == ["岚江省渔业条例", "岚江省渔业规划"]
        assert titles_in(composed(reader, "渔港数据规范是按照哪两份文件的要求来建的？")) == ["渔船管理办法", "渔港管理办法"]


def test_the_one_document_that_another_ended_is_asked_for_in_everyday_words(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=REPEALING) as reader:
        answer = reader.ask("渔业发展规划出来以后，哪份老方案作废了？")
        assert "《岚江市渔业三年行动计划》" in answer.text
        assert "施行" not in answer.text


def test_the_one_reference_of_a_kind_is_given_where_one_is_told_of(rivers: Reader) -> None:
    told = "岚江省防汛抗旱行动方案（2024-2026年）"
    assert titles_in(composed(rivers, "有一个防汛的行动方案，提升防汛能力那节的政策保障引用了它，全名是什么？")) == [told]
    assert titles_in(composed(rivers, "提升防汛能力那节的政策保障里有一份雷达测雨的通知，全名是什么？")) == ["雷达测雨试点通知"]
    assert len(titles_in(composed(rivers, "提升防汛能力那节的政策保障有哪些？"))) == 4
