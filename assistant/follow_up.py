"""A question that leans on the conversation before it, said so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.asks import asks_of
from assistant.draft import Source
from assistant.english_follow_up import resolve_english
from assistant.spoken_of import asked_of, listed_in, named_in, own_content, subject_of, unit_in, year_spans
from corpus.language.years import year_mentions
from corpus.model.span import Span

_LEADING = re.compile(
    r"^(?:(?:那么?|那就|然后|另外|还有|接着|再问一下|再请问|顺便问(?:一下|下)?|好的?|嗯|哦|对了|行|明白了?|知道了|谢谢)(?:呢|啊|吧)?[，,、。！!\s]*)+"
)
_NEW_SUBJECT = re.compile(r"换(?:一)?个(?:话题|问题)|(?:再|另外)问(?:一下|个)?别的|不说这个|说(?:点)?别的|换一个问")
_NEW_SUBJECT_WORDS = re.compile(rf"^[^，。]{{0,4}}(?:{_NEW_SUBJECT.pattern})(?:[^，。,：:！!]{{0,4}}[，。,：:！!])?\s*")
_PRONOUN = re.compile(
    r"它们俩?|它俩|它|(?:这|那|该)(?:个|项|份|些)?(?:任务|场景|项目|平台|系统|计划|规划|文件|指标|目标|工程|工作|答复|建议)(?!清单)|(?:上面|前面|刚才)(?:说的|提到的|那个|那项)?|其(?=[^他中它余实])|这(?:个|项|份|件事)(?!月)"
)
_BOTH = re.compile(
    r"它们?俩|(?:这|那)(?:两|俩)(?:个|项|家|份|者)?(?:场景|项目|平台|系统|任务|工程|指标)?(?![\u4e00-\u9fff]?年)|(?:两|二)者|两个(?=都|的|是|一)"
)
"""The subjects of the two turns before."""
_UNIT_PRONOUN = re.compile(
    r"(?:这|那|该)(?:个|家)?(?:部门|单位|局|委|公司|企业|机构|集团|中心)|他们(?!俩)|它(?=(?:还|另外|又|也)*(?:负责|牵头|承担|主管|建设?了?[什哪几]))"
)
"""The body that the answer before named."""
_DOCUMENT_PRONOUN = re.compile(
    r"(?:这|那|该|上述|同一)(?:个|项|份|部|些)?(?P<noun>条例|办法|规定|计划|规划|方案|文件|通知|答复|报告|意见|措施|政策|公告)(?!清单)"
)
"""The document that the answer before quoted."""
_SAME_YEAR = re.compile(r"同(?:一)?年|(?:这|那|该)(?:一)?年(?!级)|当年|同期|(?:到)?那(?:个)?时候?")
_SEVERAL_YEARS = re.compile(r"^到?(?:(?:19|20)\d\d年?底?[、,，和与及跟])+(?:19|20)\d\d年?底?(?:各|分别|又|的话)*(?:是?多少)?呢?[？?]?$")
_NEXT_YEARS = re.compile(r"^(?:最?后|后面|其余|另外|接下来|之后)的?(?P<many>[两二三])年(?:各|分别|又|的话)*(?:是?多少)?呢?[？?]?$")
"""More than one other year: 后两年呢？"""
_GOES_ON = re.compile(r"^(?:还有|另外|此外|除此之外|同时|里面|其中)|^[^，。？]{1,8}方面")
_IN_DOCUMENT = re.compile(
    r"(?:^|[，,在从按看据问]|关于)(?P<name>[^，。？、的在从按]{1,12}?(?:计划|规划|方案|答复|条例|办法|报告))(?=里|中(?!心)|到?(?:19|20)\d\d)"
)
"""The document that the former question was asked of, for one that goes on: 还有呢，社区里推广什么？"""
_ORDINAL_YEAR = re.compile(r"最后一年|第[一二三四五]年|头一年|末年|首年")
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
_STEP = re.compile(r"(?P<after>下一年|次年|(?:再|又)?过一年|(?:再)?往后一年|(?<!最)后一年|来年|(?<!的)第二年)|(?P<before>上一年|前一年)")
"""A year told by the one spoken of before."""
_PART_IN_IT = re.compile(
    r"(参与|配合|协助|牵头|承建|建设|责任)(?:的|单位|部门|方)*(?:呢|(?:又|都|还)?(?:有|是)(?:哪些|哪几[个家]|谁)(?:单位|部门)?)[？?]?$"
)
"""Who has another part in what was asked about: 参与的呢？"""
_NTH = re.compile(r"(?:第\s*(?:\d{1,2}|[一二三四五六七八九十]+)|最后一|头一)\s*(?:个|项|条)(?![\u4e00-\u9fff]{0,6}(?:清单|计划|规划))")
_NAMES_IT = re.compile(r"(?:具体|又|都)*(?:叫|是(?:什么|啥|哪)|名)")
_DEFINITION = re.compile(r"(?:什么|啥)(?:是|叫)|何为|何谓")
_AND_WHAT_OF = re.compile(r"(?:那块|那边|方面|这块|那个|的话)?(?:呢|怎么样|又如何)[？?]?$")
_QUOTED = re.compile(r"[“「『][^”」』]+[”」』]|《[^《》]+》")
_INTERROGATIVE = re.compile(r"什么|啥|哪|谁|几|多少|怎|何|多[大高长远久快]|吗|是不是|能不能")
_THEN = re.compile(r"^[^，。？]{1,5}(?:以后|之后|后|完)(?=[报由要还多需])")
"""What follows upon what was asked about: 编好以后报谁批准？"""
_IN_FACT = re.compile(r"实际|真正|最终|落地时|兑现")
"""Asks what came of what a plan said."""
_OF_PLAN = re.compile(r"^[^，。]{0,12}?(?:方案|计划|规划)[里中]?(?:[给对为][^，。]*?(?=[\u4e00-\u9fff])|[，,])")
"""The plan that a subject was spoken of in: 行动方案给智算中心定的规模."""


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


def context_of(question: str, history: Sequence[Turn]) -> Context:
    """The context that `question` is asked in; none for a first question, or one that says it changes the subject."""
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
    """`question` with what it leaves out filled in from the last turn of `history`; unchanged when it stands alone."""
    if not history:
        return question
    if _NEW_SUBJECT.search(question):
        return _NEW_SUBJECT_WORDS.sub("", question).strip() or question
    return _resolved(question, history).text


def _resolved(question: str, history: Sequence[Turn]) -> _Resolved:
    before = history[-1].answer.resolved_question or history[-1].question
    if question.isascii() and (english := resolve_english(question, before, history)):
        return _Resolved(english)
    stripped = _LEADING.sub("", _in_same_year(question, before)).strip()
    if (named := _with_names(stripped, before, history)) is not None:
        return _Resolved(named)
    own = own_content(_STEP.sub("", stripped))
    if (replaced := _with_other_kind(before, stripped)) is not None:
        return _Resolved(replaced)
    if several := _with_other_years(before, stripped):
        return _Resolved(several)
    if part := _PART_IN_IT.match(stripped):
        return _Resolved(f"{subject_of(before)} {part[1]}单位是谁？")
    if own and _AND_WHAT_OF.search(stripped) and _names_only(_AND_WHAT_OF.sub("", stripped)):
        another_duty = bool(_ACTOR & set(asks_of(before)))
        return _Resolved(f"{_AND_WHAT_OF.sub('', stripped)} {asked_of(before)}".strip(), own=not another_duty)
    if _stands_alone(stripped, own):
        return _Resolved(_in_same_document(stripped, question, before), own=True)
    if not own and not asks_of(stripped) and not _INTERROGATIVE.search(stripped) and (other := _with_other_year(before, stripped)):
        return _Resolved(other)
    subject = subject_of(before)
    if _IN_FACT.search(stripped):
        subject = _OF_PLAN.sub("", subject)
    return _Resolved(f"{subject} {stripped}", *((True, subject) if len(own) >= NAMES else ()))


def _stands_alone(stripped: str, own: str) -> bool:
    if _THEN.match(stripped):
        return False
    return (
        len(own) >= STANDS_ALONE
        or (own != "" and _DEFINITION.match(stripped) is not None)
        or (len(own) >= NAMES and bool(_ACTOR & set(asks_of(stripped))))
    )


def _names_only(text: str) -> bool:
    """Whether `text` asks nothing itself: a name that is (“清单之外无证明”呢), not an attribute (周期呢)."""
    return not _INTERROGATIVE.search(text) and not set(asks_of(_QUOTED.sub("", text))) - {"list", "count", "figure", "policy"}


def _with_other_kind(before: str, text: str) -> str | None:
    """The former question with its level, size or age replaced by the one that `text` begins with: 那市级的呢？"""
    for kind in _SAME_KIND:
        if (new := kind.match(text)) and (old := kind.search(before)) and not own_content(text[new.end() :]):
            return before[: old.start()] + new[0] + before[old.end() :]
    return None


def _with_names(text: str, before: str, history: Sequence[Turn]) -> str | None:
    """`text` with its pronoun or number replaced by what it stands for; None where it has none, or names its own subject as well."""
    last = history[-1].answer
    if _BOTH.search(text) and len(history) > 1:
        earlier = subject_of(history[-2].answer.resolved_question or history[-2].question)
        return _BOTH.sub(lambda _: f"{earlier}和{subject_of(before)} ", text, count=1)
    if _UNIT_PRONOUN.match(text) and _ACTOR & set(asks_of(before)) and (unit := unit_in(last.text)):
        return _UNIT_PRONOUN.sub(lambda _: unit, text, count=1)
    if (of_document := _DOCUMENT_PRONOUN.match(text)) and last.citations:
        title = last.citations[0].document_title
        if of_document["noun"] in title or (of_document["noun"] in ("文件", "政策") and len(title) >= STANDS_ALONE):
            return _DOCUMENT_PRONOUN.sub(lambda _: f"《{title}》", text, count=1)
    if (pronoun := _PRONOUN.search(text)) and (not pronoun.start() or len(own_content(_PRONOUN.sub(" ", text))) < STANDS_ALONE):
        return _PRONOUN.sub(lambda _: f"{named_in(subject_of(before))} ", text, count=1)
    if nth := _NTH.match(text):
        item = listed_in(last.text, nth[0]) if not _NAMES_IT.match(text, nth.end()) else None
        return f"{subject_of(before)} {item or nth[0]}{text[nth.end() :]}"
    return None


def _in_same_year(text: str, before: str) -> str:
    """`text` with 同一年 and the like as the year that `before` names."""
    years = year_mentions(before)
    if not years or year_mentions(text):
        return text
    return _SAME_YEAR.sub(lambda _: f"{years[-1].last}年", text, count=1)


def _with_other_year(before: str, text: str) -> str | None:
    """The former question with its year replaced: 那2026年呢？"""
    mentions = year_mentions(text)
    stepped = step_year(text, [mention.last for mention in year_mentions(before)])
    if stepped is not None:
        text = f"{stepped}年"
        mentions = year_mentions(text)
    new = text[mentions[0].start : mentions[0].end] if mentions else (found[0] if (found := _ORDINAL_YEAR.search(text)) else None)
    if new is None:
        return None
    old = year_spans(before)
    if not old:
        ordinal = _ORDINAL_YEAR.search(before)
        return before[: ordinal.start()] + new + before[ordinal.end() :] if ordinal else f"{new}，{before}"
    plain = before
    for start, end in reversed(old[1:]):
        plain = plain[:start] + plain[end:]
    return plain[: old[0][0]] + new + plain[old[0][1] :]


def _with_other_years(before: str, text: str) -> str | None:
    """The former question with its year replaced by several: 2025、2026年呢？"""
    old = year_spans(before)
    if not old:
        return None
    years = re.findall(r"(?:19|20)\d\d", text) if _SEVERAL_YEARS.match(text) else []
    if following := _NEXT_YEARS.match(text):
        last = max(mention.last for mention in year_mentions(before))
        years = [str(last + step) for step in range(1, 1 + (3 if following["many"] == "三" else 2))]
    said = "和".join(f"{year}年" for year in years)
    return before[: old[0][0]] + said + before[old[0][1] :] if said else None


def _in_same_document(text: str, question: str, before: str) -> str:
    """`text` with the document that the question before it was asked of, where `question` goes on and names none."""
    named = _IN_DOCUMENT.search(before)
    return f"{named['name']}里，{text}" if named and _GOES_ON.match(question) and not _IN_DOCUMENT.search(text) else text


def step_year(text: str, years: Sequence[int]) -> int | None:
    """The year that 下一年 or 前一年 in `text` means after `years`; None where it names none."""
    match = _STEP.search(text)
    return years[-1] + (1 if match["after"] else -1) if match and years else None
