import pytest

from ingest.attachments import attachments_named
from tests.ingest.examples import canonical_of


def named(text: str) -> tuple[str, ...]:
    return attachments_named(canonical_of(f"# 关于加强节水工作的通知\n\n各单位：\n\n落实制度。\n\n{text}\n\n云川市水务局\n").lines)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("附件：节水指标表", ("节水指标表",)),
        ("附件：1.节水指标表\n\n2.联系人名单", ("节水指标表", "联系人名单")),
        ("附件：1. 节水指标表\n\n　　　2. 联系人名单；", ("节水指标表", "联系人名单")),
        ("附 件:1．节水指标表　2．联系人名单", ("节水指标表", "联系人名单")),
        ("附件：1、2024年节水指标表\n\n2、《节水条例》摘录", ("2024年节水指标表", "《节水条例》摘录")),
        ("附件：1.节水指标表\n\n2.联系人名单\n\n3.", ("节水指标表", "联系人名单")),
        ("附件：1.节水指标表\n\n3.联系人名单", ("节水指标表",)),
        ("附件：1.节水指标表\n\n一、总体要求", ("节水指标表",)),
        ("附件：水质达到3.5级的水厂名单", ("水质达到3.5级的水厂名单",)),
    ],
)
def test_the_names_behind_the_label_are_the_attachments(text: str, names: tuple[str, ...]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "附件1",
        "附件：",
        "附件：1",
        "附件所列项目须在年底前完成。",
        "附件：见下文所列各项。请各单位按要求执行",
        "详见附件：节水指标表",
        "附件1：节水指标表",
    ],
)
def test_what_names_nothing_or_heads_an_annex_is_no_list(text: str) -> None:
    assert named(text) == ()


def test_the_first_list_is_that_of_the_document() -> None:
    assert named("附件：1.节水指标表\n\n2.联系人名单\n\n云川市水务局\n\n附件：另一张表") == ("节水指标表", "联系人名单")
