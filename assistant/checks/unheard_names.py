"""Names of things that no document speaks of: what is said of another platform is no answer to what this one is."""

import re
from collections.abc import Sequence

from assistant.checks.aboutness import without_own_regions
from assistant.evidence import Evidence
from assistant.understanding.asks import Ask
from corpus.language.terms import normalize

_KIND = r"平台|系统|APP|app|小程序|公众号|母?基金|中心|数据库|大脑|应用|产品|计划|工程"
_OF_IT = (
    r"(?=到底|究竟|主要|都|具体|是|有(?!没有)|能|可以|怎么|用来|干|做|提供|面向|包括|分|里面?|上面?|"
    r"的(?:主要)?(?:功能|作用|用途|模块|目的|定位|设立|服务对象|建设内容))"
)
_BEFORE = r"^(?:请问?|麻烦|帮我|介绍(?:一下)?|解释(?:一下)?|什么是|啥是|什么叫|说说|[，,、：:\s])*"
_IN_MARKS = re.compile(rf"{_BEFORE}[一-鿿]{{0,4}}[“「『](?P<name>[一-鿿A-Za-z0-9]{{3,20}})[”」』](?:{_KIND})?{_OF_IT}")
_BY_KIND = re.compile(rf"{_BEFORE}(?P<name>(?:(?![的要把由在了])[一-鿿A-Za-z0-9]){{2,20}}?)(?:{_KIND}){_OF_IT}")
"""What a question is about that it names at its head: in marks, or by words that end in the kind of thing it is."""
_COMMON = re.compile(r"智慧|智能|数字化?|信息化?|数据|综合|管理|服务|一体化|公共|政务|城市|全[市省]|[市省]级|大|云|的|和|与")
"""What many such names have in common."""
_TELLS_MORE: frozenset[Ask] = frozenset(
    {"figure", "count", "owner", "lead", "builder", "participant", "when", "period", "progress", "each", "difference"}
)
UNHEARD = 0.5
"""Share of the pairs of characters of what is particular about a name above which no document holds them: of 3,854 looked-at questions that
documents answer none is refused by it (our measurement)."""


def names_unheard_thing(evidence: Evidence) -> bool:
    """Whether the question asks what a thing is, has or does, whose name stands in no document.

    A name in marks is one word: one pair of characters that no document holds is enough. Without marks half of what is particular must be unheard of.
    """
    if evidence.question.language != "zh" or _TELLS_MORE & set(evidence.question.asks):
        return False
    if marked := _IN_MARKS.search(evidence.question.text):
        return bool(_unheard(evidence, marked["name"]))
    named = _BY_KIND.search(re.sub("，[市省区县]?", "，", without_own_regions(evidence)))
    parts = _COMMON.split(named["name"]) if named else ()
    return any(len(_unheard(evidence, part)) > UNHEARD * (len(part) - 1) for part in parts if len(part) > 1)


def _unheard(evidence: Evidence, name: str) -> Sequence[str]:
    """The pairs of characters of `name` that no document holds, where it is no everyday word whose official one documents hold."""
    plain = normalize(name)
    known = (one for synonym in evidence.question.synonyms if plain in synonym.words or synonym.words in plain for one in synonym.official)
    return [] if any(not _pairs_unheard(evidence, normalize(one)) for one in known) else _pairs_unheard(evidence, plain)


def _pairs_unheard(evidence: Evidence, plain: str) -> list[str]:
    return [plain[at : at + 2] for at in range(len(plain) - 1) if not evidence.knowledge.document_frequency(plain[at : at + 2])]
