"""A kept intake read once more: what was understood of it, and the report that follows."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.figures.report import Report
from drafter.ports import Intake
from drafter.web.month_entry import language_of, period_of, sources
from drafter.wiring import Drafter
from drafter.workflows.import_month import ImportedMonth


@dataclass(frozen=True, slots=True)
class ReadMonth:
    """An intake with what reading it gave. The report's month may still be unknown."""

    intake: Intake
    imported: ImportedMonth
    report: Report


def read_month(drafter: Drafter, intake: Intake) -> ReadMonth:
    """Read the files and notes of an intake; UnreadableFile where a file is no table at all."""
    wanted = intake.fields.get("language", "")
    imported = drafter.import_known_month(
        sources(intake),
        answers=intake.answers,
        period=period_of(intake),
        department=intake.department,
        language=language_of(intake, wanted) if wanted else None,
        notes=intake.fields.get("notes", ""),
    )
    return ReadMonth(intake, imported, imported.report())


def lacking(report: Report) -> str:
    """The text key of what stops a draft of this report, or nothing."""
    if report.period is None:
        return "preview.fault.month"
    return "" if report.figures else "preview.fault.figures"
