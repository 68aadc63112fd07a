"""Cases and replies that the tests of eval share."""

from datetime import date
from pathlib import Path
from typing import Any

from corpus.errors import NotFoundError
from eval.case import Case, Suite
from eval.reply import Recording, Reply
from eval.runner import Conditions, run_suite
from eval.saved_run import SavedRun

TEXT = "第一章 总则。到2025年底，全市新建智慧农场80家，由市农业农村局牵头。第二章 附则。"
QUOTE = "到2025年底，全市新建智慧农场80家"


def case(**changes: Any) -> Case:
    """A question for a target with one answer group, changed as given."""
    fields: dict[str, Any] = {
        "id": "Q1",
        "type": "target",
        "difficulty": "easy",
        "turns": ["2025年要建多少家智慧农场？"],
        "answerable": True,
        "answer_groups": [["80家"]],
        "forbidden": [],
        "evidence": [{"doc": "plan.md", "quote": QUOTE}],
    }
    return Case.model_validate(fields | changes)


def unanswerable(**changes: Any) -> Case:
    """A question that no document answers."""
    refused = {"id": "U1", "type": "unanswerable", "turns": ["今天天气如何？"], "answerable": False, "answer_groups": [], "evidence": []}
    return case(**refused | changes)


def citation(**changes: Any) -> dict[str, Any]:
    """A citation of the quote in TEXT, exact unless changed."""
    start = TEXT.index(QUOTE)
    exact = {"marker": 1, "document_id": "plan", "document_title": "农业计划", "section": ["第一章"], "quote": QUOTE}
    return exact | {"start": start, "end": start + len(QUOTE)} | changes


def reply(answer: str = "80家[1]。", **changes: Any) -> Reply:
    """The right reply to `case()`, changed as given."""
    return Reply.model_validate({"status": "answered", "answer": answer, "citations": [citation()], "generation": "g1"} | changes)


def recording(given: Reply, **changes: Any) -> Recording:
    """`given` as recorded, each citation with what TEXT holds there."""
    places = [{"found": TEXT[c.start : c.end], "context": TEXT[max(0, (c.start or 0) - 120) : (c.end or 0) + 120]} for c in given.citations]
    fields: dict[str, Any] = {"id": "Q1", "reply": given, "places": places, "latency_ms": [5.0]}
    return Recording.model_validate(fields | changes)


class ScriptedAssistant:
    """Gives the replies it was made with, by question, and notes what it was asked."""

    def __init__(self, replies: dict[str, Reply | Exception]) -> None:
        self.replies = replies
        self.asked: list[tuple[str, str | None, date]] = []

    def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
        self.asked.append((question, conversation_id, as_of))
        scripted = self.replies[question]
        if isinstance(scripted, Exception):
            raise scripted
        return scripted

    def document_text(self, document_id: str) -> str:
        if document_id != "plan":
            raise NotFoundError(f"no document {document_id}")
        return TEXT


def saved_run(runs: Path, name: str, replies: list[Reply], cases: list[Case] | None = None, **conditions: Any) -> SavedRun:
    """A run saved under `runs`: case by case these replies; without `cases`, as many like `case()` as there are replies."""
    asked = cases or [case(id=f"Q{number}", turns=[f"问题{number}"]) for number in range(len(replies))]
    assistant = ScriptedAssistant({one.turns[0]: given for one, given in zip(asked, replies, strict=True)})
    return run_suite(Suite(tuple(asked), ("small.jsonl",)), assistant, Conditions(name, "this process", runs=runs, **conditions))
