"""A question as understood: what it asks for, about what, for which years, in which documents."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.conversation.follow_up import Context
from assistant.conversation.other_years import step_year
from assistant.english.asks import english_asks_of
from assistant.english.translation import is_english, translate
from assistant.understanding.asks import Ask, asks_of, content_of
from assistant.understanding.dated_documents import without_dated_names
from assistant.understanding.document_naming import NamedDocuments, named_documents
from assistant.understanding.plan_series import with_title_of_series
from assistant.understanding.premises import tells_time
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.misspellings import corrected
from corpus.language.places import place_name
from corpus.language.spoken import plainly_told, without_spoken_words
from corpus.language.syllables import spellings
from corpus.language.terms import normalize, terms_of
from corpus.language.wordings import plainly_asked, plainly_asked_in_english
from corpus.language.years import year_mentions
from corpus.model.facts import Scenario

_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{2,40})[”\"」』]|《([^《》]{2,60})》")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_NAME = "“甲”"
"""Stands for a quoted name where the asks are read: what a name says is not asked."""
_WHOLE_OF = re.compile(
    r"[“\"「『][^”\"」』]{2,12}[”\"」』](?:里面?|中|当中|之中|模型|体系)的?(?=[“\"「『])|"
    r"(?<=[”\"」』])在[^，。？“”]{0,16}[“\"「『][^”\"」』]{2,12}[”\"」』](?:里面?|中|当中|之中)"
)
"""“七智”里的“智心”, “智心”在“七智”里: one name says where the other one is from."""
_ASKS_OUTSIDE = re.compile(r"什么|啥|哪|谁|怎")
"""An interrogative outside the names in marks: what the names say is then not asked."""
_SPACE = re.compile(r"\s+")
_POINTING = re.compile(r"(?<=[\u4e00-\u9fff])的?[那这](?:个|些|项|份)(?=[\u4e00-\u9fff]{2})")
_GAP = "，"
"""Stands for words left out: unlike a space it keeps what stood around them apart."""
_BARE_YEAR = re.compile(r"(?<!\d)(?<!\d\.)((?:19|20)\d{2})(?!\d|\.\d|%)(?!\s*(?:号|[个家户台套辆吨亩万亿元]|人(?!工)|公里|平方))")
_SHORT_YEAR = re.compile(r"(?<!\d)(2\d)年(?!级)")
_RELATIVE = (("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2), ("去年", -1), (r"(?<![以比较])上年(?![龄限轻纪])", -1), ("前年", -2))
_AFTER_YEAR = re.compile(r"((?:19|20)\d{2})年(?:之后|以后)")
"""A year beyond which another one is asked about: 2028年之后（2030年）."""
_AGAINST_YEAR_BEFORE = re.compile(r"[比较跟和与同](?:起)?(?:去年|上一?年|前一年)")
"""Beside a year that is told, the year before that one: 2025年的项目比去年多几个."""
_GROWS = re.compile(r"[增涨降减升]|提高")
"""By how much something grew on the year before is a figure of the one year."""
_RELATIVE_YEAR = re.compile("|".join(word for word, _ in _RELATIVE))
"""Like a written year it is matched as a time, not as words."""
_LAST_YEAR = re.compile(r"最后一年|末年|收官之年|期末|规划期末|到期(?:时|那年)|三年后")
_FIRST_YEAR = re.compile(r"第一年|头一年|首年|起步(?:之)?年|开局之年")
_NTH_YEAR = re.compile(r"第([二三四五])年")
NO_CONTEXT = Context()
_OF_DOCUMENTS: frozenset[Ask] = frozenset(
    {"date", "document_number", "issuer", "effective", "validity", "signatory", "addressee", "contact"}
)
"""Asks about a document itself: the words of its name are what the question is about."""
LEAST_TELLING = 4
"""Terms that a question must have besides those that name its document for these to count less."""
LONGEST_WORD = 24
"""Characters of the longest everyday word that is looked for."""
SPOKEN_OF = 0.44
"""Strength with which a question that names no document names those the conversation speaks of; below what makes one the named document."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words of the question that documents say differently: `words` stand in the question, `official` in documents."""

    words: str
    official: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`text` as put into context, in Chinese (`asked`: in the language it was asked in); `content` without the words that only ask; `terms` its search terms in order.

    `years` are those asked about; `relative_years` the steps from the year of asking that 今年 and 去年 stand for; `ordinal_year` is 0 for the first
    year of a plan, 1 for its second, -1 for its last. `quoted` holds what stands in quotation or title marks. `background` are terms of the question
    that this one is a part of, `earlier` those of the conversation before it.
    """

    text: str
    language: str
    asks: tuple[Ask, ...]
    content: str
    terms: tuple[str, ...]
    synonyms: tuple[Synonym, ...]
    years: tuple[int, ...]
    ordinal_year: int | None
    quoted: tuple[str, ...]
    documents: NamedDocuments
    asked: str = ""
    background: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    relative_years: tuple[int, ...] = ()


_SPELLED_SERIES = re.compile(r"((?:[A-Z][a-z]+[ -]?)+)(?=[\[(〔【]\s*(?:19|20)\d\d\s*[\])〕】])")
_SERIES = re.compile(r"[\u4e00-\u9fff]+(?=[〔\[（(【])")
_KINDS_OF_REGION = ("city", "municipality", "county", "district", "province")


def understand_question(text: str, knowledge: KnowledgeBase, as_of: date, context: Context = NO_CONTEXT) -> Question:
    """Read `text` against the vocabulary of `knowledge`; `as_of` gives 今年 and 明年 their years, `context` is what was asked before."""
    if not is_english(text):
        right = with_title_of_series(plainly_asked(plainly_told(corrected(text))), knowledge.documents())
        known = {**knowledge.synonyms(), **_latin_names(right, knowledge)}
        return replace(_read(right, _asks(right), knowledge, as_of, context, known), asked=text)
    before = plainly_asked_in_english(context.text) if context.text and is_english(context.text) else ""
    plain = plainly_asked_in_english(text)
    said = translate(
        plain,
        {**knowledge.glossary(), **_spelled_regions(text, knowledge), **_spelled_series(text, knowledge)},
        knowledge.document_frequency,
        knowledge.entry_count,
        before=before,
    )
    known = {**knowledge.synonyms(), **said.renderings}
    return replace(_read(said.text, english_asks_of(plain), knowledge, as_of, context, known), asked=text, language="en")


def _spelled_regions(text: str, knowledge: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The regions of the documents that `text` spells in Latin letters: Lanjiang, Lanjiang City."""
    regions = dict.fromkeys(document.metadata.region for document in knowledge.documents() if document.metadata.region)
    spelled = {spelling: region for region in regions for spelling in spellings(place_name(region))}
    named = {word: spelled[word] for word in re.findall(r"[a-z]+", text.lower()) if word in spelled}
    whole = {f"{word} {kind}": (region,) for word, region in named.items() for kind in _KINDS_OF_REGION}
    return {**whole, **{word: (place_name(region), *knowledge.glossary().get(word, ())) for word, region in named.items()}}


def _spelled_series(text: str, knowledge: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The first words of the document numbers that `text` spells in Latin letters: Gang Shui Han [2024] No. 9."""
    spelled = {re.sub(r"\W", "", said.lower()): said.lower().strip() for said in _SPELLED_SERIES.findall(text)}
    if not spelled:
        return {}
    numbers = (document.metadata.document_number or "" for document in knowledge.documents())
    series = dict.fromkeys(match[0] for match in map(_SERIES.match, numbers) if match)
    return {spelled[spelling]: (words,) for words in series for spelling in spellings(words) if spelling in spelled}


def _read(
    text: str, asks: tuple[Ask, ...], knowledge: KnowledgeBase, as_of: date, context: Context, known: Mapping[str, tuple[str, ...]]
) -> Question:
    """The Chinese `text` as a question; `known` holds other words for some of its words."""
    years, steps = _years(without_dated_names(text, knowledge.documents()), as_of)
    asked_years = years
    if tells_time(text, asks):
        asks, asked_years = (*asks, "when"), ()
    own = text.replace(context.carried, " ", 1) if context.carried else text
    content = _RELATIVE_YEAR.sub(" ", without_years(content_of(_POINTING.sub(_GAP, own))))
    synonyms = _synonyms(own, known)
    terms = tuple(dict.fromkeys(term for term in _terms(content, synonyms) if not _is_year(term, years)))
    named = named_documents(text, knowledge.documents(), {s.words: s.official for s in synonyms}, _table_titles(knowledge))
    naming = frozenset(terms_of(named.said))
    telling = tuple(term for term in terms if term not in naming)
    apart = naming if len(telling) >= LEAST_TELLING and not _OF_DOCUMENTS & set(asks) else frozenset()
    return Question(
        text,
        "zh",
        asks,
        content,
        telling if apart else terms,
        synonyms,
        asked_years,
        _ordinal_year(text),
        tuple(match[1] or match[2] for match in _QUOTED.finditer(_WHOLE_OF.sub("", own))),
        named if named.strongest else _also_named(named, context.documents),
        asked=text,
        background=tuple(term for term in terms if term in apart),
        earlier=tuple(dict.fromkeys(term for term in terms_of(without_years(content_of(context.text))) if term not in terms)),
        relative_years=steps,
    )


def _latin_names(text: str, knowledge: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The Chinese for names in Latin letters that no document holds: GDP."""
    words = dict.fromkeys(match[0].lower() for match in _LATIN.finditer(text))
    glossary = knowledge.glossary()
    return {word: tuple(glossary[word]) for word in words if word in glossary and not knowledge.document_frequency(word)}


def _asks(text: str) -> tuple[Ask, ...]:
    """What the Chinese `text` asks for, first without what its quoted names say."""
    unnamed = _QUOTED.sub(_NAME, text)
    asked = asks_of(unnamed)
    return asked if asked or _ASKS_OUTSIDE.search(unnamed) else asks_of(text) or english_asks_of(unnamed)


def _also_named(named: NamedDocuments, documents: Sequence[str]) -> NamedDocuments:
    """`named` with the documents of the conversation, which a question that names none most likely goes on about."""
    return replace(named, strengths={**named.strengths, **{name: max(SPOKEN_OF, named.strengths.get(name, 0.0)) for name in documents}})


def _table_titles(knowledge: KnowledgeBase) -> dict[str, set[str]]:
    """The titles of the tables in each document."""
    titles: dict[str, set[str]] = {}
    for fact in knowledge.facts("scenario"):
        if isinstance(fact, Scenario):
            titles.setdefault(fact.document_id, set()).add(fact.table)
    return titles


def part_of(whole: Question, text: str, knowledge: KnowledgeBase, as_of: date) -> Question:
    """The part `text` of a compound question, with the rest of it as background; years and documents hold for all parts."""
    known = {**knowledge.synonyms(), **{synonym.words: synonym.official for synonym in whole.synonyms}}
    part = _read(text, _asks(text), knowledge, as_of, NO_CONTEXT, known)
    stepped = step_year(text, whole.years)
    return replace(
        part,
        language=whole.language,
        years=(stepped,) if stepped else part.years or (() if part.documents.strongest or "when" in part.asks else whole.years),
        relative_years=part.relative_years if part.years else whole.relative_years,
        ordinal_year=part.ordinal_year if part.ordinal_year is not None else whole.ordinal_year,
        quoted=part.quoted,
        documents=part.documents if part.documents.strongest else whole.documents,
        background=tuple(dict.fromkeys((*part.background, *(term for term in whole.terms if term not in part.terms)))),
        earlier=whole.earlier,
    )


def without_years(text: str) -> str:
    """`text` without its year expressions: they are matched as years, not as words."""
    for mention in reversed(year_mentions(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _without(content: str, synonyms: Sequence[Synonym]) -> str:
    """`content` with everyday words cut out: they are matched as wholes, and so do not pair up with their neighbours."""
    plain = normalize(content)
    for synonym in sorted(synonyms, key=lambda synonym: -len(synonym.words)):
        plain = plain.replace(synonym.words, _GAP)
    return plain


def _terms(content: str, synonyms: Sequence[Synonym]) -> Sequence[str]:
    """The search terms of `content` without everyday and spoken words; what stood on both sides of one of those makes no pair.

    Single Chinese characters, which are what is left between such words, count where nothing else is named.
    """
    terms = terms_of(_SPACE.sub(_GAP, without_spoken_words(_without(content, synonyms))))
    telling = [term for term in terms if len(term) > 1 or term.isascii()]
    return telling if telling or synonyms else terms


def _is_year(term: str, years: tuple[int, ...]) -> bool:
    return term.isdigit() and len(term) == 4 and int(term) in years


def _years(text: str, as_of: date) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years `text` asks about, and the steps from the year of asking by which it tells some of them."""
    years = [year for mention in year_mentions(text) for year in (mention.first, mention.last)]
    plain = re.sub(r"《[^《》]*》|[〔\[（(]\s*(?:19|20)\d{2}\s*[〕\]）)]", "", text)
    years.extend(int(match[1]) for match in _BARE_YEAR.finditer(plain))
    years.extend(2000 + int(match[1]) for match in _SHORT_YEAR.finditer(plain))
    if len(set(years)) == 1 and _AGAINST_YEAR_BEFORE.search(text):
        years.extend([] if _GROWS.search(text) else [years[0] - 1])
        text = _AGAINST_YEAR_BEFORE.sub("", text)
    after = {int(match[1]) for match in _AFTER_YEAR.finditer(text)}
    years = [year for year in years if year not in after] or years
    steps = tuple(dict.fromkeys(step for word, step in _RELATIVE if re.search(word, text)))
    years.extend(as_of.year + step for step in steps)
    return tuple(sorted(dict.fromkeys(years))), steps


def _ordinal_year(text: str) -> int | None:
    if _LAST_YEAR.search(text):
        return -1
    if _FIRST_YEAR.search(text):
        return 0
    match = _NTH_YEAR.search(text)
    return "一二三四五".index(match[1]) if match else None


def _synonyms(text: str, known: Mapping[str, tuple[str, ...]]) -> tuple[Synonym, ...]:
    """Known everyday words in the text, the longest where they overlap."""
    plain = normalize(text)
    found: list[tuple[int, int, Synonym]] = []
    lengths = range(2, min(len(plain), LONGEST_WORD) + 1)
    said = {plain[start : start + length] for length in lengths for start in range(len(plain) - length + 1)}
    for words in sorted((word for word in known if word in said), key=lambda word: -len(word)):
        start = _position(words, plain)
        if start >= 0 and not asks_of(words) and not any(start < end and begin < start + len(words) for begin, end, _ in found):
            found.append((start, start + len(words), Synonym(words, known[words])))
    return tuple(synonym for _, _, synonym in sorted(found, key=lambda item: item[0]))


def _position(words: str, text: str) -> int:
    """Where `words` stand in `text`, -1 for nowhere; a Latin word does not stand inside another one."""
    if not words.isascii():
        return text.find(words)
    match = re.search(rf"(?<![a-z0-9]){re.escape(words)}(?![a-z0-9])", text)
    return match.start() if match else -1
