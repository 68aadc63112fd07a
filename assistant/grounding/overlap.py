"""How much of what a sentence says stands in the passages, clause by clause."""

from collections.abc import Sequence

from assistant.grounding.content import clauses_of_sentence, content_pairs
from assistant.grounding.english_sentence import ChineseWords
from assistant.grounding.evidence import Evidence

ENOUGH = 0.5
ENOUGH_IN_CLAUSE = 0.3
CLAUSE = 4
ENOUGH_WORDS = 0.5
ENOUGH_WORDS_IN_CLAUSE = 0.34
CLAUSE_WORDS = 3


def overlap_of(text: str, evidence: Sequence[Evidence]) -> tuple[float, tuple[str, ...]]:
    """The share (0 to 1) of the content of the plain `text` that the passages hold, and the clauses of which they hold too little."""
    held = frozenset[str]().union(*(content_pairs(item.text) for item in evidence))
    pairs = content_pairs(text)
    share = len(pairs & held) / len(pairs) if pairs else 1.0
    poor = [text] if share < ENOUGH else []
    for clause in clauses_of_sentence(text):
        own = content_pairs(clause)
        if len(own) >= CLAUSE and len(own & held) / len(own) < ENOUGH_IN_CLAUSE:
            poor.append(clause)
    return share, tuple(dict.fromkeys(poor))


def overlap_of_words(said: ChineseWords, evidence: Sequence[Evidence]) -> tuple[float, tuple[str, ...]]:
    """The same for an English sentence, by its words, of which the Chinese for each must stand in the passages."""
    whole = "\n".join(item.text for item in evidence)
    clauses = [[any(_held(name, whole) for name in word) for word in clause] for clause in said.clauses]
    found = [word for clause in clauses for word in clause]
    share = sum(found) / len(found) if found else 0.0
    poor = [said.text] if share < ENOUGH_WORDS or said.unknown > len(found) + 1 else []
    for clause, words in zip(clauses, said.clauses, strict=True):
        if len(clause) >= CLAUSE_WORDS and sum(clause) < ENOUGH_WORDS_IN_CLAUSE * len(clause):
            poor.append("".join(word[0] for word in words))
    return share, tuple(poor)


def _held(name: str, whole: str) -> bool:
    """Whether a word stands in the passages, a longer one in other words (half of its pairs of characters)."""
    pairs = [name[place : place + 2] for place in range(len(name) - 1)]
    return name in whole or (len(name) > 3 and sum(pair in whole for pair in pairs) * 2 >= len(pairs))
