"""The answers to the parts of a compound question, put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.draft import Draft, Statement
from assistant.phrases import phrase


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one part of a question with its draft, if it has one; `adds` when that says more of its words than the draft for the whole."""

    text: str
    draft: Draft | None
    adds: bool


def merge_parts(whole: Draft | None, parts: Sequence[Part], language: str) -> Draft:
    """One draft with the statements of all parts, each once; a part without a draft is said to have no answer (status partial).

    Refusals of a part give way to what the others answer. At least one part has a draft.
    """
    found = [part.draft for part in parts if part.draft]
    complete = whole is not None and max(_figures(whole), len(whole.statements)) >= len(parts)
    if whole and complete and whole.status == "answered" and not any(part.adds for part in parts):
        return whole
    if (
        whole
        and _columns(whole)
        and not any(part.adds for part in parts)
        and all(_shares(whole, draft) or draft.score < whole.score for draft in found)
    ):
        return whole
    drafts = [draft for draft in found if draft.status == "answered"] or found
    if whole and whole.status == "answered" and not any(_shares(whole, draft) for draft in drafts):
        drafts = [whole, *drafts] if whole.score > max(draft.score for draft in drafts) else drafts
    counts = [draft.statements[0] for draft in drafts if any(fact.values.get("kind") == "derived" for fact in draft.facts)]
    statements: list[Statement] = []
    for statement in (statement for draft in drafts for statement in draft.statements):
        if not any(
            statement.text.rstrip("。") in other.text or (set(statement.sources) <= set(other.sources) and statement not in counts)
            for other in statements
        ):
            statements = [one for one in statements if one.text.rstrip("。") not in statement.text]
            statements.append(statement)
    missing = [part.text for part in parts if part.draft is None]
    statements.extend([Statement(_unanswered(missing, language))] if missing else [])
    return replace(
        drafts[0],
        statements=tuple(statements),
        score=max(draft.score for draft in drafts),
        status="partial" if missing and drafts[0].status == "answered" else drafts[0].status,
        facts=tuple(fact for draft in drafts for fact in draft.facts),
        notices=tuple(notice for draft in drafts for notice in draft.notices),
    )


def _unanswered(missing: Sequence[str], language: str) -> str:
    """That parts have no answer, in their own words; a figure of theirs would read as one of the documents."""
    words = "；".join(text.strip("，,；;？?。 ") for text in missing)
    return phrase("rest_not_found", language) if re.search(r"\d", words) else phrase("part_not_found", language, part=words)


def _figures(draft: Draft) -> int:
    return sum(fact.values.get("kind") == "target" and fact.values.get("value") is not None for fact in draft.facts)


def _columns(draft: Draft) -> int:
    return len(draft.statements) if any(fact.values.get("kind") == "scenario" for fact in draft.facts) else 0


def _shares(one: Draft, other: Draft) -> bool:
    sources = {source for statement in other.statements for source in statement.sources}
    return any(source in sources for statement in one.statements for source in statement.sources)
