"""The application: every resource of the HTTP contract and the chat page, answering from one session."""

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from assistant.access.allowance import Allowance
from assistant.api import (
    answers,
    ask,
    ask_stream,
    chat_completions,
    conflicts,
    conversations,
    documents,
    feedback,
    health,
    metrics,
    models,
    pages,
    policies,
    responsibilities,
    scenarios,
    search,
    site,
    suggestions,
    target_series,
    targets,
    units,
)
from assistant.api.admin import audit, corrections, drafts, facts, files, generations, ingests, previews, questions, sign_in
from assistant.api.admin.room import Room
from assistant.api.allowances import takes
from assistant.api.body_limit import BodyLimit
from assistant.api.failures import FAILURES, add_failure_handlers
from assistant.api.headers import SafeHeaders
from assistant.api.measured import Measured
from assistant.api.measures import Measures
from assistant.api.openai_failures import OPENAI_FAILURES
from assistant.api.sub_path import SubPath
from assistant.session import Session

ASKING = (ask, ask_stream)
"""Each request takes a question of the caller's allowance; chat_completions counts the questions that it answers."""
LOOKING = (
    *(search, documents, responsibilities, targets, target_series, scenarios, policies, conflicts, units),
    *(conversations, answers, feedback, suggestions),
)
"""Each request takes a look-up."""
COUNTING_NONE = (chat_completions, models, site, health, metrics, pages)
ADMIN = (sign_in, files, drafts, previews, ingests, generations, facts, corrections, questions, audit)
"""Each request is of somebody who is known, or wants to be; only files that are handed in and tries to sign in are counted."""
RESOURCES = (*ASKING, *LOOKING, *COUNTING_NONE, *ADMIN)
OF_OPENAI = (models, chat_completions)
"""Those of the OpenAI protocol, which has a form of its own for failures."""


def create_app(session: Session) -> FastAPI:
    """The application that answers from `session`, which stays the caller's to close."""
    app = FastAPI(
        title="City knowledge assistant",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.session = session
    app.state.measures = Measures()
    app.state.allowance = Allowance(session.settings.questions_per_minute)
    app.state.room = Room()
    for resources, costs in ((ASKING, [takes("question")]), (LOOKING, [takes("lookup")]), ((*COUNTING_NONE, *ADMIN), [])):
        for resource in resources:
            failures = OPENAI_FAILURES if resource in OF_OPENAI else FAILURES
            app.include_router(resource.router, dependencies=costs, responses=failures)
    app.mount("/static", pages.PageFiles(directory=pages.WEB_FOLDER))
    add_failure_handlers(app)
    app.add_middleware(BodyLimit, root_path=session.settings.root_path, upload_mb=session.settings.max_upload_mb)
    if session.settings.origins_of_widget:
        app.add_middleware(
            CORSMiddleware, allow_origins=session.settings.origins_of_widget, allow_methods=("GET", "POST"), allow_headers=("Content-Type",)
        )
    app.add_middleware(SafeHeaders)
    app.add_middleware(Measured, measures=app.state.measures)
    app.add_middleware(SubPath, root_path=session.settings.root_path)
    return app
