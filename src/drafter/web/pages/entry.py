"""Entering a month: department, month, language, the table as a file or pasted, the notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from drafter.errors import InvalidReport, UnreadableFile
from drafter.ports import Intake
from drafter.web.context import drafter_of, reader_of, see_other
from drafter.web.errors import problem_text
from drafter.web.forms import MAX_FILE, Form, posted_form
from drafter.web.month_entry import entry_faults, filled, new_intake
from drafter.web.month_reading import MonthReader
from drafter.web.problems import problem_of
from drafter.web.rendering import page, texts_of
from drafter.wiring import Drafter

router = APIRouter()


@router.get("/months/new")
def new_month(request: Request, department: str = "") -> Response:
    """The empty form."""
    return _entry_page(request, None, {"department": department}, {})


@router.post("/months")
def enter_month(
    request: Request,
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
) -> Response:
    return _take_entry(request, drafter, read, new_intake(form), form)


@router.get("/months/{key}/edit")
def edit_month(
    request: Request, key: str, drafter: Annotated[Drafter, Depends(drafter_of)]
) -> Response:
    """The form with all that was entered before."""
    intake = drafter.store.intake(key)
    return _entry_page(request, intake, intake.fields, {})


@router.post("/months/{key}/edit")
def change_month(
    request: Request,
    key: str,
    form: Annotated[Form, Depends(posted_form)],
    drafter: Annotated[Drafter, Depends(drafter_of)],
    read: Annotated[MonthReader, Depends(reader_of)],
) -> Response:
    intake = filled(drafter.store.intake(key), form)
    return _take_entry(request, drafter, read, intake, form)


def _take_entry(
    request: Request, drafter: Drafter, read: MonthReader, intake: Intake, form: Form
) -> Response:
    """Keep what was entered before anything can fail, then judge it: 303 on, or 422 back."""
    drafter.store.save_intake(intake)
    if form["switch_language"]:
        return see_other(f"/months/{intake.id}/edit", lang=form["switch_language"])
    texts = texts_of(request)
    faults = {field: texts(text) for field, text in entry_faults(intake).items()}
    if form.too_large:
        faults.pop("table", None)
        limit = f"{MAX_FILE // 1024 // 1024} MB"
        faults["file"] = texts("entry.fault.file_too_large", name=form.too_large[0], limit=limit)
    if not faults:
        try:
            read(intake)
        except (UnreadableFile, InvalidReport) as error:
            field = "file" if intake.files else "table"
            faults[field] = problem_text(texts, problem_of(error))
    if faults:
        status = 413 if form.too_large else 422
        return _entry_page(request, intake, intake.fields, faults, status)
    return see_other(f"/months/{intake.id}")


def _entry_page(
    request: Request,
    intake: Intake | None,
    fields: Mapping[str, str],
    faults: Mapping[str, str],
    status: int = 200,
) -> Response:
    return page(
        request,
        "entry.html",
        status,
        intake=intake,
        fields=fields,
        faults=faults,
        action=f"/months/{intake.id}/edit" if intake else "/months",
        corrects=fields.get("corrects", ""),
    )
