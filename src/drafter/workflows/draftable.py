"""What a report must have before anything is drafted from it."""

from __future__ import annotations

from drafter.errors import NotDraftable
from drafter.figures.period import Period
from drafter.figures.report import Report


def require_draftable(report: Report) -> Period:
    """The report's month; NotDraftable without a month or without any figure."""
    if report.period is None:
        raise NotDraftable(
            "The month of this report is not known. Give it as 2026-10 (--period, or in the form)."
        )
    if not report.figures:
        raise NotDraftable(
            "This report holds no figure to draft from. See the problems and questions of its "
            "import: drafter import FILE."
        )
    return report.period
