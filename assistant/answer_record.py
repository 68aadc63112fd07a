"""An answer as a plain record in the form of the HTTP contract, for storing and sending, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.answer import Answer, Citation, Notice


def answer_record(answer: Answer) -> dict[str, Any]:
    """`answer` as JSON-ready values, named as the HTTP contract names them."""
    return {
        "answer_id": answer.answer_id,
        "conversation_id": answer.conversation_id,
        "generation": answer.generation,
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "language": answer.language,
        "status": answer.status,
        "reason": answer.reason,
        "answer": answer.text,
        "citations": [_plain(asdict(citation)) for citation in answer.citations],
        "facts": [_plain(fact) for fact in answer.facts],
        "notices": [asdict(notice) | {"markers": list(notice.markers)} for notice in answer.notices],
        "suggestions": list(answer.suggestions),
        "answered_by": answer.answered_by,
        "resolved_question": answer.resolved_question,
        "timings_ms": dict(answer.timings_ms),
    }


def recorded_answer(record: Mapping[str, Any]) -> Answer:
    """The answer that `record` was made from."""
    fields = {name: value for name, value in record.items() if name != "answer"}
    return Answer(
        **fields
        | {
            "text": record["answer"],
            "as_of": date.fromisoformat(record["as_of"]) if record["as_of"] else None,
            "citations": tuple(_citation(citation) for citation in record["citations"]),
            "facts": tuple(record["facts"]),
            "notices": tuple(Notice(**notice | {"markers": tuple(notice["markers"])}) for notice in record["notices"]),
            "suggestions": tuple(record["suggestions"]),
        }
    )


def _citation(record: Mapping[str, Any]) -> Citation:
    day, period = record.get("document_date"), record.get("document_period")
    read = {"document_date": date.fromisoformat(day) if day else None, "document_period": tuple(period) if period else None}
    return Citation(**{**record, **read, "section": tuple(record["section"])})


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
