"""Any other question is answered by the sentence that fits best, as printed, and a second one only for what the first leaves open."""

from pathlib import Path

import pytest

from assistant.composers.prose.sentences import MAX_SENTENCE, compose_sentences
from assistant.draft import Draft
from tests.assistant.corpus_fixture import CARE, PORT, TREES, Reader
from tests.assistant.written_corpus import reading


def composed(reader: Reader, question: str) -> Draft:
    draft = compose_sentences(reader.evidence(question))
    assert draft is not None
    return draft


@pytest.mark.parametrize(
    ("question", "title", "words"),
    [
        ("什么是古树？", TREES, "树龄一百年以上"),
        ("一级保护的古树每年巡查几次？", TREES, "至少巡查四次"),
        ("古树旁边可以堆放物料吗？", TREES, "禁止"),
        ("进口冷链货物怎么追溯？", PORT, "赋予电子标签"),
        ("居家适老化改造做什么？", CARE, "扶手"),
        ("智慧养老计划的数据共享平台归集哪些内容？", CARE, "补贴"),
        ("智慧港口计划的数据共享平台汇聚哪些内容？", PORT, "闸口"),
    ],
)
def test_sentence_that_answers_is_given_from_the_right_document(reader: Reader, question: str, title: str, words: str) -> None:
    draft = composed(reader, question)
    assert words in draft.statements[0].text
    assert draft.statements[0].sources[0].document_id == reader.document_id(title)


@pytest.mark.parametrize("question", ["什么是古树？", "进口冷链货物怎么追溯？", "2026年的目标是什么？", "数据共享平台有什么用？"])
def test_statement_is_its_sources_characters_and_short(reader: Reader, question: str) -> None:
    for statement in composed(reader, question).statements:
        (source,) = statement.sources
        printed = source.span.of(reader.knowledge.document(source.document_id).text)
        assert statement.text.rstrip("。") == printed.rstrip("。；")
        assert len(printed) <= MAX_SENTENCE


def test_at_most_two_sentences_each_once(reader: Reader) -> None:
    for question in ("什么是古树，怎么保护，能不能堆放物料，何时施行？", "什么是古树？"):
        statements = composed(reader, question).statements
        assert 1 <= len(statements) <= 2
        assert len({statement.sources for statement in statements}) == len(statements)


def test_second_sentence_says_what_the_first_leaves_open(reader: Reader) -> None:
    text = "".join(statement.text for statement in composed(reader, "一级保护的古树巡查几次，哪些地方禁止堆放物料？").statements)
    assert "至少巡查四次" in text
    assert "五米" in text


def test_second_sentence_is_left_out_when_the_first_says_it_all(reader: Reader) -> None:
    assert len(composed(reader, "什么是古树？").statements) == 1


def test_meaning_is_given_only_where_the_text_explains_the_word(reader: Reader) -> None:
    draft = compose_sentences(reader.evidence("“电子标签”是什么意思？"))
    assert draft is None or all("电子标签" in statement.text for statement in draft.statements)
    unknown = compose_sentences(reader.evidence("“量子隐形”是什么意思？"))
    assert unknown is None or unknown.score < 0.1


def test_nothing_is_said_where_no_sentence_holds_a_word_of_the_question(reader: Reader) -> None:
    draft = compose_sentences(reader.evidence("quantum entanglement"))
    assert draft is None or draft.score < 0.3


def test_sentence_that_says_at_the_same_time_comes_with_the_one_before(tmp_path: Path) -> None:
    rule = (
        "# 岚江市渡口条例\n\n第一条 为了规范渡口管理，制定本条例。\n\n第二条 本条例自2025年1月1日起施行。《岚江市渡船管理办法》同时废止。\n"
    )
    with reading(tmp_path, 渡口=rule) as reader:
        draft = compose_sentences(reader.evidence("《岚江市渡船管理办法》还用不用？"))
        assert draft is not None
        assert [statement.text for statement in draft.statements] == ["本条例自2025年1月1日起施行。", "《岚江市渡船管理办法》同时废止。"]


def test_what_was_done_goes_before_what_is_to_be_done_where_progress_is_asked(tmp_path: Path) -> None:
    report = "# 岚江市渔港情况报告\n\n一、铁路\n\n加快东屿至西湾铁路建设，力争年底全线铺轨。\n\n东屿至西湾铁路累计完成投资94亿元。\n"
    with reading(tmp_path, 报告=report) as reader:
        assert "94亿元" in reader.ask("东屿到西湾的铁路干到什么程度了？").text


def test_a_sentence_with_a_time_goes_first_where_a_time_is_asked(tmp_path: Path) -> None:
    plan = (
        "# 岚江市渔港规划（2016-2020年）\n\n一、步骤\n\n实施分为夯实基础阶段、整合提升阶段和深化应用阶段。\n\n2019-2020年是深化应用阶段。\n"
    )
    with reading(tmp_path, 规划=plan) as reader:
        assert "2019-2020年" in reader.ask("最后的“深化应用阶段”是哪两年？").text


def test_a_sentence_of_the_same_paragraph_need_not_name_the_subject_again(tmp_path: Path) -> None:
    plan = (
        "# 岚江市渔港计划（2024-2026年）\n\n一、举措\n\n建强渔港综合指挥系统，整合接入信息资源，统筹推进通信装备建设。"
        "优化监测、执法、救援三个实战模块。\n\n二、其他\n\n打通渔港指挥平台与气象指挥平台的通道。\n"
    )
    with reading(tmp_path, 计划=plan) as reader:
        text = reader.ask("渔港综合指挥系统优化哪些模块？").text
        assert "监测、执法、救援" in text
        assert "气象" not in text


def test_the_sentence_that_says_the_attribute_goes_before_one_that_says_more_words(tmp_path: Path) -> None:
    text = "# 方案\n\n独居老人家庭换装智能水表后，连续24小时无用水记录的，由网格员上门查看。机械水表换装智能水表后，费用由供水企业承担，不得向居民收取。\n"
    with reading(tmp_path, 方案=text) as reader:
        assert "不得向居民收取" in reader.ask("换装智能水表后收不收钱？").text


def test_a_name_that_counts_what_is_listed_before_it_is_explained_by_that_list(tmp_path: Path) -> None:
    plan = "# 岚江市渔业科技计划\n\n以国家级、省级渔业孵化器、众创空间等2级2类创新平台为主体。\n\n“2级9类”平台每年考核一次。\n"
    with reading(tmp_path, 计划=plan) as reader:
        draft = compose_sentences(reader.evidence("渔业创新平台的“2级2类”各指什么？"))
        unknown = compose_sentences(reader.evidence("渔业平台的“2级9类”各指什么？"))
    assert draft is not None
    assert "国家级、省级渔业孵化器、众创空间" in draft.statements[0].text
    assert unknown is None


def test_what_a_rule_says_of_a_name_goes_before_what_the_name_stands_for(tmp_path: Path) -> None:
    rules = (
        "# 岚江市渔港条例\n\n第一条 本条例所称“一港通”，是指渔船进港只报一次的服务。\n\n"
        "第二条 推进“一港通”改革出现失误，同时符合下列条件的，不追究责任：\n\n（一）符合改革方向；\n\n（二）未谋取私利。\n"
    )
    with reading(tmp_path, 条例=rules) as reader:
        assert "同时符合下列条件的" in reader.ask("推进“一港通”改革出现失误，满足什么条件就不追究责任？").text
        assert "只报一次" in reader.ask("“一港通”是指什么？").text
