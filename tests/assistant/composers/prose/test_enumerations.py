"""What a paragraph counts out (一是…，二是…) or lists below itself is given whole, item by item, each with its own quote."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.enumerations import compose_enumeration
from assistant.draft import Draft
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents

REPORT = """# 岚江市政府工作报告

## 一、工作安排

坚持为民惠民，让群众得实惠。今年办好五件渔港实事：一是新建避风锚地2处；二是改造旧码头6座，新增泊位40个；三是配备救生艇12艘；四是检修渔船300艘；五是培训船员500人。年底前全部完成。

## 二、存在不足

（一）渔业短板。一是冷库容量偏少；二是深加工企业不多。

推进渔港整治，清理沉船20艘。
"""
RULES = """# 岚江市渔港管理条例

## 第一章 总则

第一条 市渔业部门建设全市统一的渔港信息平台。平台应当具备下列功能：

（一）泊位查询；
（二）风浪预警；
（三）油料预订。

第二条 进港渔船应当报告。报告应当载明下列事项：

（一）船名；
（二）载员人数。

第三条 渔港管理人员有下列行为之一的，由渔业部门责令改正；情节严重的，依法给予处分：

（一）擅自放行船舶；
（二）迟报风浪。

禁止在航道内下网。

第四条 渔港每年疏浚一次。

## 第二章 附则

第五条 本条例自2024年1月1日起施行。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("harbour")
    write_documents(folder / "corpus", {"报告.md": REPORT, "条例.md": RULES})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def said(draft: Draft | None) -> str:
    assert draft is not None
    return "".join(statement.text for statement in draft.statements)


@pytest.mark.parametrize("question", ["今年要办的五件渔港实事都是什么？", "今年办好哪五件渔港实事？", "渔港实事有哪些？"])
def test_every_item_that_is_counted_out_is_given_with_a_quote_of_its_own(harbour: Reader, question: str) -> None:
    draft = compose_enumeration(harbour.evidence(question))
    text = said(draft)
    for words in ("避风锚地2处", "旧码头6座，新增泊位40个", "救生艇12艘", "渔船300艘", "船员500人。"):
        assert words in text
    assert "年底前" not in text
    assert "得实惠" not in text
    assert draft is not None
    assert len(draft.statements) == 6
    assert len({source for statement in draft.statements for source in statement.sources}) == 6


def test_another_number_of_items_is_not_what_is_asked_for(harbour: Reader) -> None:
    assert compose_enumeration(harbour.evidence("今年要办的八件渔港实事都是什么？")) is None


def test_a_heading_announces_as_a_sentence_does(harbour: Reader) -> None:
    assert said(compose_enumeration(harbour.evidence("岚江的渔业短板有哪些？"))) == "渔业短板：一是冷库容量偏少；二是深加工企业不多。"


@pytest.mark.parametrize(
    ("question", "items", "other"),
    [
        ("全市统一的渔港信息平台要有哪些功能？", ("泊位查询", "风浪预警", "油料预订"), "船名"),
        ("渔船进港报告要写哪些事项？", ("船名", "载员人数"), "油料预订"),
    ],
)
def test_a_list_below_the_sentence_after_the_best_is_given_whole(
    harbour: Reader, question: str, items: tuple[str, ...], other: str
) -> None:
    text = said(compose_enumeration(harbour.evidence(question)))
    assert all(item in text for item in items)
    assert other not in text


@pytest.mark.parametrize("question", ["渔港整治清理了多少艘沉船？", "救生艇由谁配备？", "岚江有哪些博物馆？"])
def test_nothing_is_enumerated_where_no_list_is_asked_for_or_none_fits(harbour: Reader, question: str) -> None:
    assert compose_enumeration(harbour.evidence(question)) is None


def test_items_below_an_announcement_are_counted_where_the_question_asks_how_many(harbour: Reader) -> None:
    draft = compose_enumeration(harbour.evidence("渔港管理条例要求平台有几个功能？"))
    assert draft is not None
    assert draft.statements[0].text == "共3项。"
    assert draft.facts[0].values["value"] == "3项"
    assert [statement.text[:3] for statement in draft.statements[2:]] == ["（一）", "（二）", "（三）"]


def test_a_list_is_given_whole_however_long_the_sentence_is_that_announces_it(harbour: Reader) -> None:
    text = said(compose_enumeration(harbour.evidence("渔港管理人员有哪些行为会被责令改正？")))
    assert "擅自放行船舶" in text
    assert "迟报风浪" in text
