"""The route from an extractive answer to one in a model's words: evidence, prompt, sentences, each checked before it goes on."""

import re
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.answer import Answer, Notice
from assistant.answer_events import AnswerEvent, Begun
from assistant.answer_sentences import AnswerSentence, answer_sentences
from assistant.asked import Asked, Written
from assistant.citing import cite
from assistant.draft import Draft, DraftFact, Statement
from assistant.english.answer import in_english
from assistant.english.translation import is_english
from assistant.evidence import Evidence
from assistant.generation.checked_text import CheckedText
from assistant.generation.language_model import LanguageModel, ModelError, ModelFailure
from assistant.generation.numbered_sources import NumberedSource, answer_sources, points_of, sources_of, summary_sources, without_markers
from assistant.generation.restated_figures import restated_figures
from assistant.generation.summaries import asks_for_summary, document_to_summarise
from assistant.generation.support import cited_passage, support_by
from assistant.generation.written_sentences import written_sentences
from assistant.notices import with_notices
from assistant.phrases import phrase
from assistant.privacy import mask_personal_numbers
from assistant.understanding.question import understand_question
from corpus.knowledge.knowledge_base import KnowledgeBase
from prompts import Prompt, render

_LANGUAGE = {"zh": "中文", "en": "英文（English）"}
_REWORDABLE = frozenset({"not_in_corpus", "no_such_indicator", "needs_clarification"})
"""Reasons for which a refusal may lie in the words of the question."""
REMEMBERED = 3
"""Exchanges before the question that a model is shown."""
LONGEST_QUESTION = 300
"""Characters beyond which a reworded question is none."""
_Failure = ModelFailure | Literal["unsupported"]
_WHY: Mapping[_Failure, str] = {
    "timeout": "model_timeout",
    "unreachable": "model_unreachable",
    "refused": "model_refused",
    "busy": "model_busy",
    "failed": "model_failed",
    "malformed": "model_malformed",
    "cut_off": "model_cut_off",
    "empty": "model_empty",
    "resting": "model_resting",
    "unsupported": "model_unsupported",
}
"""The phrase that says why a model's words were left out."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TITLE = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True, slots=True)
class _Task:
    """What a model is asked, the `sources` it may cite, the answer that its words are put into, and the one that is given if it fails."""

    prompt: Prompt
    sources: Sequence[NumberedSource]
    frame: Answer
    extract: Answer


class Writer:
    """Has `model` word answers from at most `evidence_tokens` of evidence, in at most `seconds` an answer. Safe to use from many threads."""

    def __init__(self, model: LanguageModel, *, seconds: float, evidence_tokens: int) -> None:
        self._model = model
        self._seconds = seconds
        self._evidence_tokens = evidence_tokens

    @property
    def model_name(self) -> str:
        """What the model is called."""
        return self._model.name

    def answer(self, asked: Asked, knowledge: KnowledgeBase, *, always: bool) -> Generator[AnswerEvent, None, Written]:
        """The answer, its sentences sent as each is checked; the extractive one, with a notice that says why, where the model fails.

        Facts that answer by themselves stay as they are unless the model is `always` to write. Two places that disagree, an answer to a part, and
        refusals are never reworded, but a question that was refused is asked again in other words.
        """
        begun = time.monotonic()
        deadline = begun + self._seconds
        written = Written(asked.extract)
        try:
            if asked.extract.reason in _REWORDABLE and not asks_for_summary(asked.question):
                written = Written(self._asked_again(asked, deadline))
            task = self._task(replace(asked, extract=written.answer), knowledge, always)
            if task is not None:
                written = yield from self._written(task, asked.as_of, knowledge, deadline)
        except ModelError as error:
            written = Written(_left_out(written.answer, error.failure))
        spent = {"model": round((time.monotonic() - begun) * 1000, 2)}
        return replace(written, answer=replace(written.answer, timings_ms={**written.answer.timings_ms, **spent}))

    def _asked_again(self, asked: Asked, deadline: float) -> Answer:
        """The answer to the question as the model words it, where that is answered and names nothing new; else the refusal."""
        history = asked.history[-REMEMBERED:]
        told = "\n".join(f"问：{turn.question}\n答：{without_markers(turn.answer.text)}" for turn in history)
        name = "translate_question" if is_english(asked.question) else "rewrite_question"
        prompt = render(name, history=told or "（无）", question=mask_personal_numbers(asked.question))
        reply = "".join(self._model.write(prompt, deadline)).strip()
        question = reply.splitlines()[0].strip("“”\"' 　") if reply else ""
        if not question or len(question) > LONGEST_QUESTION or _names_new_things(question, f"{told}\n{asked.question}"):
            return asked.extract
        answer = asked.again(question)
        if answer.status != "answered":
            return asked.extract
        language = asked.extract.language
        text = in_english(answer.text) if language == "en" and answer.language != "en" else answer.text
        notice = Notice("reworded", phrase("reworded", language, question=question))
        return replace(answer, text=text, language=language, notices=(notice, *answer.notices))

    def _task(self, asked: Asked, knowledge: KnowledgeBase, always: bool) -> _Task | None:
        """What the model is to write; None where the extract is the answer."""
        extract, language = asked.extract, _LANGUAGE[asked.extract.language]
        if extract.status not in ("answered", "not_found") or any(notice.kind == "conflict" for notice in extract.notices):
            return None
        understood = understand_question(extract.resolved_question, knowledge, asked.as_of)
        question = mask_personal_numbers(extract.resolved_question)
        document = document_to_summarise(understood, knowledge)
        if document is not None:
            sources = summary_sources(document, self._evidence_tokens)
            lines = "\n".join(source.line for source in sources)
            prompt = render("summarise", title=f"《{document.title}》", question=question, sources=lines, language=language)
            frame = replace(extract, status="answered", reason=None, text="", citations=(), facts=(), notices=(), suggestions=())
            return _Task(prompt, sources, frame, extract)
        if extract.status == "not_found" or (extract.facts and not always):
            return None
        sources = answer_sources(extract, Evidence(understood, knowledge, asked.as_of.year), self._evidence_tokens)
        lines, points = "\n".join(source.line for source in sources), points_of(extract, sources)
        day = asked.as_of.isoformat()
        prompt = render("answer", as_of=day, question=question, points=points, sources=lines, language=language)
        return _Task(prompt, sources, extract, extract)

    def _written(self, task: _Task, as_of: date, knowledge: KnowledgeBase, deadline: float) -> Generator[AnswerEvent, None, Written]:
        text = CheckedText(task.sources, task.frame, support_by(knowledge))
        yield Begun(task.frame.status, task.frame.reason)
        sent = ""
        try:
            for sentence in written_sentences(self._model.write(task.prompt, deadline)):
                if text.take(sentence):
                    whole = cite(Draft(tuple(text.statements), 1.0), knowledge)[0]
                    added = answer_sentences(whole.removeprefix(sent))
                    markers = dict.fromkeys(marker for one in added for marker in one.markers)
                    yield AnswerSentence("".join(one.text for one in added), tuple(markers))
                    sent = whole
                if text.is_full:
                    break
        except ModelError as error:
            return Written(_left_out(task.extract, error.failure), sent)
        if not text.written:
            return Written(_left_out(task.extract, "unsupported"), sent)
        text.complete()
        return Written(self._cited(text, task.frame, as_of, knowledge), sent)

    def _cited(self, text: CheckedText, extract: Answer, as_of: date, knowledge: KnowledgeBase) -> Answer:
        facts = (*_facts_of(extract), *_restated(text.statements, knowledge))
        draft = with_notices(Draft(tuple(text.statements), 1.0, extract.status, facts=facts), knowledge, as_of, extract.language)
        words, citations, cited_facts, notices = cite(draft, knowledge)
        proved = tuple(fact for fact in cited_facts if fact.get("markers") or fact.get("derived_from"))
        kept = tuple(notice for notice in extract.notices if notice.kind == "reworded")
        return replace(extract, text=words, citations=citations, facts=proved, notices=(*kept, *notices), answered_by=self._model.name)


def _facts_of(extract: Answer) -> Iterator[DraftFact]:
    for fact in extract.facts:
        values = {name: value for name, value in fact.items() if name not in ("markers", "derived_from")}
        yield DraftFact(values, sources_of((*fact.get("markers", ()), *fact.get("derived_from", ())), extract))


def _restated(statements: Iterable[Statement], knowledge: KnowledgeBase) -> Iterator[DraftFact]:
    """What the statements write otherwise than their sources, so that a reader finds it there."""
    for statement in statements:
        passages = [cited_passage(source, knowledge) for source in statement.sources]
        for value, expression in restated_figures(statement.text, passages):
            yield DraftFact({"kind": "derived", "value": value, "expression": expression}, statement.sources)


def _names_new_things(question: str, said: str) -> bool:
    """Whether `question` holds a number or a title that `said` does not: it would ask of something else."""
    numbers, titles = set(_NUMBER.findall(said)), set(_TITLE.findall(said))
    return not (numbers.issuperset(_NUMBER.findall(question)) and titles.issuperset(_TITLE.findall(question)))


def _left_out(answer: Answer, failure: _Failure) -> Answer:
    """`answer`, which no model worded, with a notice that says why."""
    why = phrase(_WHY[failure], answer.language)
    name = "model_left_out" if answer.status in ("answered", "partial") else "model_no_help"
    return replace(answer, notices=(*answer.notices, Notice("model", phrase(name, answer.language, why=why))))
