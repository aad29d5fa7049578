"""The tables of the store. Every row that holds a month's content carries its department."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa

NEWEST_MIGRATION: Final = "0001"

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcMoment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back when read."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without its zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("period", sa.String(7), nullable=False),
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("answers", sa.JSON, nullable=False),
    sa.Column("problems", sa.JSON, nullable=False),
    sa.Column("questions", sa.JSON, nullable=False),
    sa.Column("replaces", sa.String(64), sa.ForeignKey("reports.id"), nullable=True),
    sa.Column("created_at", UtcMoment, nullable=False),
    sa.Index(None, "department", "period", "created_at"),
)

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("period", sa.String(7), nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("newest", sa.Integer, nullable=False),
    sa.Column("approved", sa.Integer, nullable=True),
    sa.Column("counts", sa.JSON, nullable=False),
    sa.Column("created_at", UtcMoment, nullable=False),
    sa.Column("updated_at", UtcMoment, nullable=False),
    sa.Index(None, "department", "period"),
    sa.Index(None, "updated_at"),
)

revisions = sa.Table(
    "revisions",
    metadata,
    sa.Column("draft_id", sa.String(64), sa.ForeignKey("drafts.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("report_id", sa.String(64), sa.ForeignKey("reports.id"), nullable=False),
    sa.Column("origin", sa.String(32), nullable=False),
    sa.Column("writer", sa.Text, nullable=False),
    sa.Column("sections", sa.JSON, nullable=False),
    sa.Column("check_result", sa.JSON, nullable=False),
    sa.Column("questions", sa.JSON, nullable=False),
    sa.Column("notes_unused", sa.JSON, nullable=False),
    sa.Column("remarks", sa.JSON, nullable=False),
    sa.Column("prompt_version", sa.String(64), nullable=False),
    sa.Column("created_at", UtcMoment, nullable=False),
    sa.Index(None, "department"),
)

import_answers = sa.Table(
    "import_answers",
    metadata,
    sa.Column("department", sa.Text, primary_key=True),
    sa.Column("question", sa.String(128), primary_key=True),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("answered_at", UtcMoment, nullable=False),
)

intakes = sa.Table(
    "intakes",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("answers", sa.JSON, nullable=False),
    sa.Column("gap_answers", sa.JSON, nullable=False),
    sa.Column("draft_id", sa.String(64), nullable=True),
    sa.Column("created_at", UtcMoment, nullable=False),
    sa.Column("updated_at", UtcMoment, nullable=False),
    sa.Index(None, "updated_at"),
)

intake_files = sa.Table(
    "intake_files",
    metadata,
    sa.Column(
        "intake_id",
        sa.String(64),
        sa.ForeignKey("intakes.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("encoding", sa.String(64), nullable=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
