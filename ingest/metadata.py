"""What the head and the foot of an official document say of it (GB/T 9704-2012: issuer, number, signatory, dates, disclosure, attachments)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.language.dates import dates_in
from corpus.language.numbering import numbering_of
from corpus.language.titles import document_number_of, ends_like_title, kind_of_title, period_of
from corpus.model.document import Metadata
from ingest.attachments import attachments_named
from ingest.canonical import CanonicalText, PlacedLine

GENERIC_TITLE = 8
"""Characters of a title that names no place or year: 政府工作报告."""
_PERIOD_LINE = re.compile(r"\s*[（(]\s*(?:19|20)\d{2}\s*年?\s*[-—–~至]+\s*(?:19|20)\d{2}\s*年?\s*[）)]\s*")
_SPEAKS_FOR = re.compile(r"我(?:谨)?代表([\u4e00-\u9fff]{2,12}(?:人民政府|政府|委员会|局|院))")
_ADOPTED = re.compile(r"(?:通过|会议上)")
HEAD_LINES = 14
FOOT_LINES = 8
MARK_LINES = 8
"""Lines at the start among which the letterhead stands, below what a site prints above a document."""
_NAME = r"(?:[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,12}|[\u4e00-\u9fff]{2,4}?)(?=[会联]签|核稿|拟稿|[主承经]办|联系|电话|公开|[^\u4e00-\u9fff·：:]|$)"
"""A person's name, as far as the next label of the head or the end of its words."""
_SIGNATORY = re.compile(rf"签发(?:人[：:]|[：:]|人(?=\s))\s*({_NAME}(?:、{_NAME})*)")
_DISCLOSURE = re.compile(r"此件公开发布|此件主动公开|主动公开|同意公开|依申请公开|不予公开")
_ORGANISATION = re.compile(
    r"(?:中共)?[\u4e00-\u9fff、]{2,30}(?:人民政府|人民政府办公[厅室]|政府办公[厅室]|委员会|办公室|办公厅|局|厅|委|部|院|集团|中心|领导小组|管理处|会)"
)
_REGION = re.compile(r"(?!关于)(?:中共)?([\u4e00-\u9fff]{2,7}?(?:省|(?<![我全本各])市|自治区|自治州|特别行政区|盟|州|县|区))")
_BEFORE_REGION = re.compile(r"^关于(?:印发|公布|发布)|^[0-9０-９]{4}年度?")
_EFFECTIVE = re.compile(r"自\s*(?P<date>(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起(?:正式)?(?:施行|实施|执行|生效)")
_DATED_EVENT = re.compile(r"日\s*(?:起)?(?:施行|实施)$")
_ANNOUNCED = re.compile(
    r"(?:(?<=\d日)|(?<=\d日\s)|(?<![\u4e00-\u9fff\d]))[\u4e00-\u9fff]{4,30}?"
    r"(?:(?:公告|令)\s*[（(〔]?\s*第?\s*[\d一二三四五六七八九十百]+\s*号[）)〕]?|"
    r"会议纪要\s*(?:[〔\[（(]\s*(?:19|20)\d{2}\s*[〕\]）)]\s*)?[（(]?第?\s*\d+\s*[期号][）)]?)"
)
"""The number under which a regulation is announced or minutes are kept: 云川市人民代表大会常务委员会公告第11号, 国务院令（第5号）, …会议纪要〔2024〕第8期."""
_MARK = re.compile(rf"({_ORGANISATION.pattern})(?:文件|(?:令|公告).{{0,8}})")
"""The letterhead in red (发文机关标志)."""
_MINUTES = re.compile(r"[\u4e00-\u9fff]{4,24}会议纪要")
_ORDER = re.compile(rf"{_ORGANISATION.pattern}令.{{0,8}}")
_SIGNED_BY = re.compile(
    r"(?:省长|市长|州长|县长|区长|旗长|主席|总理|主任|局长|厅长|部长)([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,12})"
)
"""Who signed an order, behind the office held: 市长　李四."""
_ANNOUNCEMENT, _REGULATION = re.compile(r"(?:公告|令)$"), re.compile(r"(?:条例|办法|规定|规则|细则)$")
"""A regulation may stand below the announcement that puts it in force; the title is its own."""
_ISSUED = re.compile(r"日\s*印发")
_IMPRINT = re.compile(rf"({_ORGANISATION.pattern})\s*\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日\s*印发")
"""The last line of a printed document: who had it printed, and when."""

_ISSUED_BY = re.compile(rf"(?:发文机关|发布机构|发文单位|制发机关|制定机关)[：:]\s*({_ORGANISATION.pattern})")
_DATED = re.compile(r"(?:成文|发文|签发)日期[：:]")
"""What sites of governments print above a document, each on a line of its own."""


def read_metadata(canonical: CanonicalText, file_title: str) -> Metadata:
    """The parts of the document's head and foot that its text prints; `file_title` serves where no line reads like a title."""
    head = canonical.lines[:HEAD_LINES]
    foot = canonical.lines[-FOOT_LINES:]
    title = _title(head, file_title)
    text = "\n".join(line.text for line in head)
    foot_text = "\n".join(line.text for line in foot)
    signatory = _SIGNATORY.search(text)
    disclosure = _DISCLOSURE.search(text) or _DISCLOSURE.search(foot_text)
    issuer = _issuer(head, foot, title)
    region = _REGION.match(_BEFORE_REGION.sub("", title)) or (_REGION.match(issuer) if issuer else None)
    return Metadata(
        title=title,
        kind=kind_of_title(title),
        issuer=issuer,
        document_number=_document_number(head),
        signatory=signatory[1] if signatory else _signer_of_order(head),
        signed_on=_signed_on([*head, *foot]),
        issued_on=_issued_on([*head, *foot]),
        effective_on=_effective_on(canonical.text, head),
        period=period_of(title),
        disclosure=disclosure[0] if disclosure else None,
        region=region[1] if region else None,
        attachments=attachments_named(canonical.lines),
    )


def inherit_metadata(metadata: Metadata, notice: Metadata) -> Metadata:
    """What a document issued with a notice in the same file takes from it where its own text is silent.

    The office that had both printed, which the last page names, is the issuer of neither.
    """
    if notice.kind != "notice":
        return metadata
    by_office = notice.issuer is not None and metadata.issuer is not None and metadata.issuer.startswith(notice.issuer)
    return replace(
        metadata,
        issuer=notice.issuer if by_office else metadata.issuer or notice.issuer,
        document_number=metadata.document_number or notice.document_number,
        signed_on=metadata.signed_on or notice.signed_on,
        issued_on=metadata.issued_on or notice.issued_on,
        disclosure=metadata.disclosure or notice.disclosure,
        region=metadata.region or notice.region,
    )


def complete_notice(notice: Metadata, last: Metadata) -> Metadata:
    """`notice` with the day of printing, which stands at the end of the `last` document issued with it."""
    return replace(notice, issued_on=notice.issued_on or last.issued_on) if notice.kind == "notice" else notice


def _title(head: Sequence[PlacedLine], file_title: str) -> str:
    """The title as printed, with the period on a line of its own below it; the file's name where the title fits any year and place."""
    line = _title_line(head)
    if line is None:
        return file_title
    title = _plain_title(line.text)
    below = next((other.text for other in head if other.span.start > line.span.start), "")
    if _PERIOD_LINE.fullmatch(below):
        title += re.sub(r"\s+", "", below)
    return file_title if title in file_title and len(title) <= GENERIC_TITLE else title


def _title_line(head: Sequence[PlacedLine]) -> PlacedLine | None:
    candidates = [
        line for line in head if not line.line.is_row and len(line.text) <= 90 and not numbering_of(line.text) and "。" not in line.text
    ]
    titles = [line for line in candidates if ends_like_title(line.text) and not re.match(r"附[件表]", line.text)]
    announced = [line for line in titles if _REGULATION.search(line.text)] if titles and _ANNOUNCEMENT.search(titles[0].text) else []
    minutes = [line for line in titles[1:] if "关于" in line.text] if titles and _MINUTES.fullmatch(_plain_title(titles[0].text)) else []
    if titles:
        return (announced or minutes or titles)[0]
    marked = [line for line in candidates if line.line.hashes]
    return marked[0] if marked else (candidates[0] if candidates else None)


def _plain_title(text: str) -> str:
    return re.sub(r"\s+", "", text) if re.search(r"[\u4e00-\u9fff]", text) else text.strip()


def _issuer(head: Sequence[PlacedLine], foot: Sequence[PlacedLine], title: str) -> str | None:
    for line in (*head, *reversed(foot)):
        name = re.sub(r"\s+", "", line.text)
        if len(name) <= 30 and _ORGANISATION.fullmatch(name):
            return name
    labelled = next(filter(None, (_ISSUED_BY.fullmatch(re.sub(r"\s+", "", line.text)) for line in head)), None)
    if labelled:
        return labelled[1]
    mark = next(filter(None, (_MARK.fullmatch(re.sub(r"\s+", "", line.text)) for line in head[:MARK_LINES])), None)
    if mark:
        return mark[1]
    match = re.match(rf"({_ORGANISATION.pattern})关于", title)
    if match:
        return match[1]
    speaker = _SPEAKS_FOR.search("\n".join(line.text for line in head))
    if speaker:
        return speaker[1]
    printer = next(filter(None, (_IMPRINT.fullmatch(line.text.strip()) for line in foot)), None)
    if printer:
        return printer[1]
    adopted = re.search(r"日\s*在?([\u4e00-\u9fff]+?人民代表大会(?:常务委员会)?)", "\n".join(line.text for line in head))
    return re.sub(r"第[一二三四五六七八九十百]+届", "", adopted[1]) if adopted else None


def _signer_of_order(head: Sequence[PlacedLine]) -> str | None:
    """Who signed an order of a government; other documents are signed by a body."""
    if not any(_ORDER.fullmatch(re.sub(r"\s+", "", line.text)) for line in head[:MARK_LINES]):
        return None
    signed = next(filter(None, (_SIGNED_BY.fullmatch(re.sub(r"\s+", "", line.text)) for line in head)), None)
    return signed[1] if signed else None


def _document_number(head: Sequence[PlacedLine]) -> str | None:
    for line in head:
        number = document_number_of(line.text)
        if number and len(line.text) <= len(number) + 12 and not re.search(r"[《》]", line.text):
            return number
    announced = _ANNOUNCED.search("\n".join(line.text for line in head))
    return re.sub(r"\s+", "", announced[0]) if announced else None


def _signed_on(lines: Sequence[PlacedLine]) -> date | None:
    """The date that stands alone on a line, as under a signature, or with the act of adoption."""
    for line in lines:
        for mention in dates_in(line.text):
            rest = _DATED.sub("", line.text[: mention.start]) + line.text[mention.end :]
            stated = line.text[mention.end : mention.end + 50].split("\u3000")[0]
            if not rest.strip("（）() \u3000") or ("。" not in line.text and _ADOPTED.search(stated)):
                return mention.value
    return None


def _issued_on(lines: Sequence[PlacedLine]) -> date | None:
    for line in lines:
        for mention in dates_in(line.text):
            if _ISSUED.match(line.text[mention.end - 1 :]):
                return mention.value
    return None


def _effective_on(text: str, head: Sequence[PlacedLine]) -> date | None:
    match = _EFFECTIVE.search(text)
    if match:
        return next((mention.value for mention in dates_in(match["date"])), None)
    for line in head:
        if _DATED_EVENT.search(line.text.strip()):
            return next((mention.value for mention in dates_in(line.text)), None)
    return None
