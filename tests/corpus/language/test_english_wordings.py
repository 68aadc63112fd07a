"""Ways of asking in English, put plainly, and what must be left as it is."""

import pytest

from corpus.language.wordings import plainly_asked_in_english


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("What's the length of the quay?", "What is the length of the quay?"),
        ("Could you please tell me who runs the pump hall?", "Who runs the pump hall?"),
        ("I'd like to know when the quay opens.", "When the quay opens."),
        ("Can you tell me the number of berths?", "What is the number of berths?"),
        ("State the length of the quay.", "What is the length of the quay."),
        ("How many berths are there in total?", "How many berths are there?"),
    ],
)
def test_politeness_and_short_forms_go(asked: str, said: str) -> None:
    assert plainly_asked_in_english(asked) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("What's the headcount of pilots?", "What is the number of pilots?"),
        (
            "In its reply, what figures did the city give for quays built and for piers planned?",
            "In its reply, how many quays built and how many piers planned?",
        ),
        ("Give me two counts: pump halls, and tide gauges.", "How many pump halls and how many tide gauges are there?"),
        ("To what number of quays does it extend?", "How many quays does it extend?"),
        ("The berth target for 2026 is what?", "The berth target for 2026 is how much?"),
        ("Up to how much can a pilot get?", "How much can a pilot get at most?"),
        ("How long does the port have, in days, to reply?", "How many days does the port have to reply?"),
        ("The waiting time is cut by what percentage?", "The waiting time is cut by how much?"),
        ("What's the top reward for a port?", "What is the maximum reward for a port?"),
        ("How big was Lanjiang's economy in 2024?", "How large was the GDP of Lanjiang in 2024?"),
        ("What was the total economic output of Lanjiang?", "What was the GDP of Lanjiang?"),
        ("How many tech firms are there?", "How many technology enterprises are there?"),
        ("How many high-tech firms are there?", "How many high-tech firms are there?"),
        (
            "How many firms are there and, among those, the number with national high-tech status?",
            "How many firms are there and, among those, how many of them are national high-tech enterprises?",
        ),
        ("What cash incentive does a port get?", "How much reward does a port get?"),
        ("What cash bonus is there for a listing?", "How much is the reward for a listing?"),
        ("How many seconds should it take to check in?", "How fast is it to check in?"),
        ("How many seconds should check-in take?", "How fast is check-in?"),
    ],
)
def test_a_quantity_is_asked_for_in_one_way(asked: str, said: str) -> None:
    assert plainly_asked_in_english(asked) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Under whose signature was the port letter issued?", "Who signed the port letter?"),
        ("Whose name is at the bottom of the port letter?", "Who signed the port letter?"),
        ("Which official signed the port letter?", "Who signed the port letter?"),
        ("The quay falls to which bureau?", "The quay which department is responsible?"),
        ("To which bureau does the quay belong?", "Which department is responsible for quay?"),
        ("Who looks after the quay?", "Who is responsible for the quay?"),
        ("Which authority heads the quay project?", "Which authority takes the lead on the quay project?"),
        ("The quay was built by whom?", "The quay which department builds?"),
        ("Since when has the port rule been in force?", "When did the port rule take effect?"),
        ("How is the pump hall coming along?", "What is the progress of the pump hall?"),
        ("Two quays were named. Which ones?", "Two quays were named. Which are they?"),
    ],
)
def test_other_asks_are_put_in_one_way(asked: str, said: str) -> None:
    assert plainly_asked_in_english(asked) == said


@pytest.mark.parametrize(
    "asked",
    [
        "How many pump halls does the head of the port run?",
        'Who runs the "Headcount of Pilots" register?',
        "Which vehicles count as green ships?",
        "What has the port been told to build?",
        "Who is the head office of the port insured with?",
        "The port can hook up to how many ships?",
        "List the quays.",
        "Who heads the port bureau?",
        "Which bureau does the plan name?",
        "What priority do the top priorities get?",
        "Which bureau led the work by 2020?",
    ],
)
def test_what_asks_plainly_or_tells_stays(asked: str) -> None:
    assert plainly_asked_in_english(asked) == asked
