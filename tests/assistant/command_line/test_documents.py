"""`documents` lists what is known."""

import json

from tests.assistant.command_line.conftest import Run


def test_documents_are_listed_with_their_parts(run: Run) -> None:
    output = run("documents").output
    assert "云川市智慧水务行动计划（2025-2027年）" in output
    assert "2025-2027" in output
    assert "2 documents" in output


def test_json_has_every_document(run: Run) -> None:
    bodies = json.loads(run("documents", "--json").output)
    assert {body["source_file"] for body in bodies} == {"水务计划.md", "河道答复.md"}
