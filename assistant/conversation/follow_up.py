"""A question that leans on the conversation before it, said so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.conversation.english_follow_up import resolve_english
from assistant.conversation.other_documents import in_other_document, in_same_document, of_same_document, with_other_document
from assistant.conversation.other_kinds import with_other_kind
from assistant.conversation.other_years import in_same_year, with_other_year, with_other_years, without_relative_years, without_steps
from assistant.conversation.pointers import POINTS_AT_ANSWER, pointed_to, with_document_spoken_of
from assistant.conversation.returning import return_to
from assistant.conversation.spoken_of import (
    AND_WHAT_OF,
    ATTRIBUTE,
    INTERROGATIVE,
    NAMES,
    STANDS_ALONE,
    asked_of,
    is_weighed,
    own_content,
    subject_of,
    with_quality,
)
from assistant.draft import Source
from assistant.understanding.asks import DOERS, asks_of
from corpus.language.wordings import plainly_asked
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
    r"换(?:一)?个(?:话题|问题|话头|事(?:儿|情)?(?=[，,。：:！!]))|(?:再|另外)问(?:一下|个)?别的|不(?:说|聊|管|谈|提|看)(?:这|那)个(?=[了，,。])|说(?:点)?别的|换一个问|跑个题|题外话|岔开(?:一下)?(?:话题)?|"
    r"插一句|问个别的"
)
_NEW_SUBJECT_WORDS = re.compile(rf"^[^，。]{{0,4}}(?:{_NEW_SUBJECT.pattern})(?:[^，。,：:！!]{{0,4}}[，。,：:！!])?\s*")
_CONFIRMS = re.compile(
    r"(?:(?:我(?:记得|以为|印象中?|听说)?|不|难道|确定|真的?|所以|那就|那|应该|说|是|达到|到|达|才|只有|只|有)*(?!\d{2,4}年)\d[\d.,]*\s*[\u4e00-\u9fff%％℃A-Za-z]{0,4}?(?:左右|来着)?[，,]?"
    r"(?:吗|么|吧|对吧|对吗|对不对|是吧|是吗|是不是|没错吧|不是吗)|(?:真的)?(?:是|达到|到)(?!\d{2,4}年)\d[\d.,]*\s*[\u4e00-\u9fff%％℃A-Za-z]{0,4}|"
    r"(?:你)?(?:确定|真的|没(?:搞|弄|记|说)错|是这样|对)(?:吗|么|吧))[？?。]*"
)
"""A figure put to be confirmed, or doubt of what was answered: the former question is asked again."""
_PART_IN_IT = re.compile(
    r"(参与|配合|协助|牵头|承建|建设|责任)(?:的|单位|部门|方)*(?:呢|(?:又|都|还)?(?:有|是)(?:哪些|哪几[个家]|谁)(?:单位|部门)?)[？?]?$"
)
"""Who has another part in what was asked about: 参与的呢？"""
_ACTOR_TO_CONFIRM = re.compile(
    r"(?:我(?:记得|以为)|难道|应该|是不是|不是|是|也是)*由?[\u4e00-\u9fff]{1,12}?(?:局|委|办|厅|部门|中心|集团|公司|政府|医院|银行|学院)(?:在|来|去)?"
    r"(?P<does>负责|牵头|建设?|承建|主管|管)?的?(?:吗|么|吧|对吧|是吧|对不对|是不是)[？?。]*"
)
"""A body put to be confirmed: 是某某局在建吗？"""
_YEAR_SAID = re.compile(r"[去今明前本后上]年度?")
_ANY = re.compile(r"(?<![后第头末])[一每单](?:家|个|户|次|年|人)|企业|个人|封顶|最[高多低少]")
"""Who or what any rule speaks of: 一家企业一年封顶多少."""
_AMOUNT = re.compile(
    r"(?P<name>(?:[一每单](?:家|个|户|次|年|人|天|日|月|晚))?(?:封顶|上限|下限|面积|容量|数量|总数|总额|金额|比例|占比|最[高低多少大小]))(?:的话)?(?:呢|是?多少呢?)[？?]?"
)
"""Another amount of the same thing: 一天封顶呢？"""
_DEFINITION = re.compile(r"(?:什么|啥)(?:是|叫)|何为|何谓")
_QUALIFIED = re.compile(r"(?:示范|应用|典型|重点|试点)(?:应用)?(?:场景|项目|平台|系统|工程)(?!里|中)")
"""A name all of whose words fit any plan."""
_ALONE = re.compile(r"^[^，。？?；;]{2,24}[？?]$")
_QUOTED = re.compile(r"[“「『][^”」』]+[”」』]|《[^《》]+》")
_THEN = re.compile(r"^[^，。？]{1,5}(?:以后|之后|后|完了?|好了)[，,]?(?=[报由要还多需交送得应再该呈])")
"""What follows upon what was asked about: 编好以后报谁批准？"""
_OF_THOSE = re.compile(r"^(?:其中|(?:这|那)?(?:里面|当中))(?:的|有|[，,])?(?![^，。？]{0,12}(?:场景|项目|任务))")
"""A part of what was counted before: 其中签约的是几家？"""
_IN_FACT = re.compile(r"实际|真正|最终|落地时|兑现")
"""Asks what came of what a plan said."""
_OF_PLAN = re.compile(r"^[^，。]{0,12}?(?:方案|计划|规划)[里中]?(?:[给对为][^，。]*?(?=[\u4e00-\u9fff])|[，,])")
"""The plan that a subject was spoken of in: 行动方案给智算中心定的规模."""
_FORMER_ATTRIBUTE = re.compile(rf"(?<=\S)\s+(?:{ATTRIBUTE.pattern})$")
"""What the former question asked of its subject, where this one asks for another attribute: 平台 期限呢, 进展呢."""
_SENTENCE = re.compile(r"[，。；]")
"""Marks a quote that is more than a clause or a cell: what stands in it was said, and is not asked for again."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation was about before the question: the text of the last turn, and the ids of the documents that it cited.

    `near` are the places cited, for a question that names something of its own: it goes on about what was answered. `carried` is the former
    subject that such a question was filled in with; it tells less than the question's own words. `answered` are all places cited, for a question
    that names nothing and asks only who does what they told of.
    """

    text: str = ""
    documents: tuple[str, ...] = ()
    near: tuple[Source, ...] = ()
    carried: str = ""
    answered: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A question that stands alone; `own` where it names something of its own, `carried` what it was then filled in with."""

    text: str
    own: bool = False
    carried: str = ""


_OF_COLUMN = re.compile(r"[些种样类需用]")
"""What is left of 哪些, 哪种, 需要 and 用到, which say no more than that a column is asked for."""
HEADING_SHARE = 0.75
"""Share of the characters that a question names from which it names no more than the column of a row."""
_OF_ROWS = DOERS | {"period", "progress", "data_used", "data_source", "field"}
"""Asks for a column of a row or the owners of a task: another thing stands in another one."""
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
    question, history = return_to(question, history)
    last = history[-1]
    text = last.answer.resolved_question or last.question
    resolved = _resolved(question, history)
    if last.answer.status != "answered" or (_IN_FACT.search(question) and not _IN_FACT.search(text)):
        return Context(text, carried=resolved.carried)
    near = tuple(
        Source(cited.document_id, Span(cited.start, cited.end)) for cited in last.answer.citations if not _SENTENCE.search(cited.quote)
    )
    documents = tuple(dict.fromkeys(cited.document_id for cited in last.answer.citations))
    cited = tuple(Source(cited.document_id, Span(cited.start, cited.end)) for cited in last.answer.citations)
    said = _LEADING.sub("", question).strip()
    if POINTS_AT_ANSWER.match(said):
        near = cited
    return Context(text, documents, near if resolved.own else (), resolved.carried, cited if _asks_who(said, text) else ())


def _asks_who(said: str, before: str) -> bool:
    """Whether `said` names nothing and asks only who does what was answered, or who else does."""
    asks = set(asks_of(said))
    if _PART_IN_IT.match(said):
        return True
    return bool(asks) and asks <= DOERS and not DOERS & set(asks_of(before)) and not own_content(said)


def resolve_follow_up(question: str, history: Sequence[Turn]) -> str:
    """`question` with what it leaves out filled in from the last turn of `history`; unchanged when it stands alone, or only acknowledges."""
    history = _that_asked(history)
    if not history or _CHAT.fullmatch(question):
        return question
    if _NEW_SUBJECT.search(question):
        return with_document_spoken_of(_NEW_SUBJECT_WORDS.sub("", question).strip() or question, history)
    return _resolved(*return_to(question, history)).text


def _that_asked(history: Sequence[Turn]) -> Sequence[Turn]:
    """The turns that asked something: 好的，谢谢 asks nothing, and what comes after it leans on what came before."""
    return [turn for turn in history if not _CHAT.fullmatch(turn.question)]


def _resolved(question: str, history: Sequence[Turn]) -> _Resolved:
    before = plainly_asked(history[-1].answer.resolved_question or history[-1].question)
    if question.isascii() and (english := resolve_english(question, before, history)):
        return _Resolved(english)
    meant = _MENDED.sub("", plainly_asked(question))
    said = _LEADING.sub("", meant).strip()
    if _CONFIRMS.fullmatch(said):
        return _Resolved(before)
    if other := with_other_year(before, said):
        return _Resolved(other)
    stripped = _LEADING.sub("", in_same_year(meant, before)).strip()
    if (told := _told_at_once(stripped, before, history)) is not None:
        return _Resolved(told)
    if kind := POINTS_AT_ANSWER.match(stripped):
        return _Resolved(f"{subject_of(before)} {stripped[kind.end() :]}", own=True, carried=subject_of(before))
    attribute = _is_attribute(stripped, history[-1])
    if not attribute and (name := _only_name(stripped, question)) is not None:
        return _Resolved(_asked_of_another(name, before), own=not set(asks_of(before)) & _OF_ROWS)
    own = own_content(_YEAR_SAID.sub("", _ANY.sub("", without_steps(stripped))))
    if not attribute and _stands_alone(stripped, own):
        return _Resolved(in_same_document(stripped, question, before), own=True)
    subject = _subject_for(stripped, before)
    return _Resolved(f"{subject} {with_quality(stripped)}", *((True, subject) if len(own) >= NAMES and not attribute else ()))


def _told_at_once(stripped: str, before: str, history: Sequence[Turn]) -> str | None:
    """The former question with what `stripped` replaces in it, or `stripped` with what its words point to; None where it does neither."""
    if (told := of_same_document(stripped, before, history)) is not None:
        return told
    for fill_in in (with_other_kind, with_other_years, with_other_document, in_other_document):
        if (told := fill_in(before, stripped)) is not None:
            return told
    if (told := pointed_to(stripped, before, history)) is not None:
        return told
    if (actor := _ACTOR_TO_CONFIRM.fullmatch(stripped)) and (actor["does"] or DOERS & set(asks_of(before))):
        return f"{subject_of(before)} 由谁{actor['does']}？" if actor["does"] else before
    if part := _PART_IN_IT.match(stripped):
        return f"{subject_of(before)} {part[1]}单位是谁？"
    if (amount := _AMOUNT.fullmatch(stripped)) and set(asks_of(before)) & _OF_QUANTITY:
        return f"{subject_of(before)} {amount['name']}多少？"
    return None


def _subject_for(stripped: str, before: str) -> str:
    """What `before` was about, without the year and the plan that `stripped` says otherwise."""
    subject = subject_of(before)
    if set(asks_of(stripped)) & _OF_ROWS or ATTRIBUTE.fullmatch(AND_WHAT_OF.sub("", stripped).rstrip("？?")):
        subject = _FORMER_ATTRIBUTE.sub("", subject)
    if without_relative_years(stripped) != stripped or year_mentions(stripped):
        subject = without_relative_years(subject)
    if _IN_FACT.search(stripped):
        subject = re.sub(r"的?(?:目标|计划|任务)$", "", _OF_PLAN.sub("", subject))
    return subject


def _is_attribute(stripped: str, last: Turn) -> bool:
    """Whether all that `stripped` names is an attribute: a noun for one (期限呢), or a column of the table row just told of (用什么模式建设运营)."""
    plain = AND_WHAT_OF.sub("", stripped).rstrip("？?")
    if ATTRIBUTE.fullmatch(plain):
        return True
    own = _OF_COLUMN.sub("", own_content(plain))
    headings = (key for fact in last.answer.facts if fact.get("kind") == "scenario" for key in fact if not key.isascii())
    return len(own) >= NAMES and any(sum(character in heading for character in own) >= HEADING_SHARE * len(own) for heading in headings)


def _stands_alone(stripped: str, own: str) -> bool:
    if (
        _THEN.match(stripped)
        or _OF_THOSE.match(stripped)
        or is_weighed(stripped)
        or ATTRIBUTE.fullmatch(AND_WHAT_OF.sub("", stripped).rstrip("？?"))
    ):
        return False
    return (
        len(own) >= STANDS_ALONE
        or (own != "" and _DEFINITION.match(stripped) is not None)
        or (len(own) >= NAMES and bool(DOERS & set(asks_of(stripped))))
    )


def _only_name(stripped: str, question: str) -> str | None:
    """What `stripped` names, where it asks nothing of it itself: “清单之外无证明”呢, 还有网络安全？; not an attribute (周期呢)."""
    if not own_content(stripped) and not _QUALIFIED.match(stripped):
        return None
    name = AND_WHAT_OF.sub("", stripped)
    if name == stripped:
        name = stripped.rstrip("？?")
        if not _ALONE.match(stripped) and (stripped == question or stripped != name):
            return None
    if ATTRIBUTE.fullmatch(name) or INTERROGATIVE.search(name) or set(asks_of(_QUOTED.sub("", name))) - _OF_NAMES:
        return None
    return name


def _asked_of_another(name: str, before: str) -> str:
    """What `before` asked, asked of `name`; in the year that goes with the name where it has one, and of the same sort of thing (义务教育的呢)."""
    asked = asked_of(before, with_years=not year_mentions(name))
    if name.endswith("的"):
        kind = _KIND_OF_THING.search(subject_of(before)) if set(asks_of(before)) <= _OF_QUANTITY and len(name) <= SHORT else None
        name = f"{name.removesuffix('的')}{kind[0] if kind else ''}"
    return f"{name} {asked}".strip()
