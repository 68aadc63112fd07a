"""The route from a question to an answer. `answer_question` is the list of its stages."""

import time
from collections.abc import Callable, Sequence
from datetime import date

from assistant.answer import Answer, Turn
from assistant.checks.aboutness import is_of_named, is_of_something_else, missing_places, said
from assistant.checks.answer_type import holds_what_is_asked, names_body, names_nobody
from assistant.checks.belonging import is_of_another_time, tells_other_years
from assistant.checks.refusals import THRESHOLD, not_about, not_found, reason_at_once, refuse, says_too_little
from assistant.checks.spelled_out import spells_out_parts
from assistant.checks.unheard_names import names_unheard_thing
from assistant.citing import cite
from assistant.composers.conflicts.contradictions import compose_conflict
from assistant.composers.conflicts.two_rows import compose_two_rows
from assistant.composers.documents.ended import compose_ended
from assistant.composers.documents.goals import compose_goals
from assistant.composers.documents.headlines import compose_headline, compose_validity
from assistant.composers.documents.numbered_policies import compose_numbered
from assistant.composers.documents.policies import compose_policy
from assistant.composers.documents.series_parts import compose_series_parts
from assistant.composers.documents.stages import compose_stages
from assistant.composers.documents.titles_of_numbers import compose_titles_of_numbers
from assistant.composers.prose.abbreviations import compose_abbreviation
from assistant.composers.prose.called_things import compose_called_thing
from assistant.composers.prose.headed_sentences import headed_by
from assistant.composers.prose.items import compose_items
from assistant.composers.prose.listed_kinds import compose_listed_kind
from assistant.composers.prose.sentences import compose_sentences
from assistant.composers.prose.two_definitions import compose_two_definitions
from assistant.composers.regulations.penalties import compose_penalty
from assistant.composers.regulations.provisions import is_in_article
from assistant.composers.regulations.rule_makers import compose_rule_maker
from assistant.composers.regulations.rule_words import asks_for_grant, grants
from assistant.composers.rows.columns_of_rows import compose_columns_of_rows
from assistant.composers.rows.named_row import compose_named_row
from assistant.composers.rows.rows import compose_rows
from assistant.composers.rows.scenarios import compose_scenario
from assistant.composers.targets.targets import compose_target
from assistant.composers.targets.year_by_year import compose_year_by_year
from assistant.composers.targets.year_of_figure import compose_year_of_figure
from assistant.composers.units.owners import compose_owner, doers_asked, names_duty, tells_doers, tells_head
from assistant.composers.units.owners_nearby import compose_of_place, compose_owner_of_answer
from assistant.composers.units.plan_units import compose_plan_units
from assistant.composers.units.unit_tasks import compose_unit_tasks
from assistant.conversation.follow_up import context_of, resolve_follow_up
from assistant.conversation.spoken_of import leaves_out_subject, subject_of
from assistant.dating import with_date
from assistant.deadlines import with_deadline
from assistant.derived import with_difference
from assistant.draft import Draft, Source
from assistant.english.answer import in_english
from assistant.evidence import Evidence
from assistant.merged_parts import Part, merge_parts
from assistant.nearness import is_near
from assistant.notices import with_notices
from assistant.other_sides import with_conflicts
from assistant.phrases import phrase
from assistant.place_labels import with_place
from assistant.suggestions import follow_up_suggestions
from assistant.understanding.asks import DOERS, Ask
from assistant.understanding.parts import asked_of_two, names_subject, split_question, things_compared
from assistant.understanding.question import Question, understand_question
from assistant.whole_sentences import tells_number, tells_wants, with_rest
from corpus.knowledge.knowledge_base import KnowledgeBase
from corpus.language.figures import figures_in

Composer = Callable[[Evidence], Draft | None]


def answer_question(
    question: str, knowledge: KnowledgeBase, *, history: Sequence[Turn] = (), as_of: date, contact: str | None = None
) -> Answer:
    """Answer `question` from `knowledge`, in the light of the conversation so far; `contact` is named in refusals."""
    begun = time.perf_counter()
    resolved = resolve_follow_up(question, history)
    context = context_of(question, history)
    understood = understand_question(resolved, knowledge, as_of, context)
    understood_at = time.perf_counter()
    evidence = Evidence(understood, knowledge, as_of.year, context.near)
    of_answer = compose_owner_of_answer(Evidence(understood, knowledge, as_of.year, context.answered)) if context.answered else None
    drafted = of_answer or draft_answer(evidence)
    draft = with_notices(with_date(with_conflicts(drafted, evidence), evidence), knowledge, as_of, understood.language)
    composed_at = time.perf_counter()
    text, citations, facts, notices = cite(draft, knowledge)
    if contact and draft.status in ("not_found", "out_of_scope"):
        text += phrase("contact", understood.language, contact=contact)
    return Answer(
        status=draft.status,
        text=in_english(text) if understood.language == "en" else text,
        reason=draft.reason,
        language=understood.language,
        citations=citations,
        facts=facts,
        notices=notices,
        suggestions=follow_up_suggestions(draft, understood),
        resolved_question=resolved,
        as_of=as_of,
        generation=knowledge.generation,
        confidence=round(min(draft.score, 1.0), 3) if draft.status in ("answered", "partial") else None,
        timings_ms={
            "understanding": round((understood_at - begun) * 1000, 2),
            "composing": round((composed_at - understood_at) * 1000, 2),
            "citing": round((time.perf_counter() - composed_at) * 1000, 2),
        },
    )


TOLD, ADDS, AGAIN = 0.4, 0.05, 0.5
"""Share of the words of a part of a question that the answer to the whole must hold to have answered it, how much more the answer to the
part alone may hold, and the share of the part that names the subject that the answer to one without any must hold to speak of it."""


def draft_answer(evidence: Evidence) -> Draft:
    """The draft of the composer that fits, part by part for a compound question, or a refusal with its reason."""
    asked = evidence.question.asked
    reason = reason_at_once(asked)
    if reason:
        return refuse(reason, evidence.question.language)
    if says_too_little(evidence.question):
        return refuse("needs_clarification", evidence.question.language)
    if names_nobody(evidence.question.text) or evidence.matcher.unknown_name or names_unheard_thing(evidence):
        return not_found(evidence)
    at_once = next(filter(None, (composer(evidence) for composer in _OF_THE_WHOLE)), None)
    whole = at_once or _best_draft(evidence)
    parts = () if at_once else _parts(evidence, whole)
    draft = merge_parts(whole, parts, evidence.question.language) if any(part.draft for part in parts) else whole
    draft = with_rest(with_deadline(with_difference(draft, evidence), evidence), evidence) if draft else None
    if draft is None or draft.score < THRESHOLD or is_of_something_else(evidence, draft) or not spells_out_parts(asked, said(draft)):
        return not_found(evidence)
    if missing := missing_places(evidence, draft):
        return not_about(missing, evidence.question.language)
    return draft


def _parts(evidence: Evidence, whole: Draft | None) -> Sequence[Part]:
    """The parts of a compound question with their drafts; each part is looked for near the answer to the one before.

    Two things set side by side stand apart: what was found for one says nothing of where the other is.
    A part that names nothing of its own (…，由谁负责？) is answered from under the same heading or not at all; where the first part has no answer,
    it is asked of the subject of that.
    """
    parts: list[Part] = []
    beside = bool(asked_of_two(evidence.question.text))
    near: list[Source] = []
    subject: Evidence | None = None
    for text in split_question(evidence.question.text):
        alone = (names_subject(text) and not leaves_out_subject(text)) or not parts
        asked = text if alone or near else subject_of(parts[0].text) + text
        part = evidence.beside(text) if beside else evidence.part(asked, near)
        if not alone and tells_number(part.question.asks, whole):
            continue
        draft = compose_named_row(part) or _best_draft(part)
        again = draft is not None and subject is not None and subject.matcher.match(said(draft)).coverage >= AGAIN
        astray = not alone and asked == text and not (near and draft and (again or is_near(draft, evidence.knowledge, near)))
        subject = part if names_subject(text) else subject
        elsewhere = draft is not None and not names_subject(text) and is_of_something_else(evidence, draft)
        if draft and (draft.score < THRESHOLD or astray or elsewhere):
            draft = None
        if draft is None and any(tells_wants(told, text) for told in (whole, *(one.draft for one in parts))):
            continue
        if draft is None and near and not names_subject(text):
            draft = compose_of_place(part) or _of_subject(evidence, subject, parts, text)
        told = draft is None or _is_told(part, whole, draft)
        parts.append(Part(text, with_place(draft, part) if draft and beside else draft, not told))
        if draft and not beside:
            near = [source for statement in draft.statements for source in statement.sources]
    return () if things_compared(evidence.question.text) and any(part.draft is None for part in parts) else parts


def _of_subject(evidence: Evidence, subject: Evidence | None, parts: Sequence[Part], text: str) -> Draft | None:
    """What is said elsewhere, in as many words of the subject as was answered of it, of what a part without one asks: the year of a task in its target.

    Where the answer before names the subject by its heading, that is asked after.
    """
    answered = next((part.draft for part in parts if part.draft), None)
    if subject is None or answered is None:
        return None
    named = headed_by(answered)
    part = evidence.part((named or subject_of(subject.question.text)) + text, ())
    draft = _best_draft(part)
    if draft is None or draft.status != "answered" or draft.score < THRESHOLD:
        return None
    matcher = (part if named else subject).matcher
    known = 0.0 if named else matcher.match(said(answered)).coverage - ADDS
    return draft if matcher.match(said(draft)).coverage >= max(AGAIN, known) else None


def _is_told(part: Evidence, whole: Draft | None, draft: Draft) -> bool:
    """Whether the answer to the whole question says what a part asks: its words, no fewer than the draft for the part says, and a figure, a time
    or a body where it asks for one."""
    if whole is None or whole.status != "answered":
        return False
    if set(draft.statements) <= set(whole.statements) and not any(fact.values.get("kind") == "target" for fact in whole.facts):
        return True
    if "list" in part.question.asks and "、" in said(draft) and "、" not in said(whole):
        return False
    if names_subject(part.question.text):
        told, own = (part.matcher.match(said(one)).coverage for one in (whole, draft))
        if told < max(TOLD, own - ADDS) or tells_other_years(whole, draft):
            return False
    return _is_of_asked_type(part.question, whole)


_EXACT: tuple[tuple[frozenset[Ask] | None, Composer], ...] = (
    (None, compose_titles_of_numbers),
    (None, compose_abbreviation),
    (None, compose_listed_kind),
    (frozenset({"validity"}), compose_validity),
    (frozenset({"document_number"}), compose_numbered),
    (frozenset({"contact", "signatory", "addressee", "issuer", "date", "effective", "document_number"}), compose_headline),
    (frozenset({"document_number", "policy"}), compose_policy),
    (None, compose_penalty),
    (frozenset({"owner"}), compose_rule_maker),
    (None, compose_rows),
    (None, compose_stages),
    (None, compose_goals),
    (frozenset({"owner", "lead"}), compose_plan_units),
    (frozenset({"list", "count", "figure", "owner", "lead"}), compose_unit_tasks),
)
"""Composers that answer exactly or not at all, by what is asked (None: whatever is), tried in this order."""


_OF_THE_WHOLE: tuple[Composer, ...] = (
    compose_year_by_year,
    compose_named_row,
    compose_columns_of_rows,
    compose_stages,
    compose_two_rows,
    compose_two_definitions,
    compose_year_of_figure,
    compose_titles_of_numbers,
    compose_ended,
    compose_series_parts,
)
"""Composers whose answer is all of what a question asks, so that it is not looked at part by part; tried in this order. Two stand in `_EXACT` too: there they answer a part."""


def _best_draft(evidence: Evidence) -> Draft | None:
    question = evidence.question
    asks = set(question.asks)
    contradiction = compose_conflict(evidence)
    if contradiction and contradiction.score >= THRESHOLD:
        return contradiction
    for wanted, composer in _EXACT:
        draft = composer(evidence) if wanted is None or wanted & asks else None
        if draft and draft.score >= THRESHOLD:
            return draft
    drafts = [
        (draft.score + (_IN_ARTICLE if composer is compose_target and is_in_article(draft, evidence.knowledge) else bonus), draft)
        for composer, bonus in _candidates(evidence)
        if (draft := composer(evidence))
    ]
    fitting = [(score, draft) for score, draft in drafts if _is_of_asked_type(question, draft) and is_of_named(evidence, draft)]
    about = [one for one in fitting if not is_of_something_else(evidence, one[1])]
    fitting = about if any(draft.score >= THRESHOLD for _, draft in about) else fitting
    if any(draft.reason == "outside_period" and draft.score >= THRESHOLD for _, draft in fitting):
        fitting = [(score, draft) for score, draft in fitting if not is_of_another_time(evidence, draft)]
    best = max(fitting, key=lambda item: item[0], default=None)
    if best is None or best[1].score >= THRESHOLD:
        return best[1] if best else None
    carrying = [one for one in fitting if one[1].score >= THRESHOLD and not is_of_another_time(evidence, one[1])]
    return max(carrying or fitting, key=lambda item: item[0])[1]


_IN_ARTICLE = -0.25
"""Added for a figure or deadline that stands in an article of a regulation: the sentence tells the rule it is part of."""


def _is_of_asked_type(question: Question, draft: Draft) -> bool:
    """Whether a draft names a body where somebody is asked for, a figure or a time where one is."""
    text = said(draft)
    if len(deeds := doers_asked(question.text)) > 1 and not tells_doers(deeds, text):
        return False
    of_bodies = DOERS & set(question.asks) and "figure" not in question.asks
    if draft.status == "answered" and asks_for_grant(question.text) and not (of_bodies or grants(text)):
        return False
    if set(question.asks) & {"owner", "lead", "builder", "participant"} and not {"responsibility", "scenario"} & {
        fact.values.get("kind") for fact in draft.facts
    }:
        listed = "list" in question.asks and names_body(text)
        if not (listed or names_duty(text) or tells_head(question.text, text)):
            return False
    return draft.status != "answered" or holds_what_is_asked(question.asks, question.text, text)


def _bonus_of_targets(question: Question) -> float:
    """What is granted stands in a sentence, and in a statement of its own only for one of several thresholds, which the question then names."""
    if asks_for_grant(question.text):
        return 0.4 if figures_in(question.text) else 0.0
    return 0.25 if {"figure", "when"} & set(question.asks) else 0.1


def _candidates(evidence: Evidence) -> Sequence[tuple[Composer, float]]:
    """The composers worth trying with what their fit to the asks adds to their score."""
    question = evidence.question
    asks = set(question.asks)
    if asks & {"meaning", "explanation"}:
        return ((compose_sentences, 0.0),)
    candidates: list[tuple[Composer, float]] = []
    if not asks <= {"owner", "lead", "builder", "participant"} or not asks:
        candidates.append((compose_sentences, -0.25 if asks & {"owner", "lead", "builder"} else 0.0))
    if asks & {"owner", "lead", "participant", "builder"}:
        candidates.append((compose_owner, 0.3 if asks & {"owner", "lead", "participant"} else 0.1))
    if asks & {"builder", "data_used", "data_source", "field", "period", "progress", "investment"}:
        candidates.append((compose_scenario, 0.3))
    else:
        candidates.append((compose_scenario, 0.0 if asks & {"owner", "purpose", "definition", "when", "lead"} else -0.08))
    in_table = asks & {"builder", "data_used", "data_source", "field", "period", "progress", "investment"}
    if asks & {"figure", "each", "difference", "count"} or (
        not in_table and asks != {"list"} and ("when" in asks or question.years or question.ordinal_year is not None)
    ):
        candidates.append((compose_target, _bonus_of_targets(question)))
    if asks & {"list", "count"}:
        candidates.append((compose_items, 0.2))
    candidates.append((compose_called_thing, 0.0))
    return candidates
