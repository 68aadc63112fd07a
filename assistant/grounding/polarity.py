"""Whether a clause allows or forbids, and whether it tells of something done, under way or to come."""

import re
from typing import Literal

State = Literal["done", "ongoing", "planned"]

_BOUNDS = re.compile(
    r"不(?:得|能|可|应|宜|允许)?(?:少于|低于|小于|短于|超过|高于|大于|多于|超出|超|突破|晚于|早于|迟于)|不(?:足|满|到|动产|断|同|仅|止|良|限|锈|锈钢|只|久|少|便|文明|论|定期|规范|见面)|未(?:来|成年|满|达)|"
    r"无(?:人机|人驾驶|人|线|障碍|偿|缝|感|纸|害|证明|组织|论|接触|关)|非(?:机动车|物质|法|税|遗|涉密|常|工作日|现场|公|居民|新能源|接触|经营性|国有|道路)|免(?:疫|证|税)|禁(?:毒|渔)|没收|尚(?:未)?(?=成熟)"
)
_FORBIDS = re.compile(r"不得|禁止|严禁|不准|不允许|不可|不能|不应|不宜|不许|严格限制|杜绝|一律不")
_EXEMPTS = re.compile(r"无需|不必|不需|无须|不用|免于|免予|免交|免缴|免费|免收|免除|不再|不收|不予|不要求|不出钱|取消")
_DENIES = re.compile(r"未|没有|没|并非|不是|不(?!得|准|允许|可|能|应|宜|许|必|需|用|再|收|予|要求|出钱)|无(?!需|须)|拒")
_ALLOWS = re.compile(r"可以|允许|准许|有权|可自行|可自愿|随意|自由")
_ONLY = re.compile(r"只能|仅限|方可|才能|才可|只有|必须|应当|需要|须经|经[^，]{2,16}(?:同意|批准|许可)")
_DONE = re.compile(r"已(?!经过期)|已经|业已|现已|均已|完成了|建成了|投用了")
_ONGOING = re.compile(r"正在|正(?=[在组编开推])|在建|建设中|进行中|推进中|编制中|尚在|施工中|试运行|筹备|筹建")
_PLANNED = re.compile(
    r"拟(?!合|人|态|定)|计划(?=[^》]{0,4}(?:于|在|建|到|年|完|启|开|投))|将(?!军|来)|规划中|预计|力争|打算|即将|有望|待(?=建|批|定)"
)
_PERFECTED = re.compile(
    r"建成|完成|投用|投入(?:使用|运行)|上线|实现|竣工|通车|接入|达到|启用|开通|落地|交付|发现|识别|归集|配备|设置|设立|获|成功|推广|试飞|入选|救助"
)


def negations_of(text: str) -> frozenset[str]:
    """The ways in which a plain text says no: "forbids", "exempts", "denies"; bounds such as 不少于 are none."""
    text = _BOUNDS.sub("", text)
    kinds = {"forbids": _FORBIDS, "exempts": _EXEMPTS, "denies": _DENIES}
    return frozenset(kind for kind, pattern in kinds.items() if pattern.search(text))


def allows(text: str) -> bool:
    """Whether a plain text gives leave."""
    return bool(_ALLOWS.search(text)) and not _FORBIDS.search(text)


def limits(text: str) -> bool:
    """Whether a plain text makes something a condition or a duty, which can stand for a ban."""
    return bool(_ONLY.search(text))


def states_of(text: str) -> frozenset[State]:
    """What a plain text says of how far something has come."""
    found: set[State] = set()
    if _DONE.search(text):
        found.add("done")
    if _ONGOING.search(text):
        found.add("ongoing")
    if _PLANNED.search(text):
        found.add("planned")
    return frozenset(found)


def tells_result(text: str) -> bool:
    """Whether a plain text uses a verb of result (建成, 投用), which in a report tells what was done."""
    return bool(_PERFECTED.search(text))
