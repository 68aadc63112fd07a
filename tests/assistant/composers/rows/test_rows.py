"""A list holds every row that meets the conditions and no other, and a count is the number of what is listed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.rows.rows import compose_rows
from assistant.draft import Draft
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import CARE, Reader, write_documents
from tests.assistant.written_corpus import reading

NAMES = ["银龄呼叫一键达", "床位余缺一张图", "助餐刷脸结算", "跌倒预警守护"]


def rows(reader: Reader, question: str) -> Draft:
    draft = compose_rows(reader.evidence(question))
    assert draft is not None
    return draft


def listed(draft: Draft) -> list[str]:
    (statement,) = draft.statements
    return sorted((name for name in NAMES if name in statement.text), key=statement.text.index)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("智慧养老场景清单一共有多少个场景？", NAMES),
        ("智慧养老场景清单里市民政局建设的场景有哪些？", NAMES[:2]),
        ("请列出智慧养老场景清单里由市民政局承建的场景", NAMES[:2]),
        ("智慧养老场景清单（不算智慧港口的）里，2024年11月完成的场景有哪些？", NAMES[1:3]),
        ("智慧养老场景清单里市数据局建设的场景有哪些？", NAMES[1:2]),
        ("智慧养老场景清单里岚江银发服务公司建设的场景有哪些？", NAMES[2:3]),
        ("智慧养老场景清单里市民政局和市数据局共同建设的场景有哪些？", NAMES[1:2]),
        ("智慧养老场景清单里只由市民政局建设的场景有哪些？", NAMES[:1]),
        ("智慧养老场景清单里2024年11月完成的场景有哪些？", NAMES[1:3]),
        ("智慧养老场景清单里2023年6月完成的场景有哪些？", NAMES[:1]),
        ("智慧养老场景清单里，哪两个场景的建设期限到2024年11月就截止？", NAMES[1:3]),
        ("智慧养老场景清单里市民政局参加建设的场景（自己单独建的和跟市数据局一起建的都算）有几个？", NAMES[:2]),
        ("智慧养老场景清单里，不管是单独还是联合，市民政局建的场景有几个？", NAMES[:2]),
        ("智慧养老场景清单里由市民政局建设的场景有几个（包括与其他单位共建的）？", NAMES[:2]),
        ("智慧养老场景清单里市民政局单独建设的场景有哪些？", NAMES[:1]),
        ("智慧养老场景清单中，哪些是市民政局独家建设、没有别的单位参与的？", NAMES[:1]),
        ("麻烦数数智慧养老那份场景清单：建设单位为市民政局的有多少个场景，名字也列一下。", NAMES[:2]),
        ("到2024年11月便完工的场景，智慧养老场景清单上有多少个？名称请一并列出。", NAMES[1:3]),
        ("建设单位填市民政局的智慧养老场景，请照清单一一列名", NAMES[:2]),
        ("请把智慧养老场景清单里市民政局建设的挑出来，一共几个，分别叫什么？", NAMES[:2]),
        ("把智慧养老场景清单中2024年11月到期的场景筛选出来", NAMES[1:3]),
        ("智慧养老场景清单，岚江银发服务公司承建了哪些？", NAMES[2:3]),
        ("智慧养老场景清单里市民政局名下一共几个？", NAMES[:2]),
        ("我在看智慧养老场景清单，发现有的是两家单位共同建设的。这样的场景共几个？列下名称", NAMES[1:2]),
        ("翻一下智慧养老计划后附的场景清单，数量是多少？请写出每个场景的名称。", NAMES),
    ],
)
def test_list_is_complete_in_order_and_holds_nothing_else(reader: Reader, question: str, names: list[str]) -> None:
    draft = rows(reader, question)
    assert listed(draft) == names
    assert draft.facts[0].values["value"] == f"{len(names)}个"
    assert str(len(names)) in draft.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "智慧养老有哪些场景？",
        "智慧养老领域有哪些典型应用场景",
        "智慧养老计划都有什么场景？",
        "智慧养老的场景有哪些？",
        "把智慧养老计划的所有场景列一下",
        "养老服务有哪些创新应用场景？",
    ],
)
def test_naming_a_plan_or_its_field_asks_for_its_whole_table(reader: Reader, question: str) -> None:
    assert listed(rows(reader, question)) == NAMES
    assert reader.ask(question).text.startswith("4个")


@pytest.mark.parametrize(
    "question",
    [
        "智慧港口有哪些场景？",  # a plan without a table
        "岚江市有哪些场景？",  # the city names every plan
        "智慧养老有哪些项目？",  # the table lists scenarios
        "智慧养老使用雷达数据的场景有哪些？",  # a condition that nobody reads
        "智慧养老计划有哪些已经完成的场景？",
        "智慧养老领域，放在居家养老的场景有哪些？",
        "智慧养老2023年6月的场景有哪些？",
        "古树保护有哪些场景？",
    ],
)
def test_no_whole_table_for_another_name_noun_or_condition(reader: Reader, question: str) -> None:
    draft = compose_rows(reader.evidence(question))
    assert draft is None or len(listed(draft)) < len(NAMES)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("哪些场景由市民政局建设？", NAMES[:2]),
        ("民政局牵头的场景有哪些？", NAMES[:2]),
        ("市民政局有哪些场景？", NAMES[:2]),
        ("市民政局和市数据局共同建设的场景有哪些？", NAMES[1:2]),
        ("岚江市卫健委建设的场景有哪些？", NAMES[3:]),
    ],
)
def test_what_a_unit_builds_is_listed_with_the_document_of_the_table(reader: Reader, question: str, names: list[str]) -> None:
    draft = rows(reader, question)
    assert listed(draft) == names
    assert CARE in draft.statements[0].text


@pytest.mark.parametrize(
    "question", ["市园林绿化局建设的场景有哪些？", "哪些场景由市港航局建设？", "智慧养老场景清单里由市港航局建设的场景有哪些？"]
)
def test_rows_of_a_unit_that_builds_none_are_not_found(reader: Reader, question: str) -> None:
    answer = reader.ask(question)
    assert (answer.status, answer.reason) == ("not_found", "not_in_corpus")


@pytest.fixture(scope="module")
def two_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Two plans with a table each; one unit builds rows of both."""
    folder = tmp_path_factory.mktemp("two_tables")
    heading = "场景名称\t建设单位\t场景描述\n"
    documents = {
        "渔.md": f"# 岚江市现代渔业行动计划\n\n## 附表 现代渔业场景清单\n\n{heading}网箱看护\t市渔业局\t看护网箱\n鱼苗溯源\t市数据局\t记录鱼苗来源\n",
        "旅.md": f"# 岚江市“乡村旅游”行动计划\n\n## 附表 乡村旅游场景清单\n\n{heading}民宿导览\t市数据局\t导览民宿\n花海直播\t市文旅局\t直播花海\n古村导航\t市大数据局\t导航古村\n",
    }
    write_documents(folder / "corpus", documents)
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def test_what_a_unit_builds_is_gathered_from_all_tables(two_tables: Reader) -> None:
    answer = two_tables.ask("市数据局建设的场景有哪些？")
    assert all(said in answer.text for said in ("《岚江市现代渔业行动计划》", "鱼苗溯源", "《岚江市“乡村旅游”行动计划》", "民宿导览"))
    assert not any(other in answer.text for other in ("网箱看护", "花海直播"))
    assert {citation.quote for citation in answer.citations} == {"鱼苗溯源", "民宿导览"}


@pytest.mark.parametrize(
    ("question", "names"), [("渔业有哪些场景？", ("网箱看护", "鱼苗溯源")), ("乡旅有哪些场景？", ("民宿导览", "花海直播", "古村导航"))]
)
def test_the_field_chooses_between_two_tables(two_tables: Reader, question: str, names: tuple[str, ...]) -> None:
    assert two_tables.ask(question).text.startswith(f"{len(names)}个：{'、'.join(names)}[")


def test_a_unit_whose_name_ends_like_another_is_only_itself(two_tables: Reader) -> None:
    answer = two_tables.ask("哪些场景由市大数据局建设？")
    assert "《岚江市“乡村旅游”行动计划》的附表中有1个：古村导航" in answer.text
    assert not any(other in answer.text for other in ("鱼苗溯源", "民宿导览"))


def test_units_that_build_apart_build_nothing_together(two_tables: Reader) -> None:
    assert two_tables.ask("市数据局和市渔业局共同建设的场景有哪些？").status == "not_found"


def test_every_name_listed_is_proved_by_its_cell(reader: Reader) -> None:
    draft = rows(reader, "智慧养老场景清单一共有多少个场景？")
    quotes = [source.span.of(reader.knowledge.document(source.document_id).text) for source in draft.statements[0].sources]
    assert quotes == NAMES
    assert draft.facts[0].values["kind"] == "derived"
    assert draft.facts[0].sources == draft.statements[0].sources


@pytest.mark.parametrize("question", ["智慧港口计划的场景清单一共有多少个场景？", "数据共享平台由哪些部门负责？"])
def test_no_list_is_made_where_none_is_asked_for(reader: Reader, question: str) -> None:
    assert compose_rows(reader.evidence(question)) is None


@pytest.mark.parametrize("question", ["智慧养老场景清单里2031年5月完成的场景有哪些？", "智慧养老场景清单里从2024年才开始的场景有几个？"])
def test_where_no_row_meets_what_is_asked_the_answer_is_that_none_does(reader: Reader, question: str) -> None:
    assert reader.ask(question).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "智慧养老场景清单里已经验收合格的场景有几个？",
        "智慧养老场景清单里市民政局建设的、老人最常用的场景有哪些？",
        "智慧养老场景清单里投资超过百万元的场景有哪些？",
        "智慧养老场景清单里1200户以上的场景有几个？",
        "智慧养老场景清单里老人评价最高的有哪些？",
        "智慧养老场景清单里哪些部门建设的场景最多？",
        "智慧养老场景清单是哪些部门编的？",
    ],
)
def test_a_condition_that_nobody_can_check_makes_no_list(reader: Reader, question: str) -> None:
    assert compose_rows(reader.evidence(question)) is None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("智慧养老场景清单里建设期限是2022年5月到2024年11月的有几个，分别叫什么？", NAMES[1:2]),
        ("智慧养老场景清单里两家单位共同建设的场景有哪些？", NAMES[1:2]),
        ("智慧养老场景清单里2023年开始建设的场景有几个？", NAMES[2:]),
        ("智慧养老场景清单里使用雷达数据的场景有哪些？", NAMES[3:]),
        ("智慧养老场景清单里目前进展是正在试点的场景有几个？", NAMES[1:2]),
    ],
)
def test_rows_are_chosen_by_period_number_of_builders_or_cell(reader: Reader, question: str, names: list[str]) -> None:
    assert listed(rows(reader, question)) == names


INDICATORS = """# 岚江市智慧水利规划（2026-2030年）

## 表1 智慧水利指标体系

类别\t指标\t2030年目标\t制定依据
监测类\t雨量站密度\t80%\t水文规范
监测类\t视频覆盖率\t95%\t省级规划
服务类\t线上办件率\t99%\t省级规划
"""


@pytest.fixture(scope="module")
def indicators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("indicators")
    write_documents(folder / "corpus", {"水利.md": INDICATORS, "渔.md": "# 岚江市现代渔业行动计划\n\n## 一、目标\n\n发展现代渔业。\n"})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("智慧水利指标体系一共有多少个指标？", "3个：雨量站密度、视频覆盖率、线上办件率。"),
        ("智慧水利规划表1里监测类有哪些指标？", "2个：雨量站密度、视频覆盖率。"),
        ("智慧水利指标体系（表1）服务类有几个指标？", "1个：线上办件率。"),
    ],
)
def test_indicators_are_counted_by_kind(indicators: Reader, question: str, names: str) -> None:
    assert rows(indicators, question).statements[0].text == names


def test_last_row_is_the_one_at_the_end_of_the_table(reader: Reader) -> None:
    assert rows(reader, "智慧养老场景清单最后一个场景叫什么？").statements[0].text == f"{NAMES[-1]}。"


@pytest.mark.parametrize(
    "question",
    [
        "智慧水利指标体系的指标分几类？",
        "智慧水利指标体系（表1）分几个类别？",
        "智慧水利指标体系有几大类",
        "智慧水利指标体系包含哪些类别",
        "智慧水利指标体系一共划分成几大类？",
    ],
)
def test_kinds_that_a_table_sorts_its_rows_into_are_counted(indicators: Reader, question: str) -> None:
    assert rows(indicators, question).statements[0].text == "2个：监测类、服务类。"


def test_words_for_a_cell_that_no_row_holds_prove_nothing(reader: Reader) -> None:
    assert compose_rows(reader.evidence("智慧养老场景清单里使用呼叫器数据的场景有哪些？")) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("线上办件率的制定依据是什么？", "省级规划"),
        ("视频覆盖率这个指标属于哪一类？", "监测类"),
        ("雨量站密度的制定依据？", "水文规范"),
    ],
)
def test_a_column_of_an_indicator_is_told_by_name(indicators: Reader, question: str, said: str) -> None:
    assert said in indicators.ask(question).text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("智慧养老场景清单排第一的叫什么？", NAMES[0]),
        ("智慧养老场景清单打头的是哪个场景？", NAMES[0]),
        ("智慧养老清单里头一个场景是什么？", NAMES[0]),
        ("智慧养老清单里排在第三位的是哪个场景？", NAMES[2]),
        ("智慧养老附表的第2行是什么场景？", NAMES[1]),
        ("智慧养老清单里序号为4的场景是哪个？", NAMES[3]),
        ("智慧养老场景清单排在末尾的叫什么？", NAMES[3]),
    ],
)
def test_a_row_is_found_by_its_place_however_that_is_said(reader: Reader, question: str, name: str) -> None:
    assert listed(rows(reader, question)) == [name]


def test_listing_is_not_read_as_a_place(reader: Reader) -> None:
    assert listed(rows(reader, "把智慧养老计划的所有场景列一下")) == NAMES


def test_what_meets_a_condition_is_listed_and_what_asks_for_something_else_is_not(reader: Reader) -> None:
    assert listed(rows(reader, "智慧养老场景清单里，进展写着“正在试点”的是哪个？")) == NAMES[1:2]
    assert compose_rows(reader.evidence("智慧养老场景清单里，跌倒预警的期限是什么？")) is None


DEEDS = """# 岚江市2025年政府工作报告

## 三、重点工作

### （七）办好民生实事

今年办好4件民生实事：

1.新建社区食堂50家，为老人送餐。（市民政局牵头）

2.加装既有住宅电梯150部。（市住房和城乡建设局牵头）

3.新建健身步道60公里。（市城市管理局牵头，市体育局配合）

4.新建充电端口4万个。（市住房和城乡建设局牵头）
"""


@pytest.fixture(scope="module")
def deeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    base = tmp_path_factory.mktemp("deeds")
    settings = AssistantSettings(corpus_dir=base / "corpus", data_dir=base / "data")
    write_documents(settings.corpus_dir, {"报告.md": DEEDS, "计划.md": CARE})
    ingest_corpus(settings)
    with Generations(settings.data_dir).lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚江市4件民生实事里，市住建局牵头的有几件？", "2个：加装既有住宅电梯150部、新建充电端口4万个"),
        ("岚江民生实事中市民政局牵头的是哪件事？", "1个：新建社区食堂50家，为老人送餐"),
        ("岚江的民生实事哪一件是市体育局配合的？", "1个：新建健身步道60公里"),
        ("岚江民生实事，住建部门牵头的有几件？", "2个：加装既有住宅电梯150部、新建充电端口4万个"),
        ("2025年岚江民生实事当中，哪些由住房城乡建设局领头？给出件数和内容", "2个：加装既有住宅电梯150部、新建充电端口4万个"),
        ("岚江民生实事，由市住建局主抓的一共几件？", "2个：加装既有住宅电梯150部、新建充电端口4万个"),
        ("岚江今年的民生实事，归市民政局牵头的都有啥？", "1个：新建社区食堂50家，为老人送餐"),
        ("岚江民生实事第一件是什么？", "新建社区食堂50家，为老人送餐"),
    ],
)
def test_deeds_for_the_people_are_told_by_their_units_and_never_from_another_table(deeds: Reader, question: str, said: str) -> None:
    assert rows(deeds, question).statements[0].text == said + "。"


TABLELESS = """# 岚江市数字渔业行动计划（2025-2027年）

## 一、重点任务

### （一）建设示范场景

结合实际推出一批数字渔业重点场景，建设单位为市海洋与渔业局。
"""


@pytest.mark.parametrize("question", ["数字渔业计划的场景清单里，第一个场景叫什么？", "数字渔业清单附表里，第二个场景的建设单位是谁？"])
def test_the_place_in_a_list_that_the_named_document_does_not_have_is_refused(tmp_path: Path, question: str) -> None:
    with reading(tmp_path, 渔业=TABLELESS, 养老=CARE) as reader:
        assert rows(reader, question).status == "not_found"
        assert reader.ask(question).status == "not_found"


def test_a_list_that_is_headed_and_was_not_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=f"{TABLELESS}\n附表：数字渔业场景清单\n\n一号场景 渔港调度\n") as reader:
        assert compose_rows(reader.evidence("数字渔业计划的场景清单里，第一个场景叫什么？")) is None


def test_the_kinds_of_something_that_belongs_to_the_rows_are_not_the_kinds_of_rows(deeds: Reader) -> None:
    assert compose_rows(deeds.evidence("智慧养老项目的收费方式有哪几类？")) is None


BUNDLES = """# 岚江市“高效办成一件事”2026年度清单

附件：“高效办成一件事”2026年度清单

| 领域 | 一件事 | 主办单位 | 上线时间 |
|---|---|---|---|
| 个人 | 退休一件事 | 市人社局 | 2026年6月 |
|  | 身后一件事 | 市民政局 | 2026年9月 |
| 企业 | 开餐馆一件事 | 市市场监管局 | 2026年6月 |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("岚江高效办成一件事清单中哪些一件事要在2026年6月完成？", "2个：退休一件事、开餐馆一件事。"),
        ("岚江高效办成一件事清单里2026年9月就该完成的有几个？", "1个：身后一件事。"),
        ("岚江高效办成一件事清单里由市民政局主办的一件事有哪些？", "1个：身后一件事。"),
    ],
)
def test_rows_are_asked_for_by_what_their_own_table_calls_them(tmp_path: Path, question: str, said: str) -> None:
    with reading(tmp_path, 清单=BUNDLES, 养老=CARE) as reader:
        assert rows(reader, question).statements[0].text == said


KINDS = """# 岚江市2026年政府工作报告

## 三、2026年民生实事

| 类别 | 项目内容 | 数量 | 责任单位 |
|---|---|---|---|
| 养老 | 建设老年食堂 | 85个 | 市民政局 |
|  | 新增家庭床位 | 900张 | 市民政局 |
| 出行 | 改造危桥 | 26座 | 市交通局 |
| 文体 | 建设球场 | 12片 | 市体育局 |
"""


def test_rows_of_a_kind_are_listed_though_most_kinds_have_one(tmp_path: Path) -> None:
    with reading(tmp_path, 报告=KINDS, 养老=CARE) as reader:
        assert rows(reader, "岚江2026年民生实事里养老类的有哪些？").statements[0].text == "2个：建设老年食堂、新增家庭床位。"
        assert rows(reader, "岚江2026年民生实事里市民政局牵头几件？").statements[0].text == "2个：建设老年食堂、新增家庭床位。"


DATED_DEEDS = """# 岚江市2026年政府工作报告

## 三、重点工作

**6.提高民生福祉。** 全力办好四件民生实事：

序号\t事项\t目标任务\t牵头单位\t完成时限
1\t老年助餐\t新增助餐点40家\t市民政局\t12月底
2\t校园午休\t改造教室680间\t市教育局\t2月底
3\t农村饮水\t新建管网95公里\t市水利局\t12月底
4\t全民健身\t新建步道48公里\t市体育局\t9月底
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("四件民生实事中，完成时限写12月底的有几件？", "2个：老年助餐、农村饮水"),
        ("民生实事里完成时限是2月底的有几件", "1个：校园午休"),
        ("民生实事中“完成时限”填“9月底”的是哪件", "1个：全民健身"),
    ],
)
def test_deeds_announced_above_their_table_are_counted_by_a_deadline_without_a_year(tmp_path: Path, question: str, said: str) -> None:
    settings = AssistantSettings(corpus_dir=tmp_path / "corpus", data_dir=tmp_path / "data")
    write_documents(settings.corpus_dir, {"报告.md": DATED_DEEDS, "计划.md": CARE})
    ingest_corpus(settings)
    with Generations(settings.data_dir).lease() as knowledge:
        assert rows(Reader(knowledge, settings.data_dir), question).statements[0].text == said + "。"


@pytest.mark.parametrize("question", ["智慧养老计划有几个场景？", "智慧养老行动计划里一共列了多少个应用场景？", "智慧养老计划有多少场景"])
def test_what_a_named_plan_lists_is_counted_though_no_list_is_named(reader: Reader, question: str) -> None:
    draft = rows(reader, question)
    assert listed(draft) == NAMES
    assert draft.facts[0].values["value"] == "4个"


@pytest.mark.parametrize("question", ["智慧养老计划要打造多少个场景？", "到年底智慧养老计划建成几个场景？"])
def test_what_a_named_plan_aims_at_is_not_counted_in_its_list(reader: Reader, question: str) -> None:
    assert compose_rows(reader.evidence(question)) is None
