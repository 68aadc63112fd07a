"""Personal numbers are masked; everything that only looks like one stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer_record import answer_record
from assistant.privacy import MASKS, mask_echoes, mask_personal_numbers
from tests.assistant.examples import an_answer

WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def identity(body: str) -> str:
    """An 18-character identity number with the right check character."""
    return body + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


def with_x() -> str:
    """One whose check character is X."""
    return next(number for n in range(1000) if (number := identity(f"21010219900307{n:03}")).endswith("X"))


IDENTITIES = [
    identity("21010219900307123"),
    with_x(),
    with_x().lower(),
    identity("11010520000229001"),
    identity("21010219900307123").translate({ord(str(d)): 0xFF10 + d for d in range(10)}),
    "210102 19900307 " + identity("21010219900307123")[-4:],
    "210102900307123",
]
MOBILES = [
    "13812345678",
    "19912345678",
    "138 1234 5678",
    "138-1234-5678",
    "1381234 5678",
    "138 12345678",
    "138—1234—5678",
    "１３８１２３４５６７８",
    "+8613812345678",
    "+86 138 1234 5678",
    "+86-138-1234-5678",
    "＋86 13812345678",
    "(+86)13812345678",
    "008613812345678",
    "8613812345678",
    "1 3 8 1 2 3 4 5 6 7 8",
]
LANDLINES = [
    "024-22722222",
    "02422722222",
    "024 2272 2222",
    "(024)22722222",
    "（024）22722222",
    "010-65551234",
    "0411-83651234",
    "0417-2831234",
    "024-22722222-801",
    "024-22722222转801",
    "+86 24 22722222",
    "+86-24-2272-2222",
]


@pytest.mark.parametrize("kind", MASKS)
@pytest.mark.parametrize(
    "frame", ["{}", "我是{}，请问何时办结？", "电话{}", "号码:{}。", "Tel{}", "身份证{}和2025年目标", "2024年{} 2025年"]
)
def test_personal_number_is_masked_wherever_it_stands(kind: str, frame: str) -> None:
    for number in {"identity": IDENTITIES, "mobile": MOBILES, "landline": LANDLINES}[kind]:
        assert mask_personal_numbers(frame.format(number)) == frame.format(MASKS[kind]), number  # type: ignore[index]


@pytest.mark.parametrize("text", ["联系电话：22722222", "座机是2283 1234", "tel: 22722222", "电话号码22722222"])
def test_landline_without_area_code_is_masked_when_called_a_telephone(text: str) -> None:
    assert mask_personal_numbers(text).endswith(MASKS["landline"])


def test_several_numbers_are_masked_each_for_itself() -> None:
    text = f"张三{IDENTITIES[0]}手机13812345678或13987654321，座机024-22722222"
    assert mask_personal_numbers(text) == "张三[身份证号]手机[手机号]或[手机号]，座机[电话号码]"


WRONG_CHECK = IDENTITIES[0][:-1] + ("0" if IDENTITIES[0][-1] != "0" else "1")


@pytest.mark.parametrize(
    "text",
    [
        "沈政发〔2015〕66号文件的目标",
        "沈数据建议〔2024〕9号、第0344号提案",
        "2024-2026年的任务",
        "2016—2020年总体规划",
        "2024年8月19日、20240819、2024-08-19",
        "20240819123456",
        "1,200,000万元",
        "13,812,345,678元",
        "投资13812345678元",
        "累计13800000000条数据",
        "¥13812345678",
        "￥13812345678",
        "归集数据13812345678 万条",
        "算力600P、10000家、4.5万个",
        "0.02422722222",
        "3.13812345678",
        "13812345678.5",
        "12812345678",
        "1381234567",
        "138123456789",
        "SN13812345678A",
        "91210100MA0UW3KX4B",
        "2405-210102-04-01-123456",
        "9787115428028",
        "6222021234567890123",
        "22722222户",
        "指标22722222",
        "目标150 2024-2026年",
        "15 2024-2026 1",
        "增加到1500000 2025年",
        "1999-2024 100家",
        "0344-20240819",
        "024-2026",
        "12345热线、400-890-1234",
        "110102345612345",
        WRONG_CHECK,
        identity("21010219901307123"),
        identity("21010219900230123"),
        identity("21010220990307123"),
        identity("99010219900307123"),
        IDENTITIES[0] + "0",
        "8" + IDENTITIES[0],
    ],
)
def test_look_alike_stays(text: str) -> None:
    assert mask_personal_numbers(text) == text


@given(st.text(alphabet="0123456789-– —+（）()年元X电话号 .,省沈", max_size=40))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    masked = mask_personal_numbers(text)
    assert mask_personal_numbers(masked) == masked


def test_answer_does_not_give_away_a_number_that_the_question_held() -> None:
    question = "我的手机13812345678，身份证210102900307123，何时回复？"
    answer = an_answer(
        text="关于“我的手机13812345678”，文件没有说明[1]。",
        resolved_question="我的手机138-1234-5678，身份证210102900307123，何时回复？",
        suggestions=("13812345678是谁？",),
        facts=({"kind": "derived", "value": "13812345678"},),
    )
    masked = mask_echoes(answer, question)
    shown = str(answer_record(masked))
    assert "5678" not in shown
    assert "307123" not in shown
    assert masked.text == "关于“我的手机[手机号]”，文件没有说明[1]。"
    assert masked.citations == answer.citations


def test_what_operators_look_for_outlives_the_masking() -> None:
    masked = mask_echoes(an_answer(text="13812345678[1]", confidence=0.5), "13812345678是什么？")
    assert (masked.text, masked.confidence) == ("[手机号][1]", 0.5)


def test_number_that_the_cited_document_holds_stays_in_the_answer() -> None:
    quote = replace(an_answer().citations[0], quote="联系电话：024-22722222")
    answer = an_answer(text="是市数据局的电话024-22722222[1]。", citations=(quote,))
    assert mask_echoes(answer, "024-22722222是哪里的电话？") == answer


@pytest.mark.parametrize("number", [IDENTITIES[0], MOBILES[0], LANDLINES[0]])
@pytest.mark.parametrize("around", ["我是{}，2026年的目标是多少", "2026，{}，目标", "1,{},2", "{},2025年和2026年"])
def test_a_number_beside_a_comma_and_another_number_is_masked(number: str, around: str) -> None:
    assert number not in mask_personal_numbers(around.format(number))
