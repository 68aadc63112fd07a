"""How well a text answers to the words of a question."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.understanding.question import Question
from corpus.language.terms import normalize, terms_of

CONCEPT_WEIGHT = 6.0
"""Weight of an everyday word with known official words: about that of one rare term."""
RUN_WEIGHT = 0.2
"""Share of the score that the longest run of question terms found side by side can add."""
AGAIN, MOST_AGAIN = 0.05, 2
"""Share of that for each further way in which a text says the same, and how many of them count: what says it in more ways is more about it."""
BACKGROUND_WEIGHT = 0.25
"""What a word of the rest of a compound question counts against one of the question itself."""
EARLIER_WEIGHT = 0.15
"""What all words of the conversation before add to the coverage, so that of two places the one that was spoken of wins."""
UNKNOWN_WEIGHT, LOOSE_WEIGHT = 0.2, 0.04
"""Share of the greatest weight that a term no document holds gets; and one with a function word in it, which no document would hold."""
_FUNCTION_CHARACTERS = frozenset(
    "的了吗呢吧啊呀嘛是在有没不要就把给和与及被让能会可到从去来也都还很更最这那哪个些么之其以于为我你他她它们咱谁啥咋怎多少几上下里外中后前时候知道想问请老总大家做搞弄整该应当如何什"
)
_KINDS = frozenset({"app"})
"""Latin words for a kind of thing (哪几个APP): no one thing is called by them."""
NAME = 8
"""Characters from which words in marks are the name of one thing; shorter ones may be a word used in another sense."""
TWO_WORDS = 4
"""Characters from which an everyday word is made of two, of which the second names the thing."""
FULL_RUN = 6
"""Terms in a row (seven characters) that count as the whole of a name."""

EVERYDAY_LETTERS = frozenset(("ai", "app", "ct", "gps", "ip", "it", "led", "mri", "pc", "pdf", "ppt", "qr", "usb", "vr", "wifi"))
"""Latin letters that are a word of everyday speech and no name: the thing they are said of may stand in the documents without them (CT影像: 影像)."""


@dataclass(frozen=True, slots=True)
class Match:
    """`coverage`: share (0 to 1) of the question's term weight that the text holds. `run`: longest run of question terms found, in terms."""

    coverage: float
    run: int

    @property
    def score(self) -> float:
        """Coverage with the bonus for terms that stand together, 0 to 1.2."""
        return self.coverage + RUN_WEIGHT * min(self.run, FULL_RUN) / FULL_RUN


class Matcher:
    """Matches texts against one question; term weights are inverse document frequencies of the corpus."""

    def __init__(self, question: Question, frequency_of: Callable[[str], int], total: int) -> None:
        self._terms = (*question.terms, *question.background)
        self._weights: Mapping[str, float] = {
            **{term: BACKGROUND_WEIGHT * term_weight(term, frequency_of(term), total) for term in question.background},
            **{term: term_weight(term, frequency_of(term), total) for term in question.terms},
        }
        self._earlier = {term: term_weight(term, frequency_of(term), total) for term in question.earlier}
        self._earlier_total = sum(self._earlier.values()) or 1.0
        known = " ".join(name for synonym in question.synonyms for name in (synonym.words, *synonym.official))
        self._unknown_name = question.language == "zh" and any(
            term.isascii()
            and term.isalpha()
            and len(term) >= 2
            and frequency_of(term) == 0
            and term not in normalize(known)
            and term not in EVERYDAY_LETTERS
            for term in question.terms
        )
        self._synonyms = [(normalize(s.words), tuple(normalize(name) for name in s.official)) for s in question.synonyms]
        named = self._synonyms if question.language == "zh" else ()
        self._latin_names = [(words, official) for words, official in named if words.isascii() and words.isalpha() and words not in _KINDS]
        self._total = sum(self._weights.values()) + CONCEPT_WEIGHT * len(self._synonyms) or 1.0
        self._quoted = tuple(normalize(re.sub(r"[“”\"]", "", name)) for name in question.quoted)

    def misses_all_concepts(self, text: str) -> bool:
        """Whether the question has everyday words with known official ones, and `text` says none of them in either way, nor what they end in (下雨|积水)."""
        plain = normalize(text)
        return bool(self._synonyms) and not any(
            words in plain or (len(words) >= TWO_WORDS and words[-2:] in plain) or any(name in plain for name in official)
            for words, official in self._synonyms
        )

    def misses_a_latin_name(self, text: str) -> bool:
        """Whether the question has a name in Latin letters with known Chinese ones (GDP), and `text` says it in no way."""
        plain = normalize(text)
        return any(words not in plain and not any(name in plain for name in official) for words, official in self._latin_names)

    @property
    def has_names(self) -> bool:
        """Whether the question names something in Latin letters with known Chinese names, or a thing of NAME or more characters in marks."""
        return bool(self._latin_names) or any(len(name) >= NAME for name in self._quoted)

    @property
    def unknown_name(self) -> bool:
        """Whether the question names something in Latin letters that no document holds."""
        return self._unknown_name

    @property
    def weights(self) -> Mapping[str, float]:
        """The weight of each term of the question."""
        return self._weights

    def match(self, text: str, *, apart_from: frozenset[str] = frozenset()) -> Match:
        """Match `text`; terms in `apart_from` count as found elsewhere and are left out."""
        plain = normalize(text)
        found = {term for term in self._terms if term in plain} - apart_from
        return Match(self._coverage(plain, found, apart_from), self._run(found))

    def match_within(self, text: str, context: str) -> tuple[Match, float]:
        """The match of `text`, and the share (0 to 1) of the question's weight that it holds together with its `context`."""
        plain, around = normalize(text), normalize(context)
        found = {term for term in self._terms if term in plain}
        both = found.union([term for term in self._terms if term in around])
        own = self._coverage(plain, found, frozenset())
        return Match(own, self._run(found)), self._coverage(f"{plain}\n{around}", both, frozenset())

    def coverage(self, text: str) -> float:
        """The share (0 to 1) of the question's weight that `text` holds: a match without its longest run."""
        plain = normalize(text)
        return self._coverage(plain, {term for term in self._terms if term in plain}, frozenset())

    def _coverage(self, plain: str, found: set[str], apart_from: frozenset[str]) -> float:
        # The order of a set differs from run to run, and with it the last digits of a plain sum.
        weight = math.fsum([self._weights[term] for term in found])
        if self._earlier:
            weight += (
                EARLIER_WEIGHT * self._total * sum(self._earlier[term] for term in self._earlier if term in plain) / self._earlier_total
            )
        for words, official in self._synonyms:
            weight += 0.0 if words in apart_from else _concept(words, official, plain)
        return min(weight / self._total, 1.0)

    def terms_in(self, text: str) -> frozenset[str]:
        """The question's terms, and its everyday words, that `text` says in one way or the other."""
        plain = normalize(text)
        concepts = {words for words, official in self._synonyms if words in plain or any(name in plain for name in official)}
        return frozenset(term for term in self._terms if term in plain) | concepts

    def weight_of(self, terms: frozenset[str]) -> float:
        """The share (0 to 1) of the question's weight that `terms` (as from `terms_in`) make up."""
        weight = math.fsum([self._weights.get(term, CONCEPT_WEIGHT) for term in terms])
        return min(weight / self._total, 1.0)

    def holds_quoted(self, text: str) -> bool:
        """Whether every name the question puts in quotation or title marks stands in `text`."""
        plain = re.sub(r"[“”\"]", "", normalize(text))
        return all(name in plain for name in self._quoted)

    def holds_a_name(self, text: str) -> bool | None:
        """Whether a name of NAME or more characters that the question puts in marks stands in `text`; None where it puts none there."""
        names = [name for name in self._quoted if len(name) >= NAME]
        plain = re.sub(r"[“”\"]", "", normalize(text))
        return any(name in plain for name in names) if names else None

    def share_in_question(self, text: str) -> float:
        """The share (0 to 1) of the terms of `text` that the question holds, by itself or through its everyday words."""
        terms = terms_of(text)
        if not terms:
            return 0.0
        official = " ".join(name for words, names in self._synonyms for name in (words, *names))
        return sum(term in self._weights or term in official for term in terms) / len(terms)

    def longest_phrase(self, text: str) -> str:
        """The longest run of the question's terms that stands in `text` side by side, as characters."""
        plain = normalize(text)
        best = phrase = ""
        for term in self._terms:
            if term not in plain:
                phrase = ""
            elif phrase and phrase[-1] == term[0] and phrase + term[1:] in plain:
                phrase += term[1:]
            else:
                phrase = term
            best = max(best, phrase, key=len)
        return best

    @property
    def has_quoted(self) -> bool:
        """Whether the question names anything in quotation or title marks."""
        return bool(self._quoted)

    def _run(self, found: set[str]) -> int:
        if len(found) < 2:
            return len(found)
        longest = run = 0
        previous = ""
        for term in self._terms:
            if term not in found:
                run = 0
            elif previous and previous[-1] == term[0]:
                run += 1
            else:
                run = 1
            longest = max(longest, run)
            previous = term
        return longest


def _concept(words: str, official: tuple[str, ...], plain: str) -> float:
    """The weight of an everyday word in `plain`: none, or more the more ways the text says it in; the word itself says it best.

    A name inside another one (签约服务 in 家庭医生签约服务) is no way of its own.
    """
    found = [name for name in official if name in plain]
    ways = sum(not any(name != other and name in other for other in found) for name in found)
    if words in plain:
        ways = 1 + MOST_AGAIN
    return CONCEPT_WEIGHT * (1 + AGAIN * min(ways - 1, MOST_AGAIN)) if ways else 0.0


def term_weight(term: str, frequency: int, total: int) -> float:
    """The BM25 inverse document frequency (Robertson and Spärck Jones 1976) of a term in `frequency` of `total` entries.

    Two Chinese characters that no entry holds side by side tell little: mostly they belong to different words of everyday speech.
    A Latin word or a figure that no entry holds tells that the documents do not know it.
    """
    if frequency == 0 and term.isascii():
        return math.log(1 + total)
    if frequency == 0:
        loose = any(character in _FUNCTION_CHARACTERS for character in term)
        return (LOOSE_WEIGHT if loose else UNKNOWN_WEIGHT) * math.log(1 + total)
    weight = math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))
    return weight * (0.5 if any(character in _FUNCTION_CHARACTERS for character in term) else 1.0)
