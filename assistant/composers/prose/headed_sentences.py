"""A sentence that leaves its subject to the heading it stands right behind: 政府主导类项目。包括环境保护、城乡规划等领域。"""

import re
from dataclasses import replace

from assistant.draft import Draft, Source, Statement
from assistant.evidence import SentenceEvidence
from corpus.model.document import section_at

_NO_SUBJECT = re.compile(r"(?:主要|具体|重点)?(?:包括|涵盖|包含)")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*")
_WHICH = re.compile(r"(?:哪|什么|啥)(?:一)?(?:个|套)?(?P<kind>系统|平台|数据库|中心|场景|机制|模型)")
_NAME = re.compile(r"[\u4e00-\u9fff“”]{3,}(?:系统|平台|数据库|中心|场景|机制|模型)[”』]?[。：:\s]*$")
_BETWEEN = re.compile(r"[\s。：:]*")


def with_heading(question: str, sentence: SentenceEvidence, statement: Statement) -> Statement:
    """`statement`, which tells `sentence`, with the heading in front where the sentence tells what falls under that, or only that names which
    system the question asks for; else unchanged."""
    section = section_at(sentence.document.sections, sentence.span.start)
    text = sentence.document.text
    if section is None or not _BETWEEN.fullmatch(text[section.heading.end : sentence.span.start]):
        return statement
    kind = _WHICH.search(question)
    named = kind is not None and kind["kind"] not in statement.text and _NAME.search(section.heading.of(text)) is not None
    if not (named and kind and kind["kind"] in section.heading.of(text)) and not _NO_SUBJECT.match(statement.text):
        return statement
    heading = _NUMBER.sub("", section.heading.of(text)).rstrip("。：: ")
    return replace(
        statement, text=f"{heading}：{statement.text}", sources=(*statement.sources, Source(sentence.document.id, section.heading))
    )


def headed_by(draft: Draft) -> str | None:
    """The heading that stands in front of the first sentence of `draft`, if one does."""
    first = draft.statements[0].text if draft.statements else ""
    heading = _NUMBER.sub("", draft.subject or "").rstrip("。：: ")
    return heading if heading and first.startswith(f"{heading}：") else None
