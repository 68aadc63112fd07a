"""What an answer must hold to be one: a figure in the right kind of unit, a time, a unit's name."""

import re
from collections.abc import Collection, Sequence

from assistant.checks.attributes import names_as_many, says_attribute
from assistant.checks.spelled_out import spells_out_parts
from assistant.understanding.asks import Ask
from assistant.understanding.wants import figures_told
from corpus.language.figures import Figure, chinese_counts_in, figures_in
from corpus.language.years import year_mentions

_PERSON = re.compile(
    r"(?:局长|市长|省长|区长|县长|主任|组长|书记|处长|科长|部长|厅长|董事长|总经理|院长|校长|会长|理事长|秘书长|法人代表|法定代表人)[^，。？]{0,4}(?:是谁|叫什么|姓什么|是哪|名字|姓名|电话|手机|联系方式)|"
    r"(?:会长|理事长|秘书长)[^，。？]{0,2}谁(?:来|在)?(?:担任|当)|(?:代表|委员)[，,]?[^，。？]{0,4}(?:电话|手机|联系方式)|谁是[^，。？]{0,12}(?:局长|市长|主任|组长|书记|处长|院长|董事长)|"
    r"哪(?:[几些一]|\d+)?[位名](?:院士|专家|教授|医生|老师|工程师|设计师|队长|企业家|歌手|演员|明星)|手机号|(?:代表|委员|签发人|联系人|[局市省区县处科院校]长|书记|主任)[^，。？]{0,6}(?:在哪(?:个|家)(?:单位|公司)(?:上班|工作|任职)?|多大(?:年纪|岁数|了)|多少岁|什么学历|籍贯|工资)"
)
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2}(?:局|委|办|厅|部门|单位|政府|机构|机关|中心|集团|公司|企业|银行|医院|协会|学院|大学|小组|指挥部|总队|支队|"
    r"站|社区|街道|主体|法院|检察院|责任人|权利人|负责人|当事人|使用人|业主|者)"
)
"""The end of the name of a body."""
_COMPANY = re.compile(
    r"中标(?:单位|公司|方|人|价|金额|总?额|开发|承建|的?(?:是|为)?(?:谁|哪))|谁[^，。？]{0,3}中标|(?:开发商|供应商|承包商)(?:是|叫|为|姓|名)|(?:谁|哪|什么)[^，。？]{0,4}(?:开发商|供应商|承包商)|哪(?:一|几)?家(?:公司|企业|厂商|厂家|供应商)?(?:中标|承包|供货)|哪(?:一|几|个)?家?(?:厂商|厂家)"
)
GROWTH_ASKED = re.compile(
    r"(?:(?:增长|增速|增幅|涨幅|涨|(?<!新)增)(?:了|速|率|幅度?|的?目标)?(?:要|打算|定|是|为|达|预期|大?约|大概|控制在?)*(?:多少|几成|几个(?:百分)?点|百分之?几))(?![亿万元个家项])|"
    r"增长(?:速度|率)|增速|增幅|涨幅"
)
"""Asks by how much something grows; 增长到多少 asks for what it grows to."""
_COMPARES = re.compile(r"比(?![重例率值])|较(?!大|多|快|好|高)|(?:\d{2}年?.*){2,}\d{2}年")
_QUANTITY = re.compile(r"多少|(?<!哪)几")
_UNIT_CLASSES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (GROWTH_ASKED, frozenset({"%", "个百分点", "‰"})),
    (
        re.compile(
            r"多大的?(?:内存|存储|容量|空间)|(?:内存|存储(?:空间|容量)?|容量)(?!点|[^，。？]{0,6}多少[个家处座])[^，。？]{0,6}(?:多大|多少)"
        ),
        frozenset({"TB", "GB", "PB", "MB", "T", "G", "P"}),
    ),
    (re.compile(r"算力(?:总?规模|总量)?[^，。？券服资基企平中网]{0,6}多大"), frozenset({"P", "EFLOPS", "PFLOPS"})),
    (re.compile(r"(?:几|多少)(?:公里|千米|海里)|多远|距离|间距|里程"), frozenset({"km", "公里", "千米", "米", "m", "海里", "里"})),
    (
        re.compile(
            r"比例|占比|占(?![地用])[^，。？]{1,10}(?:多少|几成)(?![亩个家项户人公平元])|比重|投入强度|百分|覆盖率|增速|增长率|增幅|满意度|[^频效]率(?:是|要|达|为|到|会|能|目标|控制|提高|$)|[^频效]率[^，。？、的]{2,8}(?:多少|多高)(?![个家项户人])"
        ),
        frozenset({"%", "个百分点", "‰"}),
    ),
    (
        re.compile(
            r"多少钱|几块钱?|几毛|多少元|(?:(?<![评性物报溢])价|保额|保费|[押租罚定佣]金|保证金)(?:大概|一般|最[高低]|至少|是|为|要|交|收)*(?:多少|几)|多少亿元|多少万元|几万块|金额|总额|投资|预算|经费|造价|价格|中标价|资金(?:是|有|多)|多少[^，。？个家项]{0,4}(?:资金|经费|奖金|租金|费用)|(?:租金|房租|月租)(?:标准|价格)?(?:是|为|要|一年|每[^，。？]{1,6})*(?:多少|几[块元])|(?<![免消])费用?(?:是|要|有)?多少|余额(?:是|达|要|多)|(?:利润|营收|收入|产值|税收|销售额|交易额|成交额)(?:是|达到?|要|为|有)*(?:多少|几)|罚款?多少|罚几|(?:税|税收|产值|营收|收入|利润|资本)(?:是|有|达|为|多|要)?(?:多少|几)|多少(?:税|利润|产值|营收)|[易款售交资]额(?:是|有|达|为|要|多)?(?:多少|几)|多少[^，。？]{0,3}[易款售交资]额"
        ),
        frozenset({"元", "亿元", "美元", "万元"}),
    ),
)
_SUM_BESIDE = re.compile(
    r"多少[^，。？个家项]{0,2}(?:钱|奖金|奖励|补贴|补助|资助|资金|经费)|(?:[奖补]|奖[励补]|补[助贴]|资助|罚款?)(?:多少|几)(?![个家项人])"
)
_SHARE_OR_SUM = frozenset({"%", "个百分点", "‰", "元", "亿元", "万元", "美元"})
"""Asks for a sum, in a question that asks for a share as well; and the units of both."""
_CHINESE_MONEY = re.compile(r"[一二三四五六七八九十百千万]+元|[一二三四五六七八九十]倍")
"""A sum as regulations print it: 五百元以上三千元以下, 违法所得一倍."""
_LENGTH = re.compile(r"\d\s*[余多万千]?(?:公里|千米|米(?!/)|km|m|海里)|[一二三四五六七八九十百千]+(?:公里|米)")
_A_COUNT = r"(?:\d+(?:[.,]\d+)*|[一二两三四五六七八九十百千]+)\s*(?:余|多)?(?:万亿|万|亿|千|百)?(?:余|多)?"
_OF_A_MEASURE = (
    r"[%％‰年月日号天亩元岁吨米度]|美元|个?百分|个?工作日|个月|平方|公顷|立方|公里|千米|公斤|小时|分钟|千瓦|兆瓦|[PTG]B?(?![A-Za-z])"
)
_THINGS = rf"(?<![\d.,])\d+(?:,\d+)*(?:\.\d+(?=\s*[余多]?[万亿个家座项条处]))?\s*[余多]?[万亿千百]*[余多]?\s*(?![\d.,\s余多万亿千百]|{_OF_A_MEASURE})"
"""A number of things: not one of acres, money, time or share."""
_MEASURED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"[^频效]率(?:是|要|达|为|到|会|能|目标|控制|提高|$)|利率"),
        re.compile(r"[%％‰]|百分|分之|\d成|[一二三四五六七八九]成|倍"),
    ),
    (
        re.compile(r"多少(?:万)?[人名位]|多少人口|多少[^，。？个家项]{0,4}(?:[老]?人|群众|学生|居民|职工|妇女|孩子|儿童)(?=[？?]|$)"),
        re.compile(rf"{_A_COUNT}(?:[人名位户]|[一-鿿]{{0,4}}(?:人员|人才|劳动力|学生|群众|职工|居民|工程师))"),
    ),
    (re.compile(r"(?:多少|(?<!哪)几)万?路(?![口灯段线网况面程由边])"), re.compile(r"\d\s*[万千]?(?:余|多)?路")),
    (re.compile(r"多少万?亩"), re.compile(r"亩|公顷|平方")),
    (re.compile(r"多少万?平(?:方米|米|方(?!公里))"), re.compile(r"平方米|㎡|平米|亩|公顷")),
    (re.compile(r"多少平方公里|多少公顷"), re.compile(r"平方|公顷|亩")),
    (re.compile(r"(?:多少|(?<![哪第])几)米"), _LENGTH),
    (re.compile(r"(?:多少|(?<!哪)几)级(?!以|别)"), re.compile(r"级")),
    (re.compile(r"(?:多少|(?<![哪第])几)班(?!子|级|车)"), re.compile(r"\d\s*余?(?:班|趟|列|架?次|航班)")),
    (re.compile(r"(?:多少|(?<![哪第])几)场(?!景|所|地|馆)"), re.compile(rf"{_A_COUNT}(?:场|项|次|期|台)")),
    (
        re.compile(r"(?:多少|(?<![哪第好十这那])几)家"),
        re.compile(r"\d(?![年月日号\d.])|[一二两三四五六七八九十百]+(?:[家户]|个[一-鿿]{0,6}(?:企业|单位|机构|主体|公司))"),
    ),
    (
        re.compile(r"(?:多少|(?<![哪第好十这那])几)[个家座项条处](?!阶段|部门|代表|百分|点|月|工作|小时|步骤|[亿万])"),
        re.compile(rf"{_THINGS}|(?<!第)[一二两三四五六七八九十百]+[个家座项条处所类种大人名位只张]"),
    ),
    (re.compile(r"多少万?立方米"), re.compile(rf"{_A_COUNT}\s*立方")),
    (re.compile(r"多少万?吨"), re.compile(rf"{_A_COUNT}\s*(?:吨(?!级)|公斤)")),
    (re.compile(r"多少(?:[万亿]|万亿)?度"), re.compile(rf"{_A_COUNT}\s*(?:千瓦时|度|℃)")),
    (re.compile(r"(?:多少|(?<!哪)几)P"), re.compile(r"\d\s*(?:P|EFLOPS)")),
    (re.compile(r"(?:多少|(?<![哪第好这那])几)页"), re.compile(rf"{_A_COUNT}\s*页")),
    (re.compile(r"(?:多少|(?<![哪第好这那])几)层(?!次|级|面)"), re.compile(rf"{_A_COUNT}\s*层")),
    (re.compile(r"(?:多少|(?<![哪第好这那])几)万?[棵株]"), re.compile(rf"{_A_COUNT}\s*[棵株]")),
    (
        re.compile(r"(?:多少|(?<![哪第好这那])几)[台套辆架艘组](?!合|织|建)"),
        re.compile(rf"{_A_COUNT}\s*(?:（[台套]）)?[台套部辆架艘组个双]|[（(][台套部辆架艘组][）)、]"),
    ),
    (
        re.compile(r"(?:交易|成交|销售|零售|贸易|进出口|营业|投资|贷款|存款|产值|余)额(?!度)[^，。？个家项单]{0,10}多少(?![个家项单笔户])"),
        re.compile(r"元|\d亿|[%％]|倍"),
    ),
    (re.compile(r"(?:多少|(?<![哪第好这那])几)间"), re.compile(rf"{_A_COUNT}[间个所处]")),
    (re.compile(r"(?:多少|(?<![哪第好这那])几)万?盏"), re.compile(rf"{_A_COUNT}[盏个处]")),
    (re.compile(r"多少万?份"), re.compile(rf"{_A_COUNT}\s*(?:[份件单张册本宗期]|[架人户批]?次)")),
    (re.compile(r"(?:多少|(?<!哪)几)个?亿(?=[，。、；？?呢啊去]|$)"), re.compile(r"\d\s*[余多]?[万千百]?亿|\d\s*万元")),
    (re.compile(r"多少万?户"), re.compile(rf"{_A_COUNT}(?:[户家]|个[一-鿿]{{0,6}}(?:企业|单位|机构|主体|公司))")),
    (re.compile(r"多少万?辆"), re.compile(rf"{_A_COUNT}[辆台]")),
    (re.compile(r"多少万?张"), re.compile(rf"{_A_COUNT}[张个]")),
    (
        re.compile(
            r"(?:贷|奖励?|补贴?|补助|罚|拨款?|投资|花|给|赔|领|缴|卖|租|奖金)[^，。？]{0,3}(?:多少|几)个?[万亿](?=[？?，。呢啊]|$)|多少[万亿]?元|"
            r"(?:拨款|奖金|补助|奖励|补贴|购房补贴)(?:了|是|有|要|会|能|给)*(?:多少|几)(?=[？?，。呢啊]|$)"
        ),
        re.compile(r"元|[%％]|百分|倍|[一二三四五六七八九\d]成|\d[万亿](?![个家条人次户])"),
    ),
)
"""What a question counts in, with how an answer may print it: a figure of another kind is none."""
_HEADS = re.compile(r"(?<!第)[一二两三四五六七八九十][一二三四五六七八九十百]*[人只张位](?!一)")
"""How many people, animals or sheets there are, in Chinese numerals: 五人至九人."""
_BARE_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d{2}(?![\d.])")
_SPAN = r"(?<!\d)\d{1,2}\s*年(?:之|以)?内|(?<![月\d])\d+\s*(?:个工作日|日|天|小时|分钟|个月)|[一二两三四五六七八九十百半]+(?:个工作日|日|天|小时|分钟|个月|年)"
_DONE_ASKED = re.compile(
    r"(?:什么时候|啥时候?|何时|哪(?:一)?年|几月)[^，。？]{0,6}(?:[建整弄搞修办][完好成上]|完成|完工|上线|开工|启动|投用|投运|通车|竣工|开建|动工)"
)
"""By when something is done: that it then works 实时 says nothing of that."""
_OF_A_MONTH = re.compile(r"(?<!\d)\d{1,2}\s*月")
_AT_ANY_TIME = re.compile(r"秒(?=到|级|批|办)|即时|实时|随时|当场|每个?(?:年|半年|季度?|月|周|日|天|晚)|\d+\s*(?:小时|分钟|秒)")
_COUNTED_TIME = re.compile(_SPAN)
_TIME = re.compile(
    rf"{_SPAN}|"
    r"(?<![\d.])(?:19|20)\d{2}[./]\d{1,2}(?![\d.%％])|秒(?=到|级|批|办)|即时|实时|随时|当场|每个?(?:年|半年|季度?|月|周|日|天|晚)|当[日天年月]|次[日年月]"
)


_TERM_ASKED = re.compile(
    r"(?:(?<!哪)几|多少)(?:个?工作日|天|小时|分钟|个月)(?!的?(?:场景|项目))|多(?:久|长时间)(?:之?内|[要得必应][^，。？]{0,2}[到来去派答处赶办]|[能才会]?[^，。？]{0,2}(?:响应|到场|到账|办结|办完|批完|审完|答复|受理))|提前多(?:久|长时间|少(?:分钟|小时|天|日))"
)

_TERM = re.compile(r"(?:\d\s*|[一二两三四五六七八九十百半])个?(?:工作日|[天日年周月秒]|小时|分钟)|即时|实时|当[日天场]|随时|次日|秒")
"""How long something takes: how often it comes (每周3班) is another matter."""
_DAY_ASKED = re.compile(r"几月几[号日]|哪一?[天日](?!都)|(?<![第发字])几号(?=[^线楼机院文令]|$)")
_DAY = re.compile(r"\d\s*[日号]|[一二三四五六七八九十]日|[即之次]日|当[日天]|\d{4}[-./]\d{1,2}[-./]\d")
_YEARS_ASKED = re.compile(r"(?:最长|最多|最短|要|得|等|满|免|管|连续|补|保|期限|有效期|多)[^，。？]{0,4}(?<!哪)几年|多少年(?![代前来])")
_LASTS_ASKED = re.compile(
    r"(?:停|存|留|放|保存|保留|留存|免费|占|歇|住|关|封)(?:上|得|满)?多(?:久|长时间)(?![^，。？]{0,4}[能会才])|最(?:长|多|短|少)[^，。？]{0,8}多(?:久|长时间)|"
    r"(?:不超过|至少|最[长多短少])[^，。？]{0,4}(?:几|多少)(?:个?小时|分钟|天|个月)"
)
"""How long something may last or must be kept: a length of time answers it, a date does not."""
_YEARS_LONG = re.compile(r"(?<!\d)\d{1,2}\s*年(?!代|\d)|[一二两三四五六七八九十]+年|长期|永久|终身")
"""How many years something lasts is no year of the calendar."""


def _without_years(text: str) -> str:
    """`text` without the years in it: they say when, and are no figure."""
    for mention in reversed(year_mentions(text)):
        text = text[: mention.start] + text[mention.end :]
    return _BARE_YEAR.sub("", text)


def unit_class(text: str) -> frozenset[str] | None:
    """The units that the figure `text` asks for can be in; None where any will do."""
    several = len(_QUANTITY.findall(text)) > 1 or _COMPARES.search(text) is not None
    return next((units for asked, units in _UNIT_CLASSES if asked.search(text) and not (several and asked is GROWTH_ASKED)), None)


def names_nobody(text: str) -> bool:
    """Whether `text` asks for an office holder or a contractor: policy documents name units, not those."""
    return _PERSON.search(text) is not None or _COMPANY.search(text) is not None


def names_body(text: str) -> bool:
    """Whether `text` names a body: an answer to who does something must."""
    return _BODY.search(text) is not None


def _tells_only_what_is_given(question: str, text: str) -> bool:
    """Whether every figure of `text` stands in digits in the question, which asks for another one: 今年建的40个里有几个能洗澡."""
    given = {figure.printed for figure in figures_told(question) if figure.printed[0].isdigit()}
    told = {figure.printed for figure in figures_told(text) if figure.unit not in ("time", "year")} if given else set()
    return bool(told) and told <= given


def _misses_share_and_sum(question: str, figures: Sequence[Figure]) -> bool:
    """Whether the question asks for a sum and for a share, and none of `figures` is either: 奖励多少钱、比例怎么定, and 科技成果1000项."""
    share = "%" in (unit_class(question) or ())
    return (
        share and _SUM_BESIDE.search(question) is not None and not any((one.unit or "").split("/")[0] in _SHARE_OR_SUM for one in figures)
    )


def holds_what_is_asked(asks: Collection[Ask], question: str, text: str) -> bool:
    """Whether `text` holds a figure in the right kind of unit where one is asked for, and a time where one is asked for."""
    if re.search(r"第几条", question):
        return re.search(r"第[一二三四五六七八九十百零\d]+条", text) is not None
    if _TERM_ASKED.search(question) and not _TERM.search(text):
        return False
    if _YEARS_ASKED.search(question) and not _YEARS_LONG.search(text):
        return False
    if "when" in asks and _DAY_ASKED.search(question) and not _DAY.search(text):
        return False
    figure = "figure" in asks and "when" not in asks
    grown = GROWTH_ASKED.search(question) is not None
    named = names_as_many(question, text) and spells_out_parts(question, text)
    if not named or not says_attribute(question, text, figure=figure and not grown):
        return False
    if figure:
        figures = (*figures_in(text), *chinese_counts_in(text))
        units = unit_class(question)
        if any(asked.search(question) and not told.search(text) for asked, told in _MEASURED) or _misses_share_and_sum(question, figures):
            return False
        if units is not None and "%" not in units:
            return any((figure.unit or "").split("/")[0] in units for figure in figures) or (
                ("元" in units and _CHINESE_MONEY.search(text) is not None) or ("海里" in units and _LENGTH.search(text) is not None)
            )
        if not {"difference", "each"} & set(asks) and _tells_only_what_is_given(question, text):
            return False
        told = _without_years(text)
        return bool(
            figures
            or re.search(r"(?<![A-Za-z])\d|分之[一二三四五六七八九十]|过半数", told)
            or _HEADS.search(told)
            or _CHINESE_MONEY.search(told)
            or _COUNTED_TIME.search(text)
        )
    if "when" in asks and not {"figure", "as_of"} & set(asks) and not _TERM_ASKED.search(question):
        if _LASTS_ASKED.search(question) or _YEARS_ASKED.search(question):
            return bool(_COUNTED_TIME.search(text) or _YEARS_LONG.search(text))
        if _DONE_ASKED.search(question):
            text = _AT_ANY_TIME.sub("", text)
        return bool(year_mentions(text) or _TIME.search(text) or _OF_A_MONTH.search(text) or _BARE_YEAR.search(text))
    return True
