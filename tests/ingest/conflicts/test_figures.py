from pathlib import Path

import pytest

from tests.ingest.conflicts.examples import OTHER_PLAN, conflicts_in, values


def goal_and_task(goal: str, task: str, more: str = "") -> str:
    return f"## 一、总体目标\n\n{goal}\n\n## 二、重点任务\n\n### （一）完善供水管网\n\n{task}\n\n### （二）提升服务水平\n\n{more or '优化服务流程。'}\n"


def test_two_figures_of_one_indicator_and_year_are_a_conflict_with_both_places(tmp_path: Path) -> None:
    (conflict,) = conflicts_in(tmp_path, goal_and_task("到2026年，供水管网漏损率降至8%。", "到2026年底，供水管网漏损率降至9%。"))
    assert (conflict.kind, conflict.differs, conflict.year, conflict.adds_up) == ("target", "value", 2026, False)
    assert [party.value for party in conflict.parties] == ["8%", "9%"]
    assert all(party.fact_id and party.time_span for party in conflict.parties)


@pytest.mark.parametrize(
    ("goal", "task", "why"),
    [
        ("到2026年，建成智能泵站40座。", "到2026年底，建成智能泵站40座。", "the same figure"),
        ("到2026年，建成智能泵站40座。", "到2025年，建成智能泵站30座。", "other years"),
        ("到2026年，累计更换智能水表50万只。", "2026年，更换智能水表18万只。", "a year's figure beside the sum"),
        ("到2026年，智能水表达到50万只。", "2026年，新增智能水表18万只。", "growth beside the whole"),
        ("到2026年，培训水务人员3000人。", "到2026年，每年培训水务人员1000人。", "each year beside the whole"),
        ("到2026年，供水管网漏损率降至8%。", "到2026年，农村供水管网漏损率降至12%。", "a part beside the whole"),
        ("到2026年，建成智能泵站40座，其中无人值守泵站12座。", "到2026年，建成智能泵站40座。", "a part of the same sentence"),
        ("到2026年，打造应用场景20个。", "到2026年，打造应用场景5个。", "a word that only its heading tells the meaning of"),
        ("到2026年，覆盖率达到95%。", "到2026年，覆盖率达到80%。", "a rate of nothing named"),
        ("到2026年，建成水质监测站40座。", "到2026年6月底，建成水质监测站25座。", "another month"),
        ("到2026年，培育节水企业5—10家。", "到2026年，培育节水企业8家。", "a figure within a range"),
        ("到2026年，建成水质监测站约40座。", "到2026年，建成水质监测站41座。", "about"),
        ("到2026年，对节水企业给予最高50万元奖励。", "到2026年，对节水企业给予最高20万元奖励。", "grants"),
        ("到2026年，建成智能泵站40座。", "2026年，目前建成智能泵站12座。", "an aim beside a result"),
        ("到2026年，临岚区建成智能泵站8座。", "到2026年，青溪区建成智能泵站12座。", "districts"),
    ],
)
def test_what_holds_side_by_side_is_no_conflict(tmp_path: Path, goal: str, task: str, why: str) -> None:
    assert conflicts_in(tmp_path, goal_and_task(goal, task)) == (), why


def test_two_figures_in_one_section_are_of_two_things(tmp_path: Path) -> None:
    task = "依托在线污染源点位313个，加强水质预警。依托在线污染源点位442个，加强空气预警。"
    assert conflicts_in(tmp_path, goal_and_task("到2026年，体系成形。", task)) == ()


def test_sections_of_two_districts_speak_of_two_places(tmp_path: Path) -> None:
    districts = "## 三、分区任务\n\n### （一）临岚区\n\n到2026年，建成智能泵站{}座。\n\n### （二）青溪区\n\n到2026年，建成智能泵站12座。\n"
    assert conflicts_in(tmp_path, districts.format(8)) == ()
    assert conflicts_in(tmp_path, districts.format(8).replace("临岚区", "城东片").replace("青溪区", "城西片"))


def test_a_plan_and_what_was_reached_later_do_not_disagree(tmp_path: Path) -> None:
    report = "# 2025年云川市政府工作报告\n\n云川市人民政府\n\n## 一、工作总结\n\n2024年，智能泵站达到38座。\n"
    plan = goal_and_task("到2024年，智能泵站达到40座。", "优化管网。")
    assert conflicts_in(tmp_path, plan, report) == ()
    assert conflicts_in(tmp_path, plan, report.replace("2025年云川市政府", "2024年云川市政府").replace("总结", "部署"))


def test_a_figure_without_a_year_disagrees_only_within_its_document(tmp_path: Path) -> None:
    text = goal_and_task("全市布设供水感知点位5200个。", "优化管网。", "全市布设供水感知点位4800个。")
    assert values(conflicts_in(tmp_path, text)) == [["5200个", "4800个"]]
    other = f"# {OTHER_PLAN}\n\n## 一、任务\n\n全市布设供水感知点位4800个。\n"
    assert conflicts_in(tmp_path, goal_and_task("全市布设供水感知点位5200个。", "优化管网。"), other) == ()


def test_two_plans_of_one_city_disagree_and_two_cities_do_not(tmp_path: Path) -> None:
    one = goal_and_task("到2026年，全市建成5G基站2.4万个。", "优化管网。")
    other = f"# {OTHER_PLAN}\n\n## 一、任务\n\n到2026年底，建成5G基站2.6万个。\n"
    assert values(conflicts_in(tmp_path, one, other)) == [["2.4万个", "2.6万个"]]
    assert conflicts_in(tmp_path, one, other.replace("云川", "临江")) == ()


def test_an_indicator_table_disagrees_with_the_text_above_it(tmp_path: Path) -> None:
    table = "## 表1 主要指标\n\n| 指标 | 单位 | 2023年 | 2026年 |\n| --- | --- | --- | --- |\n| 供水水质合格率 | % | 98 | 99.5 |\n| 供水管网漏损率 | % | 10 | 9 |\n"
    text = goal_and_task("到2026年，供水水质合格率达到99%，供水管网漏损率降至9%。", "优化管网。") + table
    (conflict,) = conflicts_in(tmp_path, text)
    assert sorted(party.value for party in conflict.parties) == ["99%", "99.5%"]


def test_what_there_is_since_an_event_is_not_of_the_events_year(tmp_path: Path) -> None:
    one = "# 2024年云川市政府工作报告\n\n云川市人民政府\n\n## 一、2023年工作回顾\n\n2023年，建成社区助餐点320个。\n"
    other = "# 2024年云川市科技工作报告\n\n云川市科学技术局\n\n## 一、平台\n\n养老平台于2023年上线运行，已有社区助餐点342个。\n"
    assert conflicts_in(tmp_path, one, other) == ()
    assert conflicts_in(tmp_path, one, other.replace("于2023年上线运行，已有", "内，2023年已有"))


def test_results_agree_with_a_bound_that_they_keep(tmp_path: Path) -> None:
    one = "# 2024年云川市政府工作报告\n\n云川市人民政府\n\n## 一、2023年工作回顾\n\n2023年，高新技术企业突破1500家。\n"
    other = "# 2024年云川市科技工作报告\n\n云川市科学技术局\n\n## 一、企业\n\n2023年，全市高新技术企业1523家。\n"
    assert conflicts_in(tmp_path, one, other) == ()
    assert conflicts_in(tmp_path, one, other.replace("1523", "1423"))


def test_a_place_whose_years_add_up_to_the_other_is_marked(tmp_path: Path) -> None:
    years = "2024年，完成10家重点水厂数字化。2025年，完成20家重点水厂数字化。2026年，完成30家重点水厂数字化。"
    (conflict,) = conflicts_in(tmp_path, goal_and_task("到2026年，完成60家重点水厂数字化。", years))
    assert conflict.adds_up
    (conflict,) = conflicts_in(tmp_path, goal_and_task("到2026年，完成70家重点水厂数字化。", years))
    assert not conflict.adds_up


def test_yearly_growth_that_adds_up_is_no_conflict(tmp_path: Path) -> None:
    years = "2024年，新建泵站10座。2025年，新建泵站20座。2026年，新建泵站30座。"
    assert conflicts_in(tmp_path, goal_and_task("到2026年，新建泵站60座。", years)) == ()


def test_the_size_of_a_project_in_a_table_is_no_indicator(tmp_path: Path) -> None:
    head = "| 序号 | 项目名称 | 建设内容 | 建设单位 |\n| --- | --- | --- | --- |\n"
    rows = "| 1 | 城东水厂 | 到2026年，建设标准泵房3000平方米。 | 市水务局 |\n| 2 | 城西水厂 | 到2026年，建设标准泵房5000平方米。 | 市水务局 |\n"
    text = goal_and_task("到2026年，建设标准泵房3600平方米。", "优化管网。")
    assert conflicts_in(tmp_path, f"{text}\n## 附表 重点项目表\n\n{head}{rows}") == ()


def headed(title: str) -> str:
    row = "序号\t项目名称\t工作任务\n1\t老旧小区改造\t改造城镇老旧小区82个\n"
    return f"## 一、重点工作\n\n2025年，改造城镇老旧小区86个。\n\n## 附表 {title}\n\n{row}"


def test_a_table_headed_by_a_year_gives_its_figures_for_it(tmp_path: Path) -> None:
    assert values(conflicts_in(tmp_path, headed("2025年民生实事任务分工表"))) == [["86个", "82个"]]


@pytest.mark.parametrize("title", ["民生实事任务分工表", "2026年民生实事任务分工表", "民生实事任务分工表（2025-2027年）"])
def test_a_table_of_no_or_another_year_contradicts_nothing(tmp_path: Path, title: str) -> None:
    assert conflicts_in(tmp_path, headed(title)) == ()
