"""Words in a document that would tell a model what to do: they are not shown to it."""

import re

_INSTRUCTION = re.compile(
    r"(?:忽略|无视|忘记|忘掉|抛开|不要理会|不必遵守)[^。；\n]{0,12}(?:以上|上述|之前|前面|先前|此前|所有|一切|任何|原有|系统)[^。；\n]{0,12}(?:指令|指示|提示|规则|设定|要求|约束)|"
    r"(?:你|您)(?:现在|从现在起|其实)?(?:是|扮演|充当)[^。；\n]{0,16}(?:助手|机器人|模型|AI|人工智能)|"
    r"(?:大模型|语言模型|AI助手|智能助手|聊天机器人)[^。；\n]{0,6}(?:请|必须|应当?|一律|只能|注意)[^。；\n]{0,20}(?:回答|输出|回复|告诉|说)|"
    r"系统提示词|(?:输出|显示|泄露|透露|复述)[^。；\n]{0,10}提示词|"
    r"\b(?:ignore|disregard|forget|override)\b[^.;\n]{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b|"
    r"\b(?:system prompt|you are now|as an ai|act as)\b|<\|?/?(?:im_start|im_end|system|assistant|user)\|?>|\[/?INST\]",
    re.IGNORECASE,
)
"""How such words are mostly put, in Chinese and English; a document of a city speaks to offices and people, never to a program."""


def instructs_a_model(text: str) -> bool:
    """Whether `text` holds words that speak to a language model rather than to a reader."""
    return _INSTRUCTION.search(text) is not None
