"""What a turn of a conversation spoke of: the subject it named, the words it asked with, and what its answer listed."""

import re

from assistant.understanding.asks import asked_words, asks_of, content_of, without_asks
from corpus.language.years import year_mentions

_GENERIC = re.compile(
    r"行动计划|计划|规划|方案|清单|目标|时候|方面|场景|项目|平台|系统|示范|建设|建成|建到|建完|做完|弄完|完工|开工|启动|上线|投用|投运|投产|运营|运行|通车|达到|打造成?|完成|要求|数量|指标|具体|主要|后面|其中|里面?|全市|市里|"
    r"实际|真正|最终|预计|打算|新增|增加|增长|提高|提升|超过|突破|累计|合计|覆盖|涉及|安排|基数|基期|原来|现有|"
    r"到|要|是|在|的|给我?|一下|请|呢|吗|么|成|做|有|为|底|末|年|把|和|与|也|都|又|再|还|说|讲|看|先"
)
_ORDINAL_YEAR = re.compile(r"最后一年|第[一二三四五]年|头一年|末年|首年")
ATTRIBUTE = re.compile(
    r"(?:[一每单](?:家|个|户|次|年|人|天|日|月|晚))?(?:(?:完成|建设|实施|办理|执行|投用|批准|截止|保存|办结|最后)?(?:时限|年限|期限|日期|时间|周期|工期)|有效期|(?:建设|实施|所在)?(?:地点|位置|地址|选址|地方)|[\u4e00-\u9fff]{0,4}(?:单位|部门|模式)|(?:(?:推荐|建议|采用|采取)的?)?(?:建设|运营|合作|付费|和|与)+(?:的)?(?:模式|方式)|"
    r"(?:总|投资)?(?:规模|金额|总额|投资|造价|概算|预算|经费)|(?:价格|价钱|费用|收费|票价|租金|押金|保额|保费|面积|容量|数量|比例|占比|标准|条件|要求|内容|名称|类别|属性|领域|依据|原因|措施|做法|效果|用途|功能|好处|进展|进度|上限|下限|封顶|电话|联系人|文号|出处)|"
    r"最[高低长短多少大小早晚快慢](?:的)?)"
)
"""Nouns that name what is asked of a thing and no thing."""
AND_WHAT_OF = re.compile(
    r"(?:那块|那边|方面|这块|那个|的话)?(?:呢|咧|捏|怎么样|又如何|(?:又|也)?是?(?:个)?(?:啥|什么|怎么个?)(?:情况|样子|说法)|(?:是不是)?也(?:是)?(?:这样|这么|一样|如此|同样)(?:吗|么|的吗)?)[？?]?$"
)
"""Asks the former question of another thing."""
INTERROGATIVE = re.compile(r"什么|啥|哪|谁|几|多少|怎|何|多[大高长远久快]|吗|有没有|是否|([\u4e00-\u9fff])不\1")
_WEIGHED = re.compile(
    r"(?:的话)?(?:会不会|是不是|算不算|有没有|是否|会|算|[涨降罚补给]?得|真的?)*(?:很|太|特别|非常|比较|挺|更|这么)*"
    r"(?:([贵高低大小多少长短难快慢重轻严])(?:不\1)?|便宜|划算|麻烦|方便|上限|下限)(?:了|不)?(?:啊|呀|呢|吗|么|吧)?[？?。]*$"
)
"""Asks whether something is much or little (价格会不会很贵, 保额高不高), and names nothing."""
_MEASURE_NOUN = re.compile(r"[\u4e00-\u9fff][量度额率期]")
_PRICED = re.compile(r"贵(?!重)|便宜|划算")
STANDS_ALONE, NAMES = 4, 2
"""Characters of content, generic words aside, from which a question is taken to name its own subject; and from which one does that asks for
an actor: a figure asked for with a noun (做成了多少交易额) is one more of the former subject."""
_NAMED = re.compile(r"[“「『][^”」』]+[”」』]|《[^《》]+》|(?:行动|规划|专项|发展|提升|三年|工作|实施)计划|计划(?=[里中讲提说的，,])")
"""Names, whose words ask nothing."""
_PERIOD = re.compile(r"[（(]\s*(?:19|20)\d\d\s*年?\s*[-—–~～至到]+\s*(?:19|20)\d\d\s*年?\s*[）)]")
"""The period in the name of a plan."""
_HOW_MANY = re.compile(
    r"了?(?:多少|几)(?:[个家项台套部条件类种次场户名位处座所间辆张支](?=[\u4e00-\u9fff])|(?:平方)?公里|千米|平方米|公顷|万?亩(?=[\u4e00-\u9fff])|块?钱)"
)
"""A measure word behind 多少 before what is counted, and money: without 多少 it says nothing."""
_PLAN_BEFORE = re.compile(r"(?:行动|专项|工作|三年|发展|提升|实施)计划")
_PLACEHOLDERS = range(0xE000, 0xE0FF)
_LEFT_ASKING = re.compile(
    r"(?:哪|几|多少|什么|啥|谁|怎么样?|如何|怎样|何)(?:[两三四五六七八九十]|一)?(?:些|个|家|项|大|类|种|条|款|份|部|处|座|名|位|里|儿)?"
)
_LEFT_TO_DO = re.compile(
    r"(?:(?<=[\u4e00-\u9fff]{3})|(?<=[，,”]))(?<![主重必需首])要(?![点素求件闻闭约领])[\u4e00-\u9fff]{1,2}(?=[\s，？?]|$)"
)
"""What was to be done with the subject: 终端要装(多少套)."""
_LEFT_BEHIND = re.compile(
    r"(?:实际|一共|总共|(?:建|设|放|落)?在|(?:提高|达|增加|增长|降低?|提升|扩大|压减|压缩)?到|是|由|要|有|为|归|达|得|被|叫)+(?=[\s，？?]|$)"
)
"""What stands before the words that ask and says nothing without them."""
_FROM_THEN = re.compile(r"(?:从|自)\s+起")
"""What is left of 从哪年起."""
_LIKEWISE = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:是不是|是否|不是)?也[^，。？]*$")
"""What else is said to hold of the subject: 乙是不是也在那年."""
_AGAIN = re.compile(r"(?<=[\u4e00-\u9fff]{2})[，,\s]+[又也则呢]+\s*$")
"""What is left of 某项目，又是谁."""
_MEASURE_ALONE = re.compile(r"(?<=[\s，])[个家项台套部条件类种次场户名位处座班区县市省镇](?:单位|部门|项目|场景|任务)?[\s，]*(?=\s|$)")
_TO_PAY = re.compile(
    r"(?:最高|最多|最低|至少)?(?:会|要|能|可以|得|被)?[罚奖补付交收赔投花给处缴领](?:款|助|贴|偿)?(?:最高|最多)?多少[^，。？?]*"
)
"""A sum with what it is paid for: without that it is any figure."""
_HOW_MUCH = re.compile(
    r"(?:占(?:比|到)?|增长|下降|提高|降低|提升|压减|减少|增加)?了?"
    r"(?:(?:多少|几)(?:个?(?:工作日|小时|月)|分钟|天|日|年|周?岁|元|块?钱)(?:以?内)?|多[大高长远宽快深久]|多少|几)"
)
"""A quantity with what it is counted in, where that is time or money: another thing may be counted in another unit (几部, 多少家)."""
CLASSED = 6
"""Characters up to which what stands behind 哪类 says what is classed: 属于哪类运营模式."""
_QUANTITIES = frozenset({"figure", "each", "count", "list", "definition"})
_QUESTION = re.compile(
    r"(?:应该?|该|会|要|能|可以|有)?(?:怎么|怎样|如何|什么|啥|哪|多少|几|何时|谁|能不能|可不可以|是不是)[^，。？?]*|[^，。？?]{0,6}吗"
)
_BESIDE = re.compile(
    r"^(?:[^，。？]{2,12}[里中][，,]?)?(?P<one>[^，。？]{3,}?)(?:和|与|跟|以及|还有)(?P<other>[^，。？]{3,}?)"
    r"(?=(?:这)?[两二]个|是不是都|都[是在有属]|各[是有自]|分别|哪一?个|谁[更先]|有(?:什么|啥)(?:区别|不同)|(?:一样|相同|不同)|相比)"
)
_ASKS_WITH = re.compile(r"(?:由|归|是|目前|现在|如今|具体|最高|最多)+$")
_TO_END = re.compile(r"[^，。？?；;]+")
_MARKER = re.compile(r"\[\d+\]")
_LIST = re.compile(r"[：:]([^：:，。；]+、[^：:，。；]+)")
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{2,18}?(?:局|委|委员会|办|办公室|厅|政府|集团|公司|银行|医院|大学|学院|研究院|中心|协会|总队|支队)(?![\u4e00-\u9fff]*(?:负责|牵头|建设)的)"
)
_DID = re.compile(r"(?:又|还|也|一共|总共|共|累计)?[\u4e00-\u9fff]{1,2}了(?:多少|几)")
_NUMERALS = "一二三四五六七八九十"


def own_content(text: str) -> str:
    """What `text` names itself: without years, words that ask, and words that fit any plan."""
    content = without_asks(_ORDINAL_YEAR.sub(" ", _without_years(text, " ")))
    return re.sub(r"[\s，。？！、,.?!：:]", "", _GENERIC.sub("", content))


def leaves_out_subject(piece: str) -> bool:
    """Whether `piece` says what was done and how often, and not by what: 服务了多少家企业."""
    return _DID.match(piece) is not None


def is_weighed(text: str) -> bool:
    """Whether `text` only asks if a quality of what was spoken of is much or little: 贵不贵, 价格会不会很贵."""
    quality = _WEIGHED.sub("", text)
    return quality != text and (not quality or (ATTRIBUTE.fullmatch(quality) or _MEASURE_NOUN.fullmatch(quality)) is not None)


def with_quality(text: str) -> str:
    """`text` with the word for what it weighs, where that is a price and goes without saying: 贵不贵 as 价格贵不贵."""
    return f"价格{text}" if _PRICED.search(text) and _WEIGHED.fullmatch(text) else text


def subject_of(question: str) -> str:
    """What `question` was about: without its years and without what it asked; a name in it stays whole."""
    names: list[str] = []

    def hide(match: re.Match[str]) -> str:
        names.append(match[0])
        return chr(_PLACEHOLDERS[(len(names) - 1) % len(_PLACEHOLDERS)])

    plain = _NAMED.sub(hide, _PERIOD.sub(hide, question))
    plain = _HOW_MANY.sub(" ", _ORDINAL_YEAR.sub("", _without_years(plain, "")))
    subject = _LEFT_TO_DO.sub("", _LEFT_BEHIND.sub("", _FROM_THEN.sub(" ", _LEFT_ASKING.sub(" ", content_of(without_asks(plain))))))
    for place, name in reversed(tuple(enumerate(names))):
        subject = subject.replace(chr(_PLACEHOLDERS[place % len(_PLACEHOLDERS)]), name)
    subject = _AGAIN.sub("", _LIKEWISE.sub("", _MEASURE_ALONE.sub(" ", f"{subject} ")))
    return re.sub(r"\s+", " ", re.sub(r"[？?。！!\s，]+$", "", subject)).strip() or re.sub(r"[？?。]", "", _LEFT_ASKING.sub("", question))


def set_beside(question: str) -> tuple[str, ...]:
    """The two things that `question` speaks of at once: 甲和乙是不是都在清单里; none where it speaks of one."""
    match = _BESIDE.match(question)
    return (match["one"], match["other"]) if match else ()


def named_in(subject: str) -> str:
    """The name in marks that `subject` begins with, as what a pronoun stands for; the whole subject where it does not."""
    name = re.match(
        r"(?:[“「『][^”」』]+[”」』]|《[^《》]+》)(?:的?(?:平台|系统|项目|场景|工程|计划|行动))?(?!.*(?:[里中内的]|表|清单))", subject
    )
    return name[0] if name else subject


def asked_of(question: str, *, with_years: bool = True) -> str:
    """The words with which `question` asks, and the years it asks for; empty where it has none."""
    years = [question[start:end] for start, end in year_spans(question)] if with_years else []
    asks = set(asks_of(question))
    if asking := _TO_PAY.search(question):
        return " ".join((*years, asking[0]))
    if asks <= _QUANTITIES and (asking := _HOW_MUCH.search(question)):
        return " ".join((*years, re.sub(r"几$", "多少", asking[0])))
    if asks - {"list", "definition"}:
        return " ".join((*years, _whole(asked_words(_without_years(question, " ")), question)))
    asking = _QUESTION.search(question)
    return " ".join((*years, asking[0] if asking else ""))


def in_words_of(part: str, before: str) -> str:
    """A part that asks the same of another thing (乙的呢) in the words in which the part `before` asks it; any other as it is."""
    other = AND_WHAT_OF.sub("", part)
    if not before or other == part or len(own_content(other)) < NAMES or INTERROGATIVE.search(other):
        return part
    return f"{other.removesuffix('的')}的{asked_of(before, with_years=False).removeprefix('的')}？"


def _whole(words: str, question: str) -> str:
    """The words that ask with what stands around them in `question` and names nothing: 进展 as 目前进展怎么样."""
    start = question.find(words)
    if start < 0:
        return words
    before, after = _ASKS_WITH.search(question[:start]), _TO_END.match(question, start + len(words))
    rest = after[0].rstrip("呢吗啊呀的") if after else ""
    keeps = rest and (not own_content(rest) or (words[-1] in "类种" and len(rest) <= CLASSED))
    return f"{before[0] if before else ''}{words}{rest if keeps else ''}"


def listed_in(answer: str, ordinal: str) -> str | None:
    """The item of the list in `answer` that `ordinal` (第二个, 最后一项) counts; None where it lists none or fewer."""
    found = _LIST.search(_MARKER.sub("", answer))
    items = [item.strip() for item in found[1].split("、")] if found else []
    digits = re.search(r"\d+", ordinal)
    numeral = next((place for place, sign in enumerate(_NUMERALS, 1) if sign in ordinal), 0)
    place = len(items) if "最后" in ordinal else int(digits[0]) if digits else 1 if "头" in ordinal else numeral
    return items[place - 1] if 0 < place <= len(items) else None


_UNIT_CELL = re.compile(r"(?:建设|责任|牵头|实施|承建)(?:单位|部门|主体)[:：](?P<unit>[\u4e00-\u9fff]{2,20})(?=[\s、，。；]|$)")


def unit_in(answer: str) -> str | None:
    """The first body that `answer` names behind 由 or a colon; what stands in a column of units is one, whatever its name ends in."""
    plain = _MARKER.sub("", answer)
    if cell := _UNIT_CELL.search(plain):
        return cell["unit"]
    start = re.search(r"[:：]\s*由?|由", plain)
    found = _UNIT.match(plain, start.end()) if start else None
    return found[0] if found else None


def year_spans(text: str) -> list[tuple[int, int]]:
    """Where `text` says a year; 行动计划到2027年 names a plan before it, 计划到2027年 none."""
    spans = [(mention.start, mention.end) for mention in year_mentions(text)]
    return [(start + 2 * bool(_PLAN_BEFORE.match(text, max(0, start - 2))), end) for start, end in spans]


def _without_years(text: str, instead: str) -> str:
    for start, end in reversed(year_spans(text)):
        text = text[:start] + instead + text[end:]
    return text
