"""Which turn of a conversation a question goes back to: 再回到渔业，最后一年呢？"""

import re
from collections.abc import Sequence

from assistant.answer import Turn
from assistant.conversation.spoken_of import own_content
from corpus.language.years import year_mentions

_BACK = re.compile(
    r"^(?:好|那|行)?[，,]?(?:再|还是|咱们?|我们|先|又|说|聊|看|讲|转|绕|话)*回(?:到|来|去)?(?:说|看|聊|讲)?(?P<thing>[^，。？,：:]{1,16}?)"
    r"(?:这边|那边|那块|这块|的话题|的问题|的事|上来?|吧|来)*[，,。：:]\s*(?P<asked>.{2,})$"
)
_POINTS = re.compile(r"那个|这个|刚才|刚刚|前面|上面|一?开始|最初|最早|第.个|上一?个|前一个|问题?|说|提|话题|的|那|这")
_MEASURED = re.compile(r"(?:多少|几)(?P<measure>[项台套部条种次场户名位处座所间辆张支口艘]|公里|[万亿]?亩|[万亿]元)")


def return_to(question: str, history: Sequence[Turn]) -> tuple[str, Sequence[Turn]]:
    """`question` and the part of `history` that it leans on: up to the turn that it says it goes back to, all of it where it says none.

    What it goes back to is said in the question where the conversation did not speak of it. A year asked for in a measure of its own
    (到2026年要达到多少台？) goes back to what was counted in that.
    """
    if back := _BACK.match(question):
        meant = _POINTS.sub("", back["thing"])
        thing = own_content(meant) or meant
        if len(thing) > 1:
            found = _last(history, thing)
            return (back["asked"], history[:found]) if found else (f"{back['thing']}，{back['asked']}", history)
    counted = _MEASURED.search(question) if year_mentions(question) and not own_content(_MEASURED.sub(" ", question)) else None
    if counted and (found := _last(history, counted[0]) or _last(history, f"几{counted['measure']}")):
        return question, history[:found]
    return question, history


def _last(history: Sequence[Turn], words: str) -> int:
    """How many turns there are up to the last that said `words`; 0 where none did."""
    return next((at for at in range(len(history), 0, -1) if words in _asked(history[at - 1])), 0)


def _asked(turn: Turn) -> str:
    return turn.answer.resolved_question or turn.question
