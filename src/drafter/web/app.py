"""The web application: pages for people, the API for programs, one way of answering errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware import Middleware

from drafter.web.api import checks, described, imports, schemas
from drafter.web.api import drafts as api_drafts
from drafter.web.assets import KeptFiles
from drafter.web.errors import install_error_answers
from drafter.web.month_reading import MonthReader
from drafter.web.pages import corrections, draft, entry, preview, start, writing
from drafter.web.running import Runs
from drafter.web.security import FailureAnswers, PageSecurity, RequestLimits
from drafter.wiring import Drafter, build

API = "/api/v1"


def create_app(wiring: Drafter, *, hosts: tuple[str, ...] = ()) -> FastAPI:
    """The application over ready wiring; nothing is opened or loaded until a request asks.

    `hosts` are the host names it answers to besides `localhost` and addresses.
    """
    app = FastAPI(
        title="drafter",
        version=version("drafter"),
        description=described.DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        openapi_tags=described.TAGS,
        middleware=[
            Middleware(PageSecurity),
            Middleware(RequestLimits, hosts=hosts),
            Middleware(FailureAnswers),
        ],
        lifespan=_lifespan,
    )
    app.state.drafter = wiring
    app.state.reader = MonthReader(wiring)
    app.state.runs = Runs()
    for pages in (start, entry, preview, writing, draft, corrections):
        app.include_router(pages.router, include_in_schema=False)
    for door in (api_drafts, checks, imports, schemas):
        app.include_router(door.router, prefix=API)
    static = resources.files("drafter.web") / "static"
    app.mount("/static", KeptFiles(directory=str(static)), name="static")
    install_error_answers(app)
    return app


def served() -> FastAPI:
    """The application as `drafter serve` runs it: settings from the environment."""
    wiring = build()
    return create_app(wiring, hosts=wiring.settings.hosts)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.runs.close()
