"""An answer printed for people: text, notices, numbered sources, suggestions, and on request how it was found."""

import json
from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from assistant.answer import Answer, Citation
from assistant.answer_blocks import plain_answer
from assistant.answer_record import answer_record
from assistant.checks.answer_type import unit_class
from assistant.exports.report import place_of
from assistant.passages import PassageHit
from assistant.phrases import phrase
from assistant.understanding.parts import split_question
from assistant.understanding.question import Question

QUOTE_INDENT = 4
EXPLAINED_DOCUMENTS = 3
BEGINNING = 80
"""Characters shown of a passage that was only considered."""


def print_answer(answer: Answer, console: Console) -> None:
    """Print `answer` with the model that worded it and its numbered sources. The nearest passage of a refusal stands in its text, so its notice is left out."""
    language = answer.language if answer.language in {"zh", "en"} else "en"
    console.print(Text(plain_answer(answer) or answer.text))
    if answer.by_model:
        console.print(Text(phrase("worded_by_model", language, model=answer.answered_by), style="dim"))
    for notice in answer.notices:
        if notice.kind != "nearest":
            console.print(Text(f"⚠ {notice.message}", style="yellow"))
    if answer.citations:
        console.print()
        console.print(Text(phrase("terminal_sources", language), style="bold"))
        for citation in answer.citations:
            _print_source(citation, language, console)
    if answer.suggestions:
        console.print()
        console.print(Text(phrase("terminal_suggestions", language), style="bold"))
        for suggestion in answer.suggestions:
            console.print(Text(f"· {suggestion}"))


def print_understanding(question: Question, titles: Mapping[str, str], console: Console) -> None:
    """Print how `question` was understood: what it asks for, about what, for which years, in which unit, in which documents (by `titles`)."""
    language = question.language if question.language in {"zh", "en"} else "en"
    console.print()
    console.print(Text(phrase("terminal_explanation", language), style="bold"))
    ranked = sorted(question.documents.strengths.items(), key=lambda item: -item[1])
    understood = {
        "asks_for": ", ".join(question.asks),
        "about": " ".join(question.content.split()),
        "years": ", ".join(map(str, question.years)),
        "counted_in": ", ".join(sorted(unit_class(question.text) or ())),
        "documents": ", ".join(f"《{titles[key]}》 {strength:.2f}" for key, strength in ranked[:EXPLAINED_DOCUMENTS]),
        "everyday_words": ", ".join(f"{synonym.words} → {' / '.join(synonym.official)}" for synonym in question.synonyms),
        "parts": " | ".join(split_question(question.text)),
    }
    for name, value in understood.items():
        console.print(Text(f"{name}: {value or '-'}"))


def print_explanation(answer: Answer, passages: list[PassageHit], console: Console) -> None:
    """Print how `answer` was found: the facts it rests on, and the best of the `passages` considered."""
    record = answer_record(answer)
    for name in ("resolved_question", "status", "reason", "answered_by", "as_of", "generation", "answer_id", "timings_ms"):
        console.print(Text(f"{name}: {record[name]}"))
    for fact in record["facts"]:
        console.print(Text(f"fact: {json.dumps(fact, ensure_ascii=False)}"))
    for hit in passages:
        place = f"{hit.document.title} [{hit.passage.span.start}:{hit.passage.span.end}]"
        console.print(Text(f"{hit.score:.3f}  {place}  {_beginning(hit.text)}"))


def _print_source(citation: Citation, language: str, console: Console) -> None:
    console.print(Text.assemble((f"[{citation.marker}] ", "bold cyan"), place_of(citation, language)))
    _print_quote(Text(f"“{_one_line(citation.quote)}”", style="dim"), console)


def _print_quote(quote: Text, console: Console) -> None:
    """Print the whole of `quote`, indented: wrapped on a terminal, on one line where lines are left to the reader.

    Padding would cut what is longer than a line that must not be wrapped.
    """
    if console.soft_wrap:
        console.print(Text.assemble(" " * QUOTE_INDENT, quote))
    else:
        console.print(Padding(quote, (0, 0, 0, QUOTE_INDENT), expand=False))


def _beginning(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= BEGINNING else f"{line[:BEGINNING]}…"


def _one_line(text: str) -> str:
    return " ".join(text.split())
