"""What an English question asks for: the cues that name it, as rules of the English language."""

import re

from assistant.english.comparison import set_against
from assistant.understanding.asks import Ask

_BODY = (
    r"(?:department|bureau|unit|agenc(?:y|ies)|authorit(?:y|ies)|office|commission|bod(?:y|ies)|organi[sz]ation|institution|compan(?:y|ies)|"
    r"ministr(?:y|ies)|entit(?:y|ies)|institute|center|centre|group)s?"
)
_WHO = rf"(?:\bwho\b|\bwhom\b|\bwhose\b|\b(?:which|what)\b[^,;?]{{0,30}}?\b{_BODY}\b|\bby (?:which|what)\b[^,;?]{{0,30}}?\b{_BODY}\b)"
_ENUMERATED = r"(?:tasks|measures|chapters|articles|sections|parts|key actions|initiatives|policy measures|safeguards)"
"""What a document numbers, so that it can be counted there."""
_COUNT = (
    rf"\bhow many (?:[a-z-]+ ){{0,2}}?{_ENUMERATED}\b(?![^;?]*\b(?:by|in|until|before|during|at the end of) (?:the end of )?(?:19|20)\d\d)"
)
_CUES: tuple[tuple[Ask, str], ...] = (
    (
        "validity",
        r"\bstill (?:valid|in force|in effect|current)|\bexpired?\b|\buntil when\b|\bvalid until\b",
    ),
    (
        "effective",
        r"\b(?:takes?|took|taking) effect|\b(?:comes?|came) into (?:force|effect)|effective date|\bin force (?:from|since)|enter(?:s|ed)? into force",
    ),
    (
        "difference",
        r"\b(?:how (?:much|many)|does|do|did)\b[^;?]*\bexceed|difference|how (?:much|many) (?:more|less|fewer|higher|lower|larger|bigger)|"
        r"by how (?:much|many)\b[^;?]*\b(?:than|exceed\w*|between|from [^;?]* to)\b|\bcompared? (?:with|to)\b",
    ),
    (
        "lead",
        rf"{_WHO}[^;?]*\b(?:leads?|led|leading|takes? the lead|spearheads?)\b|\blead (?:unit|department|agency|bureau)",
    ),
    (
        "builder",
        rf"{_WHO}[^;?]*\b(?:builds?|building|built|constructs?|constructed|constructing|develops?|developed)\b|"
        r"\bbuilt by (?!\d|the end|end|then|when|what|which year)|construction (?:unit|entity)|\bbuilder\b",
    ),
    (
        "issuer",
        rf"{_WHO}[^;?]*\b(?:issue[ds]?|issuing|publish(?:e[ds]|ing)|released|promulgated|drew up|draws up|drafted|replied|replies|responded)\b|"
        r"issued by|issuing (?:body|authority|agency|department)|\bissuer\b",
    ),
    (
        "signatory",
        r"\bwho (?:signed|signs)|\bsigned by\b|signatory",
    ),
    (
        "owner",
        rf"{_WHO}[^;?]*\b(?:responsible|responsibility|charge|leads?|led|lead|owns?|handles?|overse\w*|manages?|managed|supervises?|runs?|implements?|coordinates?|"
        r"undertakes?|tasked|accountable|carr(?:y|ies) out|provides?)\b|"
        rf"responsible (?:unit|department|bod|agenc|part)",
    ),
    (
        "participant",
        rf"{_WHO}[^;?]*\b(?:participates?|participating|participated|takes? part|cooperates?|assists?|is involved|are involved)\b|"
        r"(?:participating|cooperating|assisting) (?:unit|department|bod|agenc|part)",
    ),
    (
        "data_source",
        r"data sources?|source of (?:the )?data|where (?:does|do|is|are)[^;?]*\bdata\b[^;?]*\b(?:come|from|taken|obtained|drawn)",
    ),
    (
        "data_used",
        r"\b(?:what|which)(?: kinds? of| types? of)?(?: [a-z]+)? data\b(?! source)[^;?]*\b(?:used?|uses|rel(?:y|ies)|needed|based|draws?)\b|data (?:is|are) used|data used",
    ),
    (
        "document_number",
        r"document (?:number|no)|reference number|\bissue number|serial number|official number",
    ),
    (
        "contact",
        r"\bcontact (?!with)|\bcontacts?\b(?=[\s?.]*$)|\bcontacted\b|(?<!on the )(?<!on a )(?<!mobile )(?<!by )(?<!smart)\b(?:tele)?phone\b|hotline number",
    ),
    (
        "period",
        r"construction period|project period|implementation period|\bperiod\b|\btime ?frame|start and end|from when (?:to|until) when|"
        r"(?:start|begin)[^;?]* and [^;?]*(?:end|finish|complete)",
    ),
    (
        "progress",
        r"\bprogress|\bstatus\b|how far (?:has|have|along)|\bso far\b|current(?:ly)? (?:state|stage|situation)|what stage|up to now|at present",
    ),
    (
        "investment",
        r"how much[^;?]*\b(?:invest(?:ed|ment)?|cost)|\binvestment amount|total investment|\bwhat (?:is|was|will be) (?:the |its )?(?:[\w'-]+ ){0,3}investment\b",
    ),
    (
        "date",
        r"\b(?:when|on (?:what|which) (?:date|day)) (?:was|were|did)[^;?]*"
        r"\b(?:issued?|published?|released?|adopt(?:ed)?|approved?|pass(?:ed)?|promulgated?|signed?|announced?)\b|(?:issue|publication|release) date|"
        r"date of (?:issue|publication|release|adoption)",
    ),
    ("count", _COUNT),
    (
        "figure",
        r"how (?:many|much|large|high|long|far(?! along| has| have)|big|fast(?! (?:is|are|must|should|can|will) [^;?]*\bbe\b)|often|wide|dense|deep|satisfied)|"
        r"what (?:[\w'-]+ ){0,5}?(?:number of|percentage|per ?cent|share|proportion|targets?|figure|number|level|scale|size|area|"
        r"capacity|amount|sum|density|spacing|value|rate|volume|ratio|reward|maximum|minimum|limit|speed|length|distance|fine|subsidy)\b|"
        r"^what (?:does|do|did|will|should|must)\b[^;?]*\b(?:reach|amount to|total|come to)\b|"
        r"^what (?:[\w-]+ ){1,6}(?:does|do|did|will|should|must)\b[^;?]*\b(?:reach|targets?|achieve|attain|expect|hit|aim)\b|"
        r"\bwhat (?:is|was|are|were|will be) (?:the |its )?(?:[\w'-]+ )?(?:total|maximum|minimum|average|estimated|annual|overall|combined|planned|highest|lowest|projected)\b|"
        r"\b(?:at what|what) age\b|\bhow old\b|"
        r"\btarget\b|\bvolume\b|\bratio\b|(?<!\bto )(?<!\band )(?<!\bor )\brate\b|\bpercentage\b|\bproportion\b",
    ),
    (
        "when",
        r"\bwhen\b|(?:by|in|from|since) (?:what|which) (?:year|date|month|time)|deadline|\b(?:which|what) (?:year|month|date)|by what time|how soon|target date",
    ),
    (
        "purpose",
        r"\b(?:purpose|use|function|aim|point|benefit)s? of\b|what (?:is|are)[^;?]*\b(?:used )?for\b\s*\??$|what (?:does|do|can|will)[^;?]*\bdo\b|what is [^;?]* meant to do",
    ),
    (
        "policy",
        r"\b(?:which|what)(?: [\w-]+){0,2} (?:polic(?:y|ies)|laws?|regulations?|documents?|basis)\b(?! number)|\bpolic(?:y|ies)\b[^;?]*\b(?:support|underpin|back)|"
        r"legal basis|policy basis|based on (?:which|what)|\bon what basis|on the basis of (?:which|what)",
    ),
    (
        "list",
        rf"\bwhich\b(?!(?: [\w'-]+){{0,2}}? {_BODY}\b)|"
        r"^\s*(?:please )?list\b|what are|^\s*where\b|^\s*what (?:must|should|shall|may|can)\b|"
        r"^\s*what (?:[\w-]+ ){1,4}(?:does|do|did|will|must|should)\b[^;?]*\b(?:list|name|include|propose|cover|submit|provide|set out)\b|name (?:all )?(?:the )?|\benumerate|"
        r"(?:what|show me|give me|tell me)(?: all)?(?: the)?(?: [a-z]+)? (?:scenarios|projects|tasks|measures|kinds|types|categories|areas|fields|technologies|functions)",
    ),
    (
        "definition",
        r"what (?:is|does|do) .*(?:mean|stand for|refer to)|\bdefine|definition|what is meant by|meaning of",
    ),
)
_SUBORDINATE = re.compile(
    r"(?<=[a-z])\s+(?:when|once|after|before|while|if|whose|who|where)\s+(?!(?:and|is|was|are|were|will|does|do|did|should|must|can|to)\b)(?:the|a|an|it|they|its|their|both|all|"
    r"\w+(?:ing|ed|s))\b[^,;?]*",
    re.IGNORECASE,
)
"""A clause that tells of what is asked about, and asks nothing itself: … when the new rules took effect."""
_COMPILED = tuple((ask, re.compile(pattern, re.IGNORECASE)) for ask, pattern in _CUES)
_NAMED_ONLY = re.compile(r"^\s*(?:what|who) (?:is|are|was)\b", re.IGNORECASE)
"""A question that has no other cue: What is the City Brain?"""
_ASKING = re.compile(
    rf"\b(?:which|what)(?: (?:municipal|government|city|city's|provincial|local|responsible|lead))* {_BODY}\b|"
    r"\b(?:construction|project|implementation) period\b|\bresponsible (?:unit|department)s?\b|\bconstruction (?:unit|entity)\b|"
    r"\b(?:document|reference|serial|issue|official|phone|telephone|contact) number\b|\bdata sources?\b|\b(?:what|which)(?: kinds? of| types? of)? data\b|\btakes? the lead\b|\bplans? to\b|"
    r"\b(?:takes?|took|taking) effect\b|\b(?:comes?|came|enter(?:s|ed)?) into (?:force|effect)\b|\beffective date\b|"
    r"\b(?:the )?contact(?: person)?(?: (?:for|at|in|of))?\b|\baddress(?=\s*[?.]*$)|"
    r"\b(?:be )?(?:kept|retained|stored|preserved|archived)\b(?= |\?|$)|\bthe (?:largest|biggest|highest|greatest|most|smallest|lowest|least|fewest)\b|"
    r"\bnot (?:yet )?(?:been )?(?:started|begun|launched)\b|"
    r"\b(?:at |from )?what (?:minimum )?age\b|\b(?:minimum|lowest|legal) age\b|\bwho sign(?:s|ed)\b|\bsigned by\b|"
    r"\bhow old\b|\b(?:a|any|every|each) (?:person|individual|citizen)\b(?! (?:or|and|in|who|with)\b)",
    re.IGNORECASE,
)
_IN_CHINESE: dict[Ask, str] = {
    "validity": "还在有效期内吗",
    "effective": "什么时候施行",
    "difference": "相差多少",
    "lead": "由哪个部门牵头",
    "builder": "的建设单位是谁",
    "issuer": "由谁印发",
    "signatory": "的签发人是谁",
    "owner": "由哪个部门负责",
    "participant": "的参与单位是谁",
    "data_source": "的数据来源是什么",
    "data_used": "使用哪些数据",
    "document_number": "的文号是多少",
    "contact": "的联系电话是多少",
    "period": "的建设期限是什么",
    "progress": "目前进展如何",
    "investment": "投资多少",
    "date": "什么时候印发",
    "count": "一共有多少项",
    "figure": "是多少",
    "when": "什么时候",
    "purpose": "有什么作用",
    "policy": "依据哪些政策文件",
    "list": "有哪些",
    "definition": "是什么",
}
"""How a Chinese question asks the same."""
PENALTY = "怎么罚"
_PENALTY = re.compile(r"\b(?:the )?(?:maximum |minimum )?(?:fines?|penalt(?:y|ies)|punishments?)(?: for)?\b", re.IGNORECASE)
_MORE_EXACTLY: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), chinese)
    for pattern, chinese in (
        (
            r"\b(?:what|which|how much|how)\b[^;?]*\b(?:penalt(?:y|ies)|punish(?:ed|ment)s?|fine[ds]?)\b|\bhow much\b[^;?]*\bfined?\b",
            PENALTY,
        ),
        (r"\bhow long[^;?]*\b(?:valid|in (?:force|effect))\b|\b(?:term of validity|validity period)\b", "的有效期是多久"),
        (
            r"\b(?:when|what date)\b[^;?]*\b(?:expires?|lapse)|until (?:when|what date|which (?:date|year))",
            "到什么时候为止",
        ),
        (r"\bwhat age\b|\bhow old\b|\b(?:minimum|lowest|legal) age\b|\bage limit\b", "年满多少周岁"),
        (
            r"\bwhat (?:is|are|was) (?:it|they|this|that|its name|the name)\b[^;?]*\b(?:called|named|known as)\b|\bwhat is (?:its|the) name\b",
            "叫什么名字",
        ),
        (_COUNT, "一共有多少项"),
        (r"\bhow long\b[^;?]*\b(?:kept|keep|retain(?:ed)?|stored?|preserved?|archived?)\b", "保存期限是多久"),
        (r"\b(?:which|what) [^;?]*\b(?:has|have|is|with) the (?:largest|biggest|highest|greatest|most)\b", "最大的是哪个"),
        (r"\b(?:which|what) [^;?]*\b(?:has|have|is|with) the (?:smallest|lowest|least|fewest)\b", "最小的是哪个"),
        (r"\bnot (?:yet )?(?:been )?(?:started|begun|launched)\b|\byet to (?:be )?(?:start|begin|launch)", "尚未启动的有哪些"),
        (r"\bhow (?:fast|quickly) (?:is|are|must|should|can|will) [^;?]*\b(?:supposed to be|to be|be)\b", "最快多久"),
        (r"\bhow many working days\b", "多少个工作日内"),
        (r"\bhow many days\b", "多少日内"),
        (r"\b(?:when|what date|which date)\b[^;?]*\b(?:adopt|pass)ed", "什么时候通过"),
        (r"\b(?:when|what date|which date)\b[^;?]*\bapproved", "什么时候批准"),
        (r"\b(?:when|what date|which date)\b[^;?]*\b(?:promulgated|announced)", "什么时候公布"),
        (r"\bhow long\b[^;?]*\b(?:last|take|remain)\b|\bfor how long\b", "最长多长时间"),
        (r"^\s*(?:and )?where\b[^;?]*\boffices?\b[^;?]*\b(?:located|based|housed|set up|sit|established)\b", "设在哪里"),
        (r"^\s*(?:and )?where\b", "在哪些地方"),
        (r"\bhow often\b|\bat what intervals?\b|\bhow frequently\b", "多久一次"),
        (
            r"\bby how (?:much|many)\b(?![^;?]*\b(?:than|exceed\w*|between)\b)[^;?]*\b(?:fall|drop|decline|decrease|be (?:cut|reduced|lowered|shortened)|shrink|shorten)\b",
            "降低多少",
        ),
        (r"\bby how (?:much|many)\b(?![^;?]*\b(?:than|exceed\w*|between)\b)[^;?]*\bgrow\b", "增长多少"),
        (
            r"\bby how (?:much|many)\b(?![^;?]*\b(?:than|exceed\w*|between)\b)[^;?]*\b(?:rise|increase|improve|be (?:raised|increased|improved))\b",
            "提高多少",
        ),
        (
            r"\bhow many (?:\S+ ){0,7}?\S+s and (?:\S+ ){0,7}?\S+s (?:are|were|will|do|does|did|should|must|have|has|had|can|in)\b",
            "各有多少",
        ),
        (r"\bwhat (?:will|should|shall|are|is|do|does)\b[^;?]*\b(?:become|turn(?:ed)? into|built into|develop into)\b", "将建成什么"),
    )
)
"""Questions that Chinese asks with more than the words for what is asked."""
_WHETHER = re.compile(
    r"^\s*(?:(?:can|may|could)\b|(?:is|are)\b[^;?]*\b(?:allowed|permitted|legal|illegal|prohibited|forbidden))", re.IGNORECASE
)


_ASKING_WORD = r"(?:how|what|which|who|whom|whose|when|where|why)"
_ORDERED = re.compile(
    r"^(?:and |also )?(?:please|list|name|give|tell|show|state|find|explain|describe|compare|identify|specify)\b", re.IGNORECASE
)
_INDIRECT = re.compile(
    rf"(?:,|\b(?:for|of|about|on|to|by|in|says?|tells?|states?|shows?|sets?|gives?|knows?|determines?|(?:task|project|plan|document|platform|scenario)s?)) {_ASKING_WORD}\b",
    re.IGNORECASE,
)
_ANY_ASKING_WORD = re.compile(rf"\b{_ASKING_WORD}\b", re.IGNORECASE)


def sentences_told(text: str) -> tuple[str, ...]:
    """The sentences of `text` that tell what its question is about: The plan sets a goal for how far pipes should reach. What is it?"""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)
    return tuple(
        sentence
        for place, sentence in enumerate(sentences[:-1])
        if sentence.endswith(".") and not _ORDERED.match(sentence) and not _ANY_ASKING_WORD.search(_INDIRECT.sub(" ", sentence))
    )


def english_asks_of(text: str) -> tuple[Ask, ...]:
    """Every ask that `text` has an English cue for, in the order of the table of cues (the more specific first)."""
    if set_against(text):
        return ("difference",)
    for told in sentences_told(text):
        text = text.replace(told, " ", 1)
    text = _SUBORDINATE.sub(" ", text)
    asks = tuple(ask for ask, pattern in _COMPILED if pattern.search(text))
    return asks or (("definition",) if _NAMED_ONLY.search(text) else ())


def asked_in_chinese(text: str) -> str:
    """The words with which a Chinese question asks for what `text` asks first; empty where it asks nothing."""
    text = _SUBORDINATE.sub(" ", text)
    exact = next((chinese for pattern, chinese in _MORE_EXACTLY if pattern.search(text)), None)
    if exact:
        return exact
    asks = english_asks_of(text)
    if asks == ("definition",) and text.lstrip().lower().startswith("who"):
        return "是谁"
    if not asks and _WHETHER.search(text):
        return "可以吗"
    return _IN_CHINESE.get(asks[0], "") if asks else ""


def without_asking_words(text: str) -> str:
    """`text` without the nouns that only say what is asked: which department, the construction period."""
    if asked_in_chinese(text) == PENALTY:
        text = _PENALTY.sub(" ", text)
    return _ASKING.sub(" ", text)
