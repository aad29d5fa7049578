"""From a read month to its draft: the gap questions, the start, and the page that waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from drafter.figures.report import Report
from drafter.web.context import drafter_of, reader_of, runs_of, see_other
from drafter.web.errors import problem_text
from drafter.web.forms import Form, posted_form
from drafter.web.month_reading import MonthReader, ReadMonth
from drafter.web.problems import Problem
from drafter.web.rendering import page, texts_of
from drafter.web.running import Run, Runs
from drafter.web.texts import Texts
from drafter.wiring import Drafter
from drafter.workflows.draftable import require_draftable
from drafter.workflows.progress import OnProgress
from drafter.writing.gap_question import GapQuestion

router = APIRouter()

# The built-in writer is done by then; a model is not, and its page shows the progress.
QUICK_SECONDS = 0.8
POLL_SECONDS = 0.15


@router.get("/months/{key}/questions")
def questions(
    request: Request,
    key: str,
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
) -> Response:
    """What the manager is asked before the draft is written; every answer may be left out."""
    month = read(drafter.store.intake(key))
    require_draftable(month.report)
    return page(
        request,
        "questions.html",
        intake=month.intake,
        report=month.report,
        questions=asked_of(month.report, texts_of(request)),
    )


@router.post("/months/{key}/questions")
def answer_questions(
    key: str,
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
    runs: Annotated[Runs, Depends(runs_of)],
) -> Response:
    """Keep the answers, then write."""
    intake = drafter.store.intake(key)
    answers = {**intake.gap_answers, **form.prefixed("gap.")}
    intake = replace(intake, gap_answers=answers, updated_at=datetime.now(UTC))
    drafter.store.save_intake(intake)
    if form["switch_language"]:
        return see_other(f"/months/{key}/questions", lang=form["switch_language"])
    return begin_writing(drafter, runs, read(intake))


@router.post("/months/{key}/write")
def write_again(
    key: str,
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
    runs: Annotated[Runs, Depends(runs_of)],
) -> Response:
    """Start once more, after a failure or a restart."""
    return begin_writing(drafter, runs, read(drafter.store.intake(key)))


def asked_of(report: Report, texts: Texts) -> tuple[GapQuestion, ...]:
    """What the manager is asked of a report before it is drafted, in the page's language."""
    # Loaded when first needed: the server starts without it.
    from drafter.writing.catalogue import build_catalogue
    from drafter.writing.gaps import gap_questions

    return gap_questions(build_catalogue(report), texts.language)


def begin_writing(drafter: Drafter, runs: Runs, month: ReadMonth) -> Response:
    """Start the draft and go to it, or to the page that waits for it."""
    require_draftable(month.report)
    run = runs.start(month.intake.id, lambda heard: _write(drafter, month, heard))
    run.ended.wait(QUICK_SECONDS)
    if run.draft_id:
        return see_other(f"/drafts/{run.draft_id}")
    return see_other(f"/months/{run.key}/progress")


def _write(drafter: Drafter, month: ReadMonth, heard: OnProgress) -> str:
    from drafter.writing.gaps import with_gap_answers

    intake = month.intake
    answered = {key: text for key, text in intake.gap_answers.items() if text.strip()}
    report = with_gap_answers(month.report, answered)
    stored = drafter.keep_report(report, imported=month.imported)
    draft = drafter.write_draft(stored.id, on_progress=heard)
    drafter.store.save_intake(replace(intake, draft_id=draft.id, updated_at=datetime.now(UTC)))
    return draft.id


@router.get("/months/{key}/progress")
def progress(
    request: Request,
    key: str,
    drafter: Annotated[Drafter, Depends(drafter_of)],
    runs: Annotated[Runs, Depends(runs_of)],
) -> Response:
    """How far the draft is; reloads itself without JavaScript, follows the events with it."""
    intake, run = drafter.store.intake(key), runs.get(key)
    if run is not None and run.draft_id:
        return see_other(f"/drafts/{run.draft_id}")
    if run is None and intake.draft_id:
        return see_other(f"/drafts/{intake.draft_id}")
    texts = texts_of(request)
    failure = run.failure if run is not None else None
    return page(
        request,
        "progress.html",
        intake=intake,
        waiting=run is not None and failure is None,
        state=_state(run, texts) if run is not None else None,
        failure=_failure_text(failure, texts) if failure else "",
    )


@router.get("/months/{key}/events", response_class=EventSourceResponse)
async def events(request: Request, key: str) -> AsyncIterator[ServerSentEvent]:
    """The run's state whenever it changes, then `done` or `failed`, which ends the stream.

    Each event is the whole state, so a reader that reconnects has missed nothing.
    """
    run, texts, told = runs_of(request).get(key), texts_of(request), -1
    while run is not None and not run.ended.is_set():
        if run.changes != told:
            told = run.changes
            yield ServerSentEvent(data=_state(run, texts), event="progress", id=str(told))
        await asyncio.sleep(POLL_SECONDS)
    ending = {"draft": run.draft_id} if run is not None and run.draft_id else {}
    yield ServerSentEvent(data=ending, event="done" if ending else "failed")


def _failure_text(failure: Problem, texts: Texts) -> str:
    title, detail = texts.named("problem_title", failure.name), problem_text(texts, failure)
    return f"{title}: {detail}" if detail else title


def _state(run: Run, texts: Texts) -> dict[str, Any]:
    """What the page says of a run: a line, and how many of the sections are finished."""
    heard = run.progress
    if heard is None:
        return {"line": texts("progress.step.waiting"), "done": 0, "total": 6}
    section = texts.named("section", heard.section.value) if heard.section else ""
    line = texts(f"progress.step.{heard.step.value}", section=section)
    return {"line": line, "done": heard.done, "total": heard.total}
