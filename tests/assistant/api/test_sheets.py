"""A table for people: their words in the headings and codes, lists and paths in one cell, offsets at the end."""

from pydantic import Field

from assistant.api.sheets import sheet
from assistant.listing.item_bodies import ItemBody


class Thing(ItemBody):
    id: str = Field(title="编号")
    quote: str = Field(title="原文")
    section: list[str] = Field(title="章节")
    name: str = Field(title="名称")
    role: str | None = Field(title="角色")
    units: list[str] = Field(title="单位")
    years: tuple[int, int] | None = Field(title="年份")
    amount: float | None = Field(title="数值")
    certain: bool = Field(title="确定")
    columns: dict[str, str]

    def printed_columns(self) -> dict[str, str]:
        return self.columns


def thing(**fields: object) -> Thing:
    plain = {
        "id": "1",
        "quote": "原",
        "section": [],
        "name": "甲",
        "role": None,
        "units": [],
        "years": None,
        "amount": None,
        "certain": True,
    }
    return Thing.model_validate({**plain, "columns": {}, **fields})


def test_chinese_headings_and_codes_for_people_and_those_of_json_for_programs() -> None:
    chinese = sheet("t", [thing(role="lead")], Thing, "zh")
    english = sheet("t", [thing(role="lead")], Thing, "en")
    assert chinese.headings == ["名称", "角色", "单位", "年份", "数值", "确定", "章节", "原文", "编号"]
    assert english.headings == ["name", "role", "units", "years", "amount", "certain", "section", "quote", "id"]
    assert (chinese.rows[0][1], english.rows[0][1]) == ("牵头", "lead")


def test_word_that_is_no_code_stays() -> None:
    assert sheet("t", [thing(role="政策保障")], Thing, "zh").rows[0][1] == "政策保障"


def test_lists_paths_and_periods_are_one_cell_and_numbers_stay_numbers() -> None:
    item = thing(units=["甲局", "乙局"], section=["一、", "（一）"], years=(2025, 2027), amount=4.5)
    row = dict(zip(*(sheet("t", [item], Thing, "en").headings, sheet("t", [item], Thing, "en").rows[0]), strict=True))
    assert (row["units"], row["section"], row["years"], row["amount"], row["certain"]) == (
        "甲局、乙局",
        "一、 › （一）",
        "2025-2027",
        4.5,
        True,
    )
    assert row["role"] is None


def test_printed_columns_of_all_items_stand_between_and_under_headings_of_their_own() -> None:
    items = [thing(columns={"名称": "A", "甲": "B"}), thing(columns={"乙": "=C", "甲": "D"})]
    table = sheet("t", items, Thing, "zh")
    assert table.headings == ["名称", "角色", "单位", "年份", "数值", "确定", "名称 (2)", "甲", "乙", "章节", "原文", "编号"]
    assert [row[6:9] for row in table.rows] == [["A", "B", None], [None, "D", "=C"]]
