import hashlib
from pathlib import Path

import pytest

from corpus.errors import ManifestError, UnreadableFileError
from corpus.manifest import DocumentEntry, Manifest, PartEntry
from corpus.model.facts import PolicyReference, Responsibility, Scenario, Target
from ingest.assembly import Reading, extract_facts, read_documents
from tests.ingest.pdf_file import write_pdf

NOTICE = """# 云川市水务局

## 关于印发智慧水务“1+2”行动计划的通知

云水发〔2025〕7号

现将行动计划印发给你们，请认真贯彻执行。

云川市水务局

2025年3月1日
"""
PLAN = """
# 云川市“水务×{name}”行动计划（2025-2027年）

云川市{name}局

## 一、总体目标

到2025年，建成{name}平台3个。

## 二、主要任务

汇聚{name}数据，提升服务能力。（责任单位：市水务局、市{name}局）

依据《云川市{name}条例》。

## 附表

场景名称\t应用领域\t建设单位
{name}监测\t水务\t市水务局
"""


def read(tmp_path: Path, text: str, manifest: Manifest | None = None, name: str = "计划.md") -> tuple[Reading, ...]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_documents(path, name, manifest or Manifest())


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Reading, ...]:
    return read(tmp_path, NOTICE + PLAN.format(name="数据") + PLAN.format(name="安全"))


def test_a_notice_with_its_plans_becomes_documents_with_titles_issuers_and_periods_of_their_own(plans: tuple[Reading, ...]) -> None:
    found = [(reading.document.metadata.kind, reading.document.metadata.issuer, reading.document.metadata.period) for reading in plans]
    assert found == [
        ("notice", "云川市水务局", None),
        ("action_plan", "云川市数据局", (2025, 2027)),
        ("action_plan", "云川市安全局", (2025, 2027)),
    ]


def test_a_plan_has_the_number_of_the_notice_it_came_with(plans: tuple[Reading, ...]) -> None:
    assert {reading.document.metadata.document_number for reading in plans} == {"云水发〔2025〕7号"}


def test_each_document_has_a_text_of_its_own(plans: tuple[Reading, ...]) -> None:
    assert [("数据平台" in reading.document.text, "安全平台" in reading.document.text) for reading in plans] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_each_document_has_facts_of_its_own_and_every_kind(plans: tuple[Reading, ...]) -> None:
    notice, *others = plans
    assert notice.facts == ()
    for reading in others:
        assert [type(fact) for fact in reading.facts] == [Responsibility, Target, Scenario, PolicyReference]
        assert {fact.document_id for fact in reading.facts} == {reading.document.id}
        assert extract_facts(reading.document) == reading.facts


def test_ids_hold_while_name_and_place_hold_and_versions_while_the_text_holds(tmp_path: Path, plans: tuple[Reading, ...]) -> None:
    changed = read(tmp_path, NOTICE + PLAN.format(name="数据") + PLAN.format(name="安全").replace("3个", "4个"))
    assert [reading.document.id for reading in changed] == [reading.document.id for reading in plans]
    same = [one.document.version == other.document.version for one, other in zip(plans, changed, strict=True)]
    assert same == [True, True, False]


def test_an_id_is_made_of_the_files_name_and_the_place_in_it(plans: tuple[Reading, ...]) -> None:
    digest = hashlib.blake2s("计划.md".encode(), digest_size=4).hexdigest()
    assert [reading.document.id for reading in plans] == [f"{digest}-{number}" for number in (1, 2, 3)]


def test_the_same_text_under_another_name_is_another_document(tmp_path: Path, plans: tuple[Reading, ...]) -> None:
    other = read(tmp_path, NOTICE + PLAN.format(name="数据") + PLAN.format(name="安全"), name="副本.md")
    assert not {reading.document.id for reading in plans} & {reading.document.id for reading in other}
    assert [reading.document.version for reading in plans] == [reading.document.version for reading in other]


def test_the_manifest_corrects_what_the_text_says(tmp_path: Path) -> None:
    part = PartEntry(heading="安全", issuer="云川市应急管理局")
    manifest = Manifest(documents=(DocumentEntry(file="计划.md", issuer="云川市人民政府", region="云川市", parts=(part,)),))
    found = read(tmp_path, NOTICE + PLAN.format(name="数据") + PLAN.format(name="安全"), manifest)
    assert [reading.document.metadata.issuer for reading in found] == ["云川市人民政府", "云川市数据局", "云川市应急管理局"]
    assert {reading.document.metadata.region for reading in found} == {"云川市"}


def test_a_part_that_no_document_bears_the_title_of_is_an_error(tmp_path: Path) -> None:
    manifest = Manifest(documents=(DocumentEntry(file="计划.md", parts=(PartEntry(heading="交通"),)),))
    with pytest.raises(ManifestError, match="交通"):
        read(tmp_path, NOTICE + PLAN.format(name="数据"), manifest)


def test_the_title_of_a_document_is_a_block_of_it(plans: tuple[Reading, ...]) -> None:
    for reading in plans:
        (title,) = [block for block in reading.document.blocks if block.kind == "title"]
        assert title.span.of(reading.document.text) == reading.document.title


def test_a_file_in_another_encoding_gives_the_same_document(tmp_path: Path, plans: tuple[Reading, ...]) -> None:
    path = tmp_path / "计划.md"
    path.write_bytes((NOTICE + PLAN.format(name="数据") + PLAN.format(name="安全")).encode("gb18030"))
    assert read_documents(path, "计划.md", Manifest()) == plans


def test_a_pdf_has_pages_and_no_running_heads(tmp_path: Path) -> None:
    heads = ["Water Bureau Circular"] * 3
    bodies = ("Smart meters are replaced!", "Old pumps are renewed!", "River quality is published!")
    path = write_pdf(
        tmp_path / "plan.pdf", [[head, body, str(number)] for number, (head, body) in enumerate(zip(heads, bodies, strict=True), 7)]
    )
    (reading,) = read_documents(path, "plan.pdf", Manifest())
    assert [block.span.of(reading.document.text) for block in reading.document.blocks] == list(bodies)
    assert [block.page for block in reading.document.blocks] == [1, 2, 3]


def test_an_unreadable_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        read(tmp_path, "")
