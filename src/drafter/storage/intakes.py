"""Months that are being entered, with their files, so that a restart loses nothing."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from drafter.errors import NotFound
from drafter.ports import Intake, UploadedFile
from drafter.storage.engine import reading, writing
from drafter.storage.schema import intake_files, intakes


class IntakeTable:
    """Implements `ports.IntakeStore`."""

    _engine: sa.Engine

    def save_intake(self, intake: Intake) -> None:
        with writing(self._engine) as connection:
            _forget(connection, intakes.c.id == intake.id)
            connection.execute(
                intakes.insert().values(
                    id=intake.id,
                    department=intake.department,
                    fields=dict(intake.fields),
                    answers=dict(intake.answers),
                    gap_answers=dict(intake.gap_answers),
                    draft_id=intake.draft_id,
                    created_at=intake.created_at,
                    updated_at=intake.updated_at,
                )
            )
            for position, file in enumerate(intake.files):
                connection.execute(
                    intake_files.insert().values(
                        intake_id=intake.id,
                        position=position,
                        name=file.name,
                        encoding=file.encoding,
                        data=file.data,
                    )
                )

    def intake(self, intake_id: str) -> Intake:
        files = (
            sa.select(intake_files)
            .where(intake_files.c.intake_id == intake_id)
            .order_by(intake_files.c.position)
        )
        with reading(self._engine) as connection:
            row = connection.execute(
                sa.select(intakes).where(intakes.c.id == intake_id)
            ).one_or_none()
            if row is None:
                raise NotFound("intake", intake_id)
            uploaded = tuple(
                UploadedFile(file.name, file.data, file.encoding)
                for file in connection.execute(files)
            )
        return Intake(
            id=row.id,
            department=row.department,
            fields=row.fields,
            files=uploaded,
            answers=row.answers,
            gap_answers=row.gap_answers,
            created_at=row.created_at,
            updated_at=row.updated_at,
            draft_id=row.draft_id,
        )

    def delete_intakes(self, older_than: datetime) -> int:
        with writing(self._engine) as connection:
            return _forget(connection, intakes.c.updated_at < older_than)


def _forget(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> int:
    """The files go with their intakes (on delete cascade)."""
    return connection.execute(intakes.delete().where(condition)).rowcount
