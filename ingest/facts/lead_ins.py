"""What leads a 《title》 in: the verb that says what the document serves, and who issued it."""

import re
from dataclasses import dataclass

_DAY = re.compile(r"(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?")
_ISSUING = r"印发|发布|出台|公布|颁布|下发|制发"
_BASIS = r"依据|根据|按照|依照|遵照|参照|贯彻落实|贯彻|落实|结合|实施|执行"
_DOCUMENT_NOUN = r"方案|意见|办法|细则|条例|计划|情况|标准|主体|单位"
_VERB = re.compile(rf"(?:{_BASIS}|制定|修订|转发|{_ISSUING})(?!{_DOCUMENT_NOUN})(?=[^，,。；;]{{0,40}}$)")
_NEAR_VERB = re.compile(r"(按|依|推动|推进|完善|通过|审议|升级|废止|符合|对照|对标|起草|编制|编印|修改|修正|完成)(?:完成|形成)?了?$")
_WRAPPED = re.compile(rf"\s*(?:进行)?(修订|修改|{_ISSUING}|转发|废止|列入|纳入|升级)")
_UNIT = (
    r"(?:中共中央|党中央|[省市区县]委|[\u4e00-\u9fff]{1,20}政府|[\u4e00-\u9fff]{2,20}(?:部|委|局|厅|办|院|室|署|委员会|常委会|领导小组|协会|联合会))"
    r"(?:等\s*\d*\s*个?(?:有关|相关)?(?:部门|单位|部委))?"
)
_ATTRIBUTIVE = re.compile(rf"(?:{_ISSUING}|(?:新|{_UNIT})(?:制定|修订))的\s*$|关于印发\s*$")
_UNITS = re.compile(rf"(?:^|(?<=[，,。；;：:》）)\s、.]))({_UNIT}(?:(?:[、\s]|和|与|会同|联合)\s*{_UNIT})*)\s*$")
_SAYS_ISSUED = re.compile(
    rf"(?:(?:已经?|又|现|日前|近日|近期|先后|拟|正式|共同|联合|关于|研究|制定|(?:[于在]\s*)?(?:{_DAY.pattern}))*(?:{_ISSUING})(?:实施|施行)?了?)?的?\s*$"
)
_NO_PART_OF_A_NAME = re.compile(
    rf".*(?:{_BASIS}|{_ISSUING}|转发|推动|推进|组织|配合|协助|学习|宣传|制定|修订)了?(?=[\u4e00-\u9fff]{{2}})(?!办公室|委员会|领导小组|[部委局厅])"
    r"|(?:由|经(?!济)|据|及|为|向|报请|提请|会同)"
)
_KIND = "政府规章|规范性文件|(?:地方性|行政)法规|(?:国家|行业|地方|团体)标准"
_JOINT = re.compile(
    r"(?:及其[\u4e00-\u9fff]{2,8}?)?等?(?:法律|法规|规章|文件|有关|相关|规定|要求|精神)*\s*(?:[（(][^（）()]*[）)])?"
    rf"\s*(?:、|和|及|以及|与|暨)?\s*(?:{_KIND})?"
)
_JOINT_BEFORE_ISSUER = re.compile(rf"(?:{_JOINT.pattern})[，,；;]?\s*")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The verb and the issuer before a title, each as printed; None where there is none."""

    verb: str | None
    issuer: str | None


def lead_in(between: str, after: str, previous: LeadIn | None) -> LeadIn:
    """What leads in a title that stands between `between`, the text since the `previous` title of its passage, and `after`.

    The titles of one list share the verb that leads the first in; each has its own issuer.
    """
    start = _JOINT_BEFORE_ISSUER.match(between) if previous else None
    issuer = issuer_before(between[start.end() :] if start else between)
    rest, _, says = between.rpartition(issuer) if issuer else (between, "", "")
    if previous and (_JOINT if says and not _ATTRIBUTIVE.search(says) else _JOINT_BEFORE_ISSUER if issuer else _JOINT).fullmatch(rest):
        return LeadIn(previous.verb, issuer)
    return LeadIn(_verb(between[-60:], after), issuer)


def issuer_before(text: str) -> str | None:
    """Who has issued the title that `text` ends right before: 市河湖局于3月1日印发, 市河湖局、市桥梁局."""
    head = _DAY.sub(lambda day: "，" * len(day[0]), _SAYS_ISSUED.sub("", text))
    units = _UNITS.search(head)
    if units is None:
        return None
    first = re.split(r"[、\s]", units[1])[0]
    swallowed = _NO_PART_OF_A_NAME.match(first)
    return units[1][swallowed.end() :] if swallowed else units[1]


def _verb(before: str, after: str) -> str | None:
    """The verb nearest before a title that governs it; 印发 in 落实国务院印发的《…》 governs only where nothing else does."""
    if re.search(r"[将把对]\s*$", before) and (wrapping := _WRAPPED.match(after)):
        return wrapping[1]
    if near := _NEAR_VERB.search(before):
        return near[1]
    verbs = list(_VERB.finditer(before))
    if _ATTRIBUTIVE.search(before) and len(verbs) > 1:
        verbs.pop()
    while len(verbs) > 1 and verbs[-2].end() == verbs[-1].start():
        verbs.pop()
    return verbs[-1][0] if verbs else None
