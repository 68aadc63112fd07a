"""Evidence is what fits the question, best first: in the document it names, not in one it rules out, rather in a plan in force."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assistant.draft import Source
from assistant.evidence import rescored
from assistant.understanding.parts import split_question
from corpus.model.span import Span
from tests.assistant.corpus_fixture import CARE, PORT, TREES, Reader
from tests.assistant.written_corpus import reading

TASK = "搭建数据共享平台由哪些部门负责？"
KINDS = ("responsibilities", "targets", "scenarios", "policies", "passages", "sections", "sentences")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_best_first(reader: Reader, kind: str) -> None:
    scores = [item.score for item in getattr(reader.evidence("2026年搭建数据共享平台和自动化泊位的政策依据是什么？"), kind)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(("name", "title"), [("智慧港口计划里", PORT), ("智慧养老计划里", CARE)])
def test_named_document_goes_before_another_with_the_same_words(reader: Reader, name: str, title: str) -> None:
    found = reader.evidence(f"{name}{TASK}").responsibilities
    assert found[0].document.title == title
    assert found[0].item.task == "搭建数据共享平台"


@pytest.mark.parametrize(("name", "title", "other"), [("智慧港口计划", PORT, CARE), ("智慧养老计划", CARE, PORT)])
def test_naming_a_document_raises_it_and_sets_the_others_back(reader: Reader, name: str, title: str, other: str) -> None:
    before, after = (
        {found.document.title: found.score for found in reader.evidence(asked).responsibilities if "数据共享" in found.item.task}
        for asked in (TASK, f"{TASK}（{name}）")
    )
    relative = {key: after[key] - before[key] for key in (title, other)}
    assert relative[title] > relative[other] + 0.5
    assert relative[other] < -0.2


def test_excluded_document_comes_last_of_equals(reader: Reader) -> None:
    for name, other in (("智慧港口", CARE), ("智慧养老", PORT)):
        found = [item for item in reader.evidence(f"{TASK}不是{name}那份").responsibilities if item.item.task == "搭建数据共享平台"]
        assert found[0].document.title == other
        assert found[0].score - found[-1].score > 0.3


def test_plan_in_force_goes_before_one_that_is_over(reader: Reader) -> None:
    assert reader.evidence(TASK, date(2025, 6, 1)).responsibilities[0].document.title == PORT
    scores = {
        item.document.title: item.score for item in reader.evidence(TASK, date(2025, 6, 1)).responsibilities if "数据共享" in item.item.task
    }
    before = {
        item.document.title: item.score for item in reader.evidence(TASK, date(2024, 6, 1)).responsibilities if "数据共享" in item.item.task
    }
    assert scores[CARE] < before[CARE]
    assert scores[PORT] == before[PORT]


def test_plan_that_is_over_is_not_set_back_when_its_years_are_asked_for(reader: Reader) -> None:
    asked, other = (reader.evidence(f"{year}年培训数据管理员多少人？", date(2026, 1, 1)) for year in (2024, 2027))
    score = {evidence: next(t.score for t in evidence.targets if t.document.title == CARE) for evidence in (asked, other)}
    assert score[asked] > score[other]


def test_sentences_are_their_documents_characters(reader: Reader) -> None:
    sentences = reader.evidence("古树多久巡查一次？").sentences
    assert sentences[0].document.title == TREES
    assert "每年至少巡查四次" in sentences[0].text
    assert all(sentence.span.of(sentence.document.text) == sentence.text for sentence in sentences)
    assert all(sentence.passage.span.contains(sentence.span) for sentence in sentences)


def test_heading_speaks_for_the_sentence_under_it(reader: Reader) -> None:
    found = reader.evidence("居家适老化改造做什么？").sentences[0]
    assert "扶手" in found.text


def test_what_stands_in_marks_is_preferred(reader: Reader) -> None:
    plain = reader.evidence("老人在食堂刷脸付款叫什么，床位余缺一张图公示什么？")
    quoted = reader.evidence("老人在食堂刷脸付款叫什么，“床位余缺一张图”公示什么？")
    gained = [next(row.score for row in e.scenarios if row.item.name == "床位余缺一张图") for e in (plain, quoted)]
    assert gained[1] > gained[0] + 0.1


def test_parts_of_a_compound_question_have_evidence_of_their_own(reader: Reader) -> None:
    whole = reader.evidence("冷链货物追溯系统由谁负责，2026年建成多少个自动化泊位？")
    first, second = (whole.part(text, ()) for text in split_question(whole.question.text))
    assert first.responsibilities[0].item.task == "建设冷链货物追溯系统"
    assert second.targets[0].item.subject == "自动化泊位"


def test_question_of_unknown_words_finds_nothing_that_scores(reader: Reader) -> None:
    evidence = reader.evidence("量子计算卫星发射")
    assert all(item.score < 0.3 for item in (*evidence.responsibilities, *evidence.targets, *evidence.sentences))


def test_rescoring_changes_the_order_and_nothing_else(reader: Reader) -> None:
    @dataclass
    class Seen:
        scores: list[float]

    seen = Seen([])
    items = reader.evidence("自动化泊位建成多少个？").targets
    turned = rescored(items, lambda item: seen.scores.append(item.score) or -2 * item.score)  # type: ignore[func-returns-value]
    assert [item.score for item in turned] == sorted((-score for score in seen.scores), reverse=True)
    assert {id(item.item) for item in turned} == {id(item.item) for item in items}


def test_part_that_names_nothing_asks_of_what_the_heading_before_it_names(reader: Reader) -> None:
    whole = reader.evidence("货物标签能不能追踪？谁在弄")
    document = reader.knowledge.document(reader.document_id(PORT))
    start = document.text.index("赋予电子标签")
    near = (Source(document.id, Span(start, start + 6)),)
    part = whole.part("谁在弄", near)
    assert {"冷链", "追溯"} <= set(part.question.background)
    assert part.question.documents.strongest == document.id
    named = whole.part("自动化泊位由谁负责", near)
    assert named.question.documents.strongest is None
    assert "冷链" not in named.question.background


def test_documents_of_the_city_that_a_question_names_go_before_those_of_another(tmp_path: Path) -> None:
    near = "# 关于推进人才工程的实施意见\n\n一、目标\n\n大连市实施人才工程。在大连，5年内培养高层次人才2000名。大连人才总量增长。\n"
    far = "# 沈阳市人才计划\n\n一、目标\n\n沈阳引进和培养高层次人才200名、青年人才300名。\n"
    with reading(tmp_path, 人才意见=near, 人才计划=far) as reader:
        assert "2000名" in reader.ask("大连要引进和培养多少名高层次人才？").text
        assert "200名" in reader.ask("沈阳要引进和培养多少名高层次人才？").text


def test_documents_with_words_are_those_whose_entries_hold_them(reader: Reader) -> None:
    evidence = reader.evidence("自动化泊位建成多少个？")
    assert reader.document_id(PORT) in {document.id for document in evidence.documents_with("自动化泊位")}
    assert evidence.documents_with("海底捞月") == []


def test_documents_of_targets_name_each_document_once(reader: Reader) -> None:
    evidence = reader.evidence("自动化泊位建成多少个？")
    found = [document.id for document in evidence.documents_of_targets]
    assert found[0] == reader.document_id(PORT)
    assert len(found) == len(set(found))


def test_question_that_a_document_prints_is_no_evidence(tmp_path: Path) -> None:
    text = "海川市政策问答\n\nQ: 居民医保什么时候参保？\nA: 集中参保期为每年9月1日至12月31日。\n"
    with reading(tmp_path, 海川市政策问答=text) as reader:
        found = [sentence.text for sentence in reader.evidence("居民医保什么时候参保？").sentences]
        assert any("9月1日" in one for one in found)
        assert not any(one.startswith("Q") for one in found)


def test_thanks_of_a_letter_are_no_evidence(tmp_path: Path) -> None:
    text = (
        "# 关于培养港口数据人才的建议（第21号）的答复\n\n岚港建议〔2025〕21号\n\n## 一、培养港口数据人才\n\n"
        "我局每年选派四十名职工到院校进修。\n\n感谢您对港口数据人才培养工作的关心。希望您继续关注港口数据人才培养。\n\n"
        "全体职工感谢信制度由工会负责。\n\n岚江市港航局\n\n2025年5月6日\n"
    )
    with reading(tmp_path, 人才答复=text) as reader:
        said = [sentence.text for sentence in reader.evidence("港口数据人才怎么培养？").sentences]
        assert "我局每年选派四十名职工到院校进修。" in said
        assert not [one for one in said if "关心" in one or "继续关注" in one]
        assert "全体职工感谢信制度由工会负责。" in [s.text for s in reader.evidence("感谢信制度由谁负责？").sentences]


def test_row_that_the_question_calls_by_its_whole_name_goes_before_one_as_good(tmp_path: Path) -> None:
    head = "# 海川市医疗数据场景清单\n\n序号\t场景名称\t建设单位\t场景描述\t建设期限\n"
    rows = (
        "1\t急救能力提升\t市卫健委\t推进医疗机构信息互通共享，医疗机构急救信息互通共享\t2023年1月-2024年12月\n"
        "2\t医疗机构信息互通共享\t市卫健委\t调阅电子病历\t2024年1月-2025年6月\n3\t挂号\t市卫健委\t预约挂号\t2024年3月-2024年5月\n"
    )
    with reading(tmp_path, 场景清单=head + rows) as reader:
        assert reader.evidence("医疗机构信息互通共享的起止年月").scenarios[0].item.name == "医疗机构信息互通共享"
        assert "2025年6月" in reader.ask("医疗机构信息互通共享的起止年月").text


def test_ideas_a_plan_is_written_in_the_spirit_of_stand_back_unless_asked_for(tmp_path: Path) -> None:
    text = (
        "# 岚江市学校数字化行动计划（2025-2027年）\n\n## 一、总体要求\n\n"
        "深入学习贯彻党的二十大精神，优化学校转学入学服务。\n\n## 二、任务\n\n学校转学入学手续在网上办理。\n"
    )
    with reading(tmp_path, 学校计划=text) as reader:
        assert reader.evidence("学校转学入学手续怎么办？").sentences[0].text == "学校转学入学手续在网上办理。"
        asked, other = (
            next(one.score for one in reader.evidence(question).sentences if one.text.startswith("深入"))
            for question in ("学校转学入学贯彻什么精神？", "学校转学入学贯彻什么？")
        )
        assert asked > other


def test_what_prints_an_everyday_word_itself_is_found_by_it(tmp_path: Path) -> None:
    report = "# 岚江市数字惠民报告\n\n" + "".join(f"第{number}座船闸完成检修，人脸识别设备已经换新。\n\n" for number in range(70))
    with reading(tmp_path, 报告=report + "“刷脸登船”在岚江轮渡正式上线。\n") as reader:
        assert "刷脸登船" in reader.evidence("刷脸行不行？").sentences[0].text


def test_what_speaks_of_two_places_is_found_in_the_plan_of_the_province(tmp_path: Path) -> None:
    province = "# 辽宁省数字化行动计划（2022-2035年）\n\n一、目标\n\n到2035年，丹东、营口建成现代化港口城市。\n"
    city = "# 丹东市数字化行动计划（2022-2035年）\n\n一、目标\n\n到2035年，丹东建成现代化城市。\n"
    with reading(tmp_path, 省=province, 市=city) as reader:
        assert "营口" in reader.evidence("丹东市和营口市到2035年要建成什么样的城市？").sentences[0].text
        assert "营口" not in reader.evidence("丹东市到2035年要建成什么样的城市？").sentences[0].text
