"""An assistant that runs as a server, asked as a model of the OpenAI protocol. The only module that knows the openai client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.exports.chat_message import answer_in
from corpus.errors import AssistantError
from eval.errors import UnreachableError
from eval.remote import TIMEOUT_SECONDS, RemoteAssistant, open_remote, wait_as_told
from eval.reply import Reply, read_reply

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types.chat import ChatCompletionMessageParam

EXTENSION = "city_assistant"
_ANY_KEY = "none is needed"


class RemoteModel:
    """Sends each turn with all messages before it, as chat programs do, and grades what they would show.

    The text of a reply is the message up to its sources; status, citations and notices are read from the answer sent beside it. Documents
    are had from `server`.
    """

    def __init__(self, client: OpenAI, model: str, server: RemoteAssistant) -> None:
        self._client = client
        self._model = model
        self._server = server
        self._said: dict[str | None, list[ChatCompletionMessageParam]] = {}
        """The messages of the conversation under way, by the id of its last reply."""

    def ask(self, question: str, conversation_id: str | None, as_of: date) -> Reply:
        """The reply to one turn. Raises AssistantError with the server's own message where it refuses."""
        asked: ChatCompletionMessageParam = {"role": "user", "content": question}
        messages = [*(self._said.get(conversation_id, []) if conversation_id else []), asked]
        content, answer = self._complete(messages, as_of)
        reply = read_reply({**answer, "answer": answer_in(content)})
        self._said = {reply.conversation_id: [*messages, {"role": "assistant", "content": content}]}
        return reply

    def document_text(self, document_id: str) -> str:
        """The canonical text of a document. Raises AssistantError."""
        return self._server.document_text(document_id)

    def check(self) -> None:
        """Raises UnreachableError when the server does not offer the model."""
        from openai import OpenAIError

        try:
            self._client.models.retrieve(self._model)
        except OpenAIError as error:
            message = f"The model {self._model} cannot be asked at {self._client.base_url} ({error}). Mend --model or --url."
            raise UnreachableError(message) from error

    def _complete(self, messages: list[ChatCompletionMessageParam], as_of: date) -> tuple[str, dict[str, Any]]:
        """The message sent and the answer beside it."""
        from openai import OpenAIError, RateLimitError

        try:
            completion = self._client.chat.completions.create(model=self._model, messages=messages, extra_body={"as_of": as_of.isoformat()})
            content, answer = completion.choices[0].message.content, (completion.model_extra or {}).get(EXTENSION)
        except RateLimitError as refused:
            wait_as_told(refused.response.headers)
            return self._complete(messages, as_of)
        except (OpenAIError, AttributeError, IndexError, TypeError, ValueError) as error:
            raise AssistantError(f"{type(error).__name__}: {error}") from error
        if content is None or not isinstance(answer, dict):
            raise AssistantError(f"The reply has no message or no {EXTENSION} beside it; only this assistant can be graded so.")
        return content, answer


@contextmanager
def open_remote_model(url: str, model: str) -> Iterator[RemoteModel]:
    """Connect to `model` of the server at `url`. Raises UnreachableError when nothing listens there or it has no such model."""
    from openai import OpenAI

    base = f"{url.rstrip('/')}/v1"
    with open_remote(url) as server, OpenAI(base_url=base, api_key=_ANY_KEY, timeout=TIMEOUT_SECONDS, max_retries=0) as client:
        assistant = RemoteModel(client, model, server)
        assistant.check()
        yield assistant
