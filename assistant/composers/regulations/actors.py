"""Whom a rule is for: a person or a body, where a regulation lays down something else for each."""

import re

_A_PERSON = re.compile(r"居民|市民|村民|住户|游客|老百姓|个人|私人|邻居|自己|我(?!们?的?(?:单位|公司|厂|店|企业)|[市省区县国])")
_A_BODY = re.compile(r"单位|公司|企业|工厂|饭店|酒店|餐馆|商场|超市|学校|机构|物业")
"""Whom a question tells of."""
_FOR_PERSONS = re.compile(r"个人|自然人")
_FOR_BODIES = re.compile(r"(?:^|[，。；：])[^，。；：]{0,14}(?:单位|企业|公司|经营者|责任人|机构)(?=[^，。；]{2,}的[，,]?)")
"""Whom a sentence of a regulation names as the one who does something."""


def is_for_the_other(question: str, text: str) -> bool:
    """Whether the question tells of a person and `text` names only bodies that do something, or the other way round."""
    person, body = _A_PERSON.search(question) is not None, _A_BODY.search(question) is not None
    persons, bodies = _FOR_PERSONS.search(text) is not None, _FOR_BODIES.search(text) is not None
    return person is not body and bodies is person and persons is body
