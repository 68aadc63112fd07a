"""Belonging: whether what an answer says is said of the thing that the question names, and not of its neighbour or its opposite."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from corpus.language.terms import normalize
from corpus.language.years import year_mentions
from corpus.model.document import section_at

_OPPOSITES: tuple[tuple[str, str], ...] = (
    ("收入", "支出"),
    ("进口", "出口"),
    ("男", "女"),
    ("工业用", "居民用"),
)
"""Words of which a question or an answer that says one alone means that one."""
_MUCH_FOR = re.compile(
    r"(?<!固定资产)投资|造价|概算|预算|花了?多少|投了?多少|多少(?:万|亿)*(?:元|钱)|(?:多少|几)个?亿(?=[，。、；？?呢啊去]|$)|多少万?平方米"
)
NAME, HALF = 3, 2
"""Characters from which words that the question shares with a good sentence name a thing; and the share of them (one in HALF) that says it again."""
_ASKED = re.compile(
    r"(?:总|计划|完成|年度|预计|累计)?投资(?:额|规模)?|造价|概算|预算|项目|工程|建设|资金|多少|亿元|万元|[立平]方米|[是有要在了的和与]|20\d\d年"
)
_MARKS = re.compile(r"[“”\"《》]")
_SUM = re.compile(r"[\d十百千][万亿]?[余多]?(?:元|亩|平方米|公顷)|\d亿")
_SENTENCE_END = re.compile(r"[。；;\n]")
LOOKED_AT = 10
"""Sentences, from the best on, that show by what words the documents name a thing."""
LEAST = 0.21
"""Share of the question's words that an answer in figures has around it at least."""


def says_the_opposite(question: str, text: str) -> bool:
    """Whether `text` says the opposite word of one that `question` says (收入 of 支出), and not that word itself."""
    for pair in _OPPOSITES:
        for asked, other in (pair, pair[::-1]):
            if asked in question and other not in question and other in text and asked not in text:
                return True
    return False


def is_of_a_neighbour(evidence: Evidence, draft: Draft) -> bool:
    """Whether the sum that a question asks for as spent on a thing is given from a sentence that says nothing of the thing.

    Reports tell of many projects in a paragraph. The name may stand in the sentence itself, in the one before, or above the paragraph;
    where the answer gives several sentences, in the one with the sum.
    """
    if evidence.question.language != "zh" or not _MUCH_FOR.search(evidence.question.text) or "figure" not in evidence.question.asks:
        return False
    name = _name(evidence)
    sums = [statement for statement in draft.statements if statement.sources and _SUM.search(statement.text)]
    if len(name) < NAME or not sums:
        return False
    enough = max(NAME, len(name) / HALF)
    return not any(_shared(name, normalize(text)) >= enough for one in sums for text in _told_with(evidence, one, name, enough))


def _told_with(evidence: Evidence, statement: Statement, name: str, enough: float) -> Sequence[str]:
    """What tells whose sum a statement gives: its own clauses that give one where it says the name itself, else all around it."""
    if _shared(name, normalize(statement.text)) >= enough:
        return [clause for clause in _SENTENCE_END.split(statement.text) if _SUM.search(clause)]
    return [" ".join((statement.text, *(_near(evidence, source) for source in statement.sources)))]


def _name(evidence: Evidence) -> str:
    """The longest words, apart from those that only ask and those that name the document, by which the question and a good sentence name a thing."""
    phrases = (evidence.matcher.longest_phrase(one.text) for one in evidence.sentences[:LOOKED_AT])
    strongest = evidence.question.documents.strongest
    title = normalize(evidence.knowledge.document(strongest).title) if strongest else ""
    return max((piece for phrase in phrases for piece in _ASKED.split(phrase) if piece not in title), key=len, default="")


def _near(evidence: Evidence, source: Source) -> str:
    """The sentence of a source with the one before it, the first words of its line and the headings above."""
    document = evidence.knowledge.document(source.document_id)
    text = document.text
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, source.span.start)), default=0)
    before = max((match.end() for match in _SENTENCE_END.finditer(text, 0, max(0, begin - 1))), default=0)
    line = text.rfind("\n", 0, source.span.start) + 1
    section = section_at(document.sections, source.span.start)
    return normalize(" ".join((text[max(line, before) : source.span.end], text[line : line + 40], *(section.path[-1:] if section else ()))))


def _shared(name: str, text: str) -> int:
    """The length of the longest piece of `name` that stands in `text`."""
    return max(
        (length for length in range(len(name), 0, -1) if any(name[at : at + length] in text for at in range(len(name) - length + 1))),
        default=0,
    )


def is_of_another_time(evidence: Evidence, draft: Draft) -> bool:
    """Whether the years the question names stand neither in the answer nor in the period of a document it rests on."""
    years = evidence.question.years
    if not years or draft.status != "answered":
        return False
    told = [mention for statement in draft.statements for mention in year_mentions(statement.text)]
    if any(mention.first <= year <= mention.last for mention in told for year in years):
        return False
    documents = {source.document_id for statement in draft.statements for source in statement.sources}
    periods = [evidence.knowledge.document(document_id).metadata.period for document_id in documents]
    return not any(period[0] <= year <= period[1] for period in periods if period for year in years)


def is_of_years_apart(evidence: Evidence, draft: Draft, around: str) -> bool:
    """Whether the answer is from documents that cannot speak of the year that is asked about, and names it nowhere around.

    Those are plans for other years, and, where a figure is asked for, reports and replies written before it. 今年 in a question is the year that a
    document speaks of, whenever it is asked; a year that a part of a question has from the whole may not be its own.
    """
    question = evidence.question
    if question.relative_years or not any(str(year) in question.text for year in question.years):
        return False
    if not is_of_another_time(evidence, draft):
        return False
    if any(mention.first <= year <= mention.last for mention in year_mentions(around) for year in question.years):
        return False
    sources = {source.document_id for statement in draft.statements for source in statement.sources}
    metadata = [evidence.knowledge.document(document_id).metadata for document_id in sources]
    figure = "figure" in question.asks
    return bool(metadata) and all(
        one.period is not None or (figure and one.written_in is not None and one.written_in < min(question.years)) for one in metadata
    )


def misses_a_printed_name(evidence: Evidence, around: str) -> bool:
    """Whether a name that the question puts in marks, and that the documents print in marks too, stands nowhere around the answer."""
    if (
        not {"figure", "investment", "builder", "when", "period", "contact"} & set(evidence.question.asks)
        or "policy" in evidence.question.asks
    ):
        return False
    plain = _MARKS.sub("", normalize(around))
    best = " ".join(sentence.text for sentence in evidence.sentences[:LOOKED_AT])
    names = [_MARKS.sub("", name) for name in evidence.question.quoted]
    return any(f"“{name}”" in best and normalize(name) not in plain for name in names)


def is_far_from(evidence: Evidence, around: str) -> bool:
    """Whether hardly a word of a question for a figure stands around its answer."""
    question = evidence.question
    return not evidence.near and "figure" in question.asks and question.language == "zh" and evidence.matcher.match(around).coverage < LEAST


def tells_other_years(whole: Draft, part: Draft) -> bool:
    """Whether a part of a question has a figure of a year for which the answer to the whole, which is of several years, tells another one."""
    targets = [[fact.values for fact in draft.facts if fact.values.get("kind") == "target"] for draft in (whole, part)]
    told, own = ({(values["year"], values["value"]) for values in found} for found in targets)
    return len({year for year, _ in told}) > 1 and not own <= told
