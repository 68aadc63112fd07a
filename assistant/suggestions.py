"""Questions that may follow an answer, each about what the answer was about."""

import re
from collections.abc import Iterable

from assistant.composers.rows.columns import COLUMNS
from assistant.draft import Draft
from assistant.phrases import phrase, quoted
from assistant.understanding.asks import Ask
from assistant.understanding.question import Question

_OF_A_ROW: tuple[tuple[str, frozenset[Ask]], ...] = (
    ("next_progress", frozenset({"progress"})),
    ("next_period", frozenset({"period", "when"})),
    ("next_builder", frozenset({"builder", "owner", "lead"})),
)
"""What may be asked of a table row, with the asks of a question that has asked it in whatever words."""
_LONGEST = 40
_SHORTEST = 4
_MEASURE = re.compile(
    r"^(?!争取|力争|实现|完成|确保|达到|推动|打造|培育|新建|建成)\D+(?:率|量|额|数|值|规模|比例|占比|比重|面积|里程)$",
)


def follow_up_suggestions(draft: Draft, question: Question) -> tuple[str, ...]:
    """Up to three questions on the same subject for what the question has not asked, in these or other words."""
    if draft.status not in ("answered", "partial") or not is_name(draft.subject, _LONGEST):
        return ()
    fact = next((fact.values for fact in draft.facts), {})
    names: list[str] = []
    match fact.get("kind"):
        case "scenario":
            names = [name for name, asks in _OF_A_ROW if not asks & set(question.asks) and _has_column(fact, asks)]
        case "responsibility" if not {"definition", "purpose"} & set(question.asks):
            names = ["next_content"]
        # Who asks without a year has been given every year.
        case "target" if question.years and "each" not in question.asks and is_measure(draft.subject):
            names = ["next_years"]
    return tuple(phrase(name, question.language, subject=quoted(draft.subject)) for name in names)


def is_name(words: str, longest: int) -> bool:
    """Whether `words` can stand in a question as the name of something: no clause, no brackets, no half of a pair of quotation marks."""
    return (
        _SHORTEST <= len(words) <= longest
        and not any(mark in words for mark in "，。；：、（()）\t\n")
        and words.count("“") == words.count("”")
        and words.find("“") <= words.find("”")
    )


def is_measure(words: str) -> bool:
    """Whether `words` name something measured: no bare verb, no half of a clause."""
    return _MEASURE.search(words) is not None


def _has_column(headings: Iterable[str], asks: frozenset[Ask]) -> bool:
    return any(re.search(pattern, heading) for heading in headings for ask, pattern in COLUMNS if ask in asks)
