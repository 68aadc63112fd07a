"""An English question said in the Chinese words of the documents, so that it is answered as any other."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.english.asks import asked_in_chinese, sentences_told, without_asking_words
from assistant.english.comparison import OfTwo, set_against
from assistant.english.order import document_first, in_chinese_order
from corpus.language.english_words import function_words, word_forms
from corpus.language.terms import terms_of

_CHINESE_WORDS = re.compile(r"[\u3400-\u9fff]+")
_TOKEN = re.compile(
    r"[\u3400-\u9fff《》〔〕“”「」×·、]+|\d+(?:\.\d+)?[万亿]元?|\d+(?:[.-]\d+)*%?(?![a-z])|[a-z0-9]+(?:[&+][a-z0-9]+|\.\d+)*|;"
)
_CLAUSE_END = re.compile(
    r"[,;?!]\s+|\.\s+(?=[A-Z])|\s+(?:and|or)\s+(?=(?:also\s+)?(?:by\s+|in\s+|for\s+)?(?:how|what|which|who|whom|when|where)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\[(〔](20\d\d)[\])〕]\s*no\.?\s*(\d+)|\bno\.?\s*(\d+)\s*(?:of|\()\s*(20\d\d)\)?", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\bno\.?\s*(\d+)|(?<![\d.-])(0\d{2,3})(?![\d.-])|\b(?<=proposal )(\d{3,4})(?![\d.-])|\b(\d{4})(?= (?:repl(?:y|ies)|proposal)\b)(?<!20\d\d)(?<!19\d\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d〔.])((?:19|20)\d\d)(?![\d%〕]|-\d|\.\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|—|to|through)\s*((?:19|20)\d\d)(?!\d)")
_YEAR_END = re.compile(r"(?:by|before|until|at) the end of\s+((?:19|20)\d\d)|end-((?:19|20)\d\d)", re.IGNORECASE)
_SCALED = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)[ -](thousand|million|billion|trillion)\b(?:[ -](?:yuan|rmb))?", re.IGNORECASE)
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_PLAN_OF_YEARS = re.compile(r"(?<=\d{4}-\d{4}年) (?:master )?plan\b", re.IGNORECASE)
"""The plan of a period of years: the 2016-2020 plan."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SYLLABLE = r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|uan|uai|iao|ian|van|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un|ia|ua|uo|a|o|e|i|u|v))"
_TRANSLITERATED = re.compile(rf"{_SYLLABLE}{{2,5}}|{_SYLLABLE}(?: {_SYLLABLE}){{1,3}}")
_PRONOUN = re.compile(r"\b(?:it|its|they|them|their|this|these|those)\b(?! (?:year|month|city|municipality))", re.IGNORECASE)
_JOINING = {"and": "和", ";": "、"}
_NAMED_IN_CHINESE = re.compile(r"[\"“']([^\"“”]{2,60})[\"”']\s*[(（]([\u3400-\u9fff][^()（）]*)[)）]")
"""A name in quotation marks with the Chinese for it: “Red Bridge Plan” (红桥计划)."""
_CHINESE_BEHIND = re.compile(r"\s*[(（]([\u3400-\u9fff][^()（）A-Za-z]{2,})[)）]")
"""A name in Chinese behind the English words for it."""
_QUOTED_NAME = re.compile(
    r"[\"“]((?:[A-Z][\w&+-]*|[0-9][\w-]*|of|and|the|for|in|on)(?: (?:[A-Z][\w&+-]*|[0-9][\w-]*|of|and|the|for|in|on))*)[\"”]"
)
"""A name in quotation marks, by its capitals: “Citizen Card”, and not: “platform”."""
_TRANSLATED_NAME = re.compile(r"「[^」]*」")
_NOT = re.compile(r"\b(?:may|must|can|shall|should)\b([^?,;]{0,40}?)\bnot\b(?: be)?\s*", re.IGNORECASE)
_SPANS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_SPAN = re.compile(rf"\b({'|'.join(_SPANS)})[ -]years?\b(?![ -](?:plan|action))", re.IGNORECASE)
_PHASES = {
    name: phase
    for phase, names in (("一期", "1 one i first"), ("二期", "2 two ii second"), ("三期", "3 three iii third"))
    for name in names.split()
}
_PHASE = re.compile(
    r"\b(?:phase (?P<number>[123]|one|two|three|i{1,3})|(?P<ordinal>first|second|third) phase)\b(?! of the (?:plan|city))", re.IGNORECASE
)
_AUXILIARY = re.compile(r"\b(?:does|do|did|is|are|was|were|will|would|should|must|can|has|have|had)\b", re.IGNORECASE)
_QUANTITY_ALONE = re.compile(r"^\s*(?:and\s+)?how (?:much|many)\b", re.IGNORECASE)
KEPT = 20_000
"""Terms whose words are kept between questions."""
_LONGEST = 7
"""Words of the longest term that is looked for."""
HELD, JOINED, LATER = 3.0, 1.0, 0.4
"""What speaks for one of several Chinese words: the documents hold it, they hold it joined to its neighbour; and against it, that it stands later in the list."""
SHORTEST_NAME = 3
"""Characters of a name that is told in marks; a shorter one is a word like any other."""
RARE = 0.03
"""Share of all entries below which a word tells enough for its other renderings to be searched for as well."""


@dataclass(frozen=True, slots=True)
class Translation:
    """`text` in Chinese; `renderings` holds other Chinese words for some of its words, to be matched in their place."""

    text: str
    renderings: Mapping[str, tuple[str, ...]]


class _Words:
    """One word or term of the question: its Chinese renderings, or itself where there are none."""

    def __init__(self, renderings: Sequence[str], *, translated: bool, beside: bool) -> None:
        self.renderings, self.translated, self.beside = tuple(renderings), translated, beside


def is_english(text: str) -> bool:
    """Whether `text` is asked in English: without Chinese, or with a Chinese name inside an English sentence."""
    said = re.findall(r"[a-z]+|[\u3400-\u9fff]", text.lower())
    known, chinese = sum(word in function_words() for word in said), sum(not word[0].isascii() for word in said)
    return not chinese or (known >= 2 and (said[0] in function_words() or chinese < min(known, len(said) / 3)))


def translate(
    text: str, glossary: Mapping[str, tuple[str, ...]], frequency_of: Callable[[str], int], total: int, *, before: str = ""
) -> Translation:
    """The English question `text` in Chinese, clause by clause, what is asked last; of several renderings the one that fits the documents.

    A question that names nothing itself (Who is responsible for it?) speaks of what the question `before` names.
    A word that `glossary` does not hold and that is not a function word stays as it is: it is asked about, and has to count as missing.
    """
    index = _index(glossary)
    text = _PHASE.sub(lambda match: f" {_PHASES[(match['number'] or match['ordinal']).lower()]} ", text)
    if (two := set_against(text)) and (compared := _compared(two, index, frequency_of, total)):
        return compared
    text = _NOT.sub(r"\1 prohibited ", _in_chinese_alone(_NAMED_IN_CHINESE.sub(r"“\2”", document_first(text))))
    text = _QUOTED_NAME.sub(lambda match: _name_in_marks(match, index, frequency_of, total), text)
    text = _SPAN.sub(lambda match: f"{_SPANS[match[1].lower()]}年", text)
    clauses: list[str] = []
    renderings: dict[str, tuple[str, ...]] = {}
    for clause in _clauses(text):
        chosen, others = _chosen(_words(without_asking_words(in_chinese_order(clause)), index), frequency_of, total)
        if before and not clauses and (not chosen or _PRONOUN.search(clause)):
            subject, others = _chosen(_words(without_asking_words(in_chinese_order(before)), index), frequency_of, total)
            chosen = f"{subject} {chosen}".strip()
        renderings.update(others)
        clauses.append(f"{chosen} {asked_in_chinese(clause)}".strip())
    whole = "，".join(filter(None, clauses))
    return Translation(f"{whole}？" if whole else text, renderings)


def _in_chinese_alone(text: str) -> str:
    """`text` without the English words for what it gives in Chinese behind them: home-care beds (家庭养老床位)."""
    while match := _CHINESE_BEHIND.search(text):
        words = text[: match.start()].split()
        kept = len(words)
        while kept and words[kept - 1].lower() not in function_words() and not words[kept - 1].endswith((",", ";", "?")):
            kept -= 1
        text = f"{' '.join(words[:kept])} {match[1]} {text[match.end() :]}"
    return text


def _compared(
    two: OfTwo, index: Mapping[str, list[tuple[tuple[str, ...], tuple[str, ...]]]], frequency_of: Callable[[str], int], total: int
) -> Translation | None:
    """Which of two things is the later or larger, in Chinese; None where one of them has no Chinese words."""
    told = [_chosen(_words(without_asking_words(in_chinese_order(part)), index), frequency_of, total) for part in two[:3]]
    if not all(_CHINESE_WORDS.search(name) for name, _ in told[:2]):
        return None
    first, second, what = (re.sub(r"\s+|[、，]$", "", name) for name, _ in told)
    return Translation(f"{first}和{second}{what}{two.asked}？", {word: others for _, known in told for word, others in known.items()})


def _name_in_marks(
    match: re.Match[str], index: Mapping[str, list[tuple[tuple[str, ...], tuple[str, ...]]]], frequency_of: Callable[[str], int], total: int
) -> str:
    """The Chinese name for the quoted one, in marks where documents hold it so; as it was where they do not."""
    name, _ = _chosen(_words(match[1], index), frequency_of, total)
    known = _CHINESE_WORDS.fullmatch(name) is not None and len(name) >= SHORTEST_NAME and _frequency(name, frequency_of) > 0
    return f"「{name}」" if known else match[0]


def _clauses(text: str) -> list[str]:
    """The clauses of `text` that each ask something; one that asks nothing goes with the next, at the end with the last."""
    clauses: list[str] = []
    waiting, told = "", " ".join(sentences_told(text))
    for part in filter(None, (part.strip() for part in _CLAUSE_END.split(text))):
        waiting = f"{waiting} ; {part}" if waiting else part
        if part not in told and asked_in_chinese(part):
            clauses.append(waiting)
            waiting = ""
    if waiting and clauses:
        clauses[-1] += f" ; {waiting}"
    return _with_shared_end(clauses) or [waiting]


def _with_shared_end(clauses: list[str]) -> list[str]:
    """The clauses with what only the last says of all: how many A and how much B will C have by 2026."""
    end = _AUXILIARY.search(clauses[-1]) if len(clauses) > 1 and _QUANTITY_ALONE.match(clauses[-1]) else None
    if end is None:
        return clauses
    shared = clauses[-1][end.start() :]
    return [f"{clause} {shared}" if _QUANTITY_ALONE.match(clause) and not _AUXILIARY.search(clause) else clause for clause in clauses]


def _index(glossary: Mapping[str, tuple[str, ...]]) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """The terms of the glossary as words, with their renderings, by their first word."""
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for term, renderings in glossary.items():
        words = _term_words(term)
        if words and len(words) <= _LONGEST:
            index.setdefault(words[0], []).append((words, renderings))
    return index


@lru_cache(maxsize=KEPT)
def _term_words(term: str) -> tuple[str, ...]:
    """The words of a term of the glossary; kept, since every question asks for those of all terms."""
    return tuple(_TOKEN.findall(term.lower()))


def _words(clause: str, index: Mapping[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]) -> list[_Words]:
    plain = _with_chinese_numbers(clause)
    tokens = _TOKEN.findall(plain.lower())
    transliterated = {
        word
        for name in re.findall(r"(?<![.?!] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b", plain)
        for part in ((name.lower(),) if _TRANSLITERATED.fullmatch(name.lower()) else name.lower().split())
        if _TRANSLITERATED.fullmatch(part)
        for word in part.split()
    }
    names = set(re.findall(r"(?<![A-Za-z0-9])(?:[A-Z]{2,}[0-9]*|[0-9]+[A-Z])(?![A-Za-z0-9])", plain))
    chinese = _CHINESE_WORDS.search(_TRANSLATED_NAME.sub("", clause)) is not None
    forms = [word_forms(token) for token in tokens]
    words: list[_Words] = []
    position, beside = 0, False
    while position < len(tokens):
        token = tokens[position]
        found = _term_at(forms, position, index)
        if found:
            words.append(_Words(found[1], translated=True, beside=beside))
        elif token in _JOINING and words and position + 1 < len(tokens):
            words.append(_Words((_JOINING[token],), translated=False, beside=False))
        elif not token[0].isascii() or token[0].isdigit():
            words.append(_Words((token.upper() if token.upper() in names else token,), translated=False, beside=False))
        elif token.upper() in names:
            words.append(_Words((token.upper(),), translated=False, beside=False))
        elif _is_asked_about(token, forms[position]) and not chinese and token not in transliterated:
            words.append(_Words((token,), translated=False, beside=False))
        beside = found is not None
        position += len(found[0]) if found else 1
    return words


def _is_asked_about(token: str, forms: Sequence[str]) -> bool:
    return len(token) >= 3 and not token.endswith("ly") and not any(form in function_words() for form in forms)


def _term_at(
    forms: Sequence[Sequence[str]], position: int, index: Mapping[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The longest term of the glossary that stands at `position`, the one written as in the question before one in another form."""
    best: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    best_rank = (0, 0)
    for first in forms[position]:
        for words, renderings in index.get(first, ()):
            if position + len(words) > len(forms) or not all(word in forms[position + place] for place, word in enumerate(words)):
                continue
            rank = (len(words), -sum(forms[position + place].index(word) for place, word in enumerate(words)))
            if best is None or rank > best_rank:
                best, best_rank = (words, renderings), rank
    return best


def _with_chinese_numbers(text: str) -> str:
    """Document numbers and years as Chinese documents print them."""
    text = _SCALED.sub(_scaled, _THOUSANDS.sub("", text))
    text = _NUMBER.sub(lambda match: f"〔{match[1] or match[4]}〕{match[2] or match[3]}号", text)
    text = _ORDINAL.sub(lambda match: f"第{match[1] or match[2] or match[3] or match[4]}号", text)
    text = _YEARS.sub(lambda match: f"{match[1]}-{match[2]}年", text)
    text = _PLAN_OF_YEARS.sub("规划", text)
    text = _YEAR_END.sub(lambda match: f" {match[1] or match[2]}年底", text)
    return _YEAR.sub(lambda match: match[1] if text[match.end() : match.end() + 1] in ("年", "-") else f"{match[1]}年", text)


def _scaled(match: re.Match[str]) -> str:
    """A number told in thousands or millions as Chinese counts it, in 万 and 亿: 500 million yuan, 5亿元."""
    value = Decimal(match[1]).scaleb(_SCALES[match[2].lower()])
    unit, exponent = ("亿", 8) if value >= 10**8 else ("万", 4) if value >= 10**4 else ("", 0)
    yuan = "元" if match[0].lower().endswith(("yuan", "rmb")) else ""
    return f"{value.scaleb(-exponent).normalize():f}{unit}{yuan} "


def _chosen(words: Sequence[_Words], frequency_of: Callable[[str], int], total: int) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The words with one rendering each, those that documents print together joined; and the other renderings of rare ones."""
    text, renderings = "", dict[str, tuple[str, ...]]()
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) and words[place + 1].beside else None
        held = [name for name in word.renderings if _frequency(name, frequency_of) > 0] if word.translated else []
        best = max(held or word.renderings[:1], key=lambda name: _fit(name, word, text if word.beside else "", following, frequency_of))
        text = text.removesuffix(named) if (named := text.rpartition(" ")[2]) and best.startswith(named) else text
        if best in _JOINING.values():
            text = text.rstrip("和、") + best
            continue
        joined = word.beside and bool(text) and not text.endswith(" ") and frequency_of(text[-1] + best[0]) > 0
        text += best if joined or _continues(text, best) else f" {best}"
        if len(held) > 1 and not joined and _frequency(best, frequency_of) < RARE * total:
            renderings[best] = tuple(name for name in held if best not in name)
    return text.strip("和、 "), {name: others for name, others in renderings.items() if others}


def _continues(text: str, name: str) -> bool:
    """Whether `name` goes on with a figure or a sign: 2025 年底, 2+8."""
    return bool(text) and (name[0] in "年号〕" or (text[-1] in "第〔〕" and name[0].isdigit()))


def _fit(name: str, word: _Words, before: str, following: _Words | None, frequency_of: Callable[[str], int]) -> float:
    fit = HELD * (_frequency(name, frequency_of) > 0) - LATER * word.renderings.index(name)
    if before:
        fit += JOINED * (frequency_of(before[-1] + name[0]) > 0)
    if following:
        fit += JOINED * any(frequency_of(name[-1] + other[0]) > 0 for other in following.renderings)
    return fit


def _frequency(name: str, frequency_of: Callable[[str], int]) -> int:
    """How many entries hold the rarest term of `name`."""
    return min((frequency_of(term) for term in terms_of(name)), default=0)
