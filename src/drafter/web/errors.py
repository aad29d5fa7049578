"""Errors to answers: a page for people, a problem document for programs, from the same problem."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from drafter.errors import DrafterError, FieldFault
from drafter.figures.report import LanguageCode
from drafter.languages.unreadable_words import unreadable_words
from drafter.web.problems import UNREADABLE_FILE, Problem, problem_of, problem_response, trace_of
from drafter.web.rendering import page, texts_of
from drafter.web.texts import Texts

_log = logging.getLogger(__name__)

_HTTP_NAMES = {404: "not-found", 405: "not-allowed", 413: "too-large"}


def install_error_answers(app: FastAPI) -> None:
    """Every error of this application is answered here, whoever raised it."""

    @app.exception_handler(DrafterError)
    def of_ours(request: Request, error: DrafterError) -> Response:
        return error_answer(request, error)

    @app.exception_handler(HTTPException)
    def of_the_framework(request: Request, error: HTTPException) -> Response:
        name = _HTTP_NAMES.get(error.status_code, "http")
        problem = Problem(error.status_code, name, str(error.detail), str(error.detail))
        answer = _answer(request, problem)
        for header, value in (error.headers or {}).items():
            answer.headers[header] = value
        return answer

    @app.exception_handler(RequestValidationError)
    def of_parameters(request: Request, error: RequestValidationError) -> Response:
        faults = tuple(
            FieldFault(".".join(str(part) for part in item["loc"]), item["msg"])
            for item in error.errors()
        )
        title = "The request cannot be read"
        return _answer(request, Problem(422, "malformed-body", title, title, faults))


def error_answer(request: Request, error: DrafterError) -> Response:
    """The answer to an error of ours, in the form that this request's sender reads."""
    return _answer(request, problem_of(error))


def failure_answer(request: Request, error: Exception) -> Response:
    """The answer when the program itself is broken: 500, the fault in the log only."""
    _log.error("%s %s failed: %s", request.method, request.url.path, trace_of(error))
    title = "Something went wrong"
    detail = "The fault is the program's; nothing was stored by half."
    return _answer(request, Problem(500, "internal", title, detail))


def _answer(request: Request, problem: Problem) -> Response:
    if request.url.path.startswith("/api/"):
        return problem_response(problem, request.url.path)
    texts = texts_of(request)
    answer = page(
        request,
        "error.html",
        problem.status,
        texts=texts,
        title=texts.named("problem_title", problem.name),
        detail=problem_text(texts, problem),
        faults=problem.faults,
        typed=_typed(request, texts),
    )
    if problem.retry_after:
        answer.headers["retry-after"] = str(problem.retry_after)
    return answer


def problem_text(texts: Texts, problem: Problem) -> str:
    """The detail in the reader's language, made of what the error knew; else as the error says."""
    key = f"problem_detail.{problem.name}"
    if key not in texts.entries:
        return problem.detail
    try:
        return texts(key, **_values_in(texts.language, problem))
    except (KeyError, IndexError):
        return problem.detail


def _values_in(language: LanguageCode | None, problem: Problem) -> Mapping[str, object]:
    """What the error knew, the reason of an unreadable file in the reader's language."""
    kind = problem.values.get("kind")
    if problem.name != UNREADABLE_FILE or language is None or not kind:
        return problem.values
    values = cast("Mapping[str, str]", problem.values["values"])
    reason, way_out = unreadable_words(language, str(kind), values)
    return {**problem.values, "reason": reason, "way_out": way_out}


def _typed(request: Request, texts: Texts) -> list[tuple[str, str]]:
    """What the failed form held, each under its name: nothing typed is ever lost."""
    fields: Mapping[str, str] = getattr(request.state, "typed", {})
    named = {name: texts.named("field", name.split(".")[0]) for name in fields}
    return [
        (named[name], text)
        for name, text in fields.items()
        if text.strip() and named[name] != name.split(".")[0]
    ]
