"""What the head and foot of the named document say, as printed there; what they do not say is not made up."""

from pathlib import Path

import pytest

from assistant.composers.documents.headlines import compose_headline, compose_validity
from tests.assistant.corpus_fixture import CARE, PORT, TREES, Reader
from tests.assistant.written_corpus import reading


@pytest.mark.parametrize(
    ("question", "title", "value"),
    [
        ("智慧港口计划的文号是多少？", PORT, "岚政办发〔2025〕7号"),
        ("智慧港口计划是谁印发的？", PORT, "岚江市人民政府办公室"),
        ("智慧港口计划是什么时候印发的？", PORT, "2025年3月18日"),
        ("智慧养老计划是谁印发的？", CARE, "岚江市民政局"),
        ("智慧养老计划是什么时候印发的？", CARE, "2022年4月6日"),
        ("古树名木保护条例什么时候施行？", TREES, "2024年1月1日"),
        ("古树名木保护条例是哪天通过的？", TREES, "2023年10月27日"),
    ],
)
def test_part_asked_for_is_the_one_printed_in_the_named_document(reader: Reader, question: str, title: str, value: str) -> None:
    draft = compose_headline(reader.evidence(question))
    assert draft is not None
    assert draft.status == "answered"
    assert value in draft.statements[0].text
    (source,) = draft.statements[0].sources
    document = reader.knowledge.document(source.document_id)
    assert document.title == title
    assert value in source.span.of(document.text)


@pytest.mark.parametrize("question", ["智慧养老计划的签发人是谁？", "智慧养老计划的联系电话是多少？"])
def test_part_the_document_does_not_print_is_not_found(reader: Reader, question: str) -> None:
    draft = compose_headline(reader.evidence(question))
    assert draft is not None
    assert (draft.status, draft.reason) == ("not_found", "not_in_corpus")
    assert CARE in draft.statements[0].text
    assert not draft.statements[0].sources


@pytest.mark.parametrize("question", ["文号是多少？", "这份计划是谁印发的？", "智慧港口计划和智慧养老计划是谁印发的？"])
def test_nothing_is_said_where_no_one_document_is_named(reader: Reader, question: str) -> None:
    assert compose_headline(reader.evidence(question)) is None


def test_number_of_a_document_without_one_is_not_taken_from_another(reader: Reader) -> None:
    draft = compose_headline(reader.evidence("智慧养老计划的文号是多少？"))
    assert draft is None or "岚政办发" not in draft.statements[0].text


FERRIES = """# 岚江市渡口条例

（2024年8月27日岚江市第五届人民代表大会常务委员会第三次会议通过　2024年9月25日岚江省人民代表大会常务委员会批准　2024年10月14日岚江市人民代表大会常务委员会公告第9号公布　自2025年1月1日起施行）

第一条 为了规范渡口管理，制定本条例。

第二条 市港航局负责渡口管理工作。
"""
LETTER = """# 关于加强渡口管理的建议的答复

岚港建议〔2025〕4号

2024年8月27日，岚江市人民代表大会通过了《岚江市渡口条例》。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渡口条例是哪天通过的？", "通过日期：2024年8月27日"),
        ("渡口条例的公布日期是哪天？", "公布日期：2024年10月14日"),
        ("渡口条例是第几号公告公布的？", "岚江市人民代表大会常务委员会公告第9号"),
    ],
)
def test_each_act_of_a_regulation_has_its_own_day(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 渡口=FERRIES) as reader:
        draft = compose_headline(reader.evidence(question))
        assert draft is not None
        assert said in "".join(statement.text for statement in draft.statements)


def test_day_of_another_document_that_a_letter_speaks_of_is_not_its_own(tmp_path: Path) -> None:
    with reading(tmp_path, 答复=LETTER) as reader:
        draft = compose_headline(reader.evidence("加强渡口管理建议的答复里，条例哪天通过的？"))
        assert draft is None or "通过日期" not in draft.statements[0].text


def test_number_and_issuer_that_are_not_printed_are_said_to_be_missing(reader: Reader) -> None:
    answer = reader.ask("智慧养老行动计划的文号是多少？")
    assert answer.status == "not_found"
    assert "没有写明" in answer.text


def test_numbers_of_what_a_document_rests_on_are_not_its_own(reader: Reader) -> None:
    assert compose_headline(reader.evidence("智慧港口行动计划是依据哪两份文件制定的，文号各是多少？")) is None


@pytest.mark.parametrize("question", ["第18号建议是哪位代表提的？", "第18号建议的答复是给哪位代表的？"])
def test_whom_a_reply_is_addressed_to_is_read_from_its_salutation(tmp_path: Path, question: str) -> None:
    reply = (
        "# 关于加快渔业数字化的建议（第18号）的答复\n\n岚渔建议〔2025〕3号\n\n尊敬的林海涛代表：\n\n您的建议收悉。今后将邀请代表视察。\n"
    )
    with reading(tmp_path, 答复=reply) as reader:
        draft = compose_headline(reader.evidence(question))
        assert draft is not None
        assert "答复对象：林海涛代表" in draft.statements[0].text


DOGS = """# 岚江市养犬管理规定

第一条 养犬登记证有效期为一年。

第二条 养犬人应当办理登记。

第三条 本规定自2020年11月1日起施行。
"""
SUPPORT = """# 岚江市航运业三年行动计划（2025—2027年）

一、主要任务

支持航运企业发展。

二、附则

本计划自印发之日起施行，有效期至2027年12月31日。
"""


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("那部养犬规定哪天开始施行？", "answered", "2020年11月1日"),
        ("岚江市养犬管理规定是哪次会议通过的？", "not_found", "没有写明"),
        ("渡口条例是哪次会议通过的？", "answered", "岚江市第五届人民代表大会常务委员会第三次会议通过"),
    ],
)
def test_the_rules_of_a_kind_and_the_meeting_that_passed_them(tmp_path: Path, question: str, status: str, said: str) -> None:
    with reading(tmp_path, 养犬=DOGS, 渡口=FERRIES) as reader:
        draft = compose_headline(reader.evidence(question))
        assert draft is not None
        assert draft.status == status
        assert said in draft.statements[0].text


@pytest.mark.parametrize(
    ("question", "said"), [("航运业三年行动计划到哪天失效？", "有效期至2027年12月31日"), ("岚江市养犬管理规定什么时候失效？", None)]
)
def test_how_long_a_document_holds_is_not_how_long_a_certificate_does(tmp_path: Path, question: str, said: str | None) -> None:
    with reading(tmp_path, 养犬=DOGS, 航运=SUPPORT) as reader:
        draft = compose_validity(reader.evidence(question))
        assert (draft.statements[0].text.count(said) if draft and said else draft) == (1 if said else None)


def test_a_telephone_that_the_document_does_not_hold_is_not_found(tmp_path: Path) -> None:
    with reading(tmp_path, 航运=SUPPORT) as reader:
        draft = compose_headline(reader.evidence("航运业三年行动计划里支持航运企业发展的科室电话是多少？"))
        assert draft is not None
        assert draft.status == "not_found"


REPORT = """# 政府工作报告

——2025年1月9日在岚江市第五届人民代表大会第四次会议上

岚江市人民政府市长　江远舟

各位代表：

现在，我代表市人民政府作工作报告。

## 一、2024年工作回顾

2024年，市长热线受理诉求30万件。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚江市政府工作报告是谁作的？", "市长江远舟"),
        ("岚江市政府工作报告由哪位市长在什么时候作的？", "市长江远舟"),
        ("岚江市政府工作报告的报告人是谁？", "市长江远舟"),
        ("岚江市政府工作报告是哪天作的？", "2025年1月9日在岚江市第五届人民代表大会第四次会议"),
    ],
)
def test_who_gave_a_report_and_when(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 岚江市政府工作报告=REPORT) as reader:
        draft = compose_headline(reader.evidence(question))
        assert draft is not None
        assert said in "".join(statement.text for statement in draft.statements)


AMENDED = """# 岚江市节水条例

2017年6月28日 岚江市人民代表大会常务委员会第三次会议通过

2017年7月28日 岚江省人民代表大会常务委员会第九次会议批准

2019年12月27日 岚江市人民代表大会常务委员会第二十次会议通过并经2020年1月15日岚江省人民代表大会常务委员会第三十次会议批准的《关于修改五件法规的决定》修正

第一条 为了节水，制定本条例。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚江市节水条例是哪天批准的？", "批准日期：2017年7月28日"),
        ("岚江市节水条例的修改决定是哪天批准的？", "批准日期：2020年1月15日"),
        ("岚江市节水条例的修正是什么时候通过的？", "通过日期：2019年12月27日"),
        ("岚江市节水条例的通过日期和批准日期分别是哪天？", "批准日期：2017年7月28日"),
    ],
)
def test_acts_of_an_amendment_are_not_those_of_the_regulation(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 节水=AMENDED) as reader:
        draft = compose_headline(reader.evidence(question))
        assert draft is not None
        assert said in "".join(statement.text for statement in draft.statements)


MEASURES = """岚江市人民政府办公室关于印发支持渔业若干措施的通知

岚政办规〔2024〕9号

岚江市人民政府办公室

2024年11月18日

# 岚江市支持渔业若干措施

一、支持养殖

对养殖场给予补助。

二、附则

本措施自2024年12月1日起施行，有效期至2027年11月30日，由市农业农村局会同市财政局负责解释。《关于促进渔业的八条意见》（岚政办发〔2022〕31号）同时废止。

岚江市农业农村局

2024年10月8日
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渔业若干措施由谁负责解释？", "市农业农村局会同市财政局"),
        ("支持渔业若干措施文末落款的日期是哪天？", "2024年10月8日"),
        ("支持渔业若干措施正文最后，市农业农村局落款的日期是哪天？", "2024年10月8日"),
        ("渔业若干措施附件前面的落款是哪个单位、哪一天？", "岚江市农业农村局）：2024年10月8日"),
        ("渔业若干措施正文落款是哪个单位？", "岚江市农业农村局）：2024年10月8日"),
        ("渔业若干措施的落款是哪个单位？", "岚江市人民政府办公室"),
        ("渔业若干措施从哪天起施行？", "2024年12月1日起施行"),
    ],
)
def test_what_the_foot_of_measures_says(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 渔业=MEASURES) as reader:
        draft = compose_headline(reader.evidence(question))
        assert draft is not None
        assert said in "".join(statement.text for statement in draft.statements)


def test_validity_is_asked_for_in_everyday_words(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=MEASURES) as reader:
        assert "2027年11月30日" in reader.ask("渔业若干措施管到什么时候？").text
        assert "2027年11月30日" in reader.ask("渔业若干措施几时到期？").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2022年那份促进渔业的八条意见现在还管用吗？", "《关于促进渔业的八条意见》（岚政办发〔2022〕31号）同时废止"),
        ("渔业若干措施现在还有效吗？", "有效期至2027年11月30日"),
    ],
)
def test_what_a_document_ends_is_no_longer_in_force(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 渔业=MEASURES) as reader:
        draft = compose_validity(reader.evidence(question))
        assert draft is not None
        assert said in "".join(statement.text for statement in draft.statements)


def test_the_person_named_behind_a_telephone_number_belongs_to_it(tmp_path: Path) -> None:
    text = "# 岚江市促进渔业若干措施\n\n一、奖励养殖。\n\n二、政策咨询电话：0899-6543210，联系人：林海涛。\n"
    with reading(tmp_path, 渔业=text) as reader:
        answer = reader.ask("渔业若干措施找谁咨询，电话多少？")
        assert "0899-6543210" in answer.text
        assert "林海涛" in answer.text


@pytest.mark.parametrize("question", ["林青舟的联系电话是多少？", "答复里说的“安心铃”坏了打哪个电话报修？"])
def test_the_number_at_the_foot_is_neither_the_signatorys_nor_for_repairs(tmp_path: Path, question: str) -> None:
    reply = (
        "海民函〔2024〕5号\n\n签发人：林青舟\n\n# 关于第12号建议的答复\n\n尊敬的王雨代表：\n\n一、为老人安装“安心铃”200户。\n\n"
        "（联系人：赵小满，联系电话：0833-6611238）\n"
    )
    with reading(tmp_path, 海川市民政局答复=reply) as reader:
        assert compose_headline(reader.evidence(question)) is None
        draft = compose_headline(reader.evidence("第12号建议的答复的联系电话是多少？"))
        assert draft is not None
        assert "6611238" in draft.statements[0].text
