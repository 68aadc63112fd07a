import pytest

from ingest.facts.subjects import Said, only_says_when, subject_of
from ingest.facts.targets import targets
from tests.ingest.examples import document_of


def subjects(text: str) -> list[tuple[str, str | None]]:
    found = targets(document_of(f"# 云川市水务行动计划\n\n一、任务\n\n{text}\n"))
    return [(target.subject, target.value) for target in found if target.value]


@pytest.mark.parametrize("verb", ["完成", "打造", "实现", "建成", "培育", "全市建成", "推动不少于", "力争完成全市", "二是为", "对"])
def test_where_only_a_verb_stands_before_the_figure_the_words_behind_it_are_the_subject(verb: str) -> None:
    assert subjects(f"{verb}4座泵站自动化改造。") == [("泵站自动化改造", "4")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("打造5个以上示范性强、带动性广的典型场景。", "示范性强、带动性广的典型场景"),
        ("建设42个供水服务站（取水点）。", "供水服务站（取水点）"),
        ("95%以上的泵站实现无人值守。", "泵站实现无人值守"),
        ("以20条河道为重点。", "河道"),
        ("汇聚6座水库、8座泵站和9个水质站的监测数据。", "水质站"),
        ("汇聚9个水质站的监测数据。", "水质站的监测数据"),
        ("为300个节水企业提供水费查询、缴费服务。", "节水企业"),
    ],
)
def test_the_words_behind_a_figure_are_taken_whole(text: str, subject: str) -> None:
    assert subjects(text)[0][0] == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("完成泵站改造4座。", "泵站改造"),
        ("实现供水量达到5亿吨。", "供水量"),
        ("泵站密度提升至24个/平方公里。", "泵站密度"),
        ("合作企业数量突破27家。", "合作企业数量"),
        ("新建泵站4座。", "新建泵站"),
        ("建成区管网覆盖率达到98%。", "建成区管网覆盖率"),
        ("完成率达到98%。", "完成率"),
        ("各类泵站达到9座。", "各类泵站"),
        ("共享数据达到9万条。", "共享数据"),
        ("对外供水达到9万吨。", "对外供水"),
        ("培训80人。", "培训"),
        ("水厂接入80个取水点。", "水厂接入取水点"),
        ("完成节水城市80个“节水细胞”建设。", "节水城市“节水细胞”建设"),
        ("新建X波段双偏振雷达1部。", "新建X波段双偏振雷达"),
        ("将填报的报表由128张精简到24张。", "填报的报表"),
        ("管网漏损率降至9.6%。", "管网漏损率"),
        ("供水总额力争突破5亿元。", "供水总额"),
        ("三年推动改造企业1000家。", "改造企业"),
        ("水厂、泵站等15处设施完成改造。", "设施完成改造"),
        ("整合和优化18个行业水务数据。", "行业水务数据"),
        ("已获批建设14个水质监测站。", "水质监测站"),
        ("办好民生实事：一是新增取水点30个。", "新增取水点"),
        ("培育20家以上节水企业及雨水、污水处理企业。", "节水企业及雨水、污水处理企业"),
    ],
)
def test_words_that_name_something_stay_and_a_verb_before_them_goes(text: str, subject: str) -> None:
    assert subjects(text)[0][0] == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("新建泵站5座，总数达到9座。", "泵站总数"),
        ("泵站密度提升至24个/平方公里，总数达到31座。", "泵站总数"),
        ("供水总收入达到45亿元，增长8%以上。", "供水总收入增长"),
        ("覆盖全市80%精养池塘，面积达到13.5万亩。", "精养池塘面积"),
        ("到2025年底，接入各类水表30万台（套）；到2026年底，接入45万台（套）。", "接入各类水表"),
        ("同步开展老旧管网改造，三年改造480公里。", "老旧管网改造"),
        ("32处易涝点“一点一策”建档，2024年消除14处。", "消除易涝点"),
        ("全市雨量站密度提升至24个/平方公里，总数达到31座，平均站间距6.1公里。", "全市雨量站平均站间距"),
        ("水权成交额突破百亿元大关，达到108.3亿元。", "水权成交额"),
        ("为独居老人免费配备智能水表，2023年配备1万台。", "智能水表"),
    ],
)
def test_a_clause_without_a_subject_goes_on_from_those_before_it_in_its_sentence(text: str, subject: str) -> None:
    assert subjects(text)[-1][0] == subject


def test_an_enumeration_of_years_has_one_subject() -> None:
    assert subjects("节水企业分别达到2023年500家、2024年600家、2025年700家。") == [
        ("节水企业", "500"),
        ("节水企业", "600"),
        ("节水企业", "700"),
    ]
    assert subjects("三年推动1800家企业节水改造，其中2023年500家、2024年600家。")[1:] == [
        ("企业节水改造", "500"),
        ("企业节水改造", "600"),
    ]


@pytest.mark.parametrize(
    "text",
    ["增长8%。", "总数达到46家。", "完善泵站奖补试点，总数达到46家。", "新建泵站5座；总数达到9家。", "供水达到5亿吨，9家。", "完成60个。"],
)
def test_a_figure_of_which_no_word_tells_what_it_counts_is_no_target(text: str) -> None:
    assert [subject for subject, value in subjects(text) if value not in ("5", "5亿")] == []


def test_a_subject_is_not_taken_from_another_sentence() -> None:
    assert subjects("新建泵站5座。总数达到9座。") == [("新建泵站", "5")]


def test_a_figure_of_another_unit_takes_over_no_subject() -> None:
    said = [Said("节水企业500家", "节水企业", "家")]
    assert subject_of("", "", "家", said) == "节水企业"
    assert subject_of("", "", "座", said) is None


@pytest.mark.parametrize(("words", "nothing"), [("其中", True), ("力争到", True), ("", True), ("节水企业", False), ("共享平台", False)])
def test_words_before_a_year_name_something_or_nothing(words: str, nothing: bool) -> None:
    assert only_says_when(words) is nothing


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("在沿河低洼区域以及城区布设雨量站24个、积水站20个。", ["雨量站", "积水站"]),
        ("供水能力为泵房41座、水厂2座。", ["供水能力为泵房", "水厂"]),
        ("供水服务事项98%以上实现一口受理、全域通办。", ["供水服务事项实现一口受理、全域通办"]),
        ("再生水用量达到5亿吨，占供水总量比重达到25%。", ["再生水用量", "再生水用量占供水总量比重"]),
        ("设立总规模20亿元的节水产业基金。", ["节水产业基金总规模"]),
        ("确保水质合格率保持100%。", ["水质合格率"]),
        ("实现对全市40座泵站和6座水厂的实时监管。", ["水厂的实时监管"]),
        ("健全中心实验室与15个分中心实验室的监测体系。", ["分中心实验室"]),
        ("为全市11个街道和13座泵站、水厂配备数字化设备。", ["泵站、水厂"]),
        ("管网自动化覆盖率实现70%。", ["管网自动化覆盖率"]),
        ("智能监测覆盖全市80%泵站。", ["智能监测覆盖全市"]),
        ("建成市级和9个城区的数字化管理平台。", ["城区"]),
        ("水务研究院一期工程交付使用、河道实验室组织实施攻关项目10项、大型模拟设施建设过半。", ["河道实验室组织实施攻关项目"]),
        ("给予投资额度不高于企业建设总规模25%。", []),
        ("每年培训80人。", ["培训"]),
        ("云川水务在26个城市中排名第9，在15个省会中排名第12。", ["云川水务在26个城市中排名", "云川水务在15个省会中排名"]),
    ],
)
def test_a_subject_is_its_own_and_no_other_members(text: str, subject: list[str]) -> None:
    assert [found for found, _ in subjects(text)] == subject


def test_a_count_of_those_that_got_something_names_nobody_by_itself() -> None:
    assert subjects("3家获评省级示范。") == []
    assert subjects("节水企业达到36家，3家获评省级示范。")[1] == ("节水企业获评省级示范", "3")


def test_a_sum_without_anyone_it_is_given_to_is_no_target() -> None:
    assert subjects("给予最高20万元奖励。") == []
    assert subjects("对节水企业给予最高20万元奖励。") == [("节水企业奖励", "20万")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("供水总额5亿元，同比增长7%。", ("供水总额增长", "7")),
        ("网上办理率达到97%，平均办理时间压缩75%。", ("平均办理时间压缩", "75")),
        ("供水缺口约1.5万吨。", ("供水缺口", "1.5万")),
        ("新增光伏装机40万千瓦。", ("新增光伏装机", "40万")),
        ("采集4大类16种数据、3大类9种指标。", ("3大类指标", "9")),
    ],
)
def test_what_is_compared_or_averaged_names_its_own_thing(text: str, found: tuple[str, str]) -> None:
    assert subjects(text)[-1] == found


def test_a_share_of_nothing_named_is_no_target() -> None:
    assert subjects("覆盖率达到92%。") == []
    assert subjects("2024年，河道监控覆盖率达到85%；2025年，覆盖率达到92%。")[1] == ("河道监控覆盖率", "92")
    assert subjects("新建水质站12座，覆盖率达到92%。")[1] == ("水质站覆盖率", "92")


def test_an_hour_that_lies_ahead_is_no_amount() -> None:
    assert subjects("向市民推送未来72小时水情。") == []
