"""Articles come apart into sentences and items, and what one article names of another is found there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composers.regulations.provisions import Provision, Reference, holds, provisions_of, references_in, referred_to
from corpus.model.document import Document
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市停泊条例

第一条 为了规范停泊，制定本条例。停泊以方便群众为原则。

本条例适用于本市。

第二条 泊位经营者应当公示收费标准。

禁止在下列水域停泊：

（一）航道；

（二）取水口。

第三条 本条例自公布之日起施行。
"""


@pytest.fixture(scope="module")
def berths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("berths"), 停泊=RULES) as reader:
        yield reader


@pytest.fixture
def document(berths: Reader) -> Document:
    return berths.knowledge.document(next(iter(berths.knowledge.documents())).id)


def _said(document: Document, reference: Reference) -> list[str]:
    return [one.span.of(document.text) for one in provisions_of(document) if holds(reference, one)]


def test_an_item_has_its_number_its_paragraph_and_the_sentence_that_announces_it(document: Document) -> None:
    items: list[Provision] = [one for one in provisions_of(document) if one.item is not None]
    assert [(one.article.number, one.paragraph, one.item) for one in items] == [("第二条", 2, 1), ("第二条", 2, 2)]
    assert {one.lead.of(document.text) for one in items if one.lead} == {"禁止在下列水域停泊："}


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (Reference(1), ["为了规范停泊，制定本条例。", "停泊以方便群众为原则。", "本条例适用于本市。"]),
        (Reference(1, 2), ["本条例适用于本市。"]),
        (Reference(2, 2), ["禁止在下列水域停泊：", "（一）航道；", "（二）取水口。"]),
        (Reference(2, None, 2), ["（二）取水口。"]),
        (Reference(2, 1, 2), []),
    ],
)
def test_a_reference_holds_what_it_names(document: Document, reference: Reference, said: list[str]) -> None:
    assert _said(document, reference) == said


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("违反本条例第二十条规定", [Reference(20)]),
        ("违反第二十一条第三款、第二十九条第五项规定", [Reference(21, 3), Reference(29, None, 5)]),
        ("违反本条例第六条第一项、第五项规定", [Reference(6, None, 1), Reference(6, None, 5)]),
        ("违反本办法第六条第二款第一项规定", [Reference(6, 2, 1)]),
        ("违反第六条第（一）项至第（三）项规定", [Reference(6, None, 1), Reference(6, None, 2), Reference(6, None, 3)]),
        ("违反第六条第（一）、（三）项规定", [Reference(6, None, 1), Reference(6, None, 3)]),
        ("违反本条例规定", []),
    ],
)
def test_references_are_read_as_they_are_printed(text: str, references: list[Reference]) -> None:
    assert list(references_in(text)) == references


def test_each_conduct_that_a_sentence_punishes_stands_apart_with_what_follows_on_it(tmp_path: Path) -> None:
    article = (
        "第一条 违反本条例第二条规定，在禁停水域停泊的，由海事机构处二百元罚款；拒不改正的，处五百元罚款；没有违法所得或者违法所得不足一千元的，处一千元罚款；"
        "违反第三条规定，在航标上系缆的，由海事机构处一百元罚款；对单位处三千元罚款。\n"
    )
    with reading(tmp_path, 停泊=f"# 岚江市停泊条例\n\n{article}") as reader:
        document = reader.knowledge.document(next(iter(reader.knowledge.documents())).id)
        said = [one.span.of(document.text) for one in provisions_of(document)]
    assert [text[:9] for text in said] == ["违反本条例第二条规", "违反第三条规定，在"]
    assert said[0].endswith("处一千元罚款")
    assert said[1].endswith("对单位处三千元罚款。")


NESTED = """# 岚江市牧场条例

第一条 牧场内禁止下列行为：

（一）登山；

（二）拦网捕鱼；

（三）狩猎。

第二条 违反本条例第一条规定的，由牧场管理机构责令改正；情节严重的，按照下列规定处罚：

（一）违反第（一）项规定的，处五十元罚款；

（二）违反第（二）、（三）项规定的，处五百元罚款。

第三条 携马出场应当遵守以下规范：

（一）佩戴马牌；

（二）清除马粪。

违反本条第一款第二项规定的，处二十元罚款。

第四条 马匹应当登记。

违反前款规定的，处三十元罚款。
"""


@pytest.mark.parametrize(
    ("penalty", "referred"),
    [
        ("五十元", ["（一）登山；"]),
        ("五百元", ["（二）拦网捕鱼；", "（三）狩猎。"]),
        ("二十元", ["（二）清除马粪。"]),
        ("三十元", ["马匹应当登记。"]),
    ],
)
def test_a_penalty_refers_to_its_own_article_and_to_items_of_the_one_announced(tmp_path: Path, penalty: str, referred: list[str]) -> None:
    with reading(tmp_path, 牧场=NESTED) as reader:
        ranch = next(iter(reader.knowledge.documents()))
        provisions = tuple(provisions_of(reader.knowledge.document(ranch.id)))
        document = reader.knowledge.document(ranch.id)
        penal = next(one for one in provisions if penalty in one.span.of(document.text))
        assert [one.span.of(document.text) for one in referred_to(document, penal, provisions)] == referred
