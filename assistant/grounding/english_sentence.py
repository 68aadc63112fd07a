"""An English sentence in the Chinese words of the passages it cites, so that it is checked as any other."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.grounding.english_figures import with_chinese_figures
from corpus.language.english_words import function_words, word_forms

_TOKEN = re.compile(r"[“（(][^“”（）()]*[\u4e00-\u9fff][^“”（）()]*[”）)]|[A-Za-z]+(?:['’][a-z]+)?|[^A-Za-z\s]+|\s+")
_WORD = re.compile(r"[a-z0-9]+(?:[&+][a-z0-9]+)*")
_NUMBER = re.compile(
    r"(?:\b[A-Z][A-Za-z]+ )?(?:[\[(〔](?P<year>(?:19|20)\d\d)[\])〕]\s*)(?:No\.? ?)?(?P<number>\d+)(?:号)?|"
    r"\bNo\.? ?(?P<plain>\d+)\b",
    re.I,
)
_NAMED_BEHIND = re.compile(r"(?:\b[A-Z][\w&.'’-]*,? (?:(?:of|for|and|the) )*)+(?=[(（][\u4e00-\u9fff])")
"""The English words for a name that stands behind them in Chinese: Red Bridge Plan (红桥计划)."""
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_ARTICLE = re.compile(r"\b(?P<kind>Article|Chapter) (?P<number>\d+)\b")
_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), chinese)
    for pattern, chinese in (
        (
            r"\b(?:must|may|shall|should|can) (?:not|never)\b|\b(?:cannot|can't|mustn't)\b|\b(?:is|are) (?:not (?:allowed|"
            r"permitted)|prohibited|forbidden|banned)\b|\bprohibit(?:s|ed|ing)?\b|\bforbid(?:s|den)?\b|\bban(?:s|ned)?\b",
            " 不得 ",
        ),
        (
            r"\b(?:need not|does not need|do not need|not (?:required|obliged|necessary)|no need|without (?:needing|"
            r"having) to)\b",
            " 无需 ",
        ),
        (
            r"\b(?:free of charge|at no (?:cost|charge)|for free|pay(?:s|ing)? nothing|no (?:fees?|charges?))\b|\bwaive[sd]?\b|\bexempt(?:ed)?\b",
            " 免费 ",
        ),
        (
            r"\b(?:has|have|had|is|are|was|were) (?:not|yet)(?: yet)?(?: been)?\b|\bnot yet\b|\b(?:hasn't|haven't|isn't|"
            r"aren't|wasn't|weren't|does not|do not|did not|doesn't|don't|didn't)\b",
            " 未 ",
        ),
        (r"\bno longer\b", " 不再 "),
        (r"\b(?:excluding|excludes?|except(?:ing)?(?: for)?|other than)\b", " 不含 "),
        (r"\b(?:including|includes?)\b", " 包括 "),
        (
            r"\b(?:under construction|being (?:built|constructed|developed|prepared|drafted|refined)|in progress|under way|"
            r"underway)\b",
            " 正在 ",
        ),
        (
            r"\b(?:has|have) (?:already )?been (?:completed|built|established|set up|finished)\b|\b(?:is|are|was|"
            r"were) (?:already )?(?:completed|built|complete|finished)\b(?! by\b)|\bhas been put in place\b",
            " 已建成 ",
        ),
        (
            r"\b(?:is|are) (?:already |now )(?:in (?:use|operation|service)|up and running|live|operational|operating)\b|"
            r"\b(?:is|are|was|were) (?:now |already )?in (?:formal |full |regular )?(?:use|operation|service)\b|"
            r"\b(?:has|have) (?:already )?(?:been (?:put into|launched)|gone (?:live|online|into)|entered service)\b",
            " 已投用 ",
        ),
        (r"\balready\b|\b(?:has|have) been\b", " 已 "),
        (
            r"\b(?:takes? the lead|leads?|leading)(?= (?:the|this|on|in|it)\b)|\bas (?:the )?lead(?:ing)?(?: (?:unit|agency|"
            r"department|body))?\b",
            " 牵头 ",
        ),
        (r"\b(?:led|headed|spearheaded) by\b|\blead(?:ing)? (?:unit|agency|department|body|bureau)s? (?:is|are|being)\b", " 牵头单位为 "),
        (
            r"\bwith (?:the )?(?:support|cooperation|assistance|help)(?: of| from)\b|\b(?:supported|assisted|backed) by\b|"
            r"\bin cooperation with\b|\b(?:cooperating|supporting|participating) (?:unit|agenc(?:y|ies)|department|bod(?:y|"
            r"ies)|bureau)s? (?:is|are|being|include)\b",
            " 配合单位为 ",
        ),
        (r"\b(?:cooperat(?:e|es|ing)|assist(?:s|ing)?|supporting|in (?:a )?support(?:ing)?(?: role)?)\b", " 配合 "),
        (r"\band\b", "、"),
    )
)
_BODY = r"(?:Bureau|Commission|Department|Office|Administration|Authority|Committee|Ministry)"
_CAPITAL = r"[A-Z][A-Za-z'’-]*"
_BODY_NAME = re.compile(
    rf"(?:(?:{_CAPITAL}),? ?(?:(?:、|of|for|&) )?){{0,8}}{_BODY}\b(?: (?:of|for) {_CAPITAL}(?:(?:,? ?、|,|"
    rf" of)? {_CAPITAL}){{0,6}})?"
)
_BODY_ENDINGS = {
    "bureau": "局",
    "department": "局",
    "administration": "局",
    "authority": "局",
    "commission": "委",
    "committee": "委",
    "office": "办",
    "ministry": "部",
}
_BESIDE_FIGURE = re.compile(r"(至少|最高|约|增长到?|减少到?|由|累计|新增)[|\s]+(?=至少|最高|约|\d)")
_NAME_IN_BRACKETS = re.compile(r"[（(]([\u4e00-\u9fff]{2,20})[）)](?=[|\s]*(?:牵头|配合))")
ALIKE = 0.75
"""Share of the characters said for an English name of a body that a Chinese name must have to be taken for it."""
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """What an English sentence says in Chinese: `text`, and by clause its content words, each as what it can stand for.

    `unknown` counts the words that name something and have no Chinese.
    """

    text: str
    clauses: tuple[tuple[tuple[str, ...], ...], ...]
    unknown: int


class EnglishTerms:
    """The terms of a glossary by their first word; build it once for a glossary."""

    def __init__(self, glossary: Mapping[str, Sequence[str]]) -> None:
        self._terms: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
        for term, renderings in glossary.items():
            words = tuple(_WORD.findall(term.lower()))
            if words and len(words) <= _LONGEST:
                self._terms[words[0]].append((words, tuple(renderings)))

    def at(self, forms: Sequence[Sequence[str]], place: int) -> tuple[int, tuple[str, ...]] | None:
        """The longest term that stands at `place` of words given in all their forms: how many words it takes, and the Chinese for it."""
        best: tuple[int, tuple[str, ...]] | None = None
        for first in forms[place]:
            for words, renderings in self._terms.get(first, ()):
                size = len(words)
                if place + size <= len(forms) and all(word in forms[place + offset] for offset, word in enumerate(words)):
                    if best is None or size > best[0]:
                        best = size, renderings
                    elif size == best[0]:
                        best = size, tuple(dict.fromkeys((*best[1], *renderings)))
        return best


def is_english(text: str) -> bool:
    """Whether a sentence is written in English, though names in it may be Chinese."""
    words = re.findall(r"\b[a-z]{2,}\b", text)
    return len(words) > 2 and len(words) > len(re.findall(r"[\u4e00-\u9fff]", text)) / 2


def in_chinese_words(sentence: str, terms: EnglishTerms, evidence: str, bodies: Sequence[str]) -> ChineseWords:
    """`sentence` with figures, times, bodies and known terms in Chinese: of several renderings one that `evidence` has, of bodies one of `bodies`."""
    text = _ARTICLE.sub(lambda match: f"第{match['number']}{'条' if match['kind'] == 'Article' else '章'}", sentence)
    text = _NUMBER.sub(lambda match: f"〔{match['year']}〕{match['number']}号" if match["year"] else f"第{match['plain']}号", text)
    text = _ORDINAL.sub(r"第\1 ", with_chinese_figures(_NAMED_BEHIND.sub(" ", text)))
    for pattern, chinese in _PHRASES:
        text = pattern.sub(chinese, text)
    text = _BODY_NAME.sub(lambda match: _body(match, terms, evidence, bodies), text)
    return _translated(text, terms, evidence)


def _body(match: re.Match[str], terms: EnglishTerms, evidence: str, bodies: Sequence[str]) -> str:
    """The name in `bodies` that the English name can stand for; else what its words say, which no passage will have."""
    said = _translated(match[0], terms, evidence)
    stem = re.sub(r"[市省区县局委办]|[^\u4e00-\u9fff]", "", said.text)
    if not stem or match.string[match.end() :].lstrip().startswith(("(", "（")):
        return f" {match[0].rpartition(' ')[0].lower() if not stem else ''} "
    level = "省" if "Provincial" in match[0] else "区" if "District" in match[0] else "市"
    alike = [name for name in bodies if sum(character in name for character in stem) >= ALIKE * len(stem)]
    ending = next(chinese for word, chinese in _BODY_ENDINGS.items() if word in match[0].lower())
    return f" {min(alike, key=len) if alike else level + stem + ending} "


def _translated(text: str, terms: EnglishTerms, evidence: str) -> ChineseWords:
    tokens = _TOKEN.findall(text)
    places = [place for place, token in enumerate(tokens) if token[0].isascii() and token[0].isalpha()]
    forms = [word_forms(re.sub(r"['’]s?$", "", tokens[place].lower())) for place in places]
    clauses: list[list[tuple[str, ...]]] = [[]]
    unknown = number = 0
    while number < len(places):
        if number and any(set(token) & set(",;:、") for token in tokens[places[number - 1] + 1 : places[number]]) and clauses[-1]:
            clauses.append([])
        found = terms.at(forms, number)
        size = found[0] if found and _joined(tokens, places, number, found[0]) else 1
        if found and size == found[0]:
            clauses[-1].append(found[1])
        elif len(tokens[places[number]]) > 2 and not any(form in function_words() for form in forms[number]):
            unknown += 1
        said = next((name for name in found[1] if name in evidence), found[1][0]) if found and size == found[0] else ""
        tokens[places[number] : places[number + size - 1] + 1] = [f"|{said}|", *[""] * (places[number + size - 1] - places[number])]
        number += size
    said = re.sub(r"[|\s]*\|[|\s]*", "|", "".join(tokens))
    said = _NAME_IN_BRACKETS.sub(r"\1", said)
    return ChineseWords(_BESIDE_FIGURE.sub(r"\1", said), tuple(map(tuple, clauses)), unknown)


def _joined(tokens: Sequence[str], places: Sequence[int], number: int, size: int) -> bool:
    """Whether only spaces and hyphens stand between the words, so that they can be one term."""
    between = tokens[places[number] + 1 : places[number + size - 1]]
    return all(not token.strip() or token in ("-", "&") or token[0].isalpha() for token in between)
