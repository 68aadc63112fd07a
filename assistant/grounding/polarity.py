"""Where a text says no, and what to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOT_NEGATIONS = re.compile(
    r"(?:不(?:得|能|可|应|宜|允许)?|禁止|严禁)(?:少于|低于|小于|短于|超过|高于|大于|多于|超出|超|突破|晚于|早于|迟于)(?=[^，。；]{0,8}[\d一二两三四五六七八九十百千万半])|不(?:过|足|满|到|动产|断|同|仅|止|良|限于?|锈|只|久|文明|论|定期|规范|见面)|"
    r"未(?:来|成年|满|达)|无(?:废|还本|人机|人驾驶|人|线|障碍|偿|缝|感|纸|害|证明|论|接触|关)|非(?:机动车|物质|法|税|遗|涉密|常|工作日|现场|公|居民|新能源|接触|经营性|国有|道路)|"
    r"免(?:疫|证|税|申)|禁(?:毒|渔|飞区|限|燃|停区)|没收|是否|能否|可否|([有是会能可要])[不没]\1|^不(?:是|用|能|行|可以)?，|^(?:还?没有?|否|尚?未)[^，。：]{0,4}[，：]|^(?:还?没有|否|尚?未)$|不难|不再重复"
)
_WORD = re.compile(
    r"不得|禁止|严禁|不准|不允许|不可|不能|不应|不宜|不许|杜绝|无需|不必|不需要?|无须|不用|免于|免予|免交|免缴|免费|免收|免除|不再|不收|不予|取消|未经|尚未|并未|从未|未能|未|没有|没|并非|不是|无|不|拒不|拒绝"
)
_SCOPE = re.compile(r"[\u4e00-\u9fff“”A-Za-z\d]{0,10}")
_ALTERNATIVES = re.compile(
    r"[不未无没免禁拒严仅只难缺弱差逾失零勿]|非(?!机动车|物质|遗|常)|方可|才[能可会]|例外|除外|除[^，]{1,12}外|废止|取消|停止|排除|避免|防止|杜绝|推迟|延期|滞后|逾期|经[^，]{0,12}(?:同意|批准|许可)|擅自|低于|少于"
)


@dataclass(frozen=True, slots=True)
class Negation:
    """A word that says no, and the words right after it, to which it says it."""

    word: str
    scope: str


def negations_in(text: str) -> tuple[Negation, ...]:
    """Every negation of the plain text; bounds (不少于), names (无人机) and what only answers a question (不用，…) are none."""
    return tuple(_negations(_NOT_NEGATIONS.sub("　", text)))


def _negations(text: str) -> Iterator[Negation]:
    for match in _WORD.finditer(text):
        scope = _SCOPE.match(text, match.end())
        yield Negation(match[0], scope[0] if scope else "")


def could_say_no(text: str) -> bool:
    """Whether a plain text holds words by which something can be ruled out without a negation: 仅, 方可, 废止."""
    return "无偿" in text or bool(_ALTERNATIVES.search(_NOT_NEGATIONS.sub("　", text)))
