"""Which documents a question names: 交通运输计划, 金融附表, 0344号答复, 省里那份, 2016到2020那份规划."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from corpus.knowledge.knowledge_base import DocumentSummary
from corpus.language.places import place_name
from corpus.language.terms import normalize, terms_of

_KIND_NOUN = re.compile(
    r"(?:行动|总体|发展|场景|项目|工作)?(?:计划|规划|总规|方案|清单|附表|名单|答复|建议|条例|办法|政策措施|通知|报告|文件|表)"
)
_FIELD_NOUN = re.compile(r"领域|行业|方面|场景")
_KIND_WORDS = {
    "reply": r"答复|代表(?:建议|提)|建议",
    "master_plan": r"规划|总规",
    "regulation": r"条例|办法|法规",
    "policy": r"政策措施|若干政策",
    "notice": r"通知",
    "report": r"工作报告",
}
_KIND_ALONE = re.compile(
    r"(?:^|[，。；：、？！“《（和与跟同及或在按照从据比对这那该本市县区省里的年份])\s*(?:市?政府)?"
    r"(行动计划|行动方案|实施方案|工作方案|总体规划|发展规划|建设规划|工作报告|条例|管理办法|若干措施|政策措施|实施意见)"
)
"""A kind of document without the words of a name before it."""
ONLY_OF_KIND = 0.5
"""What the kind of a document counts where no other title has it: 条例和行动方案, in a corpus with one of each."""
_PROVINCE = re.compile(r"省(?:里|级|内)?(?=那|的|这|行动|计划|规划|方案|，|里)|全省|省里")
_NOT = re.compile(r"(?:不是|不要|并非|而非|除了)(?![^，。；）)]{0,14}(?:局|委|办|厅|集团|公司|中心|政府|部门))([^，。；）)]{2,16})")
_PERIOD = re.compile(r"((?:19|20)\d{2})\s*年?\s*[-—–~至到]\s*((?:19|20)\d{2})")
_NUMBER = re.compile(r"第?\s*0*(\d{3,4})\s*号")
_TYPE_WORDS = re.compile(
    r"行动计划|实施方案|行动方案|工作方案|总体规划|发展规划|若干政策措施|的通知|的答复|关于|计划|规划|方案|条例|[（(][^（）()]*[）)]"
)
_FOUR_CHARACTERS = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{4}(?![\u4e00-\u9fff])")
NEAR = 10
"""Characters up to the kind-of-document noun in which a word that no other title has decides."""
_FORMER = re.compile(r"(?:老|旧|以前|早先|上一轮|上一版)的?(?:那份)?[\u4e00-\u9fff]{0,6}(?:规划|总规)")
BESIDE_NUMBERED = 0.8
"""What the name of a document counts where the question names another one by its number."""
NOTICE_SHARE = 0.6
"""What the name of a plan counts for the notice that issues it."""
TITLES_HELD = 8_192
"""Titles whose terms are kept: each question is compared with the titles of all documents and tables."""
_WHO_BEFORE = re.compile(r"(?:局|委|办|厅|集团|公司|中心|政府|部门|单位)(?:在(?!线|建|地)|于|负责|牵头|承担|参与)")
"""Who does something, before the plan it stands in: 某局在某计划里负责…; a reply is named by its body too."""
_OF_REPLY = re.compile(r"答复|建议")
WINDOW = 14
"""Characters before a kind-of-document noun that are read as the document's name."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_TIMES = re.compile(r"(?<=[\u4e00-\u9fff])\s*[×xX✕*]\s*(?=[\u4e00-\u9fff])")
"""The sign of multiplication inside a name (数据要素×金融服务), which is typed in many ways."""
_PROVINCIAL = ("省", "自治区")
TITLE_RUN, BY_RUN = 6, 0.6
"""Characters of one title alone that name its document without a word for its kind (按人才集聚工程的设想), and how strongly they do."""
ONLY_OF_REGION = 0.5
"""What the name of a city or county counts for the only document of it, where there are documents of others."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The terms of a stretch of the question, those of its last characters, and how much a name found in it counts."""

    terms: frozenset[str]
    near: frozenset[str]
    factor: float


@dataclass(frozen=True, slots=True)
class NamedDocuments:
    """How strongly a question names each document (0 to 1, by id; documents it does not name are left out), and those it rules out.

    `runs`: the longest run of characters of a document's title alone that the question says.
    """

    strengths: Mapping[str, float]
    excluded: frozenset[str] = frozenset()
    runs: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """What the question says, side by side, of the title of the document that stands out, and of no other one; empty for little."""
        return self.runs.get(self.strongest or "", "")

    @property
    def strongest(self) -> str | None:
        """The document named most strongly, if one stands out."""
        ranked = sorted(self.strengths.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < 0.45 or (len(ranked) > 1 and ranked[1][1] > 0.85 * ranked[0][1]):
            return None
        return ranked[0][0]


def named_documents(
    text: str,
    documents: Sequence[DocumentSummary],
    synonyms: Mapping[str, tuple[str, ...]],
    tables: Mapping[str, Iterable[str]] = MappingProxyType({}),
) -> NamedDocuments:
    """The documents that `text` names by words of their title or of a table in them (`tables`, by document), their kind, number, period or region."""
    regions = Counter(document.metadata.region for document in documents if document.metadata.region)
    names = {
        document.id: frozenset().union(*(_name_terms(title) for title in (_own_title(document, regions), *tables.get(document.id, ()))))
        for document in documents
    }
    frequency = Counter(term for terms in names.values() for term in terms)
    weights = {term: math.log(1 + len(documents) / count) for term, count in frequency.items()}
    elsewhere, only_there = _by_region(text, documents)
    ruled_out = _NOT.search(text)
    stated = text.replace(ruled_out[0], "") if ruled_out else text
    windows = _windows(stated, synonyms)
    strengths = {document.id: _strength(stated, windows, document, names[document.id], weights) for document in documents}
    for document in _only_of_kind(stated, documents):
        strengths[document.id] = min(1.0, strengths[document.id] + ONLY_OF_KIND)
    runs = _by_run(stated, documents)
    for key in runs:
        strengths[key] = max(strengths[key], BY_RUN)
    for key in only_there:
        strengths[key] = min(1.0, strengths[key] + ONLY_OF_REGION)
    numbered = {document.id for document in documents if _is_numbered(stated, document)}
    for key in strengths.keys() - numbered if numbered else ():
        strengths[key] *= BESIDE_NUMBERED
    for document in documents:
        if document.metadata.kind == "notice" and _plan_beside(document, documents):
            strengths[document.id] *= NOTICE_SHARE
    excluded = elsewhere
    if ruled_out:
        named = ruled_out[1] + "计划"
        against = {d.id: _strength(named, _windows(named, synonyms), d, names[d.id], weights) for d in documents}
        best = max(against.values(), default=0.0)
        excluded |= {key for key, value in against.items() if value == best and best >= 0.3}
    return NamedDocuments(
        {key: round(value, 4) for key, value in strengths.items() if value > 0.05 and key not in excluded}, excluded, runs
    )


def _only_of_kind(text: str, documents: Sequence[DocumentSummary]) -> Iterator[DocumentSummary]:
    """The documents whose kind `text` names, without words of a name, and no other title has."""
    for kind in set(_KIND_ALONE.findall(text)):
        titled = [document for document in documents if kind in document.metadata.title]
        if len(titled) == 1:
            yield titled[0]


def _by_run(text: str, documents: Sequence[DocumentSummary]) -> Mapping[str, str]:
    """The documents of whose title, and of no other one's, `text` says TITLE_RUN characters side by side or more, the name of the place aside."""
    plain = _run_form(text)
    titles = {one.id: _run_form(one.metadata.title).replace(_run_form(one.metadata.region or " "), " ") for one in documents}
    found: dict[str, str] = {}
    for start in range(len(plain) - TITLE_RUN + 1):
        said = [key for key, title in titles.items() if plain[start : start + TITLE_RUN] in title]
        if len(said) != 1 or not _CHINESE.fullmatch(plain[start : start + TITLE_RUN]):
            continue
        end = start + TITLE_RUN
        while end < len(plain) and plain[start : end + 1] in titles[said[0]]:
            end += 1
        found[said[0]] = max(found.get(said[0], ""), plain[start:end], key=len)
    return found


def _run_form(text: str) -> str:
    return _TIMES.sub("", normalize(text))


def _by_region(text: str, documents: Sequence[DocumentSummary]) -> tuple[frozenset[str], frozenset[str]]:
    """The documents of other cities and counties than `text` names, and the only one of one it names; a province's hold for its cities."""
    regions = {one.id: one.metadata.region for one in documents if one.metadata.region and not one.metadata.region.endswith(_PROVINCIAL)}
    said = {region for region in regions.values() if place_name(region) in text}
    if not said or said == set(regions.values()):
        return frozenset(), frozenset()
    counted = Counter(regions.values())
    elsewhere = frozenset(key for key, region in regions.items() if region not in said)
    return elsewhere, frozenset(key for key, region in regions.items() if region in said and counted[region] == 1)


def _plan_beside(notice: DocumentSummary, documents: Sequence[DocumentSummary]) -> bool:
    """Whether the plan that a notice issues stands in the same file: it is the plan that people mean."""
    return any(
        other.id != notice.id
        and other.source_file == notice.source_file
        and normalize(other.metadata.title) in normalize(notice.metadata.title)
        for other in documents
    )


def _own_title(document: DocumentSummary, regions: Mapping[str, int]) -> str:
    """The title without the name of the place where other documents are of that place too: it tells none of them apart."""
    region, title = document.metadata.region, document.metadata.title
    return title.replace(region, " ").replace(place_name(region), " ") if region and regions[region] > 1 else title


@lru_cache(TITLES_HELD)
def _name_terms(title: str) -> frozenset[str]:
    """The terms of a title without its kind; and the short form of each four-character name in it: 文化旅游 -> 文旅."""
    name = _TYPE_WORDS.sub(" ", title)
    initials = {run[0] + run[2] for run in _FOUR_CHARACTERS.findall(name)}
    return frozenset(terms_of(name)) | initials


def _strength(
    text: str, windows: Sequence[_Window], document: DocumentSummary, name: frozenset[str], weights: Mapping[str, float]
) -> float:
    """How strongly `text` names the document (0 to 1): by words of its `name` in the windows, its kind, number, period or region."""
    metadata = document.metadata
    total = sum(sorted((weights[term] for term in name), reverse=True)[:4]) or 1.0
    strength = 0.0
    unique = max(weights.values(), default=0.0)
    for window in windows:
        found = name & window.terms
        share = min(1.0, sum(weights[term] for term in found) / total)
        only_here = any(weights[term] >= unique and term in window.near for term in found)
        strength = max(strength, window.factor * (0.5 + 0.5 * share if only_here else share))
    plain, title = normalize(text), normalize(metadata.title)
    if len(title) > 6 and title in plain:
        strength = 1.0
    if _is_numbered(text, document):
        strength = 1.0
    period = _PERIOD.search(text)
    if period and metadata.period == (int(period[1]), int(period[2])):
        strength += 0.5
    kind_words = _KIND_WORDS.get(metadata.kind)
    if kind_words and re.search(kind_words, text):
        strength += 0.25 + 0.25 * any(year in text for year in years_of(document))
    if metadata.kind == "master_plan" and _FORMER.search(text):
        strength += 0.3
    if metadata.region and metadata.region.endswith("省") and (_PROVINCE.search(text) or _speaks_of_province(metadata.region, text)):
        strength += 0.5
    return min(strength, 1.0)


def _is_numbered(text: str, document: DocumentSummary) -> bool:
    """Whether `text` names the document by a number that its title or its own number holds."""
    metadata = document.metadata
    return any(number[1] in metadata.title or number[1] in (metadata.document_number or "") for number in _NUMBER.finditer(text))


def _speaks_of_province(region: str, text: str) -> bool:
    """岚江说…, 岚江省的计划; not 岚江粮食交易中心, which only has the province in its name."""
    return (
        re.search(
            rf"{region[:-1]}(?:省?的|省?计划|打算|要|提出|说|准备|那份|这份|到\d|省?(?=\d{{4}}年)|省(?=$|[^\u4e00-\u9fff]|[里级内]))", text
        )
        is not None
    )


def years_of(document: DocumentSummary) -> set[str]:
    """The years that a document is of: of its number, its signing, its issue."""
    metadata = document.metadata
    numbered = re.findall(r"[〔\[（(]((?:19|20)\d{2})", metadata.document_number or "")
    return {*numbered, *(str(day.year) for day in (metadata.signed_on, metadata.issued_on) if day)}


def _windows(text: str, synonyms: Mapping[str, tuple[str, ...]]) -> Sequence[_Window]:
    """The places of `text` where a document may be named: before a kind of document, before a field, and anywhere at all."""
    places = [(_name_before(text, match), 1.0) for match in _KIND_NOUN.finditer(text)]
    places.extend((text[max(0, match.start() - WINDOW // 2) : match.start()], 0.4) for match in _FIELD_NOUN.finditer(text))
    places.append((text, 0.35))
    return [_Window(_window_terms(place, synonyms), _window_terms(place[-NEAR:], synonyms), factor) for place, factor in places]


def _name_before(text: str, kind: re.Match[str]) -> str:
    """What stands before a kind of document, with it: the words of its name, without a body that does something in it."""
    place = text[max(0, kind.start() - WINDOW) : kind.end()]
    who = None if _OF_REPLY.search(kind[0]) else _WHO_BEFORE.search(place)
    return place[who.end() :] if who else place


def _window_terms(window: str, synonyms: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The terms of `window`, and those of the official words for the everyday words in it."""
    official = (name for word, names in synonyms.items() if word in window for name in names)
    return frozenset(term for text in (window, *official) for term in terms_of(text))
