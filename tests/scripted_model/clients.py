"""Clients of the scripted model for its own tests: OpenAI's, LangChain's, and none at all."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import openai
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from tests.scripted_model import MODEL, ScriptedModel

PATIENT, BRIEF = 30.0, 1.0


@contextmanager
def sdk(model: ScriptedModel, timeout: float = PATIENT) -> Iterator[openai.OpenAI]:
    """OpenAI's own client, which knows no proxy and tries once."""
    http_client = openai.DefaultHttpxClient(trust_env=False)
    with openai.OpenAI(base_url=model.base_url, api_key="key", max_retries=0, timeout=timeout, http_client=http_client) as client:
        yield client


@contextmanager
def chat(model: ScriptedModel, timeout: float = PATIENT, **more: Any) -> Iterator[ChatOpenAI]:
    """LangChain's client of the same kind."""
    with openai.DefaultHttpxClient(trust_env=False) as http_client:
        yield ChatOpenAI(
            base_url=model.base_url, api_key=SecretStr("key"), model=MODEL, max_retries=0, timeout=timeout, http_client=http_client, **more
        )


def post(model: ScriptedModel, path: str, body: object) -> tuple[int, str, str]:
    """Status, content type and body of the response to `body`, without a client of the protocol."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(model.base_url + path, content), timeout=PATIENT) as response:
            return response.status, response.headers["Content-Type"], response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def ask(text: str, stream: bool = False, **more: object) -> dict[str, object]:
    return {"model": MODEL, "messages": [{"role": "user", "content": text}], "stream": stream, **more}


def eventually(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENT
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    return holds()
