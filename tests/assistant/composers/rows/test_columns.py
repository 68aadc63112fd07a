"""A column is chosen by its name, by what is asked, or by the cell at which the words asked with point; what describes the row points nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.rows.columns import columns_of
from assistant.composers.rows.scenarios import compose_scenario
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import CARE, Reader, write_documents
from tests.assistant.written_corpus import reading

TABLE = """# 岚江市智慧畜牧行动计划（2024-2026年）

## 一、重点任务

到2026年，建成羊群定位点900处。

## 附表 智慧畜牧场景清单

序号\t场景名称\t建设单位\t场景描述\t建设期限\t目前进展\t使用数据\t数据来源
1\t羊群远程巡看\t市农业农村局\t依托青坡牧业研究所的观测数据，用摄食传感器判断羊群食欲，并由市林草局提供草场边界。\t2024年3月-2026年12月\t已在白鹤镇试点，布设定位点120处，平台二期正在推进\t观测数据\t企业数据
2\t奶源温度追溯\t市市场监管局\t对奶罐车全程测温，面向乳品企业提供预警信息。\t2024年1月-2024年12月\t结合石坞乳业冷链项目，已完成样车改造\t温度数据\t乳品企业
3\t牧道积雪预报\t市气象局\t利用雪深雷达推算牧道积雪，为转场牧民推送绕行路线。\t2025年1月-2025年12月\t方案编制中\t雪深数据\t市气象局
"""


@pytest.fixture(scope="module")
def farms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    base = tmp_path_factory.mktemp("farms")
    settings = AssistantSettings(corpus_dir=base / "corpus", data_dir=base / "data")
    write_documents(settings.corpus_dir, {"畜牧.md": TABLE, "养老.md": CARE})
    ingest_corpus(settings)
    with Generations(settings.data_dir).lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def chosen(reader: Reader, question: str) -> str:
    evidence = reader.evidence(question)
    return "、".join(column.heading for column in columns_of(evidence, evidence.scenarios[0]))


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("羊群远程巡看场景靠什么传感器判断食欲？", "场景描述"),
        ("羊群远程巡看场景在哪个镇做的试点？", "目前进展"),
        ("羊群远程巡看目前布了多少处定位点？", "目前进展"),
        ("羊群远程巡看的平台，推进到第几期了？", "目前进展"),
        ("羊群远程巡看场景依托哪个研究所的数据？", "场景描述"),
        ("羊群远程巡看的草场边界是哪个局提供的？", "场景描述"),
        ("奶源温度追溯场景是结合哪里的项目做的？", "目前进展"),
        ("奶源温度追溯场景能给哪些企业提供预警信息？", "场景描述"),
        ("牧道积雪预报场景为什么还没动？", "目前进展"),
        ("羊群远程巡看场景写了哪几种数据的边界？", "场景描述"),
        ("羊群远程巡看场景布了多少处定位点？", "目前进展"),
    ],
)
def test_words_asked_with_point_at_the_cell_that_holds_them(farms: Reader, question: str, headings: str) -> None:
    assert chosen(farms, question) == headings


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("用雪深雷达推算牧道积雪、给牧民推送绕行路线的场景由谁建？", "建设单位"),
        ("用雪深雷达推算牧道积雪的预报是哪家建", "建设单位"),
        ("对奶罐车全程测温的场景，用的是什么数据？", "使用数据"),
        ("奶源温度追溯的数据由谁提供？", "数据来源"),
        ("羊群远程巡看现在由谁建？", "建设单位"),
        ("羊群远程巡看的使用数据是什么传感器的？", "使用数据"),
    ],
)
def test_a_column_asked_for_is_not_left_for_the_words_that_describe_the_row(farms: Reader, question: str, headings: str) -> None:
    assert chosen(farms, question) == headings


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("羊群远程巡看布设的定位点数和建设期限", "建设期限、目前进展"),
        ("奶源温度追溯的测温车辆和建设单位", "建设单位、场景描述"),
        ("羊群远程巡看的建设单位和参与单位", "建设单位"),
        ("羊群远程巡看的建设单位和目前进展", "建设单位、目前进展"),
    ],
)
def test_what_is_set_beside_a_column_is_told_with_it(farms: Reader, question: str, headings: str) -> None:
    assert chosen(farms, question) == headings


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("羊群远程巡看的数据来源是什么？", "使用数据、数据来源"),
        ("羊群远程巡看的数据来源类别是什么？", "使用数据、数据来源"),
        ("羊群远程巡看的数据来源单位是谁？", "数据来源"),
        ("羊群远程巡看的数据从哪个平台来？", "数据来源"),
    ],
)
def test_an_open_question_for_the_source_of_data_gets_the_data_too(farms: Reader, question: str, headings: str) -> None:
    assert chosen(farms, question) == headings


PARTNERS = """# 岚江市智慧渔港行动计划

## 附表 场景清单

序号\t场景名称\t建设单位\t场景描述\t目前进展
1\t渔港潮位预报\t市气象局\t推算渔港潮位，向渔民发布。\t已与市海洋局共享潮位观测，共同会商
2\t渔船进港引导\t市渔业局\t引导渔船避开拥挤航道，由系统自动完成。\t方案编制中
"""


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("渔港潮位预报场景是跟哪家单位互通信息、合作搞的？", "目前进展"),
        ("渔港潮位预报场景是由哪家单位合作搞的？", "建设单位"),
        ("渔船进港引导场景是跟哪家单位合作搞的？", "建设单位"),
        ("渔港潮位预报场景目前在跟谁会商？", "目前进展"),
    ],
)
def test_the_partner_asked_for_is_in_the_cell_that_tells_of_one(tmp_path: Path, question: str, headings: str) -> None:
    with reading(tmp_path, 渔港=PARTNERS, 养老=CARE) as reader:
        assert chosen(reader, question) == headings


@pytest.mark.parametrize("question", ["羊群远程巡看依托哪种数据？", "羊群远程巡看依托什么数据？"])
def test_the_noun_asked_for_that_heads_a_column_is_no_pointer(farms: Reader, question: str) -> None:
    assert chosen(farms, question) == "使用数据"


def test_what_a_row_is_to_reach_is_not_told_by_how_far_it_is(farms: Reader) -> None:
    assert "目前进展" not in chosen(farms, "羊群远程巡看将要建多少处定位点？")


def test_the_row_is_named_where_the_question_asks_which_it_is(farms: Reader) -> None:
    draft = compose_scenario(farms.evidence("哪个场景能给转场牧民推送绕行路线？"))
    assert draft is not None
    assert draft.subject == "牧道积雪预报"
    assert draft.statements[0].text.startswith("“牧道积雪预报”")


YARD = """# 岚江市船坞建设方案

## 一、目标

到2028年，产值达到420亿元。

## 二、项目安排

表1 船坞项目一览表（投资单位：亿元）

| 项目 | 建设规模 | 选址 | 起止年月 | 总投资 | 业主单位 | 形象进度 |
|---|---|---|---|---|---|---|
| 甲醇加注码头 | 泊位2个 | 东港区 | 2025.8—2027.4 | 12.6 | 岚江港集团有限责任公司 | 桩基施工 |
| 船员实训基地 | 实训楼2万平方米 | 北屿镇 | 2026.1—2027.12 | 4.3 | 岚江海洋职业技术学院 | 尚未开工 |

表2 数据场景表

| 编号 | 场景 | 主要功能 | 牵头部门 | 所用数据 | 数据提供单位 | 当前状态 |
|---|---|---|---|---|---|---|
| 1 | 渔船风险预警 | 对越界自动提醒 | 市渔业局 | 北斗轨迹 | 市气象局 | 上线试用 |
| 2 | 碳账本核算 | 核算船厂碳排放 | 市环境局 | 用能数据 | 岚江供电公司 | 招标采购 |
"""


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    base = tmp_path_factory.mktemp("yard")
    settings = AssistantSettings(corpus_dir=base / "corpus", data_dir=base / "data")
    write_documents(settings.corpus_dir, {"船坞.md": YARD, "养老.md": CARE})
    ingest_corpus(settings)
    with Generations(settings.data_dir).lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("渔船风险预警的数据来源单位是哪些？", "数据提供单位"),
        ("渔船风险预警场景，北斗轨迹的来源单位是谁？", "数据提供单位"),
        ("渔船风险预警由谁牵头？", "牵头部门"),
        ("碳账本核算包括什么内容", "主要功能"),
        ("渔船风险预警弄到哪一步了？", "当前状态"),
        ("甲醇加注码头由哪个部门牵头？", "业主单位"),
        ("甲醇加注码头谁在建？", "业主单位"),
        ("甲醇加注码头建在哪儿？", "选址"),
        ("船员实训基地建到哪一步了？", "形象进度"),
        ("船员实训基地包括什么内容？", "建设规模"),
        ("船员实训基地的起止年月是什么？", "起止年月"),
    ],
)
def test_columns_are_asked_for_however_their_table_heads_them(yard: Reader, question: str, headings: str) -> None:
    assert chosen(yard, question) == headings


@pytest.mark.parametrize(
    ("question", "told"),
    [("甲醇加注码头总投资多少？", "12.6亿元"), ("甲醇加注码头从什么时候建到什么时候？", "2025.8—2027.4")],
)
def test_a_unit_above_the_table_and_a_period_in_figures_answer(yard: Reader, question: str, told: str) -> None:
    draft = compose_scenario(yard.evidence(question))
    assert draft is not None
    assert told in draft.statements[0].text


def test_a_measure_set_beside_a_column_is_told_by_what_the_row_is(yard: Reader) -> None:
    assert chosen(yard, "甲醇加注码头的靠船数量和起止年月") == "建设规模、起止年月"
    assert chosen(yard, "甲醇加注码头的靠船心得和起止年月") == "起止年月"


GRANTS = """# 岚江市支持船舶产业若干措施

## 一、支持政策

| 条款 | 支持方向 | 支持标准 | 最高额度 | 受理部门 | 兑现时间 |
|---|---|---|---|---|---|
| 第一条 | 首购补助 | 设备价款的12% | 600万元 | 市工业和信息化局 | 次年5月底前 |
| 第二条 | 研发后补助 | 研发费用的20% | 400万元 | 市科学技术局 | 次年8月底前 |
"""


@pytest.mark.parametrize(
    ("question", "headings"),
    [
        ("首购补助最多能拿多少？", "最高额度"),
        ("首购补助封顶多少？", "最高额度"),
        ("首购补助的支持标准是多少？", "支持标准"),
        ("研发后补助到哪个部门申请？", "受理部门"),
        ("研发后补助找谁申报？", "受理部门"),
    ],
)
def test_the_most_that_is_given_and_who_takes_applications_have_their_columns(tmp_path: Path, question: str, headings: str) -> None:
    with reading(tmp_path, 船舶=GRANTS, 养老=CARE) as reader:
        assert chosen(reader, question) == headings
