"""Reports, drafts, revisions, answers and intakes, each with its department."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _reports()
    _drafts()
    _revisions()
    op.create_table(
        "import_answers",
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("question", sa.String(128), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("department", "question", name="pk_import_answers"),
    )
    _intakes()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("period", sa.String(7), nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("problems", sa.JSON, nullable=False),
        sa.Column("questions", sa.JSON, nullable=False),
        sa.Column("replaces", sa.String(64), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.ForeignKeyConstraint(["replaces"], ["reports.id"], name="fk_reports_replaces_reports"),
    )
    op.create_index(
        "ix_reports_department_period_created_at", "reports", ["department", "period", "created_at"]
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("period", sa.String(7), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("newest", sa.Integer, nullable=False),
        sa.Column("approved", sa.Integer, nullable=True),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    op.create_index("ix_drafts_department_period", "drafts", ["department", "period"])
    op.create_index("ix_drafts_updated_at", "drafts", ["updated_at"])


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("draft_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("report_id", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(32), nullable=False),
        sa.Column("writer", sa.Text, nullable=False),
        sa.Column("sections", sa.JSON, nullable=False),
        sa.Column("check_result", sa.JSON, nullable=False),
        sa.Column("questions", sa.JSON, nullable=False),
        sa.Column("notes_unused", sa.JSON, nullable=False),
        sa.Column("remarks", sa.JSON, nullable=False),
        sa.Column("prompt_version", sa.String(64), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "number", name="pk_revisions"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_revisions_draft_id_drafts"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name="fk_revisions_report_id_reports"
        ),
    )
    op.create_index("ix_revisions_department", "revisions", ["department"])


def _intakes() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("gap_answers", sa.JSON, nullable=False),
        sa.Column("draft_id", sa.String(64), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intakes"),
    )
    op.create_index("ix_intakes_updated_at", "intakes", ["updated_at"])
    op.create_table(
        "intake_files",
        sa.Column("intake_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("encoding", sa.String(64), nullable=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("intake_id", "position", name="pk_intake_files"),
        sa.ForeignKeyConstraint(
            ["intake_id"],
            ["intakes.id"],
            name="fk_intake_files_intake_id_intakes",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    for table in ("intake_files", "intakes", "import_answers", "revisions", "drafts", "reports"):
        op.drop_table(table)
