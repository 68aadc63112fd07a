import pytest

from corpus.language.titles import document_number_of, ends_like_title, kind_of_title, period_of, title_mentions


@pytest.mark.parametrize(
    "line",
    [
        "云川市智慧水务行动计划",
        "云川市智慧水务行动计划（2025-2027年）",
        "云川市智慧水务行动计划 (2025—2027年) ",
        "关于印发智慧水务行动计划的通知",
        "关于加强河道治理的建议（第12号）的答复",
        "云川市供水条例（草案）",
        "支持数字经济发展的若干政策措施",
    ],
)
def test_titles_end_in_a_kind_of_document(line: str) -> None:
    assert ends_like_title(line)


@pytest.mark.parametrize("line", ["云川市水务局", "建设水务大数据平台", "制定供水条例，完善制度", "计划建设管网120公里", "规划建设场站"])
def test_a_line_that_goes_on_after_the_kind_is_no_title(line: str) -> None:
    assert not ends_like_title(line)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云川市智慧水务行动计划（2025-2027年）", "action_plan"),
        ("云川市养老服务实施方案", "action_plan"),
        ("云川市城市总体规划（2021-2035年）", "master_plan"),
        ("“十五五”规划纲要", "master_plan"),
        ("关于加强河道治理的建议（第12号）的答复", "reply"),
        ("关于印发智慧水务行动计划的通知", "notice"),
        ("云川市供水条例", "regulation"),
        ("中华人民共和国数据安全法", "regulation"),
        ("云川市应用场景清单", "scenario_list"),
        ("政府工作报告", "report"),
        ("关于支持数字经济发展的若干政策措施", "policy"),
        ("云川市水务概览", "other"),
    ],
)
def test_the_last_words_of_a_title_tell_its_kind(title: str, kind: str) -> None:
    assert kind_of_title(title) == kind


def test_a_plan_named_in_the_title_of_a_notice_does_not_make_it_a_plan() -> None:
    assert kind_of_title("市水务局关于印发云川市节水行动计划的通知") == "notice"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("行动计划（2025-2027年）", (2025, 2027)),
        ("总体规划（2021年—2035年）", (2021, 2035)),
        ("2024 至 2026 年", (2024, 2026)),
        ("2016－2020", (2016, 2020)),
        ("2027-2025年", None),
        ("2025年行动计划", None),
        ("电话：024-2025", None),
    ],
)
def test_a_period_is_a_first_and_a_later_year(text: str, period: tuple[int, int] | None) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("云政发〔2025〕7号", "云政发〔2025〕7号"),
        ("云政办发[ 2025 ] 17 号", "云政办发[2025]17号"),
        ("交水发（2024）31号", "交水发（2024）31号"),
        ("见第12号建议", None),
        ("2025年7号公告", None),
        ("云政发〔25〕7号", None),
    ],
)
def test_a_document_number_has_letters_a_bracketed_year_and_a_number(text: str, number: str | None) -> None:
    assert document_number_of(text) == number


def test_every_title_is_found_with_its_place_and_its_number() -> None:
    text = "依据《数据安全法》、《云川市供水条例》（云人发〔2023〕4号）和《节水规划》（试行）"
    mentions = title_mentions(text)
    assert [(mention.title, mention.number) for mention in mentions] == [
        ("数据安全法", None),
        ("云川市供水条例", "云人发〔2023〕4号"),
        ("节水规划", None),
    ]
    assert [text[mention.start : mention.end] for mention in mentions] == [
        "《数据安全法》",
        "《云川市供水条例》（云人发〔2023〕4号）",
        "《节水规划》",
    ]


def test_a_title_within_a_title_belongs_to_the_outer_one() -> None:
    mentions = title_mentions("落实《关于贯彻《数据安全法》的意见》要求")
    assert [mention.title for mention in mentions] == ["关于贯彻《数据安全法》的意见"]


@pytest.mark.parametrize(
    "number", ["云川市人民政府令第31号", "市政府令2019年第5号", "第0344号", "云政发〔2025〕7号", "云政发﹝2025﹞7号", "DB37/T3890.1—2020"]
)
def test_the_number_of_an_order_or_a_proposal_in_brackets_is_a_number_too(number: str) -> None:
    (mention,) = title_mentions(f"《节水办法》（{number}）同时废止")
    assert mention.number == number


@pytest.mark.parametrize("note", ["草案", "2024年本", "第3版", "12345号线"])
def test_a_note_in_brackets_is_no_number(note: str) -> None:
    (mention,) = title_mentions(f"《节水办法》（{note}）")
    assert mention.number is None


def test_a_number_that_does_not_follow_a_title_at_once_is_not_its_number() -> None:
    assert title_mentions("《节水规划》已印发（云政发〔2025〕7号）")[0].number is None


def test_an_opening_mark_without_its_closing_one_is_no_title() -> None:
    assert title_mentions("《节水规划 已印发") == ()


def test_a_five_year_plan_has_its_period_by_its_number() -> None:
    assert period_of("云川市“十四五”数字政府建设规划") == (2021, 2025)
