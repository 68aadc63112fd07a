"""Which columns of a row a question asks for: those that it names or asks for, or the cell that its own words point at."""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.answer_type import holds_what_is_asked
from assistant.evidence import Evidence, Scored
from assistant.understanding.asks import Ask, content_of
from corpus.language.terms import normalize, terms_of
from corpus.model.facts import Column, Scenario

DESCRIBES = r"描述|内容|目标|功能|规模|涉及事项"
"""Headings of the column that says what a row is."""
COLUMNS: tuple[tuple[Ask, str], ...] = (
    ("builder", r"建设单位|实施单位|业主单位|承建|牵头单位|责任单位"),
    ("owner", r"(?:建设|实施|牵头|责任|主管|承担|负责|主办|承办|受理|业主)(?:单位|部门|主体)|责任人"),
    ("lead", r"牵头(?:单位|部门)"),
    ("participant", r"(?:参与|配合|协办|协同)(?:单位|部门)"),
    ("data_used", r"使用数据|所[需用]数据|数据(?:类型|内容)"),
    ("data_source", r"数据(?:来源|提供|出处|归属)"),
    ("field", r"应用领域|所属领域|类别|属性|性质|类型"),
    ("period", r"期限|周期|时限|起止|时间|年限|年份"),
    ("when", r"期限|周期|时限|起止|时间|年限|年份"),
    ("progress", r"进展|进度|现状|状态"),
    ("investment", r"投资|资金|金额|概算|估算|预算"),
    ("figure", r"^(?:目标)?数量$|^目标值?$|^指标值$"),
    ("purpose", DESCRIBES),
    ("definition", DESCRIBES),
)
UNIT_HEADINGS = ("单位", "计量单位")
"""Headings of the column that says what the figures of a row are counted in."""
_END_OF_HEADING = r"(?:的|和|与|及|、|，|\s){end}(?=是|为|有|多|如何|怎|呢|各|分别|[？?，、和]|$)|{end}(?:是|为)?(?:什么|多长|如何|怎么?样|哪)|(?:什么|哪些|啥){end}(?!来源|库|平台|系统)"
"""A heading named by its last word: 由谁建、期限多长, 使用数据和来源."""
_COLUMN_NOUN = (
    r"(?:目前|现在)?的?(?:(?:建设|实施|牵头|责任|参与|配合|主管)(?:单位|部门)|(?:建设|项目)?(?:期限|周期|年限)|工期|(?:起止|截止)(?:时间|日期|年月|年份|月份)|"
    r"(?:工程|建设|项目)?(?:进展|进度)|总?投资额?|使用数据|数据来源|建设地点)"
)
_BESIDE = (
    re.compile(rf"(?:^|[，,。；的：:”])(?P<other>[^，,。；？的：:”]{{2,24}}?)[，,]?(?:和|与|及|以及|、|还有){_COLUMN_NOUN}"),
    re.compile(
        rf"{_COLUMN_NOUN}(?:[是为有]?(?:多少|几|什么|哪)[^，,。；？]{{0,4}})?[，,]?(?:和|与|及|以及|、|还有)(?P<other>[^，,。；？]{{2,30}}?)(?=各|分别|是|为|有|呢|[，,。？]|$)"
    ),
)
"""A column, and what is set beside it."""
_MEASURE = re.compile(r"(?:面积|规模|长度|里程|容量|能力|[数量])(?:[（(][^（）()]*[）)])?$")
TELLING = 12
"""Characters from which a cell says something rather than sorts its row into a kind."""
BESIDE_WHEN: frozenset[Ask] = frozenset({"when", "figure", "list", "count", "each", "purpose", "definition", "meaning"})
"""Where a time and no more is asked for, the period answers unless another cell says it: 未来多长时间的预报 asks for no period of building."""
TOLD = 0.2
"""Share of the question's words that a cell must hold beside the row's name to be meant without its column being asked for."""
LONG_HEADING, HEADING_SHARE = 6, 0.6
"""Characters from which a heading may be named in part, and the share of its pairs of characters that must be named."""
_PROVIDED = re.compile(
    r"(?<![给为向])(?:谁|哪)[^，。？]{0,6}(?:提供|给的?(?![弄做办管建搞修查盯解])|拿来?)|从(?:谁|哪)[^，。？]{0,4}(?:来|取|拿|要|得|调)|(?:来|出|取|源)自|数据[^，。？]{0,4}(?:谁|哪)家的|来源(?:单位|部门|方)?(?:都?是|有|为)?(?:谁|哪)"
)
"""Who gives something: in a table that says where data come from, that column."""
_SOURCE = re.compile(r"来源|数据提供")
_OPEN_SOURCE = re.compile(
    r"数据来源(?:的)?(?:类别|类型|种类)?(?:都|分别|主要)?(?:[是为有](?:哪些|什么|啥)?|呢)?(?=[，,。？?、和与及]|$)|数据分(?:成|为)?(?:哪?几|多少)[^，。？]{0,3}来源"
)
"""Asks where data come from and for no body or system that gives them: which they are answers as well, for 公共数据、企业数据 tells little."""
_OF_UNITS = re.compile(r"(?:单位|部门|主体|来源)$")
_WHERE = re.compile(r"[在到落](?:哪(?:里|儿|块|边|(?=[？?呢]|$))|什么地方|啥地方|哪个(?:区|县|镇|乡|村|街道|位置|地方))|位置在|选址")
_PLACE = re.compile(r"选址|地点|地址|位置|所在|落户")
_MOST = re.compile(r"(?:最多|最高|封顶|至多|顶多)[^，。？]{0,6}(?:多少|几)|(?:上限|封顶)[^，。？]{0,4}(?:多少|几)")
_LIMIT = re.compile(r"额度|最高|上限|封顶")
_APPLIED_TO = re.compile(r"(?:到|去|向|找|跟)(?:谁|哪)[^，。？]{0,6}(?:申请|申报|申领|报名|办理|领取)")
_PRESENT = re.compile(r"目前|现在|如今|眼下|至今|迄今|已经?(?!知)")
_SAID_SO = r"(?<![写点列提说])(?<!明确)(?<!包括)(?<!包含)(?<!涉及)(?<!规定)(?<![提用]到)(?<![列提点]出)"
"""Not behind a word for what a list says: 写了哪些 asks for no progress."""
_NOW = re.compile(rf"{_PRESENT.pattern}|(?<=[\u4e00-\u9fff]){_SAID_SO}[了过](?=多少|几|哪|什么|啥)|做过|办过")
_AHEAD = re.compile(r"(?<!主)(?<!重)(?<!需)要(?!素|求|点)|将|计划(?!里|中|的|说|提)|拟|打算")
_VERB = re.compile(r"(依托|基于|结合|依靠|借助|利用|通过|应用|对接)(?:的是|的|了)?(?=什么|啥|哪|几|谁|何)")
_PARTNER = re.compile(r"[跟和与同](?:谁|哪(?!天|年|月|些))")
"""With whom something is done: not the one that does it."""
_WITH_PARTNER = re.compile(
    r"(?:与|和|同|联合|会同|联手|携手|对接|协同)[\u4e00-\u9fff“”]{0,12}(?:局|委|办|厅|中心|公司|集团|大学|学院|研究院|医院|部门|企业|单位|机构|银行|[商司])"
)
_PROGRESS = re.compile(r"进展|进度|现状|状态")
_DESCRIBES = re.compile(DESCRIBES)
_APART = re.compile(r"^序号$|^(?:计量)?单位$|期限|周期|年限|时间|时限")
_PIECE = re.compile(r"[，,；;。？?]")
_INTERROGATIVE = re.compile(r"什么|啥|哪|谁|几|多少|怎|如何|何")
_ROW_WORD = re.compile(r"(?:场景|项目)(?!表|清单)")
_NOUN = re.compile(
    r"(?:什么|啥|(?:哪|几|多少)(?:一|几|些|[两二三四五六])?(?:大?[个家种类项座处位款批所样件])?)(?P<noun>(?![个家种类项座处位款批所样件])[\u4e00-\u9fff]{1,5})"
)
_ASKING = re.compile(r"(?:什么|啥|谁|(?:哪|几|多少)(?:一|几|些|里|儿|[两二三四五六])?(?:大?[个家种类项座处位款批所样件])?)")
_ONE_CHARACTER = "镇乡村区县局市省期院馆厅委校"
"""Nouns of one character that end a name: 哪个镇 is answered by …镇."""
POINTS, MARGIN, NOUN = 0.5, 0.25, 0.3
"""Share of the words asked with that a cell must hold to be pointed at, how much more than the columns asked for, and what the noun asked for, or the
verb before the interrogative, adds."""
TELLING_WEIGHT, FIGURE_WEIGHT = 4.0, 1.5
"""Weight of the words asked with from which they tell one cell from another (提供 and 数据 do not), and where the cell must hold a figure as well."""
BEFORE = 2
"""Characters before the interrogative that belong to what asks, where nothing sets the words that describe the row apart from it."""
WHOLE_NOUN = 3
"""Characters of a noun with what follows it (哪个局提供) from which a cell that holds them is meant."""


def asked_columns(evidence: Evidence, row: Scenario) -> Sequence[Column]:
    """The columns of a row that the question names or asks for, in table order."""
    named, asks = named_columns(evidence, row), _asks_of_row(evidence, row)
    asked = [pattern for ask, pattern in COLUMNS if ask in asks]
    asked += [column.pattern for words, column in ((_WHERE, _PLACE), (_MOST, _LIMIT)) if words.search(evidence.question.text)]
    return [column for column in row.columns if column in named or any(re.search(pattern, column.heading) for pattern in asked)]


def _asks_of_row(evidence: Evidence, row: Scenario) -> set[Ask]:
    """What is asked, without what a narrower ask or a column named already says: 牵头单位 is no question for every unit in charge."""
    asks, named = set(evidence.question.asks), named_columns(evidence, row)
    headings = [column.heading for column in row.columns]
    if _APPLIED_TO.search(evidence.question.text):
        asks.add("owner")
    narrower = asks & {"builder", "lead", "participant"}
    leads = "lead" not in narrower or any(re.search(pattern, heading) for ask, pattern in COLUMNS if ask == "lead" for heading in headings)
    if not leads:
        asks.add("owner")
    elif "participant" in narrower or any(
        re.search(pattern, heading) for ask, pattern in COLUMNS if ask in narrower for heading in headings
    ):
        asks.discard("owner")
    elif narrower:
        asks.add("owner")
    if any(_OF_UNITS.search(column.heading) for column in named):
        asks.discard("owner")
    if named or asks & {"period", "progress", "builder", "data_used", "data_source", "investment"}:
        asks -= {"purpose", "definition", "meaning"}
    if _gives(evidence, row):
        asks = asks - {"owner", "builder", "data_used"} | {"data_source"}
    if "data_source" in asks and _OPEN_SOURCE.search(evidence.question.text):
        asks.add("data_used")
    return asks


def _gives(evidence: Evidence, row: Scenario) -> bool:
    """Whether the question asks who gives something, and the row says where its data come from."""
    return _PROVIDED.search(evidence.question.text) is not None and any(_SOURCE.search(column.heading) for column in row.columns)


def names_builder(evidence: Evidence, row: Scenario) -> bool:
    """Whether the question asks who builds something, and a column says who does."""
    return "builder" in evidence.question.asks and any("建设单位" in column.heading for column in row.columns)


def named_columns(evidence: Evidence, row: Scenario) -> Sequence[Column]:
    """The columns that the question names, so that nothing but their cells can be the answer; what the row's name says names none."""
    apart = evidence.question.text.replace(row.name.strip(), "“甲”")
    return [column for column in row.columns if column.text != row.name and is_named(column.heading, apart, row)]


def columns_of(evidence: Evidence, row: Scored[Scenario]) -> Sequence[Column]:
    """The columns asked for; else the one that fits the question's words best."""
    asks = set(evidence.question.asks)
    named, chosen = named_columns(evidence, row.item), asked_columns(evidence, row.item)
    plain = [column for column in _cells(evidence, row.item) if len(column.text) >= TELLING and not _OF_UNITS.search(column.heading)]
    by_heading = any(column.heading in evidence.question.text for column in named)
    if chosen and (beside := _beside(evidence, row.item, chosen)):
        return [column for column in row.item.columns if column in chosen or column == beside]
    if not by_heading and (pointed := pointed_column(evidence, row.item, chosen)):
        return [pointed]
    if chosen and (named or asks - BESIDE_WHEN or "when" not in asks or not plain):
        return chosen
    if "investment" in asks:
        return []
    own = evidence.matcher.terms_in(row.item.name)
    best = max(plain, key=lambda column: evidence.matcher.match(column.text, apart_from=own).score, default=None)
    if best is None or not evidence.matcher.match(best.text, apart_from=own).score:
        best = next((column for column in row.item.columns if _DESCRIBES.search(column.heading) and column.text != row.item.name), best)
    if best is None or (chosen and not _tells(evidence, best, own)):
        return chosen
    return [best]


def _beside(evidence: Evidence, row: Scenario, chosen: Sequence[Column]) -> Column | None:
    """The cell that tells what the question sets beside a column by a word of its own: 床位数和起止年月; what the row is where that is a measure."""
    found = next(filter(None, (pattern.search(evidence.question.text.replace(row.name.strip(), "，")) for pattern in _BESIDE)), None)
    if found is None or re.fullmatch(_COLUMN_NOUN, found["other"]):
        return None
    weights, name = evidence.matcher.weights, normalize(row.name)
    terms = {term: weights[term] for term in terms_of(found["other"]) if term in weights and term not in name}
    cells = [column for column in _cells(evidence, row) if column not in chosen and not _APART.search(column.heading)]
    shares = {column: sum(terms[term] for term in terms if term in normalize(column.text)) for column in cells}
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is not None and shares[best] >= POINTS * sum(terms.values()) > 0:
        return best
    described = next((column for column in cells if _DESCRIBES.search(column.heading)), None)
    return described if described and _MEASURE.search(found["other"]) and re.search(r"\d", described.text) else None


def _tells(evidence: Evidence, column: Column, own: frozenset[str]) -> bool:
    """Whether a cell holds so much of the question, beside the row's name, that the time asked for is the one it states."""
    question = evidence.question
    told = evidence.matcher.match(column.text, apart_from=own).coverage >= TOLD
    asked: tuple[Ask, ...] = ("when",)
    return told and holds_what_is_asked(asked, question.text, column.text)


def is_named(heading: str, text: str, row: Scenario) -> bool:
    """Whether `text` names a column: by its heading, most of a long heading (建设运营模式 for 建议建设运营模式), or the end that only it has."""
    if len(heading) >= LONG_HEADING:
        pairs = {heading[at : at + 2] for at in range(len(heading) - 1)}
        if sum(pair in text for pair in pairs) / len(pairs) >= HEADING_SHARE:
            return True
    if len(heading) < 2 or heading in text:
        return len(heading) >= 2
    end = heading[-2:]
    alone = sum(column.heading.endswith(end) for column in row.columns) == 1
    said = re.search(_END_OF_HEADING.format(end=re.escape(end)), text) if alone and len(heading) >= 4 else None
    return said is not None and not any(
        text[: said.start()].endswith(other.heading[-2:]) for other in row.columns if len(other.heading) > 2
    )


def pointed_column(evidence: Evidence, row: Scenario, chosen: Sequence[Column] = ()) -> Column | None:
    """The cell beside those `chosen` that the words asked with point at: 在哪个镇试点 at the one that tells of a 试点 in a …镇.

    How things stand now (目前, 已经, 了多少) is in the column that says how far the row is, where it holds what is asked.
    """
    asked, question = _asked_clause(evidence.question.text, row.name), evidence.question
    now = _told_now(evidence, row, chosen)
    terms, nouns, verb = _telling_terms(evidence, row, asked), tuple(_nouns(asked)), _VERB.search(asked)
    total = sum(terms.values())

    def fit(column: Column) -> float:
        cell = normalize(column.text)
        share = sum(weight for term, weight in terms.items() if term in cell) / total if total else 0.0
        held = [noun for noun in nouns if re.search(noun, cell)]
        whole = any(len(noun) >= WHOLE_NOUN and noun in cell for noun in held)
        answers = verb is not None and any(re.search(rf"{verb[1]}[^，。；]{{2,16}}{noun[-1]}", cell) for noun in nouns)
        return share + NOUN * (bool(held) + whole + answers + (verb is not None and verb[1] in cell))

    cells = [column for column in _cells(evidence, row) if not _APART.search(column.heading)]
    partners: Sequence[Column] = ()
    if _PARTNER.search(asked):
        chosen, partners = (), [column for column in cells if _WITH_PARTNER.search(column.text)]
    if not terms and any(noun in column.heading and re.search(rf"{noun}(?![的库平])", asked) for column in chosen for noun in nouns):
        return None
    best = max(cells, key=fit, default=None)
    if now and (best is None or _PRESENT.search(question.text) or fit(best) < max(POINTS, MARGIN + fit(now))):
        return now
    if best is None or best in chosen or fit(best) < max(POINTS, MARGIN + max(map(fit, chosen), default=0.0)):
        return max(partners, key=fit, default=None)
    return best if holds_what_is_asked(question.asks, question.text, best.text) else None


def _cells(evidence: Evidence, row: Scenario) -> Sequence[Column]:
    """The cells beside the name that may answer; how far a row is does not tell what it is to reach."""
    ahead = _AHEAD.search(evidence.question.text) is not None
    return [column for column in row.columns if column.text != row.name and not (ahead and _PROGRESS.search(column.heading))]


def _telling_terms(evidence: Evidence, row: Scenario, asked: str) -> dict[str, float]:
    """The terms of the words asked with, beside the row's name, with their weights; none where they tell no cell from another."""
    weights, name = evidence.matcher.weights, normalize(row.name)
    said = (term for words in content_of(_ASKING.sub(" ", asked)).split() for term in terms_of(words))
    terms = {term: weights[term] for term in said if len(term) > 1 and term in weights and term not in name}
    enough = FIGURE_WEIGHT if "figure" in evidence.question.asks or _PARTNER.search(asked) else TELLING_WEIGHT
    return terms if sum(terms.values()) >= enough and not _PROVIDED.search(asked) else {}


def _told_now(evidence: Evidence, row: Scenario, chosen: Sequence[Column]) -> Column | None:
    """The cell that says how far the row is, where no other column is asked for and it holds what is asked of the present."""
    column = next((column for column in row.columns if _PROGRESS.search(column.heading)), None)
    others = [other for other in chosen if other != column and not _DESCRIBES.search(other.heading)]
    if column is None or others or not _NOW.search(evidence.question.text):
        return None
    return column if holds_what_is_asked(evidence.question.asks, evidence.question.text, column.text) else None


def _asked_clause(text: str, name: str) -> str:
    """The words that ask: from the row's name on; else those of the last clause with an interrogative, behind the words that mean a row (…的场景)."""
    plain = normalize(text)
    after = plain.partition(normalize(name.strip()))[2] if len(name) > 1 else ""
    if _INTERROGATIVE.search(after):
        return after
    piece = next((piece for piece in reversed(_PIECE.split(plain)) if _INTERROGATIVE.search(piece)), plain)
    asks_at = _INTERROGATIVE.search(piece)
    if asks_at is None:
        return piece
    words = [word.end() for word in _ROW_WORD.finditer(piece, 0, asks_at.start())]
    return piece[words[-1] if words else max(0, asks_at.start() - BEFORE) :]


def _nouns(asked: str) -> Iterator[str]:
    """Patterns for the thing asked for by its kind: 什么传感器, 哪家公司, 第几期."""
    for match in _NOUN.finditer(asked):
        words = match["noun"]
        yield from (re.escape(words[:end]) for end in range(len(words), 1, -1))
        if words[0] in _ONE_CHARACTER:
            yield rf"[一二三四五六七八九十\d]{words[0]}" if words[0] == "期" else rf"[\u4e00-\u9fff]{words[0]}"
