"""Keep a report, with the answers that were given and the questions that are still open."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.figures.document import parse_report, report_document
from drafter.figures.report import Report
from drafter.ports import Clock, Identifiers, ReportStore, StoredReport
from drafter.workflows.draftable import require_draftable
from drafter.workflows.import_month import PERIOD_QUESTION, ImportedMonth
from drafter.workflows.storable_text import require_storable


@dataclass(frozen=True, slots=True)
class KeepReport:
    """Stores a report for good; its answers are remembered for the department."""

    reports: ReportStore
    clock: Clock
    identifiers: Identifiers

    def __call__(
        self,
        report: Report,
        *,
        imported: ImportedMonth | None = None,
        replaces: str | None = None,
    ) -> StoredReport:
        """The report as stored; NotDraftable without a month or figures.

        `imported` is what the report was read from; its answers are offered again when the same
        questions come next month.
        """
        stored = self.prepared(report, imported=imported, replaces=replaces)
        self.reports.add_report(stored)
        self.remember(stored, imported)
        return stored

    def prepared(
        self, report: Report, *, imported: ImportedMonth | None, replaces: str | None
    ) -> StoredReport:
        """The record, not stored yet; InvalidReport, InvalidText on what cannot be kept."""
        require_draftable(report)
        # What could not be read back is refused now, with its field.
        parse_report(report_document(report))
        for question, answer in (imported.answers if imported else {}).items():
            require_storable(question + answer, f"the answer to {question!r}")
        imported = imported or ImportedMonth.of(report)
        return StoredReport(
            id=self.identifiers.new(),
            report=report,
            created_at=self.clock.now(),
            answers=imported.answers,
            problems=imported.reading.problems,
            questions=imported.reading.questions,
            replaces=replaces,
        )

    def remember(self, stored: StoredReport, imported: ImportedMonth | None) -> None:
        """Keep the answers under the department; a question's id names its layout."""
        remembered = {
            question.id: stored.answers[question.id]
            for question in (imported.asked if imported else ())
            if question.id in stored.answers and question.id != PERIOD_QUESTION
        }
        if remembered:
            self.reports.remember_answers(stored.report.department, remembered, stored.created_at)
