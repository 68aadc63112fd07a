"""What a short name stands for, and how a full one is shortened, is told from the brackets that say it."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.abbreviations import compose_abbreviation
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市智慧渔业发展规划（2025-2030年）

## 一、平台

推进渔业管理，建设渔船动态监控系统（VMS），到2026年接入渔船900艘。完善港口监控系统（PMS）。推广渔获电子报告（ERS）、电子监控（EM）等技术。

VMS系统由市渔业局运行，ERS填报率达到95%。

采用建设-移交(BT)模式建设码头。

成立由市长任组长的渔业发展领导小组，办公室（简称“市渔发办”）设在市渔业局。全市统一的渔港信息平台（以下简称平台）由市数据局建设。

渔港经营者和渔船所有人（以下统称渔业主体）应当向平台报送数据。渔业合作组织（简称不明）除外。支持鱼苗（小）放流。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbour"), 规划=PLAN) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("VMS是什么系统的缩写？", "渔船动态监控系统（VMS）"),
        ("规划里的VMS代表什么？", "渔船动态监控系统（VMS）"),
        ("什么是BT模式？", "建设-移交(BT)模式"),
        ("ERS和EM分别指什么技术？", "渔获电子报告（ERS）、电子监控（EM）"),
        ("渔船动态监控系统的英文缩写是什么？", "渔船动态监控系统（VMS）"),
        ("港口监控系统的缩写是什么？", "港口监控系统（PMS）"),
        ("渔船动态监控系统又叫什么？", "渔船动态监控系统（VMS）"),
        ("“市渔发办”是什么机构？", "渔业发展领导小组，办公室（简称“市渔发办”）"),
        ("规划里说的“平台”指的是什么？", "渔港信息平台（以下简称平台）"),
        ("渔业主体包括哪两类？", "渔港经营者和渔船所有人（以下统称渔业主体）"),
    ],
)
def test_the_bracket_that_holds_the_other_form_is_told(harbour: Reader, question: str, told: str) -> None:
    draft = compose_abbreviation(harbour.evidence(question))
    assert draft is not None
    assert len(draft.statements) == 1
    assert told in draft.statements[0].text


def test_the_sentence_before_is_not_told(harbour: Reader) -> None:
    draft = compose_abbreviation(harbour.evidence("ERS是什么？"))
    assert draft is not None
    assert "900" not in draft.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "VMS到2026年接入多少艘渔船？",
        "VMS系统由谁运行？",
        "AIS是什么系统的缩写？",
        "VMS和AIS分别是什么系统的缩写？",
        "平台由哪个部门建设？",
        "渔业局是什么？",
        "鱼苗的简称是什么？",
    ],
)
def test_what_asks_for_something_else_or_has_no_bracket_is_left_to_others(harbour: Reader, question: str) -> None:
    assert compose_abbreviation(harbour.evidence(question)) is None
