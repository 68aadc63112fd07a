"""Documents named are found by title, number and what they serve."""

import pytest
from fastapi.testclient import TestClient

from tests.assistant.api.test_lists import listed


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"title": "港口"}, ["国家智慧港口建设指南", "岚江市港口条例"]),
        ({"number": "〔2024〕31号"}, ["国家智慧港口建设指南"]),
        ({"role": "根据"}, ["中华人民共和国森林法"]),
        ({"role": "政策保障", "title": "条例"}, ["岚江市港口条例"]),
        ({"issued_by": "国务院"}, []),
    ],
)
def test_filters_narrow(fact_client: TestClient, asked: dict[str, str], titles: list[str]) -> None:
    assert [item["title"] for item in listed(fact_client, "policies", **asked)["items"]] == titles
