"""A conduct is known by what regulations call it, whatever people call it."""

from pathlib import Path

from assistant.composers.regulations.conducts import Shares
from assistant.composers.regulations.provisions import provisions_of
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


LIFTS = """# 岚江市升降机条例

第一条 升降机停用的，应当张贴告示。

第二条 接到困人报告后，维护单位应当在三十分钟内赶到现场。

第三条 移装电梯的，处二万元罚款。

第四条 加装电梯未报告的，处一千元罚款。

第五条 维护单位有下列情形之一的，处一万元罚款：

（一）接到困人报告后未赶到现场的；

（二）未张贴告示的。
"""


def test_words_that_the_regulation_says_itself_count_though_an_everyday_word_covers_them(tmp_path: Path) -> None:
    with reading(tmp_path, 升降机=LIFTS) as reader:
        evidence = reader.evidence("移装电梯怎么罚？")
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        provisions = tuple(provisions_of(document))
        shares = Shares(evidence, document, provisions, "怎么罚")
        moved, added = (shares.of(one) for one in provisions[2:4])
    assert evidence.question.synonyms
    assert moved > added


def test_two_provisions_about_the_same_conduct_are_known_as_such(tmp_path: Path) -> None:
    with reading(tmp_path, 升降机=LIFTS) as reader:
        evidence = reader.evidence("困人报告后半天没赶到现场，罚多少？")
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        provisions = tuple(provisions_of(document))
        shares = Shares(evidence, document, provisions, "罚多少")
        duty, sign = provisions[1], provisions[0]
        late = next(one for one in provisions if one.item == 1)
    assert shares.same(duty, late)
    assert not shares.same(duty, sign)


PARKING = """# 岚江市停放条例

第一条 持有残疾人证明的，停放免费。

第二条 占用无障碍停车位的，处一百元罚款。

第三条 占用充电车位的，处五十元罚款。
"""


def test_a_few_official_words_for_an_everyday_one_count_though_a_part_of_it_stands_elsewhere(tmp_path: Path) -> None:
    with reading(tmp_path, 停放=PARKING) as reader:
        evidence = reader.evidence("占残疾人车位罚多少？")
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        provisions = tuple(provisions_of(document))
        shares = Shares(evidence, document, provisions, "罚多少")
        _, reserved, charging = (shares.of(one) for one in provisions)
    assert reserved > charging


FISHING = """# 岚江市渔业条例

第一条 渔业用水应当达到渔业水质标准。

第二条 使用电鱼方法捕捞的，处五千元罚款。

第三条 违反渔业捕捞许可规定的，处一千元罚款。
"""


def test_an_everyday_word_that_the_regulation_says_itself_is_not_held_by_what_its_official_words_stand_in(tmp_path: Path) -> None:
    with reading(tmp_path, 渔业=FISHING) as reader:
        evidence = reader.evidence("电鱼怎么罚？")
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        provisions = tuple(provisions_of(document))
        shares = Shares(evidence, document, provisions, "怎么罚")
        water, shocked, licence = (shares.of(one) for one in provisions)
    assert shocked > water == licence == 0.0
