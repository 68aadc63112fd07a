"""The small city, for the examples of the documentation."""

from tests.assistant import conftest

city = conftest.city
