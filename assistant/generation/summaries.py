"""Whether a question wants the gist of a whole document, which no single passage tells."""

import re

from assistant.understanding.question import Question
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.terms import normalize
from corpus.model.document import Document

_SUMMARY = re.compile(
    r"总结|概括|概述|摘要|归纳|提炼|要点|主要(?:内容|精神|讲)|(?:讲|说|写)了?(?:一?些)?(?:什么|啥|哪些)|summar\w*|overview|main (?:points|content)|\babout\b",
    re.IGNORECASE,
)
_SAID_BESIDE = re.compile(
    r"[请帮给我你一下个份这那的了是里中面和把在有想要看讲说些出吗呢吧啊]|"
    r"文件|计划|方案|规划|通知|答复|意见|条例|内容|主要|整体|全文|简单|简要|大概|大致|什么|哪些|[^\u4e00-\u9fff]"
)
"""What such a question says besides the title."""
OTHER = 2
"""Characters beyond the title and those words from which something in the document is asked about, not the document."""


def asks_for_summary(text: str) -> bool:
    """Whether `text` has words that ask for a gist."""
    return _SUMMARY.search(text) is not None


def document_to_summarise(question: Question, knowledge: KnowledgeBase) -> Document | None:
    """The document that the question wants summed up; None where it names none or asks of something in it (…计划里智慧泵站的主要内容)."""
    named = question.documents.strongest
    if named is None or not (asks_for_summary(question.asked) or asks_for_summary(question.text)):
        return None
    document = knowledge.document(named)
    number = document.metadata.document_number or ""
    rest = _SAID_BESIDE.sub("", _SUMMARY.sub("", normalize(question.text)))
    told = set(normalize(f"{document.title}{number}"))
    return document if sum(character not in told for character in rest) <= OTHER else None
