"""Stored answers by the documents they cite."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import or_, select

from assistant.answer_record import recorded_answer
from assistant.store.conversations import StoredTurn
from assistant.store.database import Database
from assistant.store.tables import ANSWERS

_AT_ONCE = 200


def answers_citing(database: Database, document_ids: Sequence[str]) -> Iterator[StoredTurn]:
    """The exchanges whose answer cites one of the documents, the latest first."""
    given: set[str] = set()
    for start in range(0, len(document_ids), _AT_ONCE):
        # Ids are of hexadecimal digits, which a record holds as they are; what only looks like one is sorted out below.
        chosen = document_ids[start : start + _AT_ONCE]
        named = or_(*(ANSWERS.c.record.contains(f'"{name}"', autoescape=True) for name in chosen))
        with database.reading() as connection:
            rows = connection.execute(select(ANSWERS).where(named).order_by(ANSWERS.c.sequence.desc())).all()
        for row in rows:
            answer = recorded_answer(json.loads(row.record))
            if row.id not in given and any(citation.document_id in chosen for citation in answer.citations):
                given.add(row.id)
                yield StoredTurn(row.question, answer, row.asked_at)
