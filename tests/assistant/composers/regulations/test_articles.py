"""Which article says something is answered with its number and what it says."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.sentences import compose_sentences
from assistant.composers.regulations.articles import WHICH_ARTICLE
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市停泊条例

## 第一章 总则

第一条 为了规范停泊，制定本条例。

第二条 停泊信息的保存期限不少于六个月。

第三条 泊位经营者应当遵守下列规定：

（一）公示收费标准；

（二）不得拒收现金；

（三）维护停泊秩序。

## 第二章 法律责任

第四条 违反本条例的，由市港航局处罚。
"""


@pytest.fixture(scope="module")
def berths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("berths"), 停泊=RULES) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "number", "said"),
    [
        ("停泊条例第几条规定了信息保存期限？", "第二条", "不少于六个月"),
        ("不得拒收现金是停泊条例哪一条规定的？", "第三条", "不得拒收现金"),
    ],
)
def test_article_is_named_with_what_it_says(berths: Reader, question: str, number: str, said: str) -> None:
    draft = compose_sentences(berths.evidence(question))
    assert draft is not None
    (statement,) = draft.statements
    assert statement.text.startswith(f"{number}：")
    assert said in statement.text
    text = berths.knowledge.document(statement.sources[0].document_id).text
    assert statement.sources[0].span.of(text) == number


@pytest.mark.parametrize("question", ["停泊条例第几条讲渔船养老补贴？", "听说停泊条例规定可以不收现金，依据是哪一条？"])
def test_no_article_is_named_for_what_no_article_says(berths: Reader, question: str) -> None:
    assert compose_sentences(berths.evidence(question)) is None


@pytest.mark.parametrize("asked", ["条例第几条？", "依据第几条？", "写在哪一条？"])
def test_the_part_that_asks_for_the_article_is_answered_from_the_part_before(berths: Reader, asked: str) -> None:
    answer = berths.ask(f"停泊信息的保存期限不少于几个月？{asked}")
    assert answer.status == "answered"
    assert "六个月" in answer.text
    assert "第二条" in answer.text
    assert "共" not in answer.text


def test_chapters_and_articles_are_counted_together(berths: Reader) -> None:
    answer = berths.ask("停泊条例总共多少章、多少条？")
    assert "2章" in answer.text
    assert "4条" in answer.text
    assert answer.status == "answered"


@pytest.mark.parametrize(
    ("question", "asks"), [("依据是第几条？", True), ("哪条路限行？", False), ("第三条说什么？", False), ("哪条规定的？", True)]
)
def test_only_a_question_for_an_article_is_one(question: str, asks: bool) -> None:
    assert (WHICH_ARTICLE.search(question) is not None) is asks
