"""Words of everyday speech around what a question names: they weigh nothing, and must not pair up with what stands beside them."""

import re
from functools import cache
from importlib import resources

_FILE = "spoken_words.txt"
_SPEAKER = re.compile(r"(?<!自)[俺咱我你您](?:们|家)?的?|(?<!其)[他她](?!人)们?的?")
_AGE = re.compile(
    r"(?<![\d.])(?:\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:多|来)?(?:岁|了)(?=[，,。了\s的]|$)|(?<=[爸妈爹娘爷奶公婆姥老])(?:都|今年|快)?[一二三四五六七八九]?十[多几来]?(?:岁|了)"
)
"""How old somebody is who is spoken of (我妈67了): no figure of a document. 八十周岁以上 is one."""
_END = re.compile(r"[不没么嘛咧呗哈哦](?=[\s，。；、！,;!]|$)")
_CLAUSE = re.compile(r"[^，,。；！!？?]*[，,。；！!？?]?")
_ASKS = re.compile(
    r"什么|啥|哪|谁|几|多少|多[久大高长远]|怎|咋|吗|呢|能不能|有没有|可不可以|行不行|会不会|是不是|([一-鿿])[不没]\1|最[多高低少]|[不没][？?]?$"
)
_NEVER_KNOWN = re.compile(r"(?:老|总|也|都|又|根本|从来|经常|每次)是?(?:不知道|不晓得|不清楚|弄不清|搞不清|分不清|看不出)")
"""A grievance (老不知道车到哪了); with a bare 不知道 people do ask."""
_FEARS = re.compile(
    r"(?:怕|担心|担忧|恐怕|发愁)[^，。？]*(?:哪[天年日]|什么时候|啥时候|谁)|(?:咋[整办弄]|(?:怎么|咋|该咋)办)[啊呀呢]?[，,。；]|哪(?:有|来)(?:那么多)?(?:钱|空|工夫|功夫|时间|地方)"
)
"""What somebody is afraid of or at a loss about, told in words that ask: 真怕哪天塌了, 漏了咋整."""
_WANTS_TOLD = re.compile(r"告诉|说说|讲讲|说一下|查一下|查查|看看|帮我|帮忙|介绍|请问|谁知道|知道[吗不]")
_INTERROGATIVE = re.compile(
    r"(?:到底|究竟|都|还|该)*(?:在|到|上|去|有|是|叫)?(?:什么时候|啥时候|几点钟?|哪[天年月]|何时|哪[儿里]?|什么|啥|谁|多少|几[个点趟]?|怎么样?|咋[样整办弄]?|为什么|为啥)了?"
)
_SPEAKER_TELLS = re.compile(
    r"[我俺咱](?!们?(?:[市省区县城国这那]|[\u4e00-\u9fff]{2}[市省区县]))(?!们?(?:想|要|看|听|问|查|记得|知道))|[爸妈爹娘]"
)
"""Who asks, or a parent of theirs, as the one spoken of; 我市 and 我想知道 are not."""
_YEAR_TOLD = re.compile(r"去年|前年|今年|大前年")


def plainly_told(text: str) -> str:
    """`text` with the clauses in which people only tell of themselves before they ask, put so that they ask nothing and name no year.

    等公交老不知道车到哪了，用哪个软件查: 到哪 is not asked; 我们公司去年签的合同，最多奖多少: nor is last year. Both are where somebody wants that told.
    """
    clauses = [match[0] for match in _CLAUSE.finditer(text) if match[0]]
    return "".join(_told(clause, "".join(clauses[place + 1 :])) for place, clause in enumerate(clauses))


def _told(clause: str, later: str) -> str:
    if clause.endswith(("？", "?")) or not _ASKS.search(later):
        return clause
    if (_NEVER_KNOWN.search(clause) or _FEARS.search(clause)) and not _WANTS_TOLD.search(later):
        return _INTERROGATIVE.sub("", clause)
    return _YEAR_TOLD.sub("", clause) if _SPEAKER_TELLS.search(clause) and not _ASKS.search(clause) else clause


def without_spoken_words(text: str) -> str:
    """`text` with a space for each word that only speaks: 听说, 有没有, 俺家, and 不 or 没 at the end of a question."""
    return _END.sub(" ", _SPEAKER.sub(" ", _words().sub(" ", _AGE.sub(" ", text))))


@cache
def _words() -> re.Pattern[str]:
    lines = resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    words = sorted({word for line in lines if not line.startswith("#") for word in line.split()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
