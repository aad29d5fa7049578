"""The start page: every department's drafts, and what to do when there are none."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from drafter.ports import Intake
from drafter.web.context import drafter_of, see_other
from drafter.web.rendering import page, texts_of
from drafter.wiring import Drafter

if TYPE_CHECKING:
    from drafter.workflows.list_samples import Sample

router = APIRouter()


@router.get("/")
def start(
    request: Request, drafter: Annotated[Drafter, Depends(drafter_of)], department: str = ""
) -> Response:
    """Drafts by department, the latest change first; one department's with `?department=`."""
    lines = drafter.store.drafts(department or None)
    ordered = sorted(lines, key=lambda line: line.department)
    grouped = [(name, list(group)) for name, group in groupby(ordered, lambda d: d.department)]
    grouped.sort(key=lambda pair: max(line.updated_at for line in pair[1]), reverse=True)
    return page(
        request,
        "start.html",
        department=department,
        groups=grouped,
        samples=_samples(drafter, texts_of(request).code),
    )


def _samples(drafter: Drafter, code: str) -> list[Sample]:
    """The sample months, those in the reader's language first."""
    return sorted(drafter.samples(), key=lambda sample: sample.report.language != code)


@router.post("/samples/{slug}")
def try_sample(slug: str, drafter: Annotated[Drafter, Depends(drafter_of)]) -> Response:
    """Enter a bundled sample month, as if its files had been uploaded and its notes pasted."""
    sample = drafter.samples.named(slug)
    now = drafter.clock.now()
    fields = {
        "department": sample.report.department,
        "month": str(sample.report.period),
        "language": sample.report.language,
        "notes": sample.notes,
    }
    key = drafter.identifiers.new()
    intake = Intake(key, sample.report.department, fields, sample.files, {}, {}, now, now)
    drafter.store.save_intake(intake)
    return see_other(f"/months/{key}")
