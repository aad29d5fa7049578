"""What was understood of a month: every value with its unit, problems, questions, encodings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from drafter.errors import InvalidReport, UnreadableFile, WrongMonth
from drafter.figures.period import Period
from drafter.ports import Intake
from drafter.web.context import drafter_of, reader_of, runs_of, see_other
from drafter.web.errors import problem_text
from drafter.web.figure_table import figure_table
from drafter.web.forms import Form, posted_form
from drafter.web.month_entry import is_text, with_encodings
from drafter.web.month_reading import MonthReader, ReadMonth, lacking, unread_month
from drafter.web.pages.writing import asked_of, begin_writing
from drafter.web.problems import problem_of
from drafter.web.rendering import page, texts_of
from drafter.web.running import Runs
from drafter.wiring import Drafter

router = APIRouter()

MONTH_QUESTION = "period"

# What people's CSV files come in; the empty choice detects.
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "cp1252")


@router.get("/months/{key}")
def preview(
    request: Request,
    key: str,
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
) -> Response:
    """The month as read, with the questions that reading it raised."""
    month, fault = _read_or_fault(request, read, drafter.store.intake(key))
    return _preview_page(request, month, fault)


@router.post("/months/{key}")
def answer(
    request: Request,
    key: str,
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
    runs: Annotated[Runs, Depends(runs_of)],
) -> Response:
    """Keep answers, month and encodings; then read again, or go on to what is still missing."""
    intake = _answered(drafter.store.intake(key), form)
    drafter.store.save_intake(intake)
    if form["switch_language"]:
        return see_other(f"/months/{key}", lang=form["switch_language"])
    if form["action"] != "continue":
        return see_other(f"/months/{key}")
    month, fault = _read_or_fault(request, read, intake)
    if fault:
        return _preview_page(request, month, fault)
    lack = lacking(month.report)
    if lack:
        field = "month" if month.report.period is None else "figures-title"
        return _preview_page(request, month, texts_of(request)(lack), field)
    if intake.fields.get("corrects"):
        return _correct(request, drafter, month)
    if asked_of(month.report, texts_of(request)):
        return see_other(f"/months/{key}/questions")
    return begin_writing(drafter, runs, month)


def _answered(intake: Intake, form: Form) -> Intake:
    chosen, written = form.prefixed("answer."), form.prefixed("other.")
    given = {key: (written.get(key) or text).strip() for key, text in (written | chosen).items()}
    answers = {**intake.answers, **given}
    fields = dict(intake.fields)
    if "month" in form and _is_month(form["month"]):
        fields["month"] = form["month"].strip()
    return replace(
        with_encodings(intake, form.prefixed("encoding.")),
        fields=fields,
        answers={key: text for key, text in answers.items() if text},
        updated_at=datetime.now(UTC),
    )


def _is_month(text: str) -> bool:
    try:
        Period.parse(text.strip())
    except ValueError:
        return False
    return True


def _correct(request: Request, drafter: Drafter, month: ReadMonth) -> Response:
    """Put the corrected figures under the draft they belong to, and show what changed."""
    draft_id = month.intake.fields["corrects"]
    draft = drafter.store.draft(draft_id)
    try:
        corrected = drafter.correct_figures(
            draft_id,
            month.report,
            based_on=draft.revision.number,
            imported=month.imported,
        )
    except WrongMonth as error:
        fault = problem_text(texts_of(request), problem_of(error))
        return _preview_page(request, month, fault)
    return see_other(f"/drafts/{draft_id}/changes/{corrected.draft.revision.number}")


def _read_or_fault(request: Request, read: MonthReader, intake: Intake) -> tuple[ReadMonth, str]:
    """The month, or an empty one and why it cannot be read: an encoding may be the cause."""
    try:
        return read(intake), ""
    except (UnreadableFile, InvalidReport) as error:
        return unread_month(intake), problem_text(texts_of(request), problem_of(error))


def _preview_page(
    request: Request, month: ReadMonth, fault: str = "", field: str = "figures-title"
) -> Response:
    """The page; 422 with the fault first where there is one."""
    reading = month.imported.reading
    # The month has a field of its own on this page.
    asked = [question for question in reading.questions if question.id != MONTH_QUESTION]
    month_question = next((q for q in reading.questions if q.id == MONTH_QUESTION), None)
    return page(
        request,
        "preview.html",
        422 if fault else 200,
        intake=month.intake,
        report=month.report,
        table=figure_table(reading.figures),
        problems=reading.problems,
        questions=asked,
        month_question=month_question,
        offered=month.imported.offered,
        text_files=[file for file in month.intake.files if is_text(file)],
        encodings=month.imported.encodings,
        known_encodings=ENCODINGS,
        fault=fault,
        fault_field=field,
        corrects=month.intake.fields.get("corrects", ""),
    )
