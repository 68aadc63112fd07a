"""How far a text says that something has come: planned, under way, done, and by which result."""

import re
from typing import Literal

State = Literal["done", "ongoing", "planned"]

_DONE = re.compile(r"已(?!经过期)|业已|(?:完成|建成|投用|拿到|开通)了|完毕|废止|失效|到期")
_ONGOING = re.compile(
    r"正在|正(?=[在组编开推按])|在建|还在|仍在|建设中|进行中(?!期)|推进中|编制中|谋划中|完善中|施工中|尚在|试运行|筹备|筹建|"
    r"调试"
)
_PLANNED = re.compile(
    r"拟(?![合人态定])|谋划|筹划|酝酿|(?<![按照])计划(?=[^》]{0,4}(?:于|在|建|到|年|完|启|开|投|上))|将(?![军来])|规划中|预计|力争|"
    r"打算|即将|有望|(?<!等)待(?=[建批定])"
)
_RESULTS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "built",
        re.compile(r"建成|建设完成|完成建设|建设完毕|竣工|完工|建好"),
        re.compile(
            r"建成|建设(?:已)?完成|完成[^，。；]{0,10}(?:建设|开发|搭建)|竣工|完工|投用|投入|投运|上线|运行|启用|通车|开放|"
            r"使用"
        ),
    ),
    (
        "issued",
        re.compile(r"(?:已经?|经)(?:正式)?(?:出台|颁布|印发)|(?:出台|颁布|印发)了"),
        re.compile(r"出台|颁布|印发|发布|公布|施行|实施|制定"),
    ),
    (
        "in use",
        re.compile(r"投用|投入(?:使用|运行|运营)|投运|启用|上线|正式运行|通车|开通"),
        re.compile(r"投用|投入|投运|启用|上线|运行|使用|应用|运营|通车|开通|接入|服务|开放|部署|落地"),
    ),
)


def states_of(text: str) -> frozenset[State]:
    """What a plain text says of how far something has come; nothing where it does not say it in so many words."""
    found: dict[State, re.Pattern[str]] = {"done": _DONE, "ongoing": _ONGOING, "planned": _PLANNED}
    return frozenset(state for state, pattern in found.items() if pattern.search(text))


def results_missing(clause: str, evidence: str) -> bool:
    """Whether a clause tells of a result (建成, 投入使用) that the passages do not know."""
    return any(claimed.search(clause) and not stated.search(evidence) for _, claimed, stated in _RESULTS)
