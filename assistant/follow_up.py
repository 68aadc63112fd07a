"""A question that leans on the conversation before it, said so that it stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.asks import asked_words, asks_of, content_of, without_asks
from corpus.language.years import year_mentions

_LEADING = re.compile(r"^(?:(?:那么?|那就|然后|另外|还有|接着|再问一下|好的?|嗯|对了|行|明白了?|知道了|谢谢)(?:呢|啊|吧)?[，,、。！!\s]*)+")
_NEW_SUBJECT = re.compile(r"换(?:一)?个(?:话题|问题)|(?:再|另外)问(?:一下|个)?别的|不说这个|说(?:点)?别的|换一个问")
_NEW_SUBJECT_WORDS = re.compile(rf"^[^，。]{{0,4}}(?:{_NEW_SUBJECT.pattern})(?:[^，。,：:！!]{{0,4}}[，。,：:！!])?\s*")
_PRONOUN = re.compile(
    r"它们俩?|它俩|它|(?:这|那|该)(?:个|项|份|些)?(?:任务|场景|项目|平台|系统|计划|规划|文件|指标|目标|工程|工作|答复|建议)(?!清单)|(?:上面|前面|刚才)(?:说的|提到的|那个|那项)?|其(?=[^他中它余实])|这(?:个|项|份|件事)(?!月)"
)
_GENERIC = re.compile(
    r"行动计划|计划|规划|方案|清单|目标|时候|方面|场景|项目|平台|系统|示范|建设|建成|建到|建完|做完|弄完|完工|开工|启动|上线|投用|投运|投产|运营|运行|通车|达到|打造成?|完成|要求|数量|指标|具体|主要|后面|其中|里面?|全市|市里|"
    r"到|要|是|在|的|给我?|一下|请|呢|吗|么|成|做|有|为|底|末|年|把|和|与|也|都|又|再|还|说|讲|看"
)
_ORDINAL_YEAR = re.compile(r"最后一年|第[一二三四五]年|末年|首年")
_LEVEL = re.compile(r"(?:国家|省|市|区|县)级")
_STEP = re.compile(r"(?P<after>下一年|次年|(?:再|又)?过一年|(?:再)?往后一年|(?<!最)后一年|来年)|(?P<before>上一年|前一年)")
"""A year told by the one spoken of before."""
_PART_IN_IT = re.compile(r"(参与|配合|协助|牵头|承建|建设|责任)(?:的|单位|部门|方)*呢[？?]?$")
"""Who has another part in what was asked about: 参与的呢？"""
_NTH = re.compile(r"(?:第\s*(?:\d{1,2}|[一二三四五六七八九十]+)|最后一|头一)\s*(?:个|项|条)(?![\u4e00-\u9fff]{0,6}(?:清单|计划|规划))")
_DEFINITION = re.compile(r"(?:什么|啥)(?:是|叫)|何为|何谓")


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation was about before the question: the text of the last turn, and the ids of the documents that it cited."""

    text: str = ""
    documents: tuple[str, ...] = ()


STANDS_ALONE, NAMES = 4, 2
"""Characters of content, generic words aside, from which a question is taken to name its own subject; and from which one does that asks for
an actor: a figure asked for with a noun (做成了多少交易额) is one more of the former subject."""
_ACTOR = frozenset({"owner", "lead", "builder", "participant"})


def context_of(question: str, history: Sequence[Turn]) -> Context:
    """The context that `question` is asked in; none for a first question, or one that says it changes the subject."""
    if not history or _NEW_SUBJECT.search(question):
        return Context()
    last = history[-1]
    cited = tuple(dict.fromkeys(citation.document_id for citation in last.answer.citations)) if last.answer.status == "answered" else ()
    return Context(last.answer.resolved_question or last.question, cited)


def resolve_follow_up(question: str, history: Sequence[Turn]) -> str:
    """`question` with what it leaves out filled in from the last turn of `history`; unchanged when it stands alone."""
    if not history:
        return question
    if _NEW_SUBJECT.search(question):
        return _NEW_SUBJECT_WORDS.sub("", question).strip() or question
    before = history[-1].answer.resolved_question or history[-1].question
    stripped = _LEADING.sub("", question).strip()
    if _PRONOUN.search(stripped) and len(own_content(_PRONOUN.sub(" ", stripped))) < STANDS_ALONE:
        return _PRONOUN.sub(lambda _: f"{_subject(before)} ", stripped, count=1)
    if _NTH.match(stripped):
        return f"{_subject(before)} {stripped}"
    own = own_content(_STEP.sub("", stripped))
    if (level := _LEVEL.match(stripped)) and (former := _LEVEL.search(before)):
        return before.replace(former[0], level[0], 1)
    if part := _PART_IN_IT.match(stripped):
        return f"{_subject(before)} {part[1]}单位是谁？"
    if own and not asks_of(stripped) and re.search(r"(?:呢|吗|怎么样)[？?]?$", stripped) and asks_of(before):
        return f"{_bare(stripped)} {asked_words(before)}"
    if len(own) >= STANDS_ALONE or (own and _DEFINITION.match(stripped)) or (len(own) >= NAMES and _ACTOR & set(asks_of(stripped))):
        return stripped
    if not own and not asks_of(stripped):
        return _with_other_year(before, stripped) or f"{_subject(before)} {stripped}"
    return f"{_subject(before)} {stripped}"


def _bare(text: str) -> str:
    """The new subject of 那…呢？"""
    return re.sub(r"(?:那块|那边|方面|这块|那个|的话)?(?:呢|吗|怎么样)[？?]?$", "", text)


def own_content(text: str) -> str:
    """What `text` names itself: without years, words that ask, and words that fit any plan."""
    plain = text
    for mention in reversed(year_mentions(text)):
        plain = plain[: mention.start] + " " + plain[mention.end :]
    plain = _ORDINAL_YEAR.sub(" ", plain)
    content = without_asks(plain)
    return re.sub(r"[\s，。？！、,.?!：:]", "", _GENERIC.sub("", content))


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
    old = year_mentions(before)
    if not old:
        ordinal = _ORDINAL_YEAR.search(before)
        return before[: ordinal.start()] + new + before[ordinal.end() :] if ordinal else f"{new}，{before}"
    plain = before
    for mention in reversed(old[1:]):
        plain = plain[: mention.start] + plain[mention.end :]
    return plain[: old[0].start] + new + plain[old[0].end :]


def step_year(text: str, years: Sequence[int]) -> int | None:
    """The year that 下一年 or 前一年 in `text` means after `years`; None where it names none."""
    match = _STEP.search(text)
    return years[-1] + (1 if match["after"] else -1) if match and years else None


def _subject(before: str) -> str:
    """What the former question was about: without its years and without what it asked."""
    plain = before
    for mention in reversed(year_mentions(before)):
        plain = plain[: mention.start] + plain[mention.end :]
    subject = without_asks(_ORDINAL_YEAR.sub("", plain))
    return re.sub(r"[？?。！!\s，]+$", "", content_of(subject)).strip()
