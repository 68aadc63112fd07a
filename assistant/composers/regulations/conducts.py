"""How much of what a question says of a conduct the provisions of a regulation say, in its words or in those of regulations."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.composers.regulations.provisions import Provision
from assistant.evidence import Evidence
from assistant.matching import CONCEPT_WEIGHT, term_weight
from corpus.language.conducts import conduct_words
from corpus.language.places import place_name, places_in
from corpus.language.terms import normalize, terms_of
from corpus.model.document import Document
from corpus.model.span import Span

_ACTOR = re.compile(
    r".?(?:经营|运营|停放|销售|生产|管理|使用|所有|驾驶|行为|当事)(?:者|人|单位|企业)|.?(?:工作人员|单位|企业|公司|机构|个人)"
)
"""Who does it: many rules oblige the same one, so it tells none from another."""
_PENAL_WORDS = "处罚 罚款 罚多 多少钱 罚钱 责令改正 责令限期改正 逾期不改正 拒不改正 不改正 违反条例规定 处分 警告 数额 金额 部门 法律责任 后果 标准 写在 依据 处理 被发现 查到 被查 抓到 情节严重的"
"""Words of penalties: they tell none from another."""
REFERRED_WEIGHT = 0.9
"""What a word of the question counts that stands only in the provision that the penalty refers to."""
LEAD_WEIGHT = 0.5
"""What a word of the question counts that stands only in the sentence that announces an item."""
SAME = 0.6
"""Share of what one provision says of the conduct that another says as well where both are about the same."""
NAMED_BY = 4
"""Provisions, at the most, that use an official word which tells of one matter."""
OFTEN, FEW = 1 / 6, 3
"""Share of a regulation's provisions, and number, above which a word of the question tells none from another."""


def says_more(question: str, text: str, known: str) -> bool:
    """Whether `text` calls something of the question in the words of regulations that `known` does not speak of (不去会怎样: 逾期不认领的)."""
    return any(official.search(text) and not official.search(known) for official in conduct_words(question).values())


def _without_places(text: str, document: Document) -> Sequence[str]:
    """The terms of `text` without the names of places in it: where it happens is no part of the conduct."""
    for place in (*places_in(text), *filter(None, (place_name(document.metadata.region or ""),))):
        text = text.replace(place, "，")
    return terms_of(text)


class Shares:
    """How much of what the question says of the conduct the texts of one document say; `asking` is what of it only asks."""

    def __init__(self, evidence: Evidence, document: Document, provisions: Sequence[Provision], asking: str) -> None:
        text = evidence.question.text
        self._matcher, self._document = evidence.matcher, document
        self._conducts = conduct_words(text)
        texts = [one.span.of(document.text) for one in provisions]
        self._spoken = self._literal(evidence, texts)
        self._weights = {**evidence.matcher.weights, **self._spoken}
        asked = frozenset([*terms_of(asking), *terms_of(" ".join(_ACTOR.findall(text)))]) & self._weights.keys()
        self._common = self._terms_in(f"{document.title} {_PENAL_WORDS}") | asked
        self._common |= self._weights.keys() - set(_without_places(text, document))
        known = [synonym.words for synonym in evidence.question.synonyms]
        named = {words for words in known if self._is_named(evidence, words, texts)}
        self._common |= {words for words in known if words not in named | self._spoken.keys() and self._needs_none(words)}
        replaced = {term for term in self._weights for words in self._conducts if set(term) & set(words)}
        self._common |= replaced - frozenset().union(*(self._terms_in(one) for one in texts))
        counted = Counter(term for one in provisions for term in self._terms(one.span))
        often = max(FEW, len(provisions) * OFTEN)
        self._common |= frozenset(term for term, count in counted.items() if count > often)
        self._once = frozenset(term for term, count in counted.items() if count == 1)
        self._rest = self._weight({*self._weights, *known, *self._conducts} - self._common)

    def _literal(self, evidence: Evidence, texts: Sequence[str]) -> Mapping[str, float]:
        """The words of the question that the regulation says itself, though they are part of an everyday word, with their weights."""
        knowledge = evidence.knowledge
        terms = {term for term in terms_of(evidence.question.text) if len(term) > 1} - evidence.matcher.weights.keys()
        said = {term for term in terms if any(term in normalize(one) for one in texts)}
        return {term: term_weight(term, knowledge.document_frequency(term), knowledge.entry_count) for term in said}

    def _is_named(self, evidence: Evidence, words: str, texts: Sequence[str]) -> bool:
        """Whether few provisions, but some, call an everyday word by one of its official words (无障碍停车位), and none by the word itself."""
        official = next((synonym.official for synonym in evidence.question.synonyms if synonym.words == words), ())
        holding = sum(any(normalize(name) in normalize(one) for name in official) for one in texts)
        return 0 < holding <= NAMED_BY and not any(words in normalize(one) for one in texts)

    def _needs_none(self, words: str) -> bool:
        """Whether the regulation says part of an everyday word itself, or what it calls it is known."""
        conducts = (conduct[1:] for conduct in self._conducts)
        own = self._spoken.keys() - self._common
        return not own.isdisjoint(terms_of(words)) or any(words in conduct or conduct in words for conduct in conducts)

    def of(self, provision: Provision, referred: Provision | None = None) -> float:
        """The share that a provision says, with the one it refers to; two characters alone (场内) in that are no conduct."""
        said = self._terms(provision.span)
        weight = self._weight(said)
        lead = provision.lead
        if referred is not None:
            behind = self._terms(referred.span) - said
            if not said and len(behind) == 1 and behind <= self._weights.keys() - self._once:
                return 0.0
            weight += REFERRED_WEIGHT * self._weight(behind)
            said, lead = said | behind, referred.lead
        if lead is not None:
            weight += LEAD_WEIGHT * self._weight(self._terms(lead) - said)
        return weight / self._rest if self._rest else 0.0

    def tells(self, provision: Provision) -> bool:
        """Whether a provision says more of the conduct than two characters, which may be of any other."""
        said = self._terms(provision.span)
        return len(said) > 1 or not said <= self._weights.keys()

    def same(self, one: Provision, other: Provision) -> bool:
        """Whether the other provision says most of what the one says of the conduct."""
        said, again = self._terms(one.span), self._terms(other.span)
        return bool(said) and self._weight(said & again) >= SAME * self._weight(said)

    def _terms(self, span: Span) -> frozenset[str]:
        text = span.of(self._document.text)
        conducts = {words for words, official in self._conducts.items() if official.search(text) or (len(words) > 2 and words[1:] in text)}
        return (self._terms_in(text) | conducts) - self._common

    def _terms_in(self, text: str) -> frozenset[str]:
        plain = normalize(text)
        return (self._matcher.terms_in(text) - self._spoken.keys()) | {term for term in self._spoken if term in plain}

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(self._weights.get(term, CONCEPT_WEIGHT) for term in terms)
