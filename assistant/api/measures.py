"""What operators watch, in numbers: the only place that knows prometheus_client.

All of it is counted for one process since its start; whoever collects from several tells them apart by their address and adds them up.
No label holds anything that a reader typed or that names a document, a conversation or a key.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, Request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from assistant.answer import Answer
from assistant.store.ingest_jobs import IngestJob

MEDIA_TYPE = CONTENT_TYPE_LATEST
PREFIX = "city_assistant"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""From a list read from memory to the longest wait for a language model that the settings suggest."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Measures:
    """Counts of one application. Safe to use from many threads."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._questions = Counter(
            f"{PREFIX}_questions", "Questions answered.", ("status", "answered_by", "language"), registry=self._registry
        )
        self._asking = Histogram(
            f"{PREFIX}_question_seconds", "From a question to its whole answer.", registry=self._registry, buckets=_SECONDS
        )
        self._model_failures = Counter(
            f"{PREFIX}_model_failures", "Answers that went out without the words of a language model that failed.", registry=self._registry
        )
        self._responses = Counter(f"{PREFIX}_http_responses", "Responses sent.", ("method", "route", "status"), registry=self._registry)
        self._responding = Histogram(
            f"{PREFIX}_http_seconds", "From a request to the end of its response.", ("route",), registry=self._registry, buckets=_SECONDS
        )
        self._database_failures = Counter(f"{PREFIX}_database_failures", "Requests that the app database failed.", registry=self._registry)
        self._ready = Gauge(f"{PREFIX}_knowledge_ready", "1 where questions can be answered, else 0.", registry=self._registry)
        self._documents = Gauge(f"{PREFIX}_documents", "Public documents that are answered from.", registry=self._registry)
        self._created = Gauge(
            f"{PREFIX}_knowledge_created_timestamp_seconds",
            "When what is answered from was made of the documents.",
            registry=self._registry,
        )
        self._ingest_ended = Gauge(
            f"{PREFIX}_last_ingest_timestamp_seconds",
            "When the last ingest of the admin page ended; 0 before the first.",
            registry=self._registry,
        )
        self._ingest_succeeded = Gauge(
            f"{PREFIX}_last_ingest_succeeded", "1 where it published or found nothing changed, 0 where it failed.", registry=self._registry
        )

    def answered(self, answer: Answer) -> Answer:
        """Count an answer that goes out, and give it on."""
        self._questions.labels(answer.status, answer.answered_by, answer.language).inc()
        if "total" in answer.timings_ms:
            self._asking.observe(answer.timings_ms["total"] / 1000)
        if any(notice.kind == "model" for notice in answer.notices):
            self._model_failures.inc()
        return answer

    def responded(self, method: str, route: str, status: str, seconds: float) -> None:
        """Count a response; `route` is the template that the request fits, so that no address of its own makes a label."""
        self._responses.labels(method if method in _METHODS else "other", route, status).inc()
        self._responding.labels(route).observe(seconds)

    def database_failed(self) -> None:
        """Count a request that the app database failed."""
        self._database_failures.inc()

    def page(self, build: Mapping[str, Any] | None = None, last_ingest: IngestJob | None = None) -> bytes:
        """Everything counted, what build.json says of the knowledge in use and how the last ingest ended, where there are any, in the text form of
        Prometheus."""
        self._ready.set(build is not None)
        self._documents.set(build["counts"]["documents"] if build else 0)
        self._created.set(datetime.fromisoformat(build["created_at"]).timestamp() if build else 0)
        ended = last_ingest.ended_at if last_ingest else None
        self._ingest_ended.set(ended.replace(tzinfo=UTC).timestamp() if ended else 0)
        self._ingest_succeeded.set(last_ingest is not None and last_ingest.state == "done")
        return generate_latest(self._registry)


async def _measures_of(request: Request) -> Measures:
    measures = request.app.state.measures
    assert isinstance(measures, Measures)
    return measures


CurrentMeasures = Annotated[Measures, Depends(_measures_of)]
