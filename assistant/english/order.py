"""The words of an English question in the order in which Chinese says them."""

import re

_PREPOSITIONS = r"under|in|per|by|within|from|to|of|for|on|at|with|according"
_FROM_DOCUMENT = re.compile(
    r"^(?P<rest>.+?),?\s+(?:as (?:set out|stated|planned|required|listed) (?:in|by)|(?:listed|set out|described|given) in|according to|as per|per|under|in|within) "
    rf"(?P<name>(?:(?!\b(?:{_PREPOSITIONS})\b)[^,;?]){{0,60}}?\b(?:plan|repl(?:y|ies)|report|regulations?|measures|list|table)"
    r"(?: \(\d{4}\s*[-–]\s*\d{4}\))?(?: (?:to|on) [^,;?]{2,70})?)(?P<end>\s*[?.]*)$",
    re.IGNORECASE,
)
"""A question that ends with the document it is asked of: … under the transport plan?"""
_OF_DOCUMENT = re.compile(
    r"^(?P<rest>(?:how|what|which)\b[^,;?]+?)\s+(?P<does>does|did|will|would)\s+"
    rf"(?P<name>(?:(?!\b(?:{_PREPOSITIONS})\b)[^,;?]){{0,60}}?\b(?:plan|reply|report|regulations?|measures))\s+(?!(?:{_PREPOSITIONS})\b)(?P<more>[^,;?]+\?*)$",
    re.IGNORECASE,
)
"""A question what a document says: How many berths does the port plan want to build?"""
_SAYS = r"(?:say|set|cover|include|require|want|mention|state|ask|stipulate|provide|contain|name)s?|calls?(?! cent)"
_ON = re.compile(
    r"\b(?P<kind>(?:action |master |work )?(?:plan|regulations?|notice|list|measures)) (?:on|for|about) (?:the )?"
    rf"(?P<name>(?:(?!(?:in|by|of|to|{_SAYS})\b)[\w'&-]+ ){{0,5}}?(?!(?:in|by|of|to|{_SAYS})\b)[\w'&-]+)(?=\s*[?,;]|\s+(?:by|in|to|of|do|does|be|is|was|has|have|{_SAYS})\b|$)",
    re.IGNORECASE,
)
"""A document with its subject behind it: the plan on green energy."""
_MODIFIER = r"(?:growth|coverage|utili[sz]ation|installation|transaction|trading|output|export|import|sales)"
_MEASURE = (
    rf"(?:(?:{_MODIFIER} )?(?:rate|ratio|share|percentage|proportion|scale|area|length|volume|output|value|level)|"
    r"capacity|density|growth|amount|number|price|balance|intensity)"
)
_NEXT = (
    r"(?=\s+(?:does|do|did|is|are|was|were|be|will|would|should|must|may|can|has|have|by|in|for|under|to|that|from|at|on|among|within|and|or|as|of)\b|"
    r"\s+\w+ed (?:by|through|from|in|under|on|at)\b|"
    r"\s*[?,;.]|$)"
)
_MEASURE_OF = re.compile(rf"\b({_MEASURE}) of (?:the |all )?((?:[\w'&.-]+ ){{0,4}}?[\w'&.-]+){_NEXT}", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"\bwhat (share|percentage|proportion) of (?:the )?([^,;?]+?) (?:does|do|did|is|are|was|were|will|would|should|must|can) (?:the )?([^,;?]+?) "
    r"(?:(?:to|expected to|supposed to) )?(?:account for|make up|represent)\b",
    re.IGNORECASE,
)
"""What share of A does B account for? asks for B's share of A."""
_OF = re.compile(r"^\s*(what (?:is|are|was|were)) the ([\w\s-]+?) of (?:the )?([^?,;]+)\??$", re.IGNORECASE)


def document_first(text: str) -> str:
    """`text` with the document that it is asked of at its beginning: In the port plan, how many berths are there?"""
    text = _FROM_DOCUMENT.sub(r"In \g<name>, \g<rest>\g<end>", text)
    return _OF_DOCUMENT.sub(r"In \g<name>, \g<rest> \g<does> one \g<more>", text)


def in_chinese_order(clause: str) -> str:
    """A of B with B before A, as Chinese has it, where A is a measure or all that is asked for."""
    clause = _ON.sub(r"\g<name> \g<kind>", clause)
    return _OF.sub(r"\1 \3 \2", _MEASURE_OF.sub(r"\2 \1", _SHARE_OF.sub(r"what \3 account for \2 \1", clause)))
