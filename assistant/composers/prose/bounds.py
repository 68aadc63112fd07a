"""What counts as something, where a document says what that is: 什么样的树算古树, 怎么界定公共数据, 气象灾害涵盖哪些."""

import re
from collections.abc import Sequence

from assistant.composers.prose.definitions import BEFORE_NAME, Definition, sentences_with
from assistant.evidence import Evidence
from corpus.language.sentences import segments_of
from corpus.language.terms import normalize
from corpus.model.span import Span

_COUNTS_AS = re.compile(
    r"(?:什么|啥|哪|怎|多少|几|何种|满足|符合|具备)[^，。？]{0,16}?(?:算(?!法|力|[清账盘])(?:得上|作|是)*|属于|称(?:为|作|得上)|叫做?|认定(?:为|成|是)|认作|视为)(?:所?谓的?)?[“\"「『]?(?P<name>[\u4e00-\u9fffA-Za-z0-9+]{2,16}?)[”\"」』]?(?=[？?，。（(]|$)|"
    r"(?:怎么|如何|怎样)(?:界定|定义|认定)(?P<defined>[\u4e00-\u9fff]{2,12}?)的?(?=[？?，。]|$)|"
    r"(?P<bounds>[\u4e00-\u9fffA-Za-z0-9+]{2,20}?)[”\"」』]?(?:这个?(?:词|概念|说法))?的?(?:(?<=数据)是(?:什么|啥)(?=[？?，。]|$)|(?:界定|认定)(?:标准|范围)?(?:是|为|有)|(?:范围)?(?:都|具体|主要)?涵盖(?:了)?(?:哪|什么|啥)|(?:是)?(?:怎么|如何|怎样)(?:界定|认定)(?=的?[？?，。]|$))"
)
"""Asks what counts as something, and so what that is: 什么样的树算古树, 怎么界定公共数据."""
_SAYS_PLAINLY = r",?(?:是指|系指|指的是)"
"""Says what a name is, in normalized text."""


def counted_as(text: str) -> Sequence[str]:
    """What `text` asks for the bounds of (什么样的树算古树: 古树), each ending of the words before; nothing where it asks something else."""
    asked = _COUNTS_AS.search(text)
    if asked is None:
        return ()
    if asked["bounds"]:
        return [asked["bounds"][start:] for start in range(len(asked["bounds"]) - 1)]
    return (asked["name"] or asked["defined"],)


def find_bounds(evidence: Evidence) -> Definition | None:
    """The place that says in so many words (是指) what that is of which the question asks what counts as it."""
    names = counted_as(evidence.question.text)
    sentences = list(sentences_with(evidence, names[0])) if names else []
    named = evidence.question.documents.strongest
    for name in names:
        printed = re.compile(rf"{BEFORE_NAME}(?P<more>[\u4e00-\u9fff]{{0,4}}?){re.escape(normalize(name))}[”』」\"]?{_SAYS_PLAINLY}")
        found = [Definition(name, one.document, span) for one in sentences if (span := _bounding(evidence, one, printed))]
        best = next((one for one in found if one.document.id == named), None) or next(iter(found), None)
        if best:
            return best
    return None


def _bounding(evidence: Evidence, one: Definition, printed: re.Pattern[str]) -> Span | None:
    """The segment of the sentence that says what the name is; a word before it (电梯使用单位) must be one of the question."""
    text = one.document.text
    for segment in segments_of(text, one.span):
        match = printed.search(normalize(segment.of(text)))
        if match and match["more"] in evidence.question.text:
            return segment
    return None
