"""An answer must speak of what the question names: a place, a name in marks, an everyday word, a name in Latin letters."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.checks.aboutness import carrying_first, is_of_named, is_of_something_else, missing_places, said_around
from assistant.draft import Draft, Source, Statement
from corpus.model.span import Span
from tests.assistant.corpus_fixture import PORT, Reader
from tests.assistant.written_corpus import reading


def draft(reader: Reader, quote: str, *, score: float = 0.6) -> Draft:
    document = reader.knowledge.document(reader.document_id(PORT))
    start = document.text.index(quote)
    return Draft((Statement(quote, (Source(document.id, Span(start, start + len(quote))),)),), score)


def test_place_that_stands_nowhere_around_the_answer_is_missing(reader: Reader) -> None:
    answer = draft(reader, "建成自动化泊位7个")
    assert missing_places(reader.evidence("大连市2026年建成多少个自动化泊位？"), answer) == ["大连"]
    assert not missing_places(reader.evidence("岚江市2026年建成多少个自动化泊位？"), answer)


def test_the_name_of_the_documents_own_region_pairs_up_with_no_word_to_another_place(reader: Reader) -> None:
    answer = draft(reader, "建成自动化泊位7个")
    assert not missing_places(reader.evidence("岚江门户港区建成多少个自动化泊位？"), answer)
    assert missing_places(reader.evidence("江门建成多少个自动化泊位？"), answer) == ["江门"]


def test_name_in_marks_that_the_documents_know_must_stand_around_the_answer(reader: Reader) -> None:
    evidence = reader.evidence("“建设冷链货物追溯系统”建成多少个？")
    assert not is_of_named(evidence, draft(reader, "建成自动化泊位7个")) or not any(
        evidence.matcher.holds_a_name(sentence.text) for sentence in evidence.sentences[:10]
    )
    assert is_of_named(reader.evidence("自动化泊位建成多少个？"), draft(reader, "建成自动化泊位7个"))


def test_latin_name_with_a_chinese_one_must_stand_there_in_one_way(reader: Reader) -> None:
    assert not is_of_named(reader.evidence("2026年GDP达到多少？"), draft(reader, "建成自动化泊位7个"))


def test_unsure_answer_without_any_everyday_word_of_the_question_is_of_something_else(reader: Reader) -> None:
    evidence = reader.evidence("看病要等多久？")
    assert is_of_something_else(evidence, draft(reader, "建成自动化泊位7个"))
    assert not is_of_something_else(evidence, draft(reader, "建成自动化泊位7个", score=0.9))


def test_line_of_a_source_is_read_to_the_end_of_the_text(reader: Reader) -> None:
    document = reader.knowledge.document(reader.document_id(PORT))
    last = document.text.rstrip("\n").rfind("\n") + 1
    end = len(document.text)
    answer = Draft((Statement("末。", (Source(document.id, Span(last, min(last + 2, end))),)),), 1.0)
    assert document.text[last:end].rstrip("\n")[-5:] in said_around(reader.knowledge, answer)


def test_the_region_of_a_document_without_a_place_in_its_title_is_no_other_place(tmp_path: Path) -> None:
    plan = "# 关于推进水务工程的实施意见\n\n一、目标\n\n到2027年，大连市泵站达到30座。大连水厂达到8家。在大连建成水质监测点500个。\n"
    with reading(tmp_path, 水务意见=plan) as reader:
        assert "30座" in reader.ask("大连2027年泵站达到多少座？").text
        assert reader.ask("沈阳2027年泵站达到多少座？").status == "not_found"


def test_another_district_than_the_one_claimed_corrects_the_claim(tmp_path: Path) -> None:
    plan = "# 岚江市渔港计划\n\n一、进展\n\n《岚江市智慧渔港示范区建设方案》正式发布，明确东屿区成为智慧渔港示范先行区。\n"
    with reading(tmp_path, 渔港=plan) as reader:
        assert "东屿区" in reader.ask("岚江智慧渔港示范先行区选在西湾区，对吧？").text
        assert reader.ask("大连智慧渔港示范先行区是哪个，对吧？").status == "not_found"


def test_long_name_without_marks_is_looked_for_where_the_documents_have_it(tmp_path: Path) -> None:
    plan = (
        "# 岚江市渔港计划\n\n一、大赛\n\n举办岚江市智慧渔港创新应用大赛，征集渔业数据企业。\n\n"
        "二、保障\n\n对绩效评价优秀的创新应用平台给予最高100万元奖励。全市救援队伍达到316支。\n"
    )
    with reading(tmp_path, 渔港=plan) as reader:
        assert reader.ask("岚江市智慧渔港创新应用大赛的一等奖奖励多少万元？").status == "not_found"
        assert "大赛" in reader.ask("岚江市智慧渔港创新应用大赛征集哪些企业？").text
        assert "100万元" in reader.ask("绩效评价优秀的创新应用平台奖励多少万元？").text


def test_thing_to_be_counted_must_be_said(tmp_path: Path) -> None:
    plan = "# 岚江市渔港计划\n\n一、检测\n\n到2026年，渔业检测共享中心服务企业900家。\n"
    with reading(tmp_path, 渔港=plan) as reader:
        assert reader.ask("渔业检测共享中心有多少名员工？").status == "not_found"
        assert "900家" in reader.ask("渔业检测共享中心服务多少家企业？").text


@pytest.mark.parametrize(
    "question",
    [
        "2025年要安装多少个智能水表？",
        "2025年要建成多少个数字展厅？",
        "到2025年要建多少个共享自习室？",
        "2025年底智能水表要达到多少个？",
        "2025年数据采集主体的目标是多少？",
    ],
)
def test_a_figure_of_something_else_is_no_answer_for_a_thing_the_documents_do_not_count(tmp_path: Path, question: str) -> None:
    plan = (
        "# 岚江市数字渔港计划（2024-2026年）\n\n一、目标\n\n到2025年底，建成35个数字渔港平台；2025年，安装智能闸机80个，共享数据90亿条。\n"
    )
    with reading(tmp_path, 渔港=plan) as reader:
        assert reader.ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("2025年要安装多少个智能闸机？", "80个"),
        ("2025年底智能闸机要达到多少个？", "80个"),
        ("到2025年底要建几个渔港数字平台？", "35个"),
        ("2025年数字渔港平台的目标是多少？", "35个"),
        ("数字渔港平台的数量，2025年底先要达到多少？", "35个"),
        ("岚江建成的数字渔港平台，2025年底的目标是多少？", "35个"),
        ("岚江建成的数字渔港平台，2025年定的目标是多少？", "35个"),
    ],
)
def test_a_thing_the_documents_count_is_found_by_most_of_its_name(tmp_path: Path, question: str, figure: str) -> None:
    plan = (
        "# 岚江市数字渔港计划（2024-2026年）\n\n一、目标\n\n到2025年底，建成35个数字渔港平台；2025年，安装智能闸机80个，共享数据90亿条。\n"
    )
    with reading(tmp_path, 渔港=plan) as reader:
        assert figure in reader.ask(question).text


def test_what_regulations_call_otherwise_by_one_character_is_counted(tmp_path: Path) -> None:
    rules = "# 岚江市养犬规定\n\n第一条 个人养犬的，每户限养一只。\n\n第二条 犬只应当登记。\n"
    with reading(tmp_path, 养犬=rules) as reader:
        assert "一只" in reader.ask("个人养犬，每户限养几条狗？").text


def test_units_of_another_task_are_no_answer_for_a_thing_named_at_length(tmp_path: Path) -> None:
    plan = (
        "# 岚江市渔港计划\n\n一、任务\n\n1.推进渔政执法指挥平台建设。到2026年，建成渔政执法指挥平台。\n\n"
        "2.加强生态管理。落实生态管理平台责任。（责任单位：市生态环境局）\n"
    )
    with reading(tmp_path, 渔港=plan) as reader:
        assert "生态环境局" not in reader.ask("渔政执法指挥平台落在谁头上？").text
        assert "生态环境局" in reader.ask("加强生态管理落在谁头上？").text


def test_task_told_by_two_of_its_words_is_what_is_asked_about(tmp_path: Path) -> None:
    plan = (
        "# 岚江市渔港治理计划\n\n一、任务\n\n（一）提升治理效能\n\n将灯塔填报的报表精简到24张以内。（责任单位：市委组织部）\n\n（二）整治码头\n\n清理淤泥并加固防波堤，修整岸线步道与护栏，"
        "补种岸边防护林木，疏通进港航道，更换浮标缆绳。（责任单位：市港航局）\n"
    )
    with reading(tmp_path, 渔村=plan) as reader:
        evidence = reader.evidence("村里报表精简、灯塔填报归谁管？")
        document = reader.knowledge.document(next(iter(one.id for one in reader.knowledge.documents())))
        told, other = (
            Draft((Statement(quote, (Source(document.id, Span(at, at + len(quote))),)),), 0.6)
            for quote in ("将灯塔填报的报表精简到24张以内", "清理淤泥")
            for at in (document.text.index(quote),)
        )
        assert not is_of_something_else(evidence, told)
        assert is_of_something_else(evidence, other)


def test_a_figure_is_told_of_the_thing_that_hardly_any_text_names(tmp_path: Path) -> None:
    plan = (
        "# 甲川市商贸流通行动计划（2024-2026年）\n\n一、主要目标\n\n商贸流通业各类市场主体广泛应用电子商务、移动支付等数字技术，加快产业数字化创新，"
        "到2026年，超十亿元商贸流通企业10个。\n\n二、主要任务\n\n鼓励跨境电商企业建设海外仓，拓展展览、销售、推广功能，"
        "支持企业参加境外展会，完善通关、结汇、退税等服务，优化口岸营商环境。\n"
    )
    with reading(tmp_path, 商贸计划=plan) as reader:
        document = reader.knowledge.document(reader.knowledge.documents()[0].id)
        start = document.text.index("超十亿元")
        answer = Draft((Statement("超十亿元商贸流通企业10个。", (Source(document.id, Span(start, start + 14)),)),), 0.9)
        assert not is_of_named(reader.evidence("说去境外建海外仓，到2026年要建成多少个？"), answer)
        assert is_of_named(reader.evidence("超十亿元的商贸流通企业到2026年要有多少个？"), answer)


def test_a_name_in_marks_is_the_one_meant_whatever_other_rare_words_are_shared(tmp_path: Path) -> None:
    plan = """# 岚江市渔港服务计划（2025-2027年）

## 一、任务

渔民落水后，平台“寻舟圈”自动向3海里半径内的渔船推送协查信息。

核心保护范围内禁止停泊。
"""
    with reading(tmp_path, 渔港=plan) as reader:
        answer = reader.ask("“寻舟圈”会把消息推给多远范围内的船？")
        assert answer.status == "answered"
        assert "3海里" in answer.text


def test_a_thing_to_be_counted_may_be_called_the_other_way_round(tmp_path: Path) -> None:
    text = "# 岚江市公交行动计划（2024-2026年）\n\n一、目标\n\n到2025年底，公交场站视频监控系统接入80个公交场站视频资源。\n"
    with reading(tmp_path, 公交行动计划=text) as reader:
        assert "80个" in reader.ask("公交场站的视频监控，到2025年底得有几个站场完成接入？").text
        assert reader.ask("公交场站的视频监控，到2025年底得有几个医院完成接入？").status != "answered"


SUBSIDIES = "# 岚江市住房服务报告\n\n租赁补贴实现“零审批、秒到账”。\n"
OPENNESS = "# 岚江市信息公开办法\n\n设立信息公开渠道，及时公布业务审批流程及进展。\n"


def test_a_sentence_that_would_be_refused_gives_way_to_one_that_would_not(tmp_path: Path) -> None:
    with reading(tmp_path, 住房=SUBSIDIES, 公开=OPENNESS) as reader:
        evidence = reader.evidence("我想领租房补贴，要走什么流程？")
        about, beside = (next(one for one in evidence.sentences if word in one.text) for word in ("租赁补贴", "业务审批流程"))
        for best, other, first in (
            ((beside, 0.7), (about, 0.5), about),  # says nothing of what is named
            ((beside, 0.7), (about, 0.3), beside),  # the other one carries nothing
            ((about, 0.5), (beside, 0.7), about),
        ):
            ranked = [replace(sentence, score=score) for sentence, score in (best, other)]
            given = carrying_first(evidence, ranked)
            assert given[0].text == first.text
            assert len(given) == len(ranked)
        weak = [replace(about, score=0.36, span=Span(about.span.start, about.span.start + 4)), replace(about, score=0.47)]
        assert carrying_first(evidence, weak)[0].score == 0.47
