"""How much of what a question says of a conduct the provisions of a regulation say, in its words or in those of regulations."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.composers.provisions import Provision
from assistant.evidence import Evidence
from corpus.language.conducts import conduct_words
from corpus.language.terms import terms_of
from corpus.model.document import Document
from corpus.model.span import Span

_ACTOR = re.compile(
    r".?(?:经营|运营|停放|销售|生产|管理|使用|所有|驾驶|行为|当事)(?:者|人|单位|企业)|.?(?:工作人员|单位|企业|公司|机构|个人)"
)
"""Who does it: many rules oblige the same one, so it tells none from another."""
_PENAL_WORDS = "处罚 罚款 罚多 多少钱 罚钱 责令改正 责令限期改正 逾期不改正 拒不改正 不改正 违反条例规定 处分 警告 数额 金额 部门 法律责任 后果 标准 写在 规定 依据 处理 被发现 查到 被查 抓到"
"""Words of penalties: they tell none from another."""
REFERRED_WEIGHT = 0.9
"""What a word of the question counts that stands only in the provision that the penalty refers to."""
LEAD_WEIGHT = 0.5
"""What a word of the question counts that stands only in the sentence that announces an item."""
OFTEN, FEW = 1 / 6, 3
"""Share of a regulation's provisions, and number, above which a word of the question tells none from another."""


def says_more(question: str, text: str, known: str) -> bool:
    """Whether `text` calls something of the question in the words of regulations that `known` does not speak of (不去会怎样: 逾期不认领的)."""
    return any(official.search(text) and not official.search(known) for official in conduct_words(question).values())


class Shares:
    """How much of what the question says of the conduct the texts of one document say; `asking` is what of it only asks."""

    def __init__(self, evidence: Evidence, document: Document, provisions: Sequence[Provision], asking: str) -> None:
        matcher, text = evidence.matcher, evidence.question.text
        self._matcher, self._document = matcher, document
        self._conducts = conduct_words(text)
        asked = frozenset([*terms_of(asking), *terms_of(" ".join(_ACTOR.findall(text)))]) & matcher.weights.keys()
        self._common = matcher.terms_in(f"{document.title} {_PENAL_WORDS}") | asked
        replaced = {term for term in matcher.weights for words in self._conducts if set(term) & set(words)}
        said = frozenset().union(*(matcher.terms_in(one.span.of(document.text)) for one in provisions))
        self._common |= replaced - said
        counted = Counter(term for one in provisions for term in self._terms(one.span))
        often = max(FEW, len(provisions) * OFTEN)
        self._common |= frozenset(term for term, count in counted.items() if count > often)
        conducts = frozenset(self._conducts) - self._common
        self._rest = 1.0 - matcher.weight_of(self._common - self._conducts.keys()) + matcher.weight_of(conducts)

    def of(self, provision: Provision, referred: Provision | None = None) -> float:
        """The share that a provision says, with the one it refers to; two characters alone (场内) in that are no conduct."""
        said = self._terms(provision.span)
        weight = self._matcher.weight_of(said)
        lead = provision.lead
        if referred is not None:
            behind = self._terms(referred.span) - said
            if not said and len(behind) == 1 and behind <= self._matcher.weights.keys():
                return 0.0
            weight += REFERRED_WEIGHT * self._matcher.weight_of(behind)
            said, lead = said | behind, referred.lead
        if lead is not None:
            weight += LEAD_WEIGHT * self._matcher.weight_of(self._terms(lead) - said)
        return weight / self._rest if self._rest > 0.05 else 0.0

    def tells(self, provision: Provision) -> bool:
        """Whether a provision says more of the conduct than two characters, which may be of any other."""
        said = self._terms(provision.span)
        return len(said) > 1 or not said <= self._matcher.weights.keys()

    def _terms(self, span: Span) -> frozenset[str]:
        text = span.of(self._document.text)
        conducts = {words for words, official in self._conducts.items() if official.search(text)}
        return (self._matcher.terms_in(text) | conducts) - self._common
