"""What may not reach the public, looked for in whatever the product sends, and two servers that must not be told apart."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote, unquote_plus
from zipfile import BadZipFile, ZipFile

from fastapi.testclient import TestClient
from httpx import Response

from tests.leaks.city import CANARIES

_CHANGING = re.compile(
    r'"(?:answer_id|conversation_id|feedback_id|generation|id|system_fingerprint|asked_at|created_at|updated_at)":\s?"[^"]*"|"created":\s?\d+|"timings_ms":\s?\{[^}]*\}'
)
_GENERATION = re.compile(r"\d{6}-\d{8}T\d{6}Z")


def texts_of(content: bytes) -> str:
    """Whatever can be read in `content`: itself, the files in it where it is an archive, and what escapes stand for."""
    parts = [content]
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = [part for name in archive.namelist() for part in (name.encode(), archive.read(name))]
    except BadZipFile:
        pass
    text = "\n".join(part.decode("utf-8", "replace") for part in parts)
    escaped = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text, flags=re.IGNORECASE)
    return "\n".join((text, escaped, unquote_plus(text)))


def canaries_in(text: str) -> list[str]:
    """The canaries that `text` holds, spaces, separators of thousands and scores of passages aside."""
    plain = re.sub(r"[\s,，]", "", re.sub(r"0\.\d{6,}", "", text))
    return [canary for canary in CANARIES if canary in plain]


def leaked(response: Response) -> list[str]:
    """The canaries in a response, its headers included."""
    headers = unquote(" ".join(f"{name}: {value}" for name, value in response.headers.items()))
    return canaries_in(f"{headers}\n{texts_of(response.content)}")


@dataclass(frozen=True, slots=True)
class Twins:
    """Clients of two servers: one whose corpus has internal documents besides, one that never heard of them."""

    knowing: TestClient
    ignorant: TestClient

    def alike(self, method: str, path: str, names: bool = False, **request: Any) -> Response:
        """Have both answer a request of the public; fails where what they send differs, or holds a canary that the request does not name."""
        one, other = (client.request(method, path, **request) for client in (self.knowing, self.ignorant))
        assert (one.status_code, comparable(one)) == (other.status_code, comparable(other)), (method, path, request)
        assert names or leaked(one) == [], (method, path, request)
        return one


def comparable(response: Response) -> tuple[Mapping[str, str], str]:
    """A response without what differs each time: ids made at random, times, and the name of the generation."""
    headers = {name: _GENERATION.sub("", value) for name, value in response.headers.items() if name != "content-length"}
    content = response.content
    if content[:2] == b"PK":
        with ZipFile(BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in sorted(archive.namelist()) if not name.startswith("docProps"))
    return headers, _CHANGING.sub("", content.decode("utf-8", "replace"))


def in_json(value: Any) -> list[str]:
    """The canaries in what a tool or a retriever gives."""
    return canaries_in(json.dumps(value, ensure_ascii=False, default=str))


def leaked_in(body: object) -> list[str]:
    return canaries_in(json.dumps(body, ensure_ascii=False))
