"""The sentence that fits best, and a second one where the first leaves part of the question open."""

import re
from collections.abc import Sequence

from assistant.checks.aboutness import carrying_first
from assistant.checks.answer_type import holds_what_is_asked
from assistant.checks.attributes import asks_attribute
from assistant.composers.prose.bounds import find_bounds
from assistant.composers.prose.definitions import asks_for_items, find_definition, items_asked_for
from assistant.composers.prose.descriptions import asks_to_describe, describes, is_headed, tells_foundation
from assistant.composers.prose.digit_names import compose_digit_name
from assistant.composers.prose.headed_sentences import with_heading
from assistant.composers.prose.states import with_state
from assistant.composers.regulations.articles import WHICH_ARTICLE, article_of
from assistant.composers.regulations.conducts import says_more
from assistant.composers.regulations.provisions import article_above
from assistant.composers.regulations.rule_sentences import left_open, weighed_as_rules
from assistant.composers.regulations.rule_words import announcement_of, asks_for_rule, leaves_open
from assistant.composers.targets.fit import tells_total
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from assistant.understanding.asks import Ask
from assistant.understanding.phases import of_other_phase, phases_in
from corpus.language.figures import chinese_counts_in, figures_in
from corpus.language.sentences import clauses_of, segments_of
from corpus.language.terms import normalize
from corpus.language.years import year_mentions
from corpus.model.document import Document, Passage, Section
from corpus.model.span import Span

MAX_SENTENCE = 140
"""Characters up to which a sentence is given whole; of longer ones the clauses around the best."""
MAX_QUOTE = 180
"""Characters of a definition that are given at the most."""
LONGEST_QUOTE = 200
"""Characters of an excerpt that would begin with a word that goes on (以及, 并) when it begins where its sentence does."""
_GOES_ON = re.compile(r"以及|并(?!非|购|联|网|轨|行)|及其?|且|从而|进而|同时")
DEFINITION_SCORE = 1.2
"""Score of a place that says in so many words what the name asked about stands for."""
ITEMS_SCORE = 1.5
"""Score of one that spells out the things a name counts: no figure of the same sentence is what is asked for."""
_RULE_ASKED = re.compile(r"(?:什么|啥|哪些?|何种)(?:样的?)?(?:条件|情形|情况|材料|程序|手续|处罚|职责|权利|义务)(?!是?指|算)")
"""Asks for what a rule says of a name, not for what the name stands for."""
_ABOUT_MEANING: frozenset[Ask] = frozenset({"definition", "meaning", "purpose", "list", "count"})
SECOND_SCORE = 0.75
"""Share of the first sentence's score that a second must reach."""
NEARBY_SCORE, NEARBY_GAIN = 0.6, 0.12
"""The same for a sentence of the same paragraph: it goes on with the same subject, which it need not name again."""
SECOND_GAIN = 0.05
"""Share of the question's words that a second sentence must add to be given as well; 0.05 by docs/ablation.md."""
_EXPLAINS = re.compile(r"[\u4e00-\u9fff]{3}（[A-Za-z]{2,8}）|是指|指的是|即|代表|：|分别是|是(?:一[种个套]|以|由|对)|作为|包括")
_DEFINES = re.compile(r"是指|指的是|是(?:一[种个套]|以|由|对)|包括|即|用于|用来|通过|依托|实现|构建|打造|建立|建设")
_AT_THE_SAME_TIME = re.compile(r"同时(?:废止|失效|停止)")
MAX_LISTED, MAX_ITEMS = 700, 16
"""Characters and number of announced items that are given at the most."""
ANNOUNCES = 0.35
"""Added for a sentence that announces a list, when a list is asked for."""
DEFINED = 0.45
"""Added where the sentence says in so many words what the name of the question is: …，是指…."""
YEAR_FITS = 0.15
LENGTH_PENALTY = 0.12
LONGEST_LEAD = 140
"""Characters of the sentence that announces a list up to which an item of the list is shown behind it."""
_NAMES_ITEMS = frozenset({"meaning", "explanation", "list"})
SHORT_CELL = 20
"""Characters up to which a cell is a name, a kind or a figure."""
SHORT_SENTENCE, SHORT_ENOUGH = 12, 60
_ENUMERATION = re.compile(r"(?:[“《][^”》]{1,24}[”》][、，]?){3,}|(?:[^，。；：、]{1,24}、){2,}[^，。；：、]{1,24}")
_ITEM = re.compile(r"[“《][^”》]{1,24}[”》]|[^“《”》、]{2,24}(?=、|$)")
_LISTED_NOUN = re.compile(r"(?:哪|什么|啥|几)(?:些|几)?(?:个|类|种|项|条)?([\u4e00-\u9fff]{1,2}?)(?=[用呢吗？?，。]|$)")
_ANNOUNCES_LIST = re.compile(r"[^,。;]{0,8}(?:包括|包含|分为|:|,即)")
_SUMMED_UP = re.compile(r"(?:、[^,。;、]{1,16}等[^,。;]{0,8}|”等[^,。;]{0,6})$")
BEHIND = 0.5
"""Score behind the best sentence from which no form brings another one to the front."""
HOLDS = 0.15
"""Added to a sentence that holds a time, a figure or the attribute where one is asked for."""
SURE_ENOUGH = 0.5
"""Score from which a sentence that says the attribute asked for goes before a better one that does not."""
_DONE, _TO_DO = re.compile(r"已|累计|完成(?!后)|截至|目前"), re.compile(r"^(?:加快|推进|推动|力争|启动|开工|计划|将)|力争|确保")
_REVIEW, _AHEAD = (
    re.compile(r"回顾|主要成[效就绩]|(?:工作|完成)情况"),
    re.compile(r"重点工作|工作安排|工作任务|预期目标|重点任务|总体目标|主要目标"),
)
"""Headings under which a text tells what was done, and what is to be done."""
DONE = 0.1
"""Added to what a sentence says was done where that is asked, and taken off what it says is to be done."""


def compose_sentences(evidence: Evidence) -> Draft | None:
    """One or two sentences, in the order of the text."""
    defined = _defined(evidence) or compose_digit_name(evidence)
    if defined:
        return defined
    ranked = _ranked(evidence)
    wanted = items_asked_for(evidence.question.text) if _NAMES_ITEMS & set(evidence.question.asks) else None
    if wanted:
        ranked = [sentence for sentence in ranked[:8] if evidence.matcher.holds_quoted(sentence.text) and _lists(sentence.text, wanted)]
    if "explanation" in evidence.question.asks:
        ranked = [sentence for sentence in ranked[:8] if _explains(evidence, sentence)]
    if WHICH_ARTICLE.search(evidence.question.text):
        return article_of(evidence, ranked)
    if not ranked:
        return None
    ranked = carrying_first(evidence, with_state(evidence, _of_phase(evidence, ranked)))
    best = ranked[0]
    if leaves_open(evidence.question.text, best.text) and article_above(best.document, best.passage.section):
        return left_open(evidence, best)
    second = [*_before(ranked, best), *_second(evidence, best, ranked)][:1]
    chosen = sorted([best, *second], key=lambda sentence: (sentence.document.id != best.document.id, sentence.span.start))
    listed = listed_below(best.document, best.passage, best.span)
    if listed:
        statements: tuple[Statement, ...] = (Statement(best.text, (Source(best.document.id, best.span),)), *listed)
    else:
        statements = tuple(with_heading(evidence.question.text, one, _statement(evidence, one)) for one in chosen)
    score = max(sentence.score for sentence in ranked) if is_headed(evidence, best) else best.score
    return Draft(statements, score, subject=best.passage.path[-1] if best.passage.path else best.document.title)


def _defined(evidence: Evidence) -> Draft | None:
    """The place that says what the name asked about stands for, when that is what the question asks."""
    about = set(evidence.question.asks) <= _ABOUT_MEANING and _RULE_ASKED.search(evidence.question.text) is None
    meant = about or asks_for_items(evidence.question.text)
    bounds = find_bounds(evidence)
    definition = bounds or (find_definition(evidence) if meant else None)
    if definition is None:
        return None
    text = definition.document.text
    span = excerpt(evidence, text, definition.span, MAX_QUOTE)
    said = span.of(text)
    statement = Statement(said if said[-1] in "。！？" else said.rstrip("；：") + "。", (Source(definition.document.id, span),))
    return Draft(
        (statement,), ITEMS_SCORE if bounds or asks_for_items(evidence.question.text) else DEFINITION_SCORE, subject=definition.name
    )


def listed_below(document: Document, passage: Passage, sentence: Span) -> tuple[Statement, ...]:
    """The items that a sentence ending in a colon announces (有下列情形之一的：), as they stand below it."""
    if document.text[sentence.end - 1] not in "：:":
        return ()
    items: list[Statement] = []
    position = sentence.end
    length = 0
    for section in document.sections:
        if section.span.start < position or passage.section is None:
            continue
        if section.parent != passage.section:
            if section.span.start > position + 2:
                break
            continue
        item = _item(document, section)
        length += len(item)
        if length > MAX_LISTED or len(items) == MAX_ITEMS:
            break
        items.append(Statement(item.of(document.text).strip(), (Source(document.id, item),)))
        position = section.span.end
    return tuple(items)


def _item(document: Document, section: Section) -> Span:
    """An item without the paragraphs behind the list, which the last one holds as a section; with its own items if it has any."""
    own = document.text[section.span.start : section.span.end]
    if "\n" not in own.strip() or any(other.parent == section.ordinal for other in document.sections):
        return section.span
    return Span(section.span.start, section.span.start + own.index("\n"))


def _explains(evidence: Evidence, sentence: SentenceEvidence) -> bool:
    if not evidence.matcher.holds_quoted(" ".join((sentence.text, *sentence.passage.path))):
        return False
    listed = (re.search(rf"、[^，。；]{{1,24}}[“]?{re.escape(name)}", sentence.text) for name in evidence.question.quoted)
    return bool(_EXPLAINS.search(sentence.text)) or any(listed)


def _before(ranked: Sequence[SentenceEvidence], best: SentenceEvidence) -> list[SentenceEvidence]:
    """The sentence before one that says 同时废止: it tells from when."""
    if not _AT_THE_SAME_TIME.search(best.text):
        return []
    before = [other for other in ranked if other.passage == best.passage and other.span.end <= best.span.start]
    return sorted(before, key=lambda other: other.span)[-1:]


def _second(evidence: Evidence, best: SentenceEvidence, ranked: Sequence[SentenceEvidence]) -> list[SentenceEvidence]:
    """A sentence that says what the first leaves open: other words of the question, or more of what it names in marks."""
    known = evidence.matcher.terms_in(" ".join((best.text, *best.passage.path)))
    if article_above(best.document, best.passage.section) and asks_for_rule(evidence.question.text):
        ranked = [other for other in ranked if other.passage.section == best.passage.section]
    for other in sorted(ranked[1:8], key=lambda one: one.passage != best.passage):
        if other.text.endswith(("：", ":")):
            continue
        gain = evidence.matcher.match(other.text, apart_from=known).coverage
        near = other.passage == best.passage and gain >= NEARBY_GAIN and other.score >= NEARBY_SCORE * best.score
        adds = gain >= SECOND_GAIN and other.score >= SECOND_SCORE * best.score
        beside = other.passage == best.passage and other.span.start - best.span.end in (0, 1)
        names = evidence.matcher.has_quoted and evidence.matcher.holds_quoted(other.text) and evidence.matcher.holds_quoted(best.text)
        in_rule = other.passage.section == best.passage.section and article_above(best.document, best.passage.section)
        follows = in_rule and other.score >= SECOND_SCORE * best.score and says_more(evidence.question.text, other.text, best.text)
        if adds or near or follows or (beside and names):
            return [other]
    return []


def _ranked(evidence: Evidence) -> Sequence[SentenceEvidence]:
    """The sentences, best first; a short cell of a table says nothing by itself."""
    telling = [one for one in weighed_as_rules(evidence) if one.passage.kind != "row" or len(one.text) > SHORT_CELL]
    top = max((one.score for one in telling), default=0.0)
    return sorted(telling, key=lambda sentence: -(sentence.score + _form(evidence, sentence, top)))


def _of_phase(evidence: Evidence, ranked: Sequence[SentenceEvidence]) -> Sequence[SentenceEvidence]:
    """`ranked` with the sentence in front that tells of the phase asked about what is asked: one that names the project and its phases apart."""
    asked, question = phases_in(evidence.question.text), evidence.question
    for sentence in ranked[:8] if len(asked) == 1 else ():
        told = (one.of(sentence.document.text) for one in segments_of(sentence.document.text, sentence.span))
        if any(asked <= phases_in(one) and holds_what_is_asked(question.asks, question.text, one) for one in told):
            return [sentence, *(other for other in ranked if other is not sentence)]
    return ranked


def _form(evidence: Evidence, sentence: SentenceEvidence, top: float) -> float:
    """What the form of a sentence adds: its year, a definition, an enumeration of what is asked for, its length; `top` is the best score."""
    years, asks = evidence.question.years, set(evidence.question.asks)
    form = -0.1 * (len(sentence.text) < SHORT_SENTENCE) - LENGTH_PENALTY * min(1.0, max(0, len(sentence.text) - 80) / 200)
    if years:
        stated = {mention.last for mention in year_mentions(sentence.text)}
        form += YEAR_FITS * bool(stated & set(years)) - YEAR_FITS * bool(stated and not stated & set(years))
    of_attribute = sentence.score >= max(SURE_ENOUGH, SECOND_SCORE * top) and asks_attribute(evidence.question.text)
    if of_attribute or (asks & {"when", "figure"} and sentence.score >= top - BEHIND):
        form += HOLDS * holds_what_is_asked(evidence.question.asks, evidence.question.text, sentence.text)
    if "progress" in asks:
        above = "".join(sentence.passage.path)
        form += DONE * bool(_DONE.search(sentence.text) or _REVIEW.search(above))
        form -= DONE * bool(_TO_DO.search(sentence.text) or _AHEAD.search(above))
    form += tells_foundation(evidence, sentence.text)
    if asks_to_describe(evidence):
        form += describes(evidence, sentence)
    if asks & {"definition", "purpose", "meaning"}:
        form += DEFINED * _defines_the_name(evidence, sentence)
        form += 0.05 * bool(_DEFINES.search(sentence.text))
    if asks & {"list", "definition", "count", "meaning"}:
        announces = "list" in asks and sentence.text.endswith(("：", ":")) and re.search(r"下列|以下", sentence.text)
        form += ANNOUNCES * min(1.0, max(0.0, sentence.score / top)) if announces and top > 0 else 0.0
        form += _enumerates(evidence, sentence.text)
    return form


def _defines_the_name(evidence: Evidence, sentence: SentenceEvidence) -> bool:
    name = evidence.matcher.longest_phrase(normalize(sentence.text))
    return (
        len(name) >= 3
        and re.search(rf"{re.escape(name)}[”』」\"]?[,，]?(?:是指|指的是|指|是(?!否)|即|系指)", normalize(sentence.text)) is not None
    )


def _enumerates(evidence: Evidence, text: str) -> float:
    """Whether the sentence lists things, as many as the question says, right beside the words of the question."""
    runs = [run[0] for run in _ENUMERATION.finditer(text)]
    if not runs:
        return 0.0
    phrase = evidence.matcher.longest_phrase(text)
    beside = len(phrase) >= 3 and _stands_beside_a_list(phrase, normalize(text))
    wanted = {int(figure.amount) for figure in (*chinese_counts_in(evidence.question.text), *figures_in(evidence.question.text))}
    counted = any(len(_ITEM.findall(run)) in wanted for run in runs)
    noun = _LISTED_NOUN.search(evidence.question.text)
    of_kind = noun is not None and any(sum(item.strip("“”《》").endswith(noun[1]) for item in _ITEM.findall(run)) >= 2 for run in runs)
    return 0.05 + 0.25 * beside + 0.2 * counted + 0.25 * of_kind


def _stands_beside_a_list(phrase: str, text: str) -> bool:
    """Whether `phrase` goes before what is listed in `text` (…包括甲、乙) or sums it up (甲、乙等…)."""
    return any(
        _ANNOUNCES_LIST.match(text, one.end()) or _SUMMED_UP.search(text[: one.start()]) for one in re.finditer(re.escape(phrase), text)
    )


def _lists(text: str, wanted: int) -> bool:
    """Whether the sentence lists as many things as are wanted."""
    return any(len(_ITEM.findall(run[0])) == wanted for run in _ENUMERATION.finditer(text))


def _statement(evidence: Evidence, sentence: SentenceEvidence) -> Statement:
    """A sentence, shortened; an item of a list behind the sentence that announces the list."""
    text = sentence.document.text
    span = excerpt(evidence, text, _segment(evidence, text, sentence.span), MAX_SENTENCE)
    lead = announcement_of(sentence.document, sentence.passage, sentence.span)
    shown = [lead, span] if lead and len(lead) <= LONGEST_LEAD else [span]
    said = "".join(one.of(text) for one in shown)
    if said[-1] not in "。！？；）)”":
        said += "。"
    sources = tuple(Source(sentence.document.id, one) for one in shown)
    return Statement(said.rstrip("；") + ("。" if said.endswith("；") else ""), sources)


def _segment(evidence: Evidence, text: str, span: Span) -> Span:
    """Of a sentence in several segments the one that fits, when it fits clearly better and one thing is asked, or alone says what a part names."""
    segments = [one for one in segments_of(text, span) if not of_other_phase(evidence.question.text, one.of(text))]
    if len(segments) == 1 and phases_in(segments[0].of(text)) & phases_in(evidence.question.text):
        return segments[0]
    if len(segments) < 2 or "list" in evidence.question.asks or len(span) <= SHORT_ENOUGH:
        return span
    terms = set(evidence.question.terms) if evidence.question.background else set()
    own = [one for one in segments if terms & evidence.matcher.terms_in(one.of(text))]
    if len(own) == 1 and holds_what_is_asked(evidence.question.asks, evidence.question.text, own[0].of(text)):
        return own[0]
    ranked = sorted(segments, key=lambda segment: -evidence.matcher.match(segment.of(text)).score)
    first, second = (evidence.matcher.match(segment.of(text)).score for segment in ranked[:2])
    holds = holds_what_is_asked(evidence.question.asks, evidence.question.text, ranked[0].of(text))
    holds = holds and not tells_total(evidence.question.text, [one.of(text) for one in ranked[1:]])
    return ranked[0] if holds and first >= second + 0.1 and len(ranked[0]) >= SHORT_SENTENCE else span


def excerpt(evidence: Evidence, text: str, span: Span, limit: int) -> Span:
    """`span` itself, or where it is longer than `limit` characters, the neighbouring clauses that fit the question best."""
    if len(span) <= limit:
        return span
    clauses = clauses_of(text, span)
    best, best_score = span, -1.0
    for first in range(len(clauses)):
        for last in range(first, len(clauses)):
            window = Span(clauses[first].start, clauses[last].end)
            if len(window) > limit:
                break
            score = evidence.matcher.match(window.of(text)).score + 0.0005 * len(window)
            if score > best_score:
                best, best_score = window, score
    return _from_its_subject(text, clauses, best) if best_score >= 0 else Span(span.start, span.start + limit)


def _from_its_subject(text: str, clauses: Sequence[Span], window: Span) -> Span:
    """`window`, which goes on with 以及 or 并, from the first clause of its sentence that fits in a quote and begins by itself."""
    if not _GOES_ON.match(text, window.start):
        return window
    starts = (one.start for one in clauses if one.start < window.start and not _GOES_ON.match(text, one.start))
    return next((whole for start in starts if len(whole := Span(start, window.end)) <= LONGEST_QUOTE), window)
