"""Grants and fines: for whom a sum is, told by the clause that sets the condition."""

import re
from collections.abc import Sequence

GRANT = re.compile(r"奖励|补助|补贴|资助|奖补|贴息|罚款|扶持")
_GIVES = re.compile(rf"给予|予以|{GRANT.pattern}")
_RECIPIENT = re.compile(r"^(?:并|再)?(?:对|凡)(?P<who>.{2,80}?)(?=，|$|(?:分别|一次性|按|最高|再|共|每[家个户])*(?:给予|予以|处))")
_ONLY_GIVES = re.compile(
    r"(?:并|再|还|可|均|各|共|按照?|不超过|最高|最多|一次性|第[一二三四五]年|分[一二三四五]年|每(?:年|[家个户座项台条套](?:单位|企业|项目)?)|给予|予以|补贴|奖励|补助|资助|"
    r"[不]?低于|超过|实际|总|采购|购置|设备|合同|投入|投资额?|费用|销售额|的|上限|限额|额度|为|达|，|\s)*"
)
_RATE = re.compile(r"按照?(?P<of>[^，]{2,40})的$")
_BARE_RECIPIENT = re.compile(r"(?P<who>[^，]{4,80}的(?:企业|单位|项目|平台|机构|人才|团队|个人|园区|产品)?)$")
MAX_RECIPIENT = 60


def grant_subject(before: str, behind: str, said: Sequence[str]) -> str | None:
    """Whom and what a sum or share between `before` and `behind` is granted for; None where the words grant nothing.

    `said` are the clauses before it in its segment, the nearest last.
    """
    if not _GIVES.search(before + behind[:24]):
        return None
    noun = next((found for words in (behind[:24], before, *reversed(said)) if (found := GRANT.search(words))), None)
    name = noun[0] if noun else "资金"
    own = _RECIPIENT.match(before)
    if own:
        return own["who"][:MAX_RECIPIENT] + name
    if not _ONLY_GIVES.fullmatch(before) and not _RATE.search(before):
        return None
    for clause in reversed(said):
        found = _RECIPIENT.match(clause) or _BARE_RECIPIENT.match(clause)
        if found:
            return found["who"][:MAX_RECIPIENT] + name
    rate = _RATE.search(before)
    return rate["of"] + name if rate else None


def recipient_of(name: str) -> str:
    """`name` without the preposition that sets it as the receiver: 对新认定的企业."""
    return re.sub(r"^(?:对|凡)(?!外|口)", "", name)
