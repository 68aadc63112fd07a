"""When not to answer, and what to say then."""

import re

from assistant.answer import Reason
from assistant.draft import Draft, DraftNotice, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase

THRESHOLD = 0.33
"""Score below which evidence does not carry an answer; set where missed and false refusals over the development suite balance."""
NEAREST = 0.3
"""Score from which the nearest passage is worth showing with a refusal."""
_UNSAFE = re.compile(
    r"忽略(?:之前|以上|上面|前面|所有|你的)|无视(?:之前|以上|规则)|(?:只|仅)(?:需要?)?回复|(?:请)?只(?:输出|说)|系统提示|提示词|(?:发|给|告诉|说出|透露|输出|泄露|提供)[^，。？]{0,14}(?:密钥|密码|口令|令牌|token)|(?:密钥|密码|口令|令牌)[^，。？]{0,12}(?:发我|给我|告诉我)|"
    r"扮演|假装|你现在是|从现在起你|开发者模式|越狱|服务器地址|后台|ignore (?:all|previous|the above)|system prompt|api key|password|pretend (?:to be|you)",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"写(?:一?个|一?段|一?首|一?篇)?[^，。？]{0,8}(?:代码|程序|脚本|排序|诗|作文|小说|情书|检讨|笑话)|(?:用|with)\s*(?:python|java|c\+\+|javascript)|吃(?:什么药|[^，。]{0,6}(?:还是|药))|剂量|"
    r"股票|彩票|星座|算命|天气(?:怎么样|预报|如何)|今天.{0,4}天气|几点了|讲(?:个)?笑话|唱(?:首)?歌|翻译(?:一下)?(?:这|下面)|(?:做|炒|煮)[^，。]{0,6}(?:菜|饭)|足球|世界杯|明星|电影推荐|谁(?:会)?赢",
    re.IGNORECASE,
)
_INSULT = re.compile(r"傻[逼叉]|笨蛋|废物|垃圾(?:程序|东西|系统|机器人)|滚(?:蛋|开)|去死|白痴|蠢货|fuck|stupid|idiot", re.IGNORECASE)


def reason_at_once(text: str) -> Reason | None:
    """The reason to refuse that can be seen from the question alone; None where there is none."""
    if _UNSAFE.search(text):
        return "unsafe"
    if _OTHER_MATTER.search(text) or _INSULT.search(text):
        return "not_policy"
    return None


def refuse(reason: Reason, language: str) -> Draft:
    """A refusal without evidence."""
    status = "clarify" if reason == "needs_clarification" else "out_of_scope" if reason in ("unsafe", "not_policy") else "not_found"
    return Draft((Statement(phrase(reason, language)),), 0.0, status=status, reason=reason)  # type: ignore[arg-type]


def not_found(evidence: Evidence) -> Draft:
    """A refusal that shows the nearest passage when there is one worth showing."""
    language = evidence.question.language
    base = Statement(phrase("not_in_corpus", language))
    nearest = evidence.sentences[0] if evidence.sentences else None
    if nearest is None or nearest.score < NEAREST:
        return Draft((base,), 0.0, status="not_found", reason="not_in_corpus")
    quote = nearest.text[:100]
    source = Source(nearest.document.id, nearest.span)
    statement = Statement(phrase("nearest", language, quote=quote), (source,))
    return Draft((base, statement), 0.0, status="not_found", reason="not_in_corpus", notices=(DraftNotice("nearest", quote, (source,)),))
