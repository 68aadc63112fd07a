"""An English question is said in the Chinese words of the documents, and what nobody can translate stays to be missed."""

from collections.abc import Mapping

import pytest

from assistant.english.translation import is_english, translate

GLOSSARY: Mapping[str, tuple[str, ...]] = {
    "smart": ("智能", "智慧"),
    "community": ("社区",),
    "rescue": ("救援", "救助"),
    "rescue team": ("救援队伍",),
    "shelter": ("避难场所",),
    "taxi": ("出租车", "打车难"),
    "house": ("住房",),
    "housing": ("房产",),
    "monitor": ("监测",),
    "facility": ("设施",),
    "city plan": ("《岚江市规划》",),
    "good parking": ("好停车",),
    "digitise": ("数字化",),
}
HELD = "智慧社区 智能设备 救援队伍 避难场所 出租车 住房 房产 监测 设施 好停车 数字化"


def said(text: str, held: str = HELD) -> str:
    def frequency_of(term: str) -> int:
        return held.count(term)

    return translate(text, GLOSSARY, frequency_of, 1000).text


def test_the_longest_term_is_translated_as_a_whole() -> None:
    assert "救援队伍" in said("How many rescue teams are there?")
    assert "救助" not in said("How many rescue teams are there?")


def test_of_several_renderings_the_one_that_the_documents_join_to_its_neighbour_is_taken() -> None:
    assert "智慧社区" in said("Who builds the smart community?")


def test_a_rendering_that_no_document_holds_gives_way_to_one_that_some_hold() -> None:
    assert "打车难" in said("What about taxis?", held="打车难")
    assert "出租车" in said("What about taxis?", held="出租车")


def test_other_renderings_of_a_rare_word_are_kept_to_be_matched_in_its_place() -> None:
    assert translate("taxis", GLOSSARY, "出租车 打车难".count, 1000).renderings == {"出租车": ("打车难",)}
    assert translate("taxis", GLOSSARY, "出租车 打车难".count, 10).renderings == {}


@pytest.mark.parametrize("word", ["facility", "facilities", "monitoring", "monitored", "monitors", "digitized", "digitising", "taxis"])
def test_plural_tense_and_spelling_do_not_hide_a_word(word: str) -> None:
    assert word not in said(f"How many {word}?")


def test_a_word_written_as_in_the_question_goes_before_one_that_it_could_be_a_form_of() -> None:
    assert "房产" in said("Which housing?")
    assert "住房" in said("Which houses?")


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("How many shelters by the end of 2025?", "2025年底"),
        ("How many shelters in 2026?", "2026年"),
        ("By 2026, how many shelters?", "2026年"),
        ("The shelters from 2016 to 2020?", "2016-2020年"),
        ("What does document [2024] No. 9 say?", "〔2024〕9号"),
        ("What does proposal No. 344 say?", "第344号"),
        ("What does proposal 344 say?", "第344号"),
        ("How many shelters does the 2016-2020 plan name?", "2016-2020年规划"),
        ("How many shelters does the 0344 reply name?", "第0344号"),
        ("How many shelters does the 2024 reply name?", "2024年"),
        ("How many shelters of 0.344 hectares?", "0.344"),
        ("How many of the 12,860 shelters?", "12860"),
    ],
)
def test_years_and_numbers_are_written_as_documents_print_them(text: str, chinese: str) -> None:
    assert chinese in said(text)


def test_each_clause_that_asks_is_one_part_of_the_question() -> None:
    chinese = said("How many shelters are there, and who is responsible for rescue?")
    first, second = chinese.split("，")
    assert "避难场所" in first
    assert "多少" in first
    assert "部门" in second


def test_a_list_of_nouns_is_no_further_question() -> None:
    assert "，" not in said("Who is responsible for shelters, rescue teams, and taxis?")
    assert "避难场所和" in said("How many shelters and rescue teams are there?").replace(" ", "")


def test_a_word_nobody_translated_stays_and_a_function_word_does_not() -> None:
    chinese = said("How many zeppelins will the shelters usually have?")
    assert "zeppelins" in chinese
    assert not {"how", "will", "usually", "have"} & set(chinese.split())


def test_a_transliterated_name_is_nothing_to_find() -> None:
    assert "xueliang" not in said("How many shelters of the Xueliang project?")
    assert "zeppelin" in said("How many shelters of the Zeppelin project?")
    assert "xing" not in said("How many shelters of the Xing Shen project?")
    assert "sun" in said("How many shelters of the Sun project?")


def test_a_chinese_name_beside_its_english_one_makes_the_english_one_superfluous() -> None:
    chinese = said('Who runs the "Zeppelin Brain" (飞艇大脑)?')
    assert "飞艇大脑" in chinese
    assert "zeppelin" not in chinese


def test_a_question_of_function_words_alone_stays_as_it_is() -> None:
    assert said("and then") == "and then"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("What is 好停车?", True),
        ("5G基站有多少？", False),
        ("hello", True),
        ("好停车 app", False),
        ("Zeppelin's plan (飞艇): how many shelters are there in it?", True),
        ("“Zeppelin of the Port”里有什么", False),
    ],
)
def test_a_sentence_is_english_by_its_function_words(text: str, english: bool) -> None:
    assert is_english(text) is english


def test_a_question_that_names_nothing_speaks_of_what_was_named_before() -> None:
    def answered(text: str, before: str) -> str:
        return translate(text, GLOSSARY, HELD.count, 1000, before=before).text

    assert "避难场所" in answered("And who is responsible for it?", "How many shelters are there?")
    assert "避难场所" not in answered("And who is responsible for rescue?", "How many shelters are there?")


def test_what_is_the_a_of_b_is_said_as_b_and_its_a() -> None:
    chinese = said("What is the monitoring facility of the smart community?")
    assert chinese.index("社区") < chinese.index("设施")


def test_name_given_in_chinese_stands_for_the_english_one_in_marks() -> None:
    chinese = said('How many shelters does the "Smart Rescue" (慧救) scheme monitor?')
    assert "“慧救”" in chinese
    assert "救援" not in chinese


def test_measure_of_a_thing_stands_behind_it() -> None:
    glossary = {"growth rate": ("增速",), "housing": ("住房",), "share": ("占比",), "taxi": ("出租车",)}
    text = "住房增速 出租车占比"
    assert "住房增速" in translate("What growth rate of housing does the city target?", glossary, text.count, 100).text
    assert "出租车占比" in translate("What is the share of taxis by 2026?", glossary, text.count, 100).text


def test_what_the_last_part_says_of_all_goes_with_each() -> None:
    parts = said("How many shelters and how many rescue teams will the smart community have by 2026?").split("，")
    assert len(parts) == 2
    assert all("2026" in part and "智慧社区" in part for part in parts)
    assert "2026" not in said("How many shelters are there, and how many taxis will there be by 2026?").split("，")[0]


def test_what_may_not_be_done_is_prohibited_and_a_span_of_years_keeps_its_number() -> None:
    glossary = {"prohibited": ("禁止",), "taxi": ("出租车",), "shelter": ("避难场所",)}
    assert "禁止" in translate("Where may taxis not be left?", glossary, "禁止 出租车".count, 100).text
    assert "5年" in translate("How many shelters will be built in five years?", glossary, "避难场所".count, 100).text


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("500 million yuan", "5亿元"),
        ("20 billion yuan", "200亿元"),
        ("2.5 million shelters", "250万"),
        ("12 thousand taxis", "1.2万"),
        ("3 thousand taxis", "3000"),
        ("1,500 shelters", "1500"),
    ],
)
def test_number_told_in_thousands_or_millions_is_counted_as_chinese_counts(english: str, chinese: str) -> None:
    assert chinese in said(f"Which city has {english}?")


def test_pronoun_speaks_of_what_the_question_before_names() -> None:
    before = "Who builds the smart community?"
    asked = translate("When will its facilities be digitised?", GLOSSARY, HELD.count, 1000, before=before).text
    assert "智慧社区" in asked
    assert "设施" in asked
    assert "智慧社区" not in translate("When will the facilities be digitised?", GLOSSARY, HELD.count, 1000, before=before).text


def test_document_that_a_question_ends_with_is_said_first() -> None:
    assert said("How many shelters are there under the city plan?").startswith("《岚江市规划》")
    assert said("How many shelters are there, according to the city plan?").startswith("《岚江市规划》")
    assert not said("How many rescue teams are in the shelters?").startswith("避难场所")
    assert not said("Who changes the city plan?").startswith("《岚江市规划》、")


def test_name_in_marks_stays_one_where_documents_hold_it() -> None:
    assert "「好停车」" in said('Who builds the "Good Parking" project?')
    assert "「" not in said('Who builds the "good parking"?')
    assert "「" not in said('Who builds the "Good Zeppelin" project?')
    assert "「" not in said('Who builds the "Good Parking" project?', held="停车")
    assert "zeppelin" in said('Who builds the "Good Parking" zeppelin?')


def test_share_that_one_thing_has_of_another_names_the_one_first() -> None:
    assert said("What share of shelters do houses account for?").replace(" ", "").startswith("住房account避难场所share")
    assert said("What share of shelters have houses?").startswith("避难场所 share")


def test_measure_with_its_modifier_stands_behind_a_thing_that_something_else_produced() -> None:
    chinese = said("What was the total output value of taxis generated by shelters?")
    assert chinese.index("出租车") < chinese.index("output") < chinese.index("避难场所")


def test_document_with_its_subject_behind_it_is_named_by_the_subject_first() -> None:
    chinese = said("Who issued the notice on smart communities?")
    assert chinese.index("智慧社区") < chinese.index("notice")
    assert said("How many taxis are on the list?").startswith("出租车")


def test_two_things_set_against_each_other_are_said_side_by_side() -> None:
    assert said("Which ends later, the rescue team or the smart community?") == "救援队伍和智慧社区哪个结束得晚？"
    assert said("Which starts earlier: the rescue team or the smart community?") == "救援队伍和智慧社区哪个开始得早？"
    assert "哪个更大" in said("Which has more housing, the rescue team or the smart community?")
    assert "哪个结束" not in said("Which ends later, the zeppelin or the smart community?")


def test_a_phase_is_named_as_documents_name_it() -> None:
    assert "二期" in said("When will phase two of the smart community open?")
    assert "一期" in said("How large is the first phase of the smart community?")
    assert "期" not in said("How many phases does the smart community have?")


def test_chinese_behind_english_words_stands_for_them() -> None:
    assert said("How many smart rescue teams (避难场所) are there?").startswith("避难场所")
    assert "避难场所" in said("Which facility is near the taxi (避难场所)?")
    assert "出租车" not in said("Which facility is near the taxi (避难场所)?")


def test_a_figure_in_brackets_behind_english_words_takes_nothing_away() -> None:
    assert "出租车" in said("How many taxis (2026) are there?")
