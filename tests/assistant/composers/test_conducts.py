"""A conduct is known by what regulations call it, whatever people call it."""

from pathlib import Path

from assistant.composers.conducts import Shares
from assistant.composers.provisions import provisions_of
from tests.assistant.written_corpus import reading

RULES = """# 岚江市码头管理条例

第一条 禁止在码头销售活禽。

第二条 禁止在码头饲养活禽。

第三条 码头应当照明。
"""


def test_the_provision_that_says_the_conduct_in_other_words_has_the_greater_share(tmp_path: Path) -> None:
    with reading(tmp_path, 码头=RULES) as reader:
        evidence = reader.evidence("在码头卖活禽怎么罚？")
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        provisions = tuple(provisions_of(document))
        shares = Shares(evidence, document, provisions, "怎么罚")
        sold, kept, lit = (shares.of(one) for one in provisions)
    assert sold > kept > lit == 0.0
