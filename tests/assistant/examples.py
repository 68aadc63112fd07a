"""Answers that the tests of the answering side share."""

from datetime import date

from assistant.answer import Answer, Citation, Notice


def an_answer(**changes: object) -> Answer:
    """An answer with every part filled; `changes` replace some."""
    citation = Citation(
        1,
        "plan",
        "v1",
        "行动计划",
        ("一、总体要求", "（二）目标"),
        None,
        4,
        9,
        "到2025年",
        "政办发〔2024〕7号",
        date(2024, 3, 18),
        (2024, 2026),
    )
    parts: dict[str, object] = {
        "status": "answered",
        "text": "到2025年建成10个[1]。",
        "citations": (citation,),
        "facts": ({"kind": "derived", "value": "10", "expression": "4+6", "derived_from": (1,)},),
        "notices": (Notice("expired", "该规划期为2016-2020年。", (1,)),),
        "suggestions": ("那2026年呢？",),
        "resolved_question": "2025年目标是多少？",
        "as_of": date(2026, 11, 21),
        "generation": "g1",
        "timings_ms": {"total": 3.5},
    }
    return Answer(**parts | changes)  # type: ignore[arg-type]
