"""Bringing a database to the newest schema, once, however many processes start together."""

from __future__ import annotations

import sqlalchemy as sa

from drafter.storage.engine import reading, writing
from drafter.storage.schema import NEWEST_MIGRATION

# Any number that no other program on the same PostgreSQL server is likely to lock.
_MIGRATION_LOCK = 4_027_184_411


def migrate(engine: sa.Engine) -> None:
    """Apply the migrations that are missing; cheap when there are none."""
    if _applied(engine) == NEWEST_MIGRATION:
        return
    # Alembic is slow to import and is needed once in a database's life.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "drafter.storage:migrations")
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _applied(engine: sa.Engine) -> str | None:
    with reading(engine) as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        return version
