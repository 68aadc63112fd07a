"""What an English question asks for: the cues that name it, as rules of the English language."""

import re

from assistant.asks import Ask

_CUES: tuple[tuple[Ask, str], ...] = (
    (
        "effective",
        r"take effect|took effect|come into (?:force|effect)|came into (?:force|effect)|effective date",
    ),
    (
        "difference",
        r"\bexceed|difference|how much (?:more|less|higher|lower)|by how much",
    ),
    (
        "owner",
        r"\b(?:who|which (?:department|bureau|unit|agency|agencies|departments|units|bureaus|bureau)s?)\b.*\b(?:responsible|charge|lead|own|handle|oversee)|"
        r"responsible (?:unit|department)",
    ),
    (
        "builder",
        r"\bwho (?:builds|is building|will build|constructs)|\bbuilt by\b|construction unit",
    ),
    (
        "document_number",
        r"document number|reference number|\bissue number|serial number",
    ),
    (
        "issuer",
        r"\bwho (?:issued|published|released)|issued by|issuing",
    ),
    (
        "signatory",
        r"\bwho signed|signatory",
    ),
    (
        "contact",
        r"contact|phone|telephone",
    ),
    (
        "progress",
        r"progress|status|how far|so far|currently",
    ),
    (
        "period",
        r"construction period|project period|start and end|from when to when",
    ),
    (
        "figure",
        r"how (?:many|much|large|high|long|far)|"
        r"what (?:percentage|share|proportion|target|figure|number|is the target)|\btarget\b|volume|\bratio|"
        r"\brate\b",
    ),
    (
        "when",
        r"\bwhen\b|by what (?:year|date)|deadline|which year|what year",
    ),
    (
        "list",
        r"\bwhich\b|\blist\b|what are|name (?:all )?the|(?:what|show me|give me|tell me)(?: all)?(?: the)?(?: [a-z]+)? (?:scenarios|projects|tasks|measures)",
    ),
    (
        "definition",
        r"what (?:is|does) .*(?:mean)?|define|definition",
    ),
    (
        "policy",
        r"polic(?:y|ies)|legal basis|based on which",
    ),
)
_COMPILED = tuple((ask, re.compile(pattern, re.IGNORECASE)) for ask, pattern in _CUES)


def english_asks_of(text: str) -> tuple[Ask, ...]:
    """Every ask that `text` has an English cue for, in the order of the table of cues (the more specific first)."""
    return tuple(ask for ask, pattern in _COMPILED if pattern.search(text))
