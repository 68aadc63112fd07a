"""An English question that leans on the conversation before it: another year, another thing, the document just quoted."""

import re
from collections.abc import Sequence

from assistant.answer import Turn
from assistant.english.asks import english_asks_of
from assistant.understanding.asks import Ask

_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = re.compile(r"(?:(?:in|by|for|until)\s+)?(?:the end of\s+)?(?:19|20)\d\d", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r"^(?:and|or|then|but)?[ ,]*(?:(?:what|how) about)?\s*(?P<by>(?:(?:in|by|for|until)\s+)?(?:the end of\s+)?)(?P<year>(?:19|20)\d\d)\s*[?.]*$",
    re.IGNORECASE,
)
"""Another year: And in 2026?"""
_LEAD = r"^(?:(?:and|or|then|but)\b)?[ ,]*(?:(?:what|how) about)?\s*(?:in |for )?"
_STEP = re.compile(
    rf"{_LEAD}(?:the )?(?:(?P<after>(?:following|next) year|year after(?: that)?|(?:one|a) year later)|"
    r"(?P<before>(?:previous|prior|preceding) year|year before(?: that)?|(?:one|a) year (?:earlier|before)))\s*[?.]*$",
    re.IGNORECASE,
)
"""A year told by the one spoken of before: And the year after?"""
_ORDINAL = re.compile(rf"{_LEAD}(?P<ordinal>the (?:last|final|first) year)(?: of the plan)?\s*[?.]*$", re.IGNORECASE)
_NUMBERED = re.compile(rf"{_LEAD}(?:(?:the )?(?:one|reply|proposal) )?(?P<number>No\.?\s*\d{{2,4}})\s*[?.]*$", re.IGNORECASE)
_NUMBER = re.compile(r"No\.?\s*\d{2,4}", re.IGNORECASE)
"""Another document by its number: And No. 0558?"""
_OTHER_THING = re.compile(
    r"^(?:(?:and|then|but)[ ,]+)?(?:(?:what|how) about|and)\s+(?:the )?(?P<name>[a-z][^,;?]{2,60}?)\s*[?.]*$", re.IGNORECASE
)
"""Another thing: What about shelters?"""
_ASKS_ITSELF = re.compile(r"\b(?:who|what|which|when|where|how|why|is|are|was|were|does|do|did|will|can)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:(?:this|that|the) (?:document|plan|reply|regulation|report|policy|notice)|it|they|them|(?:this|that)(?=\s*[?.,]|$))\b",
    re.IGNORECASE,
)
_OF_DOCUMENT: frozenset[Ask] = frozenset({"issuer", "signatory", "document_number", "date", "effective", "contact", "validity"})
"""What is asked of documents: Who signed it? speaks of the one just quoted."""
_ASKED: dict[Ask, str] = {
    "figure": "What is the figure for {}",
    "owner": "Who is responsible for {}",
    "lead": "Who takes the lead on {}",
    "builder": "Who builds {}",
    "participant": "Who participates in {}",
    "progress": "What progress has been made on {}",
    "period": "What is the construction period of {}",
    "data_used": "What data is used by {}",
    "data_source": "What are the data sources of {}",
    "when": "When will {} be completed",
    "investment": "How much is the total investment in {}",
}


def resolve_english(question: str, before: str, history: Sequence[Turn]) -> str | None:
    """`question` said so that it stands alone after `before`; None where it does not lean on it in one of these ways."""
    if year := _OTHER_YEAR.match(question.strip()):
        return _in_year(before, year)
    if (numbered := _NUMBERED.match(question.strip())) and _NUMBER.search(before):
        return _NUMBER.sub(lambda _: numbered["number"], before, count=1)
    if (year_before := _YEAR.search(before)) and (other := _other_year(question.strip(), int(year_before[0]))):
        return _IN_YEAR.sub(lambda _: other, before, count=1)
    asks = english_asks_of(question)
    if asks and asks[0] in _OF_DOCUMENT and history[-1].answer.citations and (pronoun := _PRONOUN.search(question)):
        document = f"the document 《{history[-1].answer.citations[0].document_title}》"
        return f"{question[: pronoun.start()]}{document}{question[pronoun.end() :]}"
    thing = _OTHER_THING.match(question.strip())
    former = next((ask for ask in english_asks_of(before) if ask in _ASKED), None)
    if thing is None or former is None or _ASKS_ITSELF.search(thing["name"]):
        return None
    year = _YEAR.search(before) if not _YEAR.search(thing["name"]) else None
    return _ASKED[former].format(f"the {thing['name']}") + (f" in {year[0]}?" if year else "?")


def _other_year(question: str, year: int) -> str | None:
    """How the year is said that `question` names by its distance from `year` or its place in the plan; None where it names none."""
    if step := _STEP.match(question):
        return f"in {year + (1 if step['after'] else -1)}"
    ordinal = _ORDINAL.match(question)
    return f"in {ordinal['ordinal'].lower()}" if ordinal else None


def _in_year(before: str, year: re.Match[str]) -> str | None:
    """`before` asked of another year; where it names none, with that year."""
    if former := _YEAR.search(before):
        return before.replace(former[0], year["year"])
    if not english_asks_of(before):
        return None
    return f"{before.rstrip(' ?.')} {year['by'].strip() or 'in'} {year['year']}?"
