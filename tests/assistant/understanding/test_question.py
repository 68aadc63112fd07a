"""A question is read against what the documents hold: its years, its words, its documents."""

from collections.abc import Callable
from datetime import date

import pytest

from assistant.understanding.question import Question, part_of, understand_question
from tests.assistant.corpus_fixture import AS_OF, PORT, Reader

Understand = Callable[..., Question]


@pytest.fixture(scope="module")
def understand(reader: Reader) -> Understand:
    def understand(text: str, as_of: date = AS_OF) -> Question:
        return understand_question(text, reader.knowledge, as_of)

    return understand


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2028年之后（2030年）要建成多少个泊位？", (2030,)),
        ("2028年以后要建成多少个泊位？", (2028,)),
        ("2026年建成多少个泊位？", (2026,)),
        ("到2026年底建成多少个泊位？", (2026,)),
        ("2027年比2025年多多少？", (2025, 2027)),
        ("2025-2027年的目标是多少？", (2025, 2027)),
        ("2025至2027年的目标是多少？", (2025, 2027)),
        ("26年建成多少个泊位？", (2026,)),
        ("2026 年建成多少个泊位？", (2026,)),
        ("Tell me the coverage target for 2026.", (2026,)),
        ("2026人工智能计划有哪些任务？", (2026,)),
        ("建成多少个泊位？", ()),
    ],
)
def test_years_are_those_the_question_names(understand: Understand, text: str, years: tuple[int, ...]) -> None:
    assert understand(text).years == years


@pytest.mark.parametrize(
    "text",
    [
        "《岚江市智慧港口行动计划（2025-2027年）》是谁印发的？",
        "岚政办发〔2025〕7号是什么文件？",
        "第2025号建议怎么答复的？",
        "建成2025个泊位了吗？",
        "接入2000户了吗？",
    ],
)
def test_years_of_titles_numbers_and_amounts_are_not_asked_for(understand: Understand, text: str) -> None:
    assert understand(text).years == ()


@pytest.mark.parametrize(("word", "year"), [("今年", 2031), ("明年", 2032), ("后年", 2033), ("去年", 2030), ("前年", 2029)])
def test_relative_years_count_from_the_day_of_the_question(understand: Understand, word: str, year: int) -> None:
    assert understand(f"{word}建成多少个泊位？", date(2031, 12, 31)).years == (year,)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025年的重点项目比去年多几个？", (2024, 2025)),
        ("2025年重点项目个数和上年相比多多少？", (2024, 2025)),
        ("2025年社会消费品零售总额比上年增长多少？", (2025,)),
        ("2027年的目标比2025年多多少？", (2025, 2027)),
    ],
)
def test_the_year_before_a_told_year_is_told_by_that_year(understand: Understand, text: str, years: tuple[int, ...]) -> None:
    question = understand(text, date(2031, 12, 31))
    assert question.years == years
    assert question.relative_years == ()


def test_first_and_last_year_are_kept_for_the_plan_to_tell(understand: Understand) -> None:
    last, first, stated = (understand(f"{year}建成多少个？") for year in ("最后一年", "第一年", "2026年"))
    assert last.ordinal_year is not None
    assert first.ordinal_year is not None
    assert first.ordinal_year != last.ordinal_year
    assert stated.ordinal_year is None
    assert first.years == last.years == ()


def test_what_stands_in_marks_is_quoted(understand: Understand) -> None:
    question = understand("“跌倒预警守护”和《国家智慧港口建设指南》是什么关系？")
    assert set(question.quoted) == {"跌倒预警守护", "国家智慧港口建设指南"}
    assert understand("跌倒预警守护是什么？").quoted == ()


def test_terms_hold_what_is_named_and_neither_year_nor_asking_words(understand: Understand) -> None:
    terms = understand("请问2026年自动化泊位建成多少个？").terms
    assert {"自动", "动化", "泊位"} <= set(terms)
    assert not {"2026", "请问", "多少"} & set(terms)


def test_everyday_word_brings_its_official_words_and_is_not_cut_into_pairs(understand: Understand) -> None:
    question = understand("陪看病由谁负责？")
    assert "就医" in {name for synonym in question.synonyms if synonym.words == "看病" for name in synonym.official}
    assert not {"看病", "陪看"} & set(question.terms)


def test_longer_everyday_word_goes_before_one_inside_it(understand: Understand) -> None:
    words = [synonym.words for synonym in understand("哪里可以网上看病？").synonyms]
    assert "网上看病" in words
    assert "看病" not in words


@pytest.mark.parametrize("text", ["Which plan covers data sharing?", "What is 数据共享平台?", "Who builds the 城市大脑?"])
def test_an_english_sentence_is_english_even_around_a_chinese_name(understand: Understand, text: str) -> None:
    assert understand(text).language == "en"


@pytest.mark.parametrize("text", ["5G基站建多少个？", "App Store里有没有政务服务App？", "BIM和CIM平台由谁建？", "IPv6 for All是什么？"])
def test_a_chinese_question_with_english_names_is_chinese(understand: Understand, text: str) -> None:
    assert understand(text).language == "zh"


def test_a_chinese_name_in_an_english_sentence_is_searched(understand: Understand) -> None:
    assert "数据共享平台" in understand("What is 数据共享平台?").content


def test_an_english_word_nobody_translated_stays_as_something_to_find(understand: Understand) -> None:
    assert "zeppelin" in understand("How many zeppelins are planned by 2026? Where is the zeppelin hangar?").terms
    assert not {"how", "are", "planned", "the"} & set(understand("How many zeppelins are planned?").terms)


def test_an_english_question_whose_subject_nobody_translated_gets_no_neighbouring_figure(reader: Reader) -> None:
    assert reader.ask("What is the target for quantum zeppelin moorings in 2026?").status != "answered"


def test_year_in_chinese_numerals_is_a_year(understand: Understand) -> None:
    assert understand("二〇二六年建成多少个自动化泊位？").years == (2026,)


def test_english_terms_are_searched_in_chinese(understand: Understand) -> None:
    question = understand("What is the elderly care platform in 2024?")
    assert {"养老", "平台"} <= set(question.terms)
    assert question.years == (2024,)


def test_part_takes_years_and_document_from_the_whole_and_the_rest_as_background(understand: Understand, reader: Reader) -> None:
    whole = understand("智慧港口计划里，冷链追溯由谁负责，2026年建成多少个自动化泊位？")
    part = part_of(whole, "冷链追溯由谁负责，", reader.knowledge, AS_OF)
    assert part.documents.strongest == reader.document_id(PORT)
    assert "泊位" in part.background
    assert not set(part.background) & set(part.terms)


def test_part_that_names_its_own_year_keeps_it(understand: Understand, reader: Reader) -> None:
    whole = understand("2025年岸电覆盖率是多少，2026年泊位有多少个？")
    assert part_of(whole, "2026年泊位有多少个？", reader.knowledge, AS_OF).years == (2026,)


def test_a_mistyped_word_is_searched_as_the_one_meant_and_kept_as_asked(understand: Understand) -> None:
    question = understand("电子挡案由谁负责？")
    assert "档案" in question.terms
    assert question.asked == "电子挡案由谁负责？"


def test_words_of_speech_do_not_weigh_and_do_not_join_what_stands_around_them(understand: Understand) -> None:
    terms = understand("听说港口有没有人管泊位不").terms
    assert "港口" in terms
    assert "泊位" in terms
    assert not {"听说", "没有", "口管", "有人", "位不"} & set(terms)


def test_the_longer_everyday_word_is_cut_before_one_inside_it(understand: Understand) -> None:
    terms = understand("想看病，在网上看病归谁管？").terms
    assert not {"网上", "看病", "上看"} & set(terms)


def test_a_single_character_between_words_is_no_term(understand: Understand) -> None:
    assert not [term for term in understand("泊位 户 怕 多少").terms if len(term) == 1]


def test_a_latin_everyday_word_does_not_stand_inside_another(understand: Understand) -> None:
    assert "ai" not in {synonym.words for synonym in understand("claim由谁负责？").synonyms}


def test_an_english_question_keeps_its_own_words_and_its_parts_stay_english(understand: Understand, reader: Reader) -> None:
    text = "Who builds the elderly care platform, and when is it completed?"
    whole = understand(text)
    assert whole.asked == text
    assert "养老" in whole.text
    part = part_of(whole, whole.text.split("，")[0], reader.knowledge, AS_OF)
    assert part.language == "en"


def test_what_a_name_in_marks_says_is_not_asked_where_the_question_asks_for_itself(reader: Reader) -> None:
    assert "owner" not in reader.evidence("保障安全按的是“谁主管谁负责”的什么原则？").question.asks
    assert "owner" in reader.evidence("智慧港口计划里，冷链追溯“由谁负责”").question.asks


@pytest.mark.parametrize("text", ["How many berths will Lanjiang build?", "How many berths will Lanjiang City build?"])
def test_a_region_of_the_documents_is_known_by_its_spelling(understand: Understand, text: str) -> None:
    assert "岚江" in understand(text).text
    assert "岚江" not in understand("How many berths will Weishan build?").text


def test_the_words_of_a_document_number_are_known_by_their_spelling(understand: Understand) -> None:
    assert "岚政办发 〔2025〕7号" in understand("Who signed Lan Zheng Ban Fa [2025] No. 7?").text
    assert "岚政办发" not in understand("Who signed Lan Shui Han [2025] No. 7?").text


def test_an_english_question_is_read_as_it_is_put_plainly(understand: Understand) -> None:
    assert "signatory" in understand("Under whose signature was the port letter issued?").asks


def test_words_that_name_a_document_count_less_than_what_is_asked_of_it(understand: Understand) -> None:
    asked = understand("岚江市古树名木保护条例里，擅自移植后备资源会怎样？")
    assert {"古树", "名木"} <= set(asked.background)
    assert not {"古树", "名木"} & set(asked.terms)
    assert "移植" in asked.terms


def test_words_that_name_a_document_count_in_full_where_it_is_asked_about_itself(understand: Understand) -> None:
    asked = understand("岚江市古树名木保护条例是什么时候印发的，文号是多少？")
    assert "古树" in asked.terms


def test_words_on_both_sides_of_one_left_out_make_no_pair(reader: Reader) -> None:
    terms = reader.evidence("查管道暗漏的那个预警场景").question.terms
    assert "漏预" not in terms
    assert {"暗漏", "预警"} <= set(terms)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("产值上年做到多少、今年计划多少", (AS_OF.year - 1, AS_OF.year)),
        ("65岁以上年龄的老人今年有多少？", (AS_OF.year,)),
        ("产值今年比上年增长多少？", (AS_OF.year,)),
    ],
)
def test_the_last_year_is_told_in_official_words_too(understand: Understand, text: str, years: tuple[int, ...]) -> None:
    assert understand(text).years == years


def test_part_that_asks_when_does_not_take_the_year_of_another(understand: Understand, reader: Reader) -> None:
    whole = understand("截至2025年底建成多少个站点？剩下的什么时候建成？")
    when, how_many = (part_of(whole, text, reader.knowledge, date(2026, 1, 1)) for text in ("剩下的什么时候建成？", "平台多少个？"))
    assert when.years == ()
    assert how_many.years == (2025,)
