"""Drafts and their revisions: appended, never changed, no update lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from drafter.checking.result import result_document
from drafter.drafts.draft import Draft, DraftLine
from drafter.drafts.revision import Origin, Revision
from drafter.errors import NotFound, Outdated
from drafter.figures.period import Period
from drafter.ports import StoredReport
from drafter.storage.documents import (
    gap_question_document,
    parse_gap_question,
    parse_remark,
    parse_result,
    parse_section,
    remark_document,
    section_document,
)
from drafter.storage.engine import reading, writing
from drafter.storage.reports import insert_report
from drafter.storage.schema import drafts, reports, revisions


class DraftTable:
    """Implements `ports.DraftStore`."""

    _engine: sa.Engine

    def add_draft(self, draft: Draft) -> None:
        first = draft.revision
        with writing(self._engine) as connection:
            connection.execute(
                drafts.insert().values(
                    id=draft.id,
                    department=draft.department,
                    period=str(draft.period),
                    language=draft.language,
                    newest=first.number,
                    approved=draft.approved,
                    counts=first.check.counts,
                    created_at=first.created_at,
                    updated_at=first.created_at,
                )
            )
            _insert_revision(connection, draft.id, draft.department, first)

    def add_revision(
        self,
        draft_id: str,
        revision: Revision,
        based_on: int,
        corrected: StoredReport | None = None,
    ) -> None:
        if revision.number != based_on + 1:
            raise ValueError(f"revision {revision.number} cannot follow {based_on}")
        with writing(self._engine) as connection:
            # The condition and the change are one statement: of two writers one finds no row.
            moved = connection.execute(
                drafts.update()
                .where(drafts.c.id == draft_id, drafts.c.newest == based_on)
                .values(
                    newest=revision.number,
                    counts=revision.check.counts,
                    updated_at=revision.created_at,
                )
                .returning(drafts.c.department)
            ).one_or_none()
            if moved is None:
                raise _outdated(connection, draft_id, based_on)
            if corrected is not None:
                insert_report(connection, corrected)
            _insert_revision(connection, draft_id, moved.department, revision)

    def draft(self, draft_id: str, department: str | None = None) -> Draft:
        query = (
            sa.select(drafts.c.period, drafts.c.language, drafts.c.approved, revisions)
            .join(
                revisions,
                (revisions.c.draft_id == drafts.c.id) & (revisions.c.number == drafts.c.newest),
            )
            .where(drafts.c.id == draft_id)
        )
        if department is not None:
            query = query.where(drafts.c.department == department)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFound("draft", draft_id)
        return Draft(
            draft_id,
            row["department"],
            Period.parse(row["period"]),
            row["language"],
            _revision(row),
            row["approved"],
        )

    def revision(self, draft_id: str, number: int) -> Revision:
        query = sa.select(revisions).where(
            revisions.c.draft_id == draft_id, revisions.c.number == number
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFound("revision", f"{number} of draft {draft_id}")
        return _revision(row)

    def revisions(self, draft_id: str) -> tuple[Revision, ...]:
        query = (
            sa.select(revisions)
            .where(revisions.c.draft_id == draft_id)
            .order_by(revisions.c.number)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings().all()
        if not rows:
            raise NotFound("draft", draft_id)
        return tuple(_revision(row) for row in rows)

    def drafts(self, department: str | None = None, limit: int = 100) -> tuple[DraftLine, ...]:
        query = sa.select(drafts).order_by(drafts.c.updated_at.desc(), drafts.c.id).limit(limit)
        if department is not None:
            query = query.where(drafts.c.department == department)
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(_line(row) for row in rows)

    def approve(self, draft_id: str, number: int) -> None:
        with writing(self._engine) as connection:
            approved = connection.execute(
                drafts.update()
                .where(drafts.c.id == draft_id, drafts.c.newest == number)
                .values(approved=number)
            )
            if not approved.rowcount:
                raise _outdated(connection, draft_id, number)

    def departments(self) -> tuple[str, ...]:
        query = sa.union(sa.select(reports.c.department), sa.select(drafts.c.department))
        with reading(self._engine) as connection:
            return tuple(sorted(connection.scalars(query)))


def _outdated(connection: sa.Connection, draft_id: str, based_on: int) -> Outdated | NotFound:
    newest = connection.scalar(sa.select(drafts.c.newest).where(drafts.c.id == draft_id))
    return NotFound("draft", draft_id) if newest is None else Outdated(based_on, newest)


def _insert_revision(
    connection: sa.Connection, draft_id: str, department: str, revision: Revision
) -> None:
    connection.execute(
        revisions.insert().values(
            draft_id=draft_id,
            number=revision.number,
            department=department,
            report_id=revision.report_id,
            origin=revision.origin.value,
            writer=revision.writer,
            sections=[section_document(each) for each in revision.sections],
            check_result=result_document(revision.check),
            questions=[gap_question_document(each) for each in revision.questions],
            notes_unused=list(revision.notes_unused),
            remarks=[remark_document(each) for each in revision.remarks],
            prompt_version=revision.prompt_version,
            created_at=revision.created_at,
        )
    )


def _revision(row: Mapping[Any, Any]) -> Revision:
    return Revision(
        number=row["number"],
        report_id=row["report_id"],
        sections=tuple(parse_section(each) for each in row["sections"]),
        check=parse_result(row["check_result"]),
        origin=Origin(row["origin"]),
        writer=row["writer"],
        created_at=row["created_at"],
        questions=tuple(parse_gap_question(each) for each in row["questions"]),
        notes_unused=tuple(row["notes_unused"]),
        remarks=tuple(parse_remark(each) for each in row["remarks"]),
        prompt_version=row["prompt_version"],
    )


def _line(row: Mapping[Any, Any]) -> DraftLine:
    return DraftLine(
        row["id"],
        row["department"],
        Period.parse(row["period"]),
        row["language"],
        row["newest"],
        row["counts"],
        row["updated_at"],
        row["approved"],
    )
