"""Topics: the platform, app or body that a sentence speaks of, which the figures of its later clauses belong to."""

import re

from corpus.language.sentences import clauses_of
from corpus.language.years import year_mentions
from corpus.model.span import Span
from ingest.facts.times import OPENING

_NAME = r"[\u4e00-\u9fffA-Za-z0-9“”‘’（）()·+]{2,24}?(?:平台|系统|APP|App|小程序|网站|数据库|门户|客户端|”)"
_OWNER = re.compile(
    rf"(?:其中|目前|力争|截至目前)?(?P<owner>{_NAME})"
    r"(?=(?:已|共|累计|初步|基本|全面|正式|实现|完成|新增|接入|汇聚|归集|采集|服务|注册|入驻|上线|覆盖|合作|发布|形成|整合|提供)(?!的))"
)
_NO_NAME = re.compile(
    r"^[“”‘’]*(?:\d|可|能|该|本|各|全部|所有|全市|[一二三四五六七八九十]是|建|搭|打造|完善|推|依托|通过|利用|基于|以|在|对|将|把|由|为|与|和|实现|完成|形成)"
)
_ANOTHER = re.compile(r"全[市省区县国]|我市|各|[一二三四五六七八九十]是")
_BELONGS = re.compile(
    r"^(?:采集|汇聚|归集|接入|合作|获得|服务(?!业|贸)|注册|入驻|用户|访问|下载|查询|签约|涵盖|存储|日均|月活|融合|征集|办理|调用)|(?:查询|访问|下载|调用|点击|浏览|注册)[总用户]*[量数]$"
)


def owner_named(clause: str) -> str | None:
    """The platform or app that a clause begins with before it says what it does: 企业服务平台新增数据源."""
    match = _OWNER.match(clause)
    return match["owner"] if match and not _NO_NAME.match(match["owner"]) else None


def with_owner(subject: str, text: str, clause: Span, *, goals: bool) -> str:
    """`subject` with the owner that its clause names, or those before it where it only says what something does or has: 合作机构数量.

    Those before it are the clauses of its sentence, and of its paragraph under a label of `goals`.
    """
    own = owner_named(clause.of(text))
    if own:
        return subject if own in subject else own + subject
    owner = _owner_before(text, clause.start, goals=goals) if _BELONGS.search(subject) else None
    return owner + subject if owner and owner not in subject else subject


def _owner_before(text: str, start: int, *, goals: bool) -> str | None:
    for clause in reversed(clauses_of(text, Span(text.rfind("\n", 0, start) + 1, start))):
        if not goals and "。" in text[clause.end : start]:
            return None
        words = clause.of(text)
        opening = next(iter(year_mentions(words)), None)
        if opening and opening.start <= OPENING:
            words = words[opening.end :].lstrip("，、：")
        owner = owner_named(words)
        if owner or _ANOTHER.match(words):
            return owner
    return None
