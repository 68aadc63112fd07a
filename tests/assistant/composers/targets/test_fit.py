"""What speaks for a figure and against it besides its words: its year, its kind, what it counts, and whether it is an aim or a result."""

from collections.abc import Sequence
from datetime import date

import pytest

from assistant.composers.targets.fit import (
    asked_years,
    fit,
    holds_in,
    is_aim,
    same_subject,
    source_of,
    speaks_of,
    tells_total,
    told_before,
)
from assistant.draft import Source
from assistant.evidence import Evidence, Scored
from corpus.model.document import Document, DocumentKind, Metadata, OffsetMap
from corpus.model.facts import Target
from corpus.model.span import Span
from tests.assistant.corpus_fixture import PORT, Reader


def document(text: str = "", metadata: Metadata | None = None) -> Document:
    return Document("d", "", "", metadata or Metadata("岚江市监测计划", period=(2025, 2027)), text, OffsetMap(()))


def scored(
    statement: str = "监测站5个",
    subject: str = "监测站",
    *,
    value: str | None = "5",
    amount: float | None = 5.0,
    unit: str | None = "个",
    year: int | None = None,
    years: tuple[int, int] | None = None,
    cumulative: bool = False,
    before: str = "",
    after: str = "。",
    time: str = "",
    path: tuple[str, ...] = (),
    metadata: Metadata | None = None,
) -> Scored[Target]:
    """A target whose document says `before`, `statement` and `after`; its year stands in the words `time` of that."""
    text = before + statement + after
    span = Span(len(before), len(before) + len(statement))
    at = Span(text.index(time), text.index(time) + len(time)) if time else None
    target = Target(
        "d", span, None, path, statement, subject, value, amount, unit=unit, year=year, years=years, cumulative=cumulative, year_span=at
    )
    return Scored(target, document(text, metadata), 1.0, 1.0)


def plan(first: int = 2025, last: int = 2027, signed_on: date | None = None) -> Metadata:
    return Metadata("岚江市监测计划", period=(first, last), signed_on=signed_on)


def undated(title: str = "岚江市监测办法", kind: DocumentKind = "other", **dates: date) -> Metadata:
    return Metadata(title, kind, **dates)


FOR_2023 = Metadata("岚江市2023年工作报告", "report", signed_on=date(2024, 1, 9))
REPORT = Metadata("岚江市政府工作报告", "report", signed_on=date(2024, 1, 9))


@pytest.mark.parametrize(
    ("question", "metadata", "years"),
    [
        ("去年监测站多少个？", REPORT, (2023,)),
        ("今年监测站多少个？", REPORT, (2024,)),
        ("去年和2021年监测站各多少个？", REPORT, (2021, 2023)),
        ("去年监测站多少个？", plan(), (2024,)),
        ("最后一年监测站多少个？", plan(), (2027,)),
        ("第一年监测站多少个？", plan(), (2025,)),
        ("第二年监测站多少个？", plan(), (2026,)),
        ("最后一年监测站多少个？", undated(), ()),
        ("2026年监测站多少个？", REPORT, (2026,)),
        ("去年监测站多少个？", undated(kind="reply", signed_on=date(2024, 1, 9)), (2024,)),
        ("2026年监测站多少个，最后一年呢？", plan(), (2026,)),
        ("监测站多少个？", plan(), ()),
    ],
)
def test_years_are_read_off_the_document_that_is_asked(reader: Reader, question: str, metadata: Metadata, years: tuple[int, ...]) -> None:
    assert asked_years(reader.evidence(question), scored(metadata=metadata)) == years


@pytest.mark.parametrize(
    ("target", "aim"),
    [
        (scored(year=2026), True),
        (scored(year=2025), True),
        (scored(year=2028), False),
        (scored(year=2024), False),
        (scored(), True),
        (scored(path=("一、总体目标",)), True),
        (scored(path=("一、发展基础", "（一）设施")), False),
        (scored("已建成监测站5个"), False),
        (scored("目前有监测站5个"), False),
        (scored("现有监测站5个"), False),
        (scored("监测站5个", year=2024, metadata=REPORT), True),
        (scored("监测站5个", year=2023, metadata=REPORT), False),
        (scored("监测站5个", metadata=REPORT), False),
        (scored("监测站5个", before="2025年底前，", time="2025年底前", year=2025, metadata=undated(kind="reply", signed_on=date(2024, 5, 1))), True),
        (scored("监测站5个", before="到2025年，", time="到2025年", year=2025, metadata=undated(kind="reply", signed_on=date(2024, 5, 1))), True),
        (scored("监测站5个", before="2025年，", time="2025年", year=2025, metadata=undated(kind="reply", signed_on=date(2024, 5, 1))), False),
        (scored("监测站5个", year=2025, metadata=undated(kind="reply", signed_on=date(2024, 5, 1))), False),
        (scored("监测站5个", before="截至2024年6月，", time="截至2024年6月", year=2024, metadata=undated(kind="reply", signed_on=date(2024, 7, 1))), False),
        (scored("监测站5个", year=2025, metadata=undated()), False),
    ],
)  # fmt: skip
def test_an_aim_is_told_from_a_result(target: Scored[Target], aim: bool) -> None:
    assert is_aim(target) is aim


def test_a_figure_holds_in_its_year_or_its_period() -> None:
    dated, lasting = scored(year=2026).item, scored(years=(2025, 2027)).item
    assert holds_in(dated, (2025, 2026))
    assert not holds_in(dated, (2027,))
    assert [year for year in range(2023, 2030) if holds_in(lasting, (year,))] == [2025, 2026, 2027]
    assert not holds_in(scored().item, (2026,))


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        # its year
        ("2026年监测站多少个？", scored(year=2026), scored(year=2025)),
        ("2026年监测站多少个？", scored(year=2026), scored()),
        ("2026年监测站多少个？", scored(years=(2025, 2026)), scored(years=(2024, 2025))),
        ("2026年监测站多少个？", scored(), scored(metadata=plan(2021, 2024))),
        ("2027年监测站多少个？", scored(), scored(metadata=plan(2025, 2028))),
        ("2026年监测站多少个？", scored("建成监测站5个", metadata=plan(signed_on=date(2025, 1, 1))), scored("已有监测站5个", metadata=plan(signed_on=date(2025, 1, 1)))),
        ("2026年监测站多少个？", scored(), scored(after="，其中2026年2个、2027年3个。")),
        ("去年监测站多少个？", scored(year=2023, metadata=REPORT), scored(year=2022, metadata=REPORT)),
        ("去年监测站多少个？", scored(year=2023, metadata=FOR_2023), scored(metadata=FOR_2023)),
        # what it counts
        ("监测站多少个？", scored(), scored(value=None)),
        ("监测站多少个？", scored(), scored(unit="亿元")),
        ("雷达的渔船监测站多少个？", scored("船雷达监测站5个", "渔船雷达监测站"), scored("船红外监测站5个", "渔船红外监测站")),
        ("渔船监测站多少个？", scored("渔船监测站5个", "渔船监测站"), scored("监测站5个", "监测站")),
        ("渔船的“监测站”多少个？", scored("渔船监测站5个", "渔船监测站"), scored("监测站渔船5个", "监测站渔船")),
        ("监测站多少个？", scored("监测站5个"), scored("新建监测站5个")),
        ("要新添几个监测站？", scored("新建监测站5个"), scored("监测站5个")),
        ("再增设几个监测站？", scored("新增监测站5个"), scored("监测站5个")),
        ("监测站多少个？", scored("设5个", before="到2025年底，"), scored("设5个", before="海上浮标灯，")),
        ("产量多少吨？", scored("产量翻番5吨", "产量翻番", unit="吨"), scored("产量增长5吨", "产量增长", unit="吨")),
        ("渔船多少？", scored("渔船登记5", "渔船登记"), scored("渔船占比5", "渔船占比")),
        ("渔船多少？", scored("渔船登记数量5", "渔船登记数量"), scored("渔船占船只比例5", "渔船占船只比例")),
        ("渔船多少？", scored("沿海渔船5", "沿海渔船"), scored("人均渔船5", "人均渔船")),
        ("每一万人监测站多少个？", scored("人均监测站5个", "人均监测站"), scored("岸边监测站5个", "岸边监测站")),
        ("申报的监测站评上多少个？", scored("监测站5个通过验收"), scored("监测站5个完成申报")),
        ("获批的监测站有几个？", scored("监测站5个列入认定"), scored("监测站5个列入申报")),
        # aims and results
        ("监测站实际多少个？", scored("已建监测站5个"), scored("应建监测站5个")),
        ("监测站的目标是多少个？", scored("应建监测站5个"), scored("已建监测站5个")),
        ("截至年底监测站多少个？", scored(before="截至2024年，", time="截至2024年"), scored(before="到2024年，", time="到2024年")),
        # sums and parts
        ("累计监测站多少个？", scored(cumulative=True), scored()),
        ("监测站一共多少个？", scored("监测站总计5个"), scored("监测站建成5个")),
        ("监测站一共多少个？", scored("监测站5个"), scored("监测站5个", before="建站8个，其中近海")),
        ("监测站一共多少个？", scored("监测站5个"), scored("其中监测站5个")),
        ("监测站多少个？", scored("设5个", before="海上监测站，"), scored("设5个", before="海上浮标灯，")),
        # when it is due
        ("监测站哪年建成5个？", scored(year=2026), scored()),
        ("监测站哪年达到5个？", scored(year=2026), scored(year=2026, amount=6.0)),
        ("监测站哪年达到5个？", scored(year=2026, amount=None), scored(year=2026, amount=6.0)),
        ("监测站于何日启用？", scored("监测站启用", before="2026年5月9日，", time="2026年5月9日"), scored("监测站启用", before="2026年5月，", time="2026年5月")),
        ("监测站哪年达到一个亿？", scored(year=2026, amount=1e8), scored(year=2026, amount=2e8)),
        ("监测站哪年启用？", scored("监测站启用", year=2026), scored("监测站开工", year=2026)),
        ("监测站哪年建成？", scored("完成监测站建设", year=2026), scored("监测站开工", year=2026)),
        ("监测站在哪天结束？", scored(before="2026年5月9日，", time="2026年5月9日"), scored(before="2026年5月，", time="2026年5月")),
        # whose it is
        ("80岁以上老人每餐补贴多少元？", scored("80周岁以上每餐补贴4元", "每餐补贴", unit="元"), scored("60周岁以上老年人每餐补贴2元", "每餐补贴", unit="元")),
        ("60周岁以上老人每餐补贴多少元？", scored("60周岁以上老年人每餐补贴2元", "每餐补贴", unit="元"), scored("80周岁以上每餐补贴4元", "每餐补贴", unit="元")),
        # what is told to be confirmed
        ("监测站要有80个，对吧？", scored(), scored(unit="亿元")),
    ],
)  # fmt: skip
def test_one_figure_fits_better_than_another(reader: Reader, question: str, better: Scored[Target], worse: Scored[Target]) -> None:
    evidence = reader.evidence(question)
    assert fit(evidence, better) > fit(evidence, worse)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("监测站多少个？", scored(year=2026), scored(year=2025)),
        ("2026年监测站多少个？", scored(), scored(after="，其中2025年2个、2027年3个。")),
        ("2026年监测站多少个？", scored(), scored(after="，其中2026年投入3亿元。")),
        ("2026年监测站多少个？", scored(), scored(after="。其中2026年2个。")),
        ("2026年监测站多少个？", scored(), scored(after="\n其中2026年2个。")),
        ("2025年监测站多少个？", scored("建成监测站5个", metadata=plan(signed_on=date(2025, 1, 1))), scored("已有监测站5个", metadata=plan(signed_on=date(2025, 1, 1)))),
        ("2026年和2027年监测站各多少个？", scored("建成监测站5个", metadata=plan(signed_on=date(2025, 1, 1))), scored("已有监测站5个", metadata=plan(signed_on=date(2025, 1, 1)))),
        ("监测站多少个？", scored(before="海上监测站，"), scored(before="海上浮标灯，")),
        ("监测站多少个？", scored("站5个", "站"), scored("桩5个", "桩")),
        ("新建监测站多少个？", scored("监测站5个"), scored("新建监测站5个")),
        ("产量涨多少吨？", scored("产量翻番5吨", "产量翻番", unit="吨"), scored("产量增长5吨", "产量增长", unit="吨")),
        ("渔船占多少？", scored("渔船登记5", "渔船登记"), scored("渔船占比5", "渔船占比")),
        ("渔船每家摊多少？", scored("沿海渔船5", "沿海渔船"), scored("人均渔船5", "人均渔船")),
        ("每一万人监测站是多还是少，多少个？", scored("人均监测站5个", "人均监测站"), scored("岸边监测站5个", "岸边监测站")),
        ("申报的监测站有多少个？", scored("监测站5个通过验收"), scored("监测站5个完成申报")),
        ("监测站多少个？", scored("已建监测站5个"), scored("应建监测站5个")),
        ("监测站多少个？", scored(before="截至2024年，", time="截至2024年"), scored(before="到2024年，", time="到2024年")),
        ("监测站多少个？", scored(cumulative=True), scored()),
        ("监测站多少个？", scored("监测站总计5个"), scored("监测站建成5个")),
        ("监测站多少个？", scored("监测站5个"), scored("监测站5个", before="建站8个，其中近海")),
        ("公共监测站多少个？", scored("监测站总计5个"), scored("监测站建成5个")),
        ("监测站一共多少个？", scored("监测站5个"), scored("监测站5个", before="其中近海建站8个，")),
        ("监测站哪年建成？", scored(year=2026), scored(year=2026, amount=6.0)),
        ("监测站哪年达到5亿元？", scored(year=2026, amount=5e8), scored(year=2026, amount=6.0)),
        ("监测站在哪年？", scored("监测站启用", year=2026), scored("监测站开工", year=2026)),
        ("监测站哪年启用？", scored("监测站启用", year=2026), scored("监测站启用", year=2025)),
        ("监测站什么时候结束？", scored(before="2026年5月9日，", time="2026年5月9日"), scored(before="2026年5月，", time="2026年5月")),
    ],
)  # fmt: skip
def test_what_the_question_does_not_speak_of_makes_no_difference(
    reader: Reader, question: str, one: Scored[Target], other: Scored[Target]
) -> None:
    evidence = reader.evidence(question)
    assert fit(evidence, one) == pytest.approx(fit(evidence, other))


def test_a_year_the_question_states_counts_more_than_one_read_off_a_report(reader: Reader) -> None:
    evidence = reader.evidence("去年和2021年监测站各多少个？")
    assert fit(evidence, scored(year=2021, metadata=REPORT)) > fit(evidence, scored(year=2023, metadata=REPORT))


@pytest.mark.parametrize("asked", ["要有多少个", "总数多少个"])
def test_what_is_only_added_answers_even_less_how_much_there_is_to_be(reader: Reader, asked: str) -> None:
    def behind(question: str) -> float:
        evidence = reader.evidence(question)
        return fit(evidence, scored("监测站5个，达总规模")) - fit(evidence, scored("新建监测站5个，达总规模"))

    assert behind(f"监测站{asked}？") > behind("监测站多少个？") + 0.1
    assert behind(f"新建监测站{asked}？") == pytest.approx(0)


@pytest.mark.parametrize(
    ("question", "others", "told"),
    [
        ("监测站总投资多少？", ["总投资5亿元"], True),
        ("监测站一共多少个？", ["监测站共5个"], True),
        ("监测站一共多少个？", ["合计见附表"], False),
        ("监测站一共多少个？", ["监测站5个"], False),
        ("监测站多少个？", ["监测站共5个"], False),
        ("公共有多少个监测站？", ["监测站共5个"], False),
        ("监测站一共多少个？", [], False),
    ],
)
def test_a_total_is_told_by_its_word_and_a_figure(question: str, others: Sequence[str], told: bool) -> None:
    assert tells_total(question, others) is told


def asking_on(reader: Reader, question: str) -> Evidence:
    """Evidence for a part of a question, after one that was answered with the four berths of the port plan."""
    asked = reader.evidence(question)
    berths = next(one for one in facts(reader) if one.value == "4")
    return Evidence(asked.question, reader.knowledge, asked.as_of_year, (Source(berths.document_id, berths.span),))


def facts(reader: Reader) -> list[Target]:
    return [one for one in reader.knowledge.facts("target", reader.document_id(PORT)) if isinstance(one, Target)]


def of_port(reader: Reader, value: str) -> Scored[Target]:
    target = next(one for one in facts(reader) if one.value == value)
    return Scored(target, reader.knowledge.document(target.document_id), 1.0, 1.0)


@pytest.mark.parametrize(
    "asked", ["离去年还差多少个？", "，比去年呢，多少个？", "那跟去年比差多少？", "跟邻市相比多少个？", "和去年相差几个？", "差几个？"]
)
def test_what_was_told_before_is_known_where_another_figure_is_set_against_it(reader: Reader, asked: str) -> None:
    assert [one.value for one in told_before(asking_on(reader, asked))] == ["4"]


def test_nothing_was_told_before_where_none_is_set_against_it(reader: Reader) -> None:
    assert told_before(asking_on(reader, "泊位多少个？")) == []
    assert told_before(asking_on(reader, "占比多少？")) == []
    assert told_before(reader.evidence("离去年还差多少个？")) == []


def test_the_other_figure_of_what_was_told_goes_before_the_one_told(reader: Reader) -> None:
    asked = asking_on(reader, "离2026年的目标还差多少个泊位？")
    alone = reader.evidence("离2026年的目标还差多少个泊位？")
    assert fit(asked, of_port(reader, "7")) == pytest.approx(fit(alone, of_port(reader, "7")) + 0.4)
    assert fit(asked, of_port(reader, "4")) == pytest.approx(fit(alone, of_port(reader, "4")) - 0.3)
    assert fit(asked, of_port(reader, "150")) == pytest.approx(fit(alone, of_port(reader, "150")))


@pytest.mark.parametrize(
    ("metadata", "spoken_of"),
    [
        (undated(), True),
        (undated(signed_on=date(2026, 3, 1)), True),
        (undated(issued_on=date(2026, 3, 1)), True),
        (undated(signed_on=date(2025, 3, 1)), False),
        (undated(issued_on=date(2025, 3, 1)), False),
        (undated("岚江市2026年监测要点"), True),
        (undated("岚江市2025年监测要点"), False),
        (undated("岚江市120258号监测站办法"), True),
        (Metadata("岚江市监测办法", document_number="岚政发〔2026〕3号"), True),
        (Metadata("岚江市监测办法", document_number="岚政发[2025]3号"), False),
        (plan(2025, 2027), True),
        (plan(2026, 2028), True),
        (plan(2023, 2026), True),
        (plan(2021, 2025), False),
        (plan(2027, 2030), False),
    ],
)
def test_what_is_said_without_a_year_can_hold_when_it_was_written_or_planned_for(metadata: Metadata, spoken_of: bool) -> None:
    assert speaks_of(document(metadata=metadata), (2026,)) is spoken_of


def named(subject: str, unit: str | None = "个", *, year: int | None = None, path: tuple[str, ...] = ()) -> Target:
    return Target("d", Span(0, 1), None, path, subject, subject, unit=unit, year=year)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (named("建成自动化泊位"), named("自动化泊位"), True),
        (named("建成自动化泊位"), named("建成自动化泊位", "亿元"), False),
        (named("新建雪深监测站"), named("新建雨量监测站"), False),
        (named("互联网医院"), named("5G互联网医院"), True),
        (named(""), named(""), False),
        (named("服务信贷投放额"), named("岚江综合金融平台服务信贷投放额"), True),  # one names it with more words
        (named("存款余额"), named("岚江综合金融平台存款余额"), False),  # too short to tell
        (named("粮食产量", "吨"), named("粮食总产量", "吨"), True),
        (named("粮食产量", "吨"), named("水产品总产量", "吨"), False),
        (named("交易额", year=2025), named("渔业数据交易额", year=2026), True),  # called by the end of its name
        (named("交易额", year=2025), named("渔业数据交易额", year=2025), False),
        (named("交易额", year=2025), named("渔业数据交易额", year=2026, path=("二、任务",)), False),
        (named("交易", year=2025), named("渔业数据交易", year=2026), False),
        (named("交易额", year=2025), named("交易额统计次数", year=2026), False),
    ],
)
def test_indicators_are_one_by_the_words_of_their_subjects_and_their_unit(one: Target, other: Target, same: bool) -> None:
    assert same_subject(one, other) is same
    assert same_subject(other, one) is same


def test_a_target_is_proved_by_its_own_characters() -> None:
    target = scored(before="到2026年，")
    assert source_of(target) == Source("d", target.item.span)
