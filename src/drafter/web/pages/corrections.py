"""Figures corrected after drafting: the form for the new table, and what the correction changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from drafter.drafts.changes import DraftChanges, figure_changes, section_changes
from drafter.errors import NotFound
from drafter.web.context import drafter_of
from drafter.web.rendering import page
from drafter.wiring import Drafter

router = APIRouter()


@router.get("/drafts/{key}/figures")
def corrected_figures(
    request: Request, key: str, drafter: Annotated[Drafter, Depends(drafter_of)]
) -> Response:
    """The entry form for a corrected table; department, month, language and notes are kept."""
    draft = drafter.store.draft(key)
    report = drafter.store.report(draft.revision.report_id).report
    fields = {
        "department": draft.department,
        "month": str(draft.period),
        "language": draft.language,
        "notes": report.notes,
        "corrects": draft.id,
    }
    return page(
        request,
        "entry.html",
        intake=None,
        fields=fields,
        faults={},
        action="/months",
        corrects=draft.id,
    )


@router.get("/drafts/{key}/changes/{number}")
def changes(
    request: Request, key: str, number: int, drafter: Annotated[Drafter, Depends(drafter_of)]
) -> Response:
    """What revision `number` changed against the one before: figures first, then the texts."""
    draft = drafter.store.draft(key)
    if number < 2:
        raise NotFound("earlier revision", str(number - 1))
    after = drafter.store.revision(key, number)
    before = drafter.store.revision(key, number - 1)
    reports = [drafter.store.report(each.report_id).report for each in (before, after)]
    return page(
        request,
        "changes.html",
        draft=draft,
        before=before,
        after=after,
        changes=DraftChanges(figure_changes(*reports), section_changes(before, after)),
        headings=after.headings,
    )
