"""When not to answer, and what to say then."""

import re
from collections.abc import Sequence

from assistant.answer import Reason
from assistant.draft import Draft, DraftNotice, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from assistant.understanding.question import Question
from corpus.language.places import places_in

THRESHOLD = 0.4
"""Score below which evidence does not carry an answer; set where missed and false refusals over the development suite balance."""
NEAREST = 0.3
"""Score from which the nearest passage is worth showing with a refusal."""
TELLING = 12
"""Characters below which a line is a signature or a label and tells nobody anything."""
LONGEST_QUOTE = 100
"""Characters of the nearest passage that a refusal shows."""
_CLAUSE_END = re.compile(r"[。！？；，]")
_SECRET = r"(?:密钥|密码|口令|令牌|token)"
_UNSAFE = re.compile(
    r"忽略(?:之前|以上|上面|前面|上述|所有|你的)|无视(?:之前|以上|上述|规则)|(?:只|仅)(?:需要?)?回复|(?:请|你)只(?:输出|说|回答)|只(?:输出|说)[“\"「]|"
    r"系统提示(?:词|语)?(?:是|原|内容|输出|$)|(?:你|系统|内部|初始|完整)的?提示词|(?:输出|打印|显示|重复|泄露|透露|告诉)[^，。？]{0,8}提示词|"
    rf"(?:发|给|告诉|提供)(?:给|一下)?我[^，。？]{{0,14}}{_SECRET}|(?:说出|透露|输出|泄露)[^，。？]{{0,14}}{_SECRET}|"
    rf"(?:你|管理员|后台|数据库)的?[^，。？]{{0,6}}{_SECRET}|{_SECRET}[^，。？]{{0,12}}(?:发我|给我|告诉我)|"
    r"(?:你|请|现在|来)扮演|假装(?:你|自己|成|是|我)|你现在是|从现在起(?:你|，?凡|都)|(?:懂|明白|收到)了?(?:就|请)回复|开发者模式|越狱|你们?的?(?:后台|服务器)|服务器地址|登录后台|"
    r"ignore (?:all|previous|the above)|system prompt|api key|password|pretend (?:to be|you)",
    re.IGNORECASE,
)
"""Requests made to the machine itself; 密码 or 后台 alone are words of policy."""
_WRITTEN = r"(?:代码|程序|脚本|排序|诗|作文|小说|情书|检讨|笑话)"
_OTHER_MATTER = re.compile(
    r"(?:帮|给|替)我?(?:写|编|起草|拟)(?:一?个|一?段|一?首|一?篇|一?份|一?封|点)?[^，。？]{0,20}(?:话|信|文案|祝福|检讨|致辞|情书|作文|广告|邮件|短信|故事|歌词|对联|简历|论文|稿子?)(?:$|[，。,？！])|"
    rf"写(?:一?个|一?段|一?首|一?篇)[^，。？]{{0,10}}{_WRITTEN}|(?:我|你|来)写[^，。？]{{0,8}}{_WRITTEN}|(?:用|with)\s*(?:python|java|c\+\+|javascript)|"
    r"吃(?:什么|哪种|几片)药|(?:该|要|能|可以|得)吃[^，。？]{0,6}药|吃[^，。？]{1,8}还是|(?:服用|吃)[^。？]{0,16}剂量|"
    r"(?:买|炒|推荐|哪只|什么)[^，。？]{0,6}股票|股票[^。？]{0,10}(?:推荐|抄底|涨|跌|走势)|(?:买|中)[^，。？]{0,2}彩票|彩票[^，。？]{0,4}(?:号码|开奖|中奖)|"
    r"(?:什么|哪个|我的?)星座|星座(?:运势|配对)|算命|天气(?:怎么样|如何|好不好|好吗)|(?:今天|明天|后天|周末)[^，。？]{0,6}(?:天气|下雨|下雪|多少度)|"
    r"(?:今天|明天|后天|周末|大后天)[^。？]{0,16}(?:高铁|火车|航班|机票|车票)|(?:简历|作文|论文|文案|稿子?)[^，。？]{0,4}(?:帮我|给我)(?:改|写|润色)|(?:帮我|给我)(?:修?改|润色)[^，。？]{0,6}(?:简历|作文|论文|文案|稿)|"
    r"几点了|讲(?:个)?笑话|(?:给我|为我|你|来)唱(?:一?首|个)?[^，。？]{0,2}歌|唱(?:一首|首|个)[^，。？]{0,4}歌|翻译(?:一下)?(?:这|下面)|(?:怎么|怎样|如何|教我|给我)(?:做|炒|煮|烧)(?![好强大优])[^，。？]{0,6}(?:菜|饭|肉|鱼|汤)|"
    r"(?:踢|看)足球|足球[^，。？]{0,6}(?:谁|几比几|比分|直播)|国足|世界杯|(?:娱乐|哪个|喜欢)[^，。？]{0,3}明星|电影推荐|谁(?:会)?赢",
    re.IGNORECASE,
)
"""What nobody asks of a city's plans; 天气预报, 足球场地, 预制菜 and 股票上市 are asked of them."""
_SUM = re.compile(r"^[\s\d.]+(?:[+\-×xX*/÷]|加|减|乘以?|除以)[\s\d.]+(?:[=＝]|等于)?[^，。]{0,4}[?？]?$")
_GREETING = re.compile(
    r"(?:你好|您好|嗨|哈喽|在吗|早上好|下午好|晚上好|谢谢(?:你|您)?|多谢|再见|你是谁|你叫什么(?:名字)?|你(?:能|会|可以)(?:做|干|回答)?(?:什么|啥)|帮助|hi|hello|hey|thanks?|thank you|help)"
    r"[\s!！。.?？，,~～啊呀吗的]*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:责任|牵头|建设|配合|参与|实施)(?:单位|部门)|政策(?:保障|支持|依据)|(?:总体|主要|工作|具体|重点)?(?:目标|任务|举措|措施|指标)|"
    r"数据来源|使用数据|应用领域|建设期限|(?:目前)?进展(?:情况)?|场景(?:清单|描述)?|文号|联系(?:人|电话|方式)|成文日期|印发日期"
)
_CONTENT = re.compile(r"[\w]")
_INSULT = re.compile(
    r"傻[逼叉]|笨蛋|你(?:这|真|就|是|个){0,3}(?:废物|垃圾)|(?:废物|垃圾)(?:程序|东西)|破机器人|滚(?:蛋|开)|去死|白痴|蠢货|fuck|stupid|idiot",
    re.IGNORECASE,
)


def reason_at_once(text: str) -> Reason | None:
    """The reason to refuse that can be seen from the question alone; None where there is none."""
    if _UNSAFE.search(text):
        return "unsafe"
    if _OTHER_MATTER.search(text) or _INSULT.search(text) or _SUM.search(text):
        return "not_policy"
    if _GREETING.fullmatch(text.strip()) or len(_CONTENT.findall(text)) < 2:
        return "needs_clarification"
    return None


def says_too_little(question: Question) -> bool:
    """Whether the question names nothing but a place or the label of a field (责任单位是谁？), so that any document would do."""
    if question.documents.strongest or question.years or question.synonyms:
        return False
    content = question.content
    for place in places_in(content):
        content = content.replace(place, "")
    return not re.sub(r"[市省的了吗呢有是都哪些谁什么多少几]", "", "".join(_CONTENT.findall(_LABEL.sub("", content))))


def refuse(reason: Reason, language: str) -> Draft:
    """A refusal without evidence."""
    status = "clarify" if reason == "needs_clarification" else "out_of_scope" if reason in ("unsafe", "not_policy") else "not_found"
    return Draft((Statement(phrase(reason, language)),), 0.0, status=status, reason=reason)  # type: ignore[arg-type]


def not_about(places: Sequence[str], language: str) -> Draft:
    """A refusal because the documents say nothing about the places named."""
    return Draft((Statement(phrase("other_place", language, places="、".join(places))),), 0.0, status="not_found", reason="not_in_corpus")


def not_found(evidence: Evidence) -> Draft:
    """A refusal that shows the nearest passage when there is one worth showing."""
    language = evidence.question.language
    base = Statement(phrase("not_in_corpus", language))
    nearest = next((sentence for sentence in evidence.sentences if len(sentence.text) >= TELLING), None)
    if nearest is None or nearest.score < NEAREST:
        return Draft((base,), 0.0, status="not_found", reason="not_in_corpus")
    quote = _shortened(nearest.text)
    source = Source(nearest.document.id, nearest.span)
    text = phrase("nearest", language, quote=quote.rstrip("；;，,：:、"))
    statement = Statement(text if text[-1] in "。！？…" else text + "。", (source,))
    return Draft((base, statement), 0.0, status="not_found", reason="not_in_corpus", notices=(DraftNotice("nearest", quote, (source,)),))


def _shortened(text: str) -> str:
    """`text` whole, or its first LONGEST_QUOTE characters up to the end of a clause, with "…" for what is left out."""
    if len(text) <= LONGEST_QUOTE:
        return text
    start = text[:LONGEST_QUOTE]
    ends = [match.start() for match in _CLAUSE_END.finditer(start) if match.start() >= LONGEST_QUOTE // 2]
    return (start[: ends[-1]] if ends else start) + "…"
