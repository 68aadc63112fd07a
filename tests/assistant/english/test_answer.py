"""An English answer names its fields in both languages and ends as English sentences do; what it quotes stays as printed."""

from assistant.english.answer import in_english


def test_a_field_is_named_in_both_languages() -> None:
    assert in_english("“跌倒预警” — 建设单位: 市民政局[1]。") == "“跌倒预警” — construction unit (建设单位): 市民政局[1]."
    assert in_english("文号 of 《条例》: 岚政发〔2024〕1号[1]。").startswith("document number (文号) of 《条例》")


def test_a_field_name_inside_a_quoted_sentence_stays() -> None:
    assert in_english("各建设单位: 抓好落实[1]。") == "各建设单位: 抓好落实[1]."


def test_stops_between_statements_are_english_and_those_inside_a_quote_are_not() -> None:
    assert in_english("建成平台。接入设备[1]。到2026年，完成[2][3]。") == "建成平台。接入设备[1]. 到2026年，完成[2][3]."


def test_a_last_stop_without_a_citation_is_english_too() -> None:
    assert in_english("The nearest passage is: 建成平台。") == "The nearest passage is: 建成平台."
