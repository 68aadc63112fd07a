"""One phase of a project is told apart from another, in rows, figures and sentences."""

from pathlib import Path

import pytest

from assistant.understanding.phases import leaves_out_line, leaves_out_phase, of_other_phase, phases_in
from tests.assistant.written_corpus import reading

PLAN = (
    "# 甲川市算力行动计划（2025—2027年）\n\n## 一、重点任务\n\n推进甲川智算中心二期建设，完成主体工程。\n\n"
    "建设甲川智算中心，一期2025年10月建成投用，算力规模达到600P；二期2027年3月建成投用，总算力规模达到1500P。\n"
)


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("智算中心一期和二期", {"一期", "二期"}),
        ("轨道交通3号线一期", {"一期"}),
        ("分两期建设", set()),
        ("第一期简报", set()),
        ("学期末", set()),
        ("每一期间", set()),
    ],
)
def test_phases_are_those_of_projects(text: str, phases: set[str]) -> None:
    assert phases_in(text) == phases


def test_what_names_no_phase_or_the_one_asked_about_is_of_no_other() -> None:
    assert of_other_phase("二期多大？", "一期600P")
    assert not of_other_phase("二期多大？", "一期600P，二期900P")
    assert not of_other_phase("二期多大？", "算力规模")
    assert not of_other_phase("多大？", "一期600P")


def test_lines_and_bridges_are_told_apart_by_their_numbers() -> None:
    assert of_other_phase("轨道交通2号线一期全长多少？", "3号线一期全长24公里")
    assert not of_other_phase("轨道交通3号线一期全长多少？", "3号线全长24公里")
    assert of_other_phase("甲江四桥哪年建成？", "甲江三桥建成通车")
    assert not of_other_phase("甲江四桥哪年建成？", "石拱桥一桥一档")


def test_a_line_that_is_asked_about_is_named_around_the_answer() -> None:
    assert leaves_out_line("地铁6号线什么时候通车？", "地铁沿线气象服务，2024年12月完成")
    assert not leaves_out_line("地铁二号线什么时候通车？", "轨道交通2号线2026年通车")
    assert not leaves_out_line("地铁什么时候通车？", "地铁2026年通车")


def test_an_answer_without_the_phase_asked_about_is_told_where_the_text_has_that_phase() -> None:
    known = ["二期建设加快"]
    assert leaves_out_phase("中心二期总投资多少？", "总投资76亿元", "签约项目，总投资76亿元", known)
    assert not leaves_out_phase("中心二期总投资多少？", "总投资76亿元", "签约项目，总投资76亿元", ["签约项目"])
    assert not leaves_out_phase("中心二期总投资多少？", "总投资76亿元", "二期，总投资76亿元", known)
    assert leaves_out_phase("一期和二期有什么不同？", "二期900P", "一期600P，二期900P", known)


def test_the_sentence_tells_of_the_phase_asked_about(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=PLAN) as reader:
        said = reader.ask("智算中心二期什么时候建成？").text
        assert "2027年3月" in said
        assert "2025年10月" not in said


def test_a_total_is_not_cut_off_behind_its_first_part(tmp_path: Path) -> None:
    with reading(tmp_path, 计划=PLAN) as reader:
        assert "1500P" in reader.ask("甲川智算中心两期投用后算力总共多少？").text


def test_a_row_of_another_phase_is_none_of_the_evidence(tmp_path: Path) -> None:
    table = "# 甲川市项目清单\n\n| 序号 | 项目名称 | 建设单位 | 建设内容 |\n|---|---|---|---|\n| 1 | 智算中心一期 | 甲川数据集团 | 建设600P算力 |\n"
    with reading(tmp_path, 清单=table) as reader:
        assert not reader.evidence("智算中心二期由谁建？").scenarios
        assert reader.evidence("智算中心一期由谁建？").scenarios
