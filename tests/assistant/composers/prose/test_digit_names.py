"""What each figure of a name stands for is told from the paragraph that counts as many things in that order."""

from collections.abc import Iterator

import pytest

from assistant.composers.prose.digit_names import compose_digit_name
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

PLAN = """# 岚江市渔业人才工程实施意见

为了推进渔业人才工程（简称“423”工程），提出以下意见。推广“851”快艇。推进“1+2”改造，即1座码头、2个泊位。

## 一、目标

到2026年，实施“捕捞、养殖、加工、销售”四大培训计划，建立两个实训基地，实现三项发展目标。第五批船员八人。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("harbour"), 意见=PLAN) as reader:
        yield reader


@pytest.mark.parametrize("question", ["“423”工程的4、2、3各指什么？", "“423”工程是什么意思？"])
def test_each_figure_of_the_name_is_told(harbour: Reader, question: str) -> None:
    draft = compose_digit_name(harbour.evidence(question))
    assert draft is not None
    assert draft.statements[0].text == "四大培训计划、两个实训基地、三项发展目标。"
    text = next(iter(harbour.knowledge.documents()))
    document = harbour.knowledge.document(text.id)
    assert [source.span.of(document.text) for source in draft.statements[0].sources] == ["四大培训计划", "两个实训基地", "三项发展目标"]


@pytest.mark.parametrize(
    "question", ["“423”工程要培训多少名船员？", "“851”快艇是什么？", "“1+2”改造是什么？", "“324”工程是什么？", "渔业人才工程是什么？"]
)
def test_a_name_whose_figures_no_paragraph_counts_is_left_to_the_sentences(harbour: Reader, question: str) -> None:
    assert compose_digit_name(harbour.evidence(question)) is None
