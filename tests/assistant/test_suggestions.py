"""Suggested questions stay on the subject of the answer, and the documents can answer in the language of the question."""

import pytest

from assistant.draft import Draft, DraftFact, Statement
from assistant.suggestions import follow_up_suggestions
from tests.assistant.corpus_fixture import Reader

SUBJECTS = {"scenario": "跌倒预警守护", "responsibility": "搭建数据共享平台", "target": "港口岸电覆盖率"}


def drafted(kind: str, subject: str | None = None) -> Draft:
    columns = {"建设单位": "甲", "建设期限": "乙", "目前进展": "丙"} if kind == "scenario" else {}
    return Draft(
        (Statement("甲。"),),
        1.0,
        facts=(DraftFact({"kind": kind, **columns}),),
        subject=SUBJECTS.get(kind, "甲乙丙丁") if subject is None else subject,
    )


@pytest.mark.parametrize("kind", SUBJECTS)
def test_up_to_three_suggestions_all_name_the_subject(reader: Reader, kind: str) -> None:
    made = follow_up_suggestions(drafted(kind), reader.evidence("2025年的内容？").question)
    assert 1 <= len(made) <= 3
    assert len(set(made)) == len(made)
    assert all(SUBJECTS[kind] in suggestion for suggestion in made)


@pytest.mark.parametrize(
    ("kind", "question", "asked_again"),
    [
        ("scenario", "跌倒预警守护的目前进展是什么？", "目前进展"),
        ("scenario", "跌倒预警守护做到哪一步了？", "目前进展"),
        ("scenario", "跌倒预警守护什么时候建成？", "建设期限"),
        ("scenario", "跌倒预警守护归哪个部门管？", "建设单位"),
        ("responsibility", "搭建数据共享平台主要有什么作用？", "主要内容"),
        ("target", "港口岸电覆盖率2025年、2026年各是多少？", "各年"),
        ("target", "港口岸电覆盖率的目标是多少？", "各年"),
    ],
)
def test_what_was_asked_is_not_suggested_again_in_other_words(reader: Reader, kind: str, question: str, asked_again: str) -> None:
    made = follow_up_suggestions(drafted(kind), reader.evidence(question).question)
    assert [suggestion for suggestion in made if asked_again in suggestion] == []
    assert len(made) == (2 if kind == "scenario" else 0)


@pytest.mark.parametrize("subject", ["完成", "打造", "（责任单位：市数据局）", "零材料”申报场景数量", "”反“了的名称", "实现全市覆盖率"])
@pytest.mark.parametrize("kind", ["target"])
def test_bare_verb_owner_bracket_and_half_a_pair_of_quotes_are_no_subjects(reader: Reader, kind: str, subject: str) -> None:
    assert follow_up_suggestions(drafted(kind, subject), reader.evidence("2025年的内容？").question) == ()


def test_name_with_quotation_marks_of_its_own_keeps_both(reader: Reader) -> None:
    made = follow_up_suggestions(drafted("scenario", "“一机游”数字应用"), reader.evidence("目前进展如何？").question)
    assert made[0] == "“一机游”数字应用的建设期限是什么？"


def test_column_that_the_row_lacks_is_not_suggested(reader: Reader) -> None:
    draft = Draft((Statement("甲。"),), 1.0, facts=(DraftFact({"kind": "scenario", "目前进展": "丙"}),), subject="跌倒预警守护")
    assert follow_up_suggestions(draft, reader.evidence("跌倒预警守护是什么？").question) == ("“跌倒预警守护”目前进展如何？",)


@pytest.mark.parametrize("draft", [drafted("derived"), drafted("scenario", subject=""), drafted("scenario", subject="长" * 60)])
def test_answer_without_a_fact_to_go_on_from_or_a_name_to_say_suggests_nothing(reader: Reader, draft: Draft) -> None:
    assert follow_up_suggestions(draft, reader.evidence("跌倒预警守护是什么？").question) == ()


def test_english_question_gets_english_suggestions(reader: Reader) -> None:
    made = follow_up_suggestions(drafted("scenario"), reader.evidence("What is the platform?").question)
    assert made
    assert all(suggestion[0].isascii() for suggestion in made)


def test_suggestions_of_an_answer_are_answered_on_the_same_subject(reader: Reader) -> None:
    answer = reader.ask("跌倒预警守护由谁建设？")
    assert answer.suggestions
    for suggestion in answer.suggestions:
        following = reader.ask(suggestion)
        assert following.status == "answered", suggestion
        assert any(fact.get("name") == "跌倒预警守护" for fact in following.facts), suggestion
