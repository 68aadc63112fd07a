"""Attributes: what a question wants to know of a thing, with the words that an answer to it says.

Documents that speak of a thing rarely say all of it: that a loan exists, not at what interest. What speaks of the thing alone is no answer.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from corpus.language.figures import chinese_number

_OF_MONEY: tuple[tuple[str, str], ...] = (
    (
        r"(?:花|投|耗)(?:了|入|资|费|掉)*(?:多少|几)|(?:投资|预算|经费|造价|成本|财政资金|投入|概算)[^，。？]{0,6}(?:多少|几)|多少(?:投资|经费|预算|财政资金)",
        r"投资|投入|资金|经费|费用|预算|概算|造价|成本|补助|补贴|奖励|奖补|拨款|支出|收费|罚|价|元/",
    ),
    (r"罚(?:款|了|钱)?[^，。？]{0,3}(?:多少|几)", r"罚|处"),
    (r"利润|盈利|赚(?:了|到)?(?:多少|几)", r"利润|盈利|盈余"),
    (r"交(?:了|过)?(?:多少|几)[^，。？]{0,3}税|税[收款额]*(?:是|有|达|交|要|能)*(?:多少|几)|多少税", r"税"),
    (r"注册资[本金]", r"资本|资金"),
    (r"工资|月薪|年薪|薪酬", r"工资|薪"),
    (r"(?<![免消])费用?(?:大概|一年|每年|每月|是|要|有|得|共)*(?:多少|几)", r"费|元/|免"),
    (
        r"收了?(?:多少|几)[^，。？]{0,4}(?:钱|费|[块元毛])|(?:票价|租金|收费|单价|价格)[^，。？]{0,6}(?:多少|几)",
        r"收(?![集入到悉治购储])|费(?!者)|价(?!值)|元/|免",
    ),
    (
        r"多少钱一(?:次|份|张|顿|个|吨|平|度|斤|晚)|一(?:次|份|张|顿|吨|平|度|斤|晚)[^，。？补奖罚发给]{0,2}(?:多少钱|几块)",
        r"收|费|价|元/|免|每[一-鿿]\d",
    ),
)
"""What a question wants to know of money, with the words that an answer to it says: a turnover or loan in the same unit is another matter."""
_OTHERS: tuple[tuple[str, str], ...] = (
    (r"(?:年龄|岁数|年纪)[^，。？]{0,4}(?:多[大少高]|几)|多大(?:岁数|年纪|年龄)|多少岁|几岁", r"岁"),
    (r"(?:有效期|期限)(?:最长|是|为|有|可以|能)*(?:多久|多长|几|多少)", r"期|有效|届满|长期|\d年|[一二三五十]年"),
    (r"利率|利息", r"利率|利息|贴息|免息|基点|LPR"),
    (
        r"(?:什么时候|啥时候|何时|哪(?:一)?[天日]|几号|哪年|几月)[^，。？]{0,5}(?:施行|生效)|(?:施行|生效)(?:日期|时间)",
        r"施行|生效|实施|执行|有效|起",
    ),
    (
        r"^(?!.*(?:多少|几[个家])).*(?:什么时候|啥时候?|何时|哪一?年|几月)[^，。？]{0,4}(?:能用|用上|上线|投[用产运]|开通|启用|竣工|完工|建成|建好|通[车航]|交付|开[街业])",
        r"上线|[投启使]用|开通|建成|完[成工]|运行|投[运产]|竣工|通[车航]|交付|到位|[期年时]限|覆盖|实现|[布架]设|安装|(?<!开工)(?<!启动)(?<!推动)建设(?!项目|开工)|[-—－～~至]|开[街业]",
    ),
    (
        r"(?:最多|最高|至多|封顶|顶多)[^，。？]{0,5}(?:多少|几)(?![次天年日月小个])",
        r"最高|最多|不得?[超高多]|以[内下]|上限|封顶|至|到|[-—－～~/]|[内以]|限",
    ),
    (
        r"^(?!.*\d(?![\d号])).*(?:为(?:什么|啥|何)|(?:什么|啥)原因|凭(?:什么|啥))",
        r"因|由于|鉴于|受|原因|导致|[以避]免|防止|为[了贯落加推解适进深积抢全规保促着切充]|旨在|针对|需|不[属具在足宜能得]|滞后|权限|到期|废止|尚未|已|正在",
    ),
    (
        r"^(?!.*\d(?![\d号])).*为(?:什么|啥|何)[^，。？]{0,8}(?:叫停|推迟|延[期迟]|取消|搁置|减少|下降|没|未)",
        r"因|由于|鉴于|受|原因|导致|避免|防止|需|不|滞后|权限|到期|废止|未|已",
    ),
    (
        r"(?:打|拨)(?:哪个|哪里的|什么|啥)[^，。？]{0,4}(?:电话|热线)|(?:电话|号码|热线)(?:号码)?(?:是|为)?(?:多少|几号|哪个|什么|啥)",
        r"\d{7}|\d{3,4}[-—－―]+\d{6}|(?<!\d)1[12]\d{3}(?!\d)|热线",
    ),
    (r"多少人口|人口(?:是|有|为)?多少|人口(?:总)?数(?!据)", r"(?<!千)人口(?!信息|数据|健康|基础|库)"),
    (
        r"面积(?:现在|一共|总共|大概|要|会|能|达到?|是|有|为|到|的)*(?:多少|多大|几)|占地[^，。？]{0,4}(?:多少|多大|几)|多大的?面积",
        r"面积|占地|亩|公顷|平方|㎡",
    ),
    (r"主?跨(?:径|度)?(?:是|有|为)?(?:多少|多大|多长|几)", r"跨"),
    (r"跑道[^，。？]{0,6}(?:多少|多长|几)", r"跑道"),
    (r"损失[^，。？]{0,6}(?:多少|多大|几)", r"损失"),
    (r"(?:吞吐|通过)能力[^，。？]{0,6}(?:多少|多大|几)", r"能力"),
    (
        r"排(?:在|名|到|名在)?第几(?![条项个])|排名(?:是|多少|第)|第几[位名](?!代表|委员)",
        r"第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]|首[位个]|[居位]列|榜首|领跑",
    ),
    (r"(?<![投量生破])产(?![业品权险城值地能])[^，。？]{0,3}(?:多少|几)", r"产[量能出]|[年日生总]产|下线|产生?(?=\d)"),
    (
        r"(?:每|一)(?:组|艘|架|座|根|盏|箱)[^，。？补奖给贴罚发领]{0,6}(?:多少钱|多少[万亿]?元|造价|卖|几[块万]|多少万)",
        r"每|/|单价|均|一[组艘架座根盏箱]|各",
    ),
    (r"(?:多少|几)笔", r"笔"),
    (r"(?:多少|几)(?:例|宗)", r"例(?![如外])|宗"),
    (r"(?:企业|用户|会员)注册|注册(?:的|了)?(?:企业|用户|会员|人数)", r"注册|备案|登记|会员|用户|实名"),
    (r"哪[几些]?路(?:公交|车|[？?，]|$)|几路(?:公交)?车", r"\d\s*路"),
    (
        r"(?:[在于到是]哪条|[在于到]什么)(?:路|街|大街|马路)|门牌|几号楼|(?<!网络)(?<!IP)(?<!邮箱)地址(?!库|数据|信息)",
        r"(?<![道公线铁电思一马网条])(?:路|街)(?![线面牌由径段网灯况区道])|大道|地址|位于|坐落",
    ),
    (r"(?<![评性物报溢票单造])价(?:大概|一般|是|为|要|有)*(?:多少|几)", r"价(?!值)|元/|每[^，。]{0,8}元"),
    (r"(?:怎么|如何|怎样)(?:收费|收钱|计费)|收费标准", r"收|费|价|元/|免"),
    (
        r"(?:价格?|收费|费用|资费)(?:标准)?(?:是|该|要)?(?:怎么|如何|怎样|咋)(?:定|算|计|收)|定价(?:标准|机制|方式|办法)?(?:是|有|怎|如何)|规定了?(?:收费|价格|费用)",
        r"收费|[定计]价|价格|费用|元/|免费|有偿",
    ),
    (r"第几[次届][^，。？]{0,8}会|哪(?:一)?[次届][^，。？]{0,10}(?:会议|常委会|全会)", r"第[一二三四五六七八九十百\d]+[次届]|会议"),
    (
        r"谁(?:在|来|负责)?(?:自主)?(?:开发|研发|研制|承建|施工)|(?:开发|研发|研制|承建|施工)(?:出来)?的(?:是谁|是哪)",
        r"公司|集团|[市区县省]?[一-鿿]{2}(?:局|委)|研究院|大学|银行|单位|政府|移动|联通|电信|科技(?![创成攻投项和与园])|由[一-鿿]",
    ),
    (r"免费(?:吗|么|不)|(?:要|花|收)(?:钱|费)(?:吗|么|不[，。？]|$)|[要收]不[要收](?:钱|费)|是不是免费", r"免|费|元|优惠|补|资助|价"),
    (r"[卡证照本](?:丢|掉|没)了|补办|挂失", r"补|挂失|遗失|换[领发]"),
    (
        r"几点(?:钟|开|关|到几点|上班|下班|营业|[以之]?[前后]|能|可以)",
        r"\d[:：]\d\d|\d\s*[时点](?![间候])|[一二三四五六七八九十]+[时点](?![间候])|小时|全天|[上下]午",
    ),
    (
        r"每(?:个(?!月|季|星期|工作日|小时)|家|台|户|人|套|亩|件|只|头|辆|平|名|位|部)[^，。？]{0,8}(?:多少|几)|一(?:台|户|个|亩|套|部|辆|头)[^，。？]{0,4}[补奖给贴][^，。？]{0,2}(?:多少|几)",
        r"每(?![年月日天周季])|一次性|/|单个|单户|各|人均|按|平均|最高|不超过",
    ),
    (r"(?:哪|什么)[几些一]?个?国家", r"[美英法德韩泰]国|日本|俄|欧|东盟|[东中]亚|东南亚|[美非]洲|新加坡|蒙古|越南|马来|印度|国家"),
    (
        r"(?:[建设装放选落]|选址|坐落|分布)[在于到](?:哪(?:儿|里|个地方|[？?。]|$)|什么地方|啥地方)|(?<![差别同现])在哪[儿里]?[？?]?$",
        r"[在于沿][^，。；]{1,24}(?:区(?!域)|[县市镇乡街路村园楼港岛馆湖山城校站侧岸边])|位于|选址|落户|依托|地点|设在|挂靠|[（(][一-鿿]{2,6}[）)](?=[，,。；;、]|$)",
    ),
    (
        r"(?:用|要|需|得|还)不(?:用|要|需要?|得)?(?:再|另外)?(?:买票|购票|花钱|交钱|付钱|付费|交费|掏钱|缴费|刷钱)|(?:还|也)(?:得|要|用|需要?)(?:买票|购票|花钱|交钱|付费|交费|掏钱)[吗么不]",
        r"免|费|票(?!据)|元|优惠|半价|补|价(?!值)",
    ),
    (
        r"(?:有没有|有无|有|设)(?:个|什么|啥)?(?:最[低高少多大小]|起步|起提)(?:[^，。？]{0,4})?(?:金额|限额|额度|数额|年限|限制|要求|门槛)",
        r"最[低高少多大小]|不[低高少多超]|以[上下内]|至少|起(?!草|点|步|来|到|于)|上限|下限|限额|封顶|门槛",
    ),
    (r"网址|网站(?:地址|是)|官网", r"www|http|网址|网站|门户"),
    (r"(?:带|拿|交|提交|准备|出示|要)(?:哪些|什么|啥)(?:证件|材料|手续)", r"证|材料|复印件|表|书|户口|凭"),
    (
        r"(?:哪|什么)(?:一|几)?家?个?[^，。？]{0,2}(?:公司|厂商|厂家)|公司(?:叫|是)(?:什么|啥|谁|哪)|哪(?:一)?家企业|谁(?:供应|供货|生产|制造)|(?<!打造)(?<!打响)(?:什么|哪个|啥)(?:牌子|品牌|型号)|哪(?:[两三四五几]|\d+)家企业",
        r"公司|集团|科技|控股|股份|金控|银行|移动|联通|电信|厂|院|(?:服务|运营|供应|承包|制造|开发|经销)商",
    ),
)
_MONEY = tuple((re.compile(asked), re.compile(told)) for asked, told in _OF_MONEY)
_PAIRS = tuple((re.compile(asked), re.compile(told)) for asked, told in _OTHERS)
_NUMERAL = r"(?!20\d\d)\d{1,4}|[三四五六七八九十]+"
_MEASURE = r"名位支辆只头条亩度张座家个台套组部棵艘口户项场处所间"
_CLASSIFIER = _MEASURE + "类种件款份批本片组大"
_SAID_AS_ASKED = re.compile(
    r"日活|月活|下载|续航|全长|总长|报名|点击量|浏览量|销量|客流量|吞吐量|运维|维护费|(?:电费|水费|学费|押金)(?![缴交]|代扣|补贴|退)|分红|股价|市值|时速|降雨|噪音|死亡|受伤|发案|反对|弃权|午餐|早餐|晚餐|"
    r"开工率|入住率|中奖|录取|升学|出生率|产量|支出|亏损"
)
"""Words that say what is counted or measured and have no other name: an answer in figures says them too."""
_PLACES: tuple[tuple[str, str], ...] = (
    (r"村", r"(?<![农乡各全每新])村(?![（级镇民庄])"),
    (r"乡镇|镇|街道", r"(?<![乡城各集市])镇(?![（级域])|街道(?![、（）级])|(?<![城各下返])乡(?![（镇村级])"),
    (r"区县|区市县|区", r"(?<![地园社景校小城辖各山片厂专])区(?![域别块间分、县（(位级])|县(?![、级域（(区])"),
    (r"街(?!道)|路|马路|大街", r"街(?![道区])|(?<![道公线铁电思一网条])路(?![线面牌由径段网灯况口侧])|大道"),
    (r"医院", r"医院|卫生院|中心|机构"),
    (r"学校|小学|中学|幼儿园", r"学校|小学|中学|大学|学院|幼儿园"),
)
_WHICH_PLACES = tuple(
    (
        re.compile(rf"(?:[在于到是]哪(?:些|几?[条座个家所处]|[两三四五六])|[在于到]什么)(?:{kind})(?![^，。？]{{0,3}}(?:建|管|负责))"),
        re.compile(told),
    )
    for kind, told in _PLACES
)
"""Where things are, by the kind of place that is asked for: an answer names one."""
_WHERE = re.compile(
    r"(?:[在于到]|落户|选址)[^，。？]{0,4}哪(?:一)?(?:个|座|家|所|条|片)"
    r"(?:(?P<kind>海域|广场|小区|街道|商场|医院|学校|大厦|车站|公园|场馆|体育馆|村|镇|楼|机房)|(?P<zone>[一-鿿]{0,2}园区?|开发区|高新区|新区|工业区))"
)
_IN_ZONE = re.compile(r"(?:[在于至沿]|落户|选址|地点|依托)[^，。；、]{0,24}(?:园(?![林艺丁])|区(?![域别块间分县]))")
"""Where something is, told by a zone: the name of another zone in the same sentence is none."""
_OF_WHICH = re.compile(
    r"(?P<noun>[一-鿿]{2,8}?)(?:业务|事项|手续|服务)?(?:里面?|中|当中|方面)?(?:都)?(?:有)?哪些(?:业务|事项|手续)?(?:是)?(?:可以|能够?)(?P<what>[一-鿿]{2,8})?"
)
_OF_THEM = re.compile(
    r"(?:里面?|当中|之中|中)(?:一共|共)?有(?:多少|几)[个名位人家户]?(?:是|能够?|会|可以)(?P<what>[一-鿿]{1,8}?)的?(?=[？?，。]|$)"
)
"""What those are part of, and can do, that a question wants: 公积金业务哪些可以…, 40个里有几个能…."""
_SOME_TIME = r"(?:[一几两三四五六七八九十]|\d+)?个?[年月天日]"
_NAMED = re.compile(
    rf"哪(?P<which>{_NUMERAL})(?!年)[一-鿿]|"
    rf"(?<![\d.第])(?P<these>{_NUMERAL})(?!年)[{_CLASSIFIER}](?!门)[^，。？那这]{{0,20}}?[，,]?"
    rf"(?:(?:都|分别|具体|各)+(?:[是叫有指在从]|[落设装建]在|分布在|位于)(?:什么(?!时)|哪(?!{_SOME_TIME})|啥(?!时)|谁)|名单|(?:具体|都)?(?:名字|名称|叫)(?:都|分别|各|是|为|有)*(?:什么|啥|哪)|"
    rf"[是有在](?:哪(?:[几些]|{_NUMERAL})(?!年)))|"
    r"“(?P<meant>[两三四五六七八九十][一-鿿]{1,2})”(?:都|分别|具体|各)*[是指](?:什么|哪|啥)"
)
"""Asks for the names of as many things as it says: 具体是哪20条街, 24条分别是什么, “三情”指什么."""
_BETWEEN = tuple(
    (re.compile(around), re.compile(between))
    for around, between in (
        (r"[。；\n]", r"[、，]|(?<=[一-鿿])[ \t]+(?=[一-鿿])|(?<=[\w”》])(?:(?<![饱总])和(?![美平谐睦])|(?<!参)与|(?<!惠)及)"),
        (r"。", r"；"),
        (r"$", r"》[^》《]*(?=《)"),
        (r"$", r"”[^”“]*(?=“)"),
        (r"$", r"[①-⑳]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]是"),
    )
)
"""What may stand between names, with what ends the stretch of text in which they are counted: two sentences make no one list."""
_MARKED_COUNT = re.compile(r"“(十?[两三四五六七八九十][一-鿿]{1,2})”")
"""Words in marks that say how many, and name nothing: “三情”, “十四五”."""
_SPELLS_OUT = r"[^，。；\n]{0,16}(?:[：:（(]|[，,]?(?:包括|包含|涵盖|分别|即|如下|其中|[为是]))"
"""Behind what is counted: its names follow."""
MOST_OF = 0.6
"""Share of the things a question wants by name that the answer must be long enough to name: some stand there in one breath (科技成果、仪器设备)."""


def names_as_many(question: str, text: str) -> bool:
    """Whether `text` can hold as many names as `question` wants, told by what stands between names; beside their number if it says no more of them."""
    asked = _NAMED.search(question)
    if asked is None:
        return True
    number = asked["which"] or asked["these"] or asked["meant"][0]
    wanted = int(number) if number.isdigit() else chinese_number(number) or 2
    told = _without_what_only_counts(text, asked["meant"] or rf"{number}[{_CLASSIFIER}]")
    named = max(len(between.findall(stretch)) for around, between in _BETWEEN for stretch in around.split(told))
    return 1 + named >= MOST_OF * wanted or (named > 0 and re.search(rf"等\D{{0,4}}{number}", told) is not None)


def _without_what_only_counts(text: str, counted: str) -> str:
    """`text` with no more than the clauses that say what was `counted`, of each sentence that says so and does not go on to spell it out."""
    counts = re.compile(rf"(?<![\d.第一二三四五六七八九十]){counted}")
    spelled_out = re.compile(counts.pattern + _SPELLS_OUT)
    told = []
    for sentence in re.split(r"(?<=[。\n])", _MARKED_COUNT.sub(r"\1", text)):
        counting = [] if spelled_out.search(sentence) else [one for one in re.split(r"[，,；]", sentence) if counts.search(one)]
        told.append("。".join(counting) or sentence)
    return "".join(told)


def says_attribute(question: str, text: str, *, figure: bool) -> bool:
    """Whether `text` has a word for each thing, of those that have such words, that `question` wants to know; sums count where a figure is asked for."""
    pairs = (*_PAIRS, *_MONEY) if figure else _PAIRS
    where = _WHERE.search(question)
    if any(asked.search(question) and not told.search(text) for asked, told in _WHICH_PLACES):
        return False
    if figure and any(word not in text for word in _SAID_AS_ASKED.findall(question)):
        return False
    if where and where["zone"] and not _IN_ZONE.search(text):
        return False
    return (where is None or (where["kind"] or "") in text) and all(told.search(text) for asked, told in pairs if asked.search(question))


@lru_cache(maxsize=64)
def asks_attribute(question: str) -> bool:
    """Whether `question` wants to know one of the things that have words of their own, other than sums."""
    return any(asked.search(question) for asked, _ in _PAIRS)


def names_whole(question: str, holds: Callable[[str], bool]) -> bool:
    """Whether `holds` finds what those things are part of, and can do, that `question` wants (公积金业务里哪些可以…), if it names it."""
    found = [match.groupdict() for pattern in (_OF_WHICH, _OF_THEM) for match in pattern.finditer(question)]
    return all(holds(name) for names in found for name in names.values() if name)
