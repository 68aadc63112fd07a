"""A follow-up that goes to another document with the former question, or stays in the one spoken of with another: 渔业那份呢？ 文号呢？"""

import re
from collections.abc import Sequence

from assistant.answer import Turn
from assistant.conversation.spoken_of import AND_WHAT_OF, INTERROGATIVE, NAMES, asked_of, own_content
from assistant.understanding.asks import asks_of

_GOES_ON = re.compile(r"^(?:还有|另外|此外|除此之外|同时|里面|其中)|^[^，。？]{1,8}方面")
_IN_DOCUMENT = re.compile(
    r"(?:^|[，,在从按看据问]|关于)(?P<name>[^，。？、的在从按]{1,12}?(?:计划|规划|方案|答复|条例|办法|报告))(?=里|中(?!心)|到?(?:19|20)\d\d)"
)
"""The document that the former question was asked of, for one that goes on: 还有呢，社区里推广什么？"""
_OTHER_DOCUMENT = re.compile(
    r"^(?:换(?:成|到)?|按|看|在)?(?P<name>[^，。？“”「」]{2,12}?)(?:的)?(?:(?:那|这)(?:一)?(?:份|个|部|张))?(?P<noun>清单|附表|表|(?:行动)?计划|规划|方案|答复|条例|办法|报告)(?:里|中|上|里面|那边)?"
    r"(?:呢|(?:又|也)?(?:是)?(?:怎么|咋)(?:写|说|定)的?|(?:又|也)?(?:写|说|定|讲)的(?:又)?是?(?:谁|什么|多少|啥|哪些|哪个))?[？?]?$"
)
"""Another document, to be asked the same thing of: 渔业那份清单里写的是谁？"""
_OF_DOCUMENT_BEFORE = re.compile(r"^[^，。？]{2,14}?(?:清单|附表|表|计划|规划|方案|答复|条例|办法|报告)(?:里面?|中|上)?的?[，,]?")
_DOCUMENT_NOUN = re.compile(r"(?:行动|工作|实施|总体|发展)?(?:计划|规划|方案)|条例|办法|规定|答复|工作报告|通知|意见|若干(?:政策)?措施")
_THAT_ONE = re.compile(r"(?:的)?(?:那|这)(?:一)?(?:份|个|部|本)|的(?=[呢？?又也是由谁哪]|$)")
_THAT_DOCUMENT = re.compile(rf"(?:那|这)(?:一)?(?:份|个|部)(?P<noun>{_DOCUMENT_NOUN.pattern})(?:呢|的呢)?[？?]?")
"""Another one told by its kind: 那份答复呢？"""
_PUBLISHED = re.compile(r"印发|发布|公布|出台|下发|答复|签发|施行|生效|通过|批准")
OF_DOCUMENT = frozenset({"issuer", "signatory", "document_number", "date", "effective", "contact", "validity", "addressee"})
"""What is asked of documents as a whole."""


def with_other_document(before: str, text: str) -> str | None:
    """What was asked of one document, asked of another that is told by its field alone: 渔业那份呢，那港口的？"""
    noun = _DOCUMENT_NOUN.search(before)
    if noun is None or not set(asks_of(before)) & OF_DOCUMENT:
        return None
    if other := _THAT_DOCUMENT.fullmatch(text):
        return f"{other['noun']} {asked_of(before)}"
    if _DOCUMENT_NOUN.search(text) or re.search(r"\d号", text):
        return None
    asks = set(asks_of(text))
    if asks - OF_DOCUMENT - {"list", "owner"} or (asks and not asks & OF_DOCUMENT):
        return None
    one = _THAT_ONE.search(text)
    if asks and one and one[0].endswith("的") and not asks & set(asks_of(before)):
        return None
    name = text[: one.start()] if one else AND_WHAT_OF.sub("", text)
    if len(own_content(name)) < NAMES or INTERROGATIVE.search(name):
        return None
    return f"{name}{noun[0]} {asked_of(text if asks & OF_DOCUMENT else before)}"


def in_other_document(before: str, text: str) -> str | None:
    """The former question asked of what another document says: 那渔业清单里呢？"""
    other, former = _OTHER_DOCUMENT.match(text), _OF_DOCUMENT_BEFORE.match(before)
    if other is None or former is None or set(asks_of(before)) & OF_DOCUMENT or len(own_content(before[former.end() :])) < NAMES:
        return None
    return f"{other['name']}{other['noun']}里，{before[former.end() :]}"


def in_same_document(text: str, question: str, before: str) -> str:
    """`text` with the document that the question before it was asked of, where `question` goes on and names none."""
    named = _IN_DOCUMENT.search(before)
    return f"{named['name']}里，{text}" if named and _GOES_ON.match(question) and not _IN_DOCUMENT.search(text) else text


def of_same_document(text: str, before: str, history: Sequence[Turn]) -> str | None:
    """What is asked of a document alone (文号呢？), asked of the one that the answer before quoted, where that was asked of one too."""
    asks, cited = set(asks_of(text)), history[-1].answer.citations
    if (
        not asks & OF_DOCUMENT
        or asks - OF_DOCUMENT - {"when", "owner", "list"}
        or not set(asks_of(before)) & OF_DOCUMENT
        or not cited
        or own_content(_PUBLISHED.sub("", text))
    ):
        return None
    return f"《{cited[0].document_title}》 {text}"
