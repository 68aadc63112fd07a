"""What the head and foot of a document say: number, issuer, signatory, dates, contact."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.dates import dates_in
from corpus.language.titles import document_number_of
from corpus.model.document import Document
from corpus.model.span import Span

_FIELDS = {
    "signatory": ("签发人", re.compile(r"签发人[：:]?\s*[\u4e00-\u9fff·]{2,8}")),
    "addressee": ("答复对象", re.compile(r"(?<=\n)(?:尊敬的)?[\u4e00-\u9fff·、]{2,16}(?:代表|委员)(?=[：:])")),
    "contact": (
        "联系方式",
        re.compile(r"联系人[：:][^（）()\n]{2,60}|(?:联系|咨询|监督|举报|投诉|服务)?(?:电话|热线)[：:]\s*[\d\-—（）() ]{3,24}\d"),
    ),
    "document_number": ("文号", None),
    "issuer": ("发文机关", None),
    "date": ("成文日期", None),
    "effective": (
        "施行日期",
        re.compile(r"自\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*起[^。]{0,4}(?:施行|实施)|\d{4}年\d{1,2}月\d{1,2}日\s*施行"),
    ),
}
_ACT_ASKED = re.compile(
    r"(?:哪(?:一)?[天日年]|何[时日]|(?:什么|啥)时[候间]|几[月号]|日期|时间)[^，。？]{0,12}?(?P<then>通过|批准|公布)|(?P<first>通过|批准|公布)的?(?:日期|时间|是哪|是什么时)"
)
"""Asks for the day of one of the acts by which regulations come into being; each has its own."""
_MEETING_ASKED = re.compile(
    r"(?:哪(?:一)?|第几|几)次[^，。？]{0,16}会[^，。？]{0,8}(?:通过|批准|审议)|(?:通过|批准)[^，。？]{0,8}(?:哪(?:一)?|第几)次"
)
_MEETING = re.compile(
    r"[^\s，。；（）()《》]{2,40}第[一二三四五六七八九十百\d]+\s*次[^\s，。；（）()]{0,8}会议[^，。；（）()\n]{0,24}?(?:通过|批准)"
)
"""The meeting that passed a document, as its head or the notice before it says."""
_VALID = re.compile(
    r"(?:自[^，。；\n]{2,24}起(?:施行|实施|执行)[，,]?[^，。；\n]{0,6}|本[^，。；\n]{2,10})有效期(?:限)?(?:至|到|截至|为)?\s*"
    r"(?:\d{4}\s*年[^，。；\n]{0,10}[日月底]|[一二三四五六七八九十\d]+\s*年)"
)
"""How long a document holds, as its last article says."""
_GENRE = re.compile(r"条例|规定|办法|细则|规则")
MEANT = 0.25
"""Strength from which a question that says what kind of rules it means (那部养犬规定) means the only document of that kind so strong."""
HEAD = 600
"""Characters at the beginning of a document in which such acts are dated."""
NAMED, MAX_DOCUMENTS = 0.45, 3
"""Strength from which a document counts as named beside another, and how many are answered for."""
OF_DOCUMENT = 0.4
"""Share of the question's words that the document's title holds from which it asks about the document itself."""
_OF_ITS_BASIS = re.compile(r"依据|根据|按照")
"""With a number asked for, a question about what a document rests on: the numbers are those of other documents."""
_EACH = re.compile(r"各(?:是|自|在|为)?|分别|都是|哪(?:个|份|部)(?:更)?[早晚先后]|同一天|一样|比")


def compose_headline(evidence: Evidence) -> Draft | None:
    """The asked part of the head or foot of the document the question names; of each, where it sets several beside each other."""
    if {"policy", "document_number"} <= set(evidence.question.asks) and _OF_ITS_BASIS.search(evidence.question.text):
        return None
    several = _several_documents(evidence)
    drafts = [draft for document_id in several if (draft := _of_document(evidence, document_id)) and draft.status == "answered"]
    if len(drafts) > 1:
        return Draft(tuple(statement for draft in drafts for statement in draft.statements), 1.0, subject=drafts[0].subject)
    document_id = evidence.question.documents.strongest or _only_document(evidence) or _rules_meant(evidence)
    draft = _of_document(evidence, document_id) if document_id else None
    return draft if draft and (draft.status == "answered" or _asks_of_document(evidence, draft.subject)) else None


def _asks_of_document(evidence: Evidence, title: str) -> bool:
    """Whether the question is about the document itself and not about something that was issued or passed elsewhere."""
    return evidence.matcher.match(title).coverage >= OF_DOCUMENT or evidence.question.documents.strongest is None


def _rules_meant(evidence: Evidence) -> str | None:
    """The only document whose title ends in the kind of rules the question speaks of and that it names at all; None where two are."""
    asked = _GENRE.findall(evidence.question.text)
    titles = {document.id: document.title for document in evidence.knowledge.documents()}
    named = evidence.question.documents.strengths.items()
    meant = [key for key, strength in named if strength >= MEANT and any(titles.get(key, "").endswith(genre) for genre in asked)]
    return meant[0] if len(meant) == 1 else None


def _several_documents(evidence: Evidence) -> Sequence[str]:
    """The documents that the question names one as clearly as the other (甲条例和乙条例各是哪天施行的)."""
    if not _EACH.search(evidence.question.text):
        return ()
    named = [(strength, key) for key, strength in evidence.question.documents.strengths.items() if strength >= NAMED]
    return [key for _, key in sorted(named, reverse=True)[:MAX_DOCUMENTS]]


def _of_document(evidence: Evidence, document_id: str) -> Draft | None:
    document = evidence.knowledge.document(document_id)
    statements, missing = [], []
    for ask in (ask for ask in evidence.question.asks if ask in _FIELDS):
        if ask == "date" and _MEETING_ASKED.search(evidence.question.text):
            return _passed_by(evidence, document)
        act = _dated_act(evidence.question.text, document) if ask == "date" else None
        if act:
            statements.append(_dated(evidence, document, act))
            continue
        found = find_in_head(evidence, document, ask)
        if found is None:
            missing.append(ask)
            continue
        holder, span = found
        text = phrase("headline", evidence.question.language, title=document.title, field=_FIELDS[ask][0], value=_value(holder, span))
        statements.append(Statement(text + "。", (Source(holder.id, span),)))
    unstated = _unstated(evidence, document, missing)
    if not statements:
        return unstated
    return Draft((*statements, *(unstated.statements if unstated else ())), 1.0, subject=document.title)


def _passed_by(evidence: Evidence, document: Document) -> Draft | None:
    """The meeting that passed the document; that it is not said, for a regulation, whose articles would not say it."""
    title, language = document.title, evidence.question.language
    for holder in _with_notice(evidence, document):
        found = _MEETING.search(holder.text, 0, HEAD)
        if found:
            text = phrase("headline", language, title=title, field="通过情况", value=re.sub(r"\s+|^已[经由]?", "", found[0]))
            return Draft((Statement(text + "。", (Source(holder.id, Span(*found.span())),)),), 1.0, subject=title)
    if document.metadata.kind != "regulation":
        return None
    text = phrase("no_such_part", language, title=title, field="通过的会议")
    return Draft((Statement(text),), 1.0, status="not_found", reason="not_in_corpus", subject=title)


def _dated_act(question: str, document: Document) -> re.Match[str] | None:
    """Where the head of the document dates the act that the question asks about."""
    asked = _ACT_ASKED.search(question)
    if asked is None or document.metadata.kind != "regulation":
        return None
    act = asked["then"] or asked["first"]
    return re.search(rf"(?P<day>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)(?:(?!\d{{4}}年\d)[^\n]){{0,60}}?(?P<act>{act})", document.text[:HEAD])


def _dated(evidence: Evidence, document: Document, act: re.Match[str]) -> Statement:
    text = phrase("headline", evidence.question.language, title=document.title, field=f"{act['act']}日期", value=act["day"])
    return Statement(text + "。", (Source(document.id, Span(*act.span())),))


def _with_notice(evidence: Evidence, document: Document) -> list[Document]:
    """The document, and the notice it was issued with in the same file: number and date stand there."""
    beside = [
        other.id
        for other in evidence.knowledge.documents()
        if other.source_file == document.source_file and other.metadata.kind == "notice"
    ]
    return [document, *(evidence.knowledge.document(other) for other in beside if other != document.id)]


def find_in_head(evidence: Evidence, document: Document, ask: str) -> tuple[Document, Span] | None:
    """Where the head or foot of `document`, or of the notice it was issued with, says what `ask` asks for."""
    return _find_in(_with_notice(evidence, document), ask)


def _find_in(documents: list[Document], ask: str) -> tuple[Document, Span] | None:
    for document in documents:
        span = _find(document, ask)
        if span is not None:
            return document, span
    return None


def compose_validity(evidence: Evidence) -> Draft | None:
    """How long the document that the question names says it holds, and whether the period it plans for is over."""
    document_id = evidence.question.documents.strongest
    document = evidence.knowledge.document(document_id) if document_id else None
    if document is None:
        return None
    statements = (*_valid_until(evidence, document), *_period(evidence, document))
    return Draft(statements, 1.0, subject=document.title) if statements else None


def _valid_until(evidence: Evidence, document: Document) -> Sequence[Statement]:
    found = [(holder, match) for holder in _with_notice(evidence, document) for match in _VALID.finditer(holder.text)]
    if not found:
        return ()
    holder, match = found[-1]
    text = phrase("headline", evidence.question.language, title=document.title, field="有效期", value=match[0])
    return (Statement(text + "。", (Source(holder.id, Span(*match.span())),)),)


def _period(evidence: Evidence, document: Document) -> Sequence[Statement]:
    period = document.metadata.period
    printed = period and re.search(rf"{period[0]}\s*年?\s*[-—–~至]+\s*{period[1]}\s*年?", document.text)
    if period is None or not printed:
        return ()
    name = "period_over" if period[1] < evidence.as_of_year else "period_runs"
    text = phrase(name, evidence.question.language, title=document.title, first=period[0], last=period[1])
    return (Statement(text + "。", (Source(document.id, Span(*printed.span())),)),)


def _unstated(evidence: Evidence, document: Document, asks: Sequence[str]) -> Draft | None:
    fields = [_FIELDS[ask][0] for ask in asks if ask != "effective"]
    if not fields or "policy" in evidence.question.asks:
        return None
    text = phrase("no_such_part", evidence.question.language, title=document.title, field="、".join(fields))
    return Draft((Statement(text),), 1.0, status="not_found", reason="not_in_corpus", subject=document.title)


def _only_document(evidence: Evidence) -> str | None:
    best = evidence.passages[0] if evidence.passages else None
    return best.document.id if best and {"contact", "signatory", "addressee"} & set(evidence.question.asks) else None


def _find(document: Document, ask: str) -> Span | None:
    pattern = _FIELDS[ask][1]
    if pattern is not None:
        # The article that sets the day says 自…起; a line under the title only repeats it.
        match = max(pattern.finditer(document.text), key=lambda found: "起" in found[0], default=None)
        return Span(match.start(), match.end()) if match else None
    wanted = {
        "document_number": document.metadata.document_number,
        "issuer": document.metadata.issuer,
        "date": document.metadata.signed_on or document.metadata.issued_on,
    }[ask]
    if wanted is None:
        return None
    for line in re.finditer(r"[^\n]+", document.text):
        found = _in_line(line[0], ask, wanted)
        if found:
            return Span(line.start() + found.start, line.start() + found.end)
    return None


def _in_line(line: str, ask: str, wanted: object) -> Span | None:
    if ask == "date":
        return next((Span(mention.start, mention.end) for mention in dates_in(line) if mention.value == wanted), None)
    if ask == "document_number" and document_number_of(line) not in (wanted, None):
        return None
    text = str(wanted)
    start = line.find(text)
    return Span(start, start + len(text)) if start >= 0 else None


def _value(document: Document, span: Span) -> str:
    return re.sub(r"^(?:签发人[：:]\s*|尊敬的)", "", span.of(document.text))
