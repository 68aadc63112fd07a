"""An answer to an English question: what is quoted stays Chinese, the words around it are made readable in English."""

import re

_LABELS = {
    "责任单位": "responsible unit",
    "牵头单位": "lead unit",
    "配合单位": "cooperating units",
    "建设单位": "construction unit",
    "场景描述": "description",
    "项目内容": "content",
    "建设内容": "content",
    "应用领域": "field of application",
    "建设期限": "construction period",
    "项目周期": "project period",
    "目前进展": "progress so far",
    "使用数据": "data used",
    "数据来源": "data source",
    "政策保障": "policy basis",
    "文号": "document number",
    "签发人": "signatory",
    "发文机关": "issuer",
    "施行日期": "effective date",
    "成文日期": "date of the document",
    "印发日期": "date of issue",
    "通过日期": "date of adoption",
    "联系人": "contact",
    "联系电话": "telephone",
}
_LABEL = re.compile(rf"(?<![\u3400-\u9fff])({'|'.join(_LABELS)})(?=: | of 《)")
_STOP = re.compile(r"((?:\[\d+\])+)[。；]\s*|。\s*$")


def in_english(text: str) -> str:
    """`text` with the names of fields in both languages, and the stops that follow a citation as English ones."""
    named = _LABEL.sub(lambda match: f"{_LABELS[match[1]]} ({match[1]})", text)
    return _STOP.sub(lambda match: f"{match[1] or ''}. ", named).rstrip()
