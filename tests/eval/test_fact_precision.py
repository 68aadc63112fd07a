"""Precision counts verdicts by kind; a sample without its verdicts gives no figure."""

import json
from pathlib import Path

import pytest

from eval.errors import FactSampleError
from eval.fact_precision import SAMPLE, VERDICTS, fact_precision
from eval.rate import Rate

KINDS = {"a": "target", "b": "target", "c": "policy"}


def write(folder: Path, verdicts: dict[str, bool]) -> Path:
    (folder / SAMPLE).write_text("".join(json.dumps({"id": key, "kind": kind}) + "\n" for key, kind in KINDS.items()), encoding="utf-8")
    (folder / VERDICTS).write_text(
        "".join(json.dumps({"id": key, "right": right}) + "\n" for key, right in verdicts.items()), encoding="utf-8"
    )
    return folder


def test_rates_by_kind_and_of_all(tmp_path: Path) -> None:
    rates = fact_precision(write(tmp_path, {"a": True, "b": False, "c": True}))
    assert rates == {"policy": Rate(1, 1), "target": Rate(1, 2), "all": Rate(2, 3)}


def test_fact_without_a_verdict_is_no_right_one(tmp_path: Path) -> None:
    with pytest.raises(FactSampleError, match="1 sampled facts have no verdict"):
        fact_precision(write(tmp_path, {"a": True, "b": True}))


def test_missing_file_and_broken_line_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FactSampleError, match="draw-facts"):
        fact_precision(tmp_path)
    write(tmp_path, {"a": True, "b": True, "c": True})
    (tmp_path / VERDICTS).write_text('{"id": "a", "right": "maybe"}\n', encoding="utf-8")
    with pytest.raises(FactSampleError, match="no verdict"):
        fact_precision(tmp_path)
