"""Find what a department's months show together: the third miss in a row, a steady rise."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.figures.report import Report
from drafter.ledger.trends import Trend, trends
from drafter.ports import ReportStore


@dataclass(frozen=True, slots=True)
class FindTrends:
    reports: ReportStore

    def __call__(self, report: Report) -> tuple[Trend, ...]:
        """The trends that end in the report's month; none without a month or a department."""
        if report.period is None or not report.department:
            return ()
        months = self.reports.earlier_months(report.department, report.period)
        return trends(report, [month.report for month in months])
