"""Policy references: the 《titles》 a document rests on or names, and lists of titles without marks under 政策保障."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.titles import ends_like_title, title_mentions
from corpus.model.document import Document
from corpus.model.facts import PolicyReference
from corpus.model.span import Span

_ROLE_LABEL = re.compile(r"政策|依据|文件")
_ROLE_VERB = re.compile(r"(依据|根据|按照|依照|遵照|贯彻落实|贯彻|落实|结合|出台|印发|发布|制定|修订|实施|执行)[^，。；]{0,40}$")
_ISSUER = re.compile(
    r"(?:^|[、，。；：》）\s])([\u4e00-\u9fff]{2,12}(?:部|委|局|厅|办|院|室|政府|总局|委员会)(?:等\d*部门)?(?:联合)?(?:印发)?的?)$"
)


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
    for place in sorted(_places(document), key=lambda place: place.span):
        found = tuple(_marked(document, place))
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


def _marked(document: Document, place: _Place) -> Iterator[PolicyReference]:
    text = place.span.of(document.text)
    previous_end = 0
    for mention in title_mentions(text):
        before = text[previous_end : mention.start]
        issuer = _ISSUER.search(before)
        issued_by = re.sub(r"(?:联合)?(?:印发)?的?$", "", issuer[1]) if issuer else None
        span = Span(place.span.start + mention.start, place.span.start + mention.end)
        role = _role(place, text[: mention.start])
        yield PolicyReference(document.id, span, place.section, place.path, mention.title, mention.number, issued_by, role)
        previous_end = mention.end


def _role(place: _Place, before: str) -> str | None:
    if _ROLE_LABEL.search(place.label) and len(place.label) <= 8:
        return place.label
    verb = _ROLE_VERB.search(before[-60:])
    return verb[1] if verb else None


def _unmarked(document: Document, place: _Place) -> Iterator[PolicyReference]:
    """Titles in a 政策保障 list printed without title marks, separated by 、."""
    if not (_ROLE_LABEL.search(place.label) and len(place.label) <= 8):
        return
    text = place.span.of(document.text)
    for match in re.finditer(r"[^、；。]+", text):
        name = match[0].strip()
        if len(name) >= 8 and ends_like_title(name):
            start = place.span.start + match.start() + (len(match[0]) - len(match[0].lstrip()))
            yield PolicyReference(document.id, Span(start, start + len(name)), place.section, place.path, name, None, None, place.label)
