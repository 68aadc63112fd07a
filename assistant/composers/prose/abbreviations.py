"""The full form of a short name and the short form of a full one, from the brackets that hold one behind the other: 地理信息系统（GIS）."""

import re
from collections.abc import Iterator, Sequence

from assistant.composers.prose.definitions import asked_names, clauses_around
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from corpus.language.terms import terms_of
from corpus.model.document import Document
from corpus.model.span import Span

_LATIN = re.compile(r"(?<![A-Za-z0-9+])[A-Za-z][A-Za-z0-9]*(?:\+[A-Za-z]+)?(?![A-Za-z0-9+])")
_KIND = r"(?:系统|平台|模式|技术|模型|认证|指标|标准|方式|架构|工具|机制|方法|业务)?"
_STANDS_FOR = re.compile(
    rf"[A-Za-z0-9]{_KIND}[”\"]?(?:这)?(?:[一二两三四五几]?个)?(?:英文)?(?:缩写|简写|词儿?|字母|名字|东西|说法)?(?:在[^，。？]{{1,16}}(?:里|中|上))?"
    r"(?:具体|分别|各|都|到底|究竟|又|是)*(?:是?(?:什么|啥)(?:意思|东西|系统|平台|模式|模型|技术|指标|标准|认证|业务)?[？?]?$|(?:是?指|代表|对应|说的是|指代)|也?就是(?:什么|啥)|怎么(?:解释|理解))|"
    rf"(?:什么是|什么叫|啥是|啥叫)[“\"]?[A-Za-z0-9+]+{_KIND}[”\"]?[？?]?$"
)
_SHORT_ASKED = re.compile(r"缩写|简写|简称|英文名|英文字母|代号|又[叫称]|也叫|别称")
_FULL_ASKED = re.compile(r"全称|全名|缩写|简写|简称|中文名")
_OPEN, _CLOSE = r"[（(]\s*", r"\s*[）)]"
_CALLED = r"(?:以下|下文)?(?:统一)?(?:简称|统称)(?:为|：|:)?\s*"
_SHORT_FORM = re.compile(rf"{_OPEN}(?:{_CALLED}(?P<named>[^（）()，。；\n]{{2,20}}?)|(?P<latin>[A-Z][A-Za-z0-9+\s]{{1,12}}?)){_CLOSE}")
_MARKS = re.compile(r"[“”\"「」『』\s]")
_CALLED_TERMS = ("简称", "统称")
CANDIDATES = 60
FULL_NAME = 4
"""Characters before a bracket that the question must hold to name the full form: 信息系统."""
LONGEST_NAME = 24
SAYS = 1.3
"""Score of the brackets that say it: above a sentence that only uses the name."""


def compose_abbreviation(evidence: Evidence) -> Draft | None:
    """The clauses in which what is asked stands in brackets behind its full form, one for each short name asked about; None where one has none."""
    text = evidence.question.text
    names = _short_names(text)
    if names:
        found = [
            max(_behind(evidence, name), key=lambda one: sum(name in one[1].of(one[0].text) for name in names), default=None)
            for name in names
        ]
    elif _SHORT_ASKED.search(text):
        found = [_before(evidence, text)]
    else:
        found = [next(_called(evidence, asked_names(text)), None)] if evidence.question.language == "zh" else []
    told = list(dict.fromkeys(one for one in found if one))
    if not told or None in found:
        return None
    statements = tuple(Statement(span.of(document.text).rstrip("，。；：") + "。", (Source(document.id, span),)) for document, span in told)
    return Draft(statements, SAYS, subject="、".join(names))


def _short_names(text: str) -> Sequence[str]:
    """The names in Latin letters that the question asks the full form of."""
    names = [match[0] for match in _LATIN.finditer(text) if len(match[0]) > 1]
    return names if names and (_STANDS_FOR.search(text) or _FULL_ASKED.search(text)) else ()


def _forms(evidence: Evidence, words: str) -> Iterator[tuple[Document, re.Match[str]]]:
    """Each short form in brackets in the passages that hold most of `words`, those of the document that the question names first."""
    named = evidence.question.documents.strongest
    terms = {**dict.fromkeys(_CALLED_TERMS, 0.3), **dict.fromkeys(terms_of(words), 1.0)}
    hits = evidence.knowledge.search_lexical(terms, kinds=("passage",), limit=CANDIDATES)
    passages = [evidence.knowledge.passage(evidence.knowledge.entry(hit.id).ref) for hit in hits]
    for passage in sorted(passages, key=lambda one: one.document_id != named):
        document = evidence.knowledge.document(passage.document_id)
        yield from ((document, match) for match in _SHORT_FORM.finditer(document.text, passage.span.start, passage.span.end))


def _behind(evidence: Evidence, name: str) -> Iterator[tuple[Document, Span]]:
    for document, match in _forms(evidence, name):
        if (
            match["latin"]
            and _MARKS.sub("", match["latin"]).upper() == name.upper()
            and re.search(r"[\u4e00-\u9fff]", _full(document, match))
        ):
            yield document, _clause(document, match)


def _before(evidence: Evidence, text: str) -> tuple[Document, Span] | None:
    """The short form of what the question names in full: of all names before brackets the one of which it holds most."""
    held = [(_held(_full(document, match), text), document, match) for document, match in _forms(evidence, text)]
    best = max(held, key=lambda one: one[0], default=None)
    return (best[1], _clause(best[1], best[2])) if best and best[0] >= FULL_NAME else None


def _held(full: str, text: str) -> int:
    """How many characters at the end of `full` stand in `text` in a row."""
    return next((len(full) - start for start in range(len(full)) if full[start:] in text), 0)


def _called(evidence: Evidence, names: Sequence[str]) -> Iterator[tuple[Document, Span]]:
    """What a document says it calls by one of the names: （以下简称平台）, （以下统称服务机构）."""
    for document, match in _forms(evidence, names[0]) if names else ():
        if match["named"] and _MARKS.sub("", match["named"]) in names:
            yield document, _clause(document, match)


def _full(document: Document, match: re.Match[str]) -> str:
    before = document.text[max(0, match.start() - LONGEST_NAME) : match.start()]
    return re.split(r"[，。；：、\s（）()“”《》]", before)[-1]


def _clause(document: Document, match: re.Match[str]) -> Span:
    return clauses_around(document, Span(match.start(), match.end()))
