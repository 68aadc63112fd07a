"""Policy references: the 《titles》 a document rests on or names, and lists of titles without marks under 政策保障."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.titles import ends_like_title, title_mentions
from corpus.model.document import Document
from corpus.model.facts import PolicyReference
from corpus.model.span import Span
from ingest.facts.lead_ins import LeadIn, lead_in

_ROLE_LABEL = re.compile(r"政策|依据|文件")
_SHORT_NAME = re.compile(r"(?:简称|下称)[为“\"]?\s*《([^《》]+)》")
_NO_DOCUMENT = re.compile(r"(?:平台|系统|软件|栏目|节目)$")


@dataclass(frozen=True, slots=True)
class _Place:
    """Text that may name documents, with the section it stands in: a passage, or a heading, which is an item of the section above it.

    `label` is the heading that says what the documents are named for.
    """

    span: Span
    section: int | None
    path: tuple[str, ...]
    label: str


def policy_references(document: Document) -> tuple[PolicyReference, ...]:
    """Every policy reference of `document` in reading order."""
    references: list[PolicyReference] = []
    short_names = frozenset(_SHORT_NAME.findall(document.text))
    for place in sorted(_places(document), key=lambda place: place.span):
        found = tuple(_marked(document, place, short_names))
        references.extend(found or _unmarked(document, place))
    return tuple(references)


def _places(document: Document) -> Iterator[_Place]:
    for passage in document.passages:
        is_item = passage.section is not None and document.sections[passage.section].heading.overlaps(passage.span)
        above = passage.path[:-1] if is_item else passage.path
        yield _Place(passage.span, passage.section, passage.path, above[-1] if above else "")
    for section in document.sections:
        if section.path and not any(section.heading.overlaps(passage.span) for passage in document.passages):
            yield _Place(section.heading, section.ordinal, section.path, section.path[-2] if len(section.path) > 1 else "")


def _marked(document: Document, place: _Place, short_names: frozenset[str]) -> Iterator[PolicyReference]:
    text = place.span.of(document.text)
    leading: LeadIn | None = None
    previous_end = 0
    for mention in title_mentions(text):
        if mention.title in short_names:
            continue
        leading = lead_in(text[previous_end : mention.start], text[mention.end :], leading)
        previous_end = mention.end
        if not _NO_DOCUMENT.search(mention.title):
            span = Span(place.span.start + mention.start, place.span.start + mention.end)
            role = place.label if _names_policies(place.label) else leading.verb
            yield PolicyReference(document.id, span, place.section, place.path, mention.title, mention.number, leading.issuer, role)


def _names_policies(label: str) -> bool:
    return _ROLE_LABEL.search(label) is not None and len(label) <= 8


def _unmarked(document: Document, place: _Place) -> Iterator[PolicyReference]:
    """Titles in a 政策保障 list printed without title marks, separated by 、."""
    if not _names_policies(place.label):
        return
    text = place.span.of(document.text)
    for match in re.finditer(r"[^、；。]+", text):
        name = match[0].strip()
        if len(name) >= 8 and ends_like_title(name):
            start = place.span.start + match.start() + (len(match[0]) - len(match[0].lstrip()))
            yield PolicyReference(document.id, Span(start, start + len(name)), place.section, place.path, name, None, None, place.label)
