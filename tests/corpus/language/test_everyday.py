"""The everyday words that ship with the program hold for any city: none misfires inside an official word, none asks, each leads to words that tell."""

import re
from collections.abc import Mapping

import pytest

from assistant.understanding.asks import asks_of, content_of
from corpus.language.misspellings import corrected
from corpus.language.terms import normalize
from corpus.settings import CorpusSettings
from corpus.wording import load_synonyms

OFFICIAL = re.findall(
    r"\S+",
    """
政务服务 公共服务 营商环境 服务事项 街道办事处 数据要素 数据共享 公共数据 授权运营 数据确权 登记确权 数据资产 数字政府 数字孪生 城市大脑 物联感知 视频监控
监控系统 监控调度 监测预警 预测预警 重大风险 重大风险点 平台风险 平台风控 智能风控 隐患整改 整改线索 整改落实 防汛抗旱 危险化学品 自动化工厂 安全自动化
智能报警 报警数据 医疗器械 知识产权 信用分级 信用分类监管 社会治安 行政执法 行政复议 并联审批 经办业务 智能网格预报 党建引领 未诉先办 就业困难人员 外来人才 企业主体
创业主体 主管部门 行业主管部门 专业主题库 养老金融 养老家政 养老外包 养老事业 幼儿子女 服务工作 科学技术 科学技术局 中小学校 重大专项资金 集中专项整治 本科以上学历
提高考核 提高企业 集中考核 集中考察 技术合同 中试基地 中小试点 试验车辆 实验车间 二级以上市属医院 公开药品 多模态心理分析 城市体检 施工地点 加工地点 化工地块 项目落户
特征地物 排水管网 雨水管网 加大雨水管网 地下水 地下水管网 停车检查 高空气象 重污染天气 光储充 全省电力 全省水资源 应用电力 使用电子证照 新材料 材料实验室 申请材料
申报案例 典型案例 承担责任 责任落实 周转车辆 运转车间 更换车辆 维修车间 维修车辆 高速网络 高速无线网络 道路破损 突破路径 未来路网 单车道 携带货物 远洋货运 智能检车
主打的产品 重大病虫害 环卫作业 农机作业 涉农资金 支农资金 占地面积 分地域 大部分地区 分地台账 回收成本 吸收成果 国外市场 境外地区 汇集资源 服务外包 广大企业 重大桥梁
重大水利 重大集成电路 三大集团 扩大厂房 创新店铺 这种地方 推进园区建设 推进园区 引导游客 引导消费者 语音导航 多跑路 更好地 防护工作 保护工作 保中风控 报告他人 法院里
智能计量器具 公共体育场馆 收容教育 专业技术 职业技能等级 拉动消费 拉长产业链 住宅小区 大型活动 门诊统筹 停放服务收费 村级便民服务 火灾隐患 奖励办法 补助资金 用工单位
拖延工期 被拖延 集中水源 连接电网 目标价格 中标价值 入驻企业 范围标准 保存时间 村落水系 一批地块 互联网线上 公开船舶 调整容量
安全生产检查 现代种业 数据质量问题 纳入医保 先进规划 部门面向 免费住院 打开海量 省水利 论坛等活动
改革委 工业和信息化局 自然资源局 人力资源和社会保障局 卫生健康委员会 市场监督管理局 国资委 营商环境建设局 领导小组 人大常委会 成员单位 责任单位 保障措施 组织实施
""",
)
"""Words of plans, reports and departments, many of which hold by chance the characters of an everyday word of another meaning."""

SAYS_NOTHING = frozenset(
    re.findall(
        r"\S+",
        "信息 服务 平台 系统 数据 管理 建设 发展 工作 项目 企业 城市 社会 政府 部门 单位 责任单位 办理 措施 任务 目标 计划 情况 问题",
    )
)


@pytest.fixture(scope="module")
def everyday(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[str, ...]]:
    folder = tmp_path_factory.mktemp("no_corpus")
    return load_synonyms(CorpusSettings(corpus_dir=folder, data_dir=folder))


def _found(text: str, everyday: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The everyday words in `text`, the longest where they overlap."""
    remaining, found = normalize(text), list[str]()
    for word in sorted(everyday, key=len, reverse=True):
        if word in remaining:
            remaining = remaining.replace(word, "\0" * len(word), 1)
            found.append(word)
    return found


@pytest.mark.parametrize("official", OFFICIAL)
def test_no_everyday_word_misfires_inside_an_official_word(official: str, everyday: Mapping[str, tuple[str, ...]]) -> None:
    whole = normalize(official)
    astray = [
        word
        for word in _found(official, everyday)
        if word != whole and not any(normalize(name) in whole or whole in normalize(name) for name in everyday[word])
    ]
    assert astray == []


def test_no_entry_asks(everyday: Mapping[str, tuple[str, ...]]) -> None:
    assert [word for word in everyday if asks_of(word) or len(content_of(word).replace(" ", "")) < 2] == []


def test_every_entry_is_written_as_questions_are_compared(everyday: Mapping[str, tuple[str, ...]]) -> None:
    assert [word for word in everyday if normalize(word) != word] == []


def test_every_official_word_has_two_characters_and_tells_one_matter_from_another(everyday: Mapping[str, tuple[str, ...]]) -> None:
    assert [(word, name) for word, official in everyday.items() for name in official if len(name) < 2 or name in SAYS_NOTHING] == []


def test_every_entry_leads_to_a_word_that_does_not_hold_it(everyday: Mapping[str, tuple[str, ...]]) -> None:
    assert [word for word, official in everyday.items() if all(word in normalize(name) for name in official)] == []


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("火车站打不着出租归谁管", "打车难"),
        ("早高峰堵得要命咋整", "拥堵"),
        ("老房子的牌子扫一扫能看吗", "历史建筑"),
        ("苞米没人要，上哪找销路", "产销对接"),
        ("看完病再给钱行不行", "先诊疗后付费"),
        ("小囡没人带，有托班吗", "普惠托育"),
        ("供暧费交了屋里冷", "供热"),
        ("邻居半夜吵死人", "噪声污染"),
        ("老楼没电梯腿脚不好", "加装电梯"),
        ("医保帐户能给家里人用不", "个人账户"),
        ("厂子招不到人", "用工"),
        ("头一回贷款找哪家", "首贷"),
        ("我家狗被收走了，几天内去领狗", "认领"),
        ("小区必须刷脸，有没有别的办法", "替代方式"),
        ("我妈67了，社区食堂一顿补多少", "每餐"),
        ("河水干不干净有多少个站在测", "水质监测"),
        ("刚毕业想找个工作", "高校毕业生"),
        ("送娃上学在校门口停一会", "停放时间"),
        ("听说能领奖", "奖励"),
        ("租房补贴钱多久到帐", "租赁补贴"),
        ("租房子的补贴能立马到账不", "租赁补贴"),
        ("跑运输出事故的比率要压低多少", "事故率"),
        ("手里有股份想转让", "股权转让"),
        ("我妈座船进城，有老人优惠吗", "船票"),
        ("占着残疾车位不走", "无障碍停车位"),
        ("路边停车费忘交了", "缴纳停车费"),
        ("房产中介挂出来的房源是假的", "经纪机构"),
        ("在居民楼开了个炒菜馆", "居民住宅楼"),
        ("公司黄了欠的钱找谁", "破产"),
        ("周六办事行不", "延时服务"),
        ("请不起律师咋办", "法律援助"),
        ("停煤气了也不说一声", "停止供气"),
        ("送外卖的想找个歇脚的地方", "工会驿站"),
        ("老人走了丧葬费找哪领", "丧葬补助"),
        ("伏天的高温费谁发", "高温津贴"),
        ("孩子上幼儿园免不免费，公立园好进不", "公办幼儿园"),
        ("海边垃圾谁清", "海洋垃圾"),
        ("卖理财的出了事找谁", "金融产品"),
        ("楼顶能不能种菜", "建筑物顶部"),
        ("小量危废没人收", "危险废物"),
        ("小鱼占比不能高于多少", "幼鱼"),
        ("往猪肉里打水怎么罚", "注水"),
        ("想请养生馆的人看病", "养生保健机构"),
        ("窗口又要纸件", "纸质材料"),
        ("房东卖房，租客怎么办", "承租人"),
    ],
)
def test_short_stems_survive_real_speech(question: str, official: str, everyday: Mapping[str, tuple[str, ...]]) -> None:
    assert official in {name for word in _found(corrected(question), everyday) for name in everyday[word]}
