"""What a regulation lays down for breaking it: the conduct stands in one article, the penalty in another that refers to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.composers.regulations.actors import is_for_the_other
from assistant.composers.regulations.conducts import Shares
from assistant.composers.regulations.provisions import Provision, provisions_of, references_in, referred_to
from assistant.composers.regulations.rule_words import asks_for_rule
from assistant.draft import Draft, Source, Statement
from assistant.evidence import Evidence
from assistant.phrases import phrase
from corpus.language.sentences import trim
from corpus.model.document import Document
from corpus.model.span import Span

PENALTY_ASKED = re.compile(
    r"罚(?:他|她|它|我|你|谁|人家)们?(?:多少|几|什么|啥)|(?:逾期|拒不)[^，。？]{0,8}?(?:会|又|要|将)?(?:怎么?样|怎么办|咋样|如何|有什么后果|有什么责任)|"
    r"(?:怎么|怎样|如何|咋|被|挨|受|遭|吃|要|会|得|能|给予?|谁来?|部门来?)[^，。？]{0,6}(?:处罚|罚(?!没)|处分)|罚(?:款|钱|金)?的?(?:数额|金额)?(?:是|要|得|会|能|有|该|到底|一共|大概|最[多高少低]|分别|各自?|都|为)*(?:多少|几|什么|啥|吗|不罚|怎)|"
    r"罚(?:款|金)(?:的)?(?:数额|金额|标准|幅度|上限|区间)|(?:什么|啥|多少|几[^，。？]{0,4}|哪些|多大)的?(?:行政)?(?:处罚|罚款|处分|惩罚|罚则)|"
    r"处罚(?:的)?(?:是|有|为|写|规定|标准|措施|依据|多重|多大|在哪|在第几)|(?:承担|负)(?:什么|啥|哪些)[^，。？]{0,4}责任|"
    r"不改(?:正|的话)?(?:的话)?[，,]?(?:会|又|要|将)?(?:怎|咋|如何|有什么后果)|(?:有|是)(?:什么|啥)(?:法律)?后果|(?:的事|的)[，,](?:会|要|该|被)?(?:怎么|如何)处理"
)
_SANCTION = re.compile(r"罚款|处分|警告|通报批评|没收|责令|扣留|吊销|撤销|处罚|刑事责任|停业整顿|追回|记入[^，。；]{0,8}档案")
_FINES = re.compile(r"的罚款|以[上下]罚款|元罚款|倍[^，。；]{0,6}罚款|处分|警告|责令|没收|查处|予以处罚")
"""An item of a list of penalties that is one, and not the conduct alone."""
_ANNOUNCES_PENALTIES = re.compile(r"按照?(?:下列|以下)规定[^。]*[:：]$")
"""Announces a list of penalties; each of them is one, the announcement is none."""
_BROKEN = re.compile(
    r"违反[^，。；]{0,40}?规定|的[，,](?:[^，。；]{0,12})(?:由[^，。；]{2,40}?(?:责令|处|给予|没收|扣留|追回|收回|撤销|取消)|依法给予|处)"
)
_LIABILITY = re.compile(r"法律责任|罚则|责任追究")
_FIGURE_ASKED = re.compile(r"几[\u4e00-\u9fff]|多[少大高长久远]")
_EACH_ASKED = re.compile(
    r"(?:(?:逾期|拒不)[^，。？]{0,8}?)?[，,]?(?:[要该得]?的?(?:罚[款金钱则]|处罚|罚)(?:的)?(?:幅度|标准|数额|金额|额度|力度)?的?)?"
    r"(?:分别|各(?![级类区县地个项种方部单自])|哪[个种](?:罚[得的]?)?更?[重多高轻]|谁罚?[得的]?更?[重多高轻]|"
    r"[有是]?(?:什么|啥|何|哪些|多大)?的?(?:不同|区别|差别|不一样)|是不是(?:一样|相同)|(?:一样|相同|一致)(?:重|多)?(?:吗|么|不)|[相差]?差(?:在哪|多少|几|多大))"
)
"""Asks for the penalty of each of two conducts."""
_REFUSES = re.compile(r"[，,]?(?:且|并且|而且|又|还)?(?:拒不|逾期(?:仍?不|未|拒不))(?:改正?|整改)(?:的)?")
"""That it was not put right: no part of what the conduct is."""
_JOINT = re.compile(r"和|与|跟|以及|、|还有")
"""What may join two conducts."""
_SUM_ASKED = re.compile(r"罚(?:款|钱|金)?[^，。？]{0,6}(?:多少|几)|罚款")
_SUM = re.compile(r"元|倍|百分之")
_SPARED_ASKED = re.compile(r"(?:不|免|少|还)[^，。？]{0,2}罚")
_SPARES = re.compile(r"不予(?:行政)?处罚|免予|免除|代替罚款|从轻|减轻")
"""Asks whether one gets away without a fine, and lays down that one does."""
_ASKED_ON = re.compile(r"[多少几什么啥怎样办元钱块款额是的吗呢啊呀标准规定数金]*")
_EXACT_SUM_ASKED = re.compile(r"(?:多少|几)[万千百]*[元块]|最[高多低少]罚|罚[款金]?最[高多低少]")
_LEFT_TO_A_LAW = re.compile(r"依[照据][^，；]{0,40}(?:《|法律|法规)")
"""Asks for the sum itself, and leaves the penalty to another law, so that no sum is told."""
WITHOUT_A_SUM = 0.8
"""What the share of a penalty counts that says no sum (代替罚款, 没收), where one is asked for."""
OTHER_ACTOR = 0.85
"""What the share of a penalty counts that is for bodies alone where the question tells of a person, or the other way round."""
ADDS = 0.08
"""How much more of the question that provision must say to be worth showing."""
SURE, LIKELY, AHEAD = 0.5, 0.4, 0.15
"""Share of what the question says of the conduct that a provision and its penalty must say; less where they say so much more than any other."""
SURE_OF_NONE = 0.6
"""The same for a provision that no penalty refers to, for saying so."""
CLEARER = 0.12
"""How much more of it a provision without a penalty must say to be what the question means."""
MARGIN = 0.5
"""Added to that share: nothing else than a penalty answers what the penalty is."""
RULES = 0.4
"""Score from which the best sentence is taken to rule on what the question asks."""
DOCUMENTS, OF_TITLE = 3, 0.5
"""Documents that are looked through, and how much of the question their titles must say, against the title that says most of it."""
MAX_QUOTE = 190


@dataclass(frozen=True, slots=True)
class _Penalty:
    """A sentence that lays down a penalty; `share` is what it and the provision it refers to say of the conduct asked about."""

    document: Document
    sentence: Provision
    provision: Provision | None
    share: float


def compose_penalty(evidence: Evidence) -> Draft | None:
    """The penalty for the conduct that the question describes, or for each of two, with the provision that alone says what the conduct is."""
    return _of_each(evidence) or _of_one(evidence)


def _of_each(evidence: Evidence) -> Draft | None:
    """The penalties for two conducts that the question sets side by side: the clearest of the places where it may join them."""
    question = evidence.question.text
    each = _EACH_ASKED.search(question)
    if each is None or "罚" not in question:
        return None
    pairs: list[tuple[Draft, Draft]] = []
    for joint in _JOINT.finditer(question, 2, each.start() - 1):
        sides = (question[: joint.start()], question[joint.end() : each.start()])
        drafts = [_of_one(evidence.beside(f"{_REFUSES.sub('', side).strip('，,：:')}，怎么罚？罚多少？")) for side in sides]
        first, second = (draft if draft and draft.status == "answered" else None for draft in drafts)
        if first and second and first.statements[0] != second.statements[0]:
            pairs.append((first, second))
    if not pairs:
        return None
    first, second = max(pairs, key=lambda pair: min(pair[0].score, pair[1].score))
    statements = tuple(dict.fromkeys((*first.statements, *second.statements)))
    return replace(first, statements=statements, score=min(first.score, second.score))


def _of_one(evidence: Evidence) -> Draft | None:
    asked = PENALTY_ASKED.search(evidence.question.text)
    if asked is None:
        return None
    question = evidence.question.text
    asking = question[max(0, asked.start() - 1) : _end(question, asked)]
    wanted = _asks_figure_as_well(evidence)
    of_money = _SUM_ASKED.search(question) is not None
    found: list[_Penalty] = []
    clearest: tuple[float, Document, Provision] | None = None
    for document, provisions in _regulations(evidence):
        shares = Shares(evidence, document, provisions, asking)
        penal = [provision for provision in provisions if _is_penal(document, provision)]
        best_ones = [_best(shares, document, one, referred_to(document, one, provisions), wanted) for one in penal]
        weighed = [
            one if not of_money or _says_a_sum(one, provisions) else replace(one, share=one.share * WITHOUT_A_SUM) for one in best_ones
        ]
        found.extend(
            replace(one, share=one.share * OTHER_ACTOR) if is_for_the_other(question, one.sentence.span.of(document.text)) else one
            for one in weighed
        )
        share, free = _clearest_without(shares, document, penal, provisions)
        if free and (clearest is None or share > clearest[0]):
            clearest = (share, document, free)
    spared = [one for one in found if one.share >= LIKELY and _SPARES.search(one.sentence.span.of(one.document.text))]
    best = max(spared if spared and _SPARED_ASKED.search(question) else found, key=lambda one: one.share, default=None)
    if best is None or best.share < SURE:
        answered = _of_answered(evidence)
        if answered:
            return answered
    if clearest and clearest[0] >= SURE_OF_NONE and (best is None or clearest[0] > best.share + CLEARER):
        return _without_penalty(evidence, clearest[1], clearest[2], clearest[0], question[asked.start() : _end(question, asked)])
    if best is None or best.share < LIKELY:
        return None
    beside = (one for one in found if one.document.id == best.document.id and one.sentence.article != best.sentence.article)
    others = max((one.share for one in beside), default=0.0)
    return _with_provision(evidence, best) if best.share >= SURE or best.share >= others + AHEAD else None


def _clearest_without(
    shares: Shares, document: Document, penal: Sequence[Provision], provisions: Sequence[Provision]
) -> tuple[float, Provision | None]:
    """The provision that says most of the conduct of those that no penalty refers to, nor says again, with its share."""
    articles = {one.article.ordinal for one in penal}
    referred = [other for one in penal for other in referred_to(document, one, provisions)]
    spans = {one.span for one in referred}
    listed = [one for one in referred if one.article.ordinal in articles]
    free = (one for one in provisions if one.article.ordinal not in articles and one.span not in spans and shares.tells(one))
    ranked = sorted(((shares.of(one), one) for one in free), key=lambda item: -item[0])
    return next(((share, one) for share, one in ranked if not any(shares.same(one, other) for other in (*penal, *listed))), (0.0, None))


def _says_a_sum(penalty: _Penalty, provisions: Sequence[Provision]) -> bool:
    """Whether the penalty, the list whose item it is, or the sentence behind it says how much is to be paid."""
    text, sentence = penalty.document.text, penalty.sentence
    own = any(_SUM.search(span.of(text)) for span in (sentence.span, sentence.lead) if span)
    return own or _sum_behind(text, sentence, provisions) is not None


def _sum_behind(text: str, sentence: Provision, provisions: Sequence[Provision]) -> Provision | None:
    """The next sentence of the paragraph, if it lays down a sum and the sentence of the penalty none: 没收…。超过一百吨的，处十万元罚款。"""
    after = next((one for one in provisions if one.span.start > sentence.span.start), None)
    if after is None or sentence.item is not None or _SUM.search(sentence.span.of(text)) or not _SUM.search(after.span.of(text)):
        return None
    same = (after.article.ordinal, after.paragraph, after.item) == (sentence.article.ordinal, sentence.paragraph, None)
    return after if same and not references_in(after.span.of(text)) else None


def _of_answered(evidence: Evidence) -> Draft | None:
    """The penalty that refers to the provision that answers the part of the question before, or that rules on what is asked."""
    near = evidence.near[:1]
    ruling = [] if near or not asks_for_rule(evidence.question.text) else [one for one in evidence.sentences[:1] if one.score >= RULES]
    places = [*((one.document_id, one.span) for one in near), *((one.document.id, one.span) for one in ruling)]
    for document_id, span in places:
        document = evidence.knowledge.document(document_id)
        provisions = tuple(provisions_of(document))
        answer = next((one for one in provisions if one.span.start <= span.start < one.span.end), None)
        penal = [one for one in provisions if _is_penal(document, one)]
        fitting = [one for one in penal if answer and answer in referred_to(document, one, provisions)]
        if answer and fitting:
            return _with_provision(evidence, _Penalty(document, fitting[0], answer, SURE))
    return None


def _regulations(evidence: Evidence) -> Sequence[tuple[Document, Sequence[Provision]]]:
    """The document that the question names, or those of the best passages, that lay down penalties, with their provisions."""
    named = evidence.question.documents.strongest
    passages = {passage.document.id: passage.document for passage in evidence.passages}
    ordered = sorted(passages.values(), key=lambda document: document.id != named)
    read = ((document, tuple(provisions_of(document))) for document in ordered)
    penal = ((document, ones) for document, ones in read if any(_is_penal(document, one) for one in ones))
    found = tuple(islice(penal, DOCUMENTS))
    if found and found[0][0].id == named:
        return found[:1]
    titles = [evidence.matcher.weight_of(evidence.matcher.terms_in(document.title)) for document, _ in found]
    return [one for one, weight in zip(found, titles, strict=True) if weight >= OF_TITLE * max(titles)]


def _is_penal(document: Document, provision: Provision) -> bool:
    """Whether a sentence lays down a penalty."""
    text = provision.span.of(document.text)
    if not _SANCTION.search(text):
        return False
    if _ANNOUNCES_PENALTIES.search(text):
        return False
    if provision.item is not None:
        return (
            provision.lead is not None
            and _FINES.search(text) is not None
            and _SANCTION.search(provision.lead.of(document.text)) is not None
        )
    return _LIABILITY.search(" ".join(provision.article.path)) is not None or _BROKEN.search(text) is not None


def _best(shares: Shares, document: Document, penal: Provision, referred: Sequence[Provision], wanted: bool) -> _Penalty:
    """The penalty of a sentence with the one of the provisions it refers to that fits the question best; `wanted`: with one of them anyway."""
    best = _Penalty(document, penal, None, shares.of(penal))
    least = best.share + ADDS
    for one in referred:
        share = shares.of(penal, one)
        if share > max(best.share, least):
            best = _Penalty(document, penal, one, share)
    if best.provision is None and referred and wanted:
        return replace(best, provision=max(referred, key=shares.of))
    return best


def _with_provision(evidence: Evidence, best: _Penalty) -> Draft:
    """The penalty under the number of its article, and the provision that says what the conduct is, unless it is an item of the penalty."""
    sentence, provision = best.sentence, best.provision
    question, said = evidence.question.text, sentence.span.of(best.document.text)
    asked = PENALTY_ASKED.search(question)
    if asked and _EXACT_SUM_ASKED.search(question) and _LEFT_TO_A_LAW.search(said) and not _SUM.search(said):
        return _without_penalty(evidence, best.document, sentence, best.share, question[asked.start() : _end(question, asked)])
    inside = provision is not None and provision.lead == sentence.span
    behind = _sum_behind(best.document.text, sentence, tuple(provisions_of(best.document)))
    shown = [provision] if provision and inside else [sentence, *([_with_figure(evidence, best.document, provision)] if provision else [])]
    shown[1:1] = [behind] if behind and not inside else []
    statements = tuple(provision_statement(best.document, one) for one in shown)
    return Draft(statements, best.share + MARGIN, subject=sentence.article.number)


def _with_figure(evidence: Evidence, document: Document, provision: Provision) -> Provision:
    """The whole paragraph of the provision where the question asks for a figure of the rule as well (最多能接几只？超了怎么罚？)."""
    if provision.item is not None or not _asks_figure_as_well(evidence):
        return provision
    article = provision.article
    start = max(document.text.rfind("\n", 0, provision.span.start) + 1, article.heading.start + len(article.number))
    end = document.text.find("\n", provision.span.end)
    paragraph = trim(document.text, Span(start, end if end >= 0 else article.span.end))
    return replace(provision, span=paragraph) if len(paragraph) <= MAX_QUOTE else provision


def _asks_figure_as_well(evidence: Evidence) -> bool:
    """Whether a figure of the rule is asked for before its penalty (最多能接几只？超了怎么罚？)."""
    asked = PENALTY_ASKED.search(evidence.question.text)
    return asked is not None and _FIGURE_ASKED.search(evidence.question.text, 0, asked.start()) is not None


def _end(text: str, asked: re.Match[str]) -> int:
    """Where the words end that ask for the penalty."""
    more = _ASKED_ON.match(text, asked.end())
    return more.end() if more else asked.end()


def _without_penalty(evidence: Evidence, document: Document, provision: Provision, share: float, asked: str) -> Draft:
    """That no penalty refers to the provision that speaks of the conduct, with that provision."""
    language = evidence.question.language
    missing = Statement(phrase("part_not_found", language, part=asked.strip()))
    nearest = provision_statement(document, provision)
    shown = Statement(phrase("nearest", language, quote=nearest.text), nearest.sources)
    return Draft((missing, shown), share + MARGIN, status="not_found", reason="not_in_corpus", subject=provision.article.number)


def provision_statement(document: Document, provision: Provision) -> Statement:
    """A provision under the number of its article, an item behind the words that announce it."""
    text = document.text
    number = Span(provision.article.heading.start, provision.article.heading.start + len(provision.article.number))
    spans = [number, *(quote for span in (provision.lead, provision.span) if span for quote in _quotes(text, span))]
    lead = provision.lead.of(text) if provision.lead else ""
    said = provision.span.of(text).rstrip("；;。：:")
    return Statement(f"{provision.article.number}：{lead}{said}。", tuple(Source(document.id, span) for span in spans))


def _quotes(text: str, span: Span) -> Iterator[Span]:
    """`span` in pieces of at most MAX_QUOTE characters, cut behind a semicolon or comma."""
    start = span.start
    while span.end - start > MAX_QUOTE:
        cut = max(text.rfind(mark, start, start + MAX_QUOTE) for mark in "；，")
        end = cut + 1 if cut > start else start + MAX_QUOTE
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
