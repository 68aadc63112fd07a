"""What browsers tell of where a request comes from."""

import pytest
from starlette.requests import HTTPConnection

from assistant.api.own_origin import is_of_own_origin


def _connection(**headers: str) -> HTTPConnection:
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return HTTPConnection({"type": "http", "headers": raw})


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"sec_fetch_site": "same-site"}, False),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "something new"}, False),
        ({"sec_fetch_site": "cross-site", "origin": "https://a.example", "host": "a.example"}, False),
        ({"sec_fetch_site": "same-origin", "origin": "https://other.example", "host": "a.example"}, True),
        ({"origin": "https://a.example", "host": "a.example"}, True),
        ({"origin": "http://A.example:8000", "host": "a.example:8000"}, True),
        ({"origin": "http://a.example:8001", "host": "a.example:8000"}, False),
        ({"origin": "https://a.example.evil.example", "host": "a.example"}, False),
        ({"origin": "https://evil.example", "host": "a.example"}, False),
        ({"origin": "null", "host": "a.example"}, False),
        ({"origin": "null", "host": ""}, False),
        ({"origin": "http://[", "host": "a.example"}, False),
        ({"origin": "https://a.example"}, False),
        ({"host": "a.example"}, None),
        ({}, None),
    ],
)
def test_where_a_request_comes_from(headers: dict[str, str], own: bool | None) -> None:
    assert is_of_own_origin(_connection(**headers)) is own
