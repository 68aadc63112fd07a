"""Who makes the detailed rules is told from the article that speaks of the matter, and from no other."""

from collections.abc import Iterator

import pytest

from assistant.composers.regulations.rule_makers import compose_rule_maker
from tests.assistant.corpus_fixture import Reader
from tests.assistant.written_corpus import reading

RULES = """# 岚江市公共数据条例

第一条 公共数据授权运营的收益应当上缴财政。具体办法由市财政部门会同市数据主管部门制定。

第二条 鼓励举报数据安全事件。举报奖励办法由区人民政府制定。

第三条 将授权运营的数据转授权的，由市数据主管部门按照处罚办法处罚。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with reading(tmp_path_factory.mktemp("rules"), 数据=RULES) as reader:
        yield reader


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("授权运营收益的具体办法，由谁来定？", "市财政部门会同市数据主管部门"),
        ("授权运营的收益怎么收、怎么管，由谁来定？", "市财政部门会同市数据主管部门"),
        ("授权运营收益上缴的细则归哪些部门制定？", "市财政部门会同市数据主管部门"),
        ("举报奖励的办法谁制定？", "区人民政府"),
        ("举报奖励办法由哪个部门制定？", "区人民政府"),
    ],
)
def test_the_maker_is_the_one_of_the_article_that_speaks_of_the_matter(rules: Reader, question: str, said: str) -> None:
    draft = compose_rule_maker(rules.evidence(question))
    assert draft is not None
    assert said in draft.statements[0].text
    assert len(draft.statements) == 1


@pytest.mark.parametrize(
    "question",
    ["违反办法由谁处罚？", "授权运营的具体办法是什么？", "举报奖励的目录由谁制定？", "授权运营怎么做？", "渔船修理的办法由谁制定？"],
)
def test_nothing_is_told_where_no_maker_is_asked_for_or_the_matter_is_another(rules: Reader, question: str) -> None:
    assert compose_rule_maker(rules.evidence(question)) is None
