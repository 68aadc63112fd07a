"""What an English question asks for is told from its words, whatever it is about."""

import pytest

from assistant.english.asks import asked_in_chinese, english_asks_of, sentences_told, without_asking_words
from assistant.understanding.asks import Ask


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("Which departments are responsible for the data platform?", "owner"),
        ("Who issued the port plan?", "issuer"),
        ("How many berths will be built by 2026?", "figure"),
        ("When does the regulation take effect?", "when"),
        ("What is the construction period of the platform?", "period"),
        ("What is the document number of the port plan?", "document_number"),
        ("Which policies support the plan?", "policy"),
    ],
)
def test_english_cue_names_what_is_asked(question: str, ask: Ask) -> None:
    assert ask in english_asks_of(question)


def test_an_english_question_for_scenarios_asks_for_a_list() -> None:
    assert "list" in english_asks_of("Show me all the scenarios of the plan")
    assert "list" in english_asks_of("What application scenarios does the plan have?")
    assert "list" not in english_asks_of("What is the purpose of this scenario?")


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("Which company builds the port brain?", "builder"),
        ("Who takes the lead on the community project?", "lead"),
        ("What data are used by the platform?", "data_used"),
        ("Where does the data come from?", "data_source"),
        ("What progress has the platform made so far?", "progress"),
        ("When was the plan issued?", "date"),
        ("When did the regulation take effect?", "effective"),
        ("By how much does it exceed the target?", "difference"),
        ("What is the City Brain?", "definition"),
        ("What is the average spacing of stations?", "figure"),
    ],
)
def test_what_is_asked_first_is_the_most_specific(question: str, ask: Ask) -> None:
    assert english_asks_of(question)[0] == ask
    assert asked_in_chinese(question)


def test_a_list_that_something_stands_in_is_not_asked_for() -> None:
    assert "list" not in english_asks_of("Who leads the project in the key project list?")


def test_a_person_is_not_a_department() -> None:
    assert asked_in_chinese("Who is the mayor?") == "是谁"


def test_the_nouns_that_only_say_what_is_asked_are_left_out() -> None:
    assert without_asking_words("Which municipal department builds the port?").split() == ["builds", "the", "port?"]
    assert "period" not in without_asking_words("What is the construction period of the port?")
    assert "department" in without_asking_words("How many department heads are there?")


def test_two_things_asked_for_are_the_more_specific_way_round() -> None:
    assert "builder" not in english_asks_of("How many pumping stations will be built by 2026?")
    assert "builder" in english_asks_of("The port was built by which company?")
    assert "policy" not in english_asks_of("What fine does the regulation set?")
    assert "validity" in english_asks_of("Is the plan still valid?")


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("What is the fine for blocking a fire lane?", "怎么罚"),
        ("How are operators who refuse to file punished?", "怎么罚"),
        ("Within how many days must the operator reply?", "多少日内"),
        ("Within how many working days must the operator reply?", "多少个工作日内"),
        ("At what age may a person steer a ferry?", "年满多少周岁"),
        ("When was the port regulation adopted?", "什么时候通过"),
        ("On what date was the port regulation approved?", "什么时候批准"),
        ("When do the port measures expire?", "到什么时候为止"),
        ("May I moor at the public berth?", "可以吗"),
        ("Is it prohibited to moor here?", "可以吗"),
        ("How often must a crane be serviced?", "多久一次"),
        ("By how much should the accident rate fall by 2026?", "降低多少"),
        ("By how much will port revenue grow?", "增长多少"),
        ("How long may mooring records be kept?", "保存期限是多久"),
        ("Which berth has the largest area?", "最大的是哪个"),
        ("Which berths have not been started?", "尚未启动的有哪些"),
        ("How many buses and how many ferries does the port run?", "各有多少"),
        ("How many cranes and container berths are there?", "各有多少"),
        ("How many cranes are there?", "是多少"),
        ("What will the port become by 2035?", "将建成什么"),
        ("How many tasks does the port plan set out?", "一共有多少项"),
        ("How many tasks will be finished by 2026?", "是多少"),
        ("How far along is the port brain?", "目前进展如何"),
        ("Who participates in the port brain?", "的参与单位是谁"),
    ],
)
def test_question_is_asked_as_chinese_asks_it(question: str, chinese: str) -> None:
    assert asked_in_chinese(question) == chinese


def test_figure_is_asked_for_with_a_noun_and_a_verb_that_reaches_it() -> None:
    assert "figure" in english_asks_of("What container throughput does the port plan to reach in 2025?")
    assert "figure" not in english_asks_of("What scenarios does the plan include?")
    assert "list" in english_asks_of("What safeguards does the port plan list?")
    assert asked_in_chinese("What quality does the port have?") != "怎么罚"


def test_clause_that_tells_of_what_is_asked_about_asks_nothing() -> None:
    assert not {"when", "effective"} & set(english_asks_of("Which rules were repealed when the port regulation took effect?"))
    assert "when" in english_asks_of("Who builds the port, and when will it be finished?")
    assert "effective" in english_asks_of("When did the port regulation take effect?")


def test_exceeding_a_limit_is_no_difference_unless_it_is_asked_for() -> None:
    assert "difference" not in english_asks_of("What is the reward for a firm whose revenue first exceeds 500 million yuan?")
    assert "difference" in english_asks_of("By how much does the result exceed the target?")


def test_total_is_a_figure_and_no_definition() -> None:
    assert english_asks_of("What is the total computing power of the port?")[0] == "figure"
    assert english_asks_of("What is the Port Brain?")[0] == "definition"


def test_by_how_much_something_falls_is_a_figure_and_by_how_much_it_is_lower_a_difference() -> None:
    assert english_asks_of("By how much should the accident rate fall by 2026?")[0] == "figure"
    assert english_asks_of("By how much is the target of 2026 higher than that of 2025?")[0] == "difference"
    assert english_asks_of("By how much does the result exceed the target?")[0] == "difference"


def test_who_issues_is_the_issuer() -> None:
    assert english_asks_of("Which bureau is in charge of issuing the port plan?")[0] == "issuer"


def test_anybody_is_nothing_to_find_and_a_person_who_is_described_is() -> None:
    assert "person" not in without_asking_words("At what age may a person steer a ferry?")
    assert "age" not in without_asking_words("At what age may a person steer a ferry?")
    assert "person" in without_asking_words("What is paid to a person with a disability?")


def test_who_takes_part_is_no_owner() -> None:
    assert english_asks_of("Which companies participate in the port brain?")[0] == "participant"
    assert "participant" not in english_asks_of("Who leads the port brain?")


def test_what_a_document_numbers_is_counted_and_a_thing_of_a_year_is_a_figure() -> None:
    assert english_asks_of("How many measures does the port plan have?")[0] == "count"
    assert "count" not in english_asks_of("How many cranes does the port have?")
    assert "count" not in english_asks_of("How many tasks will be finished by the end of 2026?")
    assert "figure" not in english_asks_of("How far along is the port brain?")
    assert english_asks_of("How satisfied should passengers be by 2026?")[0] == "figure"


def test_how_long_something_is_valid_is_asked_as_its_term() -> None:
    assert asked_in_chinese("How long is the policy valid?") == "的有效期是多久"
    assert asked_in_chinese("How long is the bridge?") == "是多少"


def test_which_department_asks_for_no_list_and_which_projects_does() -> None:
    assert "list" not in english_asks_of("Which department is responsible for dog registration?")
    assert "list" in english_asks_of("Which projects are led by the bureau?")


def test_what_something_reached_asks_for_a_figure() -> None:
    assert "figure" in english_asks_of("What did the city's GDP reach in 2024?")


def test_the_words_for_a_contact_and_for_addressing_a_problem_are_not_searched() -> None:
    assert "contact" not in without_asking_words("Who is the contact for applications?")
    assert "address" not in without_asking_words("What risks does the platform address?")
    assert "address" in without_asking_words("What is the address of the office?")


def test_who_replied_asks_for_the_issuer() -> None:
    assert "issuer" in english_asks_of("Which bureau replied to the proposal on buses?")


def test_what_is_done_on_the_phone_asks_for_no_contact() -> None:
    assert "contact" in english_asks_of("What is the phone number of the office?")
    assert "contact" in english_asks_of("Who is the contact person?")
    assert "contact" not in english_asks_of("How many services can be handled on the phone?")


def test_a_penalty_is_asked_for_once_and_a_fine_that_is_told_stays() -> None:
    assert "fine" not in without_asking_words("What is the fine for a ferry without a licence?")
    assert "fine" in without_asking_words("Who collects the fine for a ferry without a licence?")


def test_which_of_two_is_the_later_asks_for_a_comparison_and_no_list() -> None:
    assert english_asks_of("Which ends later, the crane project or the ferry project?") == ("difference",)
    assert "list" in english_asks_of("Which projects end later than the crane project?")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("The plan has a goal for how far pipes should reach. What share is it?", ("The plan has a goal for how far pipes should reach.",)),
        ("Two cities should be linked. Which ones?", ("Two cities should be linked.",)),
        ("List the quays. Who runs them?", ()),
        ("How many quays are there. Who runs them?", ()),
        ("Who signed letter No. 9 on the quays?", ()),
    ],
)
def test_a_sentence_that_only_tells_asks_nothing(question: str, told: tuple[str, ...]) -> None:
    assert sentences_told(question) == told
    assert not told or "figure" not in english_asks_of(f"{told[0]} Who runs them?")


def test_to_rate_is_no_rate() -> None:
    assert "figure" not in english_asks_of("Where can firms redeem and rate policies?")
    assert "figure" in english_asks_of("Tell me the growth rate.")


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("What is the minimum age of pilots?", "年满多少周岁"),
        ("The quays have a platform; what is it called?", "叫什么名字"),
    ],
)
def test_an_age_and_a_name_are_asked_for_in_words_of_their_own(question: str, chinese: str) -> None:
    assert asked_in_chinese(question) == chinese
