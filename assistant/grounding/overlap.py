"""How much of what a sentence says stands in the passages, clause by clause."""

import re
from collections.abc import Iterator, Sequence

from assistant.grounding.bodies import bodies_in
from assistant.grounding.content import clauses_of_sentence, content_pairs, content_words, without_figures
from assistant.grounding.english_sentence import ChineseWords
from assistant.grounding.evidence import Evidence

ENOUGH = 0.5
"""The least share of a sentence's content that its passages must hold, by `city-assistant eval grounding --calibrate` over the shipped set:
all of the sentences that their passages support have .55 or more,
.05 of them have .5 with the passages of another one.
"""
ENOUGH_IN_CLAUSE = 0.38
"""The same for each clause, so that a clause that is found nowhere is not carried by the others."""
CLAUSE = 4
"""Pairs of characters from which on a clause says enough to be looked at by itself."""
UNHEARD = 5
"""Characters of a run that no passage has, from which on it says something of its own: no supported sentence of the shipped set has so many."""
NEAR = 3
"""Characters within which two stand near each other: 居委 in 居民委员会."""
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
ENOUGH_WORDS, ENOUGH_WORDS_IN_CLAUSE, CLAUSE_WORDS = 0.5, 0.25, 3
"""The same three for English sentences, in words."""


def overlap_of(text: str, evidence: Sequence[Evidence]) -> tuple[float, tuple[str, ...]]:
    """The share (0 to 1) of the content of the plain `text` that the quotes hold, and the clauses of which the passages hold too little.

    Words that stand only in a title or a heading are left out of the share: any passage below has them.
    """
    quoted = frozenset[str]().union(*(content_pairs(item.quote) for item in evidence))
    above = frozenset[str]().union(*(content_pairs(item.heading) for item in evidence))
    for body in bodies_in(text):
        text = text.replace(body.names[0], " ")
    pairs = content_pairs(text) - (above - quoted)
    if len(pairs) < CLAUSE:
        pairs, quoted = content_pairs(text), quoted | above
    share = len(pairs & quoted) / len(pairs) if pairs else 1.0
    poor = [text] if share < ENOUGH and len(pairs) >= CLAUSE else []
    for clause in clauses_of_sentence(text):
        own = content_pairs(clause)
        if len(own) >= CLAUSE and len(own & (quoted | above)) < ENOUGH_IN_CLAUSE * len(own):
            poor.append(clause)
    poor.extend(_unheard_runs(text, "\n".join(item.text for item in evidence)))
    return share, tuple(dict.fromkeys(poor))


def _unheard_runs(text: str, whole: str) -> Iterator[str]:
    """Runs of characters in the content of `text` of which no two neighbours stand near each other in the passages."""
    near = {whole[place] + other for place in range(len(whole)) for other in whole[place + 1 : place + 1 + NEAR]}
    for word in content_words(without_figures(_TITLE.sub(" ", text))):
        run = ""
        for place in range(len(word) - 1):
            run = "" if word[place : place + 2] in near else (run or word[place]) + word[place + 1]
            if len(run) == UNHEARD and not word[0].isascii():
                yield word


def overlap_of_words(said: ChineseWords, evidence: Sequence[Evidence]) -> tuple[float, tuple[str, ...]]:
    """The same for an English sentence, by its words, of which the Chinese for each must stand in the passages."""
    whole = "\n".join(item.text for item in evidence)
    clauses = [[any(_held(name, whole) for name in word) for word in clause] for clause in said.clauses]
    found = [word for clause in clauses for word in clause]
    share = sum(found) / len(found) if found else 0.0
    poor = [said.text] if share < ENOUGH_WORDS or said.unknown > 2 * len(found) else []
    for clause, words in zip(clauses, said.clauses, strict=True):
        if len(clause) >= CLAUSE_WORDS and sum(clause) < ENOUGH_WORDS_IN_CLAUSE * len(clause):
            poor.append("".join(word[0] for word in words))
    return share, tuple(poor)


def _held(name: str, whole: str) -> bool:
    """Whether a word stands in the passages, a longer one in other words (half of its pairs of characters)."""
    pairs = [name[place : place + 2] for place in range(len(name) - 1)]
    return name in whole or (len(name) > 3 and sum(pair in whole for pair in pairs) * 2 >= len(pairs))
