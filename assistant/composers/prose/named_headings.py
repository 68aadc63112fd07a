"""What stands under a heading that the question names: its headings, or its paragraphs where the question says how many they are."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, DraftFact, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.numbering import numeral_value
from corpus.language.sentences import sentences_of
from corpus.language.terms import normalize
from corpus.model.document import Document, Section
from corpus.model.span import Span

_ASKED = re.compile(
    r"哪(?:些|几|[两二三四五六七八九十]|\d)|分别|(?:都|具体)(?:是|有|叫|包括)|(?:什么|啥)(?:内容|[？?]?$)|列(?:出|举)|几[大个项条类块]"
)
_NUMBER = re.compile(r"(?:哪|[的了出定])([两二三四五六七八九十]|\d{1,2})(?:大|个|项|条|类|方面|点)")
NAMED, ALONE = 0.75, 0.7
"""Share of a heading's terms that the question holds from which it names it, and of the question's words that heading and title leave out
little of: a question that speaks of something else besides asks for that."""
SHORT = 4
"""Characters of a heading from which words of a question are taken for it."""
_MARKS = re.compile(r"[“”\"‘’]")
_TO_DO = re.compile(r"^(?:切实|着力|进一步|全面|不断)*(?:做好|抓好|加强|强化|落实好)")
SCORE = 1.3
MAX_SHOWN = 20


def compose_named_heading(evidence: Evidence, document: Document) -> Draft | None:
    """The headings under the heading that the question names and asks for nothing else than what stands there."""
    text = evidence.question.text
    if not _ASKED.search(text):
        return None
    number = _NUMBER.search(text)
    wanted = (2 if number[1] == "两" else numeral_value(number[1])) if number else None
    for section in sorted(_named(evidence, document), key=lambda one: (-len(one.title), one.ordinal)):
        below = [child.heading for child in document.sections if child.parent == section.ordinal and child.number and child.title]
        names = [child.title for child in document.sections if child.parent == section.ordinal and child.number and child.title]
        if not below and wanted:
            below = _first_sentences(document, section)
            names = [span.of(document.text).rstrip("。；") for span in below]
        if len(below) > 1 and (wanted is None or wanted == len(below)):
            return _told(evidence, document, section, below, names)
    return None


def _named(evidence: Evidence, document: Document) -> Sequence[Section]:
    """The headings that the question names and speaks of nothing besides."""
    matcher = evidence.matcher
    named = [
        section for section in document.sections if len(section.title) >= SHORT and matcher.share_in_question(_plain(section)) >= NAMED
    ]
    title = f"{document.title} {_MARKS.sub('', document.title)}"
    return [section for section in named if matcher.weight_of(matcher.terms_in(f"{title} {section.title}")) >= ALONE]


def _plain(section: Section) -> str:
    """The title of a section without a verb before it that says no more than to do so: 做好组织落实."""
    plain = _TO_DO.sub("", section.title)
    return plain if len(plain) >= SHORT else section.title


def _first_sentences(document: Document, section: Section) -> list[Span]:
    """The first sentence of each paragraph of a section."""
    body = Span(section.heading.end, section.span.end)
    lines = (Span(match.start() + body.start, match.end() + body.start) for match in re.finditer(r"[^\n]+", body.of(document.text)))
    paragraphs = [sentences_of(document.text, line) for line in lines if normalize(line.of(document.text)).strip(" .。")]
    return [sentences[0] for sentences in paragraphs if sentences]


def _told(evidence: Evidence, document: Document, section: Section, below: Sequence[Span], names: Sequence[str]) -> Draft:
    sources = tuple(Source(document.id, span) for span in below[:MAX_SHOWN])
    text = phrase("items", evidence.question.language, count=len(below), noun=section.title.rstrip("。"), names="、".join(names)) + "。"
    fact = DraftFact({"kind": "derived", "value": f"{len(below)}个", "expression": f"count({len(below)})"}, sources)
    return Draft((Statement(text, sources),), SCORE, facts=(fact,), subject=document.title)
