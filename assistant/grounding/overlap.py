"""How much of what a sentence says stands in the passages, clause by clause."""

import re
from collections.abc import Iterator, Sequence, Set

from assistant.grounding.bodies import bodies_in
from assistant.grounding.content import clauses_of_sentence, content_words, without_figures
from assistant.grounding.english_sentence import ChineseWords
from assistant.grounding.evidence import Evidence
from corpus.wording import words_of_same_meaning

ENOUGH = 0.55
"""The least share of a sentence's content that its passages must hold, by `city-assistant eval grounding --calibrate` over the shipped set:
.97 of the sentences that their passages support have it, .06 of them have it with the passages of another one.
"""
ENOUGH_IN_CLAUSE = 0.5
"""The same for each clause, so that a clause that is found nowhere is not carried by the others."""
CLAUSE = 7
"""Characters of content from which on a clause says enough to be looked at by itself."""
SHORT, NONE = 4, 0.34
"""Characters of content from which on a shorter clause is looked at, and the share of it that counts as nothing."""
FOREIGN = 4
"""Characters from which on a run is looked at by itself."""
ALONE = 0.5
"""What a character counts that the passages have, but beside none of its neighbours."""
LONGEST = 4
"""Characters of the longest words of which another of the same meaning is looked up."""
NEAR = 3
"""Characters within which two stand near each other: 居委 in 居民委员会."""
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_GENERAL = re.compile(
    r"没有|数量|依次|之间|全年|全部|完全|部门|实施|情况|工作|方面|问题|过程|阶段|正式|陆续|同步|开始|启动|继续|所有|这些|那些|什么|怎么|多少|其他|一些|任务|内容|方式|办法|措施|安排|时间|时候"
)
"""Words that say nothing by themselves of what a run is about."""
ENOUGH_WORDS, ENOUGH_WORDS_IN_CLAUSE, CLAUSE_WORDS = 0.5, 0.25, 3
"""The same three for English sentences, in words."""


def overlap_of(text: str, evidence: Sequence[Evidence]) -> tuple[float, tuple[str, ...]]:
    """The share (0 to 1) of the content of the plain `text` that the passages hold, and the clauses of which they hold too little."""
    whole = "\n".join(item.text for item in evidence).lower()
    held = {whole[place : place + 1 + offset : offset] for place in range(len(whole)) for offset in range(1, 1 + NEAR)} | set(whole)
    clauses = [(clause, *_found(clause, whole, held)) for clause in clauses_of_sentence(text)]
    said, found = sum(size for _, size, _ in clauses), sum(share for *_, share in clauses)
    poor = [
        clause
        for clause, size, share in clauses
        if (size >= CLAUSE and share < ENOUGH_IN_CLAUSE * size) or (size >= SHORT and share <= NONE * size)
    ]
    poor.extend(item for clause, *_ in clauses for item in _listed_anew(clause, whole, held))
    poor.extend(word for clause, *_ in clauses for word in _foreign(clause, whole, held))
    if found < ENOUGH * said:
        poor.insert(0, text)
    return (found / said if said else 1.0), tuple(dict.fromkeys(poor))


def _found(clause: str, whole: str, held: Set[str]) -> tuple[float, float]:
    """How many characters of content the clause has, and how many of them the passages hold beside a neighbour; others count `ALONE`."""
    said = found = 0.0
    for word in content_words(without_figures(_TITLE.sub(" ", clause))):
        if word[0].isascii() or len(word) == 1:
            said, found = said + ALONE, found + ALONE * (word.lower() in whole)
            continue
        pairs = [False, *(word[place : place + 2] in held for place in range(len(word) - 1)), False]
        meant = _meant(word, whole)
        said += len(word)
        found += sum(
            1.0 if pairs[place] or pairs[place + 1] or place in meant else ALONE * (word[place] in held) for place in range(len(word))
        )
    return said, found


def _listed_anew(clause: str, whole: str, held: Set[str]) -> Iterator[str]:
    """The things in the middle of a list of which the passages hold nothing, where they have others of the list."""
    items = without_figures(_TITLE.sub(" ", clause)).split("、")
    if len(items) > 2 and any(item and item in whole for item in items[1:-1]):
        for item in items[1:-1]:
            if len(item) > 1 and item not in whole and _found(item, whole, held)[1] <= ALONE and not bodies_in(item):
                yield item


def _foreign(clause: str, whole: str, held: Set[str]) -> Iterator[str]:
    """The longer runs of characters of which the passages have next to nothing, though the rest of the clause stands in them."""
    for word in content_words(without_figures(_TITLE.sub(" ", clause))):
        if (
            len(_GENERAL.sub("", word)) >= FOREIGN
            and not word[0].isascii()
            and _found(word, whole, held)[1] <= ALONE
            and not bodies_in(word)
        ):
            yield word


def _meant(run: str, whole: str) -> set[int]:
    """The places of a run of characters at which a word stands for which the passages have another one of the same meaning."""
    same = words_of_same_meaning()
    spans = [(start, end) for start in range(len(run)) for end in range(start + 2, min(start + LONGEST, len(run)) + 1)]
    return {
        place
        for start, end in spans
        if any(len(other) > 1 and other in whole for other in same.get(run[start:end], ()))
        for place in range(start, end)
    }


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
