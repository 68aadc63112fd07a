"""How much of what a question says of a conduct the provisions of a regulation say, in its words or in those of regulations."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.composers.provisions import Provision
from assistant.evidence import Evidence
from corpus.language.terms import terms_of
from corpus.model.document import Document
from corpus.model.span import Span

_OFFICIAL: tuple[tuple[str, str], ...] = (
    ("倒卖", "倒卖|变卖|转让"),
    ("租给", "出租|转租"),
    ("(?<!买)卖", "销售|出售|兜售|变卖"),
    ("转手", "转让|转租|转借"),
    ("乱扔|乱丢|乱倒|扔|丢弃|丢下|倒(?!卖|闭|塌|计)", "倾倒|抛撒|丢弃|乱扔|抛洒|随意堆放|投放"),
    ("带狗|遛狗|牵狗", "携带犬只|遛犬"),
    ("公交|地铁", "公共交通工具|公共汽车"),
    ("打车|出租车", "出租车|出租汽车"),
    ("拉屎|拉尿|大便|便便|粑粑|撒尿", "粪便|便溺|排泄"),
    ("(?:没|不)(?:拴|牵)|拴绳|牵绳|狗绳", "束犬|牵引|拴|管控"),
    ("咬", "伤害|伤人|撕咬"),
    ("狗叫|乱叫|吵", "吠叫|噪声|干扰"),
    ("养", "饲养|养殖|养犬"),
    ("老板|店家|商家|店主", "经营者"),
    ("撒漏|洒漏|沿路|漏了?一路", "遗撒|洒漏|沿途|滴漏"),
    ("睡觉|睡|躺", "躺卧|留宿|住宿"),
    ("私自|偷偷|擅自|没(?:有)?经过?(?:同意|批准|许可|允许)|没批|没打招呼", "擅自|未经|私自"),
    (
        "(?:没|无|不具备)有?[^，。？]{0,3}(?:资格|资质)",
        "未(?:依法)?取得[^，。；]{0,8}(?:资格|资质|许可)|不具备[^，。；]{0,6}(?:资格|资质)|无资质",
    ),
    ("无证|没有?[^，。？]{0,4}(?:许可|执照|证)(?!据|明)", "未(?:依法|按照?规定)?(?:取得|办理|领取|登记)|无证|未经许可"),
    ("不让|拦着|不给进|不配合", "拒绝|阻碍|阻挠|妨碍|拒不"),
    ("不理|不管|不劝", "劝阻|制止|未履行|不履行"),
    ("保养|维保", "维护保养"),
    ("放(?:鞭炮|烟花|炮)", "燃放"),
    ("贴", "张贴|粘贴"),
    ("刻(?:字|画)|乱画|涂鸦", "刻划|涂污|涂写"),
    ("摘|折(?=花|树|枝)|掐", "采摘|攀折"),
    ("捞鱼|钓鱼|抓鱼|逮", "捕捞|垂钓|捕捉"),
    ("烧", "焚烧|露天烧烤|燃烧"),
    ("堵", "堵塞|占用|封闭|阻碍"),
    ("占(?!比)", "占用|侵占"),
    ("拆", "拆除|拆卸"),
    ("弄坏|搞坏|砸", "损坏|毁坏|破坏"),
    ("喂", "饲喂|投喂"),
    ("搭(?!乘|载)", "搭建|搭设"),
    ("骑", "驾驶|骑行"),
    ("戴", "佩戴"),
    ("带人|驮人", "载人|搭载"),
    ("多收|乱收", "超过[^，。；]{0,8}收费|擅自收费|违反规定收取"),
    ("泄露|说出去|透露", "泄露"),
    ("瞒着|瞒报|不报", "瞒报|迟报|未[^，。；]{0,8}报告|不报告"),
    ("拒收|不收(?!费|钱|取|现)", "拒绝[^，。；]{0,4}(?:投放|接收|收)|不予(?:接收|受理)"),
    ("(?:办|领|拿|登记)不了|不(?:给|让|能)(?:办|登记|上牌)", "不予(?:办理|登记|受理|批准)|不得(?:办理|登记)"),
    ("一辈子|永远|终身", "终身|永久"),
    (
        "钱从哪|谁来?(?:出|掏|付|交)钱?|花谁的钱|费用[^，。？]{0,4}谁",
        "列支|承担[^，。；]{0,6}费|费用[^，。；]{0,24}承担|由[^，。；]{2,20}承担",
    ),
    ("大修|维修|修(?![改订建])", "修理|维修|大修"),
    ("(?:来|去)领|领回|认领", "认领|领回|领取"),
    ("不(?:去|办|交|领|改|理会?|管)(?:的话)?[，,]?(?:会|又|要|将)?(?:怎|咋|如何|有什么)", "逾期|拒不|视(?:作|为)"),
    ("交到|上交|交给", "上交|移交|交至|送至"),
    ("没(?:有)?(?:放|用|卖)完", "尚未|剩余"),
    ("多少度|几度", "摄氏度|℃"),
    ("超过|超了|超出|多养", "超过|超养|超出"),
)
"""What people say of a conduct, and how regulations name it, as patterns; more than one thing may be meant."""
_ACTOR = re.compile(
    r".?(?:经营|运营|停放|销售|生产|管理|使用|所有|驾驶|行为|当事)(?:者|人|单位|企业)|.?(?:工作人员|单位|企业|公司|机构|个人)"
)
"""Who does it: many rules oblige the same one, so it tells none from another."""
_PENAL_WORDS = "处罚 罚款 罚多 多少钱 罚钱 责令改正 责令限期改正 逾期不改正 拒不改正 不改正 违反条例规定 处分 警告 数额 金额 部门 法律责任 后果 标准 写在 规定 依据 处理 被发现 查到 被查 抓到"
"""Words of penalties: they tell none from another."""
REFERRED_WEIGHT = 0.9
"""What a word of the question counts that stands only in the provision that the penalty refers to."""
LEAD_WEIGHT = 0.5
"""What a word of the question counts that stands only in the sentence that announces an item."""
OFTEN, FEW = 1 / 6, 3
"""Share of a regulation's provisions, and number, above which a word of the question tells none from another."""


def conduct_words(text: str) -> Mapping[str, re.Pattern[str]]:
    """What `text` says of a conduct in everyday words, each marked with = and with how regulations say it; the first of two for the same characters."""
    found: dict[str, re.Pattern[str]] = {}
    taken: list[range] = []
    for spoken, official in _OFFICIAL:
        match = re.search(spoken, text)
        if match and not any(position in place for place in taken for position in range(*match.span())):
            taken.append(range(*match.span()))
            found[f"={match[0]}"] = re.compile(official)
    return found


def says_more(question: str, text: str, known: str) -> bool:
    """Whether `text` calls something of the question in the words of regulations that `known` does not speak of (不去会怎样: 逾期不认领的)."""
    return any(official.search(text) and not official.search(known) for official in conduct_words(question).values())


class Shares:
    """How much of what the question says of the conduct the texts of one document say; `asking` is what of it only asks."""

    def __init__(self, evidence: Evidence, document: Document, provisions: Sequence[Provision], asking: str) -> None:
        matcher, text = evidence.matcher, evidence.question.text
        self._matcher, self._document = matcher, document
        self._conducts = conduct_words(text)
        asked = frozenset([*terms_of(asking), *terms_of(" ".join(_ACTOR.findall(text)))]) & matcher.weights.keys()
        self._common = matcher.terms_in(f"{document.title} {_PENAL_WORDS}") | asked
        replaced = {term for term in matcher.weights for words in self._conducts if set(term) & set(words)}
        said = frozenset().union(*(matcher.terms_in(one.span.of(document.text)) for one in provisions))
        self._common |= replaced - said
        counted = Counter(term for one in provisions for term in self._terms(one.span))
        often = max(FEW, len(provisions) * OFTEN)
        self._common |= frozenset(term for term, count in counted.items() if count > often)
        conducts = frozenset(self._conducts) - self._common
        self._rest = 1.0 - matcher.weight_of(self._common - self._conducts.keys()) + matcher.weight_of(conducts)

    def of(self, provision: Provision, referred: Provision | None = None) -> float:
        """The share that a provision says, with the one it refers to; two characters alone (场内) in that are no conduct."""
        said = self._terms(provision.span)
        weight = self._matcher.weight_of(said)
        lead = provision.lead
        if referred is not None:
            behind = self._terms(referred.span) - said
            if not said and len(behind) == 1 and behind <= self._matcher.weights.keys():
                return 0.0
            weight += REFERRED_WEIGHT * self._matcher.weight_of(behind)
            said, lead = said | behind, referred.lead
        if lead is not None:
            weight += LEAD_WEIGHT * self._matcher.weight_of(self._terms(lead) - said)
        return weight / self._rest if self._rest > 0.05 else 0.0

    def tells(self, provision: Provision) -> bool:
        """Whether a provision says more of the conduct than two characters, which may be of any other."""
        said = self._terms(provision.span)
        return len(said) > 1 or not said <= self._matcher.weights.keys()

    def _terms(self, span: Span) -> frozenset[str]:
        text = span.of(self._document.text)
        conducts = {words for words, official in self._conducts.items() if official.search(text)}
        return (self._matcher.terms_in(text) | conducts) - self._common
