"""What people decided goes before the manifest, holds for the file it was decided of, and is seen by that file's digest alone."""

from dataclasses import replace

import pytest

from corpus.amendments import Amendments, Decisions, FactCorrection, MetadataCorrection
from corpus.manifest import Corrections, DocumentEntry, Manifest, PartEntry
from corpus.model.document import Metadata

MANIFEST = Manifest(
    documents=(DocumentEntry(file="a.md", issuer="甲局", visibility="internal", parts=(PartEntry(heading="计划", issuer="乙局"),)),)
)
READ = (Metadata(title="关于印发计划方案的通知"), Metadata(title="云川市行动计划", issuer="丙局"))


def decided(*corrections: MetadataCorrection) -> Decisions:
    return Decisions(MANIFEST, Amendments(metadata=corrections))


def test_an_amendment_goes_before_the_manifest_field_by_field() -> None:
    metadata = (
        Manifest(documents=(DocumentEntry(file="a.md", issuer="甲局", title="通知"),)),
        Amendments(metadata=(MetadataCorrection("a.md", Corrections(issuer="丁局")),)),
    )
    assert Decisions(*metadata).correct("a.md", READ[:1]) == (Metadata(title="通知", issuer="丁局"),)


def test_visibility_of_the_file_goes_before_that_of_the_manifests_parts() -> None:
    manifest = Manifest(documents=(DocumentEntry(file="a.md", parts=(PartEntry(heading="行动计划", visibility="public"),)),))
    decisions = Decisions(manifest, Amendments(metadata=(MetadataCorrection("a.md", Corrections(visibility="internal")),)))
    assert [metadata.visibility for metadata in decisions.correct("a.md", READ)] == ["internal", "internal"]


def test_a_part_is_found_by_the_title_it_has_and_by_the_one_that_was_read() -> None:
    manifest = Manifest(documents=(DocumentEntry(file="a.md", parts=(PartEntry(heading="行动计划", title="改名方案"),)),))
    for heading in ("云川市行动计划", "改名方案"):
        decisions = Decisions(manifest, Amendments(metadata=(MetadataCorrection("a.md", Corrections(signatory="张三"), heading),)))
        assert [metadata.signatory for metadata in decisions.correct("a.md", READ)] == [None, "张三"]


def test_a_correction_without_a_place_is_named_and_breaks_nothing() -> None:
    gone = MetadataCorrection("a.md", Corrections(signatory="张三"), "交通规划")
    renamed = MetadataCorrection("a.md", Corrections(title="新名"), "行动计划")
    decisions = Decisions(Manifest(), Amendments(metadata=(gone, renamed)))
    corrected = decisions.correct("a.md", READ)
    assert [metadata.title for metadata in corrected] == [READ[0].title, "新名"]
    (note,) = decisions.without_place("a.md", [metadata.title for metadata in corrected])
    assert "交通规划" in note


def test_a_digest_changes_with_what_is_decided_of_its_file_only() -> None:
    nothing = Decisions()
    assert nothing.digest("a.md") == ""
    one = MetadataCorrection("b.md", Corrections(issuer="甲局"))
    fact = FactCorrection("1", "b.md", "target", "到2025年", {"value": "1"}, {"value": "2"}, "到2025年")
    versions = [
        Amendments(metadata=(one,)),
        Amendments(metadata=(replace(one, fields=Corrections(issuer="乙局")),)),
        Amendments(metadata=(replace(one, heading="计划"),)),
        Amendments(facts=(fact,)),
        Amendments(facts=(replace(fact, evidence="别的"),)),
        Amendments(facts=(replace(fact, fields={}),)),
    ]
    digests = [Decisions(Manifest(), amendments).digest("b.md") for amendments in versions]
    assert len({*digests, ""}) == len(versions) + 1
    assert {Decisions(Manifest(), amendments).digest("a.md") for amendments in versions} == {""}
    assert Decisions(MANIFEST).digest("a.md") != ""


@pytest.mark.parametrize(("visibility", "internal"), [(None, True), ("public", False), ("internal", True)])
def test_whether_anything_of_a_file_is_said_to_be_internal(visibility: str | None, internal: bool) -> None:
    corrections = (MetadataCorrection("a.md", Corrections.model_validate({"visibility": visibility})),) if visibility else ()
    assert decided(*corrections).marks_internal("a.md") is internal
    assert not decided(*corrections).marks_internal("b.md")
