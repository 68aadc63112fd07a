"""What a name stands for, where a document says so: …，是指…, a heading that is the name, the items that a name with a number counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence import Evidence
from corpus.language.terms import normalize, terms_of
from corpus.model.document import Document
from corpus.model.span import Span

_ASKED = re.compile(
    r"(?P<before>[\u4e00-\u9fffA-Za-z0-9+]{2,20}?)(?:的(?:定义|含义|意思)|是指|指的是|指(?:的)?(?:是)?(?:什么|啥|哪)|是(?:个|一种|一类)?(?:什么|啥)|是哪|(?:包括|包含|分为?|分成)(?:了)?(?:哪|什么|几)|(?:怎么|如何)定义|说的是)|"
    r"(?:什么是|什么叫|啥是|啥叫|所说的|解释(?:一下)?)(?P<after>[\u4e00-\u9fffA-Za-z0-9+]{2,20})"
)
_WHERE_FROM = re.compile(
    r"在[^，。？“”]{1,16}(?:“[^“”]{2,12}”)?(?:里|中|上|当中|里面)(?:具体|一般)?(?=是|指|怎么|如何|代表|包括|包含)|这个?(?:词|说法|概念|提法|名词)[，,]?"
)
"""Where a name is from, and that it is one, behind it: 渔港在条例里指什么, 渔港这个词怎么理解."""
_MARKED = re.compile(r"[“\"「『]([^”\"」』]{2,20})[”\"」』]")
_NUMBERED_NAME = re.compile(r"^[双二两三四五六七八九十]\S|位一体$|^一\S{1,2}[二两三四五六七八九十]\S")
_ITEMS_ASKED = re.compile(r"分别|各(?:是|指)|哪|什么|啥")
_PHRASES_ASKED = re.compile(r"([两三四五六七八])(?:句话|句口号|个词|个短语)(?:的)?([\u4e00-\u9fff]{2})?")
_COUNTED_ASKED = re.compile(
    r"(?P<name>(?P<count>[三四五六七八九十])大[\u4e00-\u9fff]{2,14}?)(?:都|分别|各|具体|主要)*(?:是|有|指|包括|叫)*(?:哪|什么|啥)"
)
_EACH_ASKED = re.compile(r"(?:分别|各(?:自)?)(?:都)?(?:是|指|代表|对应|说的)")
_WHICH_OF_THEM = re.compile(r"(?:指|是)(?:的是)?哪([二两三四五六七八九十])")
_NUMBER = "零一二三四五六七八九十"
# Below, patterns are matched against normalized text, whose commas, colons and brackets are half width.
_SAYS = r"(?:,?(?:是指|系指|指的是|也就是|即|是(?=一[种个套类]|以|由)|指(?![挥标导南数定引示针])|为(?=[^,。;]{2,}的(?:其他)?(?:区域|范围|地[区带域]|时[段间])))|:(?=.))"
_DIVIDED = r"(?:(?:主要|具体)?(?:包括|包含|分为|分成|划分为):?(?=[^。]*、)|以[^,。]*、[^,。]*为[^,。]{0,4}分类)"
BEFORE_NAME = r"(?:^|[,。;:、()“\s]|所称的?)"
_AGAIN = re.compile(r"^(?:此类|这类|该类|这种)[^,。]{0,8}(?:是|指|为|属于)")
_SORTED_INTO = r"(?:纳入|列入|属于|归为|归入|划为|列为)[“]?{name}"
_SORTING_ASKED = re.compile(r"归|属于|列入|纳入|算|划|适用|针对|对应")
_OF_COLLECTION = re.compile(r"之一|中的|里的|[中里]有|当中|之中|里面|属于|作为|包含|包括|这一")
"""Says of one of two names in marks that it is among those that the other counts: “智业”是“七智”之一."""
_DIVISION_ASKED = re.compile(r"(?:包括|包含|分为?|分成|划分为?)(?:了)?(?:哪|什么|几)")
_IN_BRACKETS = r"[“\"]{name}[”\"][^,。;:()]{{0,12}}\(([^()]+)\)"
_LISTED = r"(?:[^,。;:“”、]{{1,16}}[、和与及]){{1,9}}[^,。;:、“”]{{2,16}}[”]?的?[“\"]{name}[”\"]"
_COUNTED_KIND = re.compile(r"([双一二两三四五六七八九十])([^双一二两三四五六七八九十,、])")
_COUNTED_PART = re.compile(r"([一二两三四五六七八九十])([\u4e00-\u9fff]{1,4}?)(?=[一二两三四五六七八九十、，和与及]|$)")
"""A numeral of a name with what it counts: 两客 and 一危."""
_ANY_LIST = re.compile(r"(?:[^,。;:“”、]{2,16}、)+[^,。;:“”、]{2,24}")
CANDIDATES = 100
NEAREST = 30
"""Sentences about the matter, from the best on, that may spell out a name that they do not say."""
MAX_DEFINITION = 180
"""Characters of a definition, the sentence after it included."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Characters of a document that say what `name` stands for."""

    name: str
    document: Document
    span: Span


def asked_names(text: str) -> Sequence[str]:
    """What `text` may ask the meaning of, likeliest first: a name in marks, or the words before 是指 and the like, each ending of them."""
    plain = _WHERE_FROM.sub("", text)
    marked = _marked_names(plain)[-1:]
    marked = [*_pieces(marked, _MARKED.sub("", plain)), *marked]
    asked = _ASKED.search(plain)
    if asked is None or asked["after"]:
        return (*marked, *([asked["after"]] if asked and not marked else ()))
    words = asked["before"]
    endings = [words[start:] for start in range(len(words) - 1)]
    of_marked = [ending for ending in endings if marked and ending != marked[0] and ending in re.split("[、，和与及]", marked[0])]
    return (*of_marked, *marked, *(ending for ending in endings if not marked or counts_items(ending)))


def _marked_names(text: str) -> Sequence[str]:
    """The names in marks; without those that count others where it is said that one of the others is among them."""
    marked = _MARKED.findall(text)
    single = [name for name in marked if not counts_items(name)]
    return single if single and _OF_COLLECTION.search(text) else marked


def _pieces(marked: Sequence[str], outside: str) -> Sequence[str]:
    """The one counted part of a name in marks that the words outside of it ask about: 两区 where “一云两区”里的两个区 is asked."""
    parts = [match for name in marked for match in _COUNTED_PART.finditer(name)]
    parts = [] if any(part[0] in outside for part in parts) else parts
    named = [part[0] for part in parts if (part[2] if len(part[2]) > 1 else f"{part[1]}个{part[2]}") in outside]
    return named if len(parts) > 1 and len(named) == 1 else ()


def counts_items(name: str) -> bool:
    """Whether the name says how many things it stands for: 两平台, 六位一体."""
    return _NUMBERED_NAME.search(name) is not None


def asks_for_items(text: str) -> bool:
    """Whether the question asks which things a name stands for that counts them: “四化”分别指什么, “三位一体”是哪三样."""
    names = asked_names(text)
    counted = bool(names) and counts_items(names[0]) and _ITEMS_ASKED.search(text) is not None
    asked = (_PHRASES_ASKED.search(text), _COUNTED_ASKED.search(text), _named_each(text))
    return counted or any(asked)


def items_asked_for(text: str) -> int | None:
    """How many things the question wants of a name that counts them (“两平台”指哪两个平台: 2); None where it asks something else."""
    names = asked_names(text)
    asked = _WHICH_OF_THEM.search(text)
    return _counted(asked[1]) if asked and names and counts_items(names[0]) else None


def _counted(numeral: str) -> int:
    return 2 if numeral in "两双" else max(_NUMBER.find(numeral), 1)


def find_definition(evidence: Evidence) -> Definition | None:
    """The place that says what the name that the question asks about stands for."""
    names = asked_names(evidence.question.text)
    several = _phrases(evidence) or _marked_together(evidence) or _each_named(evidence)
    if several or not names:
        return several
    named = evidence.question.documents.strongest
    sentences = list(sentences_with(evidence, names[0]))
    if counts_items(names[0]):
        sentences.extend(Definition("", sentence.document, sentence.span) for sentence in evidence.sentences[:NEAREST])
        sentences.extend(Definition("", one.document, one.item.heading) for one in evidence.sections[:NEAREST])
        sentences.extend(_all_sentences(evidence.knowledge.document(named)) if named else ())
    for name in names:
        found = [*_by_heading(evidence, name), *(one for one in sentences if _says(evidence, one, name))]
        of_named = [one for one in found if one.document.id == named]
        best = _nearest(evidence, of_named or found) if counts_items(name) else next(iter(of_named or found), None)
        if best:
            return Definition(name, best.document, best.span)
    return None


def _phrases(evidence: Evidence) -> Definition | None:
    """The words in marks that are as many phrases as the question says (四句话目标): “甲、乙、丙、丁”目标."""
    asked = _PHRASES_ASKED.search(evidence.question.text)
    found: list[Definition] = []
    called: list[Definition] = []
    for one in _about(evidence) if asked else ():
        text = one.span.of(one.document.text)
        for quoted in re.finditer(r"“([^”]+)”", text):
            if asked and len(re.split(r"[、，,；;]", quoted[1])) == _counted(asked[1]):
                found.append(Definition(asked[0], one.document, _clause_of(one, quoted.start(), quoted.end())))
                called.extend(found[-1:] if asked[2] and text.startswith((asked[2], "的" + asked[2]), quoted.end()) else ())
    return _nearest(evidence, called or found)


def _marked_together(evidence: Evidence) -> Definition | None:
    """The words in marks right before what counts them: “甲、乙、丙”三大行动计划."""
    asked = _COUNTED_ASKED.search(evidence.question.text)
    found: list[Definition] = []
    for one in _about(evidence) if asked else ():
        quoted = re.search(rf"“([^”]+)”{re.escape(asked['name'])}", one.span.of(one.document.text)) if asked else None
        if asked and quoted and len(re.split(r"[、，,；;]", quoted[1])) == _counted(asked["count"]):
            found.append(Definition(asked["name"], one.document, _clause_of(one, *quoted.span())))
    return _nearest(evidence, found)


def _named_each(text: str) -> Sequence[str]:
    """The names in marks that the question sets beside each other to ask what each stands for; none where it asks for something else."""
    marked = _MARKED.findall(text)
    return marked if len(marked) > 1 and _EACH_ASKED.search(text) else ()


def _each_named(evidence: Evidence) -> Definition | None:
    """The place that says what each of several names in marks stands for in the words behind it: “1210”保税进口业务、“9610”集货模式."""
    names = [normalize(name) for name in _named_each(evidence.question.text)]
    found: list[Definition] = []
    for one in _about(evidence) if names else ():
        text = one.span.of(one.document.text)
        behind = [re.search(rf"[“\"]{re.escape(name)}[”\"](?=[A-Za-z0-9\u4e00-\u9fff]{{3}})", normalize(text)) for name in names]
        if all(behind):
            starts = [match.start() for match in behind if match]
            ends = [match.end() for match in behind if match]
            found.append(Definition(names[0], one.document, _clause_of(one, min(starts), max(ends))))
    return _nearest(evidence, found)


def _about(evidence: Evidence) -> Iterator[Definition]:
    """The sentences nearest to the question, and all of the document that it names."""
    named = evidence.question.documents.strongest
    for sentence in evidence.sentences[:NEAREST]:
        yield Definition(sentence.passage.path[-1] if sentence.passage.path else "", sentence.document, sentence.span)
    if named:
        yield from _all_sentences(evidence.knowledge.document(named))


def _clause_of(one: Definition, start: int, end: int) -> Span:
    return clauses_around(one.document, Span(one.span.start + start, one.span.start + end), one.span)


def clauses_around(document: Document, place: Span, within: Span | None = None) -> Span:
    """The clauses that hold `place`, with the clause before as far as a quote reaches; none beyond the sentence (`within`, where it is known)."""
    text = document.text
    begin = within.start if within else max(text.rfind(mark, 0, place.start) for mark in "。\n") + 1
    end = within.end if within else min((at for mark in "。\n" if (at := text.find(mark, place.end)) >= 0), default=len(text))
    first = max(text.rfind(mark, begin, place.start) for mark in "，。；") + 1 or begin
    before = max(text.rfind(mark, begin, max(first - 1, begin)) for mark in "，。；") + 1 or begin
    last = min((at for mark in "，。；" if (at := text.find(mark, place.end, end)) >= 0), default=end)
    return Span(before if last - before <= MAX_DEFINITION else first, last)


def _nearest(evidence: Evidence, found: Sequence[Definition]) -> Definition | None:
    """Of several places that spell out a name that counts (“三位一体”), the one that holds most of the question, the first of equals."""
    return max(found, key=lambda one: evidence.matcher.coverage(f"{one.name} {one.span.of(one.document.text)}"), default=None)


def _all_sentences(document: Document) -> Iterator[Definition]:
    for passage in document.passages:
        for span in passage.sentences:
            yield Definition(passage.path[-1] if passage.path else "", document, span)


def sentences_with(evidence: Evidence, name: str) -> Iterator[Definition]:
    """Every sentence of the passages that hold most of the name, with the heading above it as its name."""
    terms = {**dict.fromkeys(terms_of("是指"), 0.3), **dict.fromkeys(terms_of(name), 1.0)}
    hits = evidence.knowledge.search_lexical(terms, kinds=("passage",), limit=CANDIDATES)
    for hit in hits:
        passage = evidence.knowledge.passage(evidence.knowledge.entry(hit.id).ref)
        document = evidence.knowledge.document(passage.document_id)
        for span in passage.sentences:
            yield Definition(passage.path[-1] if passage.path else "", document, span)


def _by_heading(evidence: Evidence, name: str) -> Iterator[Definition]:
    """The text right under a heading that says nothing but the name, in marks."""
    heading = re.compile(rf"\W*“{re.escape(name)}”\W*")
    for document in evidence.documents_with(name):
        for passage in document.passages:
            if passage.kind == "prose" and passage.path and heading.fullmatch(passage.path[-1]):
                end = next((s.end for s in reversed(passage.sentences[:2]) if s.end - passage.span.start <= MAX_DEFINITION), None)
                if end:
                    yield Definition(name, document, Span(passage.sentences[0].start, end))
                    break


def _says(evidence: Evidence, one: Definition, name: str) -> bool:
    """Whether the sentence says what `name` stands for."""
    text, plain = normalize(one.span.of(one.document.text)), normalize(name)
    printed = re.escape(plain)
    says = f"(?:{_SAYS}|{_DIVIDED})" if _DIVISION_ASKED.search(evidence.question.text) else _SAYS
    if plain in text and re.search(rf"{BEFORE_NAME}(?:本[市省州县区])?{printed}[”』」\"]?{says}", text):
        return True
    if _SORTING_ASKED.search(evidence.question.text) and re.search(_SORTED_INTO.format(name=printed), text):
        return True
    if _AGAIN.match(text) and re.match(rf"[^\u4e00-\u9fff“]*(?:[一二三四五六七八九十]+[)、.])?“?{printed}", normalize(one.name)):
        return True
    if "+" in plain and (bracket := re.search(_IN_BRACKETS.format(name=printed), text)):
        return _spells_out(bracket[1], plain)
    return counts_items(name) and (_enumerates_before(text, plain) or _share_a_character(text, plain) or _lists_its_kinds(text, plain))


def _spells_out(text: str, name: str) -> bool:
    """Whether `text` has the parts of `name` (3+N), as many things in each as its figure says: 交流、论坛、展览+N场推介会."""
    parts, counts = text.split("+"), name.split("+")
    listed = (len(part.split("、")) == int(count) for part, count in zip(parts, counts, strict=False) if count.isdecimal())
    return len(parts) == len(counts) and all(listed)


def _share_a_character(text: str, name: str) -> bool:
    """Whether as many things as the name counts are listed that all end, or begin, with its last character: 规范化、精细化、便捷化 for 三化."""
    if len(name) != 2:
        return False
    one, other = re.escape(name[1]), r"[^,。;:“”、()]{1,10}"
    lists = (rf"(?:^|[,:“])((?:{item}、)+{item})(?:[”,。;]|$)" for item in (other + one, one + other))
    return any((listed := re.search(pattern, text)) and listed[1].count("、") + 1 == _counted(name[0]) for pattern in lists)


def _lists_its_kinds(text: str, name: str) -> bool:
    """Whether as many things as the name counts are listed beside it that hold its other characters: 旅游包车、班线客车、危险品车 for 两客一危."""
    counted = _COUNTED_KIND.findall(re.sub(r"合一$|位一体$", "", name)) if name in text else []
    kinds, count = [kind for _, kind in counted], sum(_counted(numeral) for numeral, _ in counted)
    lists = (match[0] for match in _ANY_LIST.finditer(text)) if count > 2 else ()
    return any(all(kind in one for kind in kinds) and len(re.split(r"[、和与及]", one)) == count for one in lists)


def _enumerates_before(text: str, name: str) -> bool:
    """Whether as many things as the name counts are listed right before it: 网格、党群、平台“三位一体”."""
    listed = re.search(_LISTED.format(name=re.escape(name)), text) if name in text else None
    if listed is None:
        return False
    return len(re.findall(r"[、和与及]", listed[0])) + 1 >= _counted(name[0])
