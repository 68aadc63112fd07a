"""What a number that a question names stands for, and that a document has no number."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.documents.numbered_policies import compose_numbered
from assistant.composers.documents.policies import compose_policy
from assistant.composers.documents.titles_of_numbers import compose_titles_of_numbers
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RIVERS = """# 岚江市智慧水利建设规划（2025-2030年）

岚政发〔2025〕3号

本规划依据《国务院关于推进水网建设的指导意见》（国发〔2023〕8号）、《国务院关于数字孪生流域的意见》（国发〔2023〕12号）、《岚江省河湖长制实施办法》（岚政办发〔2024〕19号）制定。《岚江市智慧水利实施方案（2021—2024年）》（岚政办发〔2021〕5号）自本规划印发之日起停止执行。

## 一、工作任务

### （一）完善水费制度

根据《水资源税法》《价格法》等法律，制定《岚江市阶梯水价办法》和《岚江市水费减免细则》。

### （二）培育节水工匠

落实《节水技术人员培训方案》（人社发〔2022〕7号），培训节水技术人员300人。

### （三）奖励节水标兵

先后出台“节水新政20条”、《岚江市标兵评选细则》等政策，奖励节水标兵。

本规划自印发之日起施行，有效期至2030年12月31日。
"""


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(Path(tmp_path_factory.mktemp("rivers")), 水利=RIVERS) as reader:
        yield reader


def _text(draft: object) -> str:
    return "".join(statement.text for statement in getattr(draft, "statements", ()))


def test_each_number_is_told_with_its_title_in_the_order_of_the_question(rivers: Reader) -> None:
    for question in ("水利规划引了国发〔2023〕的两份文件，12号、8号各是讲什么的？", "国发[2023]12号和国发（2023）8号分别是什么文件？"):
        text = _text(compose_titles_of_numbers(rivers.evidence(question)))
        assert text.index("数字孪生流域") < text.index("水网建设")
        assert "河湖长制" not in text


def test_the_number_of_a_document_held_is_told_with_its_title(rivers: Reader) -> None:
    assert "智慧水利建设规划" in _text(compose_titles_of_numbers(rivers.evidence("岚政发〔2025〕3号是哪份规划？")))


@pytest.mark.parametrize(
    "question",
    [
        "国发〔2023〕8号是什么时候印发的？",
        "国发〔2023〕8号由哪个部门负责落实？",
        "国发〔2023〕99号是什么文件？",
        "国发〔2023〕8号要求培训多少人？",
    ],
)
def test_what_the_title_does_not_answer_is_left_to_others(rivers: Reader, question: str) -> None:
    assert compose_titles_of_numbers(rivers.evidence(question)) is None


def test_what_the_question_sets_apart_is_not_told(rivers: Reader) -> None:
    text = rivers.ask("智慧水利建设规划除了水网建设的指导意见和省里的河湖长制办法，还依据了哪份国务院文件，文号是？").text
    assert "国发〔2023〕12号" in text
    assert "19号" not in text
    assert "国发〔2023〕8号" not in text


def test_a_document_named_without_a_number_is_said_to_have_none(rivers: Reader) -> None:
    draft = compose_numbered(rivers.evidence("《价格法》的文号是多少？"))
    assert draft is None or draft.status == "not_found"
    draft = compose_numbered(rivers.evidence("岚江市阶梯水价办法的文号是多少？"))
    assert draft is not None
    assert draft.status == "not_found"
    assert "没有写明文号" in _text(draft)


def test_a_document_with_a_number_is_not_said_to_have_none(rivers: Reader) -> None:
    for question in ("《节水技术人员培训方案》的文号是多少？", "岚江市智慧水利建设规划的文号是多少？"):
        answer = rivers.ask(question)
        assert "没有写明" not in answer.text
        assert "号" in answer.text


def test_a_policy_called_by_words_in_quotation_marks_is_told_with_the_one_beside_it(rivers: Reader) -> None:
    text = rivers.ask("智慧水利建设规划里奖励节水标兵，出台了哪两份政策？").text
    assert "节水新政20条" in text
    assert "标兵评选细则" in text
    alone = _text(compose_policy(rivers.evidence("智慧水利建设规划里，标兵评选细则是哪一份文件？")))
    assert "标兵评选细则" in alone
    assert "节水新政" not in alone


def test_number_and_validity_are_told_together(rivers: Reader) -> None:
    text = rivers.ask("智慧水利建设规划的有效期到哪天，文号是什么？").text
    assert "2030年12月31日" in text
    assert "岚政发〔2025〕3号" in text
