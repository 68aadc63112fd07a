"""Which document a question is about that asks for its head, foot or basis."""

from pathlib import Path

from assistant.composers.documents.meant_documents import meant_document, with_notice
from tests.assistant.written_corpus import reading

NOTICE = """岚江市人民政府办公室关于印发支持渔业若干措施的通知

岚政办规〔2024〕9号

岚江市人民政府办公室

2024年11月18日

# 岚江市支持渔业若干措施

一、支持养殖

对养殖场给予补助。
"""
OTHER = """# 岚江市支持茶业若干措施

一、支持茶园

对茶园给予补助。
"""


def test_a_document_is_meant_by_its_kind(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=NOTICE) as reader:
        meant = meant_document(reader.evidence("渔业措施由谁解释？"))
        assert meant is not None
        assert reader.knowledge.document(meant).title.endswith("支持渔业若干措施的通知")
        assert [document.id for document in with_notice(reader.knowledge, meant)] == [meant]


def test_no_document_is_meant_where_two_may_be(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=NOTICE, 茶业=OTHER) as reader:
        assert meant_document(reader.evidence("岚江市的若干措施由谁解释？")) is None
