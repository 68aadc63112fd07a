"""The words by which regulations bind, and how people ask what binds them."""

import re
from functools import lru_cache

from corpus.language.numbering import numbering_of
from corpus.language.sentences import sentences_of
from corpus.model.document import Document, Passage
from corpus.model.span import Span

QUESTIONS_HELD = 64
"""Questions of which it is kept what they ask for: every sentence found is weighed by it."""
_RULE_ASKED = re.compile(
    r"行不行|行吗|(?<!不)合(?:规矩?|法)(?:吗|不|么)|违[规法](?:吗|不|么)|犯法|可不可以|可以[^，。？]{0,12}(?:吗|么|不[？?])|"
    r"能不能(?!告诉|说|帮|查|给我|讲)|能[^，。？]{1,14}(?:吗|么)|允不允许|允许[^，。？]{0,8}吗|(?:准|让|该|用)不(?:准|让|该|用)|不(?:准|让|许)|非要|凭什么|"
    r"要不要|(?:需|必)不(?:需|必)|(?:还?要|得|需要|必须|应该|用)[^，。？]{1,10}(?:吗|么)|有权[^，。？]{0,8}吗"
)
"""Asks what one may, must or need not do."""
_BINDS = re.compile(r"不得|禁止|严禁|应当|必须|可以|有权|不予|免费|免收|免于|不再收|不收取?|无需|不需要?|自愿|不出钱|承担|分担|允许|不准")
_FOLLOWS = re.compile(r"^违反|罚款|责令(?:限期)?改正|给予处分|行为之一的[，,]由")
_TERM_ASKED = re.compile(
    r"(?:几|多少)(?:个工作日|个月|个?小时|分钟|天|日)(?:之?内|以内|要|得|必须|就)|(?:几|多少)个工作日|"
    r"(?:多久|多长时间)(?:之?内|给|能|会|要|得|必须|可以|答复|办|赶)|(?:存|保存|保留|留存|留)[^，。？]{0,4}(?:多久|多长时间|几|多少)"
)
_TERM = re.compile(
    r"(?<![月\d])[\d一二两三四五六七八九十百]+(?:个工作日|个月|个?小时|分钟|天|日)(?:之?内|以内|前)|"
    r"(?:不少于|不低于|至少|不得少于|期限为?)[\d一二两三四五六七八九十百]+(?:年|个月|天|日)"
)
_TERM_UNITS = tuple(
    (re.compile(rf"(?:几|多少)个?(?:{unit})"), re.compile(rf"[\d一二三四五六七八九十百]\s*个?(?:{unit})(?:之?内|以内|前)"))
    for unit in ("工作日|天|日", "小时|钟头", "月", "分钟")
)
"""Units of time as people ask in them, with how regulations set a term in them."""
_ANNOUNCES = re.compile(r"(?:下列|以下|应当|不得|禁止|严禁|必须|可以)(?![^。]*(?:用语|含义|定义))[^。]*[：:]$")
_ITEM_LEVEL = 2
_FORBIDS = re.compile(r"不得|禁止|严禁|不予|不准")
_FORBIDDEN_ASKED = re.compile(r"不(?:准|让|许|能|可以|得|允许|应该?)|禁止|严禁|(?:办|领|拿|养|进|用)不了")
_PERMISSION = re.compile(r"不?允许|能不能|可不可以|可以|行不行|准不准|不准|有权|要不要|需不需要|必须|应该|应当")
"""Words of asking for a rule that the text of another rule may hold."""
_LEFT_OPEN = re.compile(
    r"由[^，。；]{2,40}?(?:另行|依法|负责|根据[^，。；]{2,30})?(?:确定|制定|规定|划定|公布|编制)|(?:确定|制定|划定|规定)[^。；]{0,24}?(?:并|后)(?:向社会)?(?:公布|公示)|应当[^，。；]{0,10}(?:确定|制定|划定)[^。；]{0,20}公布|按照?[^，。；]{0,16}有关规定(?:执行|办理|处理)?"
)
"""Leaves what it speaks of to others to determine."""
_WHO_ASKED = re.compile(
    r"谁|哪(?:个|些|几个|家|几家|一家|一个)?(?:部门|单位|机关|机构|组织|主体|企业|公司|局|级|一级|政府)|怎么|如何|咋|吗|为什么|依据|根据|第几|哪(?:一)?条"
)
_CONTENT_ASKED = re.compile(
    r"(?:有|是|包括|叫|列了?|含)?(?:哪些|哪几|什么|啥)(?:品种|种类|地方|区域|路段|材料|内容|标准|时间|情形)?|多少|几[月号日天元块个种类家]|算不算"
)
_GRANT_ASKED = re.compile(
    r"(?:奖(?!项)|补(?![充短齐办建植种栽发])|资助|扶持|贴息|抵扣|抵(?=多少|几)|配套(?=比例|多少)|减免|免(?!疫)(?=[^，。？]{0,3}(?:租|税|费|几|多少))|报(?=销|多少|几))"
    r"[^，。？]{0,8}(?:(?:多少|几)(?![家户名项种日天]|个(?!月))|上限|最[高多]|比例)|"
    r"(?:给|领|拿|得)(?:到|了)?(?:多少|几)[^，。？]{0,2}(?:钱|奖|补|万)|(?:多少|几)[^，。？]{0,4}(?:奖[金励]|补贴|补助|资助)|"
    r"(?:租|税|费)[^，。？]{0,4}(?:能|可以|可)?免"
)
"""Asks what is granted: 奖多少, 房租能免几年."""
_GRANTS = re.compile(
    r"给予|予以|奖励|奖补|[补奖](?=[\d一二三四五六七八九十百]+[万亿]*元)|补助|补贴|资助|扶持|抵扣|减免|免(?:收|除|租|费|交|缴)|全免|贴息|配套|补偿"
)
_CONDITIONS_ASKED = re.compile(r"(?:什么|啥|哪些|哪几[个项条])(?:的)?条件")
_MENTIONS_CONDITIONS = re.compile(r"(?<!下列)(?<!以下)条件的(?!是)")
_STRICTLY_FORBIDDEN = re.compile(r"不(?:准|让|许|允许)|禁止|严禁")
_BEFORE_ASKED = re.compile(r"(?:之|以)?前[，,]?[^，。？]{0,6}(?:必须|应当|应该|需要|先|要|得|做)")
_BEFORE = re.compile(r"在?[^，。；]{2,24}(?<!提)(?<!以)前[，,]|前[，,]?(?:应当|必须|需)|事先|应当先")
_REQUIRED_ASKED = re.compile(r"必须|应当|应该|需要|一定要|得(?=[装办交有设配建])")


@lru_cache(QUESTIONS_HELD)
def asks_for_rule(text: str) -> bool:
    """Whether `text` asks what one may, must or need not do: 行不行, 要不要自己掏钱."""
    return _RULE_ASKED.search(text) is not None


def binds(text: str) -> bool:
    """Whether `text` says what one may, must or need not do; what follows from breaking a rule is not the rule."""
    return _BINDS.search(text) is not None and _FOLLOWS.search(text) is None


def asks_for_the_opposite(question: str, text: str) -> bool:
    """Whether the question asks what must be done and `text` says what must not, or the other way round."""
    if _FORBIDDEN_ASKED.search(question):
        return not _FORBIDS.search(text)
    return _REQUIRED_ASKED.search(question) is not None and _FORBIDS.search(text) is not None


@lru_cache(QUESTIONS_HELD)
def asks_what_is_forbidden(question: str) -> bool:
    """Whether the question asks in so many words what one must not do: 什么样的楼里不让开餐馆."""
    return _STRICTLY_FORBIDDEN.search(question) is not None


def comes_before(question: str, text: str) -> bool:
    """Whether the question asks what must be done before something, and `text` says it of something: 在发布信息前，应当核对…."""
    return _BEFORE_ASKED.search(question) is not None and _BEFORE.search(text) is not None and binds(text)


@lru_cache(QUESTIONS_HELD)
def asks_for_grant(text: str) -> bool:
    """Whether `text` asks what somebody is granted: a reward, a subsidy, a rent that need not be paid."""
    return _GRANT_ASKED.search(text) is not None


def grants(text: str) -> bool:
    """Whether `text` grants something."""
    return _GRANTS.search(text) is not None


def only_mentions(question: str, text: str) -> bool:
    """Whether the question asks for conditions and `text` only speaks of who fulfils them: 符合条件的，准予登记."""
    return _CONDITIONS_ASKED.search(question) is not None and _MENTIONS_CONDITIONS.search(text) is not None


@lru_cache(QUESTIONS_HELD)
def permission_words(text: str) -> str:
    """The words by which `text` asks for a rule, apart from what the rule is about."""
    return " ".join(_PERMISSION.findall(text)) if asks_for_rule(text) else ""


def leaves_open(question: str, text: str) -> bool:
    """Whether the question asks what something is, and `text` only says who determines it: 目录由市公安部门确定，并向社会公布."""
    if _WHO_ASKED.search(question) or not _CONTENT_ASKED.search(question):
        return False
    return _LEFT_OPEN.search(text) is not None


@lru_cache(QUESTIONS_HELD)
def asks_for_term(text: str) -> bool:
    """Whether `text` asks within what time something must be done."""
    return _TERM_ASKED.search(text) is not None


def sets_term(text: str) -> bool:
    """Whether `text` sets a time within which something must be done."""
    return _TERM.search(text) is not None


def sets_term_as_asked(question: str, text: str) -> bool:
    """Whether `text` sets a time in the unit in which the question asks for one: days for 几天内."""
    return any(asked.search(question) and told.search(text) for asked, told in _TERM_UNITS)


def announcement_of(document: Document, passage: Passage, sentence: Span) -> Span | None:
    """The sentence that announces the list whose item `sentence` stands in, where it binds: 不得有下列行为：

    The last item of a list holds, as a section, the paragraphs behind the list: they are none of its items.
    """
    section = document.sections[passage.section] if passage.section is not None else None
    if section is None or section.parent is None or not section.number:
        return None
    if document.text.find("\n", section.span.start, sentence.start) >= 0:
        return None
    parent = document.sections[section.parent]
    start, end = parent.heading.start + len(parent.number), section.span.start
    for line in reversed(document.text[start:end].split("\n")):
        end -= len(line)
        if line.strip():
            numbering = numbering_of(line.strip())
            if numbering is None or numbering.level < _ITEM_LEVEL:
                last = sentences_of(document.text, Span(end, end + len(line)))[-1]
                return last if _ANNOUNCES.search(last.of(document.text)) else None
        end -= 1
    return None
