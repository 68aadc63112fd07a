"""What the head and foot of a document say: number, issuer, signatory, dates, contact."""

import re
from collections.abc import Sequence

from assistant.composers.documents.adoption import Act, acts_asked, asks_for_meeting, delivery_of, meeting_of, speaker_of
from assistant.composers.documents.cited_documents import cited_document, compose_cited_issuer
from assistant.composers.documents.ended import ended_document
from assistant.composers.documents.meant_documents import meant_document, with_notice
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from assistant.understanding.asks import Ask
from corpus.language.dates import dates_in
from corpus.language.titles import document_number_of
from corpus.model.document import Document
from corpus.model.span import Span

_FIELDS = {
    "signatory": ("签发人", re.compile(r"签发人[：:]?\s*[\u4e00-\u9fff·]{2,8}")),
    "addressee": ("答复对象", re.compile(r"(?<=\n)(?:尊敬的)?[\u4e00-\u9fff·、]{2,16}(?:代表|委员)(?=[：:])")),
    "contact": (
        "联系方式",
        re.compile(
            r"联系人[：:][^（）()\n]{2,60}|(?:联系|咨询|监督|举报|投诉|服务)?(?:电话|热线)[：:]\s*[\d\-—（）() ]{3,24}\d(?:[，,；; ]*联系人[：:]\s*[\u4e00-\u9fff·]{2,6})?"
        ),
    ),
    "document_number": ("文号", None),
    "issuer": ("发文机关", None),
    "date": ("成文日期", None),
    "effective": (
        "施行日期",
        re.compile(r"自\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*起[^。]{0,4}(?:施行|实施)|\d{4}年\d{1,2}月\d{1,2}日\s*施行"),
    ),
}
_EXPLAINED = re.compile(r"由[^，。；、\n]{2,20}(?:[、和会同]+[^，。；、\n]{2,20}){0,4}?(?:负责|承担|进行)?解释")
_EXPLAINER_ASKED = re.compile(r"解释")
_SIGNED_BELOW = re.compile(
    r"(?<=\n)(?P<body>[\u4e00-\u9fff ]{4,24}(?:局|委|办|厅|室|府|会|院|中心|小组))\s*\n\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?=\s*(?:\n|$))"
)
"""A signature: the body and below it the day, each on a line of its own."""
_AT_THE_END = re.compile(
    r"(?:末尾|文末|最后面?|结尾|正文(?:后面?)?|(?:附件|附表|附录|[清名]单|表)(?:的?之?前面?|[的之]?上面|以前))[^。？]{0,14}(?:落款|印发|日期|署|哪|什么时)"
)
"""Asks for the signature below the text of a plan: at its end, or before what is annexed to it."""
_VALID = re.compile(
    r"(?:自[^，。；\n]{2,24}起(?:施行|实施|执行)[，,]?[^，。；\n]{0,6}|本[^，。；\n]{2,10})有效期(?:限)?(?:至|到|截至|为)?\s*"
    r"(?:\d{4}\s*年[^，。；\n]{0,10}[日月底]|[一二三四五六七八九十\d]+\s*年)|"
    r"自[^，。；\n]{2,24}起(?:施行|实施|执行)[，,][^，。；\n]{0,6}?[一二三四五六七八九十\d]+\s*年有效期"
)
"""How long a document holds, as its last article says."""
_OTHER_ENDED = re.compile(r"(?:哪|什么|几)(?:一|几|些)?[份个部件][^，。？]{0,12}(?:废止|作废|失效|不再执行|停止执行)")
"""Asks which document another one ends, not how long that one holds."""
NAMED, MAX_DOCUMENTS = 0.45, 3
"""Strength from which a document counts as named beside another, and how many are answered for."""
OF_DOCUMENT = 0.4
"""Share of the question's words that the document's title holds from which it asks about the document itself."""
_OF_ITS_BASIS = re.compile(r"依据|根据|按照|上位|贯彻|落实|废止|政策保障")
"""With documents asked for, a question about what a document rests on or ends: the parts are those of other documents."""
_TELEPHONE_ASKED, _TELEPHONE = re.compile(r"电话|号码"), re.compile(r"\d{7,}|\d{3,4}[-—－]\d{7,8}|(?<!\d)1[12]\d{3}(?!\d)|热线")
_REPAIR_ASKED = re.compile(r"报修|维修|(?:坏|丢|停电|停水|漏水|堵|着火)了?[^。？]{0,6}(?:打|找|拨)")
_COMPLAINT_ASKED = re.compile(r"(?:举报|投诉|告)[^，。？]{0,10}(?:电话|热线|号码)|(?:电话|热线)[^，。？]{0,4}(?:举报|投诉)")
_COMPLAINT_LINE = re.compile(r"(?:监督|举报|投诉)(?:电话|热线)[：:]")
_NUMBER_OF = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,3})的(?:联系|办公)?(?:电话|手机|号码|联系方式)")
_EACH = re.compile(r"各(?:是|自|在|为)?|分别|都是|哪(?:个|份|部)(?:更)?[早晚先后]|同一天|一样|比")


def compose_headline(evidence: Evidence) -> Draft | None:
    """The asked part of the head or foot of the document the question names; of each, where it sets several beside each other."""
    if "policy" in evidence.question.asks and _OF_ITS_BASIS.search(evidence.question.text):
        return None
    if {"issuer", "date", "effective"} & set(evidence.question.asks) and cited_document(evidence):
        return compose_cited_issuer(evidence) if "issuer" in evidence.question.asks else None
    several = _several_documents(evidence)
    drafts = [draft for document_id in several if (draft := _of_document(evidence, document_id)) and draft.status == "answered"]
    if len(drafts) > 1:
        return Draft(tuple(statement for draft in drafts for statement in draft.statements), 1.0, subject=drafts[0].subject)
    document_id = meant_document(evidence) or _only_document(evidence)
    draft = _of_document(evidence, document_id) if document_id else None
    return draft if draft and (draft.status == "answered" or _asks_of_document(evidence, draft.subject)) else None


def _asks_of_document(evidence: Evidence, title: str) -> bool:
    """Whether the question is about the document itself and not about something that was issued or passed elsewhere.

    A telephone number that the document holds none of is not to be found in its sentences either.
    """
    document_id = evidence.question.documents.strongest
    if document_id is None or evidence.matcher.match(title).coverage >= OF_DOCUMENT:
        return True
    return bool(_TELEPHONE_ASKED.search(evidence.question.text)) and not _TELEPHONE.search(evidence.knowledge.document(document_id).text)


def _several_documents(evidence: Evidence) -> Sequence[str]:
    """The documents that the question names one as clearly as the other (甲条例和乙条例各是哪天施行的)."""
    if not _EACH.search(evidence.question.text):
        return ()
    named = [(strength, key) for key, strength in evidence.question.documents.strengths.items() if strength >= NAMED]
    return [key for _, key in sorted(named, reverse=True)[:MAX_DOCUMENTS]]


def _of_document(evidence: Evidence, document_id: str) -> Draft | None:
    document, question = evidence.knowledge.document(document_id), evidence.question
    if _asks_for_another_line(question.text, document):
        return None
    if "date" in question.asks and asks_for_meeting(question.text) and document.metadata.kind != "report":
        return _passed_by(evidence, document)
    statements: list[Statement] = []
    missing: list[Ask] = []
    for ask in (ask for ask in question.asks if ask in _FIELDS):
        acts = _acts(question.text, document, ask)
        statements.extend(_of_act(evidence, document, document, act) for act in acts)
        if not acts and ask == "contact" and _EXPLAINER_ASKED.search(question.text):
            continue
        found = None if acts else find_in_head(evidence, document, ask)
        if found:
            holder, span = found
            text = phrase("headline", question.language, title=document.title, field=_FIELDS[ask][0], value=_value(holder, span))
            statements.append(Statement(text + "。", (Source(holder.id, span),)))
        elif not acts:
            missing.append(ask)
    unstated = _unstated(evidence, document, missing)
    if not statements:
        return unstated
    return Draft((*dict.fromkeys(statements), *(unstated.statements if unstated else ())), 1.0, subject=document.title)


def _asks_for_another_line(question: str, document: Document) -> bool:
    """Whether a number is asked for that no document has at its foot: one for repairs, for complaints, or of the person who signed it."""
    person = _NUMBER_OF.search(question)
    if _COMPLAINT_ASKED.search(question) and not _COMPLAINT_LINE.search(document.text):
        return True
    return _REPAIR_ASKED.search(question) is not None or bool(person and re.search(rf"签发人[：:]?\s*{person['who']}", document.text))


def _acts(question: str, document: Document, ask: str) -> Sequence[Act]:
    """What the document says of how it came into being, where that is what `ask` asks for; nothing where its fields say it."""
    if ask in ("date", "issuer") and (signed := _signed_at_the_end(question, document)):
        return signed
    if ask == "date":
        delivered = delivery_of(document)
        return (delivered,) if delivered else acts_asked(question, document)
    if ask == "signatory":
        speaker = speaker_of(document)
        return (speaker,) if speaker else ()
    if ask == "contact" and _EXPLAINER_ASKED.search(question):
        return tuple(
            Act("解释单位", re.sub(r"^由|(?:负责|承担|进行)?解释$", "", match[0]), Span(*match.span()))
            for match in _EXPLAINED.finditer(document.text)
        )[-1:]
    return ()


def _signed_at_the_end(question: str, document: Document) -> Sequence[Act]:
    """The last signature of a document with several, where the question asks for the one at the end of the text."""
    signed = list(_SIGNED_BELOW.finditer(document.text))
    if len(signed) < 2 or not _AT_THE_END.search(question):
        return ()
    return (Act(f"文末落款（{signed[-1]['body'].strip()}）", signed[-1]["day"], Span(*signed[-1].span())),)


def _of_act(evidence: Evidence, document: Document, holder: Document, act: Act) -> Statement:
    text = phrase("headline", evidence.question.language, title=document.title, field=act.field, value=act.value)
    return Statement(text + "。", (Source(holder.id, act.span),))


def _passed_by(evidence: Evidence, document: Document) -> Draft | None:
    """The meeting that passed the document; that it is not said, for a regulation, whose articles would not say it."""
    for holder in with_notice(evidence.knowledge, document.id):
        act = meeting_of(holder)
        if act:
            return Draft((_of_act(evidence, document, holder, act),), 1.0, subject=document.title)
    if document.metadata.kind != "regulation":
        return None
    text = phrase("no_such_part", evidence.question.language, title=document.title, field="通过的会议")
    return Draft((Statement(text),), 1.0, status="not_found", reason="not_in_corpus", subject=document.title)


def find_in_head(evidence: Evidence, document: Document, ask: str) -> tuple[Document, Span] | None:
    """Where the head or foot of `document`, or of the notice it was issued with, says what `ask` asks for."""
    return _find_in(with_notice(evidence.knowledge, document.id), ask)


def _find_in(documents: list[Document], ask: str) -> tuple[Document, Span] | None:
    for document in documents:
        span = _find(document, ask)
        if span is not None:
            return document, span
    return None


def compose_validity(evidence: Evidence) -> Draft | None:
    """How long the document that the question names says it holds, and whether the period it plans for is over."""
    ended = ended_document(evidence)
    if ended or _OTHER_ENDED.search(evidence.question.text):
        return ended
    document_id = meant_document(evidence)
    document = evidence.knowledge.document(document_id) if document_id else None
    if document is None:
        return None
    statements = (*_valid_until(evidence, document), *_period(evidence, document))
    if not statements:
        return None
    beside = _of_document(evidence, document.id) if "document_number" in evidence.question.asks else None
    told = beside.statements if beside and beside.status == "answered" else ()
    return Draft((*statements, *told), 1.0, subject=document.title)


def _valid_until(evidence: Evidence, document: Document) -> Sequence[Statement]:
    found = [(holder, match) for holder in with_notice(evidence.knowledge, document.id) for match in _VALID.finditer(holder.text)]
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
    if ask == "document_number" and document_number_of(str(wanted)) is None:
        return _in_line(document.text, ask, wanted)
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
    printed = re.search(r"\s*".join(map(re.escape, str(wanted))), line)
    return Span(*printed.span()) if printed else None


def _value(document: Document, span: Span) -> str:
    return re.sub(r"^(?:签发人[：:]\s*|尊敬的)|\n", "", span.of(document.text))
