import json
from pathlib import Path

import pytest

from eval.case import SHIPPED, read_suite
from eval.errors import SuiteError
from tests.eval.examples import case


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def line(**changes: object) -> str:
    return json.dumps(case(**changes).model_dump(exclude_none=True), ensure_ascii=False)


def test_the_shipped_suite_is_read_whole() -> None:
    suite = read_suite([SHIPPED / "suites" / "dev.jsonl"])
    assert len(suite.cases) == 137
    assert suite.name == "dev"


@pytest.mark.parametrize("name", ["dev", "dev.jsonl", "suites/dev.jsonl"])
def test_a_path_that_does_not_exist_is_looked_up_among_the_shipped_suites(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(read_suite([Path(name)]).cases) == 137


def test_a_file_of_ones_own_goes_before_a_shipped_suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "dev.jsonl", line())
    assert len(read_suite([Path("dev.jsonl")]).cases) == 1


def test_a_broken_line_is_named_by_file_and_line(tmp_path: Path) -> None:
    file = write(tmp_path / "own.jsonl", line(), "", "{broken")
    with pytest.raises(SuiteError, match=r"own\.jsonl, line 3: case: .*Mend the line"):
        read_suite([file])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"answer_group": []}, "answer_group: Extra inputs"),
        ({"turns": []}, "turns: "),
        ({"turns": [" "]}, "may not be blank"),
        ({"answerable": "perhaps"}, "answerable: "),
        ({"answer_groups": []}, "needs answer_groups and evidence"),
        ({"evidence": []}, "needs answer_groups and evidence"),
        ({"answer_groups": [[]]}, "at least one alternative"),
        ({"answer_groups": [["80家", " "]]}, "at least one alternative"),
        ({"evidence": [{"doc": "plan.md"}]}, r"evidence\.0\.quote: Field required"),
    ],
)
def test_a_case_that_cannot_be_graded_is_refused_with_its_field(change: dict[str, object], message: str, tmp_path: Path) -> None:
    file = write(tmp_path / "own.jsonl", json.dumps(json.loads(line()) | change))
    with pytest.raises(SuiteError, match=f"line 1: .*{message}"):
        read_suite([file])


def test_an_id_that_stands_twice_is_refused_with_both_places(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.jsonl", line()), write(tmp_path / "b.jsonl", line(id="Q2"), line())
    with pytest.raises(SuiteError, match=r"b\.jsonl, line 2: the id Q1 stands already in .*a\.jsonl, line 1"):
        read_suite([first, second])


def test_several_files_and_folders_make_one_suite_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder / "b.jsonl", line(id="B"))
    write(folder / "a.jsonl", line(id="A"))
    suite = read_suite([write(tmp_path / "z.jsonl", line(id="Z")), folder])
    assert [one.id for one in suite.cases] == ["Z", "A", "B"]
    assert suite.name == "z+a+b"


def test_a_missing_suite_an_empty_file_and_an_empty_folder_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match=r"There is no suite .*, dev, .*shenyang, "):
        read_suite([tmp_path / "none.jsonl"])
    with pytest.raises(SuiteError, match="No cases in"):
        read_suite([write(tmp_path / "empty.jsonl", "")])
    (tmp_path / "folder").mkdir()
    with pytest.raises(SuiteError, match=r"holds no \.jsonl file"):
        read_suite([tmp_path / "folder"])


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gbk.jsonl"
    file.write_bytes("计划".encode("gb18030"))
    with pytest.raises(SuiteError, match="not UTF-8"):
        read_suite([file])


def test_a_byte_order_mark_and_line_separators_inside_text_do_no_harm(tmp_path: Path) -> None:
    file = write(tmp_path / "own.jsonl", "\ufeff" + line(note="一\u2028二"), line(id="Q2"))
    assert [one.note for one in read_suite([file]).cases] == ["一\u2028二", None]


def test_the_hash_depends_on_questions_and_gold_not_on_the_file(tmp_path: Path) -> None:
    first, again = read_suite([write(tmp_path / "a.jsonl", line())]), read_suite([write(tmp_path / "b.jsonl", line())])
    other = read_suite([write(tmp_path / "c.jsonl", line(forbidden=["60家"]))])
    assert first.hash == again.hash
    assert first.hash != other.hash


def test_selecting_keeps_order_and_changes_the_hash(tmp_path: Path) -> None:
    suite = read_suite([write(tmp_path / "a.jsonl", line(), line(id="Q2", type="owner"), line(id="Q3"))])
    assert [one.id for one in suite.select(["target"]).cases] == ["Q1", "Q3"]
    assert [one.id for one in suite.select(["target"], limit=1).cases] == ["Q1"]
    assert suite.select(limit=1).hash != suite.hash
    with pytest.raises(SuiteError, match="No case has the type count; this suite has owner, target"):
        suite.select(["count"])


@pytest.mark.parametrize(("kind", "long_form"), [("list", True), ("multiturn", True), ("count", True), ("target", False), ("owner", False)])
def test_only_some_types_may_be_answered_at_length(kind: str, long_form: bool) -> None:
    assert case(type=kind).long_form is long_form
