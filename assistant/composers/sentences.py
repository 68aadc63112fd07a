"""The sentence that fits best, and a second one where the first leaves part of the question open."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence, SentenceEvidence
from corpus.language.sentences import clauses_of
from corpus.language.years import year_mentions
from corpus.model.span import Span

MAX_SENTENCE = 140
"""Characters up to which a sentence is given whole; of longer ones the clauses around the best."""
SECOND_GAIN = 0.18
"""Share of the question's words that a second sentence must add to be given as well."""
_EXPLAINS = re.compile(r"[\u4e00-\u9fff]{3}（[A-Za-z]{2,8}）|是指|指的是|即|代表|：|分别是|是(?:一[种个套]|以|由|对)|作为|包括")
_DEFINES = re.compile(r"是指|指的是|是(?:一[种个套]|以|由|对)|包括|即|用于|用来|通过|依托|实现|构建|打造|建立|建设")
YEAR_FITS = 0.15


def compose_sentences(evidence: Evidence) -> Draft | None:
    """One or two sentences, in the order of the text."""
    ranked = _ranked(evidence)
    if not ranked:
        return None
    if "meaning" in evidence.question.asks:
        ranked = [sentence for sentence in ranked[:8] if _EXPLAINS.search(sentence.text)]
        if not ranked:
            return None
    best = ranked[0]
    chosen = [best]
    known = evidence.matcher.terms_in(best.text) | evidence.matcher.terms_in(" ".join(best.passage.path))
    for other in ranked[1:8]:
        if evidence.matcher.match(other.text, apart_from=known).coverage >= SECOND_GAIN and other.score >= 0.6 * best.score:
            chosen.append(other)
            break
    statements = tuple(_statement(evidence, sentence) for sentence in chosen)
    return Draft(statements, best.score, subject=best.passage.path[-1] if best.passage.path else best.document.title)


def _ranked(evidence: Evidence) -> Sequence[SentenceEvidence]:
    years = evidence.question.years
    defines = {"definition", "purpose"} & set(evidence.question.asks)

    def key(sentence: SentenceEvidence) -> float:
        score = sentence.score
        if years:
            stated = {mention.last for mention in year_mentions(sentence.text)}
            score += YEAR_FITS * bool(stated & set(years)) - YEAR_FITS * bool(stated and not stated & set(years))
        if defines and _DEFINES.search(sentence.text):
            score += 0.05
        if defines and sentence.passage.path and evidence.matcher.match(sentence.passage.path[-1]).coverage >= 0.5:
            score += 0.2
        return score - 0.1 * (len(sentence.text) < 12)

    return sorted(evidence.sentences, key=lambda sentence: -key(sentence))


def _statement(evidence: Evidence, sentence: SentenceEvidence) -> Statement:
    span = excerpt(evidence, sentence.document.text, sentence.span, MAX_SENTENCE)
    text = span.of(sentence.document.text)
    if text[-1] not in "。！？；）)”":
        text += "。"
    return Statement(text.rstrip("；") + ("。" if text.endswith("；") else ""), (Source(sentence.document.id, span),))


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
    return best if best_score >= 0 else Span(span.start, span.start + limit)
