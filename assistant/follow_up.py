"""A question that leans on the conversation before it, said so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.asks import asks_of
from assistant.draft import Source
from assistant.english_follow_up import resolve_english
from assistant.other_years import in_same_year, with_other_year, with_other_years, without_steps
from assistant.pointers import pointed_to
from assistant.spoken_of import ATTRIBUTE, asked_of, own_content, subject_of
from corpus.language.years import year_mentions
from corpus.model.span import Span

_LEADING = re.compile(
    r"^(?:(?:那么|那(?![个份家种项些])|那就|然后|另外|还有|接着|再问一下|再请问|麻烦(?:再)?(?:问|查|看)(?:一下|下)?|顺便问(?:一下|下)?|好(?:的|嘞|滴|吧)?(?![\u4e00-\u9fff])|好的|嗯+|哦+|噢|对了|"
    r"行(?![\u4e00-\u9fff])|行吧|(?:我)?(?:明白|知道|了解|清楚)了?|收到|谢谢(?:你|您)?|多谢|辛苦了?|这样啊|原来如此|原来是这样|哪(?=(?:19|20)\d\d|[它这]))(?:呢|啊|呀|吧)?[，,、。！!\s]*)+"
)
_CHAT = re.compile(
    r"(?:好(?:的|嘞|滴|吧|呀)?|嗯+|哦+|噢|行|收到|明白|知道|了解|清楚|谢谢|多谢|感谢|辛苦|不错|可以|太好|没事|没问题|厉害|真棒|你|您|了|啦|哈+|呀|啊|吧|"
    r"ok(?:ay)?|thanks?|thank you|got it|great|[，,。！!~～\s.])+",
    re.IGNORECASE,
)
"""A turn that only acknowledges."""
_MENDED = re.compile(r"^.*(?:不对|(?:说|写|打|搞)错了|我(?:是说|的意思是|(?:想)?问的是))[，,：:]*(?=.*\d|.*[\u4e00-\u9fff]{4})")
"""明年…不对，我是说2026年呢: what is meant comes behind."""
_NEW_SUBJECT = re.compile(
    r"换(?:一)?个(?:话题|问题)|(?:再|另外)问(?:一下|个)?别的|不说这个|说(?:点)?别的|换一个问|跑个题|题外话|岔开(?:一下)?(?:话题)?|插一句|问个别的"
)
_NEW_SUBJECT_WORDS = re.compile(rf"^[^，。]{{0,4}}(?:{_NEW_SUBJECT.pattern})(?:[^，。,：:！!]{{0,4}}[，。,：:！!])?\s*")
_CONFIRMS = re.compile(
    r"(?:(?:我(?:记得|以为|印象中?|听说)?|不|难道|确定|真的?|所以|那就|那|应该|说|是|达到|到|达|才|只有|只|有)*(?!\d{2,4}年)\d[\d.,]*\s*[\u4e00-\u9fff%％℃A-Za-z]{0,4}?(?:左右|来着)?[，,]?"
    r"(?:吗|么|吧|对吧|对吗|对不对|是吧|是吗|是不是|没错吧|不是吗)|(?:真的)?(?:是|达到|到)(?!\d{2,4}年)\d[\d.,]*\s*[\u4e00-\u9fff%％℃A-Za-z]{0,4}|"
    r"(?:你)?(?:确定|真的|没(?:搞|弄|记|说)错|是这样|对)(?:吗|么|吧))[？?。]*"
)
"""A figure put to be confirmed, or doubt of what was answered: the former question is asked again."""
_GOES_ON = re.compile(r"^(?:还有|另外|此外|除此之外|同时|里面|其中)|^[^，。？]{1,8}方面")
_IN_DOCUMENT = re.compile(
    r"(?:^|[，,在从按看据问]|关于)(?P<name>[^，。？、的在从按]{1,12}?(?:计划|规划|方案|答复|条例|办法|报告))(?=里|中(?!心)|到?(?:19|20)\d\d)"
)
"""The document that the former question was asked of, for one that goes on: 还有呢，社区里推广什么？"""
_SAME_KIND = tuple(
    re.compile(kind)
    for kind in (
        r"(?:国家|省|市|区|县)级",
        r"[大中小微]型",
        r"(?<![\d学周])[一二三四五六]期",
        r"第[一二三四]季度|[上下]半年",
        r"(?:不满|未满|满)?\d+(?:周?岁)?(?:[到至—~～-]\d+)?周?岁(?:以上|以下|及以上)?",
    )
)
"""What one of its kind replaces: the level, the size, the phase, the age."""
_PART_IN_IT = re.compile(
    r"(参与|配合|协助|牵头|承建|建设|责任)(?:的|单位|部门|方)*(?:呢|(?:又|都|还)?(?:有|是)(?:哪些|哪几[个家]|谁)(?:单位|部门)?)[？?]?$"
)
"""Who has another part in what was asked about: 参与的呢？"""
_ACTOR_TO_CONFIRM = re.compile(
    r"(?:我(?:记得|以为)|难道|应该|是不是|不是|是|也是)*由?[\u4e00-\u9fff]{1,12}?(?:局|委|办|厅|部门|中心|集团|公司|政府|医院|银行|学院)(?:在|来|去)?"
    r"(?P<does>负责|牵头|建设?|承建|主管|管)?的?(?:吗|么|吧|对吧|是吧|对不对|是不是)[？?。]*"
)
"""A body put to be confirmed: 是某某局在建吗？"""
_OTHER_DOCUMENT = re.compile(
    r"^(?:换(?:成|到)?|按|看|在)?(?P<name>[^，。？“”「」]{2,12}?)(?:的)?(?:(?:那|这)(?:一)?(?:份|个|部|张))?(?P<noun>清单|附表|表|(?:行动)?计划|规划|方案|答复|条例|办法|报告)(?:里|中|上|里面|那边)?"
    r"(?:呢|(?:又|也)?(?:是)?(?:怎么|咋)(?:写|说|定)的?|(?:又|也)?(?:写|说|定|讲)的(?:又)?是?(?:谁|什么|多少|啥|哪些|哪个))?[？?]?$"
)
"""Another document, to be asked the same thing of: 渔业那份清单里写的是谁？"""
_OF_DOCUMENT_BEFORE = re.compile(r"^[^，。？]{2,14}?(?:清单|附表|表|计划|规划|方案|答复|条例|办法|报告)(?:里面?|中|上)?的?[，,]?")
_YEAR_SAID = re.compile(r"[去今明前本后上]年度?")
_ANY = re.compile(r"[一每单](?:家|个|户|次|年|人)|企业|个人|封顶|最[高多低少]")
"""Who or what any rule speaks of: 一家企业一年封顶多少."""
_DEFINITION = re.compile(r"(?:什么|啥)(?:是|叫)|何为|何谓")
_AND_WHAT_OF = re.compile(
    r"(?:那块|那边|方面|这块|那个|的话)?(?:呢|咧|捏|怎么样|又如何|(?:又|也)?是?(?:个)?(?:啥|什么|怎么个?)(?:情况|样子|说法)|(?:是不是)?也(?:是)?(?:这样|这么|一样|如此|同样)(?:吗|么|的吗)?)[？?]?$"
)
_ALONE = re.compile(r"^[^，。？?；;]{2,24}[？?]$")
_QUOTED = re.compile(r"[“「『][^”」』]+[”」』]|《[^《》]+》")
_INTERROGATIVE = re.compile(r"什么|啥|哪|谁|几|多少|怎|何|多[大高长远久快]|吗|是不是|能不能")
_THEN = re.compile(r"^[^，。？]{1,5}(?:以后|之后|后|完)(?=[报由要还多需])")
"""What follows upon what was asked about: 编好以后报谁批准？"""
_IN_FACT = re.compile(r"实际|真正|最终|落地时|兑现")
"""Asks what came of what a plan said."""
_OF_PLAN = re.compile(r"^[^，。]{0,12}?(?:方案|计划|规划)[里中]?(?:[给对为][^，。]*?(?=[\u4e00-\u9fff])|[，,])")
"""The plan that a subject was spoken of in: 行动方案给智算中心定的规模."""
_DOCUMENT_NOUN = re.compile(r"(?:行动|工作|实施|总体|发展)?(?:计划|规划|方案)|条例|办法|规定|答复|工作报告|通知|意见|若干(?:政策)?措施")
_THAT_ONE = re.compile(r"(?:的)?(?:那|这)(?:一)?(?:份|个|部|本)|的(?=[呢？?又也是由谁哪]|$)")
_SENTENCE = re.compile(r"[，。；]")
"""Marks a quote that is more than a clause or a cell: what stands in it was said, and is not asked for again."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation was about before the question: the text of the last turn, and the ids of the documents that it cited.

    `near` are the places cited, for a question that names something of its own: it goes on about what was answered. `carried` is the former
    subject that such a question was filled in with; it tells less than the question's own words.
    """

    text: str = ""
    documents: tuple[str, ...] = ()
    near: tuple[Source, ...] = ()
    carried: str = ""


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A question that stands alone; `own` where it names something of its own, `carried` what it was then filled in with."""

    text: str
    own: bool = False
    carried: str = ""


STANDS_ALONE, NAMES = 4, 2
"""Characters of content, generic words aside, from which a question is taken to name its own subject; and from which one does that asks for
an actor: a figure asked for with a noun (做成了多少交易额) is one more of the former subject."""
_ACTOR = frozenset({"owner", "lead", "builder", "participant"})


_OF_ROWS = _ACTOR | {"period", "progress", "data_used", "data_source", "field"}
"""Asks for a column of a row or the owners of a task: another thing stands in another one."""
_OF_DOCUMENT = frozenset({"issuer", "signatory", "document_number", "date", "effective", "contact", "validity", "addressee"})
"""What is asked of documents as a whole."""
_OF_QUANTITY = frozenset({"figure", "count"})
_KIND_OF_THING = re.compile(r"[\u4e00-\u9fff](?!的)[\u4e00-\u9fff]$")
SHORT = 5
"""Characters up to which a name with 的 leaves out the noun that the former question had: 义务教育的呢？"""
_OF_NAMES = frozenset({"list", "count", "figure", "policy"})
"""Asks whose cues may stand in a name."""


def context_of(question: str, history: Sequence[Turn]) -> Context:
    """The context that `question` is asked in; none for a first question, or one that says it changes the subject."""
    history = _that_asked(history)
    if not history or _NEW_SUBJECT.search(question):
        return Context()
    last = history[-1]
    text = last.answer.resolved_question or last.question
    resolved = _resolved(question, history)
    if last.answer.status != "answered" or (_IN_FACT.search(question) and not _IN_FACT.search(text)):
        return Context(text, carried=resolved.carried)
    near = tuple(
        Source(cited.document_id, Span(cited.start, cited.end)) for cited in last.answer.citations if not _SENTENCE.search(cited.quote)
    )
    documents = tuple(dict.fromkeys(cited.document_id for cited in last.answer.citations))
    return Context(text, documents, near if resolved.own else (), resolved.carried)


def resolve_follow_up(question: str, history: Sequence[Turn]) -> str:
    """`question` with what it leaves out filled in from the last turn of `history`; unchanged when it stands alone, or only acknowledges."""
    history = _that_asked(history)
    if not history or _CHAT.fullmatch(question):
        return question
    if _NEW_SUBJECT.search(question):
        return _NEW_SUBJECT_WORDS.sub("", question).strip() or question
    return _resolved(question, history).text


def _that_asked(history: Sequence[Turn]) -> Sequence[Turn]:
    """The turns that asked something: 好的，谢谢 asks nothing, and what comes after it leans on what came before."""
    return [turn for turn in history if not _CHAT.fullmatch(turn.question)]


def _resolved(question: str, history: Sequence[Turn]) -> _Resolved:
    before = history[-1].answer.resolved_question or history[-1].question
    if question.isascii() and (english := resolve_english(question, before, history)):
        return _Resolved(english)
    meant = _MENDED.sub("", question)
    said = _LEADING.sub("", meant).strip()
    if _CONFIRMS.fullmatch(said):
        return _Resolved(before)
    if other := with_other_year(before, said):
        return _Resolved(other)
    stripped = _LEADING.sub("", in_same_year(meant, before)).strip()
    for fill_in in (_with_other_kind, with_other_years, _with_other_document, _in_other_document):
        if (told := fill_in(before, stripped)) is not None:
            return _Resolved(told)
    if (told := pointed_to(stripped, before, history)) is not None:
        return _Resolved(told)
    if (actor := _ACTOR_TO_CONFIRM.fullmatch(stripped)) and (actor["does"] or _ACTOR & set(asks_of(before))):
        return _Resolved(f"{subject_of(before)} 由谁{actor['does']}？" if actor["does"] else before)
    if part := _PART_IN_IT.match(stripped):
        return _Resolved(f"{subject_of(before)} {part[1]}单位是谁？")
    if (name := _only_name(stripped, question)) is not None:
        return _Resolved(_asked_of_another(name, before), own=not set(asks_of(before)) & _OF_ROWS)
    own = own_content(_YEAR_SAID.sub("", _ANY.sub("", without_steps(stripped))))
    if _stands_alone(stripped, own):
        return _Resolved(_in_same_document(stripped, question, before), own=True)
    subject = subject_of(before)
    if _IN_FACT.search(stripped):
        subject = re.sub(r"的?(?:目标|计划|任务)$", "", _OF_PLAN.sub("", subject))
    return _Resolved(f"{subject} {stripped}", *((True, subject) if len(own) >= NAMES else ()))


def _stands_alone(stripped: str, own: str) -> bool:
    if _THEN.match(stripped) or ATTRIBUTE.fullmatch(_AND_WHAT_OF.sub("", stripped).rstrip("？?")):
        return False
    return (
        len(own) >= STANDS_ALONE
        or (own != "" and _DEFINITION.match(stripped) is not None)
        or (len(own) >= NAMES and bool(_ACTOR & set(asks_of(stripped))))
    )


def _only_name(stripped: str, question: str) -> str | None:
    """What `stripped` names, where it asks nothing of it itself: “清单之外无证明”呢, 还有网络安全？; not an attribute (周期呢)."""
    if not own_content(stripped):
        return None
    name = _AND_WHAT_OF.sub("", stripped)
    if name == stripped:
        name = stripped.rstrip("？?")
        if not _ALONE.match(stripped) and (stripped == question or stripped != name):
            return None
    if ATTRIBUTE.fullmatch(name) or _INTERROGATIVE.search(name) or set(asks_of(_QUOTED.sub("", name))) - _OF_NAMES:
        return None
    return name


def _asked_of_another(name: str, before: str) -> str:
    """What `before` asked, asked of `name`; in the year that goes with the name where it has one, and of the same sort of thing (义务教育的呢)."""
    asked = asked_of(before, with_years=not year_mentions(name))
    if name.endswith("的"):
        kind = _KIND_OF_THING.search(subject_of(before)) if set(asks_of(before)) <= _OF_QUANTITY and len(name) <= SHORT else None
        name = f"{name.removesuffix('的')}{kind[0] if kind else ''}"
    return f"{name} {asked}".strip()


def _with_other_kind(before: str, text: str) -> str | None:
    """The former question with its level, size or age replaced by the one that `text` begins with: 那市级的呢？"""
    for kind in _SAME_KIND:
        if (new := kind.match(text)) and (old := kind.search(before)):
            other = before[: old.start()] + new[0] + before[old.end() :]
            rest = text[new.end() :]
            more, only_named = len(own_content(rest)), _AND_WHAT_OF.search(rest) is not None
            if not more or more >= STANDS_ALONE + only_named:
                return None if more else other
            return f"{subject_of(other)}{_AND_WHAT_OF.sub('', rest)} {asked_of(before) if only_named else ''}".strip()
    return None


def _with_other_document(before: str, text: str) -> str | None:
    """What was asked of one document, asked of another that is told by its field alone: 渔业那份呢，那港口的？"""
    noun = _DOCUMENT_NOUN.search(before)
    if noun is None or not set(asks_of(before)) & _OF_DOCUMENT or _DOCUMENT_NOUN.search(text) or re.search(r"\d号", text):
        return None
    asks = set(asks_of(text))
    if asks - _OF_DOCUMENT - {"list", "owner"} or (asks and not asks & _OF_DOCUMENT):
        return None
    one = _THAT_ONE.search(text)
    if asks and one and one[0].endswith("的") and not asks & set(asks_of(before)):
        return None
    name = text[: one.start()] if one else _AND_WHAT_OF.sub("", text)
    if len(own_content(name)) < NAMES or _INTERROGATIVE.search(name):
        return None
    return f"{name}{noun[0]} {asked_of(text if asks & _OF_DOCUMENT else before)}"


def _in_other_document(before: str, text: str) -> str | None:
    """The former question asked of what another document says: 那渔业清单里呢？"""
    other, former = _OTHER_DOCUMENT.match(text), _OF_DOCUMENT_BEFORE.match(before)
    if other is None or former is None or set(asks_of(before)) & _OF_DOCUMENT or len(own_content(before[former.end() :])) < NAMES:
        return None
    return f"{other['name']}{other['noun']}里，{before[former.end() :]}"


def _in_same_document(text: str, question: str, before: str) -> str:
    """`text` with the document that the question before it was asked of, where `question` goes on and names none."""
    named = _IN_DOCUMENT.search(before)
    return f"{named['name']}里，{text}" if named and _GOES_ON.match(question) and not _IN_DOCUMENT.search(text) else text
