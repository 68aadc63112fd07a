"""What the words of a follow-up point to that only point: 它, 这个场景, 前者, 它俩, 第27个呢, 这个部门, 该条例."""

import re
from collections.abc import Sequence

from assistant.answer import Answer, Turn
from assistant.conversation.spoken_of import asked_of, listed_in, named_in, own_content, set_beside, subject_of, unit_in
from assistant.understanding.asks import DOERS, asks_of

_THING = r"(?:任务|场景|项目|平台|系统|计划|规划|文件|指标|目标|工程|工作|答复|建议)"
_PRONOUN = re.compile(
    rf"它们俩?|它俩|它|(?<![的儿])(?:这|那|该)(?:个|项|份|些)?{_THING}(?!清单)|"
    rf"(?:上面|前面|刚才|刚刚|先前)(?:(?:说|提|问|讲|查)(?:到|过)?的)?(?:(?:那|这)(?:个|项|份)?)?{_THING}?|其(?=[^他中它余实])|(?:由此|因此|借此)(?:带来|产生|形成|实现|创造|拉动)了?的?|这(?:个|项|份|件事)(?!月)"
)
_MEASURED = re.compile(r"(?<=[\u4e00-\u9fff]{2})的?(?:[全总]长度?|长度|总?面积|总?投资额?|造价|总?规模|跨度|高度)$")
"""What was measured of a thing: 滨海高速全长."""
_ROW = re.compile(r"场景|项目|任务|平台|系统|工程")
_MARKED = re.compile(r"[“「『《]")
_PUNISHED = re.compile(r"罚|处理|处分|追责|(?:法律)?责任|后果")
"""Asks what follows upon a conduct: another conduct of the same one is a matter of its own."""
_FRAME = re.compile(r"^(?:(?:项目|场景)?(?:表|清单|附表|文件|计划|规划)(?:里|中|上)?)?(?:推荐|建议|要求|规定|写|说|给|对|把|让|按|的|是)*$")
"""What names no thing of its own before a pronoun: 表里推荐这个项目按什么模式建."""
_BOTH = re.compile(
    rf"它们?俩|(?:这|那)(?:两|俩)(?:个|项|家|份|者)?{_THING}?(?![\u4e00-\u9fff]?年)|(?:两|二)者|两个(?=都|的|是|一|各|分别)|(?:这|那)俩"
)
_PEOPLE = re.compile(r"[他她]们(?!俩)|这(?:些|批|帮|群)人(?!才)")
_PERSON = re.compile(r"[员师工者民户生]|人(?!次|口)|企业|代表|商家|老人|家庭")
_BY_THE_SAME = re.compile(
    r"(?:是不?是?|由)+(?:同|一)一?(?:个|家)(?:单位|部门|公司|局)?(?:来|在)?(?P<does>建设?|负责|牵头|管|承建)的?(?:吗|么)?"
)
"""Whether one body does both is told by who does each."""
_FORMER = re.compile(
    r"(?:回到|还是|再说|再看|那|就|这)*(?:前者|前(?:面)?(?:一|那)?(?:个|项|家|条|件)|上(?:面那?|一)个|(?<!到)[头前]一个|(?:第|头)一个)(?:场景|项目|任务)?(?:的话)?[，,]?"
)
_FIRST = re.compile(
    r"(?:回到|还是|再说|再看|那|就|这)*(?:最(?:开始|初|早|先)|一(?:开始|上来))(?:问|说|提|讲|查)?(?:到)?的?(?:那|这)?(?:个|项)?(?:场景|项目|任务)?(?:的话)?[，,]?"
)
_LATTER = re.compile(
    r"(?:那|就|这)*(?:后者|后(?:面)?(?:一|这|那)?(?:个|项|家|条|件)|第二个|最后(?:问|说|提)?的?那个)(?:场景|项目|任务)?(?:的话)?[，,]?"
)
"""One of those spoken of, by its place."""
_UNIT = re.compile(
    r"(?:这|那|该)(?:个|家)?(?:部门|单位|局|委|公司|企业|机构|集团|中心)|他们家?(?!俩)|[它他]家|人家(?!庭)|它(?=(?:还|另外|又|也)*(?:负责|牵头|承担|主管|建设?了?[什哪几]))"
)
"""The body that the answer before named."""
_DOCUMENT = re.compile(
    r"(?:这|那|该|上述|同一)(?:个|项|份|部|些)?(?P<noun>条例|办法|规定|计划|规划|方案|文件|通知|答复|报告|意见|措施|政策|公告)(?!清单)"
)
"""The document that the answer before quoted."""
_DOCUMENT_SPOKEN_OF = re.compile(
    r"(?:(?:这|那|该|上述)(?:一)?(?:份|部)|该)(?P<noun>条例|办法|规定|计划|规划|方案|通知|答复|报告|意见|措施|公告)(?!清单)"
)
"""A document that only the conversation can tell."""
POINTS_AT_ANSWER = re.compile(r"^(?:那|对)?(?:这一?|那一|此)[类种](?![\u4e00-\u9fff]{0,6}(?:场景|项目|企业))")
"""这一类: what the answer before told."""
_SIGNS = "一二三四五六七八九十"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NTH = re.compile(
    rf"(?:第\s*{_NUMBER}(?!\d)|最后一|头一)\s*(?:个|项|条|件|号)?(?:项目|场景|任务|指标|实事)?(?![\u4e00-\u9fff]{{0,6}}(?:清单|计划|规划)|[年期季级批步代])"
)
_NUMBERED = re.compile(rf"第\s*(?P<number>{_NUMBER})\s*(?P<measure>个|项|条|件|号)")
_NEXT_OR_LAST = re.compile(
    r"(?:那|再|再往)*(?P<next>下一?(?:个|项|条|件)|后一(?:个|项|条|件))|(?:那|再|再往)*(?:上一?(?:个|项|条|件)|前一(?:个|项|条|件))"
)
_NAMES_IT = re.compile(r"(?:具体|又|都)*(?:叫|是(?:什么|啥|哪)|名)")
_EMPTY = re.compile(r"(?:的|那块|的话|又|也)*(?:呢|怎么样|又如何|啊|捏)?[？?。]*")
_OWN = 4
"""Characters of content, generic words aside, from which a question names its own subject beside a pronoun within it."""


def pointed_to(text: str, before: str, history: Sequence[Turn]) -> str | None:
    """`text` with the word that points replaced by what it stands for; None where it has none, or names its own subject as well."""
    return _numbered(text, before, history) or _placed(text, before, history) or _pronoun(text, before, history)


def with_document_spoken_of(text: str, history: Sequence[Turn]) -> str:
    """`text` with the title of the document that the conversation last quoted for 那份答复, where it quoted one of that kind."""
    pointing = _DOCUMENT_SPOKEN_OF.search(text)
    if pointing is None:
        return text
    titles = (cited.document_title for turn in reversed(history) for cited in turn.answer.citations)
    title = next((title for title in titles if pointing["noun"] in title), None)
    return f"{text[: pointing.start()]}《{title}》{text[pointing.end() :]}" if title else text


def _pronoun(text: str, before: str, history: Sequence[Turn]) -> str | None:
    last = history[-1].answer
    if _BOTH.search(text) and len(two := _spoken_of(history)[-2:]) == 2:
        return _BOTH.sub(lambda _: f"{two[0]}和{two[1]} ", _BY_THE_SAME.sub(lambda one: f"分别由谁{one['does']}", text), count=1)
    if _UNIT.match(text) and DOERS & set(asks_of(before)) and (unit := unit_in(last.text)):
        return _UNIT.sub(lambda _: unit, text, count=1)
    if (of_document := _DOCUMENT.match(text)) and last.citations:
        title = last.citations[0].document_title
        if of_document["noun"] in title or (of_document["noun"] in ("文件", "政策") and len(title) >= _OWN):
            return _DOCUMENT.sub(lambda _: f"《{title}》", text, count=1)
    if people := _PEOPLE.match(text):
        subjects = [subject_of(turn.answer.resolved_question or turn.question) for turn in reversed(history)]
        meant = next((subject for subject in subjects if _PERSON.search(subject)), subjects[0])
        return _joined(meant, text[people.end() :])
    if (pronoun := _PRONOUN.search(text)) and (
        not _FRAME.sub("", text[: pronoun.start()]) or len(own_content(_PRONOUN.sub(" ", text))) < _OWN
    ):
        rest = text[pronoun.end() :]
        if pronoun.start() == 0 and _PUNISHED.search(rest) and _PUNISHED.search(before) and len(own_content(rest)) >= _OWN:
            return rest
        frame = _FRAME.sub("", text[: pronoun.start()])
        return _joined(frame + _meant_by(pronoun[0], subject_of(before), last), rest)
    return None


def _meant_by(pronoun: str, subject: str, last: Answer) -> str:
    """What `pronoun` stands for: the row that the answer before told of, where that is one and it says so (这个项目) or nothing is named in marks."""
    named = named_in(subject)
    rows = {str(fact["name"]) for fact in last.facts if fact.get("kind") == "scenario" and fact.get("name")}
    of_row = _ROW.search(pronoun) or (pronoun == "它" and not _MARKED.search(subject))
    if len(rows) == 1 and of_row and not any(row in subject for row in rows):
        return f"“{next(iter(rows)).strip('“”')}”"
    return _MEASURED.sub("", named) if pronoun == "它" else named


def _placed(text: str, before: str, history: Sequence[Turn]) -> str | None:
    """前者, 后一个, 最开始那个: one of the things spoken of, asked what `text` asks, or else what was asked before."""
    for words, place in ((_FIRST, 0), (_LATTER, -1), (_FORMER, -2)):
        if match := words.match(text):
            spoken_of = _spoken_of(history)
            if len(spoken_of) < 2:
                return None
            rest = text[match.end() :]
            return _joined(spoken_of[place], asked_of(before) if _EMPTY.fullmatch(rest) else rest)
    return None


def _numbered(text: str, before: str, history: Sequence[Turn]) -> str | None:
    """第27个呢, 下一个呢: another one of the table that was counted in, or one of the list that was answered."""
    counted = next((said for turn in reversed(history) if _NUMBERED.search(said := turn.answer.resolved_question or turn.question)), None)
    if nth := _NTH.match(text):
        rest, last = text[nth.end() :], history[-1].answer
        if counted is not None and (asked := _NUMBERED.match(text)):
            return _counted(counted, asked["number"], rest, before)
        item = listed_in(last.text, nth[0]) if not _NAMES_IT.match(rest) else None
        if (item is None and _FORMER.match(text)) or (_LATTER.match(text) and item is None and len(_spoken_of(history)) > 1):
            return None
        return f"{subject_of(before)} {item or nth[0]}{rest}"
    if counted is not None and (step := _NEXT_OR_LAST.match(text)):
        former = _NUMBERED.search(counted)
        number = _value(former["number"]) + (1 if step["next"] else -1) if former else 0
        return _counted(counted, str(number), text[step.end() :], before) if number > 0 else None
    return None


def _counted(counted: str, number: str, rest: str, before: str) -> str:
    """The question `counted` with another number, asked what `rest` asks; or what was asked last where that asks nothing."""
    other = _NUMBERED.sub(lambda former: f"第{number}{former['measure']}", counted, count=1)
    rest = re.sub(r"^(?:呢|的话)?[，,]?", "", rest)
    if not _EMPTY.fullmatch(rest):
        return _joined(subject_of(other), rest)
    return other if before == counted else f"{subject_of(other)} {asked_of(before)}"


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    tens, ten, units = number.rpartition("十")
    return (10 * (_SIGNS.index(tens) + 1 if tens else 1) if ten else 0) + (_SIGNS.index(units) + 1 if units else 0)


def _spoken_of(history: Sequence[Turn]) -> list[str]:
    """The things that the conversation named, in the order in which it came to them."""
    found: list[str] = []
    for turn in history:
        said = turn.answer.resolved_question or turn.question
        for thing in set_beside(said) or (subject_of(said),):
            if thing and not any(thing in other or other in thing for other in found):
                found.append(thing)
    return found


def _joined(subject: str, rest: str) -> str:
    return f"{subject}{rest}" if rest.startswith("的") else f"{subject} {rest}"
