"""What a question asks for: the cues that name it, as rules of the Chinese and English language."""

import re
from collections.abc import Sequence
from typing import Literal

from corpus.language.years import year_mentions

Ask = Literal[
    "owner", "lead", "builder", "data_used", "data_source", "field", "period", "progress", "when", "figure", "each", "difference", "list",
    "count", "meaning", "definition", "purpose", "policy", "document_number", "contact", "signatory", "issuer", "date", "effective", "article",
    "participant", "explanation", "validity", "investment",
]  # fmt: skip

_UNIT_NOUN = r"(?:部门|单位|局|委|办|机构|主体|公司|厅|政府|衙门)"
_WHICH = r"(?:哪|什么|啥|何|几)(?:\d+|[两三四五六七八九十])?(?:些|几?个|几?家|一?个|一?家|几家)?"
_CUES: tuple[tuple[Ask, str], ...] = (
    (
        "data_source",
        r"数据(?:来源|出处)|来源于?(?:哪|什么|何)|数据.{0,8}(?:从哪|从何|哪来|找哪|找谁|谁提供|出自|取自|来自)|"
        r"(?:从|在)(?:哪|什么)[^，。？]{0,6}(?:取|来|获取|采集)|出自(?:哪|什么)",
    ),
    (
        "data_used",
        r"使用数据|"
        r"(?:用|使用|要用|用到|利用|依靠|基于)的?(?:是)?(?:了|到)?(?:的是)?(?:哪|什么|啥|几)[^，。？]{0,4}数据|"
        r"(?:哪|什么|几)(?:些|几?类|几?种|两类|类|种)?数据|数据是(?:哪|什么)",
    ),
    (
        "builder",
        r"建设(?:单位|主体)|承建|(?:谁|哪)[^，。？]{0,6}(?:来建|去建|负责建|建设(?!运营|模式|内容|期|周期|时间|地点|目标|任务|类)|建的|建$|建\?)|"
        r"由(?:谁|哪)[^，。？]{0,8}建设?|归谁[^，。？]{0,2}建设?|(?:谁|哪家|哪个单位)建设?",
    ),
    (
        "lead",
        rf"(?:谁|哪(?:[两三四几])?(?:家|个)?(?:单位|部门|局)?)(?:来|一起|共同|联合)*牵头|牵头(?:单位|部门)|(?:谁|{_WHICH}{_UNIT_NOUN})[^，。？]{{0,4}}牵头|牵头的?(?:是|单位)?(?:谁|哪)",
    ),
    (
        "owner",
        rf"{_WHICH}[^，。？]{{0,5}}(?:厅局|委办局|省直|市直)|责任(?:单位|部门|主体|人)|"
        rf"(?:谁|{_WHICH}{_UNIT_NOUN})[^，。？]{{0,12}}(?:负责|管|承担|落实|牵头|统筹|主管|抓|干|办|盯|搞|弄|查|辅导|操心|出面)|"
        rf"归(?:谁|{_WHICH}{_UNIT_NOUN})|由(?:谁|{_WHICH}{_UNIT_NOUN})|"
        rf"(?:负责|主管|落在|落到|落实|管)(?:的)?(?:是|在)?(?:{_WHICH}{_UNIT_NOUN}|谁)|"
        rf"(?:局|委|办|厅|中心|集团|政府|公司)(?:是不是|是否|也|来)?(?:负责|牵头|主管|承担)[^，。？]{{2,}}(?:吗|么|吧|对不对|是吗|是不是)|"
        rf"(?:是不是|是否|应该)(?:由|归)[^，。？]{{2,12}}(?:负责|牵头|管)|"
        rf"(?:负责|主管)(?:单位|部门)|谁(?:来|在|给)?(?:负责|管|盯|搞|弄|查|办|抓|操心)|{_WHICH}{_UNIT_NOUN}(?:身上|头上)?$|配合单位|参与单位",
    ),
    (
        "period",
        r"周期|建设期限|项目周期|起止|建设周期|建设时间|从(?:什么时候|何时|哪年).{0,12}到|"
        r"(?:什么时候|何时|哪年).{0,8}(?:开始|启动).{0,14}(?:结束|完成|建到|为止)|工期|期限是",
    ),
    (
        "progress",
        r"进展|进度|(?:到|在)(?:了)?(?:哪|什么)(?:一)?(?:步|程度|阶段|了)|"
        r"(?:做|干|搞|推进|走|弄|建|进行)(?:得|到)(?:怎么样|如何|哪|什么)|怎么样了|情况(?:如何|怎么样)|现状|"
        r"(?:目前|现在|至今|迄今|眼下)[^，。？]{0,16}(?:完成|做|开展|有|多少|几|已)|"
        r"(?:做|建|弄|办|搞)(?:好|完|成)了(?:吗|没)",
    ),
    (
        "document_number",
        r"文号|发文字号|文件号|(?:编号|号码)(?:是|为)?(?:多少|第?几)|第几号",
    ),
    (
        "contact",
        r"联系(?:人|电话|方式)|(?:打|拨)(?:哪个|什么|啥|个)?(?:电话|号)|电话(?:是|号码|多少|给)|找谁(?:问|联系|咨询)|"
        r"(?:问|联系|咨询).{0,6}(?:找|打)",
    ),
    (
        "signatory",
        r"签发人|谁签(?:发|的|署)|签发的?是谁|由谁签",
    ),
    (
        "issuer",
        r"(?:是|由)[^，。？]{2,14}(?:局|办|委|政府|部门|中心)[^，。？]{0,10}(?:印发|发布|出台|制定|下发)[^，。？]{0,4}[，,]?(?:对吧|对吗|吗|吧|对不对|是不是)|(?:谁|哪个?(?:单位|部门|机关|局)).{0,4}(?:印发|发布|发的|出的|制定|制发|答复)|发文(?:机关|单位)|"
        r"印发(?:单位|机关)|(?:印发|发布|制定)(?:的)?(?:是)?(?:谁|哪)",
    ),
    (
        "effective",
        r"(?:什么时候|何时|哪天|几时|从?哪年|几月).{0,8}(?:施行|生效|实施|起效)|(?:施行|生效)(?:日期|时间)|"
        r"自(?:何时|什么时候)起|(?:开始|就)(?:正式)?(?:施行|生效|实施)[^，。？]{0,4}(?:对吧|对吗|吗|吧|是不是|[，,])",
    ),
    (
        "date",
        r"(?:什么时候|何时|哪天|哪年|几月几日|几号|几月).{0,10}(?:印发|发布|出台|发文|成文|签发|答复|通过|公布|作出|下发)|"
        r"(?:印发|发布|成文|通过|公布)(?:日期|时间|于)|"
        r"(?:是|在|于)[^，。？]{0,4}\d{4}年\d{1,2}月(?:\d{1,2}日)?[^，。？]{0,8}(?:印发|发布|出台|成文|答复|通过|公布)",
    ),
    (
        "policy",
        r"政策(?:保障|支撑|依据|支持|文件)|(?:上位)?依据|(?:根据|依照|按照|参照)(?:的是)?(?:哪|什么)|"
        r"(?:哪|什么|几)(?:些|几?份|几?个|部|份|几)?[^，。？]{0,6}(?:文件|政策|规划|方案|办法|条例|意见|法律|法规|指南)|"
        r"政策文件",
    ),
    (
        "difference",
        r"(?:差|相差|还差|差距|多|少|增加|增长|提高|减少|上升|下降)(?:了)?(?:多少|几)|"
        r"(?:变化|区别|差别|差异|不同)|对比|相比|增幅|涨了",
    ),
    (
        "investment",
        r"投(?:资|入|了)?(?:额|规模|总额)?(?:是|要|为|约|了|共|大概|资)*(?:多少|几个?亿|几千万)|总投资|(?:花|用|要|得)(?:了|掉)?多少钱|投资(?:额|规模|估算|概算)|造价|多少(?:投资|投入)",
    ),
    (
        "each",
        r"各(?:是|为|要|达|有|自)?(?:多少|几|什么)|分别|各是|逐年|每年(?:各|的目标)|历年|三年(?:的)?(?:目标)?各",
    ),
    (
        "count",
        r"(?:多少|几)[章节条](?![\u4e00-\u9fff])|(?:一共|总共|共|合计|总计)(?:有|是|安排|提|列|排|设|部署|包含|包括)?(?:了)?[^，。？]{0,6}(?:多少|几)|"
        r"有(?:多少|几)(?:个|项|条|类|家|种|处|份|大)[^，。？]{0,8}(?:场景|项目|任务|工程|行动|措施|章|条|计划|指标)",
    ),
    (
        "when",
        r"什么时候|啥时候?|何时|几时|哪(?:一)?(?:年|个?月|天)|(?:多久|多长时间)|最(?:晚|迟)|截止(?:时间|日期)|"
        r"哪年|时间(?:节点|要求|表)|(?:建成|完成|上线|投运|启用|开工|竣工|截止|到期|投用)(?:的)?时间|几年|几月|到几",
    ),
    (
        "figure",
        r"多少|"
        r"(?<!哪)几(?:个|家|项|台|套|部|条|件|类|种|次|场|户|成|支|名|位|处|座|倍|公里|层|P|只|份|辆|亩|趟|人|路|级|万|亿|款|米|吨|元|小时|分钟|平方|公斤|张|所|组)|"
        r"多大|多高|多长|多远|比例|占比|达到什么|什么程度|多宽|数量|目标(?:值)?(?:是|为)|上限|额度|最高|"
        r"指标(?:是|为)",
    ),
    (
        "list",
        r"(?:负责|牵头|承担)了?(?:什么|啥|哪些|几[项个])|"
        r"有哪(?:些|几)|哪(?:些|几)|(?:都|分别)?(?:有|叫|包括|包含|涉及|涵盖)(?:了)?(?:什么|啥|哪)|列(?:出|举|一下|给)|"
        r"(?:全部|所有)|清单|名单|(?:指|是)哪(?:些|几)|哪[两三四五六七八九十]",
    ),
    (
        "participant",
        r"(?:谁|哪|什么|啥)[^，。？]{0,6}(?:参与|配合|协助|协办)|参与单位|配合单位|协办单位",
    ),
    (
        "explanation",
        r"里(?:面)?的?[“\"]?[A-Za-z0-9、和]{1,8}[”\"]?(?:具体|各|分别)?(?:是|指|代表)|分别(?:代表|指|是指)|各(?:自)?(?:代表|指)|代表(?:什么|啥)",
    ),
    (
        "validity",
        r"规划期(?:内|以内)|(?:还|是否|是不是)(?:有效|在有效期|在规划期|管用|算数)|过期|到期了|失效|作废|有没有到期",
    ),
    (
        "meaning",
        r"(?:什么|啥)意思|含义|指的?(?:是)?(?:什么|啥|哪)|怎么解释",
    ),
    (
        "definition",
        r"是(?:个)?(?:什么|啥)(?:东西|意思|概念)?(?:[？?，。]|$)|什么是|是指|指的是|什么意思|含义|定义|啥是|"
        r"(?:怎么|如何)(?:定义|理解)|介绍|是干(?:什么|啥)",
    ),
    (
        "purpose",
        r"(?:有|起)(?:什么|啥|何)(?:用|作用|好处|功能)|干(?:什么|啥)用|(?:做|作)什么用|用来|用途|功能|为了什么|"
        r"能干(?:什么|啥)|作用",
    ),
    (
        "article",
        r"第[一二三四五六七八九十百零\d]+条",
    ),
)
_COMPILED = tuple((ask, re.compile(pattern)) for ask, pattern in _CUES)
_ENGLISH: tuple[tuple[Ask, str], ...] = (
    (
        "effective",
        r"take effect|took effect|come into (?:force|effect)|came into (?:force|effect)|effective date",
    ),
    (
        "difference",
        r"\bexceed|difference|how much (?:more|less|higher|lower)|by how much",
    ),
    (
        "owner",
        r"\b(?:who|which (?:department|bureau|unit|agency|agencies|departments|units|bureaus|bureau)s?)\b.*\b(?:responsible|charge|lead|own|handle|oversee)|"
        r"responsible (?:unit|department)",
    ),
    (
        "builder",
        r"\bwho (?:builds|is building|will build|constructs)|\bbuilt by\b|construction unit",
    ),
    (
        "document_number",
        r"document number|reference number|\bissue number|serial number",
    ),
    (
        "issuer",
        r"\bwho (?:issued|published|released)|issued by|issuing",
    ),
    (
        "signatory",
        r"\bwho signed|signatory",
    ),
    (
        "contact",
        r"contact|phone|telephone",
    ),
    (
        "progress",
        r"progress|status|how far|so far|currently",
    ),
    (
        "period",
        r"construction period|project period|start and end|from when to when",
    ),
    (
        "figure",
        r"how (?:many|much|large|high|long|far)|"
        r"what (?:percentage|share|proportion|target|figure|number|is the target)|\btarget\b|volume|\bratio|"
        r"\brate\b",
    ),
    (
        "when",
        r"\bwhen\b|by what (?:year|date)|deadline|which year|what year",
    ),
    (
        "list",
        r"\bwhich\b|\blist\b|what are|name (?:all )?the|(?:what|show me|give me|tell me)(?: all)?(?: the)?(?: [a-z]+)? (?:scenarios|projects|tasks|measures)",
    ),
    (
        "definition",
        r"what (?:is|does) .*(?:mean)?|define|definition",
    ),
    (
        "policy",
        r"polic(?:y|ies)|legal basis|based on which",
    ),
)
_COMPILED_ENGLISH = tuple((ask, re.compile(pattern, re.IGNORECASE)) for ask, pattern in _ENGLISH)

_FILLER = re.compile(
    r"请问|想问(?:一下|问)?|我想(?:知道|了解|问|咨询)?(?:一下)?|麻烦|帮(?:我|忙)(?:查|看)?(?:一下)?|告诉我|能不能(?:告诉)?|知不知道|查一下|说说|说一下|谢谢|你好|您好|请给(?:出)?|"
    r"(?:到底|究竟|具体|大概|大约|现在|目前|打算|计划|准备|想要|想|要求|规定)(?=.)|"
    rf"(?:由|归|是)?{_WHICH}{_UNIT_NOUN}(?:来|去|具体)?(?:共同)?(?:负责|承担|管理|管|落实|牵头|统筹|建设|主管)?|(?:谁|由谁|归谁)(?:来|去)?(?:负责|管理|管|牵头|建设|建|承担)?|"
    r"责任(?:单位|部门)|牵头(?:单位|部门)|建设(?:单位|主体|期限)|使用数据|数据来源|起止(?:年月|时间)?|联系(?:人|电话)|签发人|文号|"
    r"(?:是|有|为|达到?|要)?多少[个家项台套部条件类种次场户公里万亿元%]?|(?:有|是)?几[个家项台套部条件类种次场户]|什么时候|啥时候?|何时|哪(?:一)?年(?:年)?底?|哪(?:些|几个?|个|家|里|儿|一)|什么(?:东西|样)?|怎么样?|如何|为什么|"
    r"分别|各自|各是|一共|总共|都有谁|都有|都叫|有哪|包括|[吗呢吧啊呀嘛的了]|这(?:个|件事|一条|项|事)|那(?:个|份|项)?|最(?:晚|迟)|？|\?"
)
"""Words that ask rather than name; they are left out of what is searched for."""


def asks_of(text: str, *, english: bool = False) -> tuple[Ask, ...]:
    """Every ask that `text` has a cue for, in the order of the table of cues (the more specific first)."""
    cues: Sequence[tuple[Ask, re.Pattern[str]]] = _COMPILED_ENGLISH if english else _COMPILED
    return tuple(ask for ask, pattern in cues if pattern.search(text))


def content_of(text: str) -> str:
    """`text` without the words that only ask; unchanged when nothing else is in it."""
    content = _FILLER.sub(" ", text).strip()
    return content if len(content) >= 2 else text


def without_asks(text: str) -> str:
    """`text` without the words that say what is asked: what remains is what it is asked about."""
    remaining = text
    for ask, pattern in _COMPILED:
        if ask not in ("policy", "article", "list", "definition", "difference"):
            remaining = pattern.sub(" ", remaining)
    return re.sub(r"\s+", " ", _FILLER.sub(" ", remaining)).strip()


def asked_words(text: str) -> str:
    """The words of `text` that say what is asked, with the years they are asked for."""
    years = [text[mention.start : mention.end] for mention in year_mentions(text)]
    words = next((match[0] for ask, pattern in _COMPILED if ask not in ("list", "definition") and (match := pattern.search(text))), "")
    return " ".join(filter(None, (*years, words or text)))
