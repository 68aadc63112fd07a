"""The name in marks of a thing that the question describes and asks what it is called: 给中小企业用的轻量化产品叫什么 — “小快轻准”产品."""

import re

from assistant.composers.prose.listed_kinds import around
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from corpus.language.numbering import numbering_of
from corpus.model.document import section_at
from corpus.model.span import Span

_ASKED = re.compile(
    r"叫(?:做|作|个)?(?:什么|啥)|(?:什么|啥)名[字称]?|名[字称](?:是|叫)(?:什么|啥)|(?:打造|采[用取]|[实推]行|创新|探索|用)[的了]?(?:是)?(?:什么|啥)(?=[\u4e00-\u9fff]{2})"
)
_NAMED = re.compile(r"“(?P<name>[^“”、]{2,12})”(?P<behind>[\u4e00-\u9fff]{2,8})")
_BETWEEN = 4
"""Characters that may stand between a name and what it is the name of: “…”数字文旅平台."""
CANDIDATES, NEARLY, LEAST = 8, 0.7, 0.25
"""Sentences that are looked at, the share of the best one's score they must have, and of the question's words that one and its heading must hold."""
SAYS = 0.3
"""Added to the score of the sentence: a thing of that sort with a name of its own is what is asked for."""


def compose_called_thing(evidence: Evidence) -> Draft | None:
    """The best sentence that names a thing of the sort the question wants the name of, and that it does not name itself."""
    question = evidence.question.text
    if not _ASKED.search(question) or evidence.question.quoted:
        return None
    for sentence in evidence.sentences[:CANDIDATES]:
        if sentence.score < NEARLY * evidence.sentences[0].score:
            break
        section = section_at(sentence.document.sections, sentence.span.start) if sentence.passage.kind != "row" else None
        for span in (sentence.span, *([section.heading] if section else ())):
            named = _named(sentence.document.text, span, question)
            if named and evidence.matcher.coverage(f"{sentence.text} {span.of(sentence.document.text)}") >= LEAST:
                return _draft(sentence, span, named)
    return None


def _named(text: str, span: Span, question: str) -> Span | None:
    """Where `span` names a thing of the sort that the question asks for, and that it does not name itself."""
    for match in _NAMED.finditer(text, span.start, span.end):
        behind = match["behind"]
        pairs = [behind[at : at + 2] for at in range(min(_BETWEEN + 1, len(behind) - 1))]
        if match["name"] not in question and any(pair in question for pair in pairs):
            return Span(*match.span())
    return None


def _draft(sentence: SentenceEvidence, within: Span, named: Span) -> Draft:
    """The clauses with the name; the heading with what stands below it."""
    document = sentence.document
    spans = [
        around(document.text, within, named),
        *([] if within == sentence.span else [around(document.text, sentence.span, sentence.span)]),
    ]
    statements = tuple(Statement(f"{_plain(span.of(document.text))}。", (Source(document.id, span),)) for span in spans)
    return Draft(statements, sentence.score + SAYS, subject=document.title)


def _plain(said: str) -> str:
    """What is said without the number of a heading before it and the mark behind it."""
    numbering = numbering_of(said)
    return (said[numbering.length :] if numbering else said).strip("，；。 ")
