"""A numbered list is given whole where the question calls its items by what the heading or sentence above them calls them."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.numbered_lists import compose_numbered_list
from assistant.draft import Draft
from assistant.settings import AssistantSettings
from corpus.knowledge.generations import Generations
from ingest.pipeline import ingest_corpus
from tests.assistant.corpus_fixture import Reader, write_documents

MEASURES = """# 岚江市支持渔船更新若干措施

一、渔船更新。对更新渔船的渔民，每艘补助20万元。

二、设备补助。对加装定位设备的渔民，每台补助2000元。

附件1

渔船更新申报材料清单

（一）补助申请表，加盖公章；

（二）渔业捕捞许可证复印件；

（三）渔船拆解证明。

以上材料一式2份。
"""
RULES = """# 岚江市渔港管理条例

第一条 渔港经营者应当履行下列责任：
（一）设置泊位标识；
（二）每日开展防火巡查；
（三）对违规停泊予以劝阻。
无经营者的渔港，由渔业部门落实前款责任。

第二条 进港渔船应当报告泊位、防火情况，渔港经营者应当登记。

第三条 渔港每年疏浚一次。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("harbour")
    write_documents(folder / "corpus", {"措施.md": MEASURES, "条例.md": RULES})
    settings = AssistantSettings.load(corpus_dir=folder / "corpus", data_dir=folder / "data", _env_file=None)
    ingest_corpus(settings)
    with Generations(settings.data_dir) as generations, generations.lease() as knowledge:
        yield Reader(knowledge, settings.data_dir)


def said(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [statement.text for statement in draft.statements]


@pytest.mark.parametrize("question", ["渔船更新补助要交哪些材料？", "申报渔船更新要什么材料？", "更新渔船申报的三项材料是什么？"])
def test_the_list_of_an_annex_is_given_whole(harbour: Reader, question: str) -> None:
    assert said(compose_numbered_list(harbour.evidence(question))) == [
        "渔船更新申报材料清单：",
        "（一）补助申请表，加盖公章；",
        "（二）渔业捕捞许可证复印件；",
        "（三）渔船拆解证明。",
    ]


@pytest.mark.parametrize("question", ["渔港经营者应当履行哪些责任？", "渔港经营者在停泊、防火上要尽哪三项责任？"])
def test_the_list_that_a_sentence_of_an_article_announces_is_given_whole(harbour: Reader, question: str) -> None:
    text = said(compose_numbered_list(harbour.evidence(question)))
    assert text[0] == "渔港经营者应当履行下列责任："
    assert [line[:3] for line in text[1:]] == ["（一）", "（二）", "（三）"]
    assert "前款" not in "".join(text)


@pytest.mark.parametrize(
    "question",
    [
        "渔港经营者要尽哪五项责任？",
        "渔港经营者要遵守哪些规定？",
        "更新渔船补助多少钱？",
        "机场安检要带哪些材料？",
    ],
)
def test_another_number_another_name_and_another_matter_get_no_list(harbour: Reader, question: str) -> None:
    assert compose_numbered_list(harbour.evidence(question)) is None
