"""Plans of invented cities, as many as are asked for, the same each time: for runs that need many documents or documents that change.

A plan has what a real one has (aims by year, tasks with the bodies responsible, a table of projects, what it rests on) in three to six thousand characters.
The plans of one city share bodies and speak of the same fields in other periods, so that they compete for a question as real ones do.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random

CITIES = ("云汀市", "槐川市", "泊岭市", "青梧市", "石萍市", "雁荻市", "河榆市", "桐埠市")
FIELDS = (
    *("智慧水务", "冷链物流", "社区养老", "城市更新", "公共停车", "垃圾分类", "职业培训", "文化场馆", "低空经济", "海绵城市"),
    *("校园安全", "医疗急救", "公交优先", "绿色建筑", "农贸市场", "数字档案", "应急救援", "历史街区", "体育公园", "河道治理"),
    *("电动充电", "信用服务", "青年公寓", "气象预警", "地下管网"),
)
PERIODS = ((2016, 2018), (2018, 2020), (2020, 2022), (2022, 2024), (2024, 2026))
BODIES = (
    "市发展改革委",
    "市工信局",
    "市数据局",
    "市水务局",
    "市教育局",
    "市卫生健康委",
    "市交通运输局",
    "市住房城乡建设局",
    "市商务局",
    "市应急管理局",
)
THINGS = ("监测站", "服务驿站", "示范街区", "共享平台", "维修网点", "调度中心", "培训基地", "储备仓库", "体验场馆", "检测线路")
MEASURES = (("座", 3, 90), ("个", 5, 400), ("处", 4, 120), ("万平方米", 2, 70), ("公里", 10, 300), ("亿元", 1, 60))
ACTS = ("建设", "改造", "推广", "完善", "布局", "整合", "培育", "升级")
MANNERS = ("统筹规划、分步实施", "试点先行、以点带面", "政府引导、多方参与", "建管并重、长效运行")
PURPOSES = ("方便居民就近办理", "降低企业运行成本", "缩短处置和响应时间", "提高设施使用效率", "补齐老旧片区短板", "支撑跨部门协同")


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: its file's name and its text in Markdown, and a question that the text answers."""

    file_name: str
    text: str
    question: str


def plan(number: int, edition: int = 0) -> Plan:
    """The plan of a number from 0 to 999; another edition has other figures under the same title."""
    by_city, at_city = divmod(number, len(CITIES))
    by_field, at_field = divmod(by_city, len(FIELDS))
    city, field, (first, last) = CITIES[at_city], FIELDS[at_field], PERIODS[by_field % len(PERIODS)]
    chance = Random(f"{number}/{edition}")
    title = f"{city}{field}行动计划（{first}-{last}年）"
    things = chance.sample(THINGS, chance.randint(7, len(THINGS)))
    parts = [
        f"# {title}",
        f"{city[0]}政办发〔{first}〕{number % 97 + 1}号",
        "## 一、总体目标",
        *(_aim(field, thing, first, last, chance) for thing in things[:5]),
        "## 二、重点任务",
        *(part for place, thing in enumerate(things) for part in _task(place, field, thing, first, last, chance)),
        "## 三、项目清单",
        _projects(field, things, first, last, chance),
        "## 四、政策保障",
        f"依据《{city}{field}条例》和《关于推进{field}工作的指导意见》（{city[0]}发〔{first - 1}〕{number % 53 + 1}号），市政府每年安排专项资金。",
        f"{city}人民政府办公室",
        f"{first}年{number % 12 + 1}月{number % 27 + 1}日",
    ]
    return Plan(f"{number:04d}{title}.md", "\n\n".join(parts) + "\n", f"{title}中，推进{field}{things[0]}由哪些部门负责？")


def write_plans(folder: Path, count: int, edition: int = 0) -> None:
    """The first `count` plans as files of `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        written = plan(number, edition)
        (folder / written.file_name).write_text(written.text, encoding="utf-8")


def _aim(field: str, thing: str, first: int, last: int, chance: Random) -> str:
    unit, least, most = chance.choice(MEASURES)
    figure = chance.randint(least, most)
    clauses = []
    for year in range(first, last + 1):
        clauses.append(f"到{year}年，建成{field}{thing}{figure}{unit}，覆盖率达到{chance.randint(20, 60) + 10 * (year - first)}%")
        figure += chance.randint(1, most)
    return "；".join(clauses) + "。"


def _task(place: int, field: str, thing: str, first: int, last: int, chance: Random) -> tuple[str, ...]:
    act, manner = chance.choice(ACTS), chance.choice(MANNERS)
    lead, *others = chance.sample(BODIES, chance.randint(2, 4))
    unit, least, most = chance.choice(MEASURES)
    text = (
        f"坚持{manner}，{act}{field}{thing}，{chance.choice(PURPOSES)}。{first}年完成现状调查，形成问题清单和责任清单，明确每处{thing}的位置、规模和运行单位；"
        f"{first + 1}年新增{field}{thing}{chance.randint(least, most)}{unit}，建立台账并向社会公布；{last}年底前全部接入统一平台，实现状态可查、过程可溯、结果可评。"
        f"鼓励社会力量参与{thing}运行，对连续两年考核优秀的单位给予奖补，每家最高{chance.randint(5, 80)}万元。"
        f"{chance.choice(PURPOSES)}，{chance.choice(PURPOSES)}，每季度通报一次进展，对进度滞后的事项由牵头单位约谈。"
    )
    owners = chance.choice((f"{lead}牵头，{'、'.join(others)}配合", f"{'、'.join((lead, *others))}按职责分工负责"))
    return f"### （{'一二三四五六七八九十'[place]}）推进{field}{thing}", text, f"（责任单位：{owners}）"


def _projects(field: str, things: list[str], first: int, last: int, chance: Random) -> str:
    rows = ["| 序号 | 项目名称 | 建设单位 | 建设内容 | 建设期限 | 目前进展 |", "|---|---|---|---|---|---|"]
    for place, thing in enumerate(things, 1):
        quarter = chance.choice(("东湖片区", "西关片区", "南渡片区", "北郊片区"))
        rows.append(
            f"| {place} | {quarter}{field}{thing}项目 | {chance.choice(BODIES)} | 在{quarter}{chance.choice(ACTS)}{thing}{chance.randint(1, 40)}处 "
            f"| {first}年至{last}年 | {chance.choice(('前期', '在建', '已完成招标', '已建成'))} |"
        )
    return "\n".join(rows)
