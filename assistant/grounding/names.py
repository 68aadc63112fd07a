"""Names that a sentence may only take from its passages: 《titles》, document numbers, articles, names in quotation marks, systems."""

import re
from collections.abc import Iterator

from assistant.grounding.bodies import bodies_in
from assistant.grounding.quantities import quantities_in
from corpus.language.numbering import numeral_value
from corpus.language.titles import title_mentions

_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Z]{0,12}?[〔（\[]((?:19|20)\d{2})[〕）\]]第?0*(\d{1,5})号|第0*(\d{1,5})号|([\u4e00-\u9fff]{2,8}令)第?(\d+)号"
)
_ARTICLE = re.compile(r"第([一二三四五六七八九十百零〇\d]+)([条章款项届批期节编])")
_QUOTED = re.compile(r"“([^“”]{2,24})”")
_NUMBERED = re.compile(r"(?<![月\d〕）\]第])\d{1,3}号(?!文)")
"""One of several things of a kind (2号泊位)."""
_CLAUSE_END = re.compile(r"[，。；！？\n]")
_RANK = re.compile(r"(?:排名?|位[列居次]|[列居])(?:在|为|全[国省市])?第(\d+|[一二三四五六七八九十]+)(?![条章款项届批期节编])")
_SCOPE = re.compile(r"全[国省市]")
_RANKS = (
    ("first", ("第一位", "首位", "全国第一", "全省第一", "国内第一", "首个", "首家", "首创", "唯一", "第一家", "第一个")),
    ("among the first", ("前列", "领先", "前茅", "一流", "第一方阵", "首批")),
)
"""Places in a ranking, by the words that tell them."""
_BEHIND = re.compile(r"(?<=[A-Za-z”“])\s*（([\u4e00-\u9fff]{2,20})）")
_SYSTEM = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9+×]{2,24}?(?:平台|系统|工程|中心|基地|大脑|数据库|客户端|小程序|一张图|专网|热线|示范区|产业园|实验室|联盟|基金|研究院|APP)(?![\u4e00-\u9fff]{0,2}(?:平台|系统|工程|中心|基地|大脑|数据库))"
)
_NAME_START = re.compile(
    r".*(?:[一二三四五六七八九十两\d]+[个项套]|健全|承担|负责|指导|[的了由在向对将把被并和与及或从到至于依托建设打造通过利用使用接入纳入构建开发完善升级搭建推广推进开展实施启动上线建成运行依靠入驻设立设在]|建立|以及|包括|形成|整合|采用|借助|列入|覆盖|负责|管理者|提供|统一|一个|该|本|其|等|是|各|都|往|有|从)"
)
_CODE = re.compile(
    r"(?<![A-Za-z\d.])(?:[A-Za-z]{1,6}[-.]?\d+(?:\.\d+)?|\d+[A-Z](?![A-Za-z]))(?![A-Za-z\d亿万元%个家]|\.\d)|\d{5,6}(?=[”“]|热线|政务)|(?<=“)\d+(?=”)"
)
"""A name of letters and figures: 5G, PM2.5."""
_LEVEL = r"国家|全国|(?<!城)市|[省县]"
_LEVELLED = re.compile(rf"({_LEVEL})级?([\u4e00-\u9fff]{{2,10}}?(?:平台|系统|中心|数据库|基地))")
_SHORT_TITLE = 4


def missing_titles(sentence: str, evidence: str) -> Iterator[str]:
    """The 《titles》 of `sentence` that stand neither in full nor in short in the plain text `evidence`."""
    held = _letters(evidence).replace("年", "")
    for mention in title_mentions(sentence):
        if _letters(mention.title).replace("年", "") not in held and not _is_other_form(mention.title, held):
            yield f"《{mention.title}》"


def _is_other_form(title: str, held: str) -> bool:
    """Whether the title is printed with a period that the sentence leaves out."""
    bare = _letters(re.sub(r"（[^（）]*）", "", title))
    return len(bare) >= _SHORT_TITLE and not re.search(r"\d", title) and bare.replace("年", "") in re.sub(r"(?:19|20)\d{2}", "", held)


def missing_numbers(sentence: str, evidence: str) -> Iterator[str]:
    """The document numbers, articles and other ordinals of `sentence` that do not stand in `evidence`."""
    printed = list(_DOCUMENT_NUMBER.finditer(evidence))
    held = {match.groups() for match in printed}
    whole = [
        _letters(match[0]) for match in printed if match[1] and not "\u4e00" <= evidence[match.start() - 1 : match.start()] <= "\u9fff"
    ]
    flat = _letters(evidence)
    for match in _DOCUMENT_NUMBER.finditer(sentence):
        if match.groups() not in held or (
            match[1]
            and not any(_letters(match[0])[start:] in flat for start in range(min(3, len(match[0]))))
            and not any(_letters(match[0]).endswith(number) for number in whole)
        ):
            yield match[0]
    yield from _missing_ranks(sentence, evidence)
    ranks = {rank for rank, words in _RANKS if any(word in evidence for word in words)}
    yield from (word for rank, words in _RANKS for word in words if word in sentence and rank not in ranks)
    yield from (match[0] for match in _NUMBERED.finditer(sentence) if match[0] not in evidence)
    articles = {(numeral_value(match[1]), match[2]) for match in _ARTICLE.finditer(evidence)}
    for match in _ARTICLE.finditer(sentence):
        if (numeral_value(match[1]), match[2]) not in articles and match[0][1:] not in evidence:
            yield match[0]


def _missing_ranks(sentence: str, evidence: str) -> Iterator[str]:
    """The places (排名第9) that no clause of `evidence` gives among as many as the sentence does."""
    clauses = _CLAUSE_END.split(evidence)
    for clause in _CLAUSE_END.split(sentence):
        for rank in _RANK.finditer(clause):
            if _ranks_as(rank[1], "1"):
                continue
            scope = _SCOPE.findall(clause)[-1:]
            numbers = {quantity.value for quantity in quantities_in(clause[: rank.start()])}
            if not any(
                _ranks_as(rank[1], other[1])
                and all(word in part for word in scope)
                and numbers <= {quantity.value for quantity in quantities_in(part)}
                for part in clauses
                for other in _RANK.finditer(part)
            ):
                yield rank[0]


def _ranks_as(one: str, other: str) -> bool:
    return (int(one) if one.isdigit() else numeral_value(one)) == (int(other) if other.isdigit() else numeral_value(other))


def missing_names(sentence: str, evidence: str) -> Iterator[str]:
    """The names in quotation marks and the names of systems in `sentence` of which `evidence` does not hold the characters."""
    held = _letters(evidence)
    untitled = re.sub(r"《[^《》]*》", " ", sentence)
    for match in _QUOTED.finditer(untitled):
        if _share_held(match[1], held) < QUOTED_HELD:
            yield match[1]
    yield from (match[0] for match in _CODE.finditer(untitled) if match[0].lower() not in evidence.lower())
    for match in _SYSTEM.finditer(untitled.replace("“", " ").replace("”", "")):
        name = _name_of(match[0])
        if len(name) > 2 and _share_held(name, held) < SYSTEM_HELD:
            yield name
    yield from _of_another_level(untitled, held)


def _of_another_level(sentence: str, held: str) -> Iterator[str]:
    """The systems that the passages have of another level only: of the province, not of the state."""
    for match in _LEVELLED.finditer(sentence):
        levels = set(re.findall(rf"({_LEVEL})级?{re.escape(match[2])}", held))
        if levels and match[1] not in levels and match[2] not in re.sub(rf"(?:{_LEVEL})级?{re.escape(match[2])}", "", held):
            yield match[0]


def missing_names_behind(sentence: str, evidence: str) -> Iterator[str]:
    """The Chinese names in brackets behind English words of which `evidence` does not hold the characters; bodies are looked up by themselves."""
    held = _letters(evidence)
    for match in _BEHIND.finditer(sentence):
        if not bodies_in(match[1]) and _share_held(match[1], held) < SYSTEM_HELD:
            yield match[1]


QUOTED_HELD = 0.75
"""Share of the character pairs of a quoted name that the passages must hold."""
SYSTEM_HELD = 0.5
"""The same for a name that only its last word shows to be one."""


def _name_of(run: str) -> str:
    started = _NAME_START.match(run[:-2])
    return run[started.end() :] if started else run


def _share_held(name: str, held: str) -> float:
    letters = _letters(name)
    if letters in held:
        return 1.0
    pairs = [letters[place : place + 2] for place in range(len(letters) - 1)]
    return sum(pair in held for pair in pairs) / len(pairs) if pairs else float(letters in held)


def _letters(text: str) -> str:
    """Only the letters, digits and characters of `text`, so that marks and spacing make no difference."""
    return re.sub(r"[^\w]|_", "", text).lower()
