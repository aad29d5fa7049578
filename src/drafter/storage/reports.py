"""Reports, and what a department answered to the questions of its imports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from drafter.drafts.revision import whole_text
from drafter.errors import NotDraftable, NotFound
from drafter.figures.document import parse_report, report_document
from drafter.figures.period import Period
from drafter.ports import EarlierMonth, StoredReport
from drafter.storage.documents import (
    parse_problems,
    parse_question,
    parse_section,
    problem_document,
    question_document,
)
from drafter.storage.engine import reading, writing
from drafter.storage.schema import drafts, import_answers, reports, revisions


class ReportTable:
    """Implements `ports.ReportStore`."""

    _engine: sa.Engine

    def add_report(self, stored: StoredReport) -> None:
        with writing(self._engine) as connection:
            insert_report(connection, stored)

    def report(self, report_id: str, department: str | None = None) -> StoredReport:
        query = sa.select(reports).where(reports.c.id == report_id)
        if department is not None:
            query = query.where(reports.c.department == department)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFound("report", report_id)
        return _stored_report(row)

    def earlier_months(
        self, department: str, before: Period, limit: int = 12
    ) -> tuple[EarlierMonth, ...]:
        newest_first = (
            sa.func.row_number()
            .over(
                partition_by=reports.c.period,
                order_by=(reports.c.created_at.desc(), reports.c.id.desc()),
            )
            .label("place")
        )
        ranked = (
            sa.select(reports.c.period, reports.c.document, newest_first)
            .where(reports.c.department == department, reports.c.period < str(before))
            .subquery()
        )
        query = (
            sa.select(ranked.c.period, ranked.c.document)
            .where(ranked.c.place == 1)
            .order_by(ranked.c.period.desc())
            .limit(limit)
        )
        with reading(self._engine) as connection:
            months = connection.execute(query).all()
            texts = _approved_texts(connection, department, [month.period for month in months])
        return tuple(
            EarlierMonth(parse_report(month.document), texts.get(month.period)) for month in months
        )

    def remember_answers(self, department: str, answers: Mapping[str, str], at: datetime) -> None:
        with writing(self._engine) as connection:
            for question, answer in answers.items():
                where = (
                    import_answers.c.department == department,
                    import_answers.c.question == question,
                )
                values = {"answer": answer, "answered_at": at}
                updated = connection.execute(import_answers.update().where(*where).values(values))
                if not updated.rowcount:
                    connection.execute(
                        import_answers.insert().values(
                            department=department, question=question, **values
                        )
                    )

    def remembered_answers(self, department: str) -> Mapping[str, str]:
        query = sa.select(import_answers.c.question, import_answers.c.answer).where(
            import_answers.c.department == department
        )
        with reading(self._engine) as connection:
            return {row.question: row.answer for row in connection.execute(query)}


def insert_report(connection: sa.Connection, stored: StoredReport) -> None:
    """NotDraftable when the report has no month: it would be found under none."""
    if stored.report.period is None:
        raise NotDraftable("A report is kept under its month, and this one has none.")
    connection.execute(
        reports.insert().values(
            id=stored.id,
            department=stored.report.department,
            period=str(stored.report.period),
            document=report_document(stored.report),
            answers=dict(stored.answers),
            problems=[problem_document(each) for each in stored.problems],
            questions=[question_document(each) for each in stored.questions],
            replaces=stored.replaces,
            created_at=stored.created_at,
        )
    )


def _stored_report(row: Mapping[Any, Any]) -> StoredReport:
    return StoredReport(
        id=row["id"],
        report=parse_report(row["document"]),
        created_at=row["created_at"],
        answers=row["answers"],
        problems=parse_problems(row["problems"]),
        questions=tuple(parse_question(each) for each in row["questions"]),
        replaces=row["replaces"],
    )


def _approved_texts(
    connection: sa.Connection, department: str, periods: list[str]
) -> dict[str, str]:
    """The approved text of each month that has one, the latest approval last."""
    query = (
        sa.select(drafts.c.period, revisions.c.sections)
        .join(
            revisions,
            (revisions.c.draft_id == drafts.c.id) & (revisions.c.number == drafts.c.approved),
        )
        .where(drafts.c.department == department, drafts.c.period.in_(periods))
        .order_by(drafts.c.updated_at)
    )
    return {
        row.period: whole_text(tuple(parse_section(each) for each in row.sections))
        for row in connection.execute(query)
    }
