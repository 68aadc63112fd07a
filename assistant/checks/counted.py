"""What a question wants counted or measured, and whether the figure of an answer is of it.

A long text holds the words of a name apart from each other, and figures of other things: what counts is what is said beside a figure.
"""

import math
import re
from collections.abc import Iterator, Sequence

from assistant.draft import Draft, Source
from assistant.evidence import Evidence
from assistant.matching import term_weight
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.figures import chinese_counts_in, figures_in
from corpus.language.sentences import clauses_of
from corpus.model.document import section_at
from corpus.model.span import Span

_MEASURE = r"名位支辆只头条亩度张座家个台套组部棵艘口户项场处所间盏"
_COUNTED = re.compile(
    rf"(?:多少(?:万|亿)?|(?<![哪第好十])几(?=[{_MEASURE}]))(?:[{_MEASURE}]的?(?P<one>(?![个的])[一-鿿]{{1,10}})|(?P<other>(?![{_MEASURE}])[一-鿿]{{2,10}}))"
)
_BY_WHEN = r"(?:(?:[到在至])?(?:20\d\d年)?(?:年?[底末])?)"
_MEASURED = re.compile(
    r"(?:的|[”』]|现在|目前)(?P<noun>[一-鿿]{2,8}?)(?:现在|目前|一共|总共|大概|到底|分别|各)*(?:是|有|为|达到?)多少(?=[^一-鿿]|$|个|家|人|元|万|亿)|"
    r"(?:^|[，,、的]|年[底末]?|全[市省区县])(?P<aimed>(?!全[市省区县]|[底末])(?:(?!的)[一-鿿]){2,14}?)(?:"
    rf"{_BY_WHEN}(?:要|将|应该?|需|计划|预计|力争|得|会)+(?:是|有|为|达到?|发展到|增加到|增长到|突破|超过|新增|改造|新建|建成|建|装|换|配|覆盖|(?:涨|降|升|提高|提升|下降|缩短)[到至])+"
    rf"(?:多少(?=[^一-鿿]|$|(?:[{_MEASURE}人元万亿公里吨米平方立]){{1,4}}(?:[^一-鿿]|$))|百分之(?:几|多少))|"
    r"的?(?:发展|年度|建设|具体)?目标(?:值|数)?(?:要|定)*(?:是|为|到)?多少)"
)
HEAD = 3
"""Characters at the end of what is measured that name it: 起步价 of 出租车起步价."""
_GENERIC = (
    r"目标|指标|(?<![参系])数(?!字[一-鿿]|据[一-鿿])[量额字据]?|总[数量额]|比[例重]|占比|规模|要求|任务|基数|底数|时间|计划|实际|标准|具体|小时|工作日|个月|项目|场景|部分|行动|点位|地方|"
    r"部门|单位|(?<![老青少])年|百分|公里|平方|以上|以下|控制|文号|编号|额度|上限|差[额距值异别]|分别|各自?|一共|总共|至少|最多|投资"
)
_NO_THING = re.compile(_GENERIC)
_BEHIND = re.compile(
    rf"(?<!普)及|进(?=[来了入去]|$)|(?<![智节储功效产动热电机性职氢核阳风光])能|全面|开张|建起|可以|可能|接入|完成|实现|投入|布设|参[加与]|加入|纳入|使用|累计|人(?![民工才员口社脸像机车力文])|[都也了啊呀吗呢吧才来去在要会给得的就做用干让把被又搞放有是算达到以之内外上下后前时候钱块元天日月点成分章节间久长高大远次样事法]|{_GENERIC}"
)
"""Where the name of what is counted ends."""
_EITHER_SIDE = re.compile(r"^(?:[那这](?:些|个|种)?|所有的?)|(?:累计|合计|一共|总共|全部|[会要将能])$")
"""What stands beside the name of what is measured and is no part of it."""
_KINDS = frozenset(
    [
        "医院",
        "学校",
        "大学",
        "中心",
        "公寓",
        "基地",
        "机构",
        "平台",
        "公园",
        "广场",
        "机场",
        "银行",
        "园区",
        "车站",
        "码头",
        "水库",
        "电站",
        "超市",
        "场馆",
        "仓库",
    ]
)
"""What things are that are called by two words: 互联网医院 are no 互联网平台."""
_QUANTITIES = tuple(
    (end, re.compile(told)) for end, told in (("价", r"价(?!值)|元/|免"), ("率", r"率|[%％‰]|\d成|分之|倍|全(?:部|面|覆盖)|所有"))
)
"""How the name of what is measured ends, with what an answer then says in any words: a stock of houses is no price of them."""
_PRINTED = {"狗": "犬"}
"""What people call by one character, and regulations by another."""
SHORT, COUNTED, NEARLY_ALL = 3, 0.45, 0.6
"""Characters of the name of what is counted up to which one pair of them says it, and the shares of the weight of its pairs that an answer must hold
otherwise (our measurement, docs/decisions.md)."""
UNHEARD_OF = 2.0
"""Weight of a pair that no document holds: that of a common one, since most such pairs only stand between two words."""


def counts_what_is_asked(evidence: Evidence, draft: Draft, around: str) -> bool:
    """Whether the draft tells a figure of one of the things that the question wants counted or measured by name, if it names any.

    `around` is what stands around the draft: a short name may stand anywhere there, a longer one must be said with the figure.
    """
    names = counted_names(evidence.question.text)
    if any(name.endswith(end) and not told.search(around) for name in names for end, told in _QUANTITIES):
        return False
    told = "\n".join(_said_with_figures(draft, evidence.knowledge)).strip() or around
    for name in names:
        text = around if len(name) <= SHORT else told
        if _is_said(evidence, text, name) and (name[-2:] not in _KINDS or _is_said(evidence, text, name[-2:])):
            return True
    return not names


def counted_names(question: str) -> Sequence[str]:
    """What `question` wants counted (多少名职工) or measured (的下载量是多少), as it calls it."""
    behind = [match["one"] or match["other"] for match in _COUNTED.finditer(question)]
    counted = [noun for words in behind if (noun := _BEHIND.split(words)[0]) and (len(noun) > 1 or noun == words) and noun[-1] != "级"]
    measured = (
        _EITHER_SIDE.sub("", match["aimed"] or match["noun"])[0 if match["aimed"] else -HEAD :]
        for match in _MEASURED.finditer(question)
        if not _NO_THING.search(match["aimed"] or match["noun"])
    )
    return [*counted, *measured]


def _said_with_figures(draft: Draft, knowledge: KnowledgeBase) -> Iterator[str]:
    """Of each statement the clauses that tell figures, each with those before it back to the figure before, and the headings above.

    A target is also told by what stands before it in its sentence: its figure may be printed apart from what it is of. What we have counted
    ourselves has no clause that tells it.
    """
    if any(fact.values.get("kind") == "derived" for fact in draft.facts):
        return
    for statement in draft.statements:
        headings = [heading for source in statement.sources for heading in _headings(knowledge, source)]
        begin = 0
        for clause in clauses_of(statement.text, Span(0, len(statement.text))):
            if figures_in(clause.of(statement.text)) or chinese_counts_in(clause.of(statement.text)):
                yield "\n".join((statement.text[begin : clause.end], *headings))
                begin = clause.end
    for fact in draft.facts:
        yield str(fact.values.get("name", ""))
        for source in fact.sources if fact.values.get("kind") == "target" else ():
            text = knowledge.text(source.document_id)
            yield text[max(text.rfind(mark, 0, source.span.start) for mark in "。；\n") + 1 : source.span.end]


def _headings(knowledge: KnowledgeBase, source: Source) -> Sequence[str]:
    section = section_at(knowledge.document(source.document_id).sections, source.span.start)
    return section.path if section else ()


def _is_said(evidence: Evidence, text: str, name: str) -> bool:
    """Whether `text` says what is to be counted by enough of the pairs of characters of its name, by weight (智能 alone is no 智能水表).

    The last pair, which mostly names the thing, may be missing where the rest is nearly all there or no document has it. Of a name of SHORT
    characters one pair is enough. What an official word stands for is said by that.
    """
    if len(name) <= SHORT:
        return says_name(evidence, text, name)
    total = max(evidence.knowledge.entry_count, 1)
    frequencies = {pair: evidence.knowledge.document_frequency(pair) for pair in _pairs(name)}
    weights = {pair: term_weight(pair, frequency, total) if frequency else UNHEARD_OF for pair, frequency in frequencies.items()}
    in_other_words = {
        pair for words, official in _official(evidence, name) if any(one in text for one in official) for pair in _pairs(words)
    }
    held = {pair for pair in weights if pair in text or pair[::-1] in text or pair in in_other_words}
    share = math.fsum(weights[pair] for pair in held) / math.fsum(weights.values())
    named = name[-2:] in held or not frequencies[name[-2:]]
    return share >= (COUNTED if named else NEARLY_ALL)


def says_name(evidence: Evidence, text: str, name: str) -> bool:
    """Whether `text` says two characters of `name` side by side in either order (站场, 场站), or an official word for it."""
    official = (one for _, words in _official(evidence, name) for one in words)
    return any(word in text for word in (*_pairs(name), name[:2][::-1], *official, _PRINTED.get(name, name)))


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[place : place + 2] for place in range(max(1, len(name) - 1)))


def _official(evidence: Evidence, name: str) -> Sequence[tuple[str, Sequence[str]]]:
    """What `name` says in everyday words, with the official words for it."""
    pairs = _pairs(name)
    return [
        (synonym.words, synonym.official)
        for synonym in evidence.question.synonyms
        if synonym.words in name or any(pair in synonym.words for pair in pairs)
    ]
