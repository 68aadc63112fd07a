"""POST /v1/chat/completions: the assistant as a model of the OpenAI protocol, whole or as a stream."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import time
from typing import Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event

from assistant.answer import Answer
from assistant.api.allowances import spend
from assistant.api.ask_stream import MEDIA_TYPE, UNBUFFERED
from assistant.api.callers import CurrentCaller
from assistant.api.chat_request import AskedQuestion, ChatRequest, asked_question
from assistant.api.measures import CurrentMeasures
from assistant.api.models import mode_of_model
from assistant.api.sessions import CurrentSession
from assistant.bodies import AnswerBody, Body, answer_body
from assistant.exports.chat_message import answer_in, message_pieces
from assistant.session import REMEMBERED_TURNS

router = APIRouter()

_MARKER = re.compile(r"\[(\d+)\]")


class UrlCitation(Body):
    """Where the message names a source, from `start_index` up to `end_index` (code points), and the page that shows its words."""

    start_index: int
    end_index: int
    title: str
    url: str


class AnnotationBody(Body):
    """A marker of the answer, as the protocol tells of sources."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class MessageBody(Body):
    """The answer with its sources below it."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: list[AnnotationBody]


class ChoiceBody(Body):
    """The one answer."""

    index: int = 0
    message: MessageBody
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class UsageBody(Body):
    """How much was read and written, in tokens as assistant.generation.token_count counts them."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletionBody(Body):
    """A whole answer in the form of the protocol; `city_assistant` is the same as /api/ask gives it."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str
    system_fingerprint: str
    choices: list[ChoiceBody]
    usage: UsageBody
    city_assistant: AnswerBody


@router.post("/v1/chat/completions", response_model=ChatCompletionBody, responses={200: {"content": {MEDIA_TYPE: {}}}})
def complete_chat(
    body: ChatRequest, request: Request, session: CurrentSession, caller: CurrentCaller, measures: CurrentMeasures
) -> ChatCompletionBody | StreamingResponse:
    """Answer the last message of the user and store the exchange; what is wrong is said by the status, before a stream begins."""
    mode, asked = mode_of_model(body.model, session), asked_question(body.messages)
    if body.conversation_id is not None:
        asked = replace(asked, earlier=())
    spend(request, "question", caller, cost=1 + min(len(asked.earlier), REMEMBERED_TURNS))
    answer = session.ask(asked.question, conversation_id=body.conversation_id, mode=mode, as_of=body.as_of, earlier=asked.earlier)
    pieces = message_pieces(measures.answered(answer))
    content = "".join(pieces)
    completion = ChatCompletionBody(
        id=f"chatcmpl-{answer.answer_id}",
        created=int(time()),
        model=body.model,
        system_fingerprint=answer.generation,
        choices=[ChoiceBody(message=MessageBody(content=content, annotations=_annotations(content, answer, str(request.base_url))))],
        usage=_usage(asked, content),
        city_assistant=answer_body(answer),
    )
    if not body.stream:
        return completion
    return StreamingResponse(_events(completion, pieces, with_usage=body.with_usage), media_type=MEDIA_TYPE, headers=UNBUFFERED)


def _annotations(content: str, answer: Answer, home: str) -> list[AnnotationBody]:
    """One for each marker of the answer; `home` is the address of the start page."""
    cited = {citation.marker: citation for citation in answer.citations}
    annotations = []
    for found in _MARKER.finditer(answer_in(content)):
        if citation := cited.get(int(found[1])):
            place = {"id": citation.document_id, "start": citation.start, "end": citation.end, "version": citation.document_version}
            at = UrlCitation(
                start_index=found.start(), end_index=found.end(), title=citation.document_title, url=f"{home}document?{urlencode(place)}"
            )
            annotations.append(AnnotationBody(url_citation=at))
    return annotations


def _usage(asked: AskedQuestion, content: str) -> UsageBody:
    """Tokens of the questions read and of the message written; what a language model was sent and said is its server's to count."""
    from assistant.generation.token_count import count_tokens

    read, written = sum(map(count_tokens, (asked.question, *asked.earlier))), count_tokens(content)
    return UsageBody(prompt_tokens=read, completion_tokens=written, total_tokens=read + written)


def _events(completion: ChatCompletionBody, pieces: Sequence[str], *, with_usage: bool) -> Iterator[bytes]:
    """The chunks of the protocol: the role, each piece, the end with annotations and the whole answer, and the usage where it is asked for."""
    said = completion.model_dump(mode="json")
    head: dict[str, Any] = {name: said[name] for name in ("id", "created", "model", "system_fingerprint")}
    head = {**head, "object": "chat.completion.chunk", **({"usage": None} if with_usage else {})}
    yield _chunk(head, {"role": "assistant", "content": ""})
    for piece in pieces:
        yield _chunk(head, {"content": piece})
    end = {"annotations": said["choices"][0]["message"]["annotations"]}
    yield _chunk({**head, "city_assistant": said["city_assistant"]}, end, "stop")
    if with_usage:
        yield _event({**head, "choices": [], "usage": said["usage"]})
    yield format_sse_event(data_str="[DONE]")


def _chunk(head: dict[str, Any], delta: dict[str, Any], finish_reason: str | None = None) -> bytes:
    return _event({**head, "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}]})


def _event(data: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(data, ensure_ascii=False))
