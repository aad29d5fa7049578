"""A kept intake read once more: what was understood of it, and the report that follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from drafter.figures.report import Report
from drafter.ports import Intake
from drafter.tables.reading import MonthReading
from drafter.web.month_entry import language_of, period_of, sources
from drafter.wiring import Drafter

if TYPE_CHECKING:
    # Reading tables is loaded when a month is read, not when the server starts.
    from drafter.workflows.import_month import ImportedMonth


@dataclass(frozen=True, slots=True)
class ReadMonth:
    """An intake with what reading it gave. The report's month may still be unknown."""

    intake: Intake
    imported: ImportedMonth
    report: Report


class MonthReader:
    """Reads kept intakes; the latest readings are kept, for a month is looked at several times."""

    def __init__(self, drafter: Drafter, kept: int = 16) -> None:
        self._drafter = drafter
        self._kept = kept
        self._readings: dict[tuple[str, datetime], ReadMonth] = {}

    def __call__(self, intake: Intake) -> ReadMonth:
        """UnreadableFile or InvalidReport where a file is no table, no report at all."""
        key = (intake.id, intake.updated_at)
        month = self._readings.get(key)
        if month is None:
            month = self._readings[key] = _read_month(self._drafter, intake)
            for old in list(self._readings)[: -self._kept]:
                self._readings.pop(old, None)
        return month


def unread_month(intake: Intake) -> ReadMonth:
    """An intake of which nothing could be read, for the page that says so and asks on."""
    from drafter.workflows.import_month import ImportedMonth

    language = language_of(intake, "")
    reading = MonthReading(period_of(intake), language, (), intake.fields.get("notes", ""))
    imported = ImportedMonth(reading, intake.department)
    return ReadMonth(intake, imported, imported.report())


def _read_month(drafter: Drafter, intake: Intake) -> ReadMonth:
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
