"""A sentence that leaves its subject to the heading it stands right behind: 政府主导类项目。包括环境保护、城乡规划等领域。"""

import re
from dataclasses import replace

from assistant.draft import Source, Statement
from assistant.evidence import SentenceEvidence
from corpus.model.document import section_at

_NO_SUBJECT = re.compile(r"(?:主要|具体|重点)?(?:包括|涵盖|包含)")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*")
_BETWEEN = re.compile(r"[\s。：:]*")


def with_heading(sentence: SentenceEvidence, statement: Statement) -> Statement:
    """`statement`, which tells `sentence`, with the heading in front where the sentence tells what falls under that; else unchanged."""
    section = section_at(sentence.document.sections, sentence.span.start)
    if section is None or not _NO_SUBJECT.match(statement.text):
        return statement
    text = sentence.document.text
    if not _BETWEEN.fullmatch(text[section.heading.end : sentence.span.start]):
        return statement
    heading = _NUMBER.sub("", section.heading.of(text)).rstrip("。：: ")
    return replace(
        statement, text=f"{heading}：{statement.text}", sources=(*statement.sources, Source(sentence.document.id, section.heading))
    )
