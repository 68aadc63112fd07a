"""Decisions are added to, never written over; what holds is the last of each."""

import json

import pytest
from sqlalchemy import select

from assistant.store.amendments import read_amendments
from assistant.store.database import Database
from assistant.store.document_decisions import change_state, correct_metadata, document_states, metadata_corrections
from assistant.store.fact_corrections import fact_corrections, keep_fact_correction, review_fact_correction
from assistant.store.tables import METADATA_CORRECTIONS
from corpus.amendments import FactCorrection, MetadataCorrection
from corpus.errors import CorrectionError, NotFoundError
from corpus.manifest import Corrections


def test_fields_are_corrected_beside_each_other_and_taken_back_with_their_history() -> None:
    database = Database("sqlite://")
    correct_metadata(database, "a.md", {"issuer": "甲局"}, "甲")
    correct_metadata(database, "a.md", {"period": [2024, 2026]}, "乙")
    assert read_amendments(database).metadata == (MetadataCorrection("a.md", Corrections(issuer="甲局", period=(2024, 2026))),)
    correct_metadata(database, "a.md", {"issuer": None, "period": None}, "甲")
    assert read_amendments(database).metadata == ()
    with database.reading() as connection:
        kept = connection.execute(select(METADATA_CORRECTIONS).order_by(METADATA_CORRECTIONS.c.sequence)).all()
    assert [(row.actor, json.loads(row.fields)) for row in kept] == [
        ("甲", {"issuer": "甲局"}),
        ("乙", {"issuer": "甲局", "period": [2024, 2026]}),
        ("甲", {}),
    ]


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"issuers": "甲"}, ""),
        ({"file": "b.md"}, ""),
        ({"visibility": "secret"}, ""),
        ({"visibility": "internal"}, "计划"),
        ({"period": [2026, 2024]}, ""),
        ({"signed_on": "gestern"}, ""),
        ({"title": ""}, ""),
        ({"source": "长" * 30_000}, ""),
    ],
)
def test_what_does_not_fit_is_refused_and_not_kept(fields: dict[str, object], heading: str) -> None:
    database = Database("sqlite://")
    with pytest.raises(CorrectionError):
        correct_metadata(database, "a.md", fields, "甲", heading=heading)
    assert metadata_corrections(database) == ()


def test_the_last_state_of_a_file_holds() -> None:
    database = Database("sqlite://")
    change_state(database, "a.md", "withdrawn", "甲", replaced_by="b.md", note="旧")
    change_state(database, "c.md", "withdrawn", "甲")
    change_state(database, "c.md", "present", "乙")
    assert read_amendments(database).withdrawn == {"a.md"}
    assert document_states(database)["a.md"].replaced_by == "b.md"
    assert document_states(database)["c.md"].actor == "乙"


def test_only_approved_corrections_of_facts_hold_and_each_is_reviewed_once() -> None:
    database = Database("sqlite://")
    correction = FactCorrection("", "a.md", "target", "到2025年", {"value": "1"}, {"value": "2"}, "到2025年2个")
    kept = keep_fact_correction(database, correction, "读错", "甲").correction
    assert read_amendments(database).facts == ()
    review_fact_correction(database, kept.id, "approved", "乙", "核对过")
    assert read_amendments(database).facts == (kept,)
    with pytest.raises(CorrectionError, match="approved already"):
        review_fact_correction(database, kept.id, "rejected", "乙")
    review_fact_correction(database, kept.id, "revoked", "乙")
    assert read_amendments(database).facts == ()
    assert [reviewed.state for reviewed in fact_corrections(database)] == ["revoked"]
    with pytest.raises(NotFoundError):
        review_fact_correction(database, "none", "approved", "乙")
